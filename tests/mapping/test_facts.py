"""The layout of a report's graph, on made-up facts, and on hostile ones."""

import dataclasses

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import resolved

from gigraph.iris import key_digest, mint, report_graph, report_iri
from gigraph.mapping import map_report
from gigraph.models import (
    AgencyEntry,
    Document,
    Kind,
    Mention,
    Outcome,
    PlatformEntry,
    RegulationEntry,
    ReportFacts,
    ReportField,
    Resolution,
    Source,
    Span,
)
from gigraph.vocab import PREFIXES

TEXT = "根据《公开条例》第五条，编制本报告。我局落实国办发〔201512号，印发《办法》，在局网站公布，由办公室负责。"
DIGEST, BYTES = "ab" * 32, "cd" * 32
KEY = "2015/管理局.txt"
REPORT, GRAPH = report_iri(KEY), report_graph(KEY)
BUREAU, ACT = mint("agency", "880000", "云山省管理局"), mint("regulation", "公开条例")
SITE = mint("platform", "云山省管理局", "网站")


def mention(kind: Kind, surface: str, repair: str | None = None) -> Mention:
    start = TEXT.index(surface)
    return Mention(kind, Span(start, start + len(surface)), surface, None, "test", repair)


ACT_CITED = RegulationEntry(
    "公开条例", ("公开条例", "条例"), None, "国务院", "cites", True,
    (mention(Kind.TITLE, "《公开条例》"),), resolved(ACT, method="title"), ACT + "/2007", ("第五条",),
)  # fmt: skip
NUMBER_CITED = RegulationEntry(
    None, (), "国办发〔2015〕12号", "国务院办公厅", "cites", True,
    (mention(Kind.NUMBER, "国办发〔201512号", "eaten-bracket"),),
    resolved(mint("regulation", "国办发〔2015〕12号"), method="number"),
)  # fmt: skip
RULES_ISSUED = RegulationEntry(
    "办法", (), None, None, "issues", True, (mention(Kind.TITLE, "《办法》"),),
    resolved(None, mint("regulation", "甲办法"), "乙办法", method="title"),
)  # fmt: skip
PUBLISHER = AgencyEntry(
    "云山省管理局",
    ("省管理局",),
    (mention(Kind.AGENCY, "我局"),),
    resolved(BUREAU),
    "department",
    "880000",
    "云山省人民政府",
)
OFFICE = AgencyEntry("办公室", (), (mention(Kind.AGENCY, "办公室"),), Resolution(Outcome.UNRESOLVED))
WEBSITE = PlatformEntry(
    "云山省管理局网站", (), "website", (mention(Kind.PLATFORM, "局网站"),), resolved(SITE), "云山省管理局"
)

FACTS = ReportFacts(
    Document(TEXT, Source(KEY, digest=BYTES), DIGEST),
    "annual-report",
    (
        ReportField("title", "年度报告"),
        ReportField("publisher", "云山省管理局", mention(Kind.REPORT, "我局")),
        ReportField("year", 2015),
        ReportField("period_start", "2015-01-01"),
        ReportField("period_end", "2015-02-30"),
        ReportField("issued", "2016-03-01"),
        ReportField("index_number", "880A-2016-1"),
    ),
    (ACT_CITED, NUMBER_CITED, RULES_ISSUED),
    (PUBLISHER, OFFICE),
    (WEBSITE,),
)


def short(text: str) -> str:
    """An IRI as a prefixed name, inside the report as ./path."""
    if text.startswith(REPORT):
        return "." + text.removeprefix(REPORT)
    for prefix, base in PREFIXES.items():
        if text.startswith(base):
            return f"{prefix}:{text.removeprefix(base)}"
    return text


def about(facts: ReportFacts, kind: str) -> dict[str, dict[str, list[str]]]:
    """The things of a class in the mapped graph: {subject: {predicate: sorted objects}}."""
    quads = list(ox.parse(map_report(facts).data, format=ox.RdfFormat.N_QUADS))
    found: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        value = quad.object.value if isinstance(quad.object, ox.NamedNode) else str(quad.object)
        things = found.setdefault(short(quad.subject.value), {})
        things.setdefault(short(quad.predicate.value), []).append(short(value))
    for properties in found.values():
        for values in properties.values():
            values.sort()
    return {subject: item for subject, item in found.items() if item["rdf:type"] == [kind]}


def one(facts: ReportFacts, kind: str) -> dict[str, list[str]]:
    (found,) = about(facts, kind).values()
    return found


