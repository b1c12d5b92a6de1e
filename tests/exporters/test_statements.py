"""N-Quads, Turtle and JSON-LD say what the graph says: read back by other readers, the statements are the same."""

import io
import json
import re
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from gigraph import vocab
from gigraph.errors import UsageError
from gigraph.exporters import EXPORTERS, Options, export
from gigraph.exporters.attributes import clean
from gigraph.exporters.sorting import sorted_lines
from gigraph.exporters.statements import things
from gigraph.iris import mint
from gigraph.store.reader import memory_graph
from gigraph.store.terms import Iri, Quad
from gigraph.vocab import PREFIXES, gi, term

ROOT = Path(__file__).parents[2]
SMALL = (ROOT / "tests" / "fixtures" / "small.nq").read_bytes()
FORMATS = {
    "nquads": ox.RdfFormat.N_QUADS, "ntriples": ox.RdfFormat.N_TRIPLES, "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG, "rdfxml": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD,
}  # fmt: skip
WITH_GRAPHS = ("nquads", "trig", "jsonld")
STATEMENTS = [name for name, exporter in EXPORTERS.items() if exporter.statements and name != "void"]

# Any text without lone surrogates, which no store can hold.
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=15)
THINGS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=6).map(
    lambda name: mint("agency", name)
)
OUR_TERMS = sorted(vocab.CLASSES | vocab.PROPERTIES | vocab.INDIVIDUALS)
TERMS = st.sampled_from([gi(name) for name in OUR_TERMS] + sorted(map(term, vocab.FOREIGN - {"rdf:type"})))
OTHER_IRIS = st.sampled_from(
    ["https://example.org/a#b", "urn:x:y", PREFIXES["id"] + "/x", PREFIXES["xsd"] + "date", PREFIXES["gi"] + "a-1"]
)
DATATYPES = st.sampled_from([PREFIXES["xsd"] + name for name in ("boolean", "integer", "date", "gYear", "decimal")])
TYPED = st.sampled_from(["true", "1", "0", "-12", "007", "2015-01-01", "2015", "9" * 20, "x"])
LITERALS = st.one_of(
    TEXT.map(ox.Literal),
    st.tuples(TEXT, st.sampled_from(["zh", "en", "zh-hant"])).map(lambda pair: ox.Literal(pair[0], language=pair[1])),
    st.tuples(TYPED | TEXT, DATATYPES).map(lambda pair: ox.Literal(pair[0], datatype=ox.NamedNode(pair[1]))),
)
NODES = st.one_of(THINGS, TERMS, OTHER_IRIS).map(ox.NamedNode)
QUADS = st.lists(
    st.builds(
        ox.Quad,
        NODES,
        st.one_of(TERMS, OTHER_IRIS).map(ox.NamedNode) | st.just(ox.NamedNode(term("rdf:type"))),
        NODES | LITERALS,
        st.sampled_from(["https://w3id.org/gigraph/id/graph/entities", "urn:g"]).map(ox.NamedNode),
    ).filter(lambda quad: quad.predicate.value != term("rdf:type") or isinstance(quad.object, ox.NamedNode)),
    max_size=12,
)


def exported(nquads: bytes, name: str) -> bytes:
    stream = io.BytesIO()
    export(memory_graph(nquads), stream, name)
    return stream.getvalue()


def lines(quads: Iterable[ox.Quad | ox.Triple]) -> set[str]:
    return {str(quad) for quad in quads}


def dump(quads: Sequence[ox.Quad]) -> bytes:
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""


def read(data: bytes, name: str) -> set[str]:
    return lines(quad if name in WITH_GRAPHS else quad.triple for quad in ox.parse(data, format=FORMATS[name]))


def stated(quads: Iterable[ox.Quad], name: str) -> set[str]:
    return lines(quad if name in WITH_GRAPHS else quad.triple for quad in quads)


def test_every_format_is_tested() -> None:
    assert list(FORMATS) == STATEMENTS


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_small_graph_comes_out_whole(name: str) -> None:
    quads = list(ox.parse(SMALL, format=ox.RdfFormat.N_QUADS))
    assert read(exported(SMALL, name), name) == stated(quads, name)


@given(QUADS)
def test_any_statements_come_out_whole(quads: list[ox.Quad]) -> None:
    data = memory_graph(dump(quads)).dump_nquads()  # a store normalises typed literals: "007" is "7"
    quads = list(ox.parse(data, format=ox.RdfFormat.N_QUADS))
    for name in set(FORMATS) - {"rdfxml"}:
        assert read(exported(data, name), name) == stated(quads, name)
    fit = [
        quad
        for quad in quads
        if not isinstance(quad.object, ox.Literal) or clean(quad.object.value) == quad.object.value
    ]
    assert read(exported(dump(fit), "rdfxml"), "rdfxml") == stated(fit, "rdfxml")


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_order_of_the_statements_does_not_matter(name: str) -> None:
    backwards = b"".join(reversed(SMALL.splitlines(keepends=True)))
    assert exported(SMALL, name) == exported(backwards, name)


def test_nquads_are_sorted_lines() -> None:
    assert exported(SMALL, "nquads").splitlines() == sorted(SMALL.splitlines())


