"""The entities graph made from reports' graphs, with a small registry of its own."""

from types import SimpleNamespace
from typing import cast

import pytest
from invented import MENTION, resolved
from invented import entities as entities_of
from invented import report as lines_of

from gigraph.iris import mint
from gigraph.link import ENTITIES, count, index_names
from gigraph.models import AgencyEntry, PlatformEntry, RegulationEntry
from gigraph.registry import Registry, load_registry
from gigraph.registry.agencies import Agencies
from gigraph.registry.agency_rows import CentralAgency
from gigraph.registry.issuer_codes import IssuerCode, IssuerCodes
from gigraph.registry.regulations import Alias, Regulation, Regulations, Version
from gigraph.store import Graph, Iri, Literal, graph_digest, memory_graph
from gigraph.vocab import PREFIXES

LAW = "中华人民共和国政府信息公开条例"
HEAD = "湖南省财政厅"


def registry() -> Registry:
    """A law of two versions, two organs of the centre, two regions."""
    empty = {"source": "", "checked": ""}
    law = Regulation(LAW, None, "国务院", "regulation", None, None, None, None, None, None, **empty)
    points = Regulation(
        "要点",
        "国办发〔2014〕12号",
        "国务院办公厅、教育部",
        "plan",
        "yes",
        "2014-03-17",
        None,
        None,
        None,
        None,
        **empty,
    )
    versions = [
        Version(LAW, "2007-04-05", "国务院令第492号", "2008-05-01", "2019-05-14", 38, **empty),
        Version(LAW, "2019-04-03", "国务院令第711号", "2019-05-15", None, 56, **empty),
    ]
    council = CentralAgency("国务院", ("中央人民政府",), "government", None, None, None, "", None)
    office = CentralAgency("国务院办公厅", ("国办",), "office", "国务院", None, None, "", None)
    return cast(
        "Registry",
        SimpleNamespace(
            issuer_codes=IssuerCodes([IssuerCode("湘公办", "湖南省公安厅", "430000", None, None, "", None)]),
            regulations=Regulations([law, points], versions, [Alias("政府信息公开条例", LAW, "yes", "")]),
            agencies=Agencies([council, office], [], [], []),
            regions=load_registry().regions,
            changes=load_registry().changes,
            wording=SimpleNamespace(instrument_type=lambda title: "internal-rule" if title.endswith("制度") else None),
        ),
    )


def agency(
    name: str, region: str | None = "430000", *aliases: str, kind: str = "department", parent: str | None = None
) -> AgencyEntry:
    iri = mint("agency", region or "report-x", name)
    return AgencyEntry(name, aliases, MENTION, resolved(iri), kind, region, parent)


def regulation(
    name: str | None,
    iri: str | None,
    relation: str = "cites",
    number: str | None = None,
    issuer: str | None = None,
    version: str | None = None,
    aliases: tuple[str, ...] = (),
    candidates: tuple[str, ...] = (),
) -> RegulationEntry:
    return RegulationEntry(name, aliases, number, issuer, relation, True, MENTION, resolved(iri, *candidates), version)


def platform(name: str, kind: str, operator: str | None = None) -> PlatformEntry:
    return PlatformEntry(
        name,
        (),
        kind,
        MENTION,
        resolved(mint("platform", operator or "", name) if operator else mint("platform", name)),
        operator,
    )


def channel(name: str) -> PlatformEntry:
    return PlatformEntry(name, (), "board", MENTION, resolved(None))


def report(key: str, *entries: RegulationEntry | AgencyEntry | PlatformEntry, publisher: str = HEAD) -> bytes:
    fields = {"publisher": publisher, "title": f"{publisher}报告", "index_number": "430S/2016-1"}
    return lines_of(key, fields, [agency(publisher), *entries])


def linked(*reports: bytes) -> Graph:
    return memory_graph(b"\n".join([*reports, *entities(*reports)]))


def entities(*reports: bytes) -> list[bytes]:
    return entities_of(reports, registry())


def values(graph: Graph, subject: str, *predicates: str) -> list[str]:
    found: list[str] = []
    for predicate in predicates:
        prefix, _, local = predicate.partition(":")
        for quad in graph.quads(subject, PREFIXES[prefix] + local, graph=ENTITIES):
            found.append(quad.object if isinstance(quad.object, Iri) else quad.object.value)
    return sorted(found)


