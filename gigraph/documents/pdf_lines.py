"""Where the lines of a PDF's page stand, and which of their ends are those of the page and not of a paragraph.

A PDF has no paragraphs. A line goes on in the next one where it nearly reaches the right edge of the text and the next
one begins at the left edge; a title broken over lines has them in its middle, in larger letters than the text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, NamedTuple

from gigraph.documents.draft import WIDE
from gigraph.documents.needs import library
from gigraph.text.fold import fold
from gigraph.text.lines import starts_block

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points from the lower left corner
_COUNT = re.compile(r"[0-9０-９]{1,4}")
_EDGE = 2  # lines at the head and at the foot of a page
_HEIGHT = 3.0  # points by which the height of a running title may differ from page to page
_TERMINAL = frozenset("。！？；：!?;:")
_TITLE = re.compile(r"(?:报告|年报|总结|情况)(?:\([^()]{1,20}\))?$")
_NO_TITLE = re.compile(r"\(|\d{4}年\d{1,2}月\d{1,2}日|[^\u4e00-\u9fff]{0,9}$")  # a line below a title, no part of it
_LETTERS = 4  # Chinese letters of a line whose size is asked
_SHORTEST = 20  # letters that a line of running text has room for
_FULL = 0.85  # of the text's width, from which a line is full
_CLOSE = 2.7  # letters from a line to the next one
_LARGER = 1.12  # a title's letters, by those of the text
_TITLE_LINES, _FRONT, _LONGEST = 4, 15, 90


class Line(NamedTuple):
    """A printed line: its words, its edges, the top of its letters, their size; as the page is shown."""

    words: str
    left: float
    right: float
    top: float
    size: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A page as it is shown: the lower left corner of its sheet, its size as shown, how far it is turned (0, 90 …)."""

    left: float
    bottom: float
    width: float
    height: float
    turn: int

    @classmethod
    def of(cls, page: Any) -> "Frame":
        """The frame of a page of PDFium."""
        left, bottom, right, top = page.get_mediabox()
        turn = page.get_rotation() % 360
        across, up = right - left, top - bottom
        return cls(left, bottom, *((up, across) if turn in (90, 270) else (across, up)), turn)

    def on_sheet(self, box: Box) -> Box:
        """A place as shown, in the coordinates of the sheet.

        >>> Frame(0, 0, 800, 600, 90).on_sheet((0, 590, 800, 600))
        (0, 0, 10, 800)
        """
        left, bottom, right, top = box
        wide, high = self.width, self.height
        if self.turn == 90:
            left, bottom, right, top = high - top, left, high - bottom, right
        elif self.turn == 180:
            left, bottom, right, top = wide - right, high - top, wide - left, high - bottom
        elif self.turn == 270:
            left, bottom, right, top = bottom, wide - right, top, wide - left
        return left + self.left, bottom + self.bottom, right + self.left, top + self.bottom

    def shown(self, box: Box) -> Box:
        """A place on the sheet, as it is shown."""
        left, bottom, right, top = (
            box[0] - self.left, box[1] - self.bottom, box[2] - self.left, box[3] - self.bottom
        )  # fmt: skip
        wide, high = self.width, self.height
        if self.turn == 90:
            return bottom, high - right, top, high - left
        if self.turn == 180:
            return wide - right, high - top, wide - left, high - bottom
        return (wide - top, left, wide - bottom, right) if self.turn == 270 else (left, bottom, right, top)


def lines_of(words: Any, frame: Frame) -> list[Line]:
    """The lines of a page's text in its order, those without a place left out. words: PDFium's text of the page.

    A Chinese letter is as wide as it is large; of a line without any the height counts.
    """
    text: str = words.get_text_range()
    found, start = [], 0
    for line in text.split("\n"):
        bare = line.strip()
        first = start + len(line) - len(line.lstrip())
        start += len(line) + 1
        if not bare:
            continue
        wide = [first + one.start() for one in islice(WIDE.finditer(bare), _LETTERS)]
        boxes = [_box(words, text, at, frame) for at in (first, first + len(bare) - 1, *(wide or [first]))]
        if None not in boxes:
            begin, end, *letters = (box for box in boxes if box)
            size = max(box[2] - box[0] if wide else box[3] - box[1] for box in letters)
            found.append(Line(bare, begin[0], end[2], max(box[3] for box in letters), max(size, 1.0)))
    return found