def test_all_statements_stand_in_the_reports_graph_sorted_and_canonical() -> None:
    data = map_report(FACTS).data
    quads = list(ox.parse(data, format=ox.RdfFormat.N_QUADS))
    assert {quad.graph_name.value for quad in quads} == {GRAPH}  # type: ignore[union-attr]
    lines = data.decode().splitlines()
    assert lines == sorted(set(lines))
    assert b"".join(sorted(ox.serialize([quad], format=ox.RdfFormat.N_QUADS) for quad in quads)) == data  # type: ignore[operator]
    assert not any(isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode) for quad in quads)


def test_the_report() -> None:
    report = one(FACTS, "gi:Report")
    assert report["dct:title"] == ['"年度报告"@zh']
    assert report["dct:type"] == ["id:document-type/annual-report"]
    assert report["dct:creator"] == [short(BUREAU)]
    assert report["gi:reportYear"] == ['"2015"^^<http://www.w3.org/2001/XMLSchema#gYear>']
    assert report["gi:periodStart"] == ['"2015-01-01"^^<http://www.w3.org/2001/XMLSchema#date>']
    assert "gi:periodEnd" not in report, "the 30th of February is no date"
    assert report["dct:issued"] == ['"2016-03-01"^^<http://www.w3.org/2001/XMLSchema#date>']
    assert report["gi:indexNumber"] == ['"880A-2016-1"']
    assert [
        len(report[f"gi:{key}"]) for key in ("hasField", "hasCitation", "hasAgencyMention", "hasPlatformMention")
    ] == [7, 3, 2, 1]


def test_the_source() -> None:
    ((subject, source),) = about(FACTS, "gi:SourceDocument").items()
    assert subject == "id:source/" + REPORT.rsplit("/", 1)[1]
    assert one(FACTS, "gi:Report")["prov:hadPrimarySource"] == [subject]
    assert source["gi:sourceKey"] == [f'"{KEY}"']
    assert (source["dct:format"], source["gi:encoding"], source["gi:digest"]) == (
        ['"text/plain"'],
        ['"utf-8"'],
        [f'"{BYTES}"'],
    )


def test_fields_keep_every_value_and_their_evidence() -> None:
    fields = about(FACTS, "gi:ReportField")
    assert fields["./field/period_end"]["gi:value"] == ['"2015-02-30"']
    assert fields["./field/year"]["gi:value"] == ['"2015"']
    assert "gi:evidence" not in fields["./field/title"]
    assert len(fields["./field/publisher"]["gi:evidence"]) == 1


def test_a_resolved_citation() -> None:
    found = [item for item in about(FACTS, "gi:Citation").values() if item.get("gi:name") == ['"公开条例"@zh']]
    (item,) = found
    assert item["cito:hasCitingEntity"] == ["."]
    assert item["cito:hasCitedEntity"] == [short(ACT)]
    assert item["gi:agent"] == [short(BUREAU)]
    assert item["gi:relation"] == ["gi:cites"]
    assert (item["gi:outcome"], item["gi:method"]) == (["gi:Resolved"], ['"title"'])
    assert item["gi:otherName"] == ['"条例"@zh'], "the name itself is no other name"
    assert item["gi:statedIssuer"] == ['"国务院"@zh']
    assert item["gi:bracketed"] == item["gi:formula"] == ['"true"^^<http://www.w3.org/2001/XMLSchema#boolean>']
    assert item["gi:pinpoint"] == ['"第五条"']
    assert item["gi:citedVersion"] == [short(ACT) + "/2007"]
    assert "gi:statedNumber" not in item


def test_a_citation_by_a_damaged_number() -> None:
    (item,) = [item for item in about(FACTS, "gi:Citation").values() if "gi:statedNumber" in item]
    assert item["gi:statedNumber"] == ['"国办发〔2015〕12号"']
    assert item["gi:repair"] == ['"eaten-bracket"']
    assert "gi:name" not in item
    assert "gi:formula" not in item


def test_an_ambiguous_citation_keeps_its_candidates() -> None:
    (item,) = [item for item in about(FACTS, "gi:Citation").values() if item["gi:outcome"] == ["gi:Ambiguous"]]
    assert item["gi:candidate"] == [short(mint("regulation", "甲办法"))]
    assert item["gi:candidateName"] == ['"乙办法"@zh']
    assert item["gi:relation"] == ["gi:issues"]
    assert "cito:hasCitedEntity" not in item


def test_agencies_and_platforms() -> None:
    agencies = {item["gi:name"][0]: item for item in about(FACTS, "gi:AgencyMention").values()}
    bureau, office = agencies['"云山省管理局"@zh'], agencies['"办公室"@zh']
    assert bureau["gi:refersTo"] == [short(BUREAU)]
    assert bureau["gi:statedKind"] == ['"department"']
    assert bureau["gi:statedRegion"] == ['"880000"']
    assert bureau["gi:statedParent"] == ['"云山省人民政府"@zh']
    assert office["gi:outcome"] == ["gi:Unresolved"]
    assert not {"gi:refersTo", "gi:method", "gi:statedRegion"} & office.keys()
    site = one(FACTS, "gi:PlatformMention")
    assert (site["gi:refersTo"], site["gi:operator"]) == ([short(SITE)], [short(BUREAU)])
    assert (site["gi:statedOperator"], site["gi:statedKind"]) == (['"云山省管理局"@zh'], ['"website"'])


