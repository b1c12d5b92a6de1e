"""Units and groups of hospitals, schools, companies, zones and towns: whose they are, and the full name each time."""

import pytest

from gigraph.documents import text_document
from gigraph.models import Source
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry

BUREAU = "礼泉县财政局2020年政府信息公开工作年度报告\n\n"
HOSPITAL = "咸阳市第四人民医院2020年信息公开工作年度报告\n\n"
SCHOOL = "礼泉县第二中学2020年校务信息公开工作报告\n\n"
UNIVERSITY = "咸阳理工大学2020年信息公开工作年度报告\n\n"
COMPANY = "咸阳市惠民供热有限公司2020年信息公开工作年度报告\n\n"
ZONE = "咸阳高新技术产业开发区管理委员会2020年政府信息公开工作年度报告\n\n"
TOWN = "礼泉县岚城镇人民政府2020年政府信息公开工作年度报告\n\n"
SUMU = "礼泉县巴音苏木人民政府2020年政府信息公开工作年度报告\n\n"
STREET = "咸阳市秦都区南源街道办事处2020年政府信息公开工作年度报告\n\n"

CASES = [
    # 院 and 校 belong to the matter
    (HOSPITAL + "院务公开领导小组每季度开会一次。", "咸阳市第四人民医院院务公开领导小组"),
    (HOSPITAL + "院信息公开领导小组全年开会两次。", "咸阳市第四人民医院信息公开领导小组"),
    (SCHOOL + "校务公开领导小组办公室设在总务处。", "礼泉县第二中学校务公开领导小组办公室"),
    # what the places' tables do not know is a house's own
    (HOSPITAL + "信息科、医务部、护理部联合制定流程。", "咸阳市第四人民医院医务部 咸阳市第四人民医院护理部"),
    (
        HOSPITAL + "由党政办牵头，医保物价办配合。",
        "咸阳市第四人民医院党政办公室 咸阳市第四人民医院医保物价办公室",
    ),
    (SCHOOL + "领导小组办公室挂靠教导处。", "礼泉县第二中学教导处"),
    (UNIVERSITY + "纪委、监察处负责监督检查。", "中共咸阳理工大学纪律检查委员会 咸阳理工大学监察处"),
    (UNIVERSITY + "由学校办公室、宣传部联合举办培训。", "中共咸阳理工大学委员会宣传部"),
    (UNIVERSITY + "党委组织部、人事处公示任免。", "中共咸阳理工大学委员会组织部 咸阳理工大学人事处"),
    (UNIVERSITY + "14个学院及附属医院配信息员1名。", "咸阳理工大学附属医院"),
    (UNIVERSITY + "纪委办公室（监察处）负责监督。", "咸阳理工大学纪委办公室 咸阳理工大学监察处"),
    (
        COMPANY + "公司办公室归口管理，客户服务中心、水质监测站、管网管理所等6个部门配合。",
        "咸阳市惠民供热有限公司办公室 咸阳市惠民供热有限公司客户服务中心 咸阳市惠民供热有限公司水质监测站"
        " 咸阳市惠民供热有限公司管网管理所",
    ),
    (COMPANY + "由公司综合管理部牵头。", "咸阳市惠民供热有限公司综合管理部"),
    # a zone's committees, and the divisions of its management committee
    (ZONE + "工委、管委会合署办公。", "中共咸阳高新技术产业开发区工作委员会"),
    (ZONE + "规建处、旅游处会同市自然资源局审核。", "咸阳高新技术产业开发区管理委员会旅游处"),
    (UNIVERSITY + "日常事务归党委校长办公室。", "咸阳理工大学党委校长办公室"),
    (ZONE + "请与咸阳高新区综合管理部联系。", "咸阳高新技术产业开发区综合管理部"),
    (
        ZONE + "应急管理部、综合行政执法队公示处罚信息。",
        "咸阳高新技术产业开发区应急管理部 咸阳高新技术产业开发区综合行政执法队",
    ),
    (ZONE + "按照应急管理部要求和教育部、财政部规定。", "中华人民共和国应急管理部 中华人民共和国教育部"),
    (ZONE + "经贸局、建设发展局、投资促进部各有1名联络员。", "咸阳高新技术产业开发区建设发展局"),
    # what a bureau has may be called by the place's name, too
    (BUREAU + "票据管理所、监督所公示。", "礼泉县票据管理所 礼泉县财政局票据管理所"),
    # a former body in a list, the party group of an office
    (BUREAU + "原县审计局、原县规划局移交档案。", "礼泉县审计局 礼泉县规划局"),
    (TOWN + "按照县委社会工作部、县政府办党组要求。", "中共礼泉县委社会工作部 中共礼泉县人民政府办公室党组"),
    (BUREAU + "接受县委第二巡察组巡察。", "中共礼泉县委第二巡察组"),
    # groups that supervise, offices that act
    (UNIVERSITY + "监察处牵头成立信息公开监督小组。", "咸阳理工大学信息公开监督小组"),
    (BUREAU + "由政务公开监督评议小组检查。", "礼泉县财政局政务公开监督评议小组"),
    (HOSPITAL + "医患关系协调办公室受理投诉12件。", "咸阳市第四人民医院医患关系协调办公室"),
    # the centre's groups
    (BUREAU + "全国清仓查库工作部际联席会议办公室通报。", "全国清仓查库工作部际联席会议办公室"),
    (BUREAU + "由法规科、不动产确权登记局参加会审。", "礼泉县财政局不动产确权登记局"),
    # a town's organs, with the county's name, too
    (TOWN + "镇党委、镇政府高度重视。", "中共礼泉县岚城镇委员会"),
    (TOWN + "镇纪委负责监督检查。", "中共礼泉县岚城镇纪律检查委员会"),
    (TOWN + "党政办、计生办各抽1人。", "礼泉县岚城镇计划生育办公室"),
    (SUMU + "其中1件由苏木综合保障和技术推广中心协办。", "礼泉县巴音苏木综合保障和技术推广中心"),
    (STREET + "会同街道社会事务办公室、综合执法队梳理事项。", "咸阳市秦都区南源街道综合执法队"),
    (STREET + "街道纪工委督查两轮。", "中共咸阳市秦都区南源街道纪律检查工作委员会"),
]


NOT_ITS_OWN = [
    (BUREAU + "医院急诊科、检验科、住院部公示流程，新建便民服务中心12个。", "礼泉县财政局"),
    (BUREAU + "宣传部、公司办公室、附属医院和市场营销部参加。", "礼泉县财政局"),
    (SCHOOL + "我校地处城南，现有教学班24个。", "礼泉县第二中学"),
    (UNIVERSITY + "学校党委书记、纪委书记参加，党委领导下的校长负责制写入章程。", "咸阳理工大学"),
]


@pytest.mark.parametrize(("text", "own"), NOT_ITS_OWN)
def test_no_unit_is_made_up(text: str, own: str) -> None:
    facts = facts_of(text_document(text, Source("report.txt")), load_registry())
    made_up = [entry.name for entry in facts.agencies if own in entry.name and entry.name != own]
    assert made_up in ([], [f"中共{own}委员会"])


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_units(text: str, expected: str) -> None:
    facts = facts_of(text_document(text, Source("report.txt")), load_registry())
    forms = {form for entry in facts.agencies for form in (entry.name, *entry.aliases)}
    assert set(expected.split()) <= forms
