"""Line ends within sentences."""

import pytest

from gigraph.text.lines import line_joins, starts_block, within

FULL = "本局认真贯彻落实政府信息公开条例的各项规定要求不断"  # 25 characters: a full line


def joined(text: str) -> str:
    for start, end in reversed(line_joins(text)):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    ("before", "after", "joins"),
    [
        (FULL, "完善工作机制", True),
        (FULL, "  完善工作机制", True),
        (FULL, "一、概述", False),
        (FULL, "(一)主动公开情况", False),
        (FULL, "3.5万元", True),
        (FULL, "1.加强领导", False),
        (FULL, "附件:统计表", False),
        (FULL + "。", "完善工作机制", False),
        (FULL, "\n完善工作机制", False),
        ("一、概述", "完善工作机制", False),
        ("2023年,", "完善工作机制", True),
        ("按照《条例", "》的要求", True),
        # folded punctuation takes two columns on the page
        ("(一)公开,6条,(二)解读:9次;(三)予以答", "复", True),
        ("一公开六条二解读九次三答", "复", False),
        ("电子邮箱 abcdefghijklmnopqrstuvwxyz", "example", False),
    ],
)
def test_joins(before: str, after: str, joins: bool) -> None:
    page = "\n".join([FULL] * 10) + "。\n"
    assert joined(page + before + "\n" + after).endswith(before.rstrip() + after.lstrip()) is joins


@pytest.mark.parametrize(
    "page",
    [
        "\n".join([FULL] * 5),  # too few lines
        "\n".join([FULL * 4] * 10),  # too wide
        "\n".join([FULL + "。"] * 10),  # each a sentence
        "\n".join([FULL, "一、概述和总体情况的说明", "二、主动公开情况说明"] * 10),  # headings mostly
    ],
)
def test_lines_that_are_no_printed_page(page: str) -> None:
    assert line_joins(page) == []


def test_lines_apart_do_not_decide() -> None:
    table = "\n".join(["行政许可数量以及行政处罚数量"] * 30)
    page = "\n".join([FULL] * 10)
    assert len(line_joins(f"{page}\n{table}", [(len(page) + 1, len(page) + 1 + len(table))])) >= 9


@pytest.mark.parametrize(
    ("line", "starts"), [("①加强领导", True), ("第一章总则", True), ("第一时间", False), ("| 条", True)]
)
def test_starts_block(line: str, starts: bool) -> None:
    assert starts_block(line, 0) is starts


def test_within() -> None:
    ranges = [(2, 4), (7, 9)]
    assert [offset for offset in range(10) if within(offset, ranges)] == [2, 3, 7, 8]
