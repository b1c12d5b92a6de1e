"""PDF: text by PDFium in the order of the page; where a page has ruling lines, its tables by pdfplumber.

A page's tables stand in the text where they stand on the page; one that goes on over pages is one table. Lines that
the page's width broke are one, also over pages; a page that is a picture is told.
"""

import io
import re
from collections import defaultdict, deque
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from gigraph.documents.draft import Draft
from gigraph.documents.encodings import reads_as_chinese
from gigraph.documents.needs import library
from gigraph.documents.pdf_joining import Running, fits, whole_tables
from gigraph.documents.pdf_limits import check_streams
from gigraph.documents.pdf_lines import Box, Frame, Line, lines_of
from gigraph.documents.pdf_pages import is_picture
from gigraph.documents.pdf_tables import Ruled, tables_of
from gigraph.documents.pdf_writing import Page, Printed, junk_of, written_of
from gigraph.errors import ReadError

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
_SCANNED = 10  # characters a page, below which the pages are pictures
_RULING = 6  # drawn lines and boxes from which a page may have a table
_PATH = 2  # PDFium's number for an object that is drawn
_REASON = re.compile(r"PDFium: ([^()]{1,80}?) error")
_PASSWORD = 4  # PDFium's error
_FAR = 20_000.0  # points: beyond any page


@dataclass(slots=True)
class _Read:
    """The pages that were read, and what is to be told of them."""

    pages: list[Page] = field(default_factory=list)
    warnings: set[str] = field(default_factory=set)
    length: int = 0


def read_pdf(data: bytes, where: str) -> Draft:
    """The draft of a PDF.

    A page that is damaged is left out (W-PDF-PAGE), one that is a picture too (W-PDF-PICTURE), tables that cannot be
    read stay lines (W-PDF-TABLE). Raises ReadError: E-NEEDS, E-ENCRYPTED (one whose password is empty is read),
    E-CORRUPT, E-PDF-LIMIT (too many pages or characters, or streams that unpack to too much), E-SCANNED (pictures of
    pages), E-TABLE-LIMIT.
    """
    check_streams(data, where)
    document = _open(data, where)
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            raise ReadError("E-PDF-LIMIT", f"it has {pages:,} pages, more than {MOST_PAGES:,}", where=where)
        if not pages:
            raise ReadError("E-CORRUPT", "it has no pages", where=where, hint="Save it again")
        read = _Read()
        for number in range(pages):
            _read_page(document, number, data, read)
            if read.length > MOST_CHARACTERS:
                raise ReadError("E-PDF-LIMIT", f"it has more than {MOST_CHARACTERS:,} characters", where=where)
    finally:
        document.close()
    return _draft(read, pages, where)


def _draft(read: _Read, pages: int, where: str) -> Draft:
    """The draft of what was read. Raises ReadError E-CORRUPT, E-SCANNED where that is nothing."""
    written = written_of(read.pages)
    text = written.writer.text
    warnings = read.warnings | written.writer.warnings
    if not text and "W-PDF-PAGE" in warnings:
        raise ReadError("E-CORRUPT", "its pages are damaged", where=where, hint="Save or fetch it again")
    if sum(not char.isspace() for char in text) < _SCANNED * pages:
        what = f"its {pages} page{'s' if pages > 1 else ''} are pictures without text"
        raise ReadError("E-SCANNED", what, where=where, hint="Read it with a program for character recognition first")
    warnings |= set() if reads_as_chinese(text) else {"W-PDF-MOJIBAKE"}
    running = Running(written.shown)
    return Draft(
        text, tuple(whole_tables(written.parts, running)), media_type="application/pdf",
        warnings=tuple(sorted(warnings)), junk=tuple(junk_of(written, running)),
    )  # fmt: skip


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


def _read_page(document: Any, number: int, data: bytes, read: _Read) -> None:
    pdfium = library("pypdfium2", "pdf", "PDF")
    try:
        page = document[number]
        words = page.get_textpage()
    except pdfium.PdfiumError:
        read.warnings.add("W-PDF-PAGE")
        read.pages.append(Page(Frame(0, 0, 0, 0, 0), []))
        return
    try:
        frame = Frame.of(page)
        found = Page(frame, lines_of(words, frame))
        ruled = _tables(data, number, read) if _is_ruled(page) else []
        top = _FAR
        for table in _with_rest(ruled, read.pages):
            found.says += [_words(words, (-_FAR, table.box[3], _FAR, top), found), table]
            top = table.box[1]
        found.says.append(_words(words, (-_FAR, -_FAR, _FAR, top) if ruled else None, found))
        size = sum(len(one.words) for part in found.says if isinstance(part, list) for one in part)
        if size < _SCANNED and len(found.says) == 1 and is_picture(page, frame):
            read.warnings.add("W-PDF-PICTURE")
        read.length += size
        read.pages.append(found)
    finally:
        words.close()
        page.close()


def _with_rest(ruled: list[Ruled], pages: list[Page]) -> list[Ruled]:
    """The tables of a page, less frames of one row; the first may go on with the table of the page before."""
    says = pages[-1].says if pages else []
    last = next((part for part in reversed(says) if isinstance(part, Ruled)), None)
    goes_on = last is not None and ruled and fits(ruled[0].lines, last.lines)
    return [table for at, table in enumerate(ruled) if len(table.rows) > 1 or (goes_on and at == 0)]


def _tables(data: bytes, number: int, read: _Read) -> list[Ruled]:
    try:
        return tables_of(io.BytesIO(data), number)
    except (ReadError, MemoryError):
        raise
    except Exception:  # the library raises whatever a damaged page makes it stumble over
        read.warnings.add("W-PDF-TABLE")
        return []


def _is_ruled(page: Any) -> bool:
    drawn = page.get_objects(filter=[_PATH], max_depth=4)
    return sum(1 for _ in islice(drawn, _RULING)) >= _RULING


def _words(words: Any, box: Box | None, page: Page) -> list[Printed]:
    """The lines of a page, or of a part of it. Of a part of a page that is turned PDFium tells no lines."""
    if box and page.frame.turn and page.lines:
        within = (line for line in page.lines if box[1] <= line.top - line.size / 2 < box[3])
        return [Printed(line.words, line) for line in within]
    found: str = words.get_text_range() if box is None else words.get_text_bounded(*page.frame.on_sheet(box))
    found = found.replace("\r\n", "\n").replace("\ufffe", "")
    places: dict[str, deque[Line]] = defaultdict(deque)  # of equal words each has its own
    for line in page.lines:
        if box is None or (line.top > box[1] and line.top - line.size < box[3]):
            places[line.words].append(line)
    said = (line.strip() for line in found.split("\n"))
    return [Printed(line, places[line].popleft() if places[line] else None) for line in said if line]
