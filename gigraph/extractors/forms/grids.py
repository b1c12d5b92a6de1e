"""Other tables of figures with bars between cells: a head of labels, then rows that begin with their own label."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from gigraph.extractors.forms.cells import UNITS, Token, cells_between
from gigraph.extractors.forms.rows import Found, Region
from gigraph.extractors.forms.sheet import Sheet
from gigraph.registry.forms import Column
from gigraph.registry.table_columns import TableColumns

_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST_LINE = 2000
_RULE = re.compile(r"[ :|\-]+")
_SERIAL = frozenset({"序号", "编号", "No", "NO"})
_SUM, _SHARE = re.compile(r"[总合小] ?计"), re.compile(r"([+\-]?\d{1,9}(?:\.\d{1,6})?) ?%")
_BRACKET_UNIT = re.compile(rf"\((?:单位[:：]?)?({UNITS})\)$")


class _Line(NamedTuple):
    """A line of a text: its offset, what stands between the bars at its ends, where that begins, how many cells."""

    start: int
    content: str
    begin: int
    width: int


def grid_regions(sheet: Sheet, columns: TableColumns, taken: Sequence[Region]) -> Iterator[Region]:
    """The tables of figures between bars that no other region holds; `columns` are the labels of the registry."""
    for width, group in groupby(_lines(sheet.text), key=lambda line: line.width):
        if width < 2 or len(lines := list(group)) < 3:
            continue
        start, end = lines[0].start, _cells(lines[-1])[-1].end
        if any(region.start < end and start < region.end for region in taken):
            continue
        found = tuple(_found([_cells(line) for line in lines], columns.words))
        if len(found) >= 2:
            yield Region("other", "grid", start, end, found, True)


def _lines(text: str) -> Iterator[_Line]:
    """The lines of a text; one without a bar has no cells, a ruling is none."""
    position = 0
    for line in text.split("\n"):
        if "|" not in line or len(line) > _LONGEST_LINE:
            yield _Line(position, "", position, 0)
        elif not _RULE.fullmatch(line):
            lead = len(line) - len(line.lstrip(" |")) if line.lstrip().startswith("|") else 0
            content = line[lead : len(line.rstrip().removesuffix("|"))]
            yield _Line(position, content, position + lead, content.count("|") + 1)
        position += len(line) + 1


def _cells(line: _Line) -> list[Token]:
    return cells_between(line.content.split("|"), line.begin)


def _found(rows: Sequence[Sequence[Token]], words: Sequence[str]) -> Iterator[Found]:
    head = rows[0]
    if any(cell.kind == "number" for cell in head) or sum(cell.kind == "text" for cell in head) < 2:
        return
    figures = [
        at
        for at in range(1, len(head))
        if head[at].kind == "text" and not any(word in head[at].text for word in words) and _is_figures(rows[1:], at)
    ]
    if not figures:
        return
    labels = [at for at in range(figures[0]) if head[at].text not in (*_SERIAL, "单位", "计量单位")]
    units = [at for at in range(len(head)) if head[at].text in ("单位", "计量单位")]
    for row in rows[1:]:
        yield from _row(row, head, labels, units, figures)


def _is_figures(rows: Sequence[Sequence[Token]], at: int) -> bool:
    """Whether a column holds numbers or nothing, and numbers in most of its cells."""
    cells = [_share(row[at]) for row in rows if at < len(row)]
    numbers = sum(cell.kind == "number" for cell in cells)
    return numbers * 2 > len(cells) and not any(cell.kind == "text" and len(cell.text) > 6 for cell in cells)


def _row(
    row: Sequence[Token], head: Sequence[Token], labels: Sequence[int], units: Sequence[int], figures: Sequence[int]
) -> Iterator[Found]:
    names = [row[at].text for at in labels if at < len(row) and row[at].kind == "text"]
    if not names and labels:  # 合计 in the column of serial numbers
        labels = [at for at in range(figures[0]) if row[at : at + 1] and _SUM.fullmatch(row[at].text)]
        names = [row[at].text for at in labels]
    if not names or not any(_HAN.search(name) for name in names) or len(row) < figures[-1] + 1:
        return
    unit = next((row[at].text for at in units if at < len(row) and row[at].kind == "text"), "")
    unit = unit or _unit(names[-1])
    columns = tuple(Column("", re.sub(r"\s+", "", head[at].text), _unit(head[at].text) or unit) for at in figures)
    cells = tuple(_share(row[at]) for at in figures)
    first = next(row[at] for at in labels if row[at].kind == "text")
    yield Found("other", "", " / ".join(names), unit, columns, cells, True, first.start, first.end, None)


def _share(cell: Token) -> Token:
    """A cell of a share (3.9%) as the number that it has."""
    share = _SHARE.fullmatch(cell.text) if cell.kind == "text" else None
    return Token("number", share[1], cell.start, cell.start + len(share[1]), "%") if share else cell


def _unit(label: str) -> str:
    match = _BRACKET_UNIT.search(label.strip())
    return match[1] if match else ""
