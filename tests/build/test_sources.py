"""Lists of sources: where documents were published, without changing which documents they are."""

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.build import build
from gigraph.build.sources import Links, parse_links
from gigraph.documents import document_of
from gigraph.documents.urls import is_url
from gigraph.errors import UsageError
from gigraph.iris import report_graph
from gigraph.store import open_graph
from gigraph.vocab import term

A, B = "https://www.example.gov.cn/zwgk/a.html", "http://www.example.gov.cn/b/?id=2&x=1"


def urls(store: Path) -> dict[str, str]:
    """The URL of each source by its key."""
    with open_graph(store) as graph:
        keys = {quad.subject: str(quad.object.value) for quad in graph.quads(predicate=term("gi:sourceKey"))}  # type: ignore[union-attr]
        found = graph.quads(predicate=term("schema:url"))
        return {keys[quad.subject]: str(quad.object.value) for quad in found}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        f"path\turl\na.txt\t{A}\n县/c.txt\t{B}\n",
        f"\ufeff文件名,网址\r\na.txt,{A}\r\n县/c.txt,{B}\r\n",
        f"序号,标题,链接,文件\n1,年报,{A},a.txt\n2,年报,{B},./县/c.txt\n",
        f"a.txt\t{A}\n\n# 注\n县\\c.txt\t{B}",
        f"{A}\ta.txt\n{B}\t县/c.txt\n",
        f'"a.txt";"{A}"\n"县/c.txt";"{B}"\n',
        f"URL\tFile\n{A}\ta.txt\n{B}\t县/c.txt",
    ],
)
def test_tables_of_path_and_url(text: str) -> None:
    links = parse_links(text)
    assert {path: url for path, (url, _) in links.paths.items()} == {"a.txt": A, "县/c.txt": B}
    assert links.wrong == []


def test_rows_that_are_of_no_use_are_told_with_their_line() -> None:
    links = parse_links(
        f"path\turl\na.txt\t{A}\nb.txt\nc.txt\tjavascript:alert(1)\na.txt\t{B}\na.txt\t{A}\nd.txt\thttp://x y\n"
    )
    assert [(line, code) for line, code, _ in links.wrong] == [
        (3, "W-LINKS"),
        (4, "W-URL"),
        (5, "W-LINKS"),
        (7, "W-URL"),
    ]
    assert list(links.paths) == ["a.txt"]


def sha1(text: str) -> str:
    return base64.b32encode(hashlib.sha1(text.encode(), usedforsecurity=False).digest()).decode()


@pytest.mark.parametrize(
    "line",
    [
        f" CDX N b a m s k r M S V g\ncn,gov,example)/a 20190102030405 {A} text/html 200 {{}} - - 100 0 a.warc.gz",
        f"cn,gov,example)/a 20190102030405 {A} text/html 200 {{}} - - 100 0 a.warc.gz",
        ' CDX b a k\n2019 ' + A + ' {}',
        'cn,gov,example)/a 20190102030405 {{"url": "' + A + '", "digest": "sha1:{}", "filename": "a.warc.gz"}}',
    ],
    ids=["cdx", "without legend", "other fields", "cdxj"],
)  # fmt: skip
def test_the_index_of_an_archive_of_pages_is_known_by_digests(line: str) -> None:
    assert parse_links(line.replace("{{", "{").replace("}}", "}").replace("{}", sha1("x"))).digests == {sha1("x"): A}


@given(st.text(max_size=200))
def test_any_text_gives_a_list(text: str) -> None:
    assert isinstance(parse_links(text), Links)