@pytest.mark.parametrize(("name", "known"), [("ntriples", "nt"), ("turtle", "turtle"), ("rdfxml", "xml")])
def test_rdflib_reads_the_triples_too(name: str, known: str) -> None:
    graph = rdflib.Graph().parse(data=exported(SMALL, name), format=known)
    found = {(str(s), str(p), str(o)) for s, p, o in graph}
    quads = ox.parse(SMALL, format=ox.RdfFormat.N_QUADS)
    assert found == {(q.subject.value, q.predicate.value, q.object.value) for q in quads}  # type: ignore[union-attr]


@pytest.mark.parametrize(("name", "known"), [("nquads", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")])
def test_rdflib_reads_the_quads_too(name: str, known: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, inside its parser
        dataset = rdflib.Dataset()
        dataset.parse(data=exported(SMALL, name), format=known)
        found = {(str(s), str(p), str(o), str(g)) for s, p, o, g in dataset.quads()}
    quads = ox.parse(SMALL, format=ox.RdfFormat.N_QUADS)
    assert found == {(q.subject.value, q.predicate.value, q.object.value, q.graph_name.value) for q in quads}  # type: ignore[union-attr]


def test_lines_are_sorted_piece_by_piece() -> None:
    graph = memory_graph(SMALL)
    whole = graph.dump_nquads().splitlines(keepends=True)
    for piece in (1, 7, 500, len(whole), len(whole) + 1):
        assert list(sorted_lines(graph, piece)) == whole


def test_a_graph_that_is_too_large_to_hold_is_read_thing_by_thing() -> None:
    graph = memory_graph(SMALL)
    for name in graph.graphs():
        whole = list(things(graph, name))
        assert list(things(graph, name, held=3)) == whole


def test_graphs_are_counted_aloud() -> None:
    told: list[str] = []
    export(memory_graph(SMALL), io.BytesIO(), "trig", options=Options(step=told.append))
    assert "writing graph 1 of 10" in told


def test_a_triple_of_two_graphs_is_one_of_n_triples() -> None:
    twice = b'<urn:a> <urn:b> "c" <urn:g> .\n<urn:a> <urn:b> "c" <urn:h> .\n<urn:a> <urn:b> "c"@zh <urn:g> .\n'
    assert exported(twice, "ntriples") == b'<urn:a> <urn:b> "c" .\n<urn:a> <urn:b> "c"@zh .\n'


def test_what_has_no_name_is_not_for_xml() -> None:
    with pytest.raises(UsageError, match="name of an element"):
        exported(b"<urn:a> <https://example.org/1> <urn:c> <urn:g> .\n", "rdfxml")


def test_turtle_is_made_for_reading() -> None:
    text = exported(SMALL, "turtle").decode()
    assert re.search(r"\n    gi:inRegistry true [;.]\n", text)
    assert "\n# <https://w3id.org/gigraph/id/graph/entities>\n" in text
    block = next(
        block for block in text.split("\n\n") if block.startswith("<https://w3id.org/gigraph/id/region/880100>")
    )
    assert block.splitlines() == [
        "<https://w3id.org/gigraph/id/region/880100> a gi:Region ;",
        "    skos:broader <https://w3id.org/gigraph/id/region/880000> ;",
        '    skos:notation "880100" ;',
        '    skos:prefLabel "临江市"@zh .',
    ]


def test_json_ld_is_compact_and_needs_nothing_from_elsewhere() -> None:
    document = json.loads(exported(SMALL, "jsonld"))
    assert document["@context"] == json.loads((ROOT / "ontology" / "context.jsonld").read_text("utf-8"))["@context"]
    (entities,) = [graph["@graph"] for graph in document["@graph"] if graph["@id"] == "id:graph/entities"]
    region = next(thing for thing in entities if thing["@id"] == "id:region/880100")
    expected = {"@type": "Region", "broader": "id:region/880000", "notation": "880100", "prefLabel": "临江市"}
    assert region == {"@id": "id:region/880100", **expected}
    data = [graph["@graph"] for graph in document["@graph"] if graph["@id"] != "id:graph/ontology"]
    keys = {key for things in data for thing in things for key in thing}
    assert not [key for key in keys if ":" in key], "a property of the data has no short name"


class Fake:
    """A source that is no store."""

    def graphs(self) -> list[Iri]:
        return [Iri("urn:g")]

    def quads(
        self, *, subject: str | None = None, predicate: str | None = None, graph: str | None = None
    ) -> list[Quad]:
        return [Quad(Iri("urn:s"), Iri(gi("cites")), Iri("urn:o"), Iri("urn:g"))]

    def dump_to(self, stream: BinaryIO) -> None:
        stream.write(b"<urn:s> <https://w3id.org/gigraph/ontology#cites> <urn:o> <urn:g> .\n")


@pytest.mark.parametrize("name", STATEMENTS)
def test_any_source_with_the_methods_will_do(name: str) -> None:
    stream = io.BytesIO()
    exporter = EXPORTERS[name].statements
    assert exporter is not None
    exporter(Fake(), stream)
    assert b"cites" in stream.getvalue()


@pytest.mark.parametrize("name", STATEMENTS)
def test_an_empty_graph_is_a_valid_document(name: str) -> None:
    assert read(exported(b"", name), name) == set()
