"""Section four of the annual report's forms: one row of fifteen numbers behind a head of three lines."""

import re
from collections.abc import Iterator, Mapping

from gigraph.extractors.forms.cells import cells_of, tokens_of
from gigraph.extractors.forms.review_cells import line_of_cells
from gigraph.extractors.forms.review_parts import OUTCOME, part_regions
from gigraph.extractors.forms.rows import Found, Region
from gigraph.extractors.forms.segments import end_of_data, joined
from gigraph.extractors.forms.sheet import Sheet
from gigraph.registry.forms import Column, Form

_FIRST, _SECOND = "经复议直接起诉", "复议后起诉"
# The characters of 结果维持, 结果纠正, 其他结果, 尚未审结, 总计 in whatever order the lines of the head come.
_OUTCOMES = re.compile(f"(?:{OUTCOME.pattern}){{5}}")
_LITIGATION_FIRST = "行政诉讼行政复议"
_HEAD = frozenset("结果维持纠正其它他尚未审总合计行政复议诉讼")
# How often they stand there: once a path, and once more where a cell that spans two lines was copied into both.
_HOW_OFTEN = {"维": (3, 4), "纠": (3, 4), "尚": (3, 4)}


def review_regions(sheet: Sheet, forms: Mapping[str, Form]) -> Iterator[Region]:
    """The tables of section four in a sheet."""
    parts = list(part_regions(sheet, forms["2021"]))
    yield from parts
    at = sheet.han.find(_FIRST)
    while at != -1:
        place = sheet.chinese.place(at)
        region = None if any(one.start <= place < one.end for one in parts) else _region(sheet, forms["2021"], at)
        if region:
            yield region
        at = sheet.han.find(_FIRST, at + 1)


def _region(sheet: Sheet, form: Form, at: int) -> Region | None:
    second = sheet.han.find(_SECOND, at + len(_FIRST))
    if second == -1 or second - at > 60:
        return None
    last = _end_of_head(sheet, second + len(_SECOND))
    first = max(sheet.han.rfind("行政复议", max(0, at - 60), at), sheet.han.rfind("行政诉讼", max(0, at - 60), at), 0)
    start = sheet.chinese.place(_start_of_head(sheet.han, at, first))
    begin = sheet.chinese.place(last) + 1
    end = end_of_data(sheet.text, begin, 24)
    columns, sure = _in_order(form, sheet.han[max(0, at - 60) : last + 1])
    tokens = line_of_cells(sheet, begin, len(columns))
    exact = bool(tokens) or sheet.text.count("|", begin, end) >= 8
    if exact:
        tokens = [joined(token) for token in tokens or cells_of(sheet.text, begin, end)]
        end = max(end, tokens[-1].end)
    else:
        tokens = list(tokens_of(sheet.text, begin, end))
    digits = sum(len(token.text) for token in tokens if token.kind == "number")
    if digits < 5 and not (digits and len(tokens) == len(columns)):
        return None
    head = sheet.text[start:begin]
    found = Found(form.name, "review", "", "", columns, tuple(tokens), exact, sheet.chinese.place(second), begin, None)
    header = sure and all(head.count(char) in counts for char, counts in _HOW_OFTEN.items())
    return Region(form.name, "review", start, end, (found,), header)


def _in_order(form: Form, head: str) -> tuple[tuple[Column, ...], bool]:
    """The columns as the Chinese characters of a head set them, and whether that is sure: the routes, and the outcomes.

    All runs of five outcomes must have one order.
    """
    columns = [Column(item.key, item.name, item.unit) for item in form.parts["review"] if item.kind == "column"]
    orders = {tuple(OUTCOME.findall(run.group())) for run in _OUTCOMES.finditer(head)}
    routes = [columns[at : at + 5] for at in (0, 5, 10)]
    if _LITIGATION_FIRST in head:
        routes = [*routes[1:], routes[0]]
    own = tuple(column.name.rpartition(" / ")[2] for column in columns[:5])
    if len(orders) != 1 or (order := orders.pop()) == own or {*order} != {*own}:
        return tuple(column for route in routes for column in route), not orders
    return tuple(route[own.index(outcome)] for route in routes for outcome in order), True


def _end_of_head(sheet: Sheet, position: int) -> int:
    """The index of the head's last Chinese character: those of the columns' labels, before the first number."""
    last = position - 1
    while position < len(sheet.han) and sheet.han[position] in _HEAD:
        if re.search(r"\d", sheet.text[sheet.chinese.place(last) : sheet.chinese.place(position)]):
            break
        last, position = position, position + 1
    return last


def _start_of_head(han: str, at: int, first: int) -> int:
    """The index of the head's first character: 行政复议 before 行政诉讼 and the five labels of its columns."""
    begin = han.rfind("行政复议行政诉讼", max(0, at - 50), at)
    if begin == -1:
        begin = han.rfind("行政复议", max(0, at - 50), at)
    return begin if begin != -1 else first or at
