"""Terms and statements as text: what Oxigraph reads and writes again byte for byte, whatever a text holds."""

import datetime

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.mapping.lines import boolean, date, graph_lines, iri, name, node, plain, typed, zh

# Every code point with the awkward ones often: quotes, backslashes, controls, lone surrogates, noncharacters.
AWKWARD = '"\\\n\r\t\b\f\x00\x0b\x1b\x7f\x85\u2028\ufeff\ud800\udcff\ufffe\uffff\U0001f600<>'
HOSTILE = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters(exclude_categories=())), max_size=30)


def as_written(line: str) -> str:
    """A line as Oxigraph writes it after reading it."""
    quads = list(ox.parse(line.encode(), format=ox.RdfFormat.N_QUADS))
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS).decode().removesuffix("\n")


def literal(text: str) -> ox.Literal:
    (quad,) = ox.parse(f"<a:s> <a:p> {text} .".encode(), format=ox.RdfFormat.N_QUADS)
    assert isinstance(quad.object, ox.Literal)
    return quad.object


@given(HOSTILE)
def test_a_line_is_the_canonical_line(text: str) -> None:
    for term in (plain(text), zh(text)):
        (line,) = graph_lines("https://example.org/g", [f"<a:s> <a:p> {term}"])
        assert as_written(line.decode()) == line.decode()


@given(HOSTILE)
def test_a_literal_keeps_its_characters(text: str) -> None:
    kept = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    assert literal(plain(text)).value == kept
    assert (literal(zh(text)).value, literal(zh(text)).language) == (kept, "zh")


@given(HOSTILE)
def test_an_iri_of_any_origin_stays_between_its_brackets(text: str) -> None:
    written = iri("https://example.org/" + text)
    assert written.startswith("<https://example.org/")
    assert not set(written[1:-1]) & set('<>"{}|^`\\ \n\r\t\x00')
    written.encode()  # no lone surrogate


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: datetime.date) -> None:
    written = date(day.isoformat())
    assert written == typed(day.isoformat(), "xsd:date")


NO_DATES = ["2018-02-29", "2018-2-3", "20180203", "2018-W05-1", "2018-13-01", "2018年2月3日", "2018-02-03 "]
NO_DATES += ["２０１８-02-03", "0000-01-01", ""]


@pytest.mark.parametrize("text", [*NO_DATES, None, 2018])
def test_what_is_no_date_is_none(text: object) -> None:
    assert date(text) is None


def test_typed_literals() -> None:
    assert boolean(True) == '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    assert boolean(False) == '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'


def test_a_node_states_its_class_and_what_it_has() -> None:
    pairs = [("gi:name", zh("甲")), ("gi:method", None)]
    assert list(node("<a:s>", "gi:Citation", pairs)) == [
        f'<a:s> {name("gi:name")} "甲"@zh',
        f"<a:s> {name('rdf:type')} {name('gi:Citation')}",
    ]


def test_only_terms_of_the_vocabulary_can_be_written() -> None:
    with pytest.raises(KeyError, match="gi:likes"):
        list(node("<a:s>", "gi:Citation", [("gi:likes", plain("x"))]))
    with pytest.raises(KeyError, match="skos:related"):
        name("skos:related")


def test_lines_are_sorted_and_each_stands_once() -> None:
    assert graph_lines("a:g", ["<b:s> <a:p> <a:o>", "<a:s> <a:p> <a:o>", "<b:s> <a:p> <a:o>"]) == [
        b"<a:s> <a:p> <a:o> <a:g> .",
        b"<b:s> <a:p> <a:o> <a:g> .",
    ]
