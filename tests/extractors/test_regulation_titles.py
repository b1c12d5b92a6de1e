"""Titles in 《》: nesting, lost marks, notices half outside, and what stands in 《》 and is no regulation."""

import hashlib
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.extractors import document_numbers
from gigraph.extractors.brackets import titles
from gigraph.extractors.regulations import extract
from gigraph.extractors.settle import settle
from gigraph.models import Document, Kind, Mention, Source
from gigraph.registry import load_registry
from gigraph.text.reading import make_reading

REGISTRY = load_registry()


def mentions(text: str, *kinds: Kind) -> list[Mention]:
    document = Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest())
    return [m for m in settle(extract(make_reading(document), REGISTRY)) if m.kind in kinds]


def numbered(text: str) -> list[str]:
    document = Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest())
    return [str(m.value) for m in document_numbers.extract(make_reading(document), REGISTRY)]


def names(text: str) -> list[str]:
    return [mention.value for mention in mentions(text, Kind.TITLE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "《国务院办公厅关于做好施行〈某某条例〉准备工作的通知》",
            ["国务院办公厅关于做好施行〈某某条例〉准备工作的通知"],
        ),
        ("《关于印发《工作要点》的通知》和《考核办法》", ["关于印发〈工作要点〉的通知", "考核办法"]),
        ("《某省实施<中华人民共和国某某条例>办法》", ["某省实施〈中华人民共和国某某条例〉办法"]),
        ("《中华人民共和\n国某某管理条例》规定", ["中华人民共和国某某管理条例"]),
        ("《\n某某管理条例》", ["某某管理条例"]),
        ("「某某工作规则」与〈某某管理办法〉", ["某某工作规则", "某某管理办法"]),
        ("《关于“双随机、一公开” 的实施方案（试行）》", ["关于“双随机、一公开”的实施方案(试行)"]),
        # the notice stands outside, half outside, around
        ("国务院办公厅关于印发《2015年工作要点》的通知", ["关于印发〈2015年工作要点〉的通知"]),
        ("《关于印发实施公开工作规程》的通知(某办〔2017〕39号)", ["关于印发实施公开工作规程的通知"]),
        ("《公开工作实施方案》的通知", ["公开工作实施方案"]),
        # a bracket behind the noun tells versions apart; a noun behind the brackets names another document
        (
            "按照《某某建设实施纲要(2015-2020年)》和《某某行动方案(第二批)》",
            ["某某建设实施纲要(2015-2020年)", "某某行动方案(第二批)"],
        ),
        ("落实《某某工作要点》实施方案,按照《某某工作要点》的要求", ["〈某某工作要点〉实施方案", "某某工作要点"]),
        ("落实《条例》实施办法", []),
        # lost marks
        ("《2017年政务公开工作要点（国办发〔2017〕24号）", ["2017年政务公开工作要点"]),
        ("《关于印发《2017年工作要点》的通知（国办发〔2017〕24号）", ["关于印发〈2017年工作要点〉的通知"]),
        ("《关于印发《2017年工作要点的通知》", ["关于印发〈2017年工作要点的通知"]),
        ("《信息公开规定、《信息公开办法》", ["信息公开规定", "信息公开办法"]),
        ("按照某省政府信息公开规定》要求", ["某省政府信息公开规定"]),
        ("《某市公开规定〉和《某市公开办法》", ["某市公开规定", "某市公开办法"]),
        # short forms are another extractor's
        ("按照《条例》和《办法》要求", []),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("row", REGISTRY.wording.types, ids=lambda row: row.suffix)
def test_every_document_noun_has_an_example_that_is_found(row) -> None:  # type: ignore[no-untyped-def]
    assert row.example.endswith(row.suffix)
    assert REGISTRY.wording.instrument_type(row.example) == row.type


@pytest.mark.parametrize("row", REGISTRY.wording.others, ids=lambda row: row.example)
def test_every_row_of_what_is_no_regulation_has_an_example_that_is_left_out(row) -> None:  # type: ignore[no-untyped-def]
    assert row.text in row.example
    if row.match == "code":
        assert not numbered(row.example)
        return
    assert REGISTRY.wording.instrument_type(row.example) is None
    assert names(f"编制了《{row.example}》。") == []


@pytest.mark.parametrize(
    "text",
    ["《改革内容方式 着力加强网站工作》稿件", "刊登在《某省电子政务》(2015年第5期)", "《关于2014年预算执行情况的报告》", "《某市2018年政府信息公开工作年度报告》"],
)  # fmt: skip
def test_articles_periodicals_and_reports_are_left_out(text: str) -> None:
    assert names(text) == []


@given(st.text(alphabet="《》〈〉<>的通知印发办法、。\n甲", max_size=60))
def test_any_brackets_give_stretches_in_order_that_do_not_overlap(text: str) -> None:
    found = sorted(titles(text, 0, len(text), REGISTRY.document_nouns), key=lambda title: title.start)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= t.start <= t.inner[0] <= t.inner[1] <= t.end <= len(text) for t in found)


def test_work_is_linear_in_unclosed_marks() -> None:
    steps = []
    for size in (2_000, 4_000, 8_000):
        text = "《关于" * size
        steps.append(sum(1 for _ in titles(text, 0, len(text), REGISTRY.document_nouns)) + _events(text))
    assert steps[2] - steps[1] <= 2.2 * (steps[1] - steps[0])


def _events(text: str) -> int:
    """How often a line of the bracket scanner runs."""
    count = 0

    def trace(frame, event, _):  # type: ignore[no-untyped-def]
        nonlocal count
        if frame.f_code.co_filename.endswith("brackets.py"):
            count += 1
            return trace
        return None

    sys.settrace(trace)
    try:
        list(titles(text, 0, len(text), REGISTRY.document_nouns))
    finally:
        sys.settrace(None)
    return count