def test_a_build_finds_its_list_and_keys_stay_paths(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "g"
    build([folder], store, workers=0)
    (folder / "links.tsv").write_text(f"path\turl\na.txt\t{A}\n县/c.txt\t{B}\nnone.txt\t{B}\n", "utf-8")
    summary = build([folder], store, workers=0)
    assert (summary.built, summary.changed, summary.unchanged) == (0, 2, 1)
    assert [(p.source, p.code, p.message[:7]) for p in summary.problems] == [("links.tsv", "W-LINKS", "line 4:")]
    assert urls(store) == {"a.txt": A, "县/c.txt": B}
    assert build([folder], store, workers=0).unchanged == 3


def test_a_changed_list_changes_only_the_reports_that_it_names(folder: Path, tmp_path: Path) -> None:
    store, links = tmp_path / "g", folder / "links.tsv"
    links.write_text(f"a.txt\t{A}\nb.txt\t{A}\n", "utf-8")
    build([folder], store, workers=0)
    with open_graph(store) as graph:
        before = set(graph.graph_lines(report_graph("a.txt")))
    links.write_text(f"a.txt\t{A}\nb.txt\t{B}\n", "utf-8")
    assert build([folder], store, workers=0).changed == 1
    with open_graph(store) as graph:
        assert set(graph.graph_lines(report_graph("a.txt"))) == before
    links.unlink()
    assert build([folder], store, workers=0).changed == 2
    assert urls(store) == {}


def test_a_list_elsewhere_and_one_in_steps(folder: Path, tmp_path: Path, dump: Callable[[Path], bytes]) -> None:
    links = tmp_path / "list.csv"
    links.write_text(f"file,url\n{folder}/a.txt,{A}\n县/c.txt,{B}\n", "utf-8")
    build([folder], tmp_path / "g", workers=0, sources=links)
    assert urls(tmp_path / "g") == {"a.txt": A, "县/c.txt": B}
    for name in ("县/c.txt", "b.txt", "a.txt"):
        build([folder / name], tmp_path / "h", workers=0, sources=links, root=folder)
    assert dump(tmp_path / "g") == dump(tmp_path / "h")


def test_documents_of_an_archive_of_pages(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "pages.cdxj"
    digest = sha1((folder / "b.txt").read_text("utf-8"))
    index.write_text(f'x)/b 20190102030405 {{"url": "{B}", "digest": "{digest}"}}\n', "utf-8")
    build([folder], tmp_path / "g", workers=0, sources=index)
    assert urls(tmp_path / "g") == {"b.txt": B}


def test_a_list_that_cannot_be_read(folder: Path, tmp_path: Path) -> None:
    bad = folder / "links.tsv"
    bad.write_bytes(bytes(range(128, 256)) * 9)
    assert [p.code for p in build([folder], tmp_path / "g", workers=0).problems] == ["W-LINKS"]
    with pytest.raises(UsageError):
        build([folder], tmp_path / "g", workers=0, sources=bad)


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: {}
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="x"

--x
Content-Type: text/html
Content-Location: http://frame.example/

<html><body><p>本单位认真公开了政府信息。</p></body></html>
--x--
"""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f'<html><head><link rel="canonical" href="{A}"></head><body>公开政府信息</body></html>', A),
        (f'<html><head><meta property="og:url" content="{A}"></head><body>公开政府信息</body></html>', A),
        (f"<!DOCTYPE html>\n<!-- saved from url=(0038){A} -->\n<html><body>公开政府信息</body></html>", A),
        (MHTML.format(A), A),
        (f"标题: 某县年报\n原文链接: {A}\n===== 正文 =====\n公开了政府信息。", A),
        ('<html><head><link rel="canonical" href="javascript:alert(1)"></head><body>公开政府信息</body></html>', ""),
        ('<html><head><link rel="canonical" href="/a.html"></head><body>公开政府信息</body></html>', ""),
        ("<!-- saved from url=(0014)about:internet --><html><body>公开政府信息</body></html>", ""),
    ],
)
def test_what_a_page_says_of_its_own_url(page: str, expected: str) -> None:
    document = document_of(page.encode(), "a")
    assert document.source.url == expected
    assert ("W-URL" in document.warnings) is (not expected)


@pytest.mark.parametrize("url", ["", "a.html", "javascript:alert(1)", "data:text/html,x", "http://a b", "http://a<b>/c",
                                 "http://127.0.0.1:8000/a", "http://localhost/a", "file:///c:/a.htm"])  # fmt: skip
def test_what_is_no_url(url: str) -> None:
    assert not is_url(url)
