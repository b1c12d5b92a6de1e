"""Tables of a PDF that go on over pages: which do, and the one table that their parts are.

What stands between the parts is the page's own: its number, and what stands at the same height on another page.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from gigraph.documents.draft import PAGE_NUMBER, one_line
from gigraph.documents.pdf_lines import HEIGHT, but_for_counts
from gigraph.documents.pdf_tables import places_of
from gigraph.models import Span, Table

_FIGURES = re.compile(r"[-—–/ ]+|[+\-]?\d[\d,]*(?:\.\d+)?(?: \d+)*[\u4e00-\u9fff]{0,2}")
_NUMBERED = re.compile(r"[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|第[一二三四五六七八九十]{1,3}|其中")


@dataclass(frozen=True, slots=True)
class Shown:
    """A line that was written: its place in the text, its words, the height at which it stands (None: not known).

    printed: how many lines of the page it was.
    """

    span: Span
    words: str
    top: float | None
    printed: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A table of one page; page: its number. columns: the lines between its columns. before: what stands above it.

    before: the lines since the table before, on this page and on the one before; None where there is none.
    """

    table: Table
    page: int
    columns: tuple[float, ...]
    before: tuple[tuple[int, Shown], ...] | None


class Running:
    """The heights at which the lines of each page stand: a line that the page before or after has too is none's own."""

    def __init__(self, pages: Sequence[Sequence[Shown]]) -> None:
        self._tops: list[dict[str, list[float]]] = []
        for lines in pages:
            tops: dict[str, list[float]] = defaultdict(list)
            for line in lines:
                if line.top is not None:
                    tops[but_for_counts(line.words)].append(line.top)
            self._tops.append({words: sorted(found) for words, found in tops.items()})

    def has(self, line: Shown, page: int) -> bool:
        """Whether a line is its page's number, or one beside has its words, but for counts, at its height."""
        if PAGE_NUMBER.fullmatch(line.words):
            return True
        if line.top is None:
            return False
        words = but_for_counts(line.words)
        near = (self._tops[at].get(words, ()) for at in (page - 1, page + 1) if 0 <= at < len(self._tops))
        return any(_stands_among(line.top, tops) for tops in near)


def _stands_among(top: float, tops: Sequence[float]) -> bool:
    """Whether one of some heights, in their order, is that of a line.

    >>> _stands_among(30.0, [12.0, 31.0, 700.0]), _stands_among(30.0, [12.0, 26.0, 700.0]), _stands_among(30.0, [])
    (True, False, False)
    """
    at = bisect_left(tops, top)
    return any(abs(one - top) <= HEIGHT for one in tops[max(0, at - 1) : at + 1])


def whole_tables(parts: Sequence[Part], running: Running) -> list[Table]:
    """The tables of a document from those of its pages; a part of one row that goes on with nothing is none.

    running: of the lines of each page that are in no table.
    """
    tables: list[Table] = []
    columns: tuple[float, ...] = ()
    for part in parts:
        between = part.before
        if (
            between is not None
            and fits(part.columns, columns)
            and all(running.has(line, page) for page, line in between)
        ):
            first, both = tables.pop(), max(part.columns, columns, key=len)
            tables.append(_continued(_widened(first, columns, both), _widened(part.table, part.columns, both)))
            columns = both
        elif len(_rows(part.table)) > 1:
            tables.append(part.table)
            columns = part.columns
        else:
            columns = ()
    return tables


def fits(lines: tuple[float, ...], others: tuple[float, ...]) -> bool:
    """Whether two pages have the columns of one table; one may part what is one cell in the other."""
    few, many = sorted((lines, others), key=len)
    return bool(few and places_of(few, many))


def _widened(table: Table, lines: tuple[float, ...], columns: tuple[float, ...]) -> Table:
    """The table with each cell in all columns that it covers."""
    if len(lines) == len(columns):
        return table
    places = places_of(lines, columns)
    cells = (
        (row, wide, text, span)
        for row, column, text, span in table.cells
        if column + 1 < len(places)
        for wide in range(places[column], places[column + 1])
    )
    return Table(table.span, tuple(cells))


def _continued(first: Table, second: Table) -> Table:
    """The table of two pages; the row that the page's end breaks is one, its cells' texts joined.

    The head that the second page prints anew before such a row is left out.
    """
    above, below = _rows(first), _rows(second)
    head = next((at for at, row in enumerate(below) if at >= len(above) or row != above[at]), 0)
    broken = head < len(below) and _is_rest(above[-1], below[head])
    last, shift = len(above) - 1, len(above)
    gone = head + 1 if broken else 0
    whole = _wholes(first, second, last, head) if broken else {}
    cells = [(row, column, whole.get((column, span), text), span) for row, column, text, span in first.cells]
    cells += [
        (row + shift - gone, column, whole.get((column, span), text), span)
        for row, column, text, span in second.cells
        if row >= gone
    ]
    return Table(Span(first.span.start, second.span.end), tuple(cells))


def _wholes(first: Table, second: Table, last: int, rest: int) -> dict[tuple[int, Span], str]:
    """The joined texts of a broken row's cells, by column and by the span of either piece: cells may span more rows."""
    above = {column: (text, span) for row, column, text, span in first.cells if row == last}
    below = {column: (text, span) for row, column, text, span in second.cells if row == rest}
    whole: dict[tuple[int, Span], str] = {}
    for column, (text, span) in below.items():
        if text.strip():
            joined = one_line(f"{above[column][0]}\n{text}")
            whole |= {(column, above[column][1]): joined, (column, span): joined}
    return whole


def _rows(table: Table) -> list[dict[int, str]]:
    """The texts of a table's rows by column."""
    rows: list[dict[int, str]] = [{} for _ in range(1 + max(row for row, _, _, _ in table.cells))]
    for row, column, text, _ in table.cells:
        rows[row][column] = text
    return rows


def _is_rest(last: dict[int, str], rest: dict[int, str]) -> bool:
    """Whether the first row of a page is the end of the row before it.

    It has no figures, nothing beside the figures of that row, and a piece of a label that begins as none does.
    """
    if last.keys() != rest.keys() or (len(set(rest.values())) == 1 and any(rest.values())):
        return False
    told = [column for column, text in rest.items() if text.strip()]
    if any(_FIGURES.fullmatch(last[column]) or _FIGURES.fullmatch(rest[column]) for column in told):
        return False
    return not told or any(last[column] and not _NUMBERED.match(rest[column]) for column in told)
