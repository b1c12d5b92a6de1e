"""In what part a report cites, under which heading, how far along is what it issues, and what it says further."""

import hashlib
from typing import Any

import pytest

import gigraph.extractors as extractors
from gigraph.models import Document, RegulationEntry, ReportField, Source
from gigraph.registry import load_registry
from gigraph.registry.wording import Wording
from gigraph.registry.wording_rows import SectionHeading, StatusWord, Verb
from gigraph.resolve import regulations
from gigraph.resolve.place import make_place
from gigraph.resolve.sections import Sections
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
ACT = "《政府信息公开条例》"


def document(text: str) -> Document:
    return Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest())


def entries(text: str) -> list[RegulationEntry]:
    read = document(text)
    mentions = extractors.extract(make_reading(read), REGISTRY)
    values: list[tuple[str, Any]] = [("publisher", "咸阳市财政局"), ("year", 2016)]
    fields = tuple(ReportField(name, value) for name, value in values)
    place = make_place(fields, read, mentions, REGISTRY)
    return list(regulations.resolve(read, mentions, place, REGISTRY))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (f"根据{ACT}的要求，编制本报告。", "report-basis"),
        (f"本报告依照{ACT}编制而成。我局认真学习{ACT}。", "study"),
        (f"根据{ACT}，制定了《信息发布管理办法》。", "drafting-basis"),
        (f"根据{ACT}和工作实际，我局研究制定并印发了《信息发布管理办法》。", "drafting-basis"),
        (f"我局认真贯彻落实{ACT}。", "implementation"),
        (f"按照{ACT}第十条的规定公开信息12条。", "implementation"),
        (f"按照{ACT}的要求，制定了年度报告。", "implementation"),
        (f"组织干部职工学习{ACT}。", "study"),
        (f"开展培训，宣讲{ACT}。", "study"),
        ("我局在网站公开了《咸阳市预算管理办法》。", "disclosure"),
        (f"{ACT}共三十八条。", None),
    ],
)
def test_roles(text: str, role: str | None) -> None:
    assert entries(text)[0].role == role


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("我局制定了《信息发布管理办法》。", "done"),
        ("我局制定《信息发布管理办法》。", "done"),
        ("我局将制定《信息发布管理办法》。", "planned"),
        ("我局计划制定《信息发布管理办法》。", "planned"),
        ("下一步，我局结合实际制定《信息发布管理办法》。", "planned"),
        ("五、下一步工作打算\n修订《信息发布管理办法》。", "planned"),
        ("五、下一步工作打算\n我局已修订了《信息发布管理办法》。", "done"),
        ("我局初步形成《咸阳市财政局主动公开目录》。", "draft"),
        ("我局起草了《信息发布管理办法》。", "draft"),
        ("我局起草了《信息发布管理办法》。12月，我局印发了《信息发布管理办法》。", "done"),
        ("我局印发《信息发布管理办法（征求意见稿）》。", "draft"),
        # a time stands between the plan and the verb
        ("计划于2019年上半年制定《信息发布管理办法》。", "planned"),
        ("拟于年底前出台《信息发布管理办法》。", "planned"),
        ("力争2019年12月底前印发《信息发布管理办法》。", "planned"),
        ("按计划出台了《信息发布管理办法》。", "done"),
        ("我局于2016年出台《信息发布管理办法》。", "done"),
        # the year after the report's
        ("2017年，制定《信息发布管理办法》。", "planned"),
        ("2017年1月印发《信息发布管理办法》。", "done"),
        ("2016年，制定《信息发布管理办法》。", "done"),
        # how far it is stands behind it
        ("《信息发布管理办法》正在修订。", "draft"),
        ("制定《信息发布管理办法》，目前正在征求意见。", "draft"),
    ],
)
def test_statuses(text: str, status: str) -> None:
    (entry,) = entries(text)
    assert (entry.relation, entry.status, entry.role) == ("issues", status, None)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("我局修订了《信息发布管理办法》。", ("revises",)),
        ("我局废止了《信息发布管理办法》。", ("repeals",)),
        ("我局及时转发了省财政厅《关于做好信息公开工作的通知》。", ("forwards",)),
        ("我局制定了《信息发布管理办法》。", ()),
        (f"认真学习新修订的{ACT}。", ()),
    ],
)
def test_further_acts(text: str, acts: tuple[str, ...]) -> None:
    assert entries(text)[0].acts == acts


def test_the_section_is_the_heading_above_the_first_place() -> None:
    text = f"根据{ACT}编制本报告。\n一、概述\n落实《保密法》。\n二、 主动公开情况。全年学习《档案法》，遵守{ACT}。"
    assert [entry.section for entry in entries(text)] == [None, "概述", "主动公开情况"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("一、概述\n甲。\n（一）做法\n乙。\n二、问题\n丙。", ("概述", "问题")),
        ("第一部分 概述\n甲。\n第二部分：问题\n", ("概述", "问题")),
        ("邮箱a@b.cn。一、概述2017年，甲。二、主动公开政府信息情况（一）数量", ("概述", "主动公开政府信息情况")),
        ("　　一、加强领导，落实责任。我局高度重视。", ("加强领导，落实责任",)),
        ("我局有三个办法，一是公开，二是监督。", ()),
        ("", ()),
    ],
)
def test_headings(text: str, titles: tuple[str, ...]) -> None:
    assert Sections.of(document(text), REGISTRY.wording.headings).titles == titles


@pytest.mark.parametrize("row", REGISTRY.wording.statuses, ids=lambda row: f"{row.place} {row.word}")
def test_every_status_word_has_an_example_with_it(row: StatusWord) -> None:
    assert row.word in row.example
    text = row.example + ("\n制定《信息发布管理办法》。" if row.place == "heading" else "。")
    assert [entry.status for entry in entries(text) if entry.relation == "issues"] == [row.status]


@pytest.mark.parametrize("verb", [v for v in REGISTRY.wording.verbs.values() if v.role], ids=lambda verb: verb.verb)
def test_every_verb_with_a_role_speaks_of_a_citation(verb: Verb) -> None:
    assert verb.relation == "cites"
    assert verb.verb in verb.example


def test_headings_are_found_in_their_example() -> None:
    rows = (REGISTRY.folder / "section_headings.tsv").read_text("utf-8").splitlines()[1:]
    for row in (SectionHeading(*line.split("\t")) for line in rows):  # type: ignore[arg-type]
        assert Sections.of(document(f"甲。{row.example}2017年"), (row.title,)).titles == (row.title,)
    assert isinstance(REGISTRY.wording, Wording)
    assert len(rows) == len(REGISTRY.wording.headings)
