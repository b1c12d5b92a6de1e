"""What reports of vertical systems call the bodies of their system, from the publisher's level and place."""

import pytest
from named import REGISTRY, named

from gigraph.models import Document, ReportField, Source
from gigraph.registry.vertical_systems import SystemRow
from gigraph.resolve.place import make_place

TAX, TEAM, STAFF = "国家税务总局{}税务局", "国家统计局{}调查队", "国家统计局陕西调查总队"
BANK = "中国银行保险监督管理委员会"


@pytest.mark.parametrize("row", REGISTRY.systems.rows, ids=lambda row: row.example)
def test_the_example_of_a_system_is_understood(row: SystemRow) -> None:
    publisher, _, rest = row.example.partition(":")
    surface, _, name = rest.partition("=")
    year = row.until or row.since or 2016
    fields = (ReportField("publisher", publisher), ReportField("year", year))
    agency = make_place(fields, Document(publisher, Source("a"), "0" * 64), (), REGISTRY).agency(surface)
    assert agency is not None
    assert agency.name == name


def test_rows_are_sorted_and_of_known_levels() -> None:
    rows = REGISTRY.systems.rows
    keys = [(row.system, row.level, row.name) for row in rows]
    assert keys == sorted(set(keys))
    assert {row.level for row in rows} == {"any", "centre", "county", "named", "prefecture", "province"}


def test_a_body_belongs_to_the_system_of_its_years() -> None:
    of = REGISTRY.systems.of
    assert of("咸阳银监分局", 2012).row.system == "bank-2003"  # type: ignore[union-attr]
    assert of("国家税务总局礼泉县税务局", 2012) is None
    assert of("礼泉县财政局", 2012) is None


@pytest.mark.parametrize(
    ("publisher", "text", "names"),
    [
        (TAX.format("礼泉县"), "总局印发通知。", {"国家税务总局"}),
        (TAX.format("礼泉县"), "省局、市局多次检查。", {TAX.format("陕西省"), TAX.format("咸阳市")}),
        (TAX.format("礼泉县"), "省局办公室到县检查。", {TAX.format("陕西省") + "办公室"}),
        (TAX.format("礼泉县"), "咸阳市局党委听取汇报。", {"中共国家税务总局咸阳市税务局委员会"}),
        (TAX.format("礼泉县"), "与泾阳县局交流经验。", {TAX.format("泾阳县")}),
        (TAX.format("礼泉县"), "总局、省局门户网站发布信息。", set()),
        (TAX.format("礼泉县"), "布局合理，全市局面良好，结局圆满。", set()),
        (TEAM.format("咸阳"), "总队办公室和综合处到队检查。", {STAFF + "办公室", STAFF + "综合处"}),
        (TEAM.format("咸阳"), "陕西总队通报了结果。", {STAFF}),
        (TEAM.format("咸阳"), "国家局部署了住户调查。", {"国家统计局"}),
        (TEAM.format("咸阳"), "队党组听取汇报。", {"中共国家统计局咸阳调查队党组"}),
        (TEAM.format("咸阳"), "礼泉、乾县两个县级队报送材料。", {TEAM.format("礼泉"), TEAM.format("乾县")}),
        (TEAM.format("咸阳"), "队伍建设加强，车队管理规范。", set()),
        (TEAM.format("礼泉"), "市队和总队的要求落实到位。", {TEAM.format("咸阳"), STAFF}),
        (STAFF, "宝鸡队协助，各市队接受检查。", {TEAM.format("宝鸡")}),
        ("西安海关", "关党委研究部署，关办公室牵头。", {"中共西安海关委员会", "西安海关办公室"}),
        ("西安海关", "关党组、关办公室、统计处负责。", {"中共西安海关党组", "西安海关办公室", "西安海关统计处"}),
        ("西安海关", "有关办公室、相关党组织和机关党委参加。", {"中共西安海关机关委员会"}),
        ("西安海关", "署党委作出部署。", {"中共海关总署委员会"}),
        ("芜湖海事局", "按部海事局、长江局要求整改。", {"交通运输部海事局", "长江海事局"}),
        ("连云港海事局", "江苏局通报表扬。", {"江苏海事局"}),
        ("咸阳银保监分局", "会党委、省局督办。", {f"中共{BANK}委员会", BANK + "陕西监管局"}),
        ("咸阳银保监分局", "分局党委研究1次。", {"中共咸阳银保监分局委员会"}),
        ("陕西证监局", "社会办公需求大，理事会党委换届。", set()),
        ("咸阳市邮政管理局", "国家局、省局先后检查。", {"国家邮政局", "陕西省邮政管理局"}),
        ("陕西省邮政管理局", "宝鸡市局报送材料。", {"宝鸡市邮政管理局"}),
        ("陕西煤矿安全监察局", "山西局来访。", {"山西煤矿安全监察局"}),
        ("礼泉县消防救援大队", "支队、省总队检查。", {"咸阳市消防救援支队", "陕西省消防救援总队"}),
        ("水利部黄河水利委员会", "部党组要求明确。", {"中共水利部党组"}),
        ("礼泉县人民政府", "总局要求公开，会党委、关党组、陕西总队参加。", set()),
    ],
)
def test_bodies_of_the_system_by_short_words(publisher: str, text: str, names: set[str]) -> None:
    assert named(publisher, text) == names


