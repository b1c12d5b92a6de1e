"""Citations to documents: one entry each, resolved only where one identity is left, with relation, issuer, version."""

import hashlib
import sys
from collections.abc import Callable
from typing import Any

import pytest

import gigraph.extractors as extractors
from gigraph.iris import mint
from gigraph.models import Document, Outcome, RegulationEntry, ReportField, Source
from gigraph.registry import load_registry
from gigraph.resolve import regulations
from gigraph.resolve.place import make_place
from gigraph.resolve.regulations.versions import Period, choose
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
OGI = "中华人民共和国政府信息公开条例"


def entries(
    text: str, publisher: str = "咸阳市财政局", year: int | None = 2016, issued: str | None = None
) -> list[RegulationEntry]:
    document = Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest())
    mentions = extractors.extract(make_reading(document), REGISTRY)
    values: list[tuple[str, Any]] = [("publisher", publisher), ("year", year), ("issued", issued)]
    fields = tuple(ReportField(name, value) for name, value in values if value is not None)
    place = make_place(fields, document, mentions, REGISTRY)
    return list(regulations.resolve(document, mentions, place, REGISTRY))


def one(text: str, **place: Any) -> RegulationEntry:
    found = entries(text, **place)
    assert len(found) == 1, [entry.name or entry.number for entry in found]
    return found[0]


def test_short_forms_make_no_entry_and_add_their_mentions() -> None:
    entry = one(
        "根据《中华人民共和国政府信息公开条例》(以下简称《条例》)编制。按照《条例》要求,依《条例》第二十条公开。"
    )
    assert (entry.name, entry.issuer, entry.relation) == (OGI, "国务院", "cites")
    assert [m.text for m in entry.mentions] == ["《中华人民共和国政府信息公开条例》", "《条例》", "《条例》"]
    assert entry.articles == ("第二十条",)


def test_each_document_of_a_range_is_an_entry_with_its_evidence() -> None:
    found = entries("转发了国办发〔2014〕10至12号文件。")
    assert [entry.number for entry in found] == [f"国办发〔2014〕{serial}号" for serial in (10, 11, 12)]
    assert {(entry.issuer, entry.relation, entry.resolution.outcome) for entry in found} == {
        ("国务院办公厅", found[0].relation, Outcome.RESOLVED)
    }
    assert [[mention.text for mention in entry.mentions] for entry in found] == [
        ["国办发〔2014〕10"],
        ["至12号"],
        ["至12号"],
    ]


def test_a_title_s_year_may_stand_before_its_region() -> None:
    entry = one("落实《2016年陕西省政务公开工作要点》,对照《陕西省2016年政务公开工作要点》自查。")
    assert entry.resolution.iri == mint("regulation", "陕西省2016年政务公开工作要点")
    assert one("落实《2016年全国政务公开工作要点》。").resolution.iri is None


def test_the_range_that_a_title_speaks_of_is_the_title_s() -> None:
    assert one("印发《关于贯彻咸政办发〔2015〕10-12号文件精神的实施意见》。").number is None


def test_no_number_of_a_range_is_the_title_s_before_it() -> None:
    titled, *numbered = entries("印发《咸阳市政务公开实施办法》(咸政办发〔2015〕10-12号)。")
    assert titled.number is None
    assert [entry.number for entry in numbered] == [f"咸政办发〔2015〕{serial}号" for serial in (10, 11, 12)]


def test_two_key_points_under_one_short_form() -> None:
    text = "落实国务院《2015年政府信息公开工作要点》和省政府《2015年政务公开工作要点》(以下简称两个《要点》)。按照两个《要点》要求。"
    first, second = entries(text)
    assert (first.issuer, second.issuer) == ("国务院", "陕西省人民政府")
    assert first.resolution.iri == mint("regulation", "国办发〔2015〕22号")
    assert [len(entry.mentions) for entry in (first, second)] == [2, 2]


def test_an_undefined_short_form_goes_to_the_one_that_fits_and_else_nowhere() -> None:
    text = "根据《条例》(国务院令第492号)和《陕西省政府信息公开规定》,继续按《规定》执行,按《办法》办理。"
    assert [entry.name for entry in entries(text)] == [OGI, "陕西省政府信息公开规定"]


def test_a_notice_and_its_annex_are_one() -> None:
    text = "贯彻《国务院办公厅关于印发2014年政府信息公开工作要点的通知》(国办发〔2014〕12号)。落实国务院《2014年政府信息公开工作要点》。"
    entry = one(text)
    assert entry.number == "国办发〔2014〕12号"
    assert "2014年政府信息公开工作要点" in (entry.name, *entry.aliases)


