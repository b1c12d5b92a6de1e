"""Rows as CSV (RFC 4180, with \\n), TSV (one line a row: white space in a cell is a space) and JSON lines; UTF-8."""

import csv
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, BinaryIO

from gigraph.exporters.tables.columns import Column, Row

_SPACES = dict.fromkeys(range(32), " ")
_CONTROLS = {**dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127]), 13: "\n"}  # what no cell needs
_EXACT = 2**53  # the greatest whole number that every reader of JSON keeps


class Delimited:
    """Writes rows as CSV or, with a tab, TSV. Nothing is quoted in TSV, as its readers want it."""

    def __init__(self, stream: BinaryIO, columns: Sequence[Column], delimiter: str) -> None:
        self._delimiter, self._text = delimiter, _Encoded(stream)
        self._writer = csv.writer(self._text, lineterminator="\n")
        self._put([column.name for column in columns])

    def write(self, row: Row) -> None:
        """Writes a row."""
        self._put([_cell(value) for value in row])

    def close(self) -> None:
        """Nothing is left to be written."""

    def _put(self, cells: Sequence[str]) -> None:
        if self._delimiter == "\t":
            self._text.write("\t".join(cell.translate(_SPACES) for cell in cells) + "\n")
        else:
            self._writer.writerow([cell.translate(_CONTROLS) for cell in cells])


class _Encoded:
    """A binary stream that takes text."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(text.encode("utf-8", "replace"))


class JsonLines:
    """Writes each row as an object on a line."""

    def __init__(self, stream: BinaryIO, columns: Sequence[Column]) -> None:
        self._stream, self._names = stream, [column.name for column in columns]

    def write(self, row: Row) -> None:
        """Writes a row."""
        record = dict(zip(self._names, map(_json, row), strict=True))
        text = json.dumps(record, ensure_ascii=False, allow_nan=False)
        self._stream.write(text.encode("utf-8", "replace") + b"\n")

    def close(self) -> None:
        """Nothing is left to be written."""


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return ";".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _json(value: Any) -> Any:
    """Lists as lists; a number that JSON cannot hold exactly as text."""
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value) if abs(value) <= _EXACT else f"{value:f}"
        return float(value)
    return list(value) if isinstance(value, tuple) else value
