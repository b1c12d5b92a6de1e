"""Spaces, underlines and breaks within words of running text: taken out of the view, with the way back."""

import pytest

from gigraph.documents import text_document
from gigraph.models import Role, Source
from gigraph.text.reading import make_reading

BODY = "本局认真做好政府信息公开工作，公开内容真实准确。"
STRAY = "本局认 真做好政 府信息公 开工作，县财政局 印发了信 息公开制 度。"

VIEWS = [
    # spaces anywhere: in words that nobody spreads, so also in the names
    (STRAY, "本局认真做好政府信息公开工作,县财政局印发了信息公开制度。"),
    # a list of names, a spread heading, a space behind a heading: no stray spaces
    ("县财政局 县教育局 县水利局 县民政局", "县财政局 县教育局 县水利局 县民政局"),
    (f"一、总体情况 {STRAY}", "一、总体情况 本局认真做好政府信息公开工作,县财政局印发了信息公开制度。"),
    # numbers on underlines; numbers spread digit by digit, but not single ones in a row
    ("主动公开信息__126__条，办结率___98%", "主动公开信息126条,办结率98%"),
    ("snake_12_case", "snake_12_case"),
    ("2 0 1 8 年公开1 2 6 条，收到1 5 件，办结1 4 件", "2018年公开126条,收到15件,办结14件"),
    ("自2 0 1 8 年起公开126条、15件、14件", "自2018年起公开126条、15件、14件"),
    ("第1 2 3项分别为12件、15件、18件、20件", "第1 2 3项分别为12件、15件、18件、20件"),
    ("政\ufe00府\U000e0100信息\u180e公开", "政府信息公开"),
]


@pytest.mark.parametrize(("text", "view"), VIEWS)
def test_what_stands_between_characters_goes(text: str, view: str) -> None:
    reading = make_reading(text_document(text, Source("a.txt")))
    assert reading.text == view
    for at, char in enumerate(reading.text):
        place = reading.view.position(at)
        assert text[place] == char or (char in ",%" and text[place] in "，％")


def test_lines_with_an_empty_one_below_each_are_joined() -> None:
    page = "\n\n".join(["本报告根据有关规定编制本报告中所列数", "据的统计期限自一月一日起至年底止"] * 8)
    assert "所列数据的统计期限" in make_reading(text_document(page, Source("a.txt"))).text


def test_lines_that_end_within_words_are_joined_and_others_stay() -> None:
    torn = "一、概述\n本局做好政府信\n息公开，公\n开信息。\n二、申请\n收到申\n请三件，\n没有行政复议，工\n作有序。\n某县水利局\n"
    view = make_reading(text_document(torn, Source("a.txt"))).text
    assert "\n本局做好政府信息公开,公开信息。\n二、申请\n收到申请三件,没有行政复议,工作有序。\n某县水利局" in view
    whole = torn.replace("信\n息", "信息").replace("公\n开", "公开")
    assert "申\n请" in make_reading(text_document(whole, Source("a.txt"))).text


def junk(text: str) -> list[str]:
    return [
        block.span.of(text).strip() for block in text_document(text, Source("a.txt")).blocks if block.role is Role.JUNK
    ]


def test_the_head_of_each_page_but_the_first_is_junk() -> None:
    head = "某县2018年政府信息公开工作年度报告"
    page = f"{head}  - %d -\n" + f"{BODY}\n" * 20
    text = page % 1 + page % 2 + page % 3
    assert [piece.split("  ")[0] for piece in junk(text)] == [head, head]


def test_a_line_that_comes_twice_is_no_head_of_pages() -> None:
    assert junk(f"某县人民政府\n{BODY * 20}\n某县人民政府\n2019年1月2日\n") == []
    assert junk("".join(f"{name}\n{BODY}\n" for name in ("某县财政局", "某县财政局", "某县财政局"))) == []


def test_lines_that_all_stand_twice_count_once() -> None:
    lines = [f"第{number}项工作：{BODY}" for number in range(12)]
    assert junk("".join(f"{line}\n{line}\n" for line in lines)) == lines
    assert junk("\n".join([*lines, lines[-1]])) == []