def test_numbers_and_titles_that_are_only_listed_are_entries_each() -> None:
    text = "以咸财办发〔2015〕13号、咸财办发〔2015〕15号等文件印发了《咸阳市财政局甲规则》《咸阳市财政局乙办法》。"
    found = entries(text)
    assert [entry.number for entry in found] == ["咸财办发〔2015〕13号", "咸财办发〔2015〕15号", None, None]
    assert {entry.relation for entry in found} == {"issues"}
    assert [entry.name for entry in found[:2]] == [None, None]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("根据《工作实施方案》(陕政发〔201719号)", "陕政发〔2017〕19号"),
        ("根据陕政发〔2017〕19号《工作实施方案》", "陕政发〔2017〕19号"),
        ("根据陕政发〔2017〕19号文件《工作实施方案》", "陕政发〔2017〕19号"),
        ("陕西省人民政府印发《甲工作实施方案》的通知(陕政发〔2017〕19号)", "陕政发〔2017〕19号"),
    ],
)
def test_a_number_beside_a_title_is_its_own(text: str, number: str) -> None:
    entry = one(text, year=2017)
    assert (entry.number, entry.issuer) == (number, "陕西省人民政府")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("根据《某工作方案》要求", "cites"),
        ("制定了《某工作方案》,明确", "issues"),
        ("制定并公布了《某工作方案》", "issues"),
        ("主动公开《某工作方案》等政策文件", "discloses"),
        ("通过局网站发布《某工作方案》", "discloses"),
        ("《某工作方案》已印发实施", "issues"),
        ("对《某工作方案》进行了修订", "issues"),
        ("省政府办公厅印发《某工作方案》", "cites"),
        ("落实省政府办公厅印发的《某工作方案》", "cites"),
        ("按照省政府政务公开处下达我局《某工作方案》", "cites"),
        ("制定《某工作方案》的实施意见", "cites"),
        ("编制政府信息公开《某工作方案》", "issues"),
        ("学习宣传《某工作方案》", "cites"),
    ],
)
def test_relations(text: str, relation: str) -> None:
    assert one(text).relation == relation


def test_those_who_issued_together_are_named_together() -> None:
    entry = one("市编办和市审计局联合印发《某工作方案》")
    assert entry.issuer == "咸阳市机构编制委员会办公室、咸阳市审计局"


def test_issues_beats_discloses_beats_cites() -> None:
    assert one("根据《某工作方案》。制定了《某工作方案》。在网站公布《某工作方案》。").relation == "issues"


def test_what_others_issued_is_never_the_publishers() -> None:
    assert one("制定《国务院办公厅关于开展第一次全国政府网站普查的通知》(国办发〔2015〕15号)").relation == "cites"


def test_titles_of_the_publishers_own_bear_its_name() -> None:
    entry = one("制定了《局政务公开考核制度》。")
    assert entry.name == "咸阳市财政局政务公开考核制度"
    assert entry.aliases[0] == "局政务公开考核制度"
    assert entry.resolution.iri == mint("regulation", "咸阳市财政局", "政务公开考核制度")


def test_guide_and_catalogue_are_the_publishers_own() -> None:
    found = entries("更新了《政府信息公开指南》。及时完善《指南》和《目录》。")
    assert [entry.name for entry in found] == ["咸阳市财政局政府信息公开指南", "咸阳市财政局政府信息公开目录"]


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("根据国办发〔2016〕19号", "number"),
        ("根据《政府信息公开条例》", "registry"),
        ("根据省财政厅《关于预算公开工作的通知》", "issuer-and-title"),
        ("根据《陕西省行政程序若干规定》", "title"),
    ],
)
def test_methods(text: str, method: str) -> None:
    resolution = one(text).resolution
    assert (resolution.outcome, resolution.method) == (Outcome.RESOLVED, method)


@pytest.mark.parametrize("text", ["根据《关于做好公开工作的通知》", "按照《某某实施方案》要求"])
def test_a_generic_title_without_issuer_has_no_identity(text: str) -> None:
    resolution = one(text).resolution
    assert (resolution.outcome, resolution.iri) == (Outcome.UNRESOLVED, None)


def test_a_shared_code_is_told_by_the_reports_place_else_ambiguous() -> None:
    text = "根据宁政发〔2016〕5号"
    nanjing, ningxia = one(text, publisher="南京市财政局"), one(text, publisher="宁夏回族自治区财政厅")
    assert (nanjing.issuer, ningxia.issuer) == ("南京市人民政府", "宁夏回族自治区人民政府")
    assert nanjing.resolution.iri != ningxia.resolution.iri
    elsewhere = one(text).resolution
    assert elsewhere.outcome is Outcome.AMBIGUOUS
    assert len(elsewhere.candidates) == 2


@pytest.mark.parametrize(
    ("text", "publisher", "issuer"),
    [
        ("根据新政发〔2016〕5号", "新泰市财政局", "新泰市人民政府"),  # 新疆's for the whole country, not there
        ("根据新政发〔2016〕5号", "新疆维吾尔自治区财政厅", "新疆维吾尔自治区人民政府"),
        ("根据新政发〔2016〕5号", "咸阳市财政局", "新疆维吾尔自治区人民政府"),
        ("根据青政办发〔2016〕5号", "青州市财政局", "青州市人民政府办公室"),  # not 青岛's
        ("根据青政办发〔2016〕5号", "青岛市财政局", "青岛市人民政府办公厅"),
        ("根据宁政发〔2016〕5号", "宁阳县财政局", "宁阳县人民政府"),  # neither 宁夏's nor 南京's
        ("根据湘政发〔2016〕5号", "湘潭市财政局", "湖南省人民政府"),  # of the report's own province
    ],
)
def test_a_code_that_is_known_elsewhere_is_that_of_the_reports_own_area_that_begins_so(
    text: str, publisher: str, issuer: str
) -> None:
    entry = one(text, publisher=publisher)
    assert (entry.issuer, entry.resolution.outcome) == (issuer, Outcome.RESOLVED)