def test_evidence_leads_to_the_characters_of_the_text() -> None:
    spans = about(FACTS, "gi:TextSpan")
    start = TEXT.index("《办法》")
    assert spans[f"id:text/{DIGEST[:24]}#char={start},{start + 4}"]["gi:exact"] == ['"《办法》"']
    assert len(spans) == 6, "two facts share the span of 我局"
    evidence = [value for item in about(FACTS, "gi:Citation").values() for value in item["gi:evidence"]]
    assert set(evidence) <= spans.keys()


def test_keys_of_mentions_do_not_depend_on_the_others() -> None:
    alone = dataclasses.replace(FACTS, regulations=(RULES_ISSUED,))
    assert about(alone, "gi:Citation").keys() < about(FACTS, "gi:Citation").keys()


def test_two_unresolved_namesakes_stay_two() -> None:
    other = dataclasses.replace(RULES_ISSUED, mentions=ACT_CITED.mentions)
    twice = dataclasses.replace(FACTS, regulations=(RULES_ISSUED, other))
    assert len(about(twice, "gi:Citation")) == 2


@pytest.mark.parametrize(
    "agencies",
    [(), (OFFICE,), (dataclasses.replace(PUBLISHER, resolution=Resolution(Outcome.AMBIGUOUS)),),
     (PUBLISHER, dataclasses.replace(PUBLISHER, resolution=resolved(mint("agency", "1", "x"))))],
)  # fmt: skip
def test_without_one_identity_the_publisher_is_one_of_the_report_alone(agencies: tuple[AgencyEntry, ...]) -> None:
    facts = dataclasses.replace(FACTS, agencies=agencies)
    own = short(mint("agency", f"report-{key_digest(KEY)}", "云山省管理局"))
    assert one(facts, "gi:Report")["dct:creator"] == [own]
    assert all(item["gi:agent"] == [own] for item in about(facts, "gi:Citation").values())


def test_without_a_publisher_nobody_is_named() -> None:
    facts = dataclasses.replace(FACTS, fields=())
    assert "dct:creator" not in one(facts, "gi:Report")
    assert not any("gi:agent" in item for item in about(facts, "gi:Citation").values())


def test_the_publisher_is_found_by_a_name_that_means_one_agency_alone() -> None:
    facts = dataclasses.replace(FACTS, fields=(ReportField("publisher", "省管理局"),))
    assert one(facts, "gi:Report")["dct:creator"] == [short(BUREAU)]


def test_an_empty_document_still_has_a_report_and_a_source() -> None:
    facts = ReportFacts(Document("", Source("空.txt"), DIGEST), "other", (), (), (), ())
    kinds = {
        quad.object.value
        for quad in ox.parse(map_report(facts).data, format=ox.RdfFormat.N_QUADS)
        if quad.predicate.value.endswith("#type")
    }  # type: ignore[union-attr]
    assert kinds == {PREFIXES["gi"] + "Report", PREFIXES["gi"] + "SourceDocument"}


HOSTILE = st.text(st.characters(exclude_categories=()), min_size=1, max_size=12)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_names_make_valid_canonical_lines(text: str, own: str, key: str) -> None:
    whole = (Mention(Kind.TITLE, Span(0, len(text)), text, None, "test", own),)
    some = Resolution(Outcome.AMBIGUOUS, None, own, (own, mint("platform", own)))
    names = ("title", "publisher", "issued", "index_number")
    cited = resolved(mint("regulation", own))
    facts = ReportFacts(
        Document(text, Source(key, own, own, own), DIGEST),
        "annual-report",
        tuple(ReportField(name, own, whole[0]) for name in names),
        (RegulationEntry(own, (text,), own, own, "cites", False, whole, cited, None, (own,)),),
        (AgencyEntry(own, (text,), whole, resolved(mint("agency", own)), own, own, own),),
        (PlatformEntry(own, (), own, whole, some, own),),
    )
    data = map_report(facts).data
    quads = list(ox.parse(data, format=ox.RdfFormat.N_QUADS))
    assert b"".join(sorted(ox.serialize([quad], format=ox.RdfFormat.N_QUADS) for quad in quads)) == data  # type: ignore[operator]
    assert len({quad.graph_name for quad in quads}) == 1