@pytest.mark.parametrize(
    ("publisher", "text", "names"),
    [
        ("西安海关", "关务公开领导小组每季度开会。", {"西安海关关务公开领导小组"}),
        ("陕西煤矿安全监察局", "驻局纪检组监督。", {"驻陕西煤矿安全监察局纪检组"}),
        ("陕西煤矿安全监察局", "国家煤监局发文。", {"国家煤矿安全监察局"}),
        ("咸阳海事局", "局政务公开办与船舶监督处会商。", {"咸阳海事局政务公开办公室", "咸阳海事局船舶监督处"}),
        ("水利部黄河水利委员会", "水利部办公厅办秘函〔2018〕12号要求公开。", {"水利部办公厅"}),
        (
            "咸阳市人民政府",
            "与国家统计局咸阳调查队、陕西调查总队会商。",
            {"国家统计局咸阳调查队", "国家统计局陕西调查总队"},
        ),
        ("咸阳市国家税务局", "直属分局、稽查局公示。", {"咸阳市国家税务局直属分局", "咸阳市国家税务局稽查局"}),
        ("咸阳市人民政府", "直属分局、稽查局公示。", set()),
        ("礼泉县人民政府", "会同礼泉调查队开展调查。", {"国家统计局礼泉调查队"}),
        ("咸阳银保监分局", "与人民银行咸阳市中心支行合办。", {"中国人民银行咸阳市中心支行"}),
        ("礼泉县人民政府", "人民银行礼泉县支行联合发文。", {"中国人民银行礼泉县支行"}),
        ("咸阳海关", "参加咸阳口岸信息共享工作小组。", {"咸阳口岸信息共享工作小组"}),
        ("水利部黄河水利委员会", "与陕西、山西省防指共享。", {"陕西省防汛抗旱指挥部", "山西省防汛抗旱指挥部"}),
    ],
)
def test_other_bodies_and_units_in_such_reports(publisher: str, text: str, names: set[str]) -> None:
    assert named(publisher, text) == names


@pytest.mark.parametrize(
    ("own", "region"),
    [
        ("西安海关", "610100"), ("满洲里海关", "150781"), ("苏州工业园区海关", "320500"), ("广东海事局", "440000"),
        ("宁波出入境检验检疫局", "330200"), ("厦门出入境边防检查站", "350200"), ("拱北海关", None),
        ("国家发展和改革委员会", "100000"), ("国家税务总局", "100000"), ("国家卫生健康委员会", "100000"),
    ],
)  # fmt: skip
def test_with_the_states_name_in_front_a_body_is_the_same(own: str, region: str | None) -> None:
    """中华人民共和国西安海关, as its own papers call it, has the identity and the units of 西安海关."""
    for publisher in (own, "中华人民共和国" + own):
        fields = (ReportField("publisher", publisher), ReportField("year", 2018))
        place = make_place(fields, Document(publisher, Source("a"), "0" * 64), (), REGISTRY)
        agency = place.publisher_agency
        assert agency is not None
        assert (agency.name, agency.region) == (own, region)
        assert publisher in (agency.name, *agency.aliases)
        office = place.agency("办公室")
        assert office is not None
        assert office.name == own + "办公室"