HEAD_IRI = mint("agency", "430000", HEAD)
LAW_IRI = mint("regulation", LAW)
V2007, V2019 = mint("regulation", LAW, "2007-04-05"), mint("regulation", LAW, "2019-04-03")


def test_a_law_brings_its_versions_names_and_issuer() -> None:
    graph = linked(report("a", regulation(LAW, LAW_IRI, aliases=("《条例》全称",), version=V2007)))
    assert values(graph, LAW_IRI, "skos:prefLabel") == [LAW]
    assert values(graph, LAW_IRI, "skos:altLabel") == ["《条例》全称", "政府信息公开条例"]
    assert values(graph, LAW_IRI, "gi:inRegistry", "eli:id_local") == ["true"]
    assert values(graph, LAW_IRI, "eli:type_document") == [mint("instrument-type", "regulation")]
    assert values(graph, LAW_IRI, "eli:passed_by") == [mint("agency", "100000", "国务院")]
    assert values(graph, V2007, "dct:isVersionOf") == [LAW_IRI]
    assert values(graph, V2007, "skos:prefLabel", "eli:id_local") == [f"{LAW}（2007）", "国务院令第492号"]
    assert values(graph, V2007, "eli:first_date_entry_in_force", "eli:date_no_longer_in_force") == [
        "2008-05-01",
        "2019-05-14",
    ]
    assert values(graph, V2019, "eli:date_no_longer_in_force") == []
    assert values(graph, HEAD_IRI, "gi:cites") == [LAW_IRI]
    assert values(graph, HEAD_IRI, "gi:citesVersion") == [V2007]


def test_an_organ_of_the_centre_is_known_to_the_registry() -> None:
    iri = mint("regulation", "国办发〔2014〕12号")
    graph = linked(
        report("a", regulation(None, iri, number="国办发〔2014〕12号"), agency("国务院", "100000", kind="government"))
    )
    office = mint("agency", "100000", "国务院办公厅")
    assert values(graph, iri, "eli:passed_by") == [office]  # 教育部 is not in this registry
    assert values(graph, iri, "skos:prefLabel", "eli:id_local", "eli:date_document") == [
        "2014-03-17",
        "国办发〔2014〕12号",
        "要点",
    ]
    assert values(graph, office, "skos:prefLabel", "skos:altLabel") == ["国办", "国务院办公厅"]
    assert values(graph, office, "org:subOrganizationOf") == [mint("agency", "100000", "国务院")]
    assert values(graph, office, "org:classification", "dct:spatial") == [
        mint("agency-kind", "office"),
        mint("region", "100000"),
    ]
    assert values(graph, mint("region", "100000"), "skos:prefLabel", "skos:broader") == ["中国"]


def test_what_the_registry_does_not_know_is_named_as_most_reports_do() -> None:
    iri = mint("regulation", HEAD, "公开制度")
    number = "湘财办〔2015〕3号"
    graph = linked(
        report("a", regulation("湖南省财政厅公开制度", iri, "issues", number, HEAD)),
        report("b", regulation("公开制度", iri, "discloses", number, HEAD, aliases=("制度",))),
        report("c", regulation("湖南省财政厅公开制度", iri, "issues", "湘财办〔2015〕4号", "某厅")),
    )
    assert values(graph, iri, "skos:prefLabel") == ["湖南省财政厅公开制度"]
    assert values(graph, iri, "skos:altLabel") == ["公开制度", "制度"]
    assert values(graph, iri, "eli:id_local") == [number]
    assert values(graph, iri, "gi:inRegistry") == ["false"]
    assert values(graph, iri, "eli:type_document") == [mint("instrument-type", "internal-rule")]
    assert values(graph, iri, "eli:passed_by") == [HEAD_IRI]
    assert values(graph, HEAD_IRI, "gi:issues", "gi:discloses") == [iri, iri]


