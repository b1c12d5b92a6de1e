"""The matching view: every offset of it leads back to the character that it was made from."""

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.models import Block, Role, Span
from gigraph.text.fold import fold
from gigraph.text.view import make_view, visible_view

# Characters that the view treats in a special way, so that random texts meet its rules.
SPECIAL = "政府公开條例年月号第一二三0123456789（）()《》〈〉〔〕[]“”、，。；：;,.%| \n\u3000\xa0\u200b\ufeff\u202eab@ǔ"
texts = st.text(alphabet=st.one_of(st.sampled_from(SPECIAL), st.characters(codec="utf-16")), max_size=300)
lines = st.lists(st.text(alphabet=SPECIAL.replace("\n", ""), max_size=40), max_size=40).map("\n".join)


@st.composite
def blocked(draw: st.DrawFn) -> tuple[str, tuple[Block, ...]]:
    """A text, and blocks of random roles over it."""
    text = draw(st.one_of(texts, lines))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)) | {0, len(text)})
    roles = st.sampled_from(list(Role))
    return text, tuple(Block(Span(a, b), draw(roles)) for a, b in pairwise(cuts) if a < b)


@given(st.one_of(texts, lines))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(blocked())
def test_each_character_of_the_view_is_the_folded_character_at_its_position(
    case: tuple[str, tuple[Block, ...]],
) -> None:
    text, blocks = case
    view, folded = make_view(text, blocks), fold(text)
    positions = [view.position(offset) for offset in range(len(view.text))]
    assert positions == sorted(set(positions))
    assert "".join(folded[position] for position in positions) == view.text


@given(blocked())
def test_offsets_go_there_and_back(case: tuple[str, tuple[Block, ...]]) -> None:
    text, blocks = case
    view = make_view(text, blocks)
    kept = [view.position(offset) for offset in range(len(view.text))]
    assert [view.offset(position) for position in kept] == list(range(len(kept)))
    for position in range(len(text) + 1):
        following = sum(place < position for place in kept)
        assert view.offset(position) == following


@given(blocked())
def test_nothing_is_left_out_but_white_space_invisible_marks_glosses_and_junk(
    case: tuple[str, tuple[Block, ...]],
) -> None:
    text, blocks = case
    view, folded = make_view(text, blocks), fold(text)
    kept = {view.position(offset) for offset in range(len(view.text))}
    junk = {place for block in blocks if block.role is Role.JUNK for place in range(block.span.start, block.span.end)}
    for place in set(range(len(text))) - kept - junk:
        char = folded[place]
        assert char.isspace() or unicodedata.category(char) in ("Cf", "Ll") or char in "()", repr(char)


@given(blocked(), st.data())
def test_a_span_of_the_view_is_the_text_between_its_first_and_last_character(
    case: tuple[str, tuple[Block, ...]], data: st.DataObject
) -> None:
    view = make_view(*case)
    if view.text:
        start = data.draw(st.integers(0, len(view.text) - 1))
        end = data.draw(st.integers(start + 1, len(view.text)))
        span = view.span(start, end)
        assert (span.start, span.end - 1) == (view.position(start), view.position(end - 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国办发〔 2015 〕 15 号", "国办发〔2015〕15号"),
        ("（国令第７１１号）", "(国令第711号)"),
        ("2023 年 1 月 1 日", "2023年1月1日"),
        ("占 56 %", "占56%"),
        ("规章 0 0 0", "规章0 0 0"),
        ("邮 编 ： 350400", "邮编 : 350400"),
        ("统 计 指 标", "统计指标"),
        ("总 体 情况", "总体 情况"),
        ("工作报告 根据", "工作报告 根据"),
        ("《 条例 》 。", "《条例》。"),
        ("政\u200b府\ufeff信息", "政府信息"),
        ("依據(jù)條例", "依据条例"),
        ("市(县)区(PPP)项目(m)", "市(县)区(PPP)项目(m)"),
        ("《中华人民共和\n国政府信息公开条例》", "《中华人民共和国政府信息公开条例》"),
        ("《国务院\n  办公厅关于\n印发〈要点〉的通知》", "《国务院办公厅关于印发〈要点〉的通知》"),
        ("《关于公开\n二、主动公开\n《条例》", "《关于公开\n二、主动公开\n《条例》"),
        ("關於印發《要點》", "关于印发《要点》"),
    ],
)
def test_what_the_view_makes_of_a_text(text: str, expected: str) -> None:
    assert make_view(text).text == expected


