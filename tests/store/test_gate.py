"""What a query may contain."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.errors import QueryError
from gigraph.store.gate import MAX_DEPTH, check_query

URL = "<http://127.0.0.1:9/>"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {URL} {{}} }}",
        f"SELECT * {{ sErViCe SILENT {URL} {{}} }}",
        f"SELECT * {{ SERVICESILENT{URL}{{}} }}",
        "PREFIX : <http://127.0.0.1:9/> SELECT * {SERVICE:x{}}",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { ?s ?p 1.SERVICE:x{} }",
        "SELECT * {SERVICE?x{}}",
        f'SELECT * {{ ?s ?p "a"@en.SERVICE{URL}{{}} }}',
        f'SELECT * {{ ?s ?p "a\\"".SERVICE{URL}{{}} }}',
        f"SELECT * {{ ?s ?p ?o # it's\nSERVICE {URL} {{}} }}",
        f"SELECT * {{ ?s ?p ?o FILTER(?o<3)SERVICE{URL}{{}} }}",
        f"PREFIX e: <http://e/> SELECT * {{ ?s ?p e:a\\#b SERVICE {URL} {{}} }}",
        f"SELECT * {{ ?s ?p '''it's \"''' SERVICE {URL} {{}} }}",
    ],
)
def test_service_is_refused_in_every_spelling(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service <http://e/SERVICE> 'SERVICE' } # SERVICE",
        "PREFIX schema: <https://schema.org/> SELECT * { ?s schema:Service ?o }",
        'SELECT * { ?s ?p """a "quoted" SERVICE""" }',
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
    ],
)
def test_the_word_alone_is_no_service(query: str) -> None:
    check_query(query)


@pytest.mark.parametrize("pair", ["{}", "()", "[]"])
def test_nesting_has_a_limit(pair: str) -> None:
    check_query(f"ASK {pair[0] * MAX_DEPTH}{pair[1] * MAX_DEPTH}")
    with pytest.raises(QueryError, match="nested deeper than 64"):
        check_query(f"ASK {pair[0] * (MAX_DEPTH + 1)}")


def test_brackets_in_strings_are_no_nesting() -> None:
    check_query('SELECT * { ?s ?p "' + "{" * 500 + '" }')


@pytest.mark.parametrize("piece", ["!", "1 + ", "?a || ", " UNION {}", "^"])
def test_chains_of_operators_have_a_limit(piece: str) -> None:
    with pytest.raises(QueryError, match="operators"):
        check_query("ASK { FILTER(" + piece * 3000 + "1) }")


def test_a_string_without_end_is_told_with_its_place() -> None:
    with pytest.raises(QueryError, match="character 8: a string is not closed"):
        check_query("SELECT 'abc")


@pytest.mark.parametrize("piece", ["a.", '"\\', "_", "<", "1", "?", "é", "\\"])
def test_no_text_takes_long(piece: str) -> None:
    """Quadratic patterns would need minutes here."""
    for text in ('"""' + piece * 60_000 + " " + piece * 30_000, piece * 90_000):
        with suppress(QueryError):
            check_query(text)


@given(st.text(alphabet=" {}()<>#'\"\\:.?SERVICEservice\n", max_size=40))
def test_a_keyword_outside_of_tokens_is_always_found(noise: str) -> None:
    """Whatever stands before, a SERVICE on a line of its own is refused, or something before it is."""
    query = noise.replace('"', "").replace("'", "").replace("\\", "").replace("?", "") + "\n SERVICE <http://e/> {}"
    with pytest.raises(QueryError):
        check_query(query)
