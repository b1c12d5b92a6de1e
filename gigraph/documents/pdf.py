"""PDF: text by PDFium in the order of the page; where a page has ruling lines, its tables by pdfplumber.

A page's tables stand in the text where they stand on the page; one that goes on over pages is one table.
"""

import io
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from gigraph.documents.draft import PAGE_NUMBER, Draft, TextWriter, one_line
from gigraph.documents.encodings import reads_as_chinese
from gigraph.documents.needs import library
from gigraph.documents.pdf_limits import check_streams
from gigraph.documents.pdf_pages import running_titles
from gigraph.documents.pdf_tables import Box, Ruled, places_of, tables_of
from gigraph.errors import ReadError
from gigraph.models import Span, Table

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
_SCANNED = 10  # characters a page, below which the pages are pictures
_RULING = 6  # drawn lines and boxes from which a page may have a table
_PATH = 2  # PDFium's number for an object that is drawn
_REASON = re.compile(r"PDFium: ([^()]{1,80}?) error")
_FIGURES = re.compile(r"[-—–/ ]+|[+\-]?\d[\d,]*(?:\.\d+)?(?: \d+)*[\u4e00-\u9fff]{0,2}")
_NUMBERED = re.compile(r"[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|第[一二三四五六七八九十]{1,3}|其中")
_PASSWORD = 4  # PDFium's error


@dataclass(slots=True)
class _Running:
    """Tables so far, and whether the last one may go on: nothing but a page's number has followed."""

    writer: TextWriter = field(default_factory=TextWriter)
    tables: list[Table] = field(default_factory=list)
    columns: tuple[float, ...] = ()  # the lines between those of the last table
    is_open: bool = False
    lines: list[list[Span]] = field(default_factory=list)  # of each page, without page numbers


def read_pdf(data: bytes, where: str) -> Draft:
    """The draft of a PDF.

    A page that is damaged is left out (W-PDF-PAGE), tables that cannot be read stay lines (W-PDF-TABLE). Raises
    ReadError: E-NEEDS, E-ENCRYPTED (one whose password is empty is read), E-CORRUPT, E-PDF-LIMIT (too many pages or
    characters, or streams that unpack to too much), E-SCANNED (pictures of pages), E-TABLE-LIMIT.
    """
    check_streams(data, where)
    document = _open(data, where)
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            raise ReadError("E-PDF-LIMIT", f"it has {pages:,} pages, more than {MOST_PAGES:,}", where=where)
        if not pages:
            raise ReadError("E-CORRUPT", "it has no pages", where=where, hint="Save it again")
        running = _Running()
        for number in range(pages):
            _read_page(document, number, data, running)
            if running.writer.length > MOST_CHARACTERS:
                raise ReadError("E-PDF-LIMIT", f"it has more than {MOST_CHARACTERS:,} characters", where=where)
    finally:
        document.close()
    text = running.writer.text
    if not text and "W-PDF-PAGE" in running.writer.warnings:
        raise ReadError("E-CORRUPT", "its pages are damaged", where=where, hint="Save or fetch it again")
    if sum(not char.isspace() for char in text) < _SCANNED * pages:
        what = f"its {pages} page{'s' if pages > 1 else ''} are pictures without text"
        raise ReadError("E-SCANNED", what, where=where, hint="Read it with a program for character recognition first")
    warnings = {*running.writer.warnings, *(() if reads_as_chinese(text) else ("W-PDF-MOJIBAKE",))}
    titles = tuple(running_titles(text, running.lines))
    return Draft(
        text, tuple(running.tables), media_type="application/pdf", warnings=tuple(sorted(warnings)), junk=titles
    )


def _open(data: bytes, where: str) -> Any:
    pdfium = library("pypdfium2", "pdf", "PDF")
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            hint = "Save it without a password"
            raise ReadError("E-ENCRYPTED", "it needs a password", where=where, hint=hint) from error
        reason = _REASON.search(str(error))
        what = f"the PDF is damaged{f' ({reason[1].lower()})' if reason else ''}"
        raise ReadError("E-CORRUPT", what, where=where, hint="Save or fetch it again") from error


def _read_page(document: Any, number: int, data: bytes, running: _Running) -> None:
    pdfium = library("pypdfium2", "pdf", "PDF")
    try:
        page = document[number]
        words = page.get_textpage()
    except pdfium.PdfiumError:
        running.writer.warnings.add("W-PDF-PAGE")
        return
    running.lines.append([])
    try:
        width, height = page.get_size()
        ruled = _tables(data, number, running) if _is_ruled(page) else []
        top = height
        for table in _with_rest(ruled, running):
            _text(words, (0, table.box[3], width, top), running)
            _table(table, running)
            top = table.box[1]
        _text(words, (0, 0, width, top) if ruled else None, running)
    finally:
        words.close()
        page.close()


def _with_rest(ruled: list[Ruled], running: _Running) -> list[Ruled]:
    """The tables of a page, less frames of one row; the first may go on with the table of the page before."""
    goes_on = running.is_open and ruled and _fits(ruled[0].lines, running.columns)
    return [table for at, table in enumerate(ruled) if len(table.rows) > 1 or (goes_on and at == 0)]


