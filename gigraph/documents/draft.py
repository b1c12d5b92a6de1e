"""What the readers of all formats make of a file: its text, line by line, and the tables whose cells are known.

A table stands in the text as rows (`label | unit | value |`), each cell once; its grid repeats a cell that spans
several places. Whatever characters a file may hold, those of the text are clean.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from gigraph.documents.characters import clean
from gigraph.errors import ReadError
from gigraph.models import Field, Span, Table

Range = tuple[int, int]


def merge(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order, those that touch as one, empty ones left out.

    >>> merge([(5, 9), (0, 2), (2, 4), (7, 7)])
    [(0, 4), (5, 9)]
    """
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


# Characters beside which a line's end is no space.
WIDE = re.compile("[\u2018-\u201d\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]")
PAGE_NUMBER = re.compile(r"[-—–－·•~第页共/ \d]{0,30}")  # a line that has nothing else
MOST_CELLS = 200_000  # places of the grids of one document
_MOST_COLUMNS, _MOST_ROWS = 200, 20_000  # that one cell may span


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as its file states it: text, and how many columns and rows it spans."""

    text: str
    columns: int = 1
    rows: int = 1


def one_line(text: str) -> str:
    """The lines that a cell was broken into as one; between two Chinese characters nothing is put.

    >>> one_line("本年\\n新收\\n3 件")
    '本年新收 3 件'
    """
    joined = ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        tight = not joined or (WIDE.match(joined[-1]) and WIDE.match(line))
        joined += line if tight else f" {line}"
    return joined


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before its blocks are told.

    aside: ranges of the text that the file itself marks as the page's. junk: ranges that belong to nobody, within a
    sentence too (a running title). fields: metadata that the file states apart from what it shows, each with its place
    in the text.
    """

    text: str
    tables: tuple[Table, ...] = ()
    aside: tuple[Range, ...] = ()
    fields: tuple[Field, ...] = ()
    media_type: str = "text/plain"
    encoding: str = ""
    warnings: tuple[str, ...] = ()
    junk: tuple[Range, ...] = ()


@dataclass(slots=True)
class TextWriter:
    """A text in the making; `length` is the offset of what comes next."""

    length: int = 0
    tables: list[Table] = field(default_factory=list)
    warnings: set[str] = field(default_factory=set)
    _pieces: list[str] = field(default_factory=list)
    _last: str = "\n"
    _places: int = 0

    @property
    def last(self) -> str:
        """The character before; a line's end where there is none."""
        return self._last

    def write(self, text: str) -> Span | None:
        """Adds characters as they are, cleaned; their place, None where nothing is left of them."""
        text, warnings = clean(text)
        self.warnings.update(warnings)
        if not text:
            return None
        self._pieces.append(text)
        self._last = text[-1]
        self.length += len(text)
        return Span(self.length - len(text), self.length)

    def end_line(self) -> None:
        """Ends the line, unless nothing stands in it."""
        if self._last != "\n":
            self._pieces.append("\n")
            self._last = "\n"
            self.length += 1

    def line(self, text: str) -> Span | None:
        """Adds a line of its own; the place of its text."""
        self.end_line()
        place = self.write(text.strip())
        self.end_line()
        return place

    def table(self, rows: Sequence[Sequence[Cell]]) -> Table | None:
        """Adds the rows of a table as lines; its grid, which also joins `tables`; None where it has no cell.

        Raises ReadError E-TABLE-LIMIT where its cells span more places than a document may have.

        >>> writer = TextWriter()
        >>> table = writer.table([[Cell("项目", rows=2), Cell("件数", columns=2)], [Cell("新收"), Cell("")]])
        >>> writer.text
        '项目 | 件数 |\\n新收 | |\\n'
        >>> [(row, column, text) for row, column, text, span in table.cells]
        [(0, 0, '项目'), (0, 1, '件数'), (0, 2, '件数'), (1, 0, '项目'), (1, 1, '新收'), (1, 2, '')]
        """
        self.end_line()
        start = self.length
        grid: dict[Range, tuple[str, Span]] = {}
        for row, cells in enumerate(rows):
            self._row(row, cells, grid, len(rows))
        if not grid:
            return None
        found = Table(Span(start, self.length - 1), tuple((*place, *grid[place]) for place in sorted(grid)))
        self.tables.append(found)
        return found

    def _row(self, row: int, cells: Sequence[Cell], grid: dict[Range, tuple[str, Span]], most: int) -> None:
        column = 0
        for index, cell in enumerate(cells):
            while (row, column) in grid:
                column += 1
            self.write(" " if index else "")
            text = clean(cell.text.strip())[0].replace("\n", " ")
            place = self.write(text)
            bar = self.write(" |" if place else "|")
            assert bar
            self._place(row, column, cell, (text, place or bar), grid, most)
        self.end_line()

    def _place(
        self, row: int, column: int, cell: Cell, own: tuple[str, Span], grid: dict[Range, tuple[str, Span]], most: int
    ) -> None:
        down, right = max(1, min(cell.rows, most - row, _MOST_ROWS)), max(1, min(cell.columns, _MOST_COLUMNS))
        self._places += down * right
        if self._places > MOST_CELLS:
            raise ReadError("E-TABLE-LIMIT", f"its tables have more than {MOST_CELLS:,} cells")
        for place in product(range(row, row + down), range(column, column + right)):
            grid.setdefault(place, own)

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    def since(self, start: int) -> str:
        """What was written from an offset on."""
        taken: list[str] = []
        position = self.length
        for piece in reversed(self._pieces):
            if position <= start:
                break
            taken.append(piece)
            position -= len(piece)
        return "".join(reversed(taken))[max(0, start - position) :]