def test_a_title_that_the_centre_gave_later_is_left_open() -> None:
    text = "贯彻《优化营商环境条例》"
    known = one(text, year=2020).resolution
    assert (known.outcome, known.method) == (Outcome.RESOLVED, "registry")
    early = one(text, year=2017).resolution  # that of a province, perhaps
    assert (early.outcome, early.candidates) == (Outcome.AMBIGUOUS, (known.iri,))
    assert one("贯彻《数据安全法》", year=2017).resolution.outcome is Outcome.RESOLVED


def test_what_a_government_or_congress_of_a_place_gives_is_not_the_centre_s_of_that_title() -> None:
    entry = one("学习省政府《社会救助暂行办法》", year=2016)
    assert (entry.issuer, entry.resolution.method) == ("陕西省人民政府", "issuer-and-title")
    assert one("学习国务院《社会救助暂行办法》", year=2016).resolution.method == "registry"


def test_two_areas_that_begin_with_the_stem_of_a_code_leave_it_open() -> None:
    assert one("根据新政办发〔2016〕5号", publisher="新乡县财政局").resolution.outcome is Outcome.UNRESOLVED


@pytest.mark.parametrize(
    ("order", "issuer"),
    [
        ("建设部令第149号", "中华人民共和国建设部"),
        ("教育部令第29号", "中华人民共和国教育部"),
        ("省政府令第225号", "陕西省人民政府"),
    ],
)
def test_orders_are_given_by_ministries_and_governments(order: str, issuer: str) -> None:
    entry = one(f"按照{order}执行")
    assert (entry.issuer, entry.resolution.outcome) == (issuer, Outcome.RESOLVED)


def test_an_order_is_no_bureau_s_of_the_place() -> None:
    assert one("按照发展改革委令第25号执行").resolution.outcome is Outcome.UNRESOLVED


def test_a_number_with_several_readings_is_ambiguous() -> None:
    entry = one("2018年,根据国办发〔205〕15号精神", year=2018)
    assert entry.resolution.outcome is Outcome.AMBIGUOUS
    assert entry.resolution.candidates == ("国办发〔2005〕15号", "国办发〔2015〕15号")
    assert entry.number is None


def test_a_number_and_a_title_that_contradict_each_other_are_ambiguous() -> None:
    entry = one("根据《中华人民共和国保守国家秘密法》(国办发〔2016〕19号)")
    assert entry.resolution.outcome is Outcome.AMBIGUOUS


def test_towns_of_one_name_are_told_by_their_county() -> None:
    text = "制定了《公开考核办法》。"
    first, second = (
        one(text, publisher=name).resolution.iri for name in ("礼泉县青龙镇人民政府", "江永县青龙镇人民政府")
    )
    assert first != second


@pytest.mark.parametrize(
    ("text", "place", "version"),
    [
        ("根据《政府信息公开条例》(国务院令第492号)", {"year": 2018}, "2007-04-05"),
        ("根据《政府信息公开条例》(国令第711号)", {"year": 2023}, "2019-04-03"),
        ("根据《政府信息公开条例》", {"year": 2015, "issued": "2016-02-29"}, "2007-04-05"),
        ("根据《政府信息公开条例》", {"year": 2020}, "2019-04-03"),
        ("根据新修订的《政府信息公开条例》", {"year": 2019, "issued": "2020-01-20"}, "2019-04-03"),
        ("根据《政府信息公开条例》第五十条", {"year": 2019, "issued": "2020-01-20"}, "2019-04-03"),
        ("根据《政府信息公开条例》", {"year": 2019, "issued": "2020-01-20"}, None),
        ("根据《政府信息公开条例》", {"year": None}, None),
        # its edition, in the title or beside it
        ("根据《中华人民共和国政府信息公开条例（2019修订）》", {"year": 2019}, "2019-04-03"),
        ("根据《政府信息公开条例》（2019年修订）", {"year": 2019}, "2019-04-03"),
        ("根据《政府信息公开条例（修订）》", {"year": 2019}, "2019-04-03"),
        ("根据2019年修订的《政府信息公开条例》", {"year": 2019}, "2019-04-03"),
        ("2019年5月15日起施行的《政府信息公开条例》", {"year": 2019}, "2019-04-03"),
        ("宣传2007年公布的《政府信息公开条例》", {"year": 2020}, "2007-04-05"),
        ("落实《新条例》要求", {"year": 2019}, "2019-04-03"),
        # what is past is 原; what was never revised is not 新 for long
        ("与原《政府信息公开条例》相比", {"year": 2020}, "2007-04-05"),
        ("修订前《政府信息公开条例》", {"year": 2023}, "2007-04-05"),
        ("原《政府信息公开条例》", {"year": 2019}, "2007-04-05"),
        ("原《政府信息公开条例》", {"year": 2015}, None),
        ("根据《政府信息公开条例》编制。与原《条例》相比", {"year": 2020}, None),
        ("贯彻新《政府信息公开条例》", {"year": 2009}, "2007-04-05"),
        ("贯彻新《政府信息公开条例》", {"year": 2018}, None),
        ("贯彻新修订的《政府信息公开条例》", {"year": 2018}, None),
        ("贯彻新修订的《政府信息公开条例》", {"year": 2023}, "2019-04-03"),
    ],
)
def test_versions(text: str, place: dict[str, Any], version: str | None) -> None:
    assert one(text, **place).version == (mint("regulation", OGI, version) if version else None)


