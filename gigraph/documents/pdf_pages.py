"""What stands on every printed page anew: titles at its head and foot, apart from the page's number."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from gigraph.documents.draft import Range
from gigraph.models import Span

_EDGE = 2  # lines at the head and at the foot of a page
_FEWEST = 3  # pages that have the line
_LONGEST = 60  # characters of it
_FIGURES = re.compile(r"[0-9０-９]{1,4}")


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
