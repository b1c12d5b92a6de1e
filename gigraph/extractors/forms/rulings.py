"""Lines and bars that are no cells: frames drawn with characters, and the report's title that each page prints anew."""

import re
from itertools import pairwise

_BARS, _RULES = "│┃║┆┇┊┋", "─━═┄┅┈┉┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬"
_DRAWN = re.compile(f"[{_BARS}{_RULES}]")
_TO_BARS = str.maketrans(_BARS, "|" * len(_BARS))
_RULING = re.compile(rf"[{_RULES}| ]{{1,999}}")
_TITLE = re.compile(r"[^\n|。;]{0,60}(?:年度报告|年报|信息公开报告)[ ]{0,9}")
_NUMBER = re.compile(r"[-—– ]{0,4}\d{1,3}[-—– ]{0,4}")
_BARE, _CELLS = re.compile(r" {0,9}\d{1,3} {0,9}"), 40  # a page's number; lines that end with a bar, of a table's cells
_FEWEST, _FURTHEST = 2, 2  # heads that tell a page's number, lines from one to its number


def with_drawn_bars(text: str) -> str:
    """The text with bars for upright lines of a drawn frame, and its level ones blank; of the same length.

    >>> with_drawn_bars("├──┼──┤\\n│规章│0│")
    '       \\n|规章|0|'
    """
    if not _DRAWN.search(text):
        return text
    lines = text.translate(_TO_BARS).split("\n")
    return "\n".join([" " * len(line) if _RULING.fullmatch(line) and line.strip(" |") else line for line in lines])


def without_running_heads(text: str) -> str:
    """The text less the lines that are a report's title, and the page's number beside one that comes on each page.

    >>> without_running_heads("某局年度报告\\n规章\\n某局年度报告\\n2\\n0\\n某局年度报告\\n3\\n5").split()
    ['规章', '0', '5']
    """
    lines = text.split("\n")
    heads: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if _TITLE.fullmatch(line):
            heads.setdefault("".join(line.split()), []).append(at)
    if not heads:
        return text
    for at in [at for places in heads.values() for at in places]:
        lines[at] = " " * len(lines[at])
    for places in heads.values():
        for at in _beside(lines, places) or _beside(lines, places[1:]):  # the first may be the title itself
            lines[at] = " " * len(lines[at])
    return "\n".join(lines)


def _beside(lines: list[str], heads: list[int]) -> list[int]:
    """The lines of pages' numbers: next to all heads on the same side, counting on from one to the next."""
    if len(heads) < _FEWEST:
        return []
    for step in (1, -1):
        found = [number for at in heads if (number := _next(lines, at, step)) is not None]
        numbers = [int("".join(filter(str.isdecimal, lines[at]))) for at in found]
        counting = all(other - one == 1 for one, other in pairwise(numbers))
        if len(found) == len(heads) and counting and 0 not in numbers:
            return found
    return []


def _next(lines: list[str], at: int, step: int) -> int | None:
    """The line next to another, over empty ones, if a page's number fills it."""
    for other in range(at + step, at + step * (_FURTHEST + 1), step):
        if 0 <= other < len(lines) and lines[other].strip():
            return other if _NUMBER.fullmatch(lines[other]) else None
    return None


def without_page_lines(text: str) -> str:
    """The text less the numbers alone in a line without bars, between rows with bars or cells that end with one.

    >>> without_page_lines("|规章|||463|\\n7\\n|行政规范性文件||||").split("\\n")
    ['|规章|||463|', ' ', '|行政规范性文件||||']
    """
    lines = text.split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip()]
    bare = {at for at in filled if _BARE.fullmatch(lines[at])}
    if not bare:
        return text
    ended = sum(line.count("|") == 1 and line.rstrip().endswith("|") and line.strip() != "|" for line in lines)
    by_cells = ended >= _CELLS and len(bare) * 5 <= ended
    for before, at, behind in zip(filled, filled[1:], filled[2:], strict=False):
        rows = min(lines[before].count("|"), lines[behind].count("|")) > 1
        cells = by_cells and lines[before].rstrip().endswith("|") and lines[behind].rstrip().endswith("|")
        if at in bare and (rows or cells):
            lines[at] = " " * len(lines[at])
    return "\n".join(lines)