@pytest.mark.parametrize(
    ("words", "form", "version"),
    [
        ("根据《政府信息公开条例》编制", "2019", "2019-04-03"),
        ("根据《政府信息公开条例》编制", "2014-statistics", None),
        ("原《政府信息公开条例》", "2019", "2007-04-05"),
    ],
)
def test_the_form_of_the_tables_tells_the_version(words: str, form: str, version: str | None) -> None:
    versions = REGISTRY.regulations.versions_of(OGI)
    before = [words.partition("《")[0]]
    assert choose(versions, (), before, (), Period.of(2019, None, None), frozenset({form, "other"})) == (
        mint("regulation", OGI, version) if version else None
    )


def test_a_report_of_2019_in_the_new_form_cites_the_new_text() -> None:
    table = (
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n本年新制作数量\n本年新公开数量\n对外公开总数量\n"
        "规章\n0\n0\n0\n规范性文件\n3\n3\n7\n"
    )
    text = f"一、总体情况\n根据《政府信息公开条例》编制。\n{table}"
    assert one(text, year=2019).version == mint("regulation", OGI, "2019-04-03")


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        # without brackets, all who issued it together
        ("贯彻落实省委、省政府关于优化营商环境的意见。", "中共陕西省委、陕西省人民政府"),
        ("根据省委办公厅、省政府办公厅关于推进公开的实施意见。", "中共陕西省委办公厅、陕西省人民政府办公厅"),
        ("按照市财政局、市审计局关于规范收费的通知。", "咸阳市财政局、咸阳市审计局"),
        ("按照市公安局、市民政局、市司法局关于规范收费的通知。", "咸阳市公安局、咸阳市民政局、咸阳市司法局"),
        ("按照财政部和国家发展改革委关于规范收费的通知。", "中华人民共和国财政部、国家发展和改革委员会"),
        ("根据中共中央、国务院关于推进公开的意见。", "中共中央、国务院"),
        ("根据市文化和旅游局关于规范收费的通知。", "咸阳市文化和旅游局"),
        ("推进公开、市政府关于规范收费的通知。", "咸阳市人民政府"),
        # 两办: of a level that is told, else of nobody
        ("省两办印发《关于推进公开的意见》。", "中共陕西省委办公厅、陕西省人民政府办公厅"),
        ("落实市两办《关于推进公开的意见》。", "中共咸阳市委办公室、咸阳市人民政府办公室"),
        ("落实两办《关于推进公开的意见》。", None),
        ("两办印发《关于推进公开的意见》。", None),
    ],
)
def test_those_who_issue_together(text: str, issuer: str | None) -> None:
    entry = one(text)
    assert (entry.issuer, entry.relation) == (issuer, "cites" if "推进公开、" not in text else entry.relation)


@pytest.mark.parametrize(
    "text",
    [
        "根据中共中央办公厅、国务院办公厅关于全面推进政务公开工作的意见要求。",
        "根据中办、国办关于全面推进政务公开工作的意见。",
        "根据中央两办《关于全面推进政务公开工作的意见》。",
        "根据两办《关于全面推进政务公开工作的意见》。",
        "根据《国务院办公厅关于全面推进政务公开工作的意见》。",
    ],
)
def test_a_known_title_behind_its_issuer_however_that_is_called(text: str) -> None:
    assert one(text).resolution.iri == mint("regulation", "中办发〔2016〕8号")


def test_a_known_title_behind_another_issuer_is_another_s() -> None:
    entry = one("根据《陕西省财政厅关于全面推进政务公开工作的意见》。")
    assert entry.resolution.iri == mint("regulation", "陕西省财政厅", "关于全面推进政务公开工作的意见")


def test_aliases_stand_in_the_text_or_the_registry() -> None:
    entry = one("根据《政府信息公开条例》")
    assert set(entry.aliases) <= {"政府信息公开条例", OGI}


def _steps(work: Callable[[], object]) -> int:
    count = 0

    def trace(frame: Any, event: str, _: object) -> Any:
        nonlocal count
        if "resolve/regulations" in frame.f_code.co_filename:
            count += 1
            return trace
        return None

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(None)
    return count


