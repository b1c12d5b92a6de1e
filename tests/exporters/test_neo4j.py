"""The folder for Neo4j: its headers, its cells, and Cypher over it in LadybugDB, which reads the same files."""

import csv
from pathlib import Path

import networkx as nx
import pytest

from gigraph.exporters import neo4j
from gigraph.network import EVERYTHING, NETWORKS
from gigraph.store.reader import memory_graph

SMALL = (Path(__file__).parents[1] / "fixtures" / "small.nq").read_bytes()
TYPES = {"string": "STRING", "long": "INT64", "double": "DOUBLE", "boolean": "BOOLEAN"}


@pytest.fixture
def network() -> "nx.Graph[str]":
    return NETWORKS["agency-regulation"](memory_graph(SMALL), EVERYTHING, apart=True)


def table(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    return header, rows


def test_a_file_a_label_and_a_file_a_type(network: "nx.Graph[str]", tmp_path: Path) -> None:
    neo4j.write(network, tmp_path)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["Agency.csv", "CITES.csv", "DISCLOSES.csv", "ISSUES.csv", "README.txt", "Regulation.csv"]
    header, agencies = table(tmp_path / "Agency.csv")
    assert header[:2] == ["iri:ID", ":LABEL"]
    assert {"label:string", "degree:long", "pagerank:double"} <= set(header)
    assert {row[0] for row in agencies} == {node for node, type_ in network.nodes.data("type") if type_ == "agency"}
    header, cites = table(tmp_path / "CITES.csv")
    assert header[:3] == [":START_ID", ":END_ID", ":TYPE"]
    assert {"years:int[]", "relations:string[]", "weight:long", "formula:boolean"} <= set(header)
    assert {row[2] for row in cites} == {"CITES"}
    assert "--nodes=Agency.csv" in (tmp_path / "README.txt").read_text("utf-8")


def test_what_would_break_a_row_is_a_space(tmp_path: Path) -> None:
    network: nx.Graph[str] = nx.DiGraph()
    network.add_node("a", type="agency", label='甲\n"局",\x00\ud800乙\u2028丙')
    neo4j.write(network, tmp_path)
    _, rows = table(tmp_path / "Agency.csv")
    assert rows == [["a", "Agency", '甲 "局",乙 丙']]
    assert len((tmp_path / "Agency.csv").read_text("utf-8").splitlines()) == 2


def test_cypher_over_it(network: "nx.Graph[str]", tmp_path: Path) -> None:
    ladybug = pytest.importorskip("ladybug", reason="LadybugDB, which answers Cypher: pip install ladybug")
    folder = tmp_path / "csv"
    folder.mkdir()
    neo4j.write(network, folder)
    database = ladybug.Connection(ladybug.Database(str(tmp_path / "db")))
    for label in ("Agency", "Regulation"):
        columns = ", ".join(column(name) for name in table(folder / f"{label}.csv")[0])
        database.execute(f"CREATE NODE TABLE {label}({columns}, PRIMARY KEY(iri))")
        database.execute(f'COPY {label} FROM "{folder / label}.csv" (header=true)')
    for type_ in ("CITES", "ISSUES", "DISCLOSES"):
        columns = ", ".join(column(name) for name in table(folder / f"{type_}.csv")[0][2:])
        database.execute(f"CREATE REL TABLE {type_}(FROM Agency TO Regulation, {columns})")
        database.execute(f'COPY {type_} FROM "{folder / type_}.csv" (header=true)')

    def ask(cypher: str) -> list[list[object]]:
        return [list(row) for row in database.execute(cypher)]

    assert ask("MATCH (n) RETURN count(n)") == [[len(network)]]
    assert ask("MATCH ()-[r]->() RETURN count(r)") == [[network.number_of_edges()]]
    for relation, count in (("CITES", "cites"), ("ISSUES", "issues")):
        expected = sum(1 for *_, found in network.edges(data="relation") if found == count)
        assert ask(f"MATCH (:Agency)-[r:{relation}]->(:Regulation) RETURN count(r)") == [[expected]]
    most = ask(
        "MATCH (a:Agency)-[:CITES]->(r:Regulation) RETURN r.label, count(a) AS agencies ORDER BY agencies DESC, r.label LIMIT 1"
    )
    degrees = {network.nodes[r]["label"]: 0 for _, r in network.edges()}
    for _, target, relation in network.edges(data="relation"):
        degrees[network.nodes[target]["label"]] += relation == "cites"
    assert most[0][1] == max(degrees.values())
    assert degrees[str(most[0][0])] == most[0][1]
    assert sorted(ask("MATCH (:Agency)-[r:CITES]->() RETURN r.weight")) == sorted(
        [weight]
        for _, _, weight, relation in ((a, b, d["weight"], d["relation"]) for a, b, d in network.edges(data=True))
        if relation == "cites"
    )


def column(header: str) -> str:
    """A column of a table for a header's name and type; lists as they are written, text."""
    name, _, type_ = header.partition(":")
    type_ = {"LABEL": "of_label", "TYPE": "of_type"}.get(type_, type_)
    return f"{name or type_} {TYPES.get(type_, 'STRING')}"
