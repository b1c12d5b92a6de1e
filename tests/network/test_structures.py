"""Networks of what is no citation, over a handful of statements counted by hand."""

from gigraph.iris import graph_iri, mint, report_iri
from gigraph.network import NETWORKS, Choice, Network
from gigraph.store.reader import Graph, memory_graph
from gigraph.vocab import gi, term

CITY, BUREAU, CENTRE = (
    mint("agency", code, name) for code, name in (("430300", "市政府"), ("430300", "市局"), ("430000", "省局"))
)
SITE, PAPER = mint("platform", "市政府", "门户网站"), mint("platform", "日报")
LAW, OLD, NEW = (
    mint("regulation", "条例"),
    mint("regulation", "条例", "2007-04-05"),
    mint("regulation", "条例", "2019-04-03"),
)
LOCAL, GONE = mint("regulation", "市实施〈条例〉办法"), mint("regulation", "旧办法")
ENTITIES = [
    (BUREAU, "org:subOrganizationOf", CITY),
    (BUREAU, "gi:guidedBy", CENTRE),
    (BUREAU, "dct:spatial", mint("region", "430300")),
    (CENTRE, "dct:spatial", mint("region", "430000")),
    (mint("region", "430300"), "skos:broader", mint("region", "430000")),
    (SITE, "gi:operator", CITY),
    (LOCAL, "eli:ensures_implementation_of", LAW),
    (LOCAL, "eli:type_document", mint("instrument-type", "local-government-rule")),
    (GONE, "dct:isReplacedBy", LOCAL),
    (OLD, "dct:isVersionOf", LAW),
    (NEW, "dct:isVersionOf", LAW),
]  # fmt: skip


def graph() -> Graph:
    lines = [f"<{s}> <{term(p)}> <{o}> <{graph_iri('entities')}> ." for s, p, o in ENTITIES]
    for version in (OLD, NEW):
        lines.append(f'<{version}> <{term("eli:date_document")}> "{version[-10:]}" <{graph_iri("entities")}> .')
    for year, platforms in ((2014, [SITE, PAPER]), (2016, [SITE])):
        report, own = report_iri(str(year)), graph_iri(f"report/{year}")
        lines.append(f"<{report}> <{term('dct:creator')}> <{CITY}> <{own}> .")
        lines.append(f'<{report}> <{gi("reportYear")}> "{year}"^^<{term("xsd:gYear")}> <{own}> .')
        for number, platform in enumerate(platforms):
            lines.append(f"<{report}> <{gi('hasPlatformMention')}> <{report}/platform/{number}> <{own}> .")
            lines.append(f"<{report}/platform/{number}> <{gi('refersTo')}> <{platform}> <{own}> .")
    return memory_graph("\n".join(lines).encode() + b"\n")


def with_town(lines: bytes) -> Graph:
    """A town whose report does not say where it lies, joined to the one that it must be."""
    local, town, report, own = (
        mint("agency", "report-1", "某镇"),
        mint("agency", "430321", "某镇"),
        report_iri("t"),
        graph_iri("report/t"),
    )
    said = [
        (local, gi("sameAgency"), town, graph_iri("entities")),
        (town, term("dct:spatial"), mint("region", "430321"), graph_iri("entities")),
        (report, term("dct:creator"), local, own),
        (report, gi("hasPlatformMention"), f"{report}/platform/0", own),
        (f"{report}/platform/0", gi("refersTo"), PAPER, own),
        (f"{report}/citation/0", term("cito:hasCitedEntity"), LAW, own),
        (f"{report}/citation/0", term("cito:hasCitingEntity"), report, own),
        (f"{report}/citation/0", gi("agent"), local, own),
        (f"{report}/citation/0", gi("relation"), gi("cites"), own),
    ]  # fmt: skip
    return memory_graph(lines + "".join(f"<{s}> <{p}> <{o}> <{g}> .\n" for s, p, o, g in said).encode())


def test_a_joined_publisher_is_the_agency_that_it_is_joined_to() -> None:
    source, town = with_town(graph().dump_nquads()), mint("agency", "430321", "某镇")
    there = Choice(region="430321")
    assert edges(NETWORKS["agency-platform"](source, there)) == {(town, PAPER, "uses")}
    assert edges(NETWORKS["agency-regulation"](source, there)) == {(town, LAW, "cites")}


def edges(network: Network) -> set[tuple[str, str, str]]:
    return {(a, b, data["relations"]) for a, b, data in network.edges(data=True)}


def test_hierarchy_and_guidance() -> None:
    network = NETWORKS["agency-hierarchy"](graph())
    assert edges(network) == {(BUREAU, CITY, "belongs-to"), (BUREAU, CENTRE, "guided-by")}
    assert len(NETWORKS["agency-hierarchy"](graph(), Choice(region="430000"))) == 3
    assert len(NETWORKS["agency-hierarchy"](graph(), Choice(region="110000"))) == 0


def test_platforms_with_years() -> None:
    network = NETWORKS["agency-platform"](graph())
    assert edges(network) == {(CITY, SITE, "operates;uses"), (CITY, PAPER, "uses")}
    site = network[CITY][SITE]
    assert (site["relation"], site["weight"], site["years"]) == ("uses", 2, "2014;2016")
    assert NETWORKS["agency-platform"](graph(), apart=True).number_of_edges() == 3
    # What no year is known of is left out where years are bounded.
    bounded = NETWORKS["agency-platform"](graph(), Choice(since=2015))
    assert edges(bounded) == {(CITY, SITE, "uses")}
    assert (network.graph["timeless"], bounded.graph["timeless"]) == (0, 1)


def test_names_of_no_certain_platform_are_counted_as_they_are_chosen() -> None:
    lines = [line.encode() for line in graph().dump_nquads().decode().splitlines()]
    for year, outcomes in ((2014, ("Unresolved",)), (2016, ("Unresolved", "Ambiguous", "Resolved"))):
        report, own = report_iri(str(year)), graph_iri(f"report/{year}")
        for number, outcome in enumerate(outcomes, 10):
            mention = f"{report}/platform/{number}"
            lines.append(f"<{report}> <{gi('hasPlatformMention')}> <{mention}> <{own}> .".encode())
            lines.append(f"<{mention}> <{gi('outcome')}> <{gi(outcome)}> <{own}> .".encode())
    lines.append(f"<{CITY}> <{term('dct:spatial')}> <{mint('region', '430300')}> <{graph_iri('entities')}> .".encode())
    source = memory_graph(b"\n".join(lines) + b"\n")
    for choice, count in (
        (Choice(), 3),
        (Choice(since=2015), 2),
        (Choice(region="430000"), 3),
        (Choice(region="110000"), 0),
    ):
        assert NETWORKS["agency-platform"](source, choice).graph["unidentified"] == count


def test_chains() -> None:
    network = NETWORKS["regulation-chains"](graph())
    assert edges(network) == {
        (LOCAL, LAW, "implements"),
        (GONE, LOCAL, "replaced-by"),
        (OLD, LAW, "version-of"),
        (NEW, LAW, "version-of"),
        (NEW, OLD, "amends"),
    }
    rules = NETWORKS["regulation-chains"](graph(), Choice(types=("local-government-rule",)))
    assert edges(rules) == {(LOCAL, LAW, "implements")}
