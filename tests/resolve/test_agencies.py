"""From a whole text to its agencies: distinct bodies, all their surfaces, outcomes, evidence."""

import pytest

from gigraph.documents import text_document
from gigraph.extractors import agencies as agency_extractor
from gigraph.extractors import report as report_extractor
from gigraph.extractors.settle import settle
from gigraph.models import AgencyEntry, Document, Outcome, Source
from gigraph.registry import load_registry
from gigraph.resolve import agencies, report
from gigraph.resolve.place import make_place
from gigraph.text.reading import make_reading


def entries(text: str) -> tuple[Document, dict[str, AgencyEntry]]:
    registry = load_registry()
    document = text_document(text, Source("report.txt"))
    reading = make_reading(document)
    found = [*report_extractor.extract(reading, registry), *agency_extractor.extract(reading, registry)]
    mentions = settle(found)
    _, fields = report.resolve(document, mentions, registry)
    place = make_place(fields, document, mentions, registry)
    return document, {entry.name: entry for entry in agencies.resolve(document, mentions, place, registry)}


BUREAU = "礼泉县财政局2018年度政府信息公开工作年度报告\n\n"
COUNTY = "礼泉县人民政府2018年度政府信息公开工作年度报告\n\n"
CITY = "咸阳市人民政府2016年政府信息公开工作年度报告\n\n"

