"""The date of a report in the lines around its title: in brackets, or in what a page prints there."""

import re
from collections.abc import Iterator

from gigraph.extractors.publisher_names import AGENCY_END
from gigraph.models import Kind, Mention, Span
from gigraph.text.dates import Found, find_dates
from gigraph.text.fold import HAN, fold
from gigraph.text.reading import Reading

_BELOW_TITLE = re.compile(
    rf"[ ]{{0,8}}\n[ \n]{{0,8}}(?P<agency>[{HAN}]{{4,40}})?[ \n]{{0,8}}"
    rf"\(?[ ]{{0,2}}(?P<date>[^()\n。,;]{{8,16}}?)[ ]{{0,2}}\)?[ ]{{0,8}}(?=\n)"
)
# (某县教育局 2016年1月29日), (2016年1月29日 某县教育局), (发布时间:2016年1月29日)
_BRACKETED = re.compile(
    rf"[ ]{{0,8}}\n[ \n]{{0,8}}\([ ]{{0,2}}(?:(?P<agency>[{HAN}]{{4,40}}?)[ ,]{{0,8}}|[{HAN}]{{2,4}}:)?"
    rf"(?P<date>[12一二][^()\n。,; ]{{7,14}}[\d日])(?:[ ,]{{0,8}}(?P<behind>[{HAN}]{{4,40}}))?"
    rf"[ ]{{0,2}}\)[ ]{{0,8}}(?=\n)"
)
# What tells a line in which a page speaks of itself: 来源:某网 2016-01-29, 编辑:某某 点击:58 2016年1月29日 16:42.
_PAGE_LINE = re.compile(
    r"(?:来源|稿源|出处|作者|编辑|编审|校对|审核人?|录入|发布人|发布者|上传者|供稿|点击率?|点击次?数|浏览|浏览量|浏览次数|阅读|阅读次数|阅读量|访问|访问量|访问次数|人气|字号|字体|大小)"
    r"(?:[:：]|[ ]{0,2}[\[【(]|[ ]\d)"
)
_LABEL = re.compile(r"(?:发布|公开|更新)?(?:时间|日期):")
_AGENCY_ALONE = re.compile(rf"[ ]{{0,8}}\n[ \n]{{0,8}}\(?(?P<agency>[{HAN}]{{4,40}})\)?[ ]{{0,8}}(?=\n)")
_LONGEST_LINE, _LINES = 120, 5
_CLOCK = re.compile(r"[ ]{0,3}\d{1,2}:\d{2}(?::\d{2})?")
# What may stand beside such a date; one with another label, or in a sentence, is another date.
_BESIDE_LEFT, _BESIDE_RIGHT = re.compile(r"(?:^|[\s|\]】)])$"), re.compile(r"\s|$|[|\[【(]")


def date_below(reading: Reading, end: int) -> Iterator[Mention]:
    """The dates in the lines below a title that ends at an offset, and the agency there, as candidates."""
    alone = _AGENCY_ALONE.match(reading.text, end)
    if alone and AGENCY_END.search(alone["agency"]):
        yield reading.mention(Kind.REPORT, *alone.span("agency"), ("publisher", alone["agency"]), "below-title")
    below = _below_page_lines(reading.text, end)
    for pattern, at in ((_BELOW_TITLE, end), (_BRACKETED, below)):
        match = pattern.match(reading.text, at)
        for item in find_dates(reading.text, *match.span("date")) if match else ():
            if match and (item.start, item.end) == match.span("date"):
                yield reading.mention(Kind.REPORT, item.start, item.end, ("issued", item.first), "below-title")
                name = "behind" if pattern is _BRACKETED and match["behind"] else "agency"
                if AGENCY_END.search(match[name] or ""):
                    yield reading.mention(Kind.REPORT, *match.span(name), ("publisher", match[name]), "signature")
    yield from _in_page_lines(reading.document.text, reading.view.position(end - 1) + 1)


def _below_page_lines(text: str, end: int) -> int:
    """Where the last of the lines below a title ends in which the page speaks of itself."""
    at = end
    for _ in range(_LINES):
        start = at + len(text[at : at + 12]) - len(text[at : at + 12].lstrip(" \n"))
        stop = text.find("\n", start)
        line = text[start : stop if stop >= 0 else len(text)]
        if stop < 0 or len(line) > _LONGEST_LINE or not (_PAGE_LINE.search(line) or _LABEL.match(line)):
            return at
        at = stop
    return at


def _in_page_lines(text: str, end: int) -> Iterator[Mention]:
    """The dates of the lines in which the page speaks of itself, from the end of the title on.

    They are read in the text itself: the view has no space between a count and a date.
    """
    at = text.find("\n", end)
    for _ in range(_LINES):
        if at < 0:
            return
        stop = text.find("\n", at + 1)
        stop = len(text) if stop < 0 else stop
        line = fold(text[at + 1 : stop])
        if len(line.strip()) > _LONGEST_LINE or line.rstrip().endswith("。"):
            return
        for item in find_dates(line) if _PAGE_LINE.search(line) else ():
            span = Span(at + 1 + item.start, at + 1 + item.end)
            if len(line) == stop - at - 1 and _stands_alone(line, item):
                yield Mention(Kind.REPORT, span, span.of(text), ("issued", item.first), "page-line")
        at = stop if stop < len(text) else -1


def _stands_alone(line: str, item: Found) -> bool:
    clock = _CLOCK.match(line, item.end)
    behind = line[clock.end() if clock else item.end :]
    return bool(_BESIDE_LEFT.search(line[: item.start])) and bool(_BESIDE_RIGHT.match(behind))
