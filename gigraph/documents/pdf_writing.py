"""The text that the pages of a PDF say: printed lines to paragraphs, tables to rows; and what only the pages have."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from gigraph.documents.draft import PAGE_NUMBER, Range, TextWriter
from gigraph.documents.pdf_joining import Part, Running, Shown
from gigraph.documents.pdf_lines import Frame, Line, own_lines
from gigraph.documents.pdf_pages import running_titles
from gigraph.documents.pdf_tables import Ruled
from gigraph.documents.pdf_wraps import Edged, edged, goes_on, wraps_of
from gigraph.models import Span


class Printed(NamedTuple):
    """What a line of a page says, and the line itself; None where its place is not known."""

    words: str
    line: Line | None


@dataclass(slots=True)
class Page:
    """A page as it is shown, its printed lines with their places, and what it says: lines of text, and tables."""

    frame: Frame
    lines: list[Line]
    says: list[list[Printed] | Ruled] = field(default_factory=list)


@dataclass(slots=True)
class Written:
    """The text in the making: tables as parts, the lines of each page that are in none, those since the last table.

    own: the lines of each page that are no running titles.
    """

    own: list[list[Edged]]
    writer: TextWriter = field(default_factory=TextWriter)
    parts: list[Part] = field(default_factory=list)
    shown: list[list[Shown]] = field(default_factory=list)
    between: list[tuple[int, Shown]] = field(default_factory=list)  # with their pages


def written_of(pages: Sequence[Page]) -> Written:
    """The text of the pages: the lines that a page's width broke are one, tables are rows."""
    written = Written([edged(lines) for lines in own_lines([page.lines for page in pages])])
    for number, page in enumerate(pages):
        written.shown.append([])
        wraps = wraps_of(written.own[number], page.frame)
        for part in page.says:
            if isinstance(part, Ruled):
                _write_table(part, number, written)
                continue
            for lines in _paragraphs(part, wraps):
                words, first = "".join(one.words for one in lines), lines[0].line
                if place := written.writer.line(words):
                    shown = Shown(place, words, first.top if first else None, len(lines))
                    written.shown[-1].append(shown)
                    written.between.append((number, shown))
    return written


def _paragraphs(lines: Sequence[Printed], wraps: frozenset[tuple[Line, Line]]) -> Iterator[list[Printed]]:
    """The lines, those that go on in the next one with that."""
    found: list[Printed] = []
    for one in lines:
        if found and (found[-1].line, one.line) not in wraps:
            yield found
            found = []
        found.append(one)
    if found:
        yield found


def _write_table(ruled: Ruled, number: int, written: Written) -> None:
    table = written.writer.table(ruled.rows)
    if table is None:
        return
    last = written.parts[-1] if written.parts else None
    before = tuple(written.between) if last and last.page == number - 1 else None
    written.parts.append(Part(table, number, ruled.lines, before))
    written.between.clear()


def junk_of(written: Written, running: Running) -> list[Range]:
    """What is the pages' and not the text's: running titles, and what stands between the halves of a sentence."""
    apart = [[line for line in lines if not PAGE_NUMBER.fullmatch(line.words)] for lines in written.shown]
    return [*running_titles(written.writer.text, [_from_above(lines) for lines in apart]), *_broken(written, running)]


def _from_above(lines: list[Shown]) -> list[Span]:
    """The places of a page's printed lines from above, if their heights are known: a foot may be written first."""
    ordered = lines
    if all(line.top is not None for line in lines):
        ordered = sorted(lines, key=lambda line: -(line.top or 0.0))
    return [line.span for line in ordered for _ in range(line.printed)]


def _broken(written: Written, running: Running) -> Iterator[Range]:
    """What stands between the halves of the sentences that a page's end breaks: line ends, numbers, running titles."""
    tables = [part.table.span.start for part in written.parts]
    for number, (lines, following) in enumerate(pairwise(written.own)):
        above = _outermost(reversed(written.shown[number]), number, running)
        below = _outermost(written.shown[number + 1], number + 1, running)
        if above is None or below is None:
            continue
        last = next((one for one in reversed(lines) if above.words.endswith(one.line.words)), None)
        first = next((one for one in following if below.words.startswith(one.line.words)), None)
        end, start = above.span.end, below.span.start
        is_next = end < start and not any(end <= table < start for table in tables)
        if last and first and is_next and goes_on(last, first, over_pages=True):
            yield end, start


def _outermost(lines: Iterable[Shown], page: int, running: Running) -> Shown | None:
    """The first of a page's lines from one of its ends that belongs to the text."""
    return next((line for line in lines if not running.has(line, page)), None)
