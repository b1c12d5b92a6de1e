"""Who cites what, and the card of a thing."""

import pytest

from gigraph.iris import mint
from gigraph.queries import lookups
from gigraph.queries.cards import card
from gigraph.queries.lookups import Cited, cited_by, cited_by_first, cites, uncertain_version
from gigraph.store import Graph, memory_graph

TITLE = "中华人民共和国政府信息公开条例"
ACT, V2007, V2019 = mint("regulation", TITLE), mint("regulation", TITLE, "2007"), mint("regulation", TITLE, "2019")
BUREAU = mint("agency", "880000", "云山省机关事务管理局")
CITY = mint("agency", "880100", "临江市人民政府")


def summary(entries: tuple[Cited, ...]) -> list[tuple[str, str | None, str, tuple[int, ...]]]:
    return [
        (entry.agency.name if entry.agency else "", entry.version.number if entry.version else None, entry.relation, entry.years)
        for entry in entries
    ]  # fmt: skip


def test_a_title_is_answered_by_version(small_graph: Graph) -> None:
    assert summary(cited_by(small_graph, ACT)) == [
        ("云山省机关事务管理局", "国务院令第492号", "cites", (2014, 2015, 2016)),
        ("临江市统计局", "国务院令第711号", "cites", (2019,)),
        ("临江市人民政府", None, "cites", (2019,)),
    ]


def test_a_report_without_a_known_publisher_counts_too(small_graph: Graph) -> None:
    graph = "<https://w3id.org/gigraph/id/graph/report/new>"
    cito, gi = "http://purl.org/spar/cito/", "https://w3id.org/gigraph/ontology#"
    lines = [
        f"<urn:c> <{cito}hasCitedEntity> <{ACT}> {graph} .", f"<urn:c> <{cito}hasCitingEntity> <urn:r> {graph} .",
        f"<urn:c> <{gi}relation> <{gi}cites> {graph} .", f"<urn:c> <{gi}evidence> <urn:t#char=1,4> {graph} .",
        f'<urn:t#char=1,4> <{gi}exact> "条例" {graph} .', f'<urn:s> <{gi}sourceKey> "x.txt" {graph} .',
        f"<urn:r> <http://www.w3.org/ns/prov#hadPrimarySource> <urn:s> {graph} .",
    ]  # fmt: skip
    found = cited_by(memory_graph(small_graph.dump_nquads() + "\n".join(lines).encode() + b"\n"), ACT)
    (unknown,) = (entry for entry in found if entry.agency is None)
    assert (unknown.years, unknown.reports, unknown.quotes[0].text) == ((), 1, "条例")


def test_a_number_is_answered_by_its_version_alone(small_graph: Graph) -> None:
    assert summary(cited_by(small_graph, V2019)) == [("临江市统计局", "国务院令第711号", "cites", (2019,))]
    found = uncertain_version(small_graph, V2019)
    assert found is not None
    assert (found[0].name, found[1]) == (TITLE, 1)
    assert uncertain_version(small_graph, ACT) is None


def test_the_words_and_their_places(small_graph: Graph) -> None:
    (entry,) = cited_by(small_graph, V2007)
    assert [(quote.text, quote.year, quote.source, quote.start, quote.pinpoints) for quote in entry.quotes] == [
        ("《条例》", 2014, "2014/实施.txt", 3, ()),
        ("《中华人民共和国政府信息公开条例》", 2015, "2015/管理局.txt", 2, ("第二十条",)),
        ("《条例》", 2015, "2015/管理局.txt", 60, ("第二十条",)),
        ("《政府信息公开条例》", 2016, "2016/管理局.txt", 2, ()),
    ]
    assert entry.reports == 3


def test_what_an_agency_cites(small_graph: Graph) -> None:
    found = cites(small_graph, BUREAU)
    assert [(entry.regulation.name, entry.relation, entry.reports) for entry in found] == [
        (TITLE, "cites", 3),
        ("2015年政府信息公开工作要点", "cites", 1),
        ("中华人民共和国保守国家秘密法", "cites", 1),
        ("云管发〔2014〕3号", "cites", 1),
        ("云山省机关事务管理局信息公开保密审查制度", "issues", 2),
    ]
    assert [entry.regulation.number for entry in cites(small_graph, CITY, "discloses")] == ["国办发〔2015〕22号"]
    assert cites(small_graph, mint("agency", "880000", "云山省财政厅")) == ()


def test_a_record_is_plain_data(small_graph: Graph) -> None:
    record = cites(small_graph, BUREAU, "issues")[0].record()
    assert (record["agencyLabel"], record["relation"], record["years"], record["number"]) == (
        "云山省机关事务管理局", "issues", [2014, 2015], None,
    )  # fmt: skip
    assert record["evidence"][0]["text"] == "《信息公开保密审查制度》"


def test_the_card_of_an_agency(small_graph: Graph) -> None:
    found = card(small_graph, BUREAU, "agency")
    assert dict(found.facts)["part of"] == "云山省人民政府"
    assert [(section.title, len(section.records)) for section in found.sections] == [
        ("reports", 3), ("regulations", 5), ("platforms", 2), ("units", 1),
    ]  # fmt: skip
    platforms = {record["platformLabel"]: record["years"] for record in found.sections[2].records}
    assert platforms == {"云山省人民政府门户网站": [2015], "云山省机关事务管理局网站": [2015, 2016]}
    assert found.record()["facts"]["name"] == "云山省机关事务管理局"


def test_the_cards_of_other_things(small_graph: Graph) -> None:
    law = card(small_graph, ACT, "regulation")
    assert [section.title for section in law.sections] == ["versions", "cited by", "cited together with"]
    assert [section.title for section in card(small_graph, mint("region", "880000"), "region").sections] == ["agencies"]
    site = card(small_graph, mint("platform", "云山省机关事务管理局", "云山省机关事务管理局网站"), "platform")
    assert site.sections[0].records[0]["years"] == [2015, 2016]
    office = card(small_graph, mint("agency", "100000", "国务院办公厅"), "agency")
    assert [record["publisherLabel"] for record in office.sections[0].records] == ["临江市人民政府"]
    assert {"property": "name", "value": "国务院办公厅"} in office.flat()


def test_of_many_agencies_the_first_are_read(small_graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown of an agency is what the whole look-up has of it; how many are not read is told."""
    whole = cited_by(small_graph, ACT)
    assert cited_by_first(small_graph, ACT) == (whole, 0)
    monkeypatch.setattr(lookups, "MANY", 1)
    found, more = cited_by_first(small_graph, ACT, most=2)
    assert more == 1
    assert set(found) < set(whole)
    assert {entry.agency.name for entry in found if entry.agency} == {"临江市人民政府", "临江市统计局"}
    assert cited_by_first(small_graph, ACT, "issues", most=1) == ((), 0)
    assert card(small_graph, ACT, "regulation", brief=True) == card(small_graph, ACT, "regulation")
