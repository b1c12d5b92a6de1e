"""The VoID description counts what is there."""

import io
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import rdflib

from gigraph.exporters import export
from gigraph.exporters.void import DATASET, VOID
from gigraph.store import Graph, memory_graph

void = rdflib.Namespace(VOID)
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SMALL = Path(__file__).parents[1] / "fixtures" / "small.nq"


def described(graph: Graph) -> rdflib.Graph:
    stream = io.BytesIO()
    export(graph, stream, "void")
    return rdflib.Graph().parse(stream.getvalue(), format="turtle")


def test_the_counts_are_those_of_the_statements(small_graph: Graph) -> None:
    quads = list(ox.parse(SMALL.read_bytes(), format=ox.RdfFormat.N_QUADS))
    properties = Counter(quad.predicate.value for quad in quads)
    classes = Counter(quad.object.value for quad in quads if quad.predicate.value == TYPE)
    found = described(small_graph)
    whole = rdflib.URIRef(DATASET)
    assert int(str(found.value(whole, void.triples))) == len(quads)
    assert int(str(found.value(whole, void.classes))) == len(classes)
    for link, what, unit, counts in (
        (void.classPartition, void["class"], void.entities, classes),
        (void.propertyPartition, void.property, void.triples, properties),
    ):
        parts = {str(found.value(part, what)): int(str(found.value(part, unit))) for part in found.objects(whole, link)}
        assert parts == counts
    assert not [node for node in found.all_nodes() if isinstance(node, rdflib.BNode)]


def test_an_empty_graph_is_described_too() -> None:
    assert int(str(described(memory_graph(b"")).value(rdflib.URIRef(DATASET), void.triples))) == 0
