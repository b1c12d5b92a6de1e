"""Asking a graph."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from gigraph.errors import QueryError, StoreError, StoreMissingError
from gigraph.store import Entry, Iri, Literal, Rows, Triple, memory_graph, open_graph, open_writer
from gigraph.store.terms import STRING, XSD

NQUADS = b"""\
<http://e/a> <http://e/label> "\xe7\x94\xb2"@zh <http://e/g1> .
<http://e/a> <http://e/year> "2015"^^<http://www.w3.org/2001/XMLSchema#gYear> <http://e/g1> .
<http://e/a> <http://e/count> "12"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g1> .
<http://e/a> <http://e/rate> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://e/g1> .
<http://e/b> <http://e/flag> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> <http://e/g2> .
<http://e/b> <http://e/code> "x" <http://e/g2> .
<http://e/b> <http://e/broken> "twelve"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g2> .
<http://e/b> <http://e/knows> <http://e/a> <http://e/g2> .
"""
GraphOf = Callable[..., tuple[bytes, Entry]]


@pytest.mark.parametrize(
    ("predicate", "plain", "kind"),
    [
        ("label", "甲", Literal("甲", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "zh")),
        ("year", 2015, Literal("2015", XSD + "gYear")),
        ("count", 12, Literal("12", XSD + "integer")),
        ("rate", Decimal("1.5"), Literal("1.5", XSD + "decimal")),
        ("flag", True, Literal("true", XSD + "boolean")),
        ("code", "x", Literal("x", STRING)),
        ("broken", "twelve", Literal("twelve", XSD + "integer")),
        ("knows", Iri("http://e/a"), Iri("http://e/a")),
        ("nothing", None, None),
    ],
)
def test_cells_are_plain_or_keep_their_kind(predicate: str, plain: object, kind: object) -> None:
    graph = memory_graph(NQUADS)
    query = f"SELECT ?o {{ {{}} OPTIONAL {{ GRAPH ?g {{ ?s <http://e/{predicate}> ?o }} }} }}"
    assert graph.query(query) == Rows(("o",), ((plain,),))
    assert graph.query(query, terms=True) == Rows(("o",), ((kind,),))
    assert list(graph.select(query)) == [(plain,)]
    if predicate == "knows":
        answer = graph.query(query)
        assert isinstance(answer, Rows)
        assert isinstance(answer.rows[0][0], Iri)


def test_the_three_kinds_of_answers() -> None:
    graph = memory_graph(NQUADS)
    assert graph.query("ASK { GRAPH ?g { ?s ?p 'x' } }") is True
    assert graph.query("ASK { GRAPH ?g { ?s ?p 'y' } }") is False
    made = graph.query("CONSTRUCT { ?b <http://e/known> ?a } WHERE { GRAPH ?g { ?a <http://e/knows> ?b } }")
    assert made == (Triple(Iri("http://e/a"), Iri("http://e/known"), Iri("http://e/b")),)
    rows = graph.query("SELECT ?s ?o { GRAPH ?g { ?s <http://e/code> ?o } }")
    assert isinstance(rows, Rows)
    assert list(rows.dicts()) == [{"s": "http://e/b", "o": "x"}]


@pytest.mark.parametrize(
    ("name", "value", "predicate"),
    [
        ("o", Literal("甲", language="zh"), "label"),
        ("o", 12, "count"),
        ("o", True, "flag"),
        ("o", "x", "code"),
        ("o", Literal("2015", XSD + "gYear"), "year"),
        ("s", Iri("http://e/b"), "flag"),
    ],
)
def test_parameters_are_bound_as_terms(name: str, value: object, predicate: str) -> None:
    graph = memory_graph(NQUADS)
    found = graph.query("SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }", {name: value})  # type: ignore[dict-item]
    assert isinstance(found, Rows)
    assert f"http://e/{predicate}" in {row[1] for row in found.rows}


@pytest.mark.parametrize(
    ("query", "values", "message"),
    [
        ("SELECT ?x {", None, "does not parse"),
        ("SELECT ?o { ?s ?p ?o }", {"s": Iri("http://e/a")}, "projection"),
        ("SELECT ?s { ?s ?p ?o }", {"s": Iri("http://e/a> <b")}, "not a term"),
        ("SELECT ?s { ?s ?p ?o }", {"s": "\ud800"}, "not a term"),
        ("SELECT * { SERVICE <http://e/> {} }", None, "SERVICE"),
        ("DROP ALL", None, "changes a graph"),
    ],
)
def test_a_wrong_query_is_an_error_of_the_query(query: str, values: dict[str, object], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        memory_graph(NQUADS).query(query, values)  # type: ignore[arg-type]


def test_only_a_select_has_rows() -> None:
    with pytest.raises(QueryError, match="no SELECT"):
        list(memory_graph(NQUADS).select("ASK {}"))


def test_quads_graphs_and_dumps() -> None:
    graph = memory_graph(NQUADS)
    assert graph.graphs() == ["http://e/g1", "http://e/g2"]
    assert [quad.object for quad in graph.quads("http://e/b", "http://e/knows")] == [Iri("http://e/a")]
    assert len(list(graph.quads(graph="http://e/g1"))) == 4
    assert [quad.subject for quad in graph.quads(object=Literal("甲", language="zh"))] == ["http://e/a"]
    assert graph.graph_lines("http://e/g2") == sorted(line for line in NQUADS.splitlines() if b"/g2>" in line)
    assert graph.graph_lines("http://e/none") == []
    assert graph.dump_nquads() == b"".join(sorted(NQUADS.splitlines(keepends=True)))


def test_statements_that_are_none_are_refused() -> None:
    with pytest.raises(QueryError, match="parse"):
        memory_graph(b"<a> nonsense")


@pytest.mark.parametrize("make", [False, True])
def test_a_missing_store_says_how_to_build_one(tmp_path: Path, make: bool) -> None:
    if make:
        (tmp_path / "graph").mkdir()
    with pytest.raises(StoreMissingError, match="gigraph build DIR"), open_graph(tmp_path / "graph"):
        pass
    assert not (tmp_path / "graph" / "gigraph.json").exists()


def test_a_foreign_folder_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(StoreError, match="no store of gigraph"), open_graph(tmp_path):
        pass


def test_a_store_that_was_never_published_says_so(tmp_path: Path) -> None:
    with open_writer(tmp_path):
        pass
    with pytest.raises(StoreError, match=r"did not finish.*gigraph build again"), open_graph(tmp_path):
        pass


@pytest.mark.parametrize("damage", ["link", "record", "database", "file"])
def test_a_damaged_publication_is_told_and_a_build_mends_it(tmp_path: Path, graph_of: GraphOf, damage: str) -> None:
    with open_writer(tmp_path) as writer:
        writer.add([graph_of("a", "1")])
        generation = writer.publish({}, lambda graph, folder: None)
    if damage == "link":
        (tmp_path / "current").unlink()
        (tmp_path / "current").symlink_to("generations/gen-000077")
    elif damage == "record":
        generation.record.write_text("{")
    elif damage == "database":
        (generation.database / "CURRENT").unlink()
    else:
        (tmp_path / "current").unlink()
        (tmp_path / "current").write_text("gen-000001")
    with pytest.raises(StoreError, match="build again"), open_graph(tmp_path):
        pass
    with open_writer(tmp_path) as writer:
        writer.publish({}, lambda graph, folder: None)
    with open_graph(tmp_path) as graph:
        assert len(list(graph.quads(predicate="http://e/p"))) == 1


def test_errors_of_the_caller_pass_through(tmp_path: Path, graph_of: GraphOf) -> None:
    with open_writer(tmp_path) as writer:
        writer.add([graph_of("a", "1")])
        writer.publish({}, lambda graph, folder: None)
    with pytest.raises(FileNotFoundError, match="mine"), open_graph(tmp_path):
        raise FileNotFoundError("mine")
