"""OFD (GB/T 33190-2016), the fixed layout of Chinese agencies: a package of XML, whose text objects stand at places.

Text is read page by page, from the top down and from left to right; tables are drawn lines and stay lines of text.
"""

import re
import zipfile
from collections.abc import Iterator
from operator import itemgetter
from posixpath import dirname, join, normpath

from lxml.etree import _Element

from gigraph.documents.draft import Draft, TextWriter
from gigraph.documents.package import named, open_package, parse_xml, unpack
from gigraph.errors import ReadError

MOST_PAGES = 2_000
_SCANNED = 10  # characters a page, below which the pages are pictures
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{0,9})?")
Piece = tuple[float, float, float, str]  # top, left, size in millimetres, text


def read_ofd(data: bytes, where: str) -> Draft:
    """The draft of an OFD file.

    Raises ReadError: E-CORRUPT, E-SCANNED (pictures of pages), E-PDF-LIMIT (too many pages), E-DTD, E-DEPTH, E-ZIP-….
    """
    writer = TextWriter()
    with open_package(data) as package:
        pages = list(_pages(package))
        if len(pages) > MOST_PAGES:
            raise ReadError("E-PDF-LIMIT", f"it has {len(pages):,} pages, more than {MOST_PAGES:,}", where=where)
        for page in pages:
            for line in _lines(sorted(_pieces(parse_xml(unpack(package, page))))):
                writer.line(line)
    if sum(not char.isspace() for char in writer.text) < _SCANNED * len(pages):
        what = f"its {len(pages)} page{'s' if len(pages) > 1 else ''} are pictures without text"
        raise ReadError("E-SCANNED", what, where=where, hint="Read it with a program for character recognition first")
    return Draft(writer.text, media_type="application/ofd", warnings=tuple(sorted(writer.warnings)))


def _pages(package: zipfile.ZipFile) -> Iterator[str]:
    """The entries of the pages, document by document."""
    for root in named(parse_xml(unpack(package, "OFD.xml")), "DocRoot"):
        document = _entry("", root.text or "")
        for page in named(parse_xml(unpack(package, document)), "Page"):
            if location := page.get("BaseLoc"):
                yield _entry(dirname(document), location)


def _entry(folder: str, location: str) -> str:
    """The name of the entry that a location names, from the package's root (/) or from a folder."""
    location = location.strip()
    return normpath(location.lstrip("/") if location.startswith("/") else join(folder, location))


def _pieces(page: _Element) -> Iterator[Piece]:
    for text in named(page, "TextObject"):
        left, top = [*_numbers(text.get("Boundary")), 0.0, 0.0][:2]
        size = (_numbers(text.get("Size")) or [4.0])[0]
        for code in named(text, "TextCode"):
            x, y = ((_numbers(code.get(name)) or [0.0])[0] for name in ("X", "Y"))
            if code.text and code.text.strip():
                yield top + y, left + x, size, code.text.strip("\n")


def _lines(pieces: list[Piece]) -> Iterator[str]:
    """Pieces that stand at one height as one line; between those far apart a space."""
    line: list[Piece] = []
    for piece in pieces:
        if line and piece[0] - line[0][0] > 0.5 * line[0][2]:
            yield _joined(line)
            line = []
        line.append(piece)
    if line:
        yield _joined(line)


def _joined(line: list[Piece]) -> str:
    text, end = "", 0.0
    for _, left, size, words in sorted(line, key=itemgetter(1)):
        text += " " if text and left - end > size else ""
        text += words
        end = left + size * sum(1.0 if char > "\u2e80" else 0.5 for char in words)
    return text


def _numbers(value: str | None) -> list[float]:
    return [float(number) for number in _NUMBER.findall(value or "")[:4]]
