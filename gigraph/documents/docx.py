"""Word files (docx, ECMA-376 part 1, 17): paragraphs and tables in order, as the document reads when all changes count.

Deleted and hidden words are left out, inserted ones are text; a text box stands behind its paragraph, the numbers that
Word counts itself before theirs, notes at the end. Headers and footers are the page's and not the report's.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from gigraph.documents.docx_numbers import Numbers
from gigraph.documents.docx_parts import SPACES, child, children, get, part, surroundings
from gigraph.documents.draft import PAGE_NUMBER, Cell, Draft, Range, TextWriter, one_line
from gigraph.documents.package import name_of, open_package, parse_xml, unpack
from gigraph.errors import ReadError

_MAIN = "word/document.xml"
# Words that a change took away, codes of fields, what stands twice for old programs.
_UNREAD = frozenset({"del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rPr", "pPr", "sectPr"})
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "", "softHyphen": ""}
_DEEP = 40  # tables in tables
_PICTURES = frozenset({"drawing", "pict", "object"})


def read_docx(data: bytes, where: str) -> Draft:
    """The draft of a Word file.

    Raises ReadError: E-CORRUPT, E-ENCRYPTED, E-DTD, E-DEPTH, E-ZIP-…, E-TABLE-LIMIT, E-SCANNED (pictures alone).
    """
    with open_package(data) as package:
        root = parse_xml(unpack(package, _MAIN))
        body = child(root, "body")
        if body is None:
            raise ReadError("E-CORRUPT", "it has no text part", where=where, hint="Save it again")
        numbers = Numbers(part(package, "word/numbering.xml"), part(package, "word/styles.xml"))
        headers, footers = (list(surroundings(package, root, kind)) for kind in ("header", "footer"))
        notes = list(_notes(root, part(package, "word/footnotes.xml"), "footnote"))
        notes += _notes(root, part(package, "word/endnotes.xml"), "endnote")
    writer = TextWriter()
    if numbers:
        _write_numbers(body, numbers)
    aside = [_aside(headers, writer)]
    tables = len(writer.tables)
    for element in (body, *notes):
        _blocks(element, writer, 0)
    found = tuple(writer.tables[tables:])
    aside.append(_aside(footers, writer))
    if not writer.text and any(name_of(element) in _PICTURES for element in body.iter()):
        hint = "Read it with a program for character recognition first"
        raise ReadError("E-SCANNED", "it has pictures and no text", where=where, hint=hint)
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return Draft(
        writer.text, found, tuple(filter(None, aside)), media_type=media_type, warnings=tuple(sorted(writer.warnings))
    )


def _aside(parts: list[_Element], writer: TextWriter) -> Range | None:
    """Writes headers or footers, what stands in several of them once; their place."""
    apart = TextWriter()
    for element in parts:
        _blocks(element, apart, 0)
    writer.end_line()
    start = writer.length
    for line in dict.fromkeys(apart.text.split("\n")):
        if line and not PAGE_NUMBER.fullmatch(line):
            writer.line(line)
    return (start, writer.length) if writer.length > start else None


def _notes(root: _Element, notes: _Element | None, kind: str) -> Iterator[_Element]:
    """The notes that a text refers to, in its order."""
    if notes is None:
        return
    by_number = {get(note, "id"): note for note in children(notes, kind)}
    for reference in root.iter(*(f"{space}{kind}Reference" for space in SPACES)):
        if (note := by_number.pop(get(reference, "id"), None)) is not None:
            yield note


def _write_numbers(body: _Element, numbers: Numbers) -> None:
    """Puts the number that Word shows before a paragraph into it, as words; one without words is left so in prose."""
    for paragraph in _paragraphs(body):
        if label := numbers.label(paragraph):
            space = str(paragraph.tag).removesuffix("p")
            run = paragraph.makeelement(f"{space}r")
            etree.SubElement(run, f"{space}t").text = label
            parent = paragraph.getparent()
            if (parent is not None and name_of(parent) == "tc") or "".join(_runs(paragraph, [])).strip():
                properties = child(paragraph, "pPr")
                paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, run)


def _paragraphs(body: _Element) -> list[_Element]:
    """The paragraphs of a text in its order; what stands twice for old programs once, and none that a change took."""
    found = []
    stack = [body]
    while stack:
        element = stack.pop()
        name = name_of(element)
        if name == "p" and not _is_deleted(element):
            found.append(element)
        if name not in _UNREAD:
            stack.extend(reversed(element))
    return found


def _is_deleted(paragraph: _Element) -> bool:
    """Whether a change took away a paragraph's end, and with it all of its words."""
    gone = child(paragraph, "pPr", "rPr", "del") is not None
    return gone and not "".join(_runs(paragraph, []))


def _blocks(parent: _Element, writer: TextWriter, depth: int) -> None:
    """The paragraphs and tables in an element, also within content controls and insertions."""
    if depth > _DEEP:
        raise ReadError("E-DEPTH", "its tables are nested too deeply to be read")
    for element in parent:
        name = name_of(element)
        if name == "p":
            _paragraph(element, writer, depth)
        elif name == "tbl":
            _table(element, writer, depth)
        elif name not in _UNREAD and name not in ("tblPr", "tblGrid", "tcPr", "trPr"):
            _blocks(element, writer, depth + 1)


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
        name = name_of(element)
        if name == "t":
            yield element.text or ""
        elif name == "txbxContent":
            boxes.append(element)
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name not in _UNREAD and not (name == "r" and _is_hidden(element)) and name != "rt":
            stack.extend(reversed(element))


def _is_hidden(run: _Element) -> bool:
    hidden = child(run, "rPr", "vanish")
    return hidden is not None and get(hidden) not in ("0", "false", "off")


def _table(table: _Element, writer: TextWriter, depth: int) -> None:
    rows = [_within(row, "tc") for row in _within(table, "tr") if child(row, "trPr", "del") is None]
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
    for element in parent:
        if name_of(element) == name:
            found.append(element)
        elif name_of(element) in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
            found += _within(element, name)
    return found


def _is_page(cell: _Element) -> bool:
    """Whether a cell holds a table, or text as long as a page has it: then the table places things."""
    return next(cell.iter(*(space + "tbl" for space in SPACES)), None) is not None or len(_flat(cell)) > 300


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
            span = re.fullmatch(r"\d{1,3}", get(child(element, "tcPr", "gridSpan")) or "")
            columns = max(1, int(span.group())) if span else 1
            merge = child(element, "tcPr", "vMerge")
            if merge is not None and get(merge) != "restart" and column in above:
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
