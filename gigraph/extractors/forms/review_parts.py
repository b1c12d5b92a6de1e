"""Section four printed as two tables or three: one of reviews and one of lawsuits, or one a route.

A head that tells all its routes is section four's own (review.py). Here a head has the five results once or twice, and
the words above them tell whose they are; where they do not, nothing is read.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gigraph.extractors.forms.cells import Token, cells_of, tokens_of
from gigraph.extractors.forms.review_cells import line_of_cells
from gigraph.extractors.forms.rows import Found, Region
from gigraph.extractors.forms.segments import end_of_data, joined
from gigraph.extractors.forms.sheet import Sheet
from gigraph.registry.forms import Column, Form

OUTCOME = re.compile("结果维持|结果纠正|其[他它]结果|尚未审结|总计")
_RUN = re.compile(f"(?:{OUTCOME.pattern}){{5}}")
# The words that tell a route; lawsuits without theirs tell none.
_ROUTES = re.compile("(?P<r0>行政复议)|(?P<r1>经复议直接起诉)|(?P<r2>复议后起诉)|(?P<none>行政诉讼)")
_WITHIN, _ABOVE = 16, 40  # Chinese characters between the results of one head, and above them
_DIGIT = re.compile(r"\d")
_SIZE = 5


class _Head(NamedTuple):
    """The results of one head: where each run begins and ends among the Chinese characters, and what stands above."""

    runs: tuple[tuple[int, int], ...]
    above: int


def part_regions(sheet: Sheet, form: Form) -> Iterator[Region]:
    """The tables of a sheet that have one route of section four, or the two of lawsuits."""
    if "结果维持" not in sheet.han:
        return
    for head in _heads(sheet):
        routes = _routes(sheet.han, head)
        columns = _columns(form, sheet.han, head, routes) if routes else ()
        if columns and (region := _region(sheet, form, head, columns)):
            yield region


def _heads(sheet: Sheet) -> Iterator[_Head]:
    """The heads with results, in order; those between which a number stands are two."""
    runs = [match.span() for match in _RUN.finditer(sheet.han)]
    groups: list[list[tuple[int, int]]] = [[run] for run in runs[:1]]
    for one, other in pairwise(runs):
        if other[0] - one[1] > _WITHIN or _is_parted(sheet, one[1], other[0]):
            groups.append([])
        groups[-1].append(other)
    before = 0
    for group in groups:
        first = group[0][0]
        yield _Head(tuple(group), _behind_numbers(sheet, max(before, first - _ABOVE), first))
        before = group[-1][1]


def _is_parted(sheet: Sheet, end: int, start: int) -> bool:
    """Whether a number stands between two Chinese characters, the one before `end` and the one at `start`."""
    return bool(_DIGIT.search(sheet.text, sheet.chinese.place(end - 1) if end else 0, sheet.chinese.place(start)))


def _behind_numbers(sheet: Sheet, first: int, last: int) -> int:
    """The index behind the last number that stands between two Chinese characters."""
    return next((at for at in range(last, first, -1) if _is_parted(sheet, at, at)), first)


def _routes(han: str, head: _Head) -> list[int]:
    """The routes of a head's runs; none where its words do not tell them, or it has other results besides."""
    (first, _), (_, last) = head.runs[0], head.runs[-1]
    above = han[head.above : first]
    if "维持" in above or len(head.runs) > 2:
        return []
    words = list(_ROUTES.finditer(han, head.above, last))
    if len(head.runs) == 2:
        own = [word.lastgroup for word in words if word.lastgroup in ("r1", "r2")]
        return [int(route[1]) for route in own if route] if sorted(map(str, own)) == ["r1", "r2"] else []
    route = words[-1].lastgroup if words and words[-1].end() <= first else None
    return [int(route[1])] if route in ("r0", "r1", "r2") and route else []


def _columns(form: Form, han: str, head: _Head, routes: Sequence[int]) -> tuple[Column, ...]:
    """The columns of a head in its order; none where a run of results lacks one."""
    items = [Column(item.key, item.name, item.unit) for item in form.parts["review"] if item.kind == "column"]
    found: list[Column] = []
    for route, (start, end) in zip(routes, head.runs, strict=True):
        own = {column.name.rpartition(" / ")[2]: column for column in items[_SIZE * route : _SIZE * (route + 1)]}
        names = [name.replace("其它", "其他") for name in OUTCOME.findall(han, start, end)]
        if {*names} != {*own}:
            return ()
        found += [own[name] for name in names]
    return tuple(found)


def _region(sheet: Sheet, form: Form, head: _Head, columns: tuple[Column, ...]) -> Region | None:
    start, last = sheet.chinese.place(head.above), head.runs[-1][1] - 1
    begin = sheet.chinese.place(last) + 1
    end = end_of_data(sheet.text, begin, len(columns) + 3)
    tokens: list[Token] = line_of_cells(sheet, begin, len(columns))
    exact = bool(tokens) or sheet.text.count("|", begin, end) >= len(columns) - 1
    if exact:
        tokens = [joined(token) for token in tokens or cells_of(sheet.text, begin, end)]
    else:
        tokens = list(tokens_of(sheet.text, begin, end))
    digits = sum(len(token.text) for token in tokens if token.kind == "number")
    if not digits or not (len(tokens) == len(columns) or len(tokens) < len(columns) <= digits):
        return None
    found = Found(form.name, "review", "", "", columns, tuple(tokens), exact, start, begin, None)
    return Region(form.name, "review", start, max(end, tokens[-1].end), (found,), True)
