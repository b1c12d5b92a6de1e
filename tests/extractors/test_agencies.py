"""The agency extractor: where names begin and end, what it leaves out, and that it stays linear."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigraph.extractors.agencies import extract
from gigraph.extractors.agencies.towns import TOWN_ENDS
from gigraph.models import Document, Kind, Mention, Source
from gigraph.registry import load_registry
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
CHARS = "省市县区州旗镇乡街道局厅委办公室政府人民财政中共党组管委会领导小组和、与《》〈〉的了我全直湖南长沙岳麓国务院教育部。,()以下简称“”"


def found(text: str) -> list[Mention]:
    return list(extract(make_reading(Document(text, Source("a"), "0" * 64)), REGISTRY))


def names(text: str) -> list[str]:
    return sorted({mention.text for mention in found(text)}, key=text.index)


CASES = [
    ("依照市委、市政府对公开工作的安排", ["市委", "市政府"]),
    ("按照市委、市政府信息公开领导小组的要求", ["市委", "市政府信息公开领导小组"]),
    ("确定综合办公室是主管部门,综合处为公开工作的责任部门,综合科牵头", ["综合办公室", "综合处", "综合科"]),
    ("省政府及其办公厅20件,县政府及办公室", ["省政府", "办公厅", "县政府", "办公室"]),
    (
        "由区委全面依法治区委员会研究,报区管委和县政府信息公开办",
        ["区委全面依法治区委员会", "区管委", "县政府信息公开办"],
    ),
    ("由政府信息公开工作领导小组统一领导", ["政府信息公开工作领导小组"]),
    (
        "由宣教股、政工股、法律援助中心及公证处主要负责人列席",
        ["宣教股", "政工股", "法律援助中心", "公证处"],
    ),
    ("公开较多的是法规宣传处、办公室、资格考试处等部门", ["法规宣传处", "办公室", "资格考试处"]),
    ("办公室作为主管部门,负责推进工作", ["办公室"]),
    ("请联系咸阳市秦都区某园街道办公室", ["咸阳市秦都区某园街道办公室"]),
    ("紧紧围绕党工委、管委会工作安排", ["党工委", "管委会"]),
    (
        "在高新区党工委、管委会的领导下,由高新区财政局会同科技局办理",
        ["高新区党工委", "管委会", "高新区财政局", "科技局"],
    ),
    ("在地委、行署的领导下,各地委派专人", ["地委", "行署"]),
    ("由赣县区财政局负责", ["赣县区财政局"]),
    ("遵守《条例》和县委、县政府的规定", ["县委", "县政府"]),
    ("副组长由厅警令部、政治部负责人担任", ["厅警令部", "政治部"]),
    # where a name begins
    ("由湖南省长沙市岳麓区财政局负责", ["湖南省长沙市岳麓区财政局"]),
    ("征求市财政局意见", ["市财政局"]),
    ("在全国政协和城市建设部署下", ["全国政协"]),
    ("市场监督管理局和地区之间", ["市场监督管理局"]),
    ("纳入省政府电子政务", ["省政府"]),
    ("经长沙高新区管委会同意", ["长沙高新区管委会"]),
    ("我局党组研究", ["我局党组"]),
    ("由盘溪镇人民政府公开", ["盘溪镇人民政府"]),
    ("完成县局年报汇总,建成县级查阅点,落成县档案馆", ["县局", "县档案馆"]),
    ("支付清单县财政局审核,文件转达县政府,到陕西乾县财政局", ["县财政局", "县政府", "乾县财政局"]),
    ("在灌区管理处、棚户区改造现场", []),
    # where it ends
    ("市财政局公开厂办企业名单,市教育局抽查公办幼儿园", ["市财政局", "市教育局"]),
    ("市人社局认定技工学校实训中心,市商务局扶持电商服务中心", ["市人社局", "市商务局"]),
    ("市财政局公开办、市教育局公开工作领导小组", ["市财政局公开办", "市教育局公开工作领导小组"]),
    ("市公安局秦都分局公示,市工商局直属分局公布", ["市公安局秦都分局", "市工商局直属分局"]),
    ("县财政局局长审定", ["县财政局"]),
    ("县公安局长宁分局", ["县公安局长宁分局"]),
    ("市政府办公室综合科负责", ["市政府办公室综合科"]),
    ("区委托第三方", []),
    ("县委委员和县委书记", ["县委"]),
    ("省政府政务公开处下达", ["省政府政务公开处"]),
    ("县委区政府部署", ["县委", "区政府"]),
    ("接受省委第三巡视组巡视,国务院第五督查组通报,成立3个督查组", ["省委第三巡视组", "国务院第五督查组"]),
    ("市计量测试所、市食品检验所公示", ["市计量测试所", "市食品检验所"]),
    ("局属质监站、安监站分别建台账,局属各单位公开,局属于试点", ["质监站", "安监站"]),
    ("加快省自然资源档案馆馆藏数字化", ["省自然资源档案馆"]),
    ("明确业务司主办、政策法规司法律审核", ["政策法规司"]),
    ("党工委会议、局党委（扩大）会议听取汇报", []),
    ("在市档案馆、市民中心等场所投放", ["市档案馆"]),
    # lists
    (
        "分到各科室和种子管理站、药品不良反应监测中心、建筑设计院",
        ["种子管理站", "药品不良反应监测中心", "建筑设计院"],
    ),
    ("在局机关和羊毛湾水库管理中心设点,在局一楼和水文站办事", ["羊毛湾水库管理中心", "水文站"]),
    ("在各科室和各站所查询", []),
    ("市图书馆、群众艺术馆赠送资料", ["市图书馆", "群众艺术馆"]),
    ("市监察局、法制办和档案馆", ["市监察局", "法制办", "档案馆"]),
    ("区环境与国土资源局、经济发展局等", ["区环境与国土资源局", "经济发展局"]),
    ("省、市政府办公厅", ["省", "市政府办公厅"]),
    # what is left out
    ("省政府门户网站和县教育局微信公众号", []),
    ("《湖南省财政厅关于某事的通知》", []),
    ("地址:湖南省长沙市财政局大院;", []),
    ("省人大代表、政协委员", []),
    ("财政部门、教育部令、公安部队", []),
    ("各县政府、各乡镇政府", []),
    ("社区服务中心、区域合作中心", []),
    # centre
    ("与国家统计局咸阳调查队会商", ["国家统计局咸阳调查队"]),
    ("国务院、教育部办公厅和国家税务总局咸阳市税务局", ["国务院", "教育部办公厅", "国家税务总局咸阳市税务局"]),
    ("党中央、国务院决策部署", ["党中央", "国务院"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_in_a_phrase(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_listed_names_have_the_prefix_of_their_head() -> None:
    values = {mention.text: mention.value for mention in found("县委办、政府办,市监察局、法制办。")}
    assert values["法制办"] == "市法制办"


def test_a_definition_gives_the_full_and_the_short_form() -> None:
    (mention,) = [item for item in found("区管委会办公室(以下简称区办公室)。") if item.rule == "definition"]
    assert mention.value == ("区管委会办公室", "区办公室")


@given(st.text(alphabet=CHARS, max_size=120))
@settings(deadline=None)
def test_every_mention_is_the_text_at_its_span(text: str) -> None:
    for mention in found(text):
        assert mention.kind is Kind.AGENCY
        assert mention.span.of(text) == mention.text


@pytest.mark.parametrize(
    "unit",
    [
        "县",
        "局",
        "市政府、",
        "领导小组",
        "《",
        "镇人民政府",
        "以下简称(",
        "政务公开工作领导小组办公室",
        "长沙市",
        "各",
        "国务院",
        "某某某镇政府",
        "办公室、",
    ],
)
def test_hostile_repetition_is_read_in_linear_time(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    start = time.thread_time()
    found(text)
    assert time.thread_time() - start < 3


def test_every_town_is_told_by_its_end() -> None:
    towns = [kind + "政府" for kind in ("民族乡", "街道", "苏木", "镇", "乡")]
    assert [town for town in towns if not any(end.search(town) for end in TOWN_ENDS)] == []
