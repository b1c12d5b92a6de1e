"""Tables of the annual report with a cell in each line and an empty line for an empty cell: bars between the cells."""

import re
from typing import NamedTuple

_CELL = re.compile(r" {0,9}(?:[+\-−]?[\d,.]{1,20} ?(?:万?元)?|[-—–/\\]{1,4}|无|空)? {0,9}")
_APPLICANTS = 7  # columns of section three
_FEWEST, _EMPTY = 15, 3  # rows of as many cells, and how many of them have an empty one
_MOST = 15  # cells of section four's row
_HEAD = re.compile(
    r"信息内容((?:\n[^\d\n]{4,14}){1,3}(?=\n[^\d\n]{2,20}\n))"
)  # columns of section two, a row's label behind them
_FIRST = re.compile(r"第 ?二 ?十 ?条 ?第|信息内容|申请人情况")


class _Run(NamedTuple):
    """The lines of cells behind a line that is none: where it begins, where each line ends, whether one is empty."""

    start: int
    ends: tuple[int, ...]
    empty: bool
    filled: bool


def with_bars(text: str) -> str:
    """The text with bars for the line breaks around cells, of the same length; as it is where no table is so laid out.

    All rows of section three must have their seven lines: then an empty line is a cell, and no gap between paragraphs.
    """
    if "|" in text or text.count("\n\n") < _EMPTY or not (first := _FIRST.search(text)):
        return text
    runs = [run for run in _runs(text) if run.start > first.start()]
    rows = [at for at, run in enumerate(runs) if len(run.ends) == _APPLICANTS]
    if len(rows) < _FEWEST or sum(runs[at].empty for at in rows) < _EMPTY:
        return text
    if any(len(run.ends) != _APPLICANTS and run.filled for run in runs[rows[0] : rows[-1]]):
        return text
    breaks = {at for run in runs if run.filled and len(run.ends) <= _MOST for at in _breaks(run)}
    heads = (match.span(1) for match in _HEAD.finditer(text, first.start()))
    breaks |= {at for start, end in heads for at in range(start, end) if text[at] == "\n"}
    return "".join(["|" if at in breaks else char for at, char in enumerate(text)])


def _runs(text: str) -> list[_Run]:
    runs: list[_Run] = []
    ends: list[int] = []
    start, position, empty, filled = 0, 0, False, False
    for line in text.split("\n"):
        stop = position + len(line)
        if _CELL.fullmatch(line):
            ends.append(stop)
            empty, filled = empty or not line.strip(), filled or bool(line.strip())
        else:
            if ends:
                runs.append(_Run(start, tuple(ends), empty, filled))
            start, ends, empty, filled = stop, [], False, False
        position = stop + 1
    return runs


def _breaks(run: _Run) -> tuple[int, ...]:
    """The line breaks between a label and its cells; the row of section four has its label in another line."""
    return run.ends[:-1] if len(run.ends) == _MOST else (run.start, *run.ends[:-1])