PAGE = """本报告由某市某区人民政府办公室根据条例的要求编制完成报
告中所列数据统计期限自二月一日起至十二月三十一日止并由
各镇和街道及各有关部门提供材料汇总，
洪区人民政府坚持完善制度，推进政府信息公开工作规范、
有序、
健康发展。
（一）主动公开情况。主要通过政府门户网站主动公开政府文
件、项目审批、通知公告等各类信息。
严格执行信息发布审核的有关规定程序和要求并且严格执行“分
- 2 -
级审核、先审后发”程序，从严从实把好政治关和法律关政策
关保密关文字关，未经审核的信息一律不准发布到各个网站。
二、主动公开政府信息情况
第二十条第（一）项的内容按照要求向社会主动公开并且及时
更新内容"""


def test_lines_of_a_printed_page_are_joined_within_sentences_and_over_page_numbers() -> None:
    number = PAGE.index("- 2 -")
    blocks = (
        Block(Span(0, number), Role.BODY),
        Block(Span(number, number + 6), Role.JUNK),
        Block(Span(number + 6, len(PAGE)), Role.BODY),
    )
    joined = make_view(PAGE, blocks).text.split("\n")
    assert joined == [
        "本报告由某市某区人民政府办公室根据条例的要求编制完成报告中所列数据统计期限自二月一日起至十二月三十一日止并由"
        "各镇和街道及各有关部门提供材料汇总,洪区人民政府坚持完善制度,推进政府信息公开工作规范、有序、健康发展。",
        "(一)主动公开情况。主要通过政府门户网站主动公开政府文件、项目审批、通知公告等各类信息。",
        "严格执行信息发布审核的有关规定程序和要求并且严格执行“分级审核、先审后发”程序,从严从实把好政治关和法律关政策"
        "关保密关文字关,未经审核的信息一律不准发布到各个网站。",
        "二、主动公开政府信息情况",
        "第二十条第(一)项的内容按照要求向社会主动公开并且及时更新内容",
    ]


def test_lines_of_a_web_page_and_of_a_table_stay() -> None:
    web = "\n".join(
        ["本局高度重视政府信息公开工作，建立了主要领导亲自抓的工作机制，取得了一定成效。" * 3, "一、概述"] * 8
    )
    assert make_view(web).text.count("\n") == web.count("\n")
    table = (Block(Span(0, len(PAGE)), Role.TABLE),)
    assert make_view(PAGE, table).text.count("\n") == PAGE.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        " " * 10**6,
        "\n" * 10**6,
        "《" * 10**5,
        "《 \n" * 10**5,
        "号 " * 3 * 10**5,
        "9 " * 10**5,
        "(" * 10**5,
        "政\n" * 10**5,
    ],
    ids=["spaces", "newlines", "brackets", "broken brackets", "spread", "digits", "open", "short lines"],
)
def test_a_hostile_text_takes_linear_time(text: str) -> None:
    begin = time.process_time()
    make_view(text)
    assert time.process_time() - begin < 3


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("按文(wen)件(jian)要求", "按文件要求"),
        ("国(guo)办(ban)发(fa)〔2017〕47号", "国办发〔2017〕47号"),
        ("距离3公里(km)", "距离3公里(km)"),
        ("客户端(app)和网站(wap)", "客户端(app)和网站(wap)"),  # one alone is no run of characters
        ("政务(an)公开", "政务(an)公开"),
        ("女(nü)士(shi)", "女士"),
    ],
)
def test_glosses_without_tone_marks(text: str, seen: str) -> None:
    assert make_view(text).text == seen
    assert visible_view(text).text == seen
