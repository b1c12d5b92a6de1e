"""Runs of digits that were several cells: every way to read them, within a bound of steps.

A cell is 0 or a number without a zero before it, a decimal part ends one, a sign or a space parts two.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from gigraph.extractors.forms.rows import Printed

MOST_STEPS = 30_000  # of a walk over the readings of one row
MOST_READINGS = 1500  # of one row; beyond, the row stays undecoded
_MOST_CELLS = 40


class Piece(NamedTuple):
    """One cell of a reading: a stretch of one printed token."""

    token: int
    start: int
    end: int
    text: str


Vector = tuple[Piece, ...]


def is_glued(text: str) -> bool:
    """Whether a run of digits cannot be one number: it begins with a zero that is not all of it."""
    return len(text) > 1 and text[0] == "0" and text[1] != "."


def readings(printed: Sequence[Printed], columns: int) -> list[Vector] | None:
    """All ways to read what is printed as so many cells; None where there are more than MOST_READINGS.

    >>> from gigraph.models import Span
    >>> row = [Printed("number", "230", "", Span(0, 3)), Printed("number", "000023", "", Span(4, 10))]
    >>> [[piece.text for piece in reading] for reading in readings(row, 7) or ()][:2]
    [['230', '0', '0', '0', '0', '2', '3'], ['2', '30', '0', '0', '0', '0', '23']]
    """
    if columns > _MOST_CELLS or count_readings(printed, columns) > MOST_READINGS:
        return None
    splits = [_Splits(token, index) for index, token in enumerate(printed)]
    return list(_from(splits, 0, columns))


def _from(splits: Sequence["_Splits"], index: int, columns: int) -> Iterator[Vector]:
    if index == len(splits):
        if columns == 0:
            yield ()
        return
    left = len(splits) - index - 1
    for count in range(1, columns - left + 1):
        if heads := splits[index].into(count):
            rests = list(_from(splits, index + 1, columns - count))
            for head in heads:
                for rest in rests:
                    yield (*head, *rest)


class _Splits:
    """The ways to split one token, each stretch of it read once."""

    def __init__(self, token: Printed, index: int) -> None:
        self.token, self.index = token, index
        self.stretches: dict[int, list[Piece]] = {}
        for start, end in sorted(_pieces(token)):
            self.stretches.setdefault(start, []).append(Piece(index, start, end, token.text[start:end]))
        self.known: dict[tuple[int, int], list[Vector]] = {}

    def into(self, count: int, start: int = 0) -> list[Vector]:
        """The ways to read what begins at an offset as so many cells."""
        if (start, count) in self.known:
            return self.known[start, count]
        found: list[Vector] = []
        for piece in self.stretches.get(start, ()):
            if count == 1 and piece.end == len(self.token.text):
                found.append((piece,))
            elif count > 1 and piece.end < len(self.token.text):
                found.extend((piece, *rest) for rest in self.into(count - 1, piece.end))
        self.known[start, count] = found
        return found


def is_number(text: str) -> bool:
    """Whether a stretch of digits is a number as it stands in a cell."""
    digits = text.removeprefix("-")
    return digits[:1].isdigit() and not is_glued(digits)


def count_readings(printed: Sequence[Printed], columns: int) -> int:
    """How many ways there are to read what is printed as so many cells (not more than a million is told apart)."""
    ways = [1] + [0] * columns
    for token in printed:
        counts = _count_splits(token, columns)
        ways = [
            min(
                sum(ways[columns_before] * counts[cells - columns_before] for columns_before in range(cells)), 1_000_000
            )
            for cells in range(columns + 1)
        ]
    return ways[columns]


def _count_splits(token: Printed, most: int) -> list[int]:
    """By number of cells, the ways to split one token."""
    if token.kind != "number":
        return [0, 1] + [0] * (most - 1)
    text = token.text
    point = text.find(".")
    length = point if point != -1 else len(text)
    # ends[p][n]: ways to read the first p characters as n numbers
    ends = [[0] * (most + 1) for _ in range(length + 1)]
    ends[0][0] = 1
    for end in range(1, length + 1):
        for start in range(end):
            if is_number(text[start:end] if end < length or point == -1 else text[start:]):
                for cells in range(most):
                    ends[end][cells + 1] += ends[start][cells]
    return ends[length]


def settled(printed: Sequence[Printed], columns: int) -> list[Piece | None]:
    """By column, the piece that every reading has there; found without listing them.

    >>> from gigraph.models import Span
    >>> [piece.text if piece else None for piece in settled([Printed("number", "1200", "", Span(0, 4))], 3)]
    [None, None, '0']
    """
    return [next(iter(found)) if len(found) == 1 else None for found in _places(tuple(printed), columns)]


def possible(printed: Sequence[Printed], columns: int) -> list[tuple[str, ...]]:
    """By column, the values that it may have, in order of length and digits."""
    places = _places(tuple(printed), columns)
    return [tuple(sorted({piece.text for piece in found}, key=lambda text: (len(text), text))) for found in places]


@lru_cache(maxsize=64)
def _places(printed: tuple[Printed, ...], columns: int) -> tuple[frozenset[Piece], ...]:
    """By column, the pieces that it may be."""
    forwards, backwards = _reach(printed, columns), _reach_back(printed, columns)
    places: list[set[Piece]] = [set() for _ in range(columns)]
    for index, token in enumerate(printed):
        for start, end in _pieces(token):
            for before in forwards.get((index, start), ()):
                if columns - before - 1 in backwards.get((index, end), ()):
                    places[before].add(Piece(index, start, end, token.text[start:end]))
    return tuple(map(frozenset, places))


def _pieces(token: Printed) -> Iterator[tuple[int, int]]:
    text = token.text
    if token.kind != "number":
        yield 0, len(text)
        return
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            piece = text[start:end]
            inner = "." in text[:start] or ("." in piece and end != len(text)) or piece.endswith(".")
            if not inner and is_number(piece) and (end == len(text) or text[end] != "."):
                yield start, end


def _reach(printed: Sequence[Printed], columns: int) -> dict[tuple[int, int], set[int]]:
    """By place (token, offset), how many cells may stand before it."""
    reach: dict[tuple[int, int], set[int]] = {(0, 0): {0}}
    for index, token in enumerate(printed):
        for start, end in sorted(_pieces(token)):
            before = {cells + 1 for cells in reach.get((index, start), ()) if cells < columns}
            place = (index, end) if end < len(token.text) else (index + 1, 0)
            reach.setdefault(place, set()).update(before)
    return reach


def _reach_back(printed: Sequence[Printed], columns: int) -> dict[tuple[int, int], set[int]]:
    """By place (token, offset behind a piece), how many cells may stand behind it."""
    last = len(printed) - 1
    reach: dict[tuple[int, int], set[int]] = {(last, len(printed[last].text)): {0}} if printed else {}
    for index in range(last, -1, -1):
        token = printed[index]
        if index < last:
            reach[index, len(token.text)] = set(reach.get((index + 1, 0), ()))
        for start, end in sorted(_pieces(token), reverse=True):
            behind = {cells + 1 for cells in reach.get((index, end), ()) if cells < columns}
            reach.setdefault((index, start), set()).update(behind)
    return reach


def grouped_readings(
    printed: Sequence[Printed], columns: int, size: int, steps: int = MOST_STEPS
) -> list[Vector] | None:
    """The readings in which every `size`th cell is the sum of those before it in its group; None beyond the bound.

    >>> from gigraph.models import Span
    >>> run = [Printed("number", "10212101", "", Span(0, 8))]
    >>> [[piece.text for piece in reading] for reading in grouped_readings(run, 6, 3) or ()]
    [['10', '2', '12', '1', '0', '1']]
    """
    walk = _Walk(printed, columns, size, steps)
    try:
        found = [tuple(vector) for vector in walk.vectors((0, 0), (), 0)]
    except _TooManyStepsError:
        return None
    return sorted(found, key=lambda vector: [(piece.token, piece.start, piece.end) for piece in vector])


class _TooManyStepsError(Exception):
    """The bound of steps is reached."""


class _Walk:
    """A walk over the readings of a run that gives up a group as soon as its sum cannot come out."""

    def __init__(self, printed: Sequence[Printed], columns: int, size: int, steps: int) -> None:
        self.printed, self.columns, self.size, self.steps = printed, columns, size, steps
        self.behind = _reach_back(printed, columns)
        splits = [_Splits(token, index) for index, token in enumerate(printed)]
        self.pieces = {(one.index, start): found for one in splits for start, found in one.stretches.items()}

    def vectors(self, place: tuple[int, int], vector: Vector, total: int) -> Iterator[Vector]:
        """The readings that begin with a vector whose last, unfinished group sums up to `total`."""
        self.steps -= 1
        if self.steps < 0:
            raise _TooManyStepsError
        if len(vector) == self.columns:
            if place == (len(self.printed), 0):
                yield vector
            return
        last_of_group = (len(vector) + 1) % self.size == 0
        for piece in self.pieces.get(place, ()):
            if self.columns - len(vector) - 1 not in self.behind.get((piece.token, piece.end), ()):
                continue
            number = int(piece.text) if piece.text.isdecimal() else 0
            if last_of_group and number != total:
                continue
            following = (
                (piece.token, piece.end) if piece.end < len(self.printed[piece.token].text) else (piece.token + 1, 0)
            )
            if not last_of_group and not self._can_grow(following, total + number, self.columns - len(vector) - 2):
                break  # longer pieces are greater still
            yield from self.vectors(following, (*vector, piece), 0 if last_of_group else total + number)

    def _can_grow(self, place: tuple[int, int], total: int, others: int) -> bool:
        """Whether enough digits are left for a sum not less than what is summed up, with `others` cells beside it."""
        left = sum(len(token.text) for token in self.printed[place[0] :]) - place[1]
        return left - others >= len(str(total))