def test_work_is_linear_in_the_number_of_citations() -> None:
    def work(size: int) -> int:
        text = "".join(f"根据《某县第{n}号管理办法》,按照《条例》和该办法要求办理。" for n in range(size))
        document = Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest())
        mentions = extractors.extract(make_reading(document), REGISTRY)
        place = make_place((ReportField("year", 2016),), document, mentions, REGISTRY)
        return _steps(lambda: regulations.resolve(document, mentions, place, REGISTRY))

    small, middle, large = work(20), work(40), work(80)
    assert large - middle <= 2.3 * (middle - small)


def test_an_agency_s_own_code_is_learned_from_what_it_issued() -> None:
    first, second = entries("按照咸财办发〔2016〕3号要求公开。我局印发了咸财办发〔2016〕5号。")
    assert [entry.issuer for entry in (first, second)] == ["咸阳市财政局", "咸阳市财政局"]
    assert [entry.issuer_code for entry in (first, second)] == ["咸财办发", "咸财办发"]
    assert first.resolution.iri == mint("regulation", "咸阳市财政局", "咸财办发〔2016〕3号")


def test_no_code_is_learned_from_a_citation_or_where_the_registry_knows_it() -> None:
    assert one("按照咸财办发〔2016〕3号要求公开。").issuer_code is None
    assert one("我局印发了国办发〔2016〕5号。").issuer_code is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("根据省政府令第225号的规定公开。", "陕西省人民政府令第225号"),
        ("根据《咸阳市价格监督检查办法》（市政府令第12号）公开。", "咸阳市人民政府令第12号"),
        ("根据陕西省人民政府令第225号公开。", "陕西省人民政府令第225号"),
        ("根据《条例》（国令第711号）公开。", "国务院令第711号"),
    ],
)
def test_orders_bear_the_full_name_of_who_gave_them(text: str, number: str) -> None:
    assert one(text).number == number


def test_a_number_and_a_title_of_two_works_are_a_finding() -> None:
    entry = one("落实《国务院办公厅关于印发2016年政务公开工作要点的通知》（国办发〔2017〕24号）。")
    assert (entry.resolution.outcome, entry.resolution.method) == (Outcome.AMBIGUOUS, "number-against-title")
    entry = one("落实《关于推进政务微博建设的通知》（国办发〔2017〕24号）。")
    assert (entry.resolution.outcome, entry.resolution.method) == (Outcome.RESOLVED, "number-despite-title")


def test_an_order_of_the_centre_beside_a_region_s_title_is_a_finding() -> None:
    entry = one("落实《陕西省文化市场管理条例》（国务院令第711号）。")
    assert (entry.resolution.outcome, entry.resolution.method) == (Outcome.AMBIGUOUS, "number-against-title")
    assert entry.resolution.candidates == (mint("regulation", OGI), mint("regulation", "陕西省文化市场管理条例"))
    entry = one("落实《信息公开管理条例》（国务院令第711号）。")
    assert (entry.resolution.iri, entry.resolution.method) == (mint("regulation", OGI), "number-despite-title")
    assert one("落实《政府信息公开条例》（国务院令第711号）。").resolution.method == "number"


@pytest.mark.parametrize(
    ("one_way", "another"),
    [
        ("《关于印发〈咸阳市政务公开办法〉的通知》", "《咸阳市政务公开办法》"),
        ("《陕西省实施（档案法）办法》", "《陕西省实施〈档案法〉办法》"),
        ("《陕西省实施（中华人民共和国档案法）的若干规定》", "《陕西省实施《中华人民共和国档案法》的若干规定》"),
    ],
)
def test_two_spellings_of_one_title_are_one(one_way: str, another: str) -> None:
    first, second = one(f"落实{one_way}。"), one(f"落实{another}。")
    assert first.resolution.iri == second.resolution.iri is not None


def test_a_forwarding_notice_whose_title_marks_open_late() -> None:
    entry = one("根据国务院办公厅转发《司法部关于审理政府信息公开行政复议案件若干问题指导意见的通知》办理。")
    assert entry.resolution.iri == mint("regulation", "国办函〔2021〕132号")


@pytest.mark.parametrize(
    ("text", "iri", "repair"),
    [
        ("根据**国国务院令第711号公开。", OGI, "mask"),
        ("根据中华人民**国国务院令第711号公开。", OGI, "mask"),
        ("根据《**国政府信息公开条例》公开。", OGI, "mask"),
        ("根据《中华人民**国政府信息公开条例》公开。", OGI, "mask"),
        ("根据《政(zheng)府(fu)网(wang)站(zhan)发(fa)展(zhan)指(zhi)引(yin)》公开。", "国办发〔2017〕47号", "gloss"),
        ("根据国(guo)办(ban)发(fa)〔2017〕47号公开。", "国办发〔2017〕47号", "gloss"),
        ("根据《政府网站发展指引》公开。", "国办发〔2017〕47号", None),
    ],
)
def test_masks_and_glosses_are_mended_and_told(text: str, iri: str, repair: str | None) -> None:
    entry = one(text)
    assert entry.resolution.iri == mint("regulation", iri)
    assert [mention.repair for mention in entry.mentions] == [repair]
    assert entry.mentions[0].text in text


