"""Rows whose labels are broken over lines, with the row's cells set among the pieces.

A narrow column breaks a label over two or three lines; the row's cells stand beside the middle one, and a file's text
has them between the pieces: 其中:主动公开规范 / 条 3 / 性文件数.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from gigraph.extractors.forms.cells import tokens_of
from gigraph.extractors.forms.rows import Found
from gigraph.registry.forms import Form, FormItem

_HAN = re.compile(r"[\u3007\u3400-\u9fff]")
_UNITS = "万元|人次|条|件|次|篇|个|人"
_CELL = rf"(?:[\d,.lIOo]{{1,20}}(?:{_UNITS})?|[-—–/]{{1,4}}|无)"
# What stands at the end of a line, or fills it: the unit and the number of a row of 2014, the cells of section three.
_DATA = {
    "statistics": re.compile(rf"(?:^|[ ])[ ]{{0,40}}(?P<unit>{_UNITS})[ ]{{1,40}}(?P<cells>{_CELL})[ ]{{0,40}}$"),
    "requests": re.compile(
        rf"(?:^|(?<=[^ \d,.|/—–-])[ ])[ ]{{0,40}}(?P<unit>)(?P<cells>{_CELL}(?:[ ]{{1,40}}{_CELL}){{6}})[ ]{{0,40}}$"
    ),
}
_ALONE = {
    "statistics": re.compile(rf"\n[ ]{{0,40}}(?:{_UNITS})[ ]{{1,40}}[\d,.]{{1,20}}[ ]{{0,40}}(?=\n)"),
    "requests": re.compile(r"\n[ ]{0,40}\d{1,9}(?:[ ]{1,40}\d{1,9}){6}[ ]{0,40}(?=\n)"),
}
_FEWEST = 3  # rows that are so broken
_ALL = {"statistics": 30, "requests": 20}  # labels that a table has at least
_MOST = 9_000  # characters of such a table
_REACH = 120  # Chinese characters from one label to the next at most
_NOTE_REST = 80  # those of a note in brackets, behind a label's own words
_LONG = 6  # characters of a label that stands nowhere else
_MAY_HAVE_CELLS = "other"  # （六）其他处理: a row of 2019, a heading of 2021


class _Group(NamedTuple):
    """The cells of a row: where they stand among the labels' characters, their unit, their offsets."""

    place: int
    unit: str
    start: int
    end: int


def torn_rows(text: str, start: int, form: Form, part: str, labels: int | None = None) -> list[Found]:
    """The rows of a table from an offset on, if each label that is there has cells of its own, and as many as it has.

    A unit must be its row's, so that no row can take another's number; else there are none. labels: how many stand
    there in one piece; there are none, too, where no more rows than these have cells.
    """
    end = min(len(text), start + _MOST)
    alone = sum(1 for _ in _ALONE[part].finditer(text, start, end))
    if alone < _FEWEST and (labels is None or _full_lines(text, start, end, part) < max(labels + 1, _ALL[part])):
        return []
    stream, places, groups = _parted(text, start, end, _DATA[part])
    found = _found(stream, form, part)
    if len(found) < _ALL[part]:
        return []
    rows: list[Found] = []
    for at, (begin, stop, item) in enumerate(found):
        after = found[at + 1][0] if at + 1 < len(found) else stop + _NOTE_REST
        own = [group for group in groups if begin < group.place <= after]
        heading = item.kind == "heading" or (part == "statistics" and not item.unit)
        if len(own) != (not heading) and not (len(own) == 1 and item.key == _MAY_HAVE_CELLS):
            return []
        if any(group.unit not in ("", item.unit) for group in own):
            return []
        if own or part == "statistics":
            label = places[begin]
            tokens = tuple(token for group in own for token in tokens_of(text, group.start, group.end))
            name, key = ("other", "") if item.kind == "heading" else (form.name, item.key)
            columns = form.columns[item] if part == "requests" else ()
            row = Found(name, key, item.name, item.unit, columns, tokens, True, label, label + 1, "broken-label")
            rows.append(row)
    return rows


def _full_lines(text: str, start: int, end: int, part: str) -> int:
    """How many lines end with the cells of a row."""
    return sum(bool(_DATA[part].search(line)) for line in text[start:end].split("\n"))


def _parted(text: str, start: int, end: int, data: re.Pattern[str]) -> tuple[str, list[int], list[_Group]]:
    """The Chinese characters of the labels, where each stands, and the groups among them."""
    stream: list[str] = []
    places: list[int] = []
    groups: list[_Group] = []
    position = start
    for line in text[start:end].split("\n"):
        cells = data.search(line)
        for han in _HAN.finditer(line, 0, cells.start() if cells else len(line)):
            stream.append(han.group())
            places.append(position + han.start())
        if cells:
            first, last = cells.span("cells")
            groups.append(_Group(len(stream), cells["unit"], position + first, position + last))
        position += len(line) + 1
    return "".join(stream), places, groups


def _found(stream: str, form: Form, part: str) -> list[tuple[int, int, FormItem]]:
    """The labels that are there in the very words of the form or another wording, in order: from where to where."""
    found: list[tuple[int, int, FormItem]] = []
    items = [item for item in form.parts[part] if item.kind != "column"]
    at = 0
    for number, item in enumerate(items):
        there = _first(stream, at, _until(stream, at, form, items[number + 1 :]), form, item)
        if there:
            found.append((*there, item))
            at = there[1]
    return found


def _first(stream: str, at: int, until: int, form: Form, item: FormItem) -> tuple[int, int] | None:
    """Where a wording of an item stands first between two places; of those at one place the longest."""
    begins = {word: stream.find(word, at, until) for word in form.wordings[item.part, item.key]}
    there = [(begin, -len(word)) for word, begin in begins.items() if begin != -1]
    return (min(there)[0], min(there)[0] - min(there)[1]) if there else None


def _until(stream: str, at: int, form: Form, following: Sequence[FormItem]) -> int:
    """Up to where an item may stand: no further than the next long label that is there."""
    reach = at + _REACH
    for item in following:
        if len(form.wordings[item.part, item.key][0]) >= _LONG and (there := _first(stream, at, reach, form, item)):
            return there[0]
    return reach
