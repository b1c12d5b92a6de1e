"""Runs of digits that were several cells: every way to read them, within a bound of steps.

A cell is 0 or a number without a zero before it, a decimal part ends one, a sign or a space parts two. The ways are
the paths through a lattice: its nodes are the places between two characters, its edges the stretches that may be a
cell, and of each node it is known after how many cells it can be reached, and with how many the run can still end.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from gigraph.extractors.forms.rows import Printed

MOST_STEPS = 30_000  # of a walk over the readings of one row
MOST_READINGS = 1500  # of one row; beyond, the row stays undecoded
_MOST_CELLS = 40


class Piece(NamedTuple):
    """One cell of a reading: a stretch of one printed token. number: what it adds to a sum, 0 if it is no integer."""

    token: int
    start: int
    end: int
    text: str
    number: int


Vector = tuple[Piece, ...]
Numbers = tuple[int, ...]


def is_glued(text: str) -> bool:
    """Whether a run of digits cannot be one number: it begins with a zero that is not all of it."""
    return len(text) > 1 and text[0] == "0" and text[1] != "."


def is_number(text: str) -> bool:
    """Whether a stretch of digits is a number as it stands in a cell."""
    digits = text.removeprefix("-")
    return digits[:1].isdigit() and not is_glued(digits)


class Run:
    """What is printed in a row, to be read as so many cells.

    >>> from gigraph.models import Span
    >>> row = [Printed("number", "230", "", Span(0, 3)), Printed("number", "000023", "", Span(4, 10))]
    >>> [[piece.text for piece in reading] for reading in Run(row, 7).readings() or ()][:2]
    [['2', '30', '0', '0', '0', '0', '23'], ['23', '0', '0', '0', '0', '0', '23']]
    """

    def __init__(self, printed: Sequence[Printed], columns: int) -> None:
        self.printed, self.columns = printed, columns
        # What is no number is one cell, whatever its length: it has one node.
        lengths = [len(token.text) if token.kind == "number" else 1 for token in printed]
        self._first = [sum(lengths[:index]) for index in range(len(lengths))]  # of each token, its first node
        self._last = sum(lengths)
        self._ends = self._all_ends()
        self._before, self._ahead = self._reach()
        self._known: dict[tuple[int, int], list[Numbers]] = {}

    def _all_ends(self) -> list[list[int]]:
        """By node, where a cell that begins there may end. Each of the other cells takes a character at least."""
        longest = self._last - self.columns + 1
        found: list[list[int]] = []
        for first, token in zip(self._first, self.printed, strict=True):
            if token.kind != "number":
                found.append([first + 1])
            else:
                found += [[first + end for end in ends] for ends in _ends_of_cells(token.text, longest)]
        return found

    def _reach(self) -> tuple[list[int], list[int]]:
        """By node, as bits: after how many cells it is reached, and after how many the run can go on to its end."""
        before, ahead = [0] * (self._last + 1), [0] * (self._last + 1)
        before[0], ahead[self._last] = 1, 1 << self.columns
        for start, ends in enumerate(self._ends):
            if counts := before[start] << 1:
                for end in ends:
                    before[end] |= counts
        for start in range(self._last - 1, -1, -1):
            counts = 0
            for end in self._ends[start]:
                counts |= ahead[end]
            ahead[start] = counts >> 1
        return before, ahead

    @cached_property
    def _edges(self) -> list[list[tuple[int, Piece, int]]]:
        """By node, the cells of the readings that begin there: where each ends, and in which columns it may stand."""
        found: list[list[tuple[int, Piece, int]]] = [[] for _ in self._ends]
        for index, (first, token) in enumerate(zip(self._first, self.printed, strict=True)):
            following = first + (len(token.text) if token.kind == "number" else 1)
            for start in range(first, following):
                for end in self._ends[start]:
                    if places := self._before[start] & self._ahead[end] >> 1:
                        stop = end - first if token.kind == "number" else len(token.text)
                        text = token.text[start - first : stop]
                        number = int(text) if text.lstrip("-").isdecimal() else 0
                        found[start].append((end, Piece(index, start - first, stop, text, number), places))
        return found

    def count(self) -> int:
        """How many readings there are."""
        # One number holds the ways by the count of cells; none needs more bits than the run has nodes.
        width = self._last + 1
        wanted = (1 << width * (self.columns + 1)) - 1
        ways = [1] + [0] * self._last
        for start, ends in enumerate(self._ends):
            if more := ways[start] << width & wanted:
                for end in ends:
                    ways[end] += more
        return ways[self._last] >> width * self.columns

    def readings(self) -> list[Vector] | None:
        """All readings, in the order of the lengths of their cells; None where there are more than MOST_READINGS."""
        found = self.numbers()
        return None if found is None else [self.reading(index) for index in range(len(found))]

    def numbers(self) -> list[Numbers] | None:
        """Of all readings, in the same order, the numbers of their cells: most readings are wanted for no more."""
        if self.columns > _MOST_CELLS or self.count() > MOST_READINGS:
            return None
        return self._endings(0, 0) if self._edges else []

    def reading(self, index: int) -> Vector:
        """The reading with this index in `numbers`."""
        node = 0
        vector: Vector = ()
        while len(vector) < self.columns:
            for end, piece, places in self._edges[node]:
                if not places >> len(vector) & 1:
                    continue
                ways = len(self._endings(end, len(vector) + 1))
                if index < ways:
                    node, vector = end, (*vector, piece)
                    break
                index -= ways
        return vector

    def _endings(self, node: int, before: int) -> list[Numbers]:
        """The ways to go on from a node behind so many cells."""
        if before == self.columns:
            return [()]  # an edge leads on only where the run can end with the cells that are left
        if (found := self._known.get((node, before))) is None:
            found = self._known[node, before] = [
                (piece.number, *rest)
                for end, piece, places in self._edges[node]
                if places >> before & 1
                for rest in self._endings(end, before + 1)
            ]
        return found

    @cached_property
    def _places(self) -> list[list[Piece]]:
        """By column, the pieces that it may be."""
        found: list[list[Piece]] = [[] for _ in range(self.columns)]
        for edges in self._edges:
            for _, piece, places in edges:
                while places:
                    column = places.bit_length() - 1
                    places ^= 1 << column
                    found[column].append(piece)
        return found

    def settled(self) -> list[Piece | None]:
        """By column, the piece that every reading has there; found without listing them.

        >>> from gigraph.models import Span
        >>> [piece.text if piece else None for piece in Run([Printed("number", "1200", "", Span(0, 4))], 3).settled()]
        [None, None, '0']
        """
        return [found[0] if len(found) == 1 else None for found in self._places]

    def possible(self, column: int) -> list[str]:
        """The values that a column may have, in order of length and digits."""
        return sorted({piece.text for piece in self._places[column]}, key=lambda text: (len(text), text))

    def grouped(self, size: int, steps: int = MOST_STEPS) -> list[Vector] | None:
        """The readings in which every `size`th cell is the sum of those before it in its group; None beyond the bound.

        >>> from gigraph.models import Span
        >>> run = Run([Printed("number", "10212101", "", Span(0, 8))], 6)
        >>> [[piece.text for piece in reading] for reading in run.grouped(3) or ()]
        [['10', '2', '12', '1', '0', '1']]
        """
        if not self._edges:
            return []
        try:
            return list(_Walk(self._edges, self.columns, size, steps).vectors(0, (), 0))
        except _TooManyStepsError:
            return None


def _ends_of_cells(text: str, longest: int) -> Iterator[Sequence[int]]:
    """By offset in the digits of a token, where a cell that begins there may end."""
    length = len(text)
    if text.isdecimal():
        for start, digit in enumerate(text):
            most = 1 if digit == "0" else longest
            yield range(start + 1, min(start + most, length) + 1)
        return
    for start in range(length):
        yield [end for end in range(start + 1, length + 1) if _is_cell(text, start, end)]


def _is_cell(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a token with a point or a sign is a cell: behind a decimal part nothing may follow."""
    piece = text[start:end]
    inner = "." in text[:start] or ("." in piece and end != len(text)) or piece.endswith(".")
    return not inner and is_number(piece) and (end == len(text) or text[end] != ".")


