"""A publisher without a place is joined to the one agency of its name that the report's regions allow, or to none."""

import hashlib

import pytest

from gigraph.iris import key_digest, mint
from gigraph.link import contribution, index_names, link
from gigraph.mapping import map_report
from gigraph.models import (
    AgencyEntry,
    Document,
    Kind,
    Mention,
    Outcome,
    RegulationEntry,
    ReportFacts,
    ReportField,
    Resolution,
    Source,
    Span,
)
from gigraph.queries import ask, load_queries
from gigraph.registry import load_registry
from gigraph.store import Graph, Iri, Rows, memory_graph
from gigraph.vocab import PREFIXES

TOWN = "城关镇人民政府"
MENTION = (Mention(Kind.AGENCY, Span(0, 2), "文字", None, "test"),)
LOCAL = mint("agency", f"report-{key_digest('local')}", TOWN)
RULE = RegulationEntry(
    "某规定", (), None, None, "cites", True, MENTION, Resolution(Outcome.RESOLVED, mint("regulation", "某规定"), "test")
)


def agency(name: str, region: str | None) -> AgencyEntry:
    if region is None:
        return AgencyEntry(name, (), MENTION, Resolution(Outcome.UNRESOLVED, LOCAL, "test"), "township")
    return AgencyEntry(
        name, (), MENTION, Resolution(Outcome.RESOLVED, mint("agency", region, name), "test"), "township", region
    )


def report(key: str, publisher: str, *agencies: AgencyEntry) -> bytes:
    document = Document("文字" * 5, Source(key, digest="0" * 64), hashlib.sha256(key.encode()).hexdigest())
    fields = (ReportField("publisher", publisher), ReportField("year", 2016), ReportField("title", f"{publisher}报告"))
    return map_report(ReportFacts(document, "annual-report", fields, (RULE,), agencies, ())).data


def graph_of(*named: tuple[str, str], towns: tuple[str, ...]) -> Graph:
    """The town's report, which names some bodies; and reports of the towns of that name in some counties."""
    reports = [report("local", TOWN, agency(TOWN, None), *(agency(name, code) for name, code in named))]
    reports += [report(code, TOWN, agency(TOWN, code)) for code in towns]
    entities = link((contribution(lines.splitlines()) for lines in reports), load_registry())
    return memory_graph(b"".join([*reports, *(line + b"\n" for line in entities)]))


def joined(graph: Graph) -> list[str]:
    return [str(quad.object) for quad in graph.quads(LOCAL, PREFIXES["gi"] + "sameAgency")]


@pytest.mark.parametrize(
    ("named", "towns", "expected"),
    [
        ((("华宁县财政局", "530424"),), ("530424",), "530424"),
        ((("玉溪市财政局", "530400"), ("国务院", "100000")), ("530424", "350123"), "530424"),
        ((("玉溪市财政局", "530400"),), ("530424", "530425"), None),  # two counties of one prefecture
        ((("云南省财政厅", "530000"),), ("530424",), None),  # a province has many towns of one name
        ((("华宁县财政局", "530424"), ("湖南省财政厅", "430000")), ("530424",), None),
        ((("国务院", "100000"),), ("530424",), None),
        ((), ("530424",), None),
        ((("华宁县财政局", "530424"),), (), None),
    ],
)
def test_exactly_one_or_none(named: tuple[tuple[str, str], ...], towns: tuple[str, ...], expected: str | None) -> None:
    wanted = [mint("agency", expected, TOWN)] if expected else []
    assert joined(graph_of(*named, towns=towns)) == wanted


def test_without_a_place_a_report_has_a_publisher_of_its_own() -> None:
    graph = graph_of(towns=())
    assert [str(q.object) for q in graph.quads(predicate=PREFIXES["dct"] + "creator")] == [LOCAL]
    assert [str(q.object) for q in graph.quads(predicate=PREFIXES["gi"] + "agent")] == [LOCAL]
    assert [str(q.subject) for q in graph.quads(predicate=PREFIXES["gi"] + "cites")] == [LOCAL]
    assert not list(graph.quads(LOCAL, PREFIXES["dct"] + "spatial"))
    outcomes = {str(q.object) for q in graph.quads(predicate=PREFIXES["gi"] + "outcome")}
    assert PREFIXES["gi"] + "Unresolved" in outcomes


def test_reports_and_edges_go_to_the_agency() -> None:
    graph = graph_of(("华宁县财政局", "530424"), towns=("530424",))
    own = mint("agency", "530424", TOWN)
    assert {str(q.subject) for q in graph.quads(predicate=PREFIXES["gi"] + "cites")} == {own}
    assert {name.iri for name in index_names(graph) if name.text == TOWN} == {own}
    queries = load_queries()
    for name, expected in (("reports-of-agency", 2), ("agency-series", 2), ("citations-of-agency", 2)):
        rows = ask(graph, queries[name], {"agency": Iri(own)})
        assert isinstance(rows, Rows)
        assert len(rows.rows) == expected, name
