"""Units and groups of hospitals, schools, companies, zones and towns: whose they are, and the full name each time."""

import pytest

from gigraph.documents import text_document
from gigraph.models import Source
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry

HOSPITAL = "咸阳市第四人民医院2020年信息公开工作年度报告\n\n"
SCHOOL = "礼泉县第二中学2020年校务信息公开工作报告\n\n"
TOWN = "礼泉县岚城镇人民政府2020年政府信息公开工作年度报告\n\n"
STREET = "咸阳市秦都区南源街道办事处2020年政府信息公开工作年度报告\n\n"

CASES = [
    # 院 and 校 belong to the matter
    (HOSPITAL + "院务公开领导小组每季度开会一次。", "咸阳市第四人民医院院务公开领导小组"),
    (HOSPITAL + "院信息公开领导小组全年开会两次。", "咸阳市第四人民医院信息公开领导小组"),
    (SCHOOL + "校务公开领导小组办公室设在总务处。", "礼泉县第二中学校务公开领导小组办公室"),
    # a town's organs, with the county's name, too
    (TOWN + "镇党委、镇政府高度重视。", "中共礼泉县岚城镇委员会"),
    (TOWN + "镇纪委负责监督检查。", "中共礼泉县岚城镇纪律检查委员会"),
    (TOWN + "党政办、计生办各抽1人。", "礼泉县岚城镇计划生育办公室"),
    (STREET + "街道纪工委督查两轮。", "中共咸阳市秦都区南源街道纪律检查工作委员会"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_units(text: str, expected: str) -> None:
    facts = facts_of(text_document(text, Source("report.txt")), load_registry())
    forms = {form for entry in facts.agencies for form in (entry.name, *entry.aliases)}
    assert set(expected.split()) <= forms
