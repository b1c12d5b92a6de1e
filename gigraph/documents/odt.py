"""OpenDocument texts (ISO/IEC 26300): paragraphs and tables in order, without deleted words and notes of authors."""

from collections.abc import Iterator

from lxml.etree import _Element

from gigraph.documents.draft import Cell, Draft, TextWriter, one_line
from gigraph.documents.package import name_of, named, open_package, parse_xml, unpack
from gigraph.errors import ReadError

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = "META-INF/manifest.xml"
_UNREAD = frozenset({"tracked-changes", "annotation", "forms", "sequence-decls", "variable-decls", "ruby-text"})
_GROUPS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_DEEP = 40
_LONGEST_CELL = 300


def read_odt(data: bytes, where: str) -> Draft:
    """The draft of an OpenDocument text. Raises ReadError: E-CORRUPT, E-ENCRYPTED, E-DTD, E-DEPTH, E-ZIP-…."""
    with open_package(data) as package:
        manifest = unpack(package, _MANIFEST) if _MANIFEST in package.namelist() else b""
        if b"encryption-data" in manifest:
            raise ReadError("E-ENCRYPTED", "it needs a password", where=where, hint="Save it without a password")
        root = parse_xml(unpack(package, "content.xml"))
    writer = TextWriter()
    for body in named(root, "body"):
        _blocks(body, writer, 0)
    warnings = tuple(sorted(writer.warnings))
    return Draft(writer.text, tuple(writer.tables), media_type=_MEDIA_TYPE, warnings=warnings)


def _blocks(parent: _Element, writer: TextWriter, depth: int) -> None:
    if depth > _DEEP:
        raise ReadError("E-DEPTH", "its parts are nested too deeply to be read")
    for child in parent:
        name = name_of(child)
        if name in ("p", "h"):
            for line in _text(child).split("\n"):
                if line.strip():
                    writer.line(line)
        elif name == "table":
            _table(child, writer, depth)
        elif name and name not in _UNREAD:
            _blocks(child, writer, depth + 1)


def _text(element: _Element) -> str:
    """The words of a paragraph: spaces, tabs and line breaks are elements."""
    parts = [element.text or ""]
    for child in element:
        name = name_of(child)
        if name in ("s", "tab"):
            parts.append(" ")
        elif name == "line-break":
            parts.append("\n")
        elif name and name not in _UNREAD and name != "note":
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _table(table: _Element, writer: TextWriter, depth: int) -> None:
    rows = [[cell for cell in row if name_of(cell) == "table-cell"] for row in _rows(table)]
    places = any(name_of(one) == "table" for row in rows for cell in row for one in cell.iter())
    found = [[_cell(cell) for cell in row] for row in rows]
    if places or any(len(cell.text) > _LONGEST_CELL for row in found for cell in row):
        for cell in (cell for row in rows for cell in row):
            _blocks(cell, writer, depth + 1)
    else:
        writer.table(found)


def _rows(parent: _Element) -> Iterator[_Element]:
    """The rows of a table in order, those of groups and heads too, but not those of tables in its cells."""
    for child in parent:
        if name_of(child) == "table-row":
            yield child
        elif name_of(child) in _GROUPS:
            yield from _rows(child)


def _cell(cell: _Element) -> Cell:
    lines = "\n".join(_text(child) for child in cell if name_of(child) in ("p", "h"))
    return Cell(one_line(lines), _number(cell, "number-columns-spanned"), _number(cell, "number-rows-spanned"))


def _number(cell: _Element, name: str) -> int:
    value = next((value for key, value in cell.attrib.items() if str(key).endswith("}" + name)), "1")
    return int(value) if str(value).isdecimal() and len(value) < 5 else 1
