"""Tables of a web page: which hold data and which only place things on the page, and their cells."""

import re
from collections.abc import Callable, Sequence

from lxml.etree import _Element

from gigraph.documents.draft import Cell
from gigraph.documents.html_rules import is_hidden, is_page_label

_LONGEST_CELL = 300
_SENTENCES = 2
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_NUMBER = re.compile(r"\d{1,4}")
_PAGE_LABELS = 2  # cells by which a table is the page's metadata


def rows_of(table: _Element, text_of: Callable[[_Element], str]) -> list[list[Cell]] | None:
    """The rows of a table of data; None where the table places things on the page, and is to be read through."""
    if table.get("role") == "presentation" or any(inner is not table for inner in table.iter("table")):
        return None
    rows = [[child for child in row if child.tag in ("td", "th") and not is_hidden(child)] for row in _rows(table)]
    if max(map(len, rows), default=0) < 2:
        return None
    found = []
    for row in rows:
        found.append([Cell(text_of(cell), _number(cell, "colspan"), _number(cell, "rowspan")) for cell in row])
        if any(len(cell.text) > _LONGEST_CELL or cell.text.count("。") > _SENTENCES for cell in found[-1]):
            return None
    return found


def is_grid(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows are a table of the report: more than one row and column, and not the metadata of the page."""
    cells = [cell for row in rows for cell in row]
    wide = max(sum(cell.columns for cell in row) for row in rows)
    return len(rows) > 1 and wide > 1 and sum(is_page_label(cell.text) for cell in cells) < _PAGE_LABELS


def _rows(table: _Element) -> list[_Element]:
    rows: list[_Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in _GROUPS and not is_hidden(child):
            rows += [row for row in child if row.tag == "tr"]
    return [row for row in rows if not is_hidden(row)]


def _number(cell: _Element, name: str) -> int:
    match = _NUMBER.match((cell.get(name) or "").strip())
    return max(1, int(match.group())) if match else 1
