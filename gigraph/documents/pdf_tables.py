"""The tables of a PDF's page as pdfplumber finds them by their ruling lines, with the places that each cell spans."""

import logging
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from gigraph.documents.draft import Cell, one_line
from gigraph.documents.needs import library

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points from the lower left corner
_NEAR = 2.5  # points within which two lines are one


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table on a page: where it stands, its cells row by row, the lines between its columns and around them."""

    box: Box
    rows: list[list[Cell]]
    lines: tuple[float, ...]


def tables_of(file: BinaryIO, number: int) -> list[Ruled]:
    """The tables of a page (from 0), from the top down; those of one column are frames and left out."""
    plumber = library("pdfplumber", "pdf", "tables of PDF")
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every letter of fonts that are not quite right
    with plumber.open(file, pages=[number + 1]) as document:
        page = document.pages[0]
        found = [_ruled(page, table) for table in page.find_tables()]
    apart: list[Ruled] = []
    # Those of one row last: they may be frames around others.
    for table in sorted(filter(None, found), key=lambda one: (len(one.rows) < 2, -one.box[3])):
        if all(table.box[3] <= other.box[1] + _NEAR or table.box[1] >= other.box[3] - _NEAR for other in apart):
            apart.append(table)
    return sorted(apart, key=lambda one: -one.box[3])


def _ruled(page: Any, table: Any) -> Ruled | None:
    lefts = _edges([edge for box in table.cells for edge in (box[0], box[2])])
    tops = _edges([edge for box in table.cells for edge in (box[1], box[3])])
    if len(lefts) < 3 or len(tops) < 2:
        return None
    rows: list[list[tuple[int, Cell]]] = [[] for _ in tops[1:]]
    for left, top, right, bottom in table.cells:
        column, row = _at(lefts, left), _at(tops, top)
        across, down = max(1, _at(lefts, right) - column), max(1, _at(tops, bottom) - row)
        if row < len(rows):
            rows[row].append((column, Cell(_words(page, (left, top, right, bottom)), across, down)))
    left, top, right, bottom = table.bbox
    cells = [[cell for _, cell in sorted(row, key=lambda pair: pair[0])] for row in rows]
    edge, _, _, lower = page.bbox  # where the sheet begins elsewhere than at 0, places count from there
    return Ruled((left - edge, lower - bottom, right - edge, lower - top), cells, tuple(lefts))


def _edges(values: Sequence[float]) -> list[float]:
    """The lines that the edges of cells lie on."""
    lines: list[float] = []
    for value in sorted(values):
        if not lines or value - lines[-1] > _NEAR:
            lines.append(value)
    return lines


def _at(lines: Sequence[float], value: float) -> int:
    """The line that an edge lies on."""
    index = bisect_left(lines, value - _NEAR)
    return min(index, len(lines) - 1)


def places_of(lines: Sequence[float], among: Sequence[float]) -> list[int]:
    """Which of the lines of a page each line of another page is; none where one is not there, or the outer ones differ.

    >>> places_of((50, 100, 200), (50, 75.5, 100.4, 200)), places_of((50, 120, 200), (50, 100, 200))
    ([0, 2, 3], [])
    """
    found = [min(range(len(among)), key=lambda at: abs(among[at] - line)) for line in lines]
    near = all(abs(among[at] - line) <= _NEAR for at, line in zip(found, lines, strict=True))
    return found if near and found[0] == 0 and found[-1] == len(among) - 1 else []


def _words(page: Any, box: tuple[float, float, float, float]) -> str:
    """The text of the characters whose middle lies in a box, in one line."""
    left, top, right, bottom = box
    inside = [
        char
        for char in page.chars
        if left <= (char["x0"] + char["x1"]) / 2 < right and top <= (char["top"] + char["bottom"]) / 2 < bottom
    ]
    text: str = library("pdfplumber.utils", "pdf", "tables of PDF").extract_text(inside) if inside else ""
    return one_line(text)
