"""Where the lines of a PDF's page stand as it is shown, and which of them are its own and no running titles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from gigraph.documents.draft import WIDE
from gigraph.documents.needs import library

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points from the lower left corner
_COUNT = re.compile(r"[0-9０-９]{1,4}")
_EDGE = 2  # lines at the head and at the foot of a page
HEIGHT = 3.0  # points by which the height of a running title may differ from page to page
_LETTERS = 4  # Chinese letters of a line whose size is asked


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


def but_for_counts(words: str) -> str:
    """A line's words without what counts up from page to page.

    >>> but_for_counts("第12页")
    '第#页'
    """
    return _COUNT.sub("#", words)


def own_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without those that the page before or after has too, at its edge or at the same height."""
    heights = [{(but_for_counts(line.words), round(line.top / HEIGHT)) for line in lines} for lines in pages]
    edges = [{but_for_counts(line.words) for line in (*lines[:_EDGE], *lines[-_EDGE:])} for lines in pages]
    found: list[list[Line]] = []
    for number, lines in enumerate(pages):
        near = [at for at in (number - 1, number + 1) if 0 <= at < len(pages)]
        found.append([])
        for place, line in enumerate(lines):
            words, height = but_for_counts(line.words), round(line.top / HEIGHT)
            is_edge = not _EDGE <= place < len(lines) - _EDGE
            alike = any((words, height + step) in heights[at] for at in near for step in (-1, 0, 1))
            if not alike and not (is_edge and any(words in edges[at] for at in near)):
                found[-1].append(line)
    return found
