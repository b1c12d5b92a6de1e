"""Rows as Parquet and as Arrow tables, with pyarrow: pip install 'gigraph[tables]'.

The same rows give the same bytes with the same pyarrow: nothing of a clock goes in.
"""

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, BinaryIO

from gigraph.errors import UsageError
from gigraph.exporters.tables.columns import Column, Row

_GROUP = 20_000  # rows that are held and written together


class Parquet:
    """Writes rows as one Parquet file."""

    def __init__(self, stream: BinaryIO, columns: Sequence[Column]) -> None:
        _, parquet = _library()
        self._columns, self._held = columns, list[Row]()
        self._writer = parquet.ParquetWriter(stream, schema(columns))

    def write(self, row: Row) -> None:
        """Writes a row, together with others."""
        self._held.append(row)
        if len(self._held) >= _GROUP:
            self._flush()

    def close(self) -> None:
        """Writes what is left, and the end of the file; the stream stays open."""
        if self._held:
            self._flush()
        self._writer.close()

    def __del__(self) -> None:
        if hasattr(self, "_writer"):
            self._writer.is_open = False  # a file that was given up is not finished: its stream may be closed

    def _flush(self) -> None:
        self._writer.write_table(arrow(self._columns, self._held))
        self._held = []


def arrow(columns: Sequence[Column], rows: Iterable[Row]) -> Any:
    """The rows as a pyarrow.Table. Raises UsageError where pyarrow is missing."""
    pyarrow, _ = _library()
    made = schema(columns)
    cells = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [
        pyarrow.array([_plain(value, column.type) for value in values], field.type)
        for column, values, field in zip(columns, cells, made, strict=True)
    ]
    return pyarrow.Table.from_arrays(arrays, schema=made)


def schema(columns: Sequence[Column]) -> Any:
    """The Arrow schema of columns; what each holds is the field's `description`."""
    pyarrow, _ = _library()
    types = {
        "text": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64(), "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(), "list": pyarrow.list_(pyarrow.string()),
    }  # fmt: skip
    fields = []
    for column in columns:
        about = {"description": column.about} if column.about else None
        fields.append(pyarrow.field(column.name, types[column.type], metadata=about))
    return pyarrow.schema(fields)


def day(text: str) -> datetime.date | None:
    """A day as xsd:date has it; None for one that Python's calendar has not."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _plain(value: Any, type_: str) -> Any:
    if value is None:
        return None
    if isinstance(value, Decimal):
        return float(value) if type_ == "number" else str(value)
    if type_ == "date":
        return day(value)
    if type_ == "text":
        return str(value).encode("utf-8", "replace").decode()
    return list(value) if type_ == "list" else value


def _library() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("Parquet and Arrow need pyarrow", hint="pip install 'gigraph[tables]'") from error
    return pyarrow, pyarrow.parquet
