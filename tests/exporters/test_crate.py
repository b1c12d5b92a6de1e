"""The RO-Crate: read by the rocrate library, its DCAT and VoID by rdflib, its files by their digests."""

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID

from gigraph.exporters import Options, export
from gigraph.exporters.tables import TABLES
from gigraph.store.reader import Graph

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")


@pytest.fixture(scope="module")
def crate(small_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crate")
    export(small_graph, folder, "ro-crate", options=Options(license=LICENSE, published="2024-01-02"))
    return folder


def entities(folder: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((folder / "ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    return {each["@id"]: each for each in found}


def test_the_metadata_describe_every_file(crate: Path) -> None:
    found = entities(crate)
    files = {each["@id"] for each in found.values() if each["@type"] == "File"}
    there = {path.relative_to(crate).as_posix() for path in crate.rglob("*") if path.is_file()}
    assert files == there - {"ro-crate-metadata.json"}
    assert {part["@id"] for part in found["./"]["hasPart"]} == files | {"tables/"}
    assert all(int(found[name]["contentSize"]) == (crate / name).stat().st_size for name in files)
    assert found["ro-crate-metadata.json"]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}


def test_licence_and_day_are_the_publishers_to_say(crate: Path, small_graph: Graph, tmp_path: Path) -> None:
    root = entities(crate)["./"]
    assert (root["license"], root["datePublished"]) == ({"@id": LICENSE}, "2024-01-02")
    assert root["temporalCoverage"] == "2014/2019"
    export(small_graph, tmp_path, "ro-crate")
    assert not {"license", "datePublished"} & set(entities(tmp_path)["./"])


def test_the_same_graph_gives_the_same_crate(crate: Path, small_graph: Graph, tmp_path: Path) -> None:
    export(small_graph, tmp_path, "ro-crate", options=Options(license=LICENSE, published="2024-01-02"))
    for path in (path for path in crate.rglob("*") if path.is_file()):
        assert (tmp_path / path.relative_to(crate)).read_bytes() == path.read_bytes()


def test_rocrate_reads_it(crate: Path) -> None:
    library = pytest.importorskip("rocrate.rocrate", reason="the library for RO-Crate: pip install rocrate")
    read = library.ROCrate(str(crate))
    assert read.root_dataset["name"].startswith("Chinese government-information")
    assert read.root_dataset["license"].id == LICENSE
    assert {entity.id for entity in read.data_entities} >= {"graph.nq", "tables/citations.csv", "tables/"}
    assert read.get("tables/citations.csv")["encodingFormat"] == "text/csv"


def test_dcat_and_void_describe_one_data_set(crate: Path) -> None:
    dcat, void = (rdflib.Graph().parse(crate / name) for name in ("dcat.ttl", "void.ttl"))
    (dataset,) = dcat.subjects(RDF.type, DCAT.Dataset)
    assert (dataset, RDF.type, VOID.Dataset) in void
    assert dcat.value(dataset, DCTERMS.license) == rdflib.URIRef(LICENSE)
    distributions = list(dcat.objects(dataset, DCAT.distribution))
    assert len(distributions) == len(TABLES) + 2
    for each in distributions:
        path = crate / str(dcat.value(each, DCTERMS.title))
        assert int(str(dcat.value(each, DCAT.byteSize))) == path.stat().st_size
        checksum = dcat.value(each, SPDX.checksum)
        assert str(dcat.value(checksum, SPDX.checksumValue)) == hashlib.sha256(path.read_bytes()).hexdigest()
    assert not [node for triple in dcat for node in triple if isinstance(node, rdflib.BNode)]


def test_the_statements_and_tables_are_there(crate: Path, small_graph: Graph) -> None:
    assert (crate / "graph.nq").read_bytes() == small_graph.dump_nquads()
    with (crate / "tables" / "agencies.csv").open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == 8
