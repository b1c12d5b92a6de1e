"""Each check finds what it is for, once a wrong statement is planted in the small graph."""

from pathlib import Path

import pytest

from gigraph.queries import ask, load_checks
from gigraph.store import Rows, memory_graph

SMALL = (Path(__file__).parents[1] / "fixtures" / "small.nq").read_text(encoding="utf-8")
ID, GI = "https://w3id.org/gigraph/id/", "https://w3id.org/gigraph/ontology#"
ENTITIES = f"<{ID}graph/entities>"
NEW = f"<{ID}graph/report/new>"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
BUREAU, TREASURY = f"<{ID}agency/880000/云山省机关事务管理局>", f"<{ID}agency/880000/云山省财政厅>"
ACT = f"<{ID}regulation/中华人民共和国政府信息公开条例>"
REPORT = f"<urn:r> {TYPE} <{GI}Report> {NEW} ."
CITATION = f"<urn:c> {TYPE} <{GI}Citation> {NEW} ."
CITED = "<http://purl.org/spar/cito/hasCitedEntity>"

# check: (statements planted, what it must name)
PLANTED: dict[str, tuple[list[str], str]] = {
    "agency-within-itself": (
        [f"<{ID}agency/880000/云山省人民政府> <http://www.w3.org/ns/org#subOrganizationOf> {BUREAU} {ENTITIES} ."],
        "云山省人民政府",
    ),
    "citation-dangling": ([f"<urn:c> {CITED} <urn:nowhere> {NEW} ."], "urn:nowhere"),
    "citation-outcome": ([CITATION, f"<urn:c> <{GI}outcome> <{GI}Resolved> {NEW} ."], "urn:c"),
    "citation-version": (
        [f"<urn:c> {CITED} <{ID}regulation/国办发〔2015〕22号> {NEW} .", f"<urn:c> <{GI}citedVersion> {ACT[:-1]}/2007> {NEW} ."],
        "urn:c",
    ),
    "citation-without-evidence": ([CITATION], "urn:c"),
    "default-graph-in-use": (["<urn:s> <urn:p> <urn:o> ."], "urn:s"),
    "edge-without-citation": ([f"{TREASURY} <{GI}cites> {ACT} {ENTITIES} ."], "云山省财政厅"),
    "entity-without-label": ([f"<urn:a> {TYPE} <{GI}Agency> {ENTITIES} ."], "urn:a"),
    "evidence-without-text": ([f"<urn:c> <{GI}evidence> <{ID}text/0#char=1,2> {NEW} ."], "urn:c"),
    "report-not-in-manifest": ([REPORT], "graph/report/new"),
    "report-without-publisher": ([REPORT], "urn:r"),
    "report-without-source": ([REPORT], "urn:r"),
    "report-without-year": ([REPORT], "urn:r"),
}  # fmt: skip


def test_every_check_is_tested() -> None:
    assert sorted(PLANTED) == sorted(load_checks())


@pytest.mark.parametrize("name", sorted(PLANTED))
def test_a_check_finds_what_was_planted(name: str) -> None:
    statements, expected = PLANTED[name]
    graph = memory_graph((SMALL + "\n".join(statements) + "\n").encode())
    rows = ask(graph, load_checks()[name])
    assert isinstance(rows, Rows)
    assert len(rows.rows) >= 1
    assert any(expected in str(cell) for row in rows.rows for cell in row)