CASES = [
    # shared heads and elliptical lists
    (COUNTY + "按照省委省政府、市委、市政府部署。", "中共陕西省委 陕西省人民政府 中共咸阳市委 咸阳市人民政府"),
    (CITY + "征求市监察局、法制办意见。", "咸阳市监察局 咸阳市人民政府法制办公室"),
    (CITY + "市档案馆、图书馆和政务服务中心提供查阅。", "咸阳市档案馆 咸阳市图书馆 咸阳市政务服务中心"),
    (CITY + "改造城区、兴平市、武功县人民政府参加。", "兴平市人民政府 武功县人民政府"),
    (COUNTY + "按照省、市政府办公室要求。", "陕西省人民政府办公室 咸阳市人民政府办公室"),
    # an organisation's own units
    (
        BUREAU + "由局办公室牵头,会同法规科、预算科、国库科抓落实。局党组高度重视。",
        "礼泉县财政局办公室 礼泉县财政局法规科 礼泉县财政局预算科 礼泉县财政局国库科 中共礼泉县财政局党组",
    ),
    (BUREAU + "成立了以局长为组长的政务公开工作领导小组。", "礼泉县财政局政务公开工作领导小组"),
    (BUREAU + "经综合科审核后发布。", "礼泉县财政局综合科"),
    (BUREAU + "由综合科负责发布。", "礼泉县财政局综合科"),
    (BUREAU + "市局、省厅多次指导。", "咸阳市财政局 陕西省财政厅"),
    # named bare: the bureau's own centre, the county's archives
    (BUREAU + "由法规税政科牵头,信息中心承办。", "礼泉县财政局法规税政科 礼泉县财政局信息中心"),
    (BUREAU + "信息报送档案馆、图书馆。", "礼泉县档案馆 礼泉县图书馆"),
    (BUREAU + "由局机关办公室负责。", "礼泉县财政局办公室"),
    (BUREAU + "由综合办公室牵头负责。", "礼泉县财政局综合办公室"),
    (
        BUREAU + "涉及综合办公室、法规科、执法大队等科室。",
        "礼泉县财政局综合办公室 礼泉县财政局法规科 礼泉县财政局执法大队",
    ),
    # groups in a list, and no groups at all
    (
        BUREAU + "保密委员会和信访工作领导小组、政务公开工作领导小组都在办公室办公。",
        "礼泉县财政局保密委员会 礼泉县财政局信访工作领导小组 礼泉县财政局政务公开工作领导小组",
    ),
    (BUREAU + "建好政务公开工作“指挥部”。", ""),
    (COUNTY + "按照自治区党委办公厅、省委部署。", "中共陕西省委"),
    # organs of the centre named for a place; a name within a name
    (CITY + "会同长沙海关、湖南证监局公开。", "长沙海关 湖南证监局"),
    (CITY + "与湖南省某经济区规划建设管理办公室联系。", "湖南省某经济区规划建设管理办公室"),
    (CITY + "由《条例》、国务院办公厅政府信息与政务公开办公室《某通知》规定。", "国务院办公厅政府信息与政务公开办公室"),
    # what is not named: self reference, anaphors, plurals, types, sessions, people, platforms, titles
    (BUREAU + "我局各科室、各乡镇政府认真落实,中心负责受理,法制部门指导,17家单位参加。", ""),
    (COUNTY + "办理省人大代表建议和县政协委员提案,县人大十五届三次会议召开。", ""),
    (COUNTY + "在县政府门户网站和《礼泉县财政局公开制度》中公开。", ""),
    (COUNTY + "各单位均成立了政务公开领导小组。", ""),
    (COUNTY + "城市管理、社区服务中心、市场监管和区域合作。", ""),
    # bodies behind others
    (CITY + "由咸阳市人民政府办公室政务公开科负责。", "咸阳市人民政府办公室政务公开科"),
    (CITY + "省政府政务公开处下发清单。", "陕西省人民政府办公厅政务公开处"),
    (CITY + "礼泉县政府、秦都区政府办已整改。", "礼泉县人民政府 咸阳市秦都区人民政府办公室"),
    (COUNTY + "盘溪镇人民政府及时公开。", "盘溪镇人民政府"),
    (CITY + "国务院、国务院办公厅和国家发展改革委提出要求。", "国务院 国务院办公厅 国家发展和改革委员会"),
    (CITY + "国家税务总局咸阳市税务局公开信息。", "国家税务总局咸阳市税务局"),
    # committees in full: each of another organisation, and of a town whose name ends as a region's does
    (CITY + "中共礼泉县委员会、政协礼泉县委员会印发通知。", "中共礼泉县委 中国人民政治协商会议礼泉县委员会"),
    (COUNTY + "由中国人民政治协商会议礼泉县委员会提出提案。", "中国人民政治协商会议礼泉县委员会"),
    (COUNTY + "中国共产党礼泉县委员会研究,中共礼泉县纪律检查委员会监督。", "中共礼泉县委 中共礼泉县纪律检查委员会"),
    (COUNTY + "中共古州镇委员会、中共烟霞镇纪律检查委员会整改。", "中共古州镇委员会 中共烟霞镇纪律检查委员会"),
    (COUNTY + "请中共礼泉县盘溪镇委员会落实。", "中共盘溪镇委员会"),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_the_bodies_that_a_text_names(text: str, names: str) -> None:
    _, found = entries(text)
    publisher = text.partition("2")[0]
    assert {name for name in found if name != publisher} == set(names.split())


def test_the_publisher_is_an_entry_with_its_title_for_evidence() -> None:
    document, found = entries(BUREAU + "我局认真落实各项要求。")
    entry = found["礼泉县财政局"]
    assert [mention.text for mention in entry.mentions] == ["礼泉县财政局"]
    assert entry.mentions[0].span.of(document.text) == "礼泉县财政局"


def test_third_person_short_forms_are_the_publisher() -> None:
    _, found = entries("礼泉县政务服务管理局2018年度政府信息公开年报\n\n县政务局无诉讼。礼泉县政务服务管理局完善制度。")
    assert {mention.text for mention in found["礼泉县政务服务管理局"].mentions} == {"县政务局", "礼泉县政务服务管理局"}


def test_a_bare_name_is_the_one_named_in_full() -> None:
    _, found = entries(CITY + "行政服务中心提供服务。市行政服务中心增设窗口。")
    assert [mention.text for mention in found["咸阳市行政服务中心"].mentions] == ["行政服务中心", "市行政服务中心"]


def test_one_of_several_full_forms_is_ambiguous_with_its_candidates() -> None:
    _, found = entries(CITY + "市扶贫办公开资金。")
    entry = found["咸阳市扶贫开发办公室"]
    assert entry.resolution.outcome is Outcome.AMBIGUOUS
    assert "咸阳市扶贫开发领导小组办公室" in entry.resolution.candidates


def test_a_body_of_a_known_region_is_resolved_and_belongs_to_its_government() -> None:
    _, found = entries(CITY + "市财政局公开预算。")
    entry = found["咸阳市财政局"]
    assert entry.resolution.outcome is Outcome.RESOLVED
    assert entry.resolution.iri == "https://w3id.org/gigraph/id/agency/610400/咸阳市财政局"
    assert (entry.kind, entry.region, entry.parent) == ("department", "610400", "咸阳市人民政府")


def test_a_body_without_a_certain_region_is_not_resolved() -> None:
    _, found = entries("翠湖医院2019-2020学年信息公开年度报告\n\n由翠湖医院院长办公室牵头。")
    entry = found["翠湖医院院长办公室"]
    assert entry.resolution.outcome is Outcome.UNRESOLVED
    assert entry.region is None


@pytest.mark.parametrize(
    ("publisher", "surface", "name", "candidate"),
    [
        ("新华区人民政府", "区财政局", "新华区财政局", "石家庄市新华区财政局"),
        ("鼓楼区人民政府", "区政府办公室", "鼓楼区人民政府办公室", "福州市鼓楼区人民政府办公室"),
        ("西湖区教育局", "区人社局", "西湖区人力资源和社会保障局", "杭州市西湖区人力资源和社会保障局"),
        ("江北区民政局", "区委宣传部", "中共江北区委宣传部", "中共重庆市江北区委宣传部"),
    ],
)
def test_bodies_of_a_district_that_several_cities_have_are_ambiguous(
    publisher: str, surface: str, name: str, candidate: str
) -> None:
    _, found = entries(f"{publisher}2018年度政府信息公开工作年度报告\n\n请{surface}配合。")
    for entry, body in ((found[name], candidate), (found[publisher], "市" + publisher)):
        assert (entry.resolution.outcome, entry.region) == (Outcome.AMBIGUOUS, None)
        assert len(entry.resolution.candidates) > 1
        assert any(each.endswith(body) for each in entry.resolution.candidates)


def test_every_mention_stands_in_the_text() -> None:
    document, found = entries(COUNTY + "县委、县政府及县发改局、财政局落实。请与礼泉县人民政府办公室联系。")
    for entry in found.values():
        for mention in entry.mentions:
            assert mention.span.of(document.text) == mention.text


def test_a_leading_group_is_one_with_and_without_work_in_its_name() -> None:
    _, found = entries(BUREAU + "成立了政务公开工作领导小组。局政务公开领导小组召开会议。")
    entry = found["礼泉县财政局政务公开工作领导小组"]
    assert [mention.text for mention in entry.mentions] == ["政务公开工作领导小组", "局政务公开领导小组"]
    assert "礼泉县财政局政务公开领导小组" in entry.aliases


def test_a_short_form_of_several_is_the_one_that_the_text_names_in_full() -> None:
    _, found = entries(CITY + "请与咸阳市政府信息公开办公室联系。发到市公开办备份。")
    entry = found["咸阳市政府信息公开办公室"]
    assert [mention.text for mention in entry.mentions] == ["咸阳市政府信息公开办公室", "市公开办"]
    assert entry.resolution.outcome is Outcome.RESOLVED


def test_a_town_told_once_is_known_in_the_rest_of_the_text() -> None:
    _, found = entries(COUNTY + "由盘溪镇人民政府负责。指导盘溪镇政府整改。")
    assert [mention.text for mention in found["盘溪镇人民政府"].mentions] == ["盘溪镇人民政府", "盘溪镇政府"]


def test_a_body_that_no_table_knows_is_not_linked_to_the_publishers_place() -> None:
    _, found = entries(COUNTY + "滨海市政管理局另有报告，市政管理局和曲江新区管委会参加。与太白山旅游区管委会合作。")
    assert found["礼泉县滨海市政管理局"].resolution.outcome is Outcome.UNRESOLVED
    assert found["曲江新区管理委员会"].resolution.outcome is Outcome.UNRESOLVED  # not that of 曲江区 in Guangdong
    assert found["礼泉县市政管理局"].resolution.outcome is Outcome.RESOLVED
    assert not any("白山" in name for name in found)


def test_a_body_that_no_table_knows_is_not_linked_as_the_publishers_own() -> None:
    _, found = entries(BUREAU + "乾陵管理处、价格管理处另有报告。法院、检察院、卫生院公开信息。")
    assert found["礼泉县财政局乾陵管理处"].resolution.outcome is Outcome.UNRESOLVED
    assert found["礼泉县财政局价格管理处"].resolution.outcome is Outcome.RESOLVED
    assert not any(name.endswith("院") for name in found)
