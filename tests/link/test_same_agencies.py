"""A publisher without a place is joined to the one agency of its name that the report's regions allow, or to none."""

import pytest
from invented import MENTION, agency, report, resolved, whole

from gigraph.iris import key_digest, mint
from gigraph.link import index_names
from gigraph.models import AgencyEntry, Outcome, RegulationEntry, Resolution
from gigraph.queries import ask, load_queries
from gigraph.store import Graph, Iri, Rows, memory_graph
from gigraph.vocab import PREFIXES

TOWN = "城关镇人民政府"
LOCAL = mint("agency", f"report-{key_digest('local')}", TOWN)
RULE = RegulationEntry("某规定", (), None, None, "cites", True, MENTION, resolved(mint("regulation", "某规定")))
FIELDS = {"publisher": TOWN, "year": 2016, "title": f"{TOWN}报告"}
PLACELESS = AgencyEntry(TOWN, (), MENTION, Resolution(Outcome.UNRESOLVED, LOCAL, "test"), "township")


def graph_of(*named: tuple[str, str], towns: tuple[str, ...]) -> Graph:
    """The town's report, which names some bodies; and reports of the towns of that name in some counties."""
    others = (agency(name, code, "township") for name, code in named)
    reports = [report("local", FIELDS, [RULE, PLACELESS, *others])]
    reports += [report(code, FIELDS, [RULE, agency(TOWN, code, "township")]) for code in towns]
    return memory_graph(whole(reports))


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
