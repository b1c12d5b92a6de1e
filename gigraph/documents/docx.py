"""Word files (docx, ECMA-376 part 1, 17): paragraphs and tables in order, as the document reads when all changes count.

Deleted and hidden words are left out, inserted ones are text; a text box stands behind its paragraph. Numbers that Word
counts itself are not in the file and so not in the text.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from gigraph.documents.draft import Cell, Draft, TextWriter, one_line
from gigraph.documents.package import open_package, parse_xml, unpack
from gigraph.errors import ReadError

_MAIN = "word/document.xml"
_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Words that a change took away, codes of fields, what stands twice for old programs.
_UNREAD = frozenset({"del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rPr", "pPr", "sectPr"})
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "", "softHyphen": ""}
_DEEP = 40  # tables in tables


def read_docx(data: bytes, where: str) -> Draft:
    """The draft of a Word file. Raises ReadError: E-CORRUPT, E-ENCRYPTED, E-DTD, E-DEPTH, E-ZIP-…, E-TABLE-LIMIT."""
    with open_package(data) as package:
        root = parse_xml(unpack(package, _MAIN))
    body = next((child for child in root if _name(child) == "body"), None)
    if body is None:
        raise ReadError("E-CORRUPT", "it has no text part", where=where, hint="Save it again")
    writer = TextWriter()
    _blocks(body, writer, 0)
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    tables = tuple(writer.tables)
    return Draft(writer.text, tables, media_type=media_type, warnings=tuple(sorted(writer.warnings)))


def _name(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _get(element: _Element | None, name: str = "val") -> str | None:
    if element is None:
        return None
    return next((value for space in _SPACES if (value := element.get(space + name)) is not None), None)


def _child(element: _Element | None, *path: str) -> _Element | None:
    for name in path:
        if element is None:
            return None
        element = next((child for child in element if _name(child) == name), None)
    return element


def _blocks(parent: _Element, writer: TextWriter, depth: int) -> None:
    """The paragraphs and tables in an element, also within content controls and insertions."""
    if depth > _DEEP:
        raise ReadError("E-DEPTH", "its tables are nested too deeply to be read")
    for child in parent:
        name = _name(child)
        if name == "p":
            _paragraph(child, writer, depth)
        elif name == "tbl":
            _table(child, writer, depth)
        elif name not in _UNREAD and name not in ("tblPr", "tblGrid", "tcPr", "trPr"):
            _blocks(child, writer, depth + 1)


def _paragraph(paragraph: _Element, writer: TextWriter, depth: int) -> None:
    boxes: list[_Element] = []
    text = "".join(_runs(paragraph, boxes))
    for line in text.split("\n"):
        if line.strip():
            writer.line(line)
    for box in boxes:
        _blocks(box, writer, depth + 1)


def _runs(parent: _Element, boxes: list[_Element]) -> Iterator[str]:
    """The characters of an element in order; text boxes in it are put aside."""
    stack = [parent]
    while stack:
        element = stack.pop()
        name = _name(element)
        if name == "t":
            yield element.text or ""
        elif name == "txbxContent":
            boxes.append(element)
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name not in _UNREAD and not (name == "r" and _is_hidden(element)) and name != "rt":
            stack.extend(reversed(element))


def _is_hidden(run: _Element) -> bool:
    hidden = _child(run, "rPr", "vanish")
    return hidden is not None and _get(hidden) not in ("0", "false", "off")


def _table(table: _Element, writer: TextWriter, depth: int) -> None:
    rows = [_row(row) for row in _within(table, "tr") if _child(row, "trPr", "del") is None]
    if any(_is_page(cell) for row in rows for cell in row):
        for place in (cell for row in rows for cell in row):
            _blocks(place, writer, depth + 1)
        return
    merged = _merged(rows)
    if max((sum(cell.columns for cell in row) for row in merged), default=0) > 1:
        writer.table(merged)
    else:
        for cell in (cell for row in merged for cell in row):
            writer.line(cell.text)


def _within(parent: _Element, name: str) -> list[_Element]:
    """The children of that name, also within content controls and insertions."""
    found = []
    for child in parent:
        if _name(child) == name:
            found.append(child)
        elif _name(child) in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
            found += _within(child, name)
    return found


def _row(row: _Element) -> list[_Element]:
    return _within(row, "tc")


def _is_page(cell: _Element) -> bool:
    """Whether a cell holds a table, or text as long as a page has it: then the table places things."""
    return next(cell.iter(*(space + "tbl" for space in _SPACES)), None) is not None or len(_flat(cell)) > 300


def _flat(cell: _Element) -> str:
    boxes: list[_Element] = []
    lines = ["".join(_runs(paragraph, boxes)) for paragraph in _within(cell, "p")]
    lines += ["".join(_runs(paragraph, boxes)) for box in boxes for paragraph in _within(box, "p")]
    return one_line("\n".join(lines))


def _merged(rows: list[list[_Element]]) -> list[list[Cell]]:
    """The rows with the cells that go on from the row above (vMerge) made one with it."""
    found: list[list[Cell | None]] = []
    above: dict[int, tuple[int, int]] = {}  # column: row and index of the cell that may go on
    for number, row in enumerate(rows):
        cells: list[Cell | None] = []
        column = 0
        for element in row:
            span = re.fullmatch(r"\d{1,3}", _get(_child(element, "tcPr", "gridSpan")) or "")
            columns = max(1, int(span.group())) if span else 1
            merge = _child(element, "tcPr", "vMerge")
            if merge is not None and _get(merge) != "restart" and column in above:
                top, index = above[column]
                cell = found[top][index]
                assert cell is not None
                found[top][index] = Cell(cell.text, cell.columns, number - top + 1)
                cells.append(None)
            else:
                if merge is not None:
                    above[column] = (number, len(cells))
                else:
                    above.pop(column, None)
                cells.append(Cell(_flat(element), columns))
            column += columns
        found.append(cells)
    return [[cell for cell in row if cell is not None] for row in found]
