"""The page's data: what stands in it, safe in a script element, the same bytes each time, quotes in their sentences."""

import io
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.errors import GigraphError
from gigraph.explorer import page_halves
from gigraph.exporters.html import safe_json, write
from gigraph.exporters.html.content import MOST, compose
from gigraph.exporters.html.evidence import Evidence, Passage, Report, read_evidence
from gigraph.exporters.html.sentences import REACH, Sentences, sentence
from gigraph.network import EVERYTHING, NETWORKS
from gigraph.store import Graph, memory_graph

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters()), inner, max_size=3),
    max_leaves=8,
)


def data_of(graph: Graph, name: str = "agency-regulation", **options: Any) -> dict[str, Any]:
    return compose(graph, NETWORKS[name](graph, EVERYTHING, apart=True), **options)


@given(ANY)
def test_json_is_safe_in_a_script_and_means_the_same(data: object) -> None:
    raw = safe_json(data)
    text = raw.decode("utf-8")  # also where a text holds half a character
    assert json.loads(text) == data
    assert not set(text) & set("<>&\u2028\u2029")


def test_the_page_says_what_the_graph_knows(small_graph: Graph) -> None:
    data = data_of(small_graph)
    network = NETWORKS["agency-regulation"](small_graph, EVERYTHING, apart=True)
    assert [node["id"] for node in data["nodes"]] == list(network)
    assert len(data["edges"]) == network.number_of_edges()
    for edge in data["edges"]:
        assert data["nodes"][edge["s"]]["type"] == "agency"
        assert edge["relation"] in {"cites", "issues", "discloses"}
        for quote in edge["evidence"]:
            assert quote["quote"]
            assert quote["end"] - quote["start"] == len(quote["quote"])
            assert data["reports"][quote["report"]]["year"] in edge["years"]
            assert data["reports"][quote["report"]]["source"]
    kinds = {node["kind"] for node in data["nodes"] if "kind" in node}
    assert kinds
    assert kinds & set(data["terms"])
    assert all(labels.keys() <= {"en", "zh"} for labels in data["terms"].values())
    assert {node["region"] for node in data["nodes"] if "region" in node} <= set(data["regions"])
    facts = [fact for node in data["nodes"] for fact in node.get("facts", [])]
    assert {"issuer", "revises"} <= {fact[0] for fact in facts}
    for name, value, *place in facts:
        assert name
        assert not place or data["nodes"][place[0]]["label"] == value


@pytest.mark.parametrize("name", NETWORKS)
def test_every_network_becomes_a_page(small_graph: Graph, name: str) -> None:
    data = data_of(small_graph, name)
    assert json.loads(safe_json(data)) == data
    if name == "agency-platform":
        assert any(edge.get("evidence") for edge in data["edges"])


def test_the_same_graph_gives_the_same_bytes(small_graph: Graph) -> None:
    lines = small_graph.dump_nquads().splitlines(keepends=True)
    again = memory_graph(b"".join(reversed(lines)))
    assert safe_json(data_of(again)) == safe_json(data_of(small_graph))


def test_an_edge_of_many_quotes_tells_the_rest() -> None:
    reports = {f"r{n}": Report(f"{n}.txt", f"报告{n}", 2010 + n) for n in range(4)}
    found = [Passage(f"r{n}", "t", at, at + 2, "条例") for n in range(4) for at in (10, 20, 30)]
    evidence = Evidence(reports, {("a", "b"): {"cites": found}})
    order = [(passage.report, passage.start) for passage in evidence.of("a", "b", "cites")]
    assert order[:5] == [("r3", 10), ("r2", 10), ("r1", 10), ("r0", 10), ("r3", 20)], "one of each report first"
    assert len(order) == 12
    assert {passage.report for passage in evidence.of("a", "b", "cites", [2011])} == {"r1"}
    assert evidence.of("b", "a", "cites") == []


def test_more_quotes_than_a_page_takes_are_counted(small_graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gigraph.exporters.html.content.MOST", 1)
    capped, whole = data_of(small_graph), read_evidence(small_graph)
    ids = [node["id"] for node in capped["nodes"]]
    for edge in capped["edges"]:
        passages = whole.of(ids[edge["s"]], ids[edge["t"]], edge["relation"], edge["years"])
        assert len(edge["evidence"]) == 1
        assert edge.get("quotes", 1) == len(passages)
    assert any(edge.get("quotes", 0) > 1 for edge in capped["edges"])
    assert MOST > 1


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("前句。根据《条例》编制。后句。", "《条例》", ("根据", "编制。")),
        ("一、概述\n我局按照《条例》，\n公开信息。\n二、情况", "《条例》", ("我局按照", "，公开信息。")),
        ("《条例》", "《条例》", ("", "")),
        ("《条例》\n　　下一段", "《条例》", ("", "")),
    ],
)
def test_a_sentence_ends_where_sentences_do(text: str, quote: str, expected: tuple[str, str]) -> None:
    start = text.index(quote)
    assert sentence(text, start, start + len(quote)) == expected


def test_a_sentence_without_end_is_cut() -> None:
    before, after = sentence("甲" * 500 + "《条例》" + "乙" * 500, 500, 504)
    assert before == "…" + "甲" * REACH
    assert after == "乙" * REACH + "…"


def test_sentences_are_of_the_text_that_was_quoted(tmp_path: Path) -> None:
    from gigraph.documents import read_document

    path = tmp_path / "a.txt"
    path.write_text("我局根据《条例》编制本报告。" * 3, "utf-8")
    (tmp_path.parent / "outside.txt").write_text("我局根据《条例》编制本报告。", "utf-8")
    document = read_document(path, "a.txt")
    sentences = Sentences(tmp_path)
    passage = Passage("r", document.digest[:24], 4, 8, "《条例》")
    assert sentences.around("a.txt", passage) == ("我局根据", "编制本报告。")
    assert sentences.around("a.txt", Passage("r", "0" * 24, 4, 8, "《条例》")) is None
    assert sentences.around("a.txt", Passage("r", document.digest[:24], 5, 9, "《条例》")) is None
    for key in ("b.txt", "../outside.txt", "https://example.org/a.txt"):
        assert sentences.around(key, passage) is None


def test_a_page_that_was_not_built_is_told(tmp_path: Path, small_graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GigraphError, match=r"it was not built\. Install Node\.js 20\.19"):
        page_halves(tmp_path)
    (tmp_path / "not-built.txt").write_text("Node.js was not there\n", "utf-8")
    with pytest.raises(GigraphError, match=r"Node\.js was not there"):
        page_halves(tmp_path)
    (tmp_path / "index.html").write_bytes(b'<p><script type="application/json" id="gigraph-data">null</script></p>')
    monkeypatch.setattr("gigraph.exporters.html.page_halves", lambda: page_halves(tmp_path))
    network: nx.Graph[str] = nx.MultiDiGraph()
    network.add_node("n", label="</script>", type="agency")
    stream = io.BytesIO()
    write(small_graph, network, stream)
    page = stream.getvalue().decode()
    assert page.startswith("<p><script")
    assert page.endswith("</script></p>")
    assert page.count("</script>") == 1
    (tmp_path / "index.html").write_bytes(b"<p>")
    with pytest.raises(GigraphError, match="no place for data"):
        page_halves(tmp_path)
