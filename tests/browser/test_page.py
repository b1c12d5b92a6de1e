"""The page in a real browser: found, clicked, filtered, read; nothing asked of the network, nothing run from data."""

import json
import re
from pathlib import Path

import pytest
from browser.chromium import Page, chromium

CHOSEN = "#chosen"
MOVE = """(async () => {
  const camera = gigraph.canvas.sigma.getCamera(), frames = [];
  for (let step = 0; step < 12; step++) {
    const began = performance.now();
    camera.setState({ x: 0.5 + 0.01 * step });
    gigraph.canvas.sigma.render();
    frames.push(performance.now() - began);
    await new Promise(requestAnimationFrame);
  }
  return frames.sort((one, other) => one - other)[6];
})()"""


def find(page: Page, text: str) -> None:
    """Types into the search box what a person would."""
    page.key("Escape")
    page.click_on("#query")
    page.run("document.querySelector('#query').select()")
    page.type(text)


def shown(page: Page) -> tuple[int, int]:
    """How many nodes and edges the page says that it shows."""
    numbers = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", page.text("#shown"))]
    return numbers[0], numbers[2]


def visible(page: Page) -> tuple[int, int]:
    """How many nodes and edges are drawn."""
    count = "gigraph.canvas.sigma.getGraph().filter{}((_, look) => !look.hidden).length"
    return page.run(count.format("Nodes")), page.run(count.format("Edges"))


def choose(page: Page, selector: str, value: str) -> None:
    page.run(
        f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.value = {json.dumps(value)};"
        " e.dispatchEvent(new Event('change')); })()"
    )


def place_of(page: Page, label: str) -> list[float]:
    """Where in the window a node is drawn."""
    return page.run(
        f"""(() => {{
          const sigma = gigraph.canvas.sigma, graph = sigma.getGraph();
          const node = graph.findNode((_, look) => look.label === {json.dumps(label)});
          const place = sigma.framedGraphToViewport(sigma.getNodeDisplayData(node));
          const stage = document.querySelector('#stage').getBoundingClientRect();
          return [stage.x + place.x, stage.y + place.y];
        }})()"""
    )


@pytest.fixture
def opened(page: Page, reports_page: Path) -> Page:
    page.open(reports_page)
    page.run("gigraph.store.keep({language: 'zh', theme: 'light'})")
    return page


def test_a_search_leads_to_facts_and_the_words_of_reports(opened: Page) -> None:
    find(opened, "国办发")
    rows = opened.run("[...document.querySelectorAll('#hits li')].map(row => row.innerText)")
    assert rows
    assert all("国办发" in row for row in rows)
    find(opened, "国办发[2017]47号")  # in the brackets that a keyboard has
    opened.key("Enter")
    assert "国务院办公厅关于印发政府网站发展指引的通知" in opened.text(CHOSEN)
    assert opened.run("document.activeElement.id") == "chosen"
    assert "国办发〔2017〕47号" in opened.text(".facts")
    opened.click_on("#panel summary")
    opened.wait("document.querySelector('#panel blockquote')")
    quotes = opened.text("#panel .evidence")
    assert "国办发〔201747号" in opened.text("#panel mark") + quotes, "the words as they stand in the source"
    assert "湖南省水库移民开发管理局" in quotes
    assert re.search(r"004_ea7f7baac57b7a39.txt · 字符 \d+–\d+", quotes)
    assert len(opened.text("#panel blockquote")) > len(opened.text("#panel mark")), "the quote stands in its sentence"
    assert opened.run("document.querySelector('#chart canvas') !== null")


def test_a_node_is_clicked_and_left_with_escape(opened: Page) -> None:
    opened.click(*place_of(opened, "湘潭市人民政府"))
    opened.wait(f"document.querySelector('{CHOSEN}')")
    assert opened.text(CHOSEN) == "湘潭市人民政府"
    assert "湘潭市" in opened.text(".facts")
    opened.click_on("#panel .node")
    neighbour = opened.text(CHOSEN)
    assert neighbour != "湘潭市人民政府"
    assert opened.run("decodeURIComponent(location.hash)").startswith("#https://w3id.org/gigraph/id/regulation/")
    opened.key("Escape")
    assert opened.text(CHOSEN) == ""
    assert "概览" in opened.text("#panel")