class _TooManyStepsError(Exception):
    """The bound of steps is reached."""


class _Walk:
    """A walk over the readings of a run that gives up a group as soon as its sum cannot come out."""

    def __init__(self, edges: Sequence[Sequence[tuple[int, Piece, int]]], columns: int, size: int, steps: int) -> None:
        self.edges, self.columns, self.size, self.steps = edges, columns, size, steps

    def vectors(self, node: int, vector: Vector, total: int) -> Iterator[Vector]:
        """The readings that begin with a vector whose last, unfinished group sums up to `total`."""
        self.steps -= 1
        if self.steps < 0:
            raise _TooManyStepsError
        before = len(vector)
        if before == self.columns:
            yield vector
            return
        last_of_group = (before + 1) % self.size == 0
        # The sum needs as many digits as what is summed up, beside one for each other cell.
        most = len(self.edges) - (self.columns - before - 2)
        for end, piece, places in self.edges[node]:
            if not places >> before & 1:
                continue
            number = max(piece.number, 0)  # in these groups nothing is taken away: a sign is the dash of an empty cell
            if last_of_group:
                if number == total:
                    yield from self.vectors(end, (*vector, piece), 0)
            elif end + len(str(total + number)) <= most:
                yield from self.vectors(end, (*vector, piece), total + number)
            else:
                break  # longer pieces are greater still