def _box(words: Any, text: str, at: int, frame: Frame) -> Box | None:
    """The place of a letter; None where the page's list of letters is another than its text."""
    pdfium = library("pypdfium2", "pdf", "PDF")
    index = pdfium.raw.FPDFText_GetCharIndexFromTextIndex(words, at)
    if index < 0 or pdfium.raw.FPDFText_GetUnicode(words, index) != ord(text[at]):
        return None
    try:
        return frame.shown(words.get_charbox(index, loose=True))
    except pdfium.PdfiumError:
        return None


def stand_alike(words: str, top: float, others: str, other: float) -> bool:
    """Whether lines of two pages stand at one height and have the same words, but for what counts up.

    >>> stand_alike("第1页", 30.0, "第2页", 31.0), stand_alike("单位：件", 700.0, "单位：件", 300.0)
    (True, False)
    """
    return abs(top - other) <= _HEIGHT and _COUNT.sub("#", words) == _COUNT.sub("#", others)


def own_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without those that the page before or after has too, at its edge or at the same height."""
    heights = [{(_COUNT.sub("#", line.words), round(line.top / _HEIGHT)) for line in lines} for lines in pages]
    edges = [{_COUNT.sub("#", line.words) for line in (*lines[:_EDGE], *lines[-_EDGE:])} for lines in pages]
    found: list[list[Line]] = []
    for number, lines in enumerate(pages):
        near = [at for at in (number - 1, number + 1) if 0 <= at < len(pages)]
        found.append([])
        for place, line in enumerate(lines):
            words, height = _COUNT.sub("#", line.words), round(line.top / _HEIGHT)
            is_edge = not _EDGE <= place < len(lines) - _EDGE
            alike = any((words, height + step) in heights[at] for at in near for step in (-1, 0, 1))
            if not alike and not (is_edge and any(words in edges[at] for at in near)):
                found[-1].append(line)
    return found


def wraps_of(lines: Sequence[Line], frame: Frame) -> frozenset[tuple[str, str]]:
    """The lines of a page that go on in the next one, each with that one, by their words."""
    found = {(one.words, other.words) for one, other in pairwise(lines) if goes_on(one, other, lines, lines)}
    for run in _titles(lines[:_FRONT], _size(lines), frame):
        found |= {(one.words, other.words) for one, other in pairwise(run)}
    return frozenset(found)


def goes_on(line: Line, following: Line, on_page: Sequence[Line], on_next: Sequence[Line]) -> bool:
    """Whether a line's sentence goes on in another one. on_page, on_next: the lines of the pages of both."""
    if not _alike(line, following) or line.words[-1] in _TERMINAL or starts_block(fold(following.words[:12]), 0):
        return False
    if all(char.isascii() and char.isalpha() for char in (line.words[-1], following.words[0])):
        return False  # two words
    if on_page is on_next and not 0.5 * line.size < line.top - following.top <= _CLOSE * line.size:
        return False
    left, right = _edges(on_page, line)
    first, _ = _edges(on_next, following)
    is_full = right - left >= _SHORTEST * line.size and line.right - left >= _FULL * (right - left)
    return is_full and line.left <= left + 4.5 * line.size and following.left <= first + 0.6 * following.size


def _alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.08 * one.size


def _edges(lines: Sequence[Line], line: Line) -> tuple[float, float]:
    """Between which edges the lines of a page stand that have letters of one size."""
    like = [one for one in lines if _alike(one, line)]
    return min(one.left for one in like), max(one.right for one in like)


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