def test_filters_change_what_is_shown(opened: Page) -> None:
    everything = shown(opened)
    assert everything == visible(opened)
    counts = []
    for act, undo in (
        (lambda: choose(opened, "#since", "2016"), lambda: choose(opened, "#since", "")),
        (lambda: choose(opened, "#region", "430000"), lambda: choose(opened, "#region", "")),
        (lambda: opened.click_on("[data-code=cites]"), lambda: opened.click_on("[data-code=cites]")),
        (lambda: opened.click_on("[data-code$='/plan']"), lambda: opened.click_on("[data-code$='/plan']")),
    ):
        act()
        counts.append(shown(opened))
        assert shown(opened) == visible(opened)
        assert 0 < shown(opened)[1] < everything[1]
        undo()
        assert shown(opened) == everything
    assert len(set(counts)) > 2
    choose(opened, "#until", "2014")
    choose(opened, "#region", "530000")
    assert "没有可显示的内容" in opened.text("#shown")
    opened.click_on("#reset")
    assert shown(opened) == everything


def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(opened: Page) -> None:
    for text in ("条例", "湖南", "no such thing"):
        find(opened, text)
        opened.key("ArrowDown")
        opened.key("Enter")
    for button in ("#language", "#theme", "#spread", "#fit", "#zoom-in", "#colour-by"):
        opened.click_on(button)
    assert {request for request in opened.requests if not request.startswith(("file:", "about:"))} == set()
    assert opened.errors == []


def test_the_page_forbids_itself_the_network(opened: Page) -> None:
    opened.run("fetch('https://example.org/').catch(() => 0)")
    opened.run(
        "new Promise(done => { const i = new Image(); i.onerror = () => done(0); i.src = 'https://example.org/' })"
    )
    opened.run("document.head.append(Object.assign(document.createElement('script'), {text: 'window.harmed = 1'}))")
    for directive in ("default-src 'none'", "img-src data:", "script-src 'sha256-"):
        assert any(directive in error for error in opened.errors), directive
    assert opened.run("window.harmed === undefined")


def test_names_that_mean_harm_stay_names(page: Page, harmful_page: Path) -> None:
    page.open(harmful_page)
    page.run("gigraph.store.set({language: 'en'})")
    for text in ("", "script", "onerror", "proto"):
        find(page, text)
        page.key("Enter")
        assert page.text(CHOSEN)
    page.click_on("#colour-by") if page.run("document.querySelector('#colour-by') !== null") else None
    assert "<img src=x onerror=window.harmed=1>" in page.text("#panel") + page.text(".filters")
    assert page.run("window.harmed === undefined")
    assert page.run("document.querySelectorAll('#app script, #app img, #app svg').length") == 0
    assert page.errors == []
    assert [request for request in page.requests if not request.startswith(("file:", "about:"))] == []


def test_ten_thousand_nodes_answer(page: Page, large_page: Path) -> None:
    page.open(large_page)
    page.wait("window.gigraph")
    assert visible(page) == shown(page)
    assert shown(page)[0] == 10_000
    frame = page.run(MOVE)
    assert frame < 100, f"{frame:.0f} ms of script in a frame"  # some 3 ms unless the machine is busy
    find(page, "云政发〔2010〕")
    page.key("Enter")
    page.wait("document.querySelector('.neighbours li')")
    assert page.run("document.querySelectorAll('.neighbours li').length") <= 50, "long lists come bit by bit"
    choose(page, "#since", "2024")
    assert 0 < shown(page)[1] < 26_000
    assert page.errors == []


def test_a_narrow_screen_has_it_all(opened: Page) -> None:
    opened.size(400, 800, dark=True)
    opened.run("gigraph.store.keep({theme: 'dark'})")
    assert opened.run("document.documentElement.scrollWidth") <= 400
    find(opened, "条例")
    opened.key("Enter")
    box = opened.run(
        "(({x, y, width, height}) => [x, y, width, height])(document.querySelector('#panel').getBoundingClientRect())"
    )
    assert box[0] >= 0
    assert box[2] == 400
    assert box[1] + box[3] <= 800
    opened.run("gigraph.store.keep({theme: 'light'})")


def test_without_webgl_the_rest_still_works(folder: Path, reports_page: Path) -> None:
    with chromium(folder / "other", "--disable-gpu", "--disable-3d-apis") as page:
        page.size(1200, 800)
        page.open(reports_page)
        page.run("gigraph.store.set({language: 'zh'})")
        assert "没有 WebGL" in page.text("#no-webgl")
        find(page, "条例")
        page.key("Enter")
        assert "条例" in page.text(CHOSEN)
        assert page.run("document.querySelectorAll('.neighbours li').length") > 0
        choose(page, "#region", "430000")
        assert "显示" in page.text("#shown")
        assert page.errors == []
