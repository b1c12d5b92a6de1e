"""The text that tables are read from: folded, its junk blanked, with the way back to the document."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from gigraph.extractors.forms.cell_lines import with_bars
from gigraph.extractors.forms.plain_grids import with_grid_bars
from gigraph.extractors.forms.rulings import with_drawn_bars, without_page_lines, without_running_heads
from gigraph.models import Document, Role, Span, Table
from gigraph.text.fold import fold, simplify
from gigraph.text.runs import Runs

_HAN = re.compile(r"[\u3007\u3400-\u9fff]")
_NOT_HAN = re.compile(r"([^\u3007\u3400-\u9fff]{1,999})")
_APART = "\x00"  # between the contents of cells; no document has it
_LABEL = 4  # characters of what is a label and no cell's content (无, 不适用)
_AMOUNT = re.compile(r"[\d,.]{1,20} ?[\u3400-\u9fff]{0,2}(?: ?\([^()]{1,20}\))?")  # 21 件, 3(网络2件)
_UNSEEN = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
# A page's number on a line of its own, or between dashes; the break before the line is what a search goes by.
_PAGE = re.compile(
    r"\n {0,40}(?:[-—–·•~]{1,2} {0,3}\d{1,3} {0,3}[-—–·•~]{1,2}|第 ?\d{1,3} ?页.{0,12}|\d{1,3} ?/ ?\d{1,3})"
    r" {0,40}(?=\n|\Z)"
)
# A number alone in its line between two rows with bars, or between two cells where a bar ends each line.
_BARE_PAGE = re.compile(
    r"(?<=[\d|\u4e00-\u9fff])\n {0,9}\d{1,3} {0,9}(?=\n[^\n|]{0,60}[\u4e00-\u9fff][^\n|]{0,60}\|[^\n]{0,200}\d)"
    r"|(?<=[^ \n|]\|)\n[ \n]{0,90}\d{1,3} {0,9}(?=\n[^\n|]{1,120}\|(?:\n|\Z))"
)


@dataclass(frozen=True)
class Sheet:
    """Text with `|` between known cells; piece i begins at `starts[i]`, in the document at `sources[i]`.

    ends: where the pieces end in the document; one that is longer than that was put together (a row of two pages).
    """

    text: str
    starts: tuple[int, ...] = (0,)
    sources: tuple[int, ...] = (0,)
    ends: tuple[int, ...] = ()

    @cached_property
    def chinese(self) -> Runs:
        """The Chinese characters, by which labels are found."""
        return Runs(self.text, _NOT_HAN)

    @property
    def han(self) -> str:
        """The Chinese characters alone."""
        return self.chinese.chars

    def span(self, start: int, end: int) -> Span:
        """The document's span of the characters start..end."""
        sources, starts = self.sources, self.starts
        if len(starts) == 1:
            shift = sources[0] - starts[0]
            return Span(start + shift, end + shift)
        first, last = self._source(start), self._source(end - 1)
        return Span(min(first, last), max(first, last) + 1)  # a cell that spans rows stands before them

    def _source(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset) - 1
        place = self.sources[piece] + offset - self.starts[piece]
        return min(place, max(self.ends[piece], self.sources[piece])) if self.ends else place


def without_repeats(sheet: Sheet) -> Sheet:
    """A sheet in which a label that fills several cells of its line, as it was copied from a spanning one, stands once.

    Where the reader tells which cells span, two cells with the same words are two.

    >>> without_repeats(Sheet("行政复议 | 行政复议 | 行政诉讼\\n0 | 0 | 1")).text
    '行政复议        | 行政诉讼\\n0 | 0 | 1'
    """
    if len(sheet.starts) > 1:
        return sheet
    lines = sheet.text.splitlines(keepends=True)
    text = "".join([_line_without_repeats(line) if "|" in line else line for line in lines])
    return sheet if text == sheet.text else Sheet(text, sheet.starts, sheet.sources, sheet.ends)


def _line_without_repeats(line: str) -> str:
    cells = line.split("|")
    if len(cells) < 3:
        return line
    pieces = [cells[0]]
    before = cells[0].strip()
    for cell in cells[1:]:
        label = cell.strip()
        if label == before and len(label) >= _LABEL and _HAN.search(label) and not _AMOUNT.fullmatch(label):
            pieces.append(re.sub(r"[^\n]", " ", " " + cell))
        else:
            pieces.append("|" + cell)
        before = label
    return "".join(pieces)


def sheets(document: Document) -> tuple[Sheet, ...]:
    """The sheets of a document: its text, and one for each table whose cells its reader knows."""
    text = with_drawn_bars(_UNSEEN.sub(" ", fold(document.text)))
    if "\t" in document.text and "|" not in text:
        text = _with_bars(text, document.text)
    text = without_running_heads(text)
    for table in document.tables:
        text = _blank(text, table.span.start, table.span.end)
    for block in document.blocks:
        if block.role is Role.JUNK:
            text = _blank(text, block.span.start, block.span.end)
    text = _PAGE.sub(lambda match: "\n" + " " * (len(match.group()) - 1), "\n" + text)[1:]
    if "|" in text:
        text = without_page_lines(_BARE_PAGE.sub(lambda match: "\n" + " " * (len(match.group()) - 1), text))
    text = with_grid_bars(with_bars(text))
    return (Sheet(text), *(_table_sheet(table) for table in document.tables))


def _with_bars(text: str, source: str) -> str:
    """A folded text with a bar where a tab stands in its source; the two are of the same length."""
    ends = list(accumulate([len(cell) + 1 for cell in source.split("\t")], initial=0))
    return "|".join([text[start : end - 1] for start, end in pairwise(ends)])


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def _table_sheet(table: Table) -> Sheet:
    """A table as rows of cells; a cell that spans several places stands once."""
    pieces: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    ends: list[int] = []
    length, line, before = 0, -1, None
    cells = sorted(table.cells, key=lambda cell: cell[:2])
    # The script is that of the table: few of its labels have a character that is certainly traditional.
    contents = simplify(_APART.join([content for _, _, content, _ in cells])).split(_APART)
    for (row, _column, _, span), content in zip(cells, contents, strict=True):
        if row != line:
            pieces.append("\n")
            length, line, before = length + 1, row, None
        if span == before:
            continue
        before = span
        starts.append(length)
        sources.append(span.start)
        ends.append(span.end)
        piece = fold(content).replace("|", " ") + "|"
        pieces.append(piece)
        length += len(piece)
    return Sheet("".join(pieces), tuple(starts) or (0,), tuple(sources) or (table.span.start,), tuple(ends))
