"""Cells to columns: padding that a grid's spans left before or behind a row's cells is taken off, never by a guess."""

from collections import Counter
from collections.abc import Sequence

from gigraph.extractors.forms.cells import Token


def padding(cells: Sequence[Token], columns: int) -> set[tuple[int, int]]:
    """The ways to take blank cells off before and behind a row so that `columns` stay.

    >>> row = [Token("blank", "", 0, 1), Token("number", "5", 1, 2), Token("blank", "", 2, 3)]
    >>> sorted(padding(row, 1)), sorted(padding(row, 2))
    ([(1, 1)], [(0, 1), (1, 0)])
    """
    excess = len(cells) - columns
    if not excess:
        return {(0, 0)}
    blank = [cell.kind == "blank" for cell in cells]
    return {
        (front, excess - front)
        for front in range(excess + 1)
        if all(blank[:front]) and all(blank[len(cells) - (excess - front) :])
    }


def fit(rows: Sequence[tuple[Sequence[Token], int]]) -> list[tuple[Token, ...] | None]:
    """For each row (cells, number of columns) its cells, one a column; None where that is not certain.

    A row that leaves several ways takes the one that the other rows of the table show, if they show just one of them.
    """
    if all(len(cells) == columns for cells, columns in rows):
        return [tuple(cells) for cells, _ in rows]
    ways = [padding(cells, columns) if len(cells) >= columns else set() for cells, columns in rows]
    sure: dict[int, set[int]] = {}  # by number of columns: what certain rows leave behind their cells
    certain = Counter(columns for way, (_, columns) in zip(ways, rows, strict=True) if len(way) == 1)
    for way, (_, columns) in zip(ways, rows, strict=True):
        if len(way) == 1 and certain[columns] > 1:
            sure.setdefault(columns, set()).add(next(iter(way))[1])
    ways = [_as_behind_others(way, sure.get(columns, set())) for way, (_, columns) in zip(ways, rows, strict=True)]
    shown = Counter(next(iter(way)) for way in ways if len(way) == 1)
    return [_fitted(cells, columns, way, shown) for (cells, columns), way in zip(rows, ways, strict=True)]


def _as_behind_others(ways: set[tuple[int, int]], sure: set[int]) -> set[tuple[int, int]]:
    """The ways that leave behind the cells what all other rows of as many columns leave; before them it differs."""
    if len(ways) < 2 or len(sure) != 1:
        return ways
    return {way for way in ways if way[1] in sure} or ways


def _fitted(
    cells: Sequence[Token], columns: int, ways: set[tuple[int, int]], shown: Counter[tuple[int, int]]
) -> tuple[Token, ...] | None:
    if len(cells) == columns:
        return tuple(cells)
    if all(cell.kind == "blank" for cell in cells) and len(cells) >= columns:
        return tuple(cells[:columns])
    if len(ways) > 1:
        ways = {way for way in ways if shown[way]} or ways
    if len(ways) != 1:
        return None
    ((front, _back),) = ways
    return tuple(cells[front : front + columns])