@pytest.mark.parametrize(
    ("number", "issuer", "agencies"),
    [
        # whose code the number's is, the region's government or its office: also where no report speaks of them
        ("湘公办〔2015〕3号", "湖南省公安厅", [("430000", "湖南省公安厅")]),
        ("长政办发〔2015〕3号", "长沙市人民政府办公厅", [("430100", "长沙市人民政府办公厅")]),
        ("天政发〔2015〕3号", "长沙市天心区人民政府", [("430103", "长沙市天心区人民政府")]),
        (
            "湘公办〔2015〕3号",
            "湖南省公安厅、长沙市人民政府",
            [("430000", "湖南省公安厅"), ("430100", "长沙市人民政府")],
        ),
        # not certain: a district without its city, a name that several have, any other
        ("天政发〔2015〕3号", "天心区人民政府", []),
        ("鼓政发〔2015〕3号", "鼓楼区人民政府", []),
        ("某局发〔2015〕3号", "长沙市某局", []),
    ],
)
def test_the_issuer_of_a_number(number: str, issuer: str, agencies: list[tuple[str, str]]) -> None:
    iri = mint("regulation", number)
    graph = linked(report("a", regulation(None, iri, number=number, issuer=issuer)))
    issuers = sorted(mint("agency", *key) for key in agencies)
    assert values(graph, iri, "eli:passed_by") == issuers
    for key in agencies:
        assert values(graph, mint("agency", *key), "skos:prefLabel", "dct:spatial") == sorted(
            [key[1], mint("region", key[0])]
        )


def test_the_issuer_whom_another_report_speaks_of() -> None:
    iri, bureau = mint("regulation", "某局发〔2015〕3号"), "长沙市某局"
    cited = report("a", regulation(None, iri, number="某局发〔2015〕3号", issuer=bureau))
    one = report("b", agency(bureau, "430100"))
    assert values(linked(cited, one), iri, "eli:passed_by") == [mint("agency", "430100", bureau)]
    another = report("c", agency(bureau, "430103"))
    assert values(linked(cited, one, another), iri, "eli:passed_by") == []


def test_an_issuer_that_no_report_resolves_is_no_edge() -> None:
    iri = mint("regulation", "某办法")
    graph = linked(report("a", regulation("某办法", iri, issuer="某省某厅")))
    assert values(graph, iri, "eli:passed_by") == []


def test_agencies_have_kind_region_and_parent() -> None:
    division = agency("湖南省财政厅办公室", kind="division", parent=HEAD)
    far = agency("长沙市财政局办公室", "430100", "市局办公室", kind="division", parent="长沙市财政局")
    local = agency("城关镇人民政府", None, kind="government")
    first, second = report("a", division, far, local), report("b", agency("长沙市财政局", "430100"))
    graph = linked(first, second)
    assert values(graph, division.resolution.iri or "", "org:subOrganizationOf") == [HEAD_IRI]
    assert values(graph, far.resolution.iri or "", "org:subOrganizationOf") == [
        mint("agency", "430100", "长沙市财政局")
    ]
    assert values(graph, far.resolution.iri or "", "skos:altLabel") == ["市局办公室"]
    assert values(graph, local.resolution.iri or "", "dct:spatial") == []
    assert values(graph, mint("region", "430100"), "skos:prefLabel", "skos:broader") == [
        mint("region", "430000"),
        "长沙市",
    ]
    assert values(graph, mint("region", "430000"), "skos:notation", "skos:broader") == [
        "430000",
        mint("region", "100000"),
    ]
    alone = linked(first)  # 长沙市财政局 is named as a parent only: no agency is made up
    assert values(alone, far.resolution.iri or "", "org:subOrganizationOf") == []


@pytest.mark.parametrize(
    ("code", "names", "others"),
    [
        ("430000", {"湖南", "湘"}, {"湖南省"}),
        ("310000", {"上海", "沪", "申"}, {"上海市"}),
        ("420600", {"襄樊市", "襄阳"}, {"襄阳市"}),
        ("652800", {"巴州", "巴音郭楞"}, {"博州"}),
        ("110105", set(), {"朝阳"}),
        ("350128", set(), {"平潭综合实验区"}),
    ],
)
def test_a_region_is_found_by_its_short_and_former_names(code: str, names: set[str], others: set[str]) -> None:
    graph = linked(report("a", agency("某地财政局", code)))
    told = set(values(graph, mint("region", code), "skos:altLabel"))
    assert names <= told
    assert not others & told
    assert names or not told


def test_a_region_that_the_registry_does_not_know_keeps_its_code() -> None:
    graph = linked(report("a", agency("某县财政局", "990099")))
    region = mint("region", "990099")
    assert values(graph, region, "skos:prefLabel", "skos:notation", "skos:broader") == [
        "990099",
        "990099",
        mint("region", "100000"),
    ]


