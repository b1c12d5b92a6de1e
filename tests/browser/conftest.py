"""Pages for the browser, made once: of the shipped reports, of names that mean harm, and of ten thousand nodes."""

import random
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from browser.chromium import Page, chromium, find_chromium

from gigraph.build import build
from gigraph.errors import GigraphError
from gigraph.explorer import page_halves
from gigraph.exporters import Options, export
from gigraph.exporters.html import write
from gigraph.resources import resource
from gigraph.store import memory_graph, open_graph

# What would run, or ask for something, if any of it were read as markup or as a style.
HARM = (
    "<script>window.harmed=1</script>",
    "<img src=x onerror=window.harmed=1>",
    "</script><script>window.harmed=1</script>",
    '"><svg onload=window.harmed=1>',
    "<!--<script>",
    "${window.harmed=1}\u2028\u2029{{window.harmed=1}}",
    "javascript:window.harmed=1",
    "__proto__",
)


@pytest.fixture(scope="session", autouse=True)
def needs() -> None:
    """Skips where the page was not built or there is no Chromium."""
    if find_chromium() is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    try:
        page_halves()
    except GigraphError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("browser")


@pytest.fixture(scope="session")
def browser(folder: Path) -> Iterator[Page]:
    with chromium(folder / "profile") as page:
        yield page


@pytest.fixture
def page(browser: Page) -> Page:
    """The browser's page at the size of a screen, in Chinese, nothing heard of yet."""
    browser.size(1440, 900)
    browser.requests.clear()
    browser.errors.clear()
    return browser


@pytest.fixture(scope="session")
def reports_page(folder: Path) -> Path:
    """What `gigraph export html --documents` writes of the shipped reports."""
    reports = resource("seeds", "reports")
    build([reports], folder / "graph", workers=0)
    path = folder / "graph.html"
    with open_graph(folder / "graph") as graph, path.open("wb") as stream:
        export(graph, stream, "html", options=Options(documents=reports))
    return path


@pytest.fixture(scope="session")
def harmful_page(folder: Path) -> Path:
    network: nx.Graph[str] = nx.MultiDiGraph()
    for number, text in enumerate(HARM):
        network.add_node(
            f"{text}{number}", type=text, label=text, kind=text, region=text, number=text, x=number % 3, y=number // 3
        )
    nodes = list(network)
    for one, other in zip(nodes, nodes[1:] + nodes[:1], strict=True):
        network.add_edge(one, other, relation=HARM[1], weight=1, years="2015")
    return drawn(network, folder / "harm.html")


@pytest.fixture(scope="session")
def large_page(folder: Path) -> Path:
    """Ten thousand nodes and some 26,000 edges, most of them to a few regulations, as in life."""
    chance = random.Random(1)
    network: nx.Graph[str] = nx.MultiDiGraph()
    for number in range(10_000):
        kind = {"type": "agency", "region": f"{chance.choice((13, 43, 53))}0000"}
        if number >= 3_000:
            kind = {"type": "regulation", "number": f"云政发〔{2008 + number % 17}〕{number}号"}
        where = {"x": chance.random() * 1000, "y": chance.random() * 1000}
        network.add_node(f"n{number}", label=f"第{number}号", **kind, **where)
    for number in range(3_000):
        for _ in range(9):
            target = 3_000 + min(6_999, int(chance.paretovariate(0.4)))
            years = ";".join(map(str, sorted(chance.sample(range(2008, 2025), 2))))
            network.add_edge(f"n{number}", f"n{target}", relation="cites", weight=2, years=years)
    return drawn(network, folder / "large.html")


def drawn(network: "nx.Graph[str]", path: Path) -> Path:
    with path.open("wb") as stream:
        write(memory_graph(b""), network, stream)
    return path
