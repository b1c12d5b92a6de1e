"""Numbers that lost a part are told; numbers that can be read, and numbers that are none, are not."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry

REGISTRY = load_registry()


def told(text: str) -> tuple[list[str | None], bool]:
    """The numbers of an invented report's documents, and whether it says that one is lost."""
    report = f"礼泉县水利局2020年政府信息公开工作年度报告\n\n一、概述\n根据{text}要求。\n"
    facts = facts_of(document_of(report.encode(), "x.txt"), REGISTRY)
    return [entry.number for entry in facts.regulations], "W-NUMBER" in facts.document.warnings


LOST = (
    "国办发〔〕47号 国办发〔2017〕号 国办发〔2017号 国办发〔2017〕XX号 国办发〔3017〕47号 国办发[2017]第号 国办发017〕47号"
    " 国办发〔2017〕4?号 国办发〔2017〕1234567号 国办发〔2017〕0号 国办发47号 陕政办发〔2016〕□□号 礼水发〔〕8号 〔2017〕47号"
    " 国务院令第号 国务院令第7?1号 省政府令第XX号"
)


@pytest.mark.parametrize("text", LOST.split())
def test_a_number_that_lost_a_part_is_told_and_not_guessed(text: str) -> None:
    assert told(text) == ([], True)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("国办发〔201747号", "国办发〔2017〕47号"),
        ("国办发【2017】四七号", "国办发〔2017〕47号"),
        ("国办发〔2017〕47号*", "国办发〔2017〕47号"),
        ("国务院令第711号", "国务院令第711号"),
    ],
)
def test_a_number_that_can_be_read_is_not_lost(text: str, number: str) -> None:
    assert told(text) == ([number], False)


@pytest.mark.parametrize("text", ["礼水罚〔2016〕12号处罚", "责令第三方", "转发47号", "门牌(3)号", "办公楼3号楼"])
def test_what_is_no_document_number_is_none_that_is_lost(text: str) -> None:
    assert told(text) == ([], False)
