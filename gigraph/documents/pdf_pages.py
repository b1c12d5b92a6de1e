"""What stands on every printed page anew, apart from its number: titles at its head and foot; and pages of pictures."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from gigraph.documents.draft import Range
from gigraph.documents.pdf_lines import Frame
from gigraph.models import Span

_EDGE = 2  # lines at the head and at the foot of a page
_FEWEST = 3  # pages that have the line
_LONGEST = 60  # characters of it
_FIGURES = re.compile(r"[0-9０-９]{1,4}")
_PATH, _IMAGE = 2, 3  # PDFium's numbers for objects that are drawn and for pictures
_MOST_OBJECTS, _LETTERS = 1_000, 200  # that are looked at; drawn ones from which a page may show letters


def running_titles(text: str, pages: Sequence[Sequence[Span]]) -> Iterator[Range]:
    """The lines, with their ends, that stand at the edge of three pages or more, and of half of all pages.

    pages: the lines of each page, in their order. Numbers in a line may count up (第3页). Where such a line stands
    for the first time at a page's head it stays: it may be the title of the report.

    >>> text = "年度报告\\n甲\\n年度报告\\n乙\\n年度报告\\n丙\\n"
    >>> lines = [Span(match.start(), match.end()) for match in re.finditer(".+", text)]
    >>> list(running_titles(text, [lines[0:2], lines[2:4], lines[4:6]]))
    [(7, 12), (14, 19)]
    """
    places: dict[str, dict[int, Span]] = defaultdict(dict)
    for number, lines in enumerate(pages):
        for line in dict.fromkeys([*lines[:_EDGE], *lines[-_EDGE:]]):
            words = _FIGURES.sub("#", "".join(line.of(text).split()))
            if 0 < len(words) <= _LONGEST and "。" not in words and "|" not in words:
                places[words].setdefault(number, line)
    for found in places.values():
        if len(found) >= _FEWEST and len(found) * 2 >= len(pages):
            first = min(found)
            at_foot = len(pages[first]) > 2 * _EDGE and found[first] in pages[first][-_EDGE:]
            for number in sorted(found):
                if number > first or at_foot:
                    line = found[number]
                    yield line.start, line.end + (text[line.end : line.end + 1] == "\n")


def is_picture(page: Any, frame: Frame) -> bool:
    """Whether a page that has no text shows some all the same: as a picture, or as letters that are drawn."""
    pictures = (one.get_bounds() for one in islice(page.get_objects(filter=[_IMAGE], max_depth=4), _MOST_OBJECTS))
    shown = sum(abs((right - left) * (top - bottom)) for left, bottom, right, top in pictures)
    if shown * 5 >= frame.width * frame.height:
        return True
    drawn = islice(page.get_objects(filter=[_PATH], max_depth=4), _MOST_OBJECTS)
    return sum(1 for _ in drawn) >= _LETTERS
