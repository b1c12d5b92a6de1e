"""Page furniture after a report: print and share buttons, editors, related pages, the site's footer.

It begins at the first word after the report's last sentence or table that only a page's foot has.
"""

import re
from collections.abc import Iterator

from gigraph.documents.head import Furniture
from gigraph.documents.labels import DATE, FONT
from gigraph.documents.words import label_fields, label_pattern, mark_pattern, sites_own
from gigraph.models import Field, Span

_ICP = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP[备证] ?\d{4,12} ?号(?:-\d{1,3})?",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[ |]{0,4}(?P<value>[^\s|]{1,80})")
# Labels without anything behind them, at the end of a stretch.
_EMPTY = re.compile(r"(?:^|(?<=\n)) {0,8}(?:(?:相关)?附件|相关文档|关联文件) {0,2}:?\s{1,40}\Z")
_STOPS = frozenset("。;!")
_FOOT = 12_000  # characters of a text in which its foot may lie
_SENTENCE = 15  # characters from which a stretch that ends in a full stop is a sentence
_FLATTENED = 120


def tail_furniture(text: str, floor: int) -> Furniture:
    """The furniture after the report in a folded text; `floor` is the end of its head and of its last table.

    >>> page = "本局认真公开政府信息,没有收取费用。\\n某局\\n打印\\n关闭\\n主办单位:某局 网站标识码:4300000048"
    >>> found = tail_furniture(page, 0)
    >>> [page[start:end] for start, end in found.ranges], [(field.name, field.value) for field in found.fields]
    (['打印\\n关闭\\n主办单位:某局 网站标识码:4300000048'], [('site_code', '4300000048')])
    """
    begin = max(floor, _last_sentence(text), len(text) - _FOOT, 0)
    starts = (match.start() for pattern in (mark_pattern("tail"), FONT) for match in pattern.finditer(text, begin))
    start = min((place for place in starts if _begins_item(text, place, begin)), default=None)
    if start is None:
        return Furniture((), ())
    while start > begin and text[start - 1] in "【[( ":
        start -= 1
    empty = _EMPTY.search(text, begin, start)
    start = empty.start() if empty else start
    end = len(text.rstrip())
    return Furniture(((start, end),), tuple(labelled_fields(text, start, end)))


def _last_sentence(text: str) -> int:
    """Where the last sentence of the report ends, or the last line that is too long for a foot begins."""
    end = len(text)
    floor = max(0, end - _FOOT)
    stop = end  # the last full stop before the end, not sought again for each line above which there is none
    while end > floor:
        if stop >= end - 1:
            stop = text.rfind("。", floor, end - 1)
        start = max(text.rfind("\n", floor, end - 1), stop, floor - 1) + 1
        stretch = text[start:end].strip()
        is_sentence = stretch[-1:] in _STOPS and (len(stretch) >= _SENTENCE or text[start - 1 : start] == "。")
        is_long = len(stretch) > _FLATTENED and not mark_pattern("tail").search(stretch)
        if (is_sentence or is_long) and not sites_own("tail").search(stretch, 0, _FLATTENED * 4):
            return end
        end = start
    return end


def _begins_item(text: str, position: int, floor: int) -> bool:
    """Whether a foot may begin here: at a line's start, after a space, a bracket, a full stop."""
    return position <= floor or text[position - 1] in " \n|[【(。!/·"


def labelled_fields(text: str, start: int, end: int) -> Iterator[Field]:
    """The metadata within a stretch of a folded text that is all furniture: labels with values, the ICP number."""
    for match in label_pattern().finditer(text, start, end):
        name = label_fields()["".join((match["label"] or match["alone"]).split())]
        value = (DATE if name in ("issued", "generated", "published", "updated") else _VALUE).match(text, match.end())
        if name and value and match["label"]:
            span = Span(*(value.span("value") if "value" in value.groupdict() else value.span()))
            yield Field(name, span.of(text), span)
    for match in _ICP.finditer(text, start, end):
        yield Field("icp", match.group(), Span(*match.span()))
