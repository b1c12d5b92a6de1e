"""Which ends of a PDF's printed lines are those of the page and not of a paragraph.

A PDF has no paragraphs. A line goes on in the next one where it nearly reaches the right edge of the text and the next
one begins at the left edge; a title broken over lines has them in its middle, in larger letters than the text.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from gigraph.documents.pdf_lines import Frame, Line
from gigraph.text.fold import fold
from gigraph.text.lines import starts_block

_TERMINAL = frozenset("。！？；：!?;:")
_TITLE = re.compile(r"(?:报告|年报|总结|情况)(?:\([^()]{1,20}\))?$")
_NO_TITLE = re.compile(r"\(|\d{4}年\d{1,2}月\d{1,2}日|[^\u4e00-\u9fff]{0,9}$")  # a line below a title, no part of it
_SHORTEST = 20  # letters that a line of running text has room for
_FULL = 0.85  # of the text's width, from which a line is full
_CLOSE = 2.7  # letters from a line to the next one
_LARGER = 1.12  # a title's letters, by those of the text
_TITLE_LINES, _FRONT, _LONGEST = 4, 15, 90


class Edged(NamedTuple):
    """A line, and the edges between which the lines of its page stand that have letters of its size."""

    line: Line
    left: float
    right: float


def edged(lines: Sequence[Line]) -> list[Edged]:
    """The lines of a page, in their order, with the edges of each.

    >>> lines = Line("甲", 60, 90, 700, 10), Line("乙", 50, 80, 680, 10.1), Line("丙", 9, 99, 660, 18)
    >>> [(one.left, one.right) for one in edged(lines)]
    [(50, 90), (50, 90), (9, 99)]
    """
    order = sorted(lines, key=lambda line: line.size)
    alike = list(_alike_in(order))
    lefts = _least([line.left for line in order], alike)
    rights = _least([-line.right for line in order], alike)
    edges = {line: (left, -right) for line, left, right in zip(order, lefts, rights, strict=True)}
    return [Edged(line, *edges[line]) for line in lines]


def _alike_in(order: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Of each line of an order by size: from where up to where in it the letters are alike."""
    first = stop = 0
    for at, line in enumerate(order):
        while not _alike(order[first], line):
            first += 1
        while stop < len(order) and (stop <= at or _alike(order[stop], line)):
            stop += 1
        yield first, stop


def _least(values: Sequence[float], windows: Sequence[tuple[int, int]]) -> Iterator[float]:
    """The least value in each window; both ends of the windows only go ahead, so that each value is seen once."""
    kept: deque[int] = deque()  # places of the values that have none behind them that is less
    ahead = 0
    for first, stop in windows:
        for at in range(ahead, stop):
            while kept and values[kept[-1]] >= values[at]:
                kept.pop()
            kept.append(at)
        ahead = stop
        while kept[0] < first:
            kept.popleft()
        yield values[kept[0]]


def wraps_of(lines: Sequence[Edged], frame: Frame) -> frozenset[tuple[Line, Line]]:
    """The lines of a page that go on in the next one, each with that one: of equal words each by its own place."""
    found = {(one.line, other.line) for one, other in pairwise(lines) if goes_on(one, other)}
    printed = [one.line for one in lines]
    for run in _titles(printed[:_FRONT], _size(printed), frame):
        found |= set(pairwise(run))
    return frozenset(found)


def goes_on(one: Edged, other: Edged, *, over_pages: bool = False) -> bool:
    """Whether a line's sentence goes on in another one. over_pages: the other one stands on the next page."""
    line, following = one.line, other.line
    if not _alike(line, following) or line.words[-1] in _TERMINAL or starts_block(fold(following.words[:12]), 0):
        return False
    if all(char.isascii() and char.isalpha() for char in (line.words[-1], following.words[0])):
        return False  # two words
    if not over_pages and not 0.5 * line.size < line.top - following.top <= _CLOSE * line.size:
        return False
    width = one.right - one.left
    is_full = width >= _SHORTEST * line.size and line.right - one.left >= _FULL * width
    is_in = following.left <= other.left + 0.6 * following.size
    return is_full and line.left <= one.left + 4.5 * line.size and is_in


def _alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.08 * one.size


def _size(lines: Sequence[Line]) -> float:
    """The size of the letters that a page has most of."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.words)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _titles(lines: Sequence[Line], usual: float, frame: Frame) -> Iterator[list[Line]]:
    """The lines of titles that are broken over several."""
    for at in range(len(lines)):
        run = [lines[at]]
        for line in islice(lines, at + 1, at + _TITLE_LINES):
            last, words = run[-1], "".join(one.words for one in run)
            if last.size < _LARGER * usual or not _is_below(line, last, frame) or _TITLE.search(fold(words)):
                break
            run.append(line)
            joined = fold(words + line.words)
            if _TITLE.search(joined) and len(joined) <= _LONGEST:
                yield run
                return


def _is_below(line: Line, above: Line, frame: Frame) -> bool:
    """Whether a line stands below another in the middle of the page, in the same letters."""
    middle, upper = (line.left + line.right) / 2, (above.left + above.right) / 2
    near = 0.5 * above.size < above.top - line.top <= _CLOSE * above.size
    centred = abs(middle - upper) <= above.size and abs(middle - frame.width / 2) <= 0.15 * frame.width
    ends = above.words[-1] in _TERMINAL or _NO_TITLE.match(fold(line.words)) is not None
    return near and centred and _alike(line, above) and not ends
