"""Which cells of a glued table its characters and the identities of the form determine: by brute force, bounded."""

import re
from collections.abc import Iterator
from itertools import product
from math import prod

from forms_printing import Run
from forms_tables import Key

_SHAPES = {
    "count": r"0|[1-9]\d{0,9}",
    "signed": r"0|[+-]?[1-9]\d{0,9}",
    "money": r"(?:0|[1-9]\d{0,9})(?:\.\d{1,4})?(?:万元|元)?",
}
LONGEST, MOST = 22, 4_000  # beyond these nothing is specified
Reading = tuple[str, ...]


def determined(runs: list[Run], sound: bool) -> set[Key]:
    """Keys of the cells that have one value only in all readings; sound: the identities hold and may be used."""
    section = runs[0].section
    if section == "four" and sound:
        return _constant(runs[0], _four(runs[0]))
    if section == "three" and sound:
        return _three(runs)
    return {key for run in runs for key in _constant(run, list(_readings(run)))}


def _readings(run: Run) -> Iterator[Reading]:
    """Every way to cut the run's characters into its cells; a space is always a cut."""
    text, cuts = "".join(run.pieces), set()
    for piece in run.pieces[:-1]:
        cuts.add(len(piece) + max(cuts, default=0))
    if len(text) > LONGEST and len(run.cells) > 3:
        return
    shapes = [re.compile(_SHAPES[cell.role]) for cell in run.cells]
    yield from _cut(text, 0, cuts, shapes, 0)


def _cut(text: str, start: int, cuts: set[int], shapes: list[re.Pattern[str]], at: int) -> Iterator[Reading]:
    if at == len(shapes):
        if start == len(text):
            yield ()
        return
    last = at + 1 == len(shapes)
    for end in (len(text),) if last else range(start + 1, len(text) - (len(shapes) - at) + 2):
        if any(start < cut < end for cut in cuts):
            break
        if shapes[at].fullmatch(text, start, end):
            for rest in _cut(text, end, cuts, shapes, at + 1):
                yield (text[start:end], *rest)


def _constant(run: Run, readings: list[Reading]) -> set[Key]:
    """The cells that are the same in all readings, and true."""
    if not readings:
        return set()
    assert tuple(cell.text for cell in run.cells) in readings
    return {
        cell.key
        for cell, values in zip(run.cells, zip(*readings, strict=True), strict=True)
        if cell.key and len(set(values)) == 1
    }


def _four(run: Run) -> list[Reading]:
    """Readings of the fifteen cells in which each fifth is the sum of the four before it."""
    text, cuts, place = "".join(run.pieces), set(), 0
    for piece in run.pieces[:-1]:
        place += len(piece)
        cuts.add(place)
    if len(text) > LONGEST:
        return []
    shapes = [re.compile(_SHAPES["count"])] * 5

    def groups(start: int, end: int) -> list[Reading]:
        inner = {cut - start for cut in cuts if start < cut < end}
        found = _cut(text[start:end], 0, inner, shapes, 0)
        return [five for five in found if sum(map(int, five[:4])) == int(five[4])]

    size = len(text)
    found = []
    for second in range(5, size - 9):
        for third in range(second + 5, size - 4):
            parts = product(groups(0, second), groups(second, third), groups(third, size))
            found += [(*one, *two, *three) for one, two, three in parts]
    return found


def _three(runs: list[Run]) -> set[Key]:
    """Cells of section three: rows by 总计, then all rows together by the columns' identities."""
    rows = [[tuple(map(int, row)) for row in _readings(run) if sum(map(int, row[:6])) == int(row[6])] for run in runs]
    alone = {
        key for run, row in zip(runs, rows, strict=True) for key in _constant(run, [tuple(map(str, r)) for r in row])
    }
    open_rows = [number for number, row in enumerate(rows) if len(row) > 1]
    if not all(rows) or prod(len(rows[number]) for number in open_rows) > MOST:
        return alone
    fitting = []
    for choice in product(*(rows[number] for number in open_rows)):
        grid = [row[0] for row in rows]
        for number, row in zip(open_rows, choice, strict=True):
            grid[number] = row
        if all(c[0] + c[1] == c[-2] + c[-1] and c[-2] == sum(c[2:-2]) for c in zip(*grid, strict=True)):
            fitting.append(choice)
    for place, number in enumerate(open_rows):
        alone |= _constant(runs[number], [tuple(map(str, choice[place])) for choice in fitting])
    return alone
