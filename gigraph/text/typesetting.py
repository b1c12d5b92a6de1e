"""What typesetting and conversion put between the characters of running text: spaces, underlines, spread digits.

All offsets are those of a folded text; what is found is taken out of the matching view, never out of the document.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from gigraph.text.fold import HAN
from gigraph.text.lines import starts_block, within

# Spaces that typesetting put beside digits, inside brackets and before closing punctuation.
_SPACES = re.compile("  {0,998}")
_OPENERS, _CLOSERS = "(《〈“‘〔「【", ")》〉”’〕」】。;、"
# From the first space on, since spaces are found faster than what stands before them; no more than four.
_TIGHT = re.compile(
    rf" (?:(?<=[〔〕\[\]({HAN}] ) {{0,3}}(?=[0-9])|(?<=[0-9] ) {{0,3}}(?=[〕\]%{HAN}])"
    rf"|(?<=[{_OPENERS}] ) {{0,3}}(?=[^\n ])|(?<=[^\n ] ) {{0,3}}(?=[{_CLOSERS}]))"
)
# 邮 编, 统 计 指 标: single characters spread over the width of a cell or a justified line.
# From the first space on, since spaces are found faster than characters; what stands before it is looked at behind it.
_SPREAD = re.compile(
    rf" (?<=[{HAN}] )(?<![{HAN}]{{2}} ) {{0,3}}[{HAN}](?![{HAN}])(?: {{1,4}}[{HAN}](?![{HAN}])){{0,11}}"
)
# 公开信息__12__条: a number on an underline.
_UNDERLINE = re.compile(rf"_(?<=[{HAN}:(]_)_{{0,40}} {{0,8}}(?=\d)|_(?<=\d_)_{{0,40}}(?=[{HAN}%)])")
# 2 0 1 8 年: digits spread one by one.
_DIGITS = re.compile(r"\d(?: (?<![\d.]\d )(?<![\d.] \d )\d)(?: \d){0,8}(?! ?[\d.])")
_YEAR = re.compile(r"[12] \d \d \d(?= {0,2}年)")
_NUMBER = re.compile(r"\d\d")
_FEW_DIGITS = 3  # spread numbers that a text has, and more than it has numbers of several digits, to be read so
# Words of reports that nobody writes with a space within; three of them so tell that spaces stand anywhere.
_PAIRS = (
    "政府信息公开工作年度报告条例申请部门管理服务单位国务务院人民主动制度情况机关网站进行社会"
    "规定重点建设领域监督解读政务办公开展群众发布平台内容加强推进及时落实通过方式相关完善规范"
)
_WORDS = frozenset(_PAIRS[at : at + 2] for at in range(0, len(_PAIRS), 2))
_GAP = re.compile(rf" (?<=[{HAN}] ) ?(?=[{HAN}])")
_FEW_GAPS = 3
_LINE_BREAK = re.compile(rf"\n(?<=[{HAN}\d,、]\n) {{0,4}}(?=[{HAN}\d《“(])")
# Numbers that a line's end parts: 〔20|16〕80号, 〔2016〕8|0号, 令|第711号. What a group has is one word.
_TORN_NUMBER = re.compile(
    r"[〔\[(【﹝](?P<year>[12]\d{0,2} {0,4}\n {0,4}\d{1,3})(?=[〕\])】﹞]第?\d)"
    r"|[〕\])】﹞](?<=\d.)(?P<serial>第?\d{1,3} {0,4}\n {0,4}\d{1,3}) {0,2}号"
    r"|令(?P<order>[ \n]{0,5}第[ \n]{0,5}\d{1,4}(?:[ \n]{1,5}\d{1,3})?) {0,2}号"
)
_LINE_END = re.compile(r" {0,4}\n {0,4}")
_THE_COUNCIL = re.compile("国 {0,4}务 {0,4}院")
_LAST_OF_TITLE = re.compile("(?:报告|年报|总结)$")
_HEADING = re.compile(rf"(?:[(]?[一二三四五六七八九十]{{1,3}}[、)]|\d{{1,2}}[、.])[{HAN}、()]{{2,24}}$")


def torn_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The line breaks within a document's number, certain by its marks in any text.

    >>> text = "国办发〔20|16〕8|0号和国务院令|第7|11号".replace("|", chr(10))
    >>> [text[end:][:2] for start, end in torn_numbers(text)]
    ['16', '0号', '第7', '11']
    """
    for match in _TORN_NUMBER.finditer(text) if "\n" in text else ():
        yield from (each.span() for each in _LINE_END.finditer(text, *match.span(match.lastgroup or 0)))