def test_platforms_have_kind_and_operator_and_are_used() -> None:
    graph = linked(report("a", platform("湖南省财政厅网站", "website", HEAD), platform("湖南日报", "press")))
    site, paper = mint("platform", HEAD, "湖南省财政厅网站"), mint("platform", "湖南日报")
    assert values(graph, HEAD_IRI, "gi:usesPlatform") == sorted([site, paper])
    assert values(graph, site, "dct:type", "gi:operator") == sorted([mint("platform-kind", "website"), HEAD_IRI])
    assert values(graph, paper, "gi:operator") == []


def test_candidates_are_entities_but_no_edges() -> None:
    other = mint("regulation", "另一办法")
    graph = linked(report("a", regulation("办法", None, candidates=(LAW_IRI, other))))
    assert values(graph, LAW_IRI, "skos:prefLabel") == [LAW]
    assert values(graph, other, "skos:prefLabel", "gi:inRegistry") == ["false", "另一办法"]
    assert values(graph, HEAD_IRI, "gi:cites") == []


def test_the_order_of_reports_does_not_matter_and_no_statement_repeats() -> None:
    reports = [
        report(key, regulation(LAW, LAW_IRI), platform("公报", "gazette", HEAD), agency("某局", "430100"))
        for key in "abc"
    ]
    one, two = entities(*reports), entities(*reports[::-1])
    assert one == two == sorted(set(one))
    assert all(line.endswith(f"<{ENTITIES}> .".encode()) for line in one)
    assert graph_digest(memory_graph(b"\n".join(one)).graph_lines(ENTITIES)) == graph_digest(one)


def test_an_empty_store_has_no_entities() -> None:
    assert entities() == entities(b"") == []
    assert count(memory_graph(b"")) == {
        "reports": 0, "duplicates": 0, "agencies": 0, "regulations": 0, "platforms": 0, "regions": 0,
        "citations": {"resolved": 0, "ambiguous": 0, "unresolved": 0},
        "mentions": {"ambiguous": 0, "unresolved": 0},
    }  # fmt: skip


def test_counts() -> None:
    graph = linked(
        report(
            "a",
            regulation(LAW, LAW_IRI),
            regulation("办法", None),
            platform("公报", "gazette", HEAD),
            channel("公示栏"),
        ),
        report("b", regulation(LAW, LAW_IRI), regulation("规定", None, candidates=(LAW_IRI,)), channel("公示栏")),
    )
    assert count(graph) == {
        "reports": 2, "duplicates": 0, "agencies": 2, "regulations": 1, "platforms": 1, "regions": 2,
        "citations": {"resolved": 2, "ambiguous": 1, "unresolved": 1},
        "mentions": {"ambiguous": 0, "unresolved": 2},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "iri", "alias"),
    [
        (LAW, "regulation", LAW_IRI, False),
        ("政府信息公开条例", "regulation", LAW_IRI, True),
        ("国务院令第492号", "regulation", V2007, False),
        ("国令第492号", "regulation", V2007, True),
        ("中华人民共和国国务院令第711号", "regulation", V2019, True),
        (HEAD, "agency", HEAD_IRI, False),
        ("湖南省", "region", mint("region", "430000"), False),
    ],
)
def test_names_for_the_index(text: str, kind: str, iri: str, alias: bool) -> None:
    graph = linked(report("a", regulation(LAW, LAW_IRI)))
    found = {(name.text, name.kind, name.iri, name.alias) for name in index_names(graph)}
    assert (text, kind, iri, alias) in found


def test_reports_are_found_by_title_and_index_number() -> None:
    names = [name for name in index_names(linked(report("a"))) if name.kind == "report"]
    assert {(name.text, name.label) for name in names} == {
        (f"{HEAD}报告", f"{HEAD}报告"),
        ("430S/2016-1", f"{HEAD}报告"),
    }


def test_literals_of_the_entities_are_in_chinese() -> None:
    graph = linked(report("a", regulation(LAW, LAW_IRI)))
    label = next(graph.quads(LAW_IRI, PREFIXES["skos"] + "prefLabel", graph=ENTITIES)).object
    assert isinstance(label, Literal)
    assert label.language == "zh"
