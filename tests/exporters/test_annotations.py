"""Web Annotations: each place that states a fact, read back by rdflib."""

import io
import json
import warnings
from pathlib import Path
from typing import Any

import rdflib
from rdflib.namespace import RDF

from gigraph.exporters import Options, export
from gigraph.mapping import map_report
from gigraph.pipeline import read_facts
from gigraph.store.reader import Graph, memory_graph
from gigraph.vocab import term

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
TEXT = "甲省财政厅2015年政府信息公开工作年度报告\n\n根据《中华人民共和国政府信息公开条例》的规定,编制本报告。\n"


def exported(graph: Graph, documents: Path | None = None) -> bytes:
    stream = io.BytesIO()
    export(graph, stream, "annotations", options=Options(documents=documents))
    return stream.getvalue()


def read(data: bytes) -> rdflib.Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, inside its parser
        dataset = rdflib.Dataset()
        dataset.parse(data=data, format="json-ld")
        found = rdflib.Graph()
        for s, p, o, _ in dataset.quads():
            found.add((s, p, o))
    return found


def annotations(graph: Graph, documents: Path | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(exported(graph, documents))["@graph"]
    return found


def test_a_citation_is_annotated(small_graph: Graph) -> None:
    found = next(each for each in annotations(small_graph) if "/citation/" in each["id"] and len(each["body"]) == 2)
    assert found["type"] == "Annotation"
    assert found["motivation"] == "identifying"
    assert "/regulation/" in found["body"][0]
    assert found["id"].startswith(found["body"][1])
    position, quote = found["target"]["selector"]
    assert position["end"] - position["start"] == len(quote["exact"])
    assert found["target"]["id"].endswith(f"#char={position['start']},{position['end']}")
    assert found["target"]["id"].startswith(found["target"]["source"])


def test_every_place_of_a_fact_has_one(small_graph: Graph) -> None:
    copies = {str(quad.subject) for quad in small_graph.quads(predicate=term("gi:duplicateOf"))}
    places = {
        (str(quad.subject), str(quad.object))
        for quad in small_graph.quads(predicate=term("gi:evidence"))
        if "/graph/report/" in quad.graph and not any(quad.subject.startswith(copy) for copy in copies)
    }
    found = annotations(small_graph)
    assert {(each["body"][-1], each["target"]["id"]) for each in found} == places
    assert len({each["id"] for each in found}) == len(found) == len(places)


def test_rdflib_reads_it_without_a_blank_node(small_graph: Graph) -> None:
    graph, found = read(exported(small_graph)), annotations(small_graph)
    assert not [node for triple in graph for node in triple if isinstance(node, rdflib.BNode)]
    assert len(set(graph.subjects(RDF.type, OA.Annotation))) == len(found)
    for each in found[:20]:
        target = rdflib.URIRef(each["target"]["id"])
        assert (rdflib.URIRef(each["id"]), OA.hasTarget, target) in graph
        assert set(graph.objects(rdflib.URIRef(each["id"]), OA.hasBody)) == {rdflib.URIRef(iri) for iri in each["body"]}
        position = next(
            s for s in graph.objects(target, OA.hasSelector) if (s, RDF.type, OA.TextPositionSelector) in graph
        )
        start = graph.value(position, OA.start)
        assert start == rdflib.Literal(each["target"]["selector"][0]["start"], datatype=rdflib.XSD.nonNegativeInteger)
        assert graph.value(rdflib.URIRef(each["id"]), OA.motivatedBy) in (OA.identifying, OA.describing)


def test_the_order_of_the_statements_does_not_matter(small_graph: Graph) -> None:
    backwards = memory_graph(b"".join(reversed(small_graph.dump_nquads().splitlines(keepends=True))))
    assert exported(backwards) == exported(small_graph)


def test_the_words_around_a_quote_come_from_the_documents(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(TEXT, "utf-8")
    graph = memory_graph(map_report(read_facts(path, "甲.txt")).data)
    (found,) = [each for each in annotations(graph, tmp_path) if "/citation/" in each["id"]]
    quote = found["target"]["selector"][1]
    assert TEXT.startswith(quote["prefix"] + quote["exact"] + quote["suffix"], TEXT.index(quote["prefix"]))
    assert quote["prefix"].endswith("根据")
    path.write_text("another text", "utf-8")
    assert not [s for each in annotations(graph, tmp_path) for s in each["target"]["selector"] if "prefix" in s]


def test_an_empty_graph_is_a_valid_document() -> None:
    assert len(read(exported(memory_graph(b"")))) == 0