@pytest.mark.parametrize(
    ("text", "number", "issuer"),
    [
        ("按照发改办价格〔2013〕857号公开。", "发改办价格〔2013〕857号", "国家发展和改革委员会"),
        ("按照粤发改价格〔2018〕3号公开。", "粤发改价格〔2018〕3号", None),  # a province's, not the centre's
        ("按照国家税务总局税总函〔2015〕409号公开。", "税总函〔2015〕409号", "国家税务总局"),
        ("落实医保办发〔2020〕2号精神。", "医保办发〔2020〕2号", "国家医疗保障局"),
        ("落实渝医保发〔2021〕50号精神。", "渝医保发〔2021〕50号", None),
    ],
)
def test_codes_of_the_centre_are_not_found_inside_those_of_places(text: str, number: str, issuer: str | None) -> None:
    entry = one(text, publisher="青海大学")
    assert (entry.number, entry.issuer) == (number, issuer)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("落实国卫办发〔2014〕7号精神。", "国家卫生和计划生育委员会"),
        ("落实国卫办发〔2021〕7号精神。", "国家卫生健康委员会"),
        ("按照环发〔2013〕74号公开。", "中华人民共和国环境保护部"),
        ("按照环办环评函〔2020〕688号公开。", "中华人民共和国生态环境部"),
        ("按照新广电发〔2016〕141号公开。", "国家新闻出版广电总局"),
    ],
)
def test_a_code_that_passed_to_a_successor_is_told_by_the_number_s_own_year(text: str, issuer: str) -> None:
    entry = one(text, year=2022)
    assert (entry.issuer, entry.resolution.method) == (issuer, "number")
    assert entry.resolution.iri == mint("regulation", entry.number or "")


def test_a_number_of_the_year_of_a_change_is_ambiguous_unless_its_issuer_is_named() -> None:
    resolution = one("落实国卫医发〔2018〕8号精神。", year=2018).resolution
    assert (resolution.outcome, len(resolution.candidates)) == (Outcome.AMBIGUOUS, 2)
    named = one("落实国家卫生健康委员会《医疗质量工作通知》(国卫医发〔2018〕8号)。", year=2018)
    assert (named.issuer, named.resolution.outcome) == ("国家卫生健康委员会", Outcome.RESOLVED)
    assert named.resolution.iri in resolution.candidates


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("上海市政府信息公开规定", "上海市人民政府"),
        ("北京市政府信息公开规定", "北京市人民政府"),
        ("河北省实施〈中华人民共和国政府信息公开条例〉办法", "河北省人民政府"),
    ],
)
def test_provinces_rules_on_disclosure_are_known(title: str, issuer: str) -> None:
    entry = one(f"根据《{title}》编制。", publisher="青海大学")
    assert (entry.issuer, entry.resolution.method) == (issuer, "registry")
    assert entry.resolution.iri == mint("regulation", title)


def test_one_title_under_many_numbers_is_as_many_entries() -> None:
    text = "根据《甲工作方案》(某政发〔2016〕1号),《甲工作方案》(某政发〔2016〕2号),又《甲工作方案》。"
    assert [entry.number for entry in entries(text)] == ["某政发〔2016〕1号", "某政发〔2016〕2号", None]
    text = "根据省财政厅《甲工作方案》。根据《甲工作方案》(陕财发〔2016〕1号)。再按《甲工作方案》。"
    found = entries(text)
    assert [(entry.number, entry.issuer) for entry in found] == [("陕财发〔2016〕1号", "陕西省财政厅")]


def test_the_verb_before_an_issuer_is_no_part_of_its_name() -> None:
    def issuer(verb: str) -> str | None:
        return one(f"我局{verb}市政府办公室《某工作方案》,公开信息。").issuer

    verbs = REGISTRY.wording.before_titles("cites")
    assert [verb for verb in verbs if issuer(verb) != "咸阳市人民政府办公室"] == []


