"""Spreadsheets (xlsx, xls, ods) by calamine: each sheet's rows in order; rows with one cell alone are lines of text."""

import io
import re
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

from gigraph.documents.draft import MOST_CELLS, Cell, Draft, TextWriter, one_line
from gigraph.documents.needs import library
from gigraph.documents.package import entries, open_package
from gigraph.errors import ReadError

_MOST_COLUMNS = 500
_SHORT = 60  # characters
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,9})"')
Merged = dict[tuple[int, int], tuple[int, int]]  # first place of merged cells: how many rows and columns


def read_spreadsheet(data: bytes, where: str) -> Draft:
    """The draft of a spreadsheet. Raises ReadError: E-NEEDS, E-CORRUPT, E-ENCRYPTED, E-ZIP-…, E-TABLE-LIMIT."""
    calamine = library("python_calamine", "office", "spreadsheets")
    if data.startswith(b"PK"):
        _check(data)
    writer = TextWriter()
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        for name in book.sheet_names:
            _sheet(book.get_sheet_by_name(name), writer)
    except calamine.PasswordError as error:
        hint = "Save it without a password"
        raise ReadError("E-ENCRYPTED", "it needs a password", where=where, hint=hint) from error
    except (calamine.CalamineError, ValueError) as error:
        raise ReadError("E-CORRUPT", f"the spreadsheet is damaged ({error})", where=where) from error
    tables, warnings = tuple(writer.tables), tuple(sorted(writer.warnings))
    return Draft(writer.text, tables, media_type="application/vnd.ms-excel", warnings=warnings)


def _check(data: bytes) -> None:
    """Raises ReadError for a package that would cost the library, which believes every place of a cell, the process."""
    with open_package(data) as package:
        for name, part in entries(package):
            if not name.startswith("xl/worksheets/"):
                continue
            places = [(len(letters), letters, int(number)) for letters, number in _PLACE.findall(part)]
            _, letters, _ = max(places, default=(0, b"", 0))
            columns = reduce(lambda total, letter: total * 26 + letter - 64, letters, 0)
            if columns * max((number for _, _, number in places), default=0) > 10 * MOST_CELLS:
                raise ReadError("E-TABLE-LIMIT", f"{name} has more than {10 * MOST_CELLS:,} cells")


def _sheet(sheet: Any, writer: TextWriter) -> None:
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise ReadError("E-TABLE-LIMIT", f"a sheet has more than {MOST_CELLS:,} cells")
    rows = [[_shown(value) for value in row[:_MOST_COLUMNS]] for row in sheet.to_python(skip_empty_area=False)]
    width, merged = _width(rows), _merges(sheet)
    table: list[list[Cell]] = []
    for number, row in enumerate(rows):
        if _is_row(rows, number, merged, has_begun=bool(table)):
            table.append(list(_cells(row[:width], number, merged)))
            continue
        writer.table(table)
        table = []
        for value in filter(None, row):
            writer.line(value)
    writer.table(table)


def _is_row(rows: Sequence[Sequence[str]], number: int, merged: Merged, *, has_begun: bool) -> bool:
    """Whether a row is one of a table: it has several cells, or cells of rows around it reach into it.

    Within a table a row may have one short cell (the head of a block) or none.
    """
    filled = [value for value in rows[number] if value]
    if len(filled) > 1 or any(first <= number < first + down for (first, _), (down, _) in merged.items() if down > 1):
        return True
    following = rows[number + 1] if number + 1 < len(rows) else ()
    return has_begun and sum(map(bool, following)) > 1 and all(len(value) <= _SHORT for value in filled)


def _width(rows: Sequence[Sequence[str]]) -> int:
    """How many columns have something in them, counted from the left."""
    return max((index + 1 for row in rows for index, value in enumerate(row) if value), default=0)


def _merges(sheet: Any) -> Merged:
    ranges = sheet.merged_cell_ranges or ()
    return {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in ranges}


def _cells(row: Sequence[str], number: int, merged: Merged) -> Iterator[Cell]:
    """The cells of a row that begin in it; the places that another one spans are not cells."""
    covered = {
        column
        for (top, left), (rows, columns) in merged.items()
        if top <= number < top + rows
        for column in range(left, left + columns)
        if (number, column) != (top, left)
    }
    for column, value in enumerate(row):
        if column not in covered:
            rows, columns = merged.get((number, column), (1, 1))
            yield Cell(value, columns, rows)


def _shown(value: Any) -> str:
    """A cell as a reader sees it: whole numbers without a decimal point."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return one_line(str(value)) if value is not None else ""
