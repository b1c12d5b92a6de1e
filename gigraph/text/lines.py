"""Hard line wraps: whether a text has the lines of a printed page, and which of their ends fall within a sentence."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

# Characters that take two columns; punctuation that the view has folded took two as well.
_WIDE = re.compile(
    "[,;:!?()\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]{1,130}"
)
_TERMINAL = frozenset("。!?;:|")
_UNFINISHED = frozenset(",、(《〈“‘〔「和与及或的之")
_OPENERS, _CLOSERS = "(《〔“", ")》〕”"
# What begins a paragraph of its own: the number of a heading or of a list's item, a bullet, an annex, a table's row.
_STARTS_BLOCK = re.compile(
    r"[(]?[一二三四五六七八九十]{1,3}[、).]|[(]?\d{1,2}(?:[、)]|\.(?!\d))|第[一二三四五六七八九十]{1,3}(?:[章节]|部分)"
    r"|[-·●■◆★※○|①-⑳㈠-㈩]|附[件表](?:\d{1,2}|:)"
)
_MOST = (4, 5)  # of the lines, as a fraction
_LONGEST = 130  # columns of the widest printed line that counts as one (65 Chinese characters)


class _Line(NamedTuple):
    start: int
    end: int  # without the spaces around it
    width: int  # in columns; a Chinese character takes two


def starts_block(text: str, offset: int) -> bool:
    """Whether a heading, an item of a list or the like begins at an offset of a folded text.

    >>> starts_block("（一）概述".replace("（", "(").replace("）", ")"), 0), starts_block("3.5万元", 0)
    (True, False)
    """
    return _STARTS_BLOCK.match(text, offset) is not None


def line_joins(text: str, apart: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The line breaks of a folded text (start, end, with the spaces around them) that fall within a sentence.

    `apart` are the sorted ranges whose lines are not those of running text (tables, page furniture).

    >>> page = "\\n".join(["本报告根据有关规定编制本报告中所列数", "据的统计期限自一月一日起至年底止"] * 6)
    >>> line_joins(page)[0]
    (18, 19)
    >>> line_joins("一、概述\\n二、主动公开情况")
    []
    """
    if _has_paragraphs(text, apart):
        return []
    lines = list(_lines(text))
    page = _page_width(text, [line for line in lines if line.width >= 20 and not within(line.start, apart)])
    if not page:
        return []
    breaks = [text.count("\n", line.end, following.start) for line, following in pairwise(lines)]
    usual = 2 if breaks.count(2) * _MOST[1] >= len(breaks) * _MOST[0] else 1  # an empty line below each, too
    return [
        (line.end, following.start)
        for (line, following), count in zip(pairwise(lines), breaks, strict=True)
        if count == usual and _joins(text, line, following, page)
    ]


def within(offset: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of the sorted ranges (start, end), which do not overlap."""
    index = bisect_right(ranges, (offset, sys.maxsize)) - 1
    return index >= 0 and offset < ranges[index][1]


def _has_paragraphs(text: str, apart: Sequence[tuple[int, int]]) -> bool:
    """Whether so many lines are too long for a printed page that the text has none (see `_page_width`).

    A character takes one column at least; what this leaves open is told by the width of all lines.
    """
    lines = text.split("\n")
    long = begin = 0
    for line in lines:
        if len(line) > _LONGEST and len(line.strip(" ")) > _LONGEST:
            long += not within(begin + len(line) - len(line.lstrip(" ")), apart)
        begin += len(line) + 1
    return long * 10 >= len(lines)


def _lines(text: str) -> Iterator[_Line]:
    begin = 0
    for content in text.split("\n"):
        stripped = content.strip(" ")
        if stripped:
            start = begin + len(content) - len(content.lstrip(" "))
            yield _Line(start, start + len(stripped), len(stripped) + sum(map(len, _WIDE.findall(stripped[:_LONGEST]))))
        begin += len(content) + 1


def _page_width(text: str, lines: list[_Line]) -> int:
    """The width of a full line in columns, or 0 where the lines are not those of a printed page.

    A printed page has many lines, of limited width, many of them full, and most full ones end within a sentence.
    """
    if len(lines) < 8:
        return 0
    page = sorted(line.width for line in lines)[len(lines) * 9 // 10]
    full = [line for line in lines if _is_full(line, page)]
    unfinished = sum(text[line.end - 1] not in _TERMINAL for line in full)
    printed = page <= _LONGEST and len(full) * 5 >= len(lines) * 2 and unfinished * 2 > len(full)
    return page if printed else 0


def _is_full(line: _Line, page: int) -> bool:
    return line.width * 20 >= page * 17


def _joins(text: str, line: _Line, following: _Line, page: int) -> bool:
    last, first = text[line.end - 1], text[following.start]
    if last in _TERMINAL or starts_block(text, following.start):
        return False
    if last.isascii() and last.isalpha() and first.isascii() and first.isalpha():
        return False  # two words
    return _is_full(line, page) or last in _UNFINISHED or _is_open(text[line.start : line.end])


def _is_open(line: str) -> bool:
    return any(line.count(opener) > line.count(closer) for opener, closer in zip(_OPENERS, _CLOSERS, strict=True))
