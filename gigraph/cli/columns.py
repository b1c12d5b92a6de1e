"""Plain tables whose columns line up with Chinese in them: a Han character is two cells wide (UAX 11)."""

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

_GAP = "  "
_MARK = "…"
_LINES = 3  # of one cell, at most


def width(text: str) -> int:
    """How many cells of a terminal a text takes.

    >>> width("第492号"), width("abc")
    (7, 3)
    """
    return sum(_cells(char) for char in text)


def clip(text: str, limit: int) -> str:
    """A text cut to a number of cells, with … where something was cut off.

    >>> clip("政府信息公开条例", 9)
    '政府信息…'
    """
    if width(text) <= limit:
        return text
    taken, room = [], limit - 1
    for char in text:
        room -= _cells(char)
        if room < 0:
            break
        taken.append(char)
    return "".join(taken) + _MARK


def fold(text: str, limit: int) -> list[str]:
    """A text as lines of at most a number of cells, three of them; what is left after these is cut.

    >>> fold("政府信息公开条例", 6)
    ['政府信', '息公开', '条例']
    >>> fold("another text under the same title", 12)
    ['another text', 'under the', 'same title']
    """
    lines: list[str] = []
    while width(text) > limit and len(lines) < _LINES - 1:
        taken, room = 0, limit
        while taken < len(text) and (room := room - _cells(text[taken])) >= 0:
            taken += 1
        taken = _break(text, max(taken, 1))
        lines.append(text[:taken].rstrip(" "))
        text = text[taken:].lstrip(" ")
    return [*lines, clip(text, limit)]


def _break(text: str, taken: int) -> int:
    """Where a line of at most so many characters ends: not inside a word, if one of its marks is not far."""
    inside = taken < len(text) and all(char.isascii() and char.isalnum() for char in text[taken - 1 : taken + 1])
    near = max(text.rfind(mark, taken // 2, taken) for mark in " ,-/|") if inside else -1
    return near + 1 if near > 0 else taken


def clean(text: str) -> str:
    """A text without what would steer a terminal or break a line: control and direction marks become spaces."""
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs") else char for char in text)


def lay_out(header: Sequence[str], rows: Sequence[Sequence[str]], room: int | None) -> list[str]:
    """The lines of a table. `room` is the terminal's width in cells: long cells go over several lines; None folds none.

    Numbers stand to the right.
    """
    cells = [[clean(cell) for cell in row] for row in [header, *rows]]
    right = [bool(rows) and all(_is_number(row[i]) for row in cells[1:] if row[i]) for i in range(len(header))]
    widths = [max(width(row[i]) for row in cells) for i in range(len(header))]
    if room is not None:
        widths = _fit(widths, room - len(_GAP) * (len(widths) - 1))
    head, *body = [_lines(row, widths, right) for row in cells]
    return [*head, _GAP.join("-" * size for size in widths), *(line for lines in body for line in lines)]


def _fit(widths: list[int], room: int) -> list[int]:
    """Takes cells from the widest column, and again, until the row fits; no column falls below eight.

    >>> _fit([4, 60, 70], 64)
    [4, 30, 30]
    """
    widths = list(widths)
    while sum(widths) > room and max(widths) > 8:
        widest = max(range(len(widths)), key=lambda i: (widths[i], i))
        others = [size for i, size in enumerate(widths) if i != widest]
        floor = max(max((size for size in others if size <= widths[widest]), default=8), 8)
        widths[widest] = max(widths[widest] - (sum(widths) - room), min(floor, widths[widest] - 1), 8)
    return widths


def _lines(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    folded = [fold(cell, size) for cell, size in zip(row, widths, strict=True)]
    return [
        _GAP.join(_pad(*part) for part in zip(cells, widths, right, strict=True)).rstrip()
        for cells in zip_longest(*folded, fillvalue="")
    ]


def _pad(cell: str, size: int, numeric: bool) -> str:
    space = " " * (size - width(cell))
    return space + cell if numeric else cell + space


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit() and text.isascii()


def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
