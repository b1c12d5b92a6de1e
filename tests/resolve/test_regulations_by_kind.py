"""Documents by the ways in which they are named: numbers before titles, rules on announcements, drafts without brackets."""

import pytest

from gigraph.documents import document_of
from gigraph.models import RegulationEntry
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry

REGISTRY = load_registry()


def entries(text: str) -> tuple[RegulationEntry, ...]:
    report = f"礼泉县水利局2016年政府信息公开工作年度报告\n\n{text}。\n"
    return facts_of(document_of(report.encode(), "x.txt"), REGISTRY).regulations


# Each line: words, then the documents by number or name, each with the first letter of the relation.
SENTENCES = """
对照陕政办发〔2016〕45号所印发的《2016年全省政务公开工作要点》 | c 陕政办发〔2016〕45号
按照陕政办发〔2016〕45号印发的《政务公开工作要点》 | c 陕政办发〔2016〕45号
据国办发〔2016〕80号文件精神 | c 国办发〔2016〕80号
照国办发〔2016〕80号附件所列格式 | c 国办发〔2016〕80号
拟出《审计结果公告试行规则》 | i 礼泉县水利局审计结果公告试行规则
制定《采购公告发布规程》 | i 礼泉县水利局采购公告发布规程
公布《2015年度预算执行审计结果公告》 |
换掉旧版公开指南 | i 礼泉县水利局公开指南
换掉旧版《公开指南》 | i 礼泉县水利局公开指南
重编公开目录 | i 礼泉县水利局公开目录
补编了信息公开目录 | i 礼泉县水利局信息公开目录
各乡镇编制了公开指南 |
拟出局信息发布审查办法 | i 礼泉县水利局信息发布审查办法
订立了保密审查规定 | i 礼泉县水利局保密审查规定
新拟了依申请公开办理规程 | i 礼泉县水利局依申请公开办理规程
拟出台水利信息发布管理办法 | i 礼泉县水利局水利信息发布管理办法
印发了《2016年礼泉县水利局政务公开工作要点》 | i 2016年礼泉县水利局政务公开工作要点
在转发《陕西省水利厅关于推进水利信用信息公示的通知》时 | c 陕西省水利厅关于推进水利信用信息公示的通知
"""


@pytest.mark.parametrize("line", SENTENCES.strip().split("\n"))
def test_sentence(line: str) -> None:
    text, _, expected = (part.strip() for part in line.partition("|"))
    found = [f"{entry.relation[0]} {entry.number or entry.name}" for entry in entries(text)]
    assert " ".join(found) == expected


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("按《预算法》与财政部《关于推进预决算公开工作的通知》", "中华人民共和国财政部"),
        ("你办《关于报送年度报告的通知》收悉", None),
        ("省政府办公厅、省水利厅联合印发陕政办发〔2016〕45号", "陕西省人民政府办公厅、陕西省水利厅"),
    ],
)
def test_issuers(text: str, issuer: str | None) -> None:
    assert entries(text)[-1].issuer == issuer
