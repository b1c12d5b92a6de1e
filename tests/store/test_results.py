"""Answers in standard formats, read back by rdflib."""

import io

import pytest
import rdflib
from rdflib.query import Result

from gigraph.errors import UsageError
from gigraph.store import Iri, Literal, Rows, Triple
from gigraph.store.results import serialize

XSD = "http://www.w3.org/2001/XMLSchema#"
ROWS = Rows(
    ("a", "b"),
    (
        (Iri("https://example.org/机关"), Literal('引号" < & 换行\n', XSD + "string")),
        (Literal("省财政厅", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "zh"), None),
        (Literal("2016", XSD + "gYear"), Literal("5", XSD + "integer")),
    ),
)
TRIPLES = (
    Triple(Iri("https://example.org/a"), Iri("https://example.org/p"), Literal("省", "", "zh")),
    Triple(Iri("https://example.org/a"), Iri("https://example.org/p"), Iri("_:x")),
)


@pytest.mark.parametrize("form", ["srj", "srx", "srtsv"])
def test_tables_read_back(form: str) -> None:
    name = {"srj": "json", "srx": "xml", "srtsv": "tsv"}[form]
    found = Result.parse(io.BytesIO(serialize(ROWS, form)), format=name)
    assert [str(variable) for variable in found.vars or ()] == ["a", "b"]
    rows = [tuple(row) for row in found]
    assert rows[0] == (rdflib.URIRef("https://example.org/机关"), rdflib.Literal('引号" < & 换行\n'))
    assert rows[1] == (rdflib.Literal("省财政厅", lang="zh"), None)
    assert rows[2][1] == rdflib.Literal(5)


def test_csv_and_a_yes() -> None:
    assert serialize(ROWS, "srcsv").decode().splitlines()[0] == "a,b"
    assert Result.parse(io.BytesIO(serialize(True, "srj")), format="json").askAnswer is True
    assert Result.parse(io.BytesIO(serialize(False, "srx")), format="xml").askAnswer is False


@pytest.mark.parametrize(("form", "name"), [("nt", "nt"), ("ttl", "turtle"), ("rdf", "xml")])
def test_statements_read_back(form: str, name: str) -> None:
    written = serialize(TRIPLES, form, {"ex": "https://example.org/"})
    graph = rdflib.Graph().parse(data=written, format=name)
    assert len(graph) == 2
    assert rdflib.Literal("省", lang="zh") in set(graph.objects())


@pytest.mark.parametrize(("answer", "form"), [(ROWS, "ttl"), (TRIPLES, "srj"), (True, "srcsv"), (True, "nt")])
def test_a_format_of_the_wrong_kind(answer: object, form: str) -> None:
    with pytest.raises(UsageError):
        serialize(answer, form)  # type: ignore[arg-type]