def _tables(data: bytes, number: int, running: _Running) -> list[Ruled]:
    try:
        return tables_of(io.BytesIO(data), number)
    except (ReadError, MemoryError):
        raise
    except Exception:  # the library raises whatever a damaged page makes it stumble over
        running.writer.warnings.add("W-PDF-TABLE")
        return []


def _is_ruled(page: Any) -> bool:
    drawn = page.get_objects(filter=[_PATH], max_depth=4)
    return sum(1 for _ in islice(drawn, _RULING)) >= _RULING


def _text(words: Any, box: Box | None, running: _Running) -> None:
    found: str = words.get_text_range() if box is None else words.get_text_bounded(*box)
    found = found.replace("\r\n", "\n").replace("\ufffe", "").strip("\n")
    for line in found.split("\n"):
        if line.strip():
            place = running.writer.line(line)
            is_number = PAGE_NUMBER.fullmatch(line) is not None
            running.is_open = running.is_open and (is_number or _is_running_title(line, running))
            if place and not is_number:
                running.lines[-1].append(place)


def _is_running_title(line: str, running: _Running) -> bool:
    """Whether a line stands at the head of this page and of the one before."""
    if len(running.lines) < 2 or running.lines[-1] or not running.lines[-2]:
        return False
    head = running.lines[-2][0]
    return running.writer.since(head.start)[: head.end - head.start].strip() == line.strip()


def _table(ruled: Ruled, running: _Running) -> None:
    table = running.writer.table(ruled.rows)
    if table is None:
        return
    columns = ruled.lines
    if running.is_open and _fits(columns, running.columns):
        first, columns = running.tables.pop(), max(columns, running.columns, key=len)
        first, table = (
            _widened(one, lines, columns) for one, lines in ((first, running.columns), (table, ruled.lines))
        )
        table = _continued(first, table)
    running.tables.append(table)
    running.columns, running.is_open = columns, True


def _fits(lines: tuple[float, ...], others: tuple[float, ...]) -> bool:
    """Whether two pages have the columns of one table; one may part what is one cell in the other."""
    few, many = sorted((lines, others), key=len)
    return bool(few and places_of(few, many))


def _widened(table: Table, lines: tuple[float, ...], columns: tuple[float, ...]) -> Table:
    """The table with each cell in all columns that it covers."""
    if len(lines) == len(columns):
        return table
    places = places_of(lines, columns)
    cells = (
        (row, wide, text, span)
        for row, column, text, span in table.cells
        if column + 1 < len(places)
        for wide in range(places[column], places[column + 1])
    )
    return Table(table.span, tuple(cells))


def _continued(first: Table, second: Table) -> Table:
    """The table of two pages; the row that the page's end breaks is one, its cells' texts joined.

    The head that the second page prints anew before such a row is left out.
    """
    above, below = _rows(first), _rows(second)
    head = next((at for at, row in enumerate(below) if at >= len(above) or row != above[at]), 0)
    broken = head < len(below) and _is_rest(above[-1], below[head])
    last, shift = len(above) - 1, len(above)
    gone = head + 1 if broken else 0
    whole = _wholes(first, second, last, head) if broken else {}
    cells = [(row, column, whole.get((column, span), text), span) for row, column, text, span in first.cells]
    cells += [
        (row + shift - gone, column, whole.get((column, span), text), span)
        for row, column, text, span in second.cells
        if row >= gone
    ]
    return Table(Span(first.span.start, second.span.end), tuple(cells))


def _wholes(first: Table, second: Table, last: int, rest: int) -> dict[tuple[int, Span], str]:
    """The joined texts of a broken row's cells, by column and by the span of either piece: cells may span more rows."""
    above = {column: (text, span) for row, column, text, span in first.cells if row == last}
    below = {column: (text, span) for row, column, text, span in second.cells if row == rest}
    whole: dict[tuple[int, Span], str] = {}
    for column, (text, span) in below.items():
        if text.strip():
            joined = one_line(f"{above[column][0]}\n{text}")
            whole |= {(column, above[column][1]): joined, (column, span): joined}
    return whole


def _rows(table: Table) -> list[dict[int, str]]:
    """The texts of a table's rows by column."""
    rows: list[dict[int, str]] = [{} for _ in range(1 + max(row for row, _, _, _ in table.cells))]
    for row, column, text, _ in table.cells:
        rows[row][column] = text
    return rows


def _is_rest(last: dict[int, str], rest: dict[int, str]) -> bool:
    """Whether the first row of a page is the end of the row before it.

    It has no figures, nothing beside the figures of that row, and a piece of a label that begins as none does.
    """
    if last.keys() != rest.keys() or (len(set(rest.values())) == 1 and any(rest.values())):
        return False
    told = [column for column, text in rest.items() if text.strip()]
    if any(_FIGURES.fullmatch(last[column]) or _FIGURES.fullmatch(rest[column]) for column in told):
        return False
    return not told or any(last[column] and not _NUMBERED.match(rest[column]) for column in told)
