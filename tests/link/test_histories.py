"""Changes, standing and guidance of agencies in the entities graph."""

from gigraph.iris import graph_iri, mint
from gigraph.store import Graph
from gigraph.vocab import PREFIXES

HEALTH = mint("agency", "100000", "国家卫生健康委员会")
COUNTY, CITY = mint("agency", "530424", "华宁县财政局"), mint("agency", "530400", "玉溪市财政局")


def values(graph: Graph, subject: str, prefixed: str) -> list[str]:
    query = f"SELECT ?o WHERE {{ GRAPH <{graph_iri('entities')}> {{ <{subject}> {prefixed} ?o }} }}"
    return sorted(str(row[0]) for row in graph.select(query, prefixes=PREFIXES))


def test_a_renaming_is_an_event_and_both_organisations_stay(histories_graph: Graph) -> None:
    before = mint("agency", "100000", "国家卫生和计划生育委员会")
    (event,) = values(histories_graph, HEALTH, "org:resultedFrom")
    assert values(histories_graph, before, "org:changedBy") == [event]
    assert values(histories_graph, event, "org:originalOrganization") == [before]
    assert values(histories_graph, event, "org:resultingOrganization") == [HEALTH]
    assert values(histories_graph, event, "dct:date") == ["2018-03-17"]
    assert values(histories_graph, event, "dct:source")


def test_an_organisation_that_no_report_names_is_there_if_its_history_is(histories_graph: Graph) -> None:
    ministry = mint("agency", "100000", "中华人民共和国卫生部")
    assert values(histories_graph, ministry, "skos:prefLabel") == ["中华人民共和国卫生部"]
    assert "卫生部" in values(histories_graph, ministry, "skos:altLabel")
    assert values(histories_graph, mint("agency", "100000", "国家数据局"), "skos:prefLabel") == []


def test_agencies_have_system_level_and_sector(histories_graph: Graph) -> None:
    assert values(histories_graph, COUNTY, "gi:system") == [mint("agency-system", "government")]
    assert values(histories_graph, COUNTY, "gi:level") == [mint("agency-level", "county")]
    assert values(histories_graph, COUNTY, "gi:sector") == [mint("agency-sector", "finance")]
    committee = mint("agency", "530424", "中共华宁县委")
    assert values(histories_graph, committee, "gi:system") == [mint("agency-system", "party")]
    assert values(histories_graph, committee, "gi:sector") == []


def test_belonging_and_guidance_are_two_lines(histories_graph: Graph) -> None:
    assert values(histories_graph, COUNTY, "org:subOrganizationOf") == [mint("agency", "530424", "华宁县人民政府")]
    assert values(histories_graph, COUNTY, "gi:guidedBy") == [CITY]
    assert values(histories_graph, CITY, "gi:guidedBy") == [mint("agency", "530000", "云南省财政厅")]
    assert values(histories_graph, CITY, "org:subOrganizationOf") == []


def test_a_change_whose_day_differs_by_place_is_an_interval(histories_graph: Graph) -> None:
    (event,) = values(histories_graph, mint("agency", "530424", "华宁县农业农村局"), "org:resultedFrom")
    assert values(histories_graph, event, "org:originalOrganization") == [mint("agency", "530424", "华宁县农业局")]
    assert values(histories_graph, event, "gi:notBefore") == ["2018-03-21"]
    assert values(histories_graph, event, "gi:notAfter") == ["2019-03-31"]
    assert values(histories_graph, event, "dct:date") == []


def test_no_series_goes_on_over_a_part_of_the_duties(histories_graph: Graph) -> None:
    civil, veterans = (mint("agency", "530424", name) for name in ("华宁县民政局", "华宁县退役军人事务局"))
    (event,) = values(histories_graph, civil, "gi:partlyChangedBy")
    assert values(histories_graph, event, "org:resultingOrganization") == [veterans]
    assert values(histories_graph, event, "gi:partialOrigin") == [civil]
    assert values(histories_graph, event, "org:originalOrganization") == []
    assert values(histories_graph, civil, "org:changedBy") == []