@pytest.mark.parametrize(
    ("text", "issuer", "relation"),
    [
        ("我局转发了《某工作方案》", None, "cites"),
        ("我局及时转发上级《某工作方案》", None, "cites"),
        ("我局转发了省政府办公厅《某工作方案》", "陕西省人民政府办公厅", "cites"),
        ("我局转发省政府办公厅2016年政务公开工作要点,公开信息", "陕西省人民政府办公厅", "cites"),
        ("我局下达了《某工作方案》", "咸阳市财政局", "issues"),
        ("市政府下达《某工作方案》", "咸阳市人民政府", "cites"),
        ("按照市政府下达我局的《某工作方案》", "咸阳市人民政府", "cites"),
    ],
)
def test_what_is_forwarded_and_sent_down(text: str, issuer: str | None, relation: str) -> None:
    entry = one(text + "。")
    assert (entry.issuer, entry.relation) == (issuer, relation)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("就《咸阳市校车管理办法》公开征求社会意见,收到意见12条。", "issues"),
        ("向社会征求《咸阳市校车管理办法》意见建议。", "issues"),
        ("把《某公开办法》修订后重新印发。", "issues"),
        ("出台《某公开办法》配套文件3个。", "issues"),
        ("将《某专项规划》在网站公开。", "discloses"),
        ("编制完成《某公开办法》并向社会公布。", "issues"),
        ("起草完成《某公开办法》,并上网公开。", "issues"),
        ("完成《某公开办法》的网上公开。", "discloses"),
        ("公开《某公开办法》规定的50条事项。", "cites"),
        ("公开《某公开办法》,明确公开事项。", "discloses"),
        ("落实信息发布“三审”制度和《某公开办法》。", "cites"),
        ("《某公开办法》通过微信公众号发布。", "discloses"),
        ("《某公开办法》在《咸阳日报》发布。", "discloses"),
        ("《某公开办法》正式发布。", "issues"),
        # the verb has another object, or is a noun
        ("对《陕西省食品安全条例》等法规撰写解读稿7篇。", "cites"),
        ("针对《陕西省食品安全条例》编发问答12条。", "cites"),
        ("发放《某公开办法》宣传册1000份。", "cites"),
        ("编发典型案例,对《某公开办法》和信息公开条例组织一次测试。", "cites"),
        ("以《某公开办法》和新修订的《某公开细则》为重点开展宣传。", "cites"),
        ("将信息报送情况纳入《某考核方案》。", "cites"),
        ("《某公开办法》印发后,我局组织学习。", "cites"),
    ],
)
def test_what_a_verb_governs(text: str, relation: str) -> None:
    assert entries(text)[0].relation == relation


@pytest.mark.parametrize(
    ("publisher", "text", "name"),
    [
        (
            "上海市住房和城乡建设管理委员会",
            "修订《上海市住房和城乡建设管理委员会公开规程》",
            "上海市住房和城乡建设管理委员会公开规程",
        ),
        ("淮安经济技术开发区管理委员会", "出台《开发区信息发布制度》", "淮安经济技术开发区信息发布制度"),
        ("淮安经济技术开发区管理委员会", "修订《淮安经开区决策规则》", "淮安经开区决策规则"),
        ("国家统计局湘西调查队", "修订《湘西队信息审核制度》", "湘西队信息审核制度"),
        ("甘孜藏族自治州人民政府", "修订《州政府工作规则》", "甘孜藏族自治州人民政府工作规则"),
        ("习水县人民政府", "出台《县政府信息公开审核制度》", "习水县政府信息公开审核制度"),
        ("习水县人民政府办公室", "建立《县政府办公开考核制度》", "习水县人民政府办公室公开考核制度"),
        ("随州高新技术产业开发区管理委员会", "印发《高新区公开工作方案》", "随州高新技术产业开发区公开工作方案"),
        ("国家统计局荆州调查队", "制定《调查队公开规程》", "国家统计局荆州调查队公开规程"),
        ("中共宜昌市委宣传部", "制定《部机关党务公开规程》", "中共宜昌市委宣传部机关党务公开规程"),
        ("沈阳农业大学", "制定《大学生资助办法》", "沈阳农业大学大学生资助办法"),
        ("衢州市卫生健康委员会", "印发《卫健委公开办法》", "衢州市卫生健康委员会公开办法"),
        ("仙桃市财政局", "完善《财政局内部控制制度》", "仙桃市财政局内部控制制度"),
        ("遂宁市中心医院", "修订《遂宁市中心医院信息公开制度》", "遂宁市中心医院信息公开制度"),
        ("咸阳市财政局", "制定了《局务会议规则》", "咸阳市财政局局务会议规则"),
        ("咸阳市财政局", "制定了《局机关公开制度》", "咸阳市财政局机关公开制度"),
    ],
)
def test_the_full_name_of_what_the_publisher_issues(publisher: str, text: str, name: str) -> None:
    entry = one(text + "。", publisher=publisher)
    assert (entry.name, entry.issuer, entry.relation) == (name, publisher, "issues")


@pytest.mark.parametrize(
    "text",
    [
        "镇党委政府制定《公开制度》",
        "镇党委、政府出台了《公开制度》",
        "党委政府研究制定《公开制度》",
        "印发《镇政府公开制度》",
    ],
)
def test_a_towns_committee_and_government_are_the_town(text: str) -> None:
    entry = one(text + "。", publisher="和龙市西城镇人民政府")
    assert (entry.name, entry.issuer, entry.relation) == ("西城镇人民政府公开制度", "西城镇人民政府", "issues")


def test_issuers_that_stand_in_a_row() -> None:
    assert one("按照市教委、市卫生健康委《某通知》公开。").issuer == "咸阳市教育委员会、咸阳市卫生健康委员会"
    assert one("会同市审计局、市教委制定《某方案》。").issuer == "咸阳市财政局"
    order = one("依据《企业国有资产交易监督管理办法》(国务院国资委 财政部令第32号)公开。", publisher="财政部")
    assert order.number == "国务院国有资产监督管理委员会、财政部令第32号"


