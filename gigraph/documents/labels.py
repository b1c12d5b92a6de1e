"""A label of a page's metadata and where its value stands: up to the next label, mark, bar or line end."""

import re
from dataclasses import dataclass

from gigraph.documents.words import label_fields, label_pattern, mark_pattern, row_label_pattern

DATE = re.compile(r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}日?(?:[ T]{1,3}\d{1,2}:\d{2}(?::\d{2})?)?")
FONT = re.compile(
    r"字 {0,4}[体号](?:大小)? {0,2}:? {0,2}[\[【(]? {0,3}"
    r"(?:(?:特大|超大|大|中|小|默认|标准|A[+-]?|[|/+-]) {0,3}){0,8}[\]】)]?"
)
LONG_LINE = 120  # a line longer than this was flattened: a value in it ends at the next space
_SHORT = 40  # a value on the line below its label is no longer than this
# A number that stands in the line below its label, or below an empty line.
_NUMBER_BELOW = re.compile(r"[ |]{0,8}\n\s{0,12}(?P<number>[A-Za-z\d][A-Za-z\d/\-_.]{5,48})(?= {0,8}(?:\n|$))")
_DATES = frozenset({"issued", "generated", "published", "updated", "archived"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label's field (empty where it is of no use), the value's range (start = end where it is empty), and the end."""

    field: str
    start: int
    end: int
    stop: int


def line_end(text: str, start: int) -> int:
    """Where the line that an offset stands in ends."""
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def read_label(text: str, start: int) -> Labelled | None:
    """The label that begins at an offset of a folded text, or None.

    >>> text = "索 引 号:430S/2016-8 公开方式:政府网站 发文日期:2016-03-14 00:00:00"
    >>> label = read_label(text, 0)
    >>> label.field, text[label.start : label.end]
    ('index_number', '430S/2016-8')
    """
    row = _row(text, start)
    if row and start in row:
        return _in_row(text, start, row)
    match = label_pattern().match(text, start)
    if not match:
        return None
    field = label_fields()["".join((match["label"] or match["alone"]).split())]
    begin, end = value_range(text, match.end(), is_date=field in _DATES, below=match["alone"] is not None)
    if field == "index_number" and begin == end and (under := _NUMBER_BELOW.match(text, match.end())):
        begin, end = under.span("number")
    return Labelled(field, begin, end, max(end, match.end()))


def _row(text: str, start: int) -> dict[int, re.Match[str]]:
    """The labels of a line that is a row of labels and values without colons, by where they begin; empty for another.

    A page's table gives such lines, each cell set apart by a tab: 发布机构, 某县民政局, 发文日期, 2016-03-14.
    """
    begin, stop = text.rfind("\n", 0, start) + 1, line_end(text, start)
    line = text[begin:stop]
    if len(line) > LONG_LINE or ":" in line or "。" in line:
        return {}
    found = {match.start(): match for match in row_label_pattern().finditer(text, begin, stop)}
    first = begin + len(line) - len(line.lstrip(" |"))
    return found if len(found) > 1 and first in found else {}


def _in_row(text: str, start: int, row: dict[int, re.Match[str]]) -> Labelled:
    field = label_fields()["".join(row[start]["label"].split())]
    stop = min((at for at in row if at > start), default=line_end(text, start))
    begin = row[start].end()
    begin += len(text[begin:stop]) - len(text[begin:stop].lstrip(" |"))
    end = begin + len(text[begin:stop].rstrip(" |"))
    if field in _DATES:
        match = DATE.match(text, begin, stop)
        end = match.end() if match else begin
    return Labelled(field, begin, max(begin, end), stop)


def value_range(text: str, start: int, *, is_date: bool = False, below: bool = False) -> tuple[int, int]:
    """Where the value of a label stands that ends at `start`; below: on the next line. An empty value is (n, n)."""
    stop = line_end(text, start)
    if below or (is_date and not text[start:stop].strip(" |")):
        start = min(stop + 1, len(text))
        stop = line_end(text, start)
        if label_pattern().match(text, start) or stop - start > _SHORT:
            return start, start
    start += len(text[start:stop]) - len(text[start:stop].lstrip(" |"))
    if is_date:
        match = DATE.match(text, start)
        return (start, match.end()) if match else (start, start)
    end = _next_item(text, start, stop)
    if stop - start > LONG_LINE:
        space = text.find(" ", start, end)
        end = space if space >= 0 else end
    return start, start + len(text[start:end].rstrip(" [【(")) if end - start <= LONG_LINE else start


def _next_item(text: str, start: int, stop: int) -> int:
    bar = text.find("|", start, stop)
    stops = [stop] if bar < 0 else [stop, bar]
    for pattern in (label_pattern(), mark_pattern("head"), FONT):
        for match in pattern.finditer(text, start, min(stop, start + LONG_LINE)):
            if match.start() == start or not text[match.start() - 1].isalpha():
                stops.append(match.start())
                break
    return min(stops)