def loose(text: str, tables: Sequence[tuple[int, int]], apart: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What stands between characters of one word or number, in running text; `apart` are tables and page furniture.

    >>> text = "主 动公开政 府信息2 0 1 8 年共__12__条,公 开指南"
    >>> cut = list(loose(text, [], []))
    >>> "".join(char for at, char in enumerate(text) if not any(start <= at < end for start, end in cut))
    '主动公开政府信息2018年共12条,公开指南'
    """
    underlines = (match.span() for match in _UNDERLINE.finditer(text)) if "_" in text else ()
    council = (gap.span() for each in _THE_COUNCIL.finditer(text) for gap in _SPACES.finditer(text, *each.span()))
    tight = (match.span() for match in _TIGHT.finditer(text))
    found = chain(tight, council, _spread(text), _digits(text, tables), underlines)
    yield from (span for span in found if not within(span[0], tables))
    yield from _stray(text, apart)


def _spread(text: str) -> Iterator[tuple[int, int]]:
    for spread in _SPREAD.finditer(text):
        for match in _SPACES.finditer(text, spread.start(), spread.end()):
            yield match.span()


def _digits(text: str, tables: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    runs = [match.span() for match in _DIGITS.finditer(text) if not within(match.start(), tables)]
    if len(runs) < _FEW_DIGITS or len(runs) <= sum(1 for _ in _NUMBER.finditer(text)):
        runs = [match.span() for match in _YEAR.finditer(text)] if runs else []
    for start, end in runs:
        yield from ((at, at + 1) for at in range(start, end) if text[at] == " ")


def _stray(text: str, apart: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spaces between Chinese characters of a text in which they stand anywhere, but not those behind a heading."""
    gaps = [match.span() for match in _GAP.finditer(text) if not within(match.start(), apart)]
    split = sum(text[start - 1] + text[end] in _WORDS and _in_a_word(text, start, end) for start, end in gaps)
    if split < _FEW_GAPS:
        return
    for start, end in gaps:
        line = text[max(text.rfind("\n", 0, start) + 1, start - 40) : start]
        if not (starts_block(text, end) or _HEADING.match(line)):
            yield start, end


def torn_lines(text: str, apart: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """The line breaks within sentences of a text whose lines end anywhere, also within words; none in other texts.

    >>> text = "一、概述\\n做好政府信\\n息公开，公\\n开信息。\\n收到申\\n请三件，\\n没有复议，工\\n作有序。"
    >>> [text[end] for start, end in torn_lines(text)]
    ['息', '开', '请', '作']
    """
    breaks = [match.span() for match in _LINE_BREAK.finditer(text) if not within(match.start(), apart)]
    if sum(text[start - 1] + text[end] in _WORDS for start, end in breaks if end < len(text)) < _FEW_GAPS:
        return
    for start, end in breaks:
        line = text[text.rfind("\n", 0, start) + 1 : start].strip(" ")
        if not (starts_block(text, end) or _HEADING.match(line) or _LAST_OF_TITLE.search(line)):
            yield start, end


def _in_a_word(text: str, start: int, end: int) -> bool:
    """Whether a gap stands in running text, and not in a heading whose characters are spread (公 开 指 南)."""
    return (start > 1 and text[start - 2] not in " \n|") or (end + 1 < len(text) and text[end + 1] not in " \n|")
