"""Bodies that a sentence names by less than their names: units, stations, former bodies, meetings; from text to entry."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of

TOWN, STREET = "泰和县马市镇人民政府", "济宁市任城区阜桥街道办事处"
PRICES, HEALTH, FINANCE = "泰州市物价局", "陕西省卫生厅", "礼泉县财政局"
COUNTY, MARKET, POLICE = "礼泉县人民政府", "礼泉县市场监督管理局", "威海市公安局环翠区分局"
HOSPITAL = "驻马店市第八人民医院"


def named(publisher: str, year: int, sentence: str) -> list[set[str]]:
    """All names of each agency but the publisher, in the order of the text."""
    text = f"{publisher}{year}年政府信息公开工作年度报告\n\n　　一、概述\n\n　　{sentence}\n\n{publisher}\n\n{year + 1}年1月20日\n"
    entries = facts_of(document_of(text.encode(), "a")).agencies
    return [{entry.name, *entry.aliases} for entry in entries if publisher not in (entry.name, *entry.aliases)]


@pytest.mark.parametrize(
    ("publisher", "year", "sentence", "expected"),
    [
        # what a town has of its own, and what each of its villages has
        (TOWN, 2013, "财政所、民政所、农技站各明确1名信息员。", ["泰和县马市镇财政所", "泰和县马市镇民政所", "泰和县马市镇农技站"]),
        (TOWN, 2013, "由党政办牵头，派出所、综治办配合。", ["泰和县马市镇党政办", "泰和县马市镇派出所", "泰和县马市镇综治办"]),
        (TOWN, 2013, "各村与农经站对账。", ["泰和县马市镇农经站"]),
        (TOWN, 2013, "领导小组办公室设在党政办。", ["泰和县马市镇党政办"]),
        (TOWN, 2018, "各村设立便民服务中心，全镇共有养老服务站8个。", []),
        (TOWN, 2018, "全镇16个村（社区）全部建立了便民服务站。", []),
        (TOWN, 2018, "群众到派出所所在地办理。", []),
        (STREET, 2019, "督促经济发展办公室、社会事务办公室报送信息。", ["阜桥街道经济发展办公室", "阜桥街道社会事务办公室"]),
        (STREET, 2019, "指导平安建设办公室规范公开。", ["阜桥街道平安建设办公室"]),
        (STREET, 2019, "在辖区内建设退役军人服务站11个。", []),
        # units of bureaus
        (PRICES, 2010, "任务落实到价格管理处、市价格监督检查分局。", ["泰州市物价局价格管理处", "泰州市物价局价格监督检查分局"]),
        ("三门峡市教育局", 2018, "由基教一科、督导室分工负责。", ["三门峡市教育局基教一科", "三门峡市教育局督导室"]),
        ("三门峡市教育局", 2018, "由财务科、人事科分别报送。", ["三门峡市教育局财务科", "三门峡市教育局人事科"]),
        (HEALTH, 2012, "厅办公室会同驻厅监察室开展检查。", ["陕西省卫生厅办公室", "陕西省监察厅驻陕西省卫生厅监察室"]),
        (HEALTH, 2012, "接受省监察厅派驻我厅监察室监督。", ["陕西省监察厅派驻陕西省卫生厅监察室"]),
        (FINANCE, 2019, "派驻纪检监察组参加会议。", ["中共礼泉县纪律检查委员会派驻礼泉县财政局纪检监察组"]),
        (POLICE, 2019, "分局党委听取汇报，鲸园派出所公开指南。", ["中共威海市公安局环翠区分局委员会", "威海市公安局环翠区分局鲸园派出所"]),
        ("国家税务总局威海市税务局", 2020, "稽查局公布案件5起。", ["国家税务总局威海市税务局稽查局"]),
        ("国家税务总局威海市税务局", 2020, "第一税务分局公开公告。", ["国家税务总局威海市税务局第一税务分局"]),
        ("礼泉县司法局", 2020, "机关、司法所干部参加，各司法所、乡镇司法所公开信息。", []),
        (COUNTY, 2020, "分局党委听取汇报。", []),
        # bodies that there are no more
        (COUNTY, 2019, "原工商局、原国土局的目录已合并。", ["礼泉县工商行政管理局", "礼泉县国土资源局"]),
        (MARKET, 2019, "承接原物价局价格监督检查职能。", ["礼泉县物价局"]),
        (MARKET, 2019, "原食品药品监督管理局受理的申请由本局答复。", ["礼泉县食品药品监督管理局"]),
        ("太原市财政局", 2019, "太原财政公开信息20条。", []),
        # meetings; what only ends as a bureau does
        (FINANCE, 2019, "局党组会2次研究，局党委扩大会议传达。", []),
        (FINANCE, 2019, "局党组会同局办公室研究方案。", ["中共礼泉县财政局党组", "礼泉县财政局办公室"]),
        (FINANCE, 2019, "市委全会提出了要求。", []),
        (COUNTY, 2008, "我县政府信息公开工作开局良好，打开了新局面。", []),
        (COUNTY, 2008, "在县邮局设置查阅点。", []),
        # where a name ends, and where it begins
        (COUNTY, 2020, "由县网信办公布名单，县史志办会同县老龄办报送材料。", ["县网信办", "县史志办", "县老龄办"]),
        (COUNTY, 2020, "上级下达县财政局指标，群众离开县政务服务中心。", ["礼泉县财政局", "礼泉县政务服务中心"]),
        (COUNTY, 2020, "组织县优化营商环境工作专班参加。", ["礼泉县优化营商环境工作专班"]),
        (COUNTY, 2020, "县医院、县劳动人事争议仲裁院参加。", ["礼泉县医院", "礼泉县劳动人事争议仲裁院"]),
        (HOSPITAL, 2022, "病案室、门诊便民服务中心更新指南。", ["病案室", "门诊便民服务中心"]),
        # publishers whose place stands in the middle of their names, or in short at their beginning
        ("中共礼泉县委宣传部", 2018, "落实县委、县政府部署，由我部办公室牵头。", ["礼泉县委", "礼泉县人民政府", "中共礼泉县委宣传部办公室"]),
        ("共青团礼泉县委员会", 2018, "在县政府、团市委的领导下开展工作。", ["礼泉县人民政府", "共青团咸阳市委"]),
        ("延安大学", 2011, "省教育厅部署，文学院、化学与化工学院试行院务公开。", ["陕西省教育厅", "延安大学文学院", "化学与化工学院"]),
        ("延安大学", 2011, "各学院、所在学院、12个二级学院公开信息。", []),
        ("咸阳市图书馆", 2019, "馆办公室、读者服务部负责。", ["咸阳市图书馆办公室", "咸阳市图书馆读者服务部"]),
        ("咸阳市住房公积金管理中心", 2020, "礼泉管理部、兴平管理部公示。", ["管理中心礼泉管理部", "管理中心兴平管理部"]),
        ("中国人民银行咸阳市中心支行", 2018, "总行、西安分行部署，中支办公室负责。", ["中国人民银行", "中国人民银行西安分行", "咸阳市中心支行办公室"]),
        ("咸阳市公安局交通警察支队", 2020, "市局通报，支队党委研究。", ["咸阳市公安局", "中共咸阳市公安局交通警察支队委员会"]),
        ("中华人民共和国水利部", 2014, "驻部监察局监督，办公厅、水资源司负责。", ["监察部驻水利部监察局", "水利部办公厅", "水利部水资源司"]),
        (HOSPITAL, 2022, "市卫健体委、卫健委法规科考核，院感科参加。", ["卫生健康体育委员会", "驻马店市卫生健康委员会法规科", "院感科"]),
        ("礼泉县残疾人联合会", 2018, "县残联办公室、市网信办综合科参加。", ["残疾人联合会办公室", "网络安全和信息化委员会办公室综合科"]),
    ],
)  # fmt: skip
def test_bodies_of_a_sentence(publisher: str, year: int, sentence: str, expected: list[str]) -> None:
    found = named(publisher, year, sentence)
    assert len(found) == len(expected)
    assert all(
        any(form.endswith(name.removeprefix("县")) for form in forms)
        for forms, name in zip(found, expected, strict=True)
    )
