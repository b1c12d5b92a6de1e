"""Values written into a query's text mean what they mean beside it, whatever they are made of."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gigraph.errors import QueryError
from gigraph.store import Bindable, Graph, Iri, Literal, memory_graph
from gigraph.store.remote.binding import bound, wrapped

TEXTS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=20)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return memory_graph(b'<a:s> <a:p> "x" <a:g> .\n<a:t> <a:p> "y" <a:g> .\n<a:t> <a:q> <a:s> <a:g> .\n')


@pytest.mark.parametrize(
    ("sparql", "values"),
    [
        ("SELECT ?s $v { GRAPH ?g { ?s <a:p> $v } }", {"v": "x"}),
        ("SELECT * { GRAPH ?g { ?s <a:p> $v } }", {"v": "x"}),
        ("SELECT ?n $v { { SELECT (COUNT(?s) AS ?n) $v { GRAPH ?g { ?s <a:p> $v } } GROUP BY $v } }", {"v": "x"}),
        ("SELECT ?n $v { { SELECT (COUNT(?s) AS ?n) $v { GRAPH ?g { ?s <a:p> $v } } GROUP BY $v } }", {"v": "none"}),
        ("SELECT $v (COUNT(?s) AS ?n) { GRAPH ?g { ?s <a:p> $v } } GROUP BY $v HAVING (COUNT(?s) > 0)", {"v": "y"}),
        ("SELECT ?s $v { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { GRAPH ?g { ?s <a:p> $v } } }", {"v": "x"}),
        ("SELECT ?s $v ?w { GRAPH ?g { ?s <a:p> ?w } FILTER (COALESCE($v, '') = ?w) }", {"v": "y"}),
        ("SELECT ?o $s { { GRAPH ?g { $s <a:p> ?o } } UNION { GRAPH ?g { $s <a:q> ?o } } } ORDER BY $s", {"s": Iri("a:t")}),
        ("SELECT ?s $v { VALUES ?v { \"x\" } GRAPH ?g { ?s <a:p> $v } }", {"v": "x"}),
        ("# $v\nSELECT ?s $v { GRAPH ?g { ?s <a:p> $v } } # $v", {"v": "x"}),
        ("SELECT ?s $v { GRAPH ?g { ?s <a:p> $v } FILTER ('$v' != \"?v\") }", {"v": "x"}),
    ],
)  # fmt: skip
def test_the_rows_are_those_of_a_substitution(graph: Graph, sparql: str, values: dict[str, Bindable]) -> None:
    theirs, ours = graph.query(sparql, values), graph.query(bound(sparql, values, {}))
    assert not isinstance(theirs, bool | tuple)
    assert not isinstance(ours, bool | tuple)
    assert set(ours.variables) == set(theirs.variables)
    assert sorted(map(repr, (sorted(row.items()) for row in ours.dicts()))) == sorted(
        map(repr, (sorted(row.items()) for row in theirs.dicts()))
    )


@settings(max_examples=300, deadline=None)
@example('x" } UNION { ?s ?p ?v } #')
@example("\\")
@example("'''\n\r\t\x00")
@given(TEXTS)
def test_no_text_gets_out_of_its_quotes(text: str) -> None:
    found = memory_graph(b"").query(bound("SELECT $v { FILTER (STRLEN($v) >= 0) }", {"v": text}, {}))
    assert found.rows == ((text,),)  # type: ignore[union-attr]


def test_an_iri_that_is_none_is_refused() -> None:
    with pytest.raises(QueryError, match="not a term"):
        bound("ASK { ?s ?p $v }", {"v": Iri("http://e/a> ?p ?o } #")}, {})


def test_a_variable_that_the_query_assigns_is_refused() -> None:
    with pytest.raises(QueryError, match="cannot be given another"):
        bound("SELECT $v { BIND (1 AS $v) }", {"v": "x"}, {})


def test_escaped_local_names_are_written_in_full() -> None:
    text = bound(r"ASK { GRAPH id:graph\/entities { ?s a b:c } }", {"x": Literal("1")}, {"id": "a:id/"})
    assert text == "PREFIX id: <a:id/>\nASK { GRAPH <a:id/graph/entities> { ?s a b:c } }"


def test_a_query_inside_another_keeps_its_rows(graph: Graph) -> None:
    inside = "PREFIX a: <a:> SELECT ?s ?v { GRAPH ?g { ?s a:p ?v } } ORDER BY ?v"
    counted = graph.query(wrapped(inside, "SELECT (COUNT(*) AS ?n) WHERE", ""))
    assert counted.rows == ((2,),)  # type: ignore[union-attr]
