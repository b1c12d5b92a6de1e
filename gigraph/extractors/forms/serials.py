"""Numbers behind a row's cells that are none of them: the next row's serial number, the number of a page."""

from collections.abc import Sequence
from itertools import pairwise

from gigraph.extractors.forms.rows import Found

_FEWEST = 6  # rows that must count on


def without_serials(rows: Sequence[Found]) -> list[Found]:
    """The rows less the numbers that count from row to row behind their cells; the rows as they are where none do.

    Only in a table without bars, where most rows have one number too many, and two of three that end in one count on.
    """
    last = [
        int(row.tokens[-1].text) if not row.exact and row.tokens and row.tokens[-1].text.isdecimal() else None
        for row in rows
    ]
    steps = [(one, other) for one, other in pairwise(last) if one is not None and other is not None]
    counting = [(one, other) for one, other in steps if other - one == 1]
    over = sum(len(row.tokens) == max(len(row.columns), 1) + 1 for row in rows)
    if len(counting) < _FEWEST or len(counting) * 3 < len(steps) * 2 or over * 2 < len(rows):
        return list(rows)
    numbers = {number for step in counting for number in step}
    return [
        row._replace(tokens=row.tokens[:-1]) if number in numbers and _counts_on(last, at) else row
        for at, (row, number) in enumerate(zip(rows, last, strict=True))
    ]


def _counts_on(last: Sequence[int | None], at: int) -> bool:
    """Whether the number at the end of a row stands between its neighbours in order."""
    number = last[at]
    near = [last[other] for other in (at - 1, at + 1) if 0 <= other < len(last)]
    return number is not None and any(
        other is not None and abs(other - number) == 1 and (other < number) == (place == 0)
        for place, other in enumerate(near if at else [None, *near])
    )


def without_page_numbers(text: str, rows: Sequence[Found]) -> list[Found]:
    """The rows of a table with a row a line, less numbers alone in their line behind a full row or a heading."""
    printed = [row for row in rows if row.tokens]
    inline = sum("\n" not in text[row.end : row.tokens[0].end] for row in printed)
    if inline * 5 < len(printed) * 4:
        return list(rows)
    return [
        row._replace(tokens=row.tokens[:-1])
        if row.tokens and (len(row.tokens) > 1 or not row.unit) and _is_page_number(text, row)
        else row
        for row in rows
    ]


def _is_page_number(text: str, row: Found) -> bool:
    last = row.tokens[-1]
    begin, stop = text.rfind("\n", 0, last.start) + 1, text.find("\n", last.end)
    alone = text[begin : stop if stop != -1 else len(text)].strip() == last.text
    return alone and last.text.isdecimal() and len(last.text) <= 3 and begin > row.end
