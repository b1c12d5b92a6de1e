"""Other tables of figures with bars between cells: a head of labels, then rows that begin with their own label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from gigraph.extractors.forms.cells import UNITS, Token, cell_of
from gigraph.extractors.forms.rows import Column, Found, Region
from gigraph.extractors.forms.sheet import Sheet

_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST_LINE = 2000
_RULE = re.compile(r"[ :|\-]+")
_SERIAL = frozenset({"序号", "编号", "No", "NO"})
_NO_FIGURE = re.compile(r"电话|传真|邮编|日期|时间|年份|号码|代码|编号|序号|文号|索引|网址|地址|备注")
_BRACKET_UNIT = re.compile(rf"\((?:单位[:：]?)?({UNITS})\)$")


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    cells: tuple[Token, ...]


def grid_regions(sheet: Sheet, taken: Sequence[Region]) -> Iterator[Region]:
    """The tables of figures between bars that no other region holds."""
    for cells, group in groupby(_rows(sheet.text), key=lambda row: len(row.cells)):
        rows = list(group)
        start, end = rows[0].start, rows[-1].cells[-1].end if cells else 0
        if cells < 2 or len(rows) < 3 or any(region.start < end and start < region.end for region in taken):
            continue
        found = tuple(_found(rows))
        if len(found) >= 2:
            yield Region("other", "grid", start, end, found, True)


def _rows(text: str) -> Iterator[_Row]:
    """The lines of a text as rows; a line without a bar is a row without cells, a ruling is none."""
    position = 0
    for line in text.split("\n"):
        barred = line.count("|") > 0 and len(line) <= _LONGEST_LINE
        if not barred:
            yield _Row(position, ())
        elif not _RULE.fullmatch(line):
            yield _Row(position, tuple(_cells(text, position, position + len(line))))
        position += len(line) + 1


def _cells(text: str, start: int, end: int) -> Iterator[Token]:
    line = text[start:end]
    begin = start + len(line) - len(line.lstrip(" |")) if line.lstrip().startswith("|") else start
    stop = start + len(line.rstrip().removesuffix("|"))
    bars = [begin - 1, *(at for at in range(begin, stop) if text[at] == "|"), stop]
    for one, following in pairwise(bars):
        yield cell_of(text, one + 1, max(following, one + 1))


def _found(rows: Sequence[_Row]) -> Iterator[Found]:
    head = rows[0].cells
    if any(cell.kind == "number" for cell in head) or sum(cell.kind == "text" for cell in head) < 2:
        return
    figures = [
        at
        for at in range(1, len(head))
        if head[at].kind == "text"
        and not _NO_FIGURE.search(head[at].text)
        and _is_figures([row.cells for row in rows[1:]], at)
    ]
    if not figures:
        return
    labels = [at for at in range(figures[0]) if head[at].text not in (*_SERIAL, "单位", "计量单位")]
    units = [at for at in range(len(head)) if head[at].text in ("单位", "计量单位")]
    for row in rows[1:]:
        yield from _row(row, head, labels, units, figures)


def _is_figures(rows: Sequence[Sequence[Token]], at: int) -> bool:
    """Whether a column holds numbers or nothing, and numbers in most of its cells."""
    cells = [row[at] for row in rows if at < len(row)]
    numbers = sum(cell.kind == "number" for cell in cells)
    return numbers * 2 > len(cells) and not any(cell.kind == "text" and len(cell.text) > 6 for cell in cells)


def _row(
    row: _Row, head: Sequence[Token], labels: Sequence[int], units: Sequence[int], figures: Sequence[int]
) -> Iterator[Found]:
    names = [row.cells[at].text for at in labels if at < len(row.cells) and row.cells[at].kind == "text"]
    if not names or not any(_HAN.search(name) for name in names) or len(row.cells) < figures[-1] + 1:
        return
    unit = next((row.cells[at].text for at in units if at < len(row.cells) and row.cells[at].kind == "text"), "")
    columns = tuple(Column("", re.sub(r"\s+", "", head[at].text), _unit(head[at].text) or unit) for at in figures)
    cells = tuple(row.cells[at] for at in figures)
    first = next(row.cells[at] for at in labels if row.cells[at].kind == "text")
    yield Found("other", "", " / ".join(names), unit, columns, cells, True, first.start, first.end, None)


def _unit(label: str) -> str:
    match = _BRACKET_UNIT.search(label.strip())
    return match[1] if match else ""