def test_a_citys_code_is_no_zones_of_the_same_name() -> None:
    entry = one("落实《某要点》(淮政办发〔2024〕18号)。", publisher="淮安经济技术开发区管理委员会", year=2024)
    assert entry.issuer == "淮安市人民政府办公室"


def test_a_periodical_is_no_regulation() -> None:
    assert entries("编发《校情通报》9期,印发《某通报》。", publisher="滁州学院")[0].aliases == ("某通报",)


def test_what_implements_an_opinion_is_as_definite() -> None:
    opinion = "《关于全面推进政务公开工作的意见》(中办发〔2016〕8号)"
    found = entries(f"落实{opinion}及其实施细则。", year=2017)
    assert [entry.resolution.iri for entry in found] == [
        mint("regulation", number) for number in ("中办发〔2016〕8号", "国办发〔2016〕80号")
    ]


@pytest.mark.parametrize(
    "when", ["2016年5月", "于3月12日", "年初", "今年3月", "2016年下半年", "去年", "刚刚", "近期正式"]
)
def test_when_a_document_was_issued_is_no_part_of_its_issuer(when: str) -> None:
    assert one(f"依据市政府办公室{when}印发的《某方案》公开。").issuer == "咸阳市人民政府办公室"


def test_a_number_of_a_later_year_is_kept_as_written() -> None:
    assert one("落实国办发〔2019〕60号文件。", year=2016).number == "国办发〔2019〕60号"


def test_a_list_of_systems_is_no_document() -> None:
    assert entries("修订完善了政务公开制度、首问负责制、服务承诺制和责任追究制度。") == []


@pytest.mark.parametrize(
    ("body", "issuer"),
    [
        ("省委省政府", "中共陕西省委、陕西省人民政府"),
        ("市委市政府", "中共咸阳市委、咸阳市人民政府"),
        ("中办国办", "中共中央办公厅、国务院办公厅"),
        ("市依法治市办", "咸阳市依法治市办公室"),
        ("市政务公开协调小组", "咸阳市政务公开协调小组"),
        ("康定市政府", "康定市人民政府"),
        ("省委", "中共陕西省委"),
        ("国办", "国务院办公厅"),
        ("市教委", "咸阳市教育委员会"),
        ("我局", "咸阳市财政局"),
    ],
)
def test_an_issuer_in_all_frames(body: str, issuer: str) -> None:
    frames = (
        "按照{}《关于加强公开工作的意见》要求。",
        "落实{}印发的《某考核办法》。",
        "根据{}关于开展公开自查工作的通知精神。",
        "接到{}下发的《关于开展自查的通知》。",
        "以{}2016年政务公开工作要点为抓手。",
    )
    assert [one(frame.format(body)).issuer for frame in frames] == [issuer] * len(frames)


def test_our_area_is_not_the_publisher() -> None:
    assert one("配合我省《某方案》的实施。").issuer is None
    assert one("按照我市《某方案》公开。", publisher="咸阳市人民政府").issuer == "咸阳市人民政府"


@pytest.mark.parametrize(
    ("text", "issuer", "relation"),
    [
        ("认领省政府《某要点》任务8项。", "陕西省人民政府", "cites"),
        ("承担市政府办公室印发的《某实施方案》任务4项。", "咸阳市人民政府办公室", "cites"),
        ("办理咸阳市审计局《某办法》交办事项。", "咸阳市审计局", "cites"),
    ],
)
def test_an_issuer_behind_a_verb_that_no_list_has(text: str, issuer: str, relation: str) -> None:
    entry = one(text)
    assert (entry.issuer, entry.relation) == (issuer, relation)


def test_each_number_of_a_list_has_the_verb_before_the_first() -> None:
    found = entries("印发咸财发〔2012〕41号、57号和咸财字〔2012〕3号三份通知。", year=2012)
    assert [(entry.number, entry.relation) for entry in found] == [
        ("咸财发〔2012〕41号", "issues"),
        ("咸财发〔2012〕57号", "issues"),
        ("咸财字〔2012〕3号", "issues"),
    ]


def test_a_revised_text_of_another_is_no_document() -> None:
    assert [entry.name for entry in entries("《校车管理条例》修订稿上网听取意见。")] == ["校车管理条例"]


@pytest.mark.parametrize("body", ["高新区市场监管局", "沣东新城市政管理局", "滨海市政管理局", "烽火镇市场监管所"])
def test_a_body_of_a_place_that_is_not_known_is_never_the_publishers_neighbour(body: str) -> None:
    issuer = one(f"按照{body}《某通知》公开。").issuer or ""
    assert issuer.endswith(body)


def test_letters_read_as_digits_are_told() -> None:
    entry = one("落实国办发〔20l6〕19号。")
    assert (entry.number, entry.mentions[0].repair) == ("国办发〔2016〕19号", "letters-for-digits")
    assert one("落实国办发〔2016〕19号。").mentions[0].repair is None


@pytest.mark.parametrize("verb", ["宣贯", "遵循", "宣传", "恪守", "我"])
def test_a_regions_own_rule_is_not_the_states(verb: str) -> None:
    assert one(f"{verb}市《物业管理条例》。").name == "咸阳市物业管理条例"
