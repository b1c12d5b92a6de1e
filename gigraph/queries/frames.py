"""Rows with typed columns, for programs: records, or a data frame of pandas, polars or Arrow, loaded when asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from typing import Any

from gigraph.errors import UsageError
from gigraph.exporters.tables import Column, Row, arrow
from gigraph.exporters.tables.parquet import day

_PANDAS = {"text": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}


@dataclass(frozen=True, slots=True, repr=False)
class Frame:
    """Rows in their order, and what their columns are called and hold.

    >>> frame = Frame((Column("year", "integer", ""), Column("value", "number", "")), ((2015, Decimal(10)),))
    >>> frame.records(), len(frame)
    ([{'year': 2015, 'value': Decimal('10')}], 1)
    >>> frame
    Frame(1 rows: year, value)
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def __repr__(self) -> str:
        """What it holds, in a line: a notebook that shows it shall not print thousands of rows."""
        return f"Frame({len(self)} rows: {', '.join(column.name for column in self.columns)})"

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in self.rows)

    def records(self) -> list[dict[str, Any]]:
        """A dictionary a row; numbers are exact (Decimal), days text, lists tuples."""
        return list(self)

    def to_pandas(self) -> Any:
        """A pandas.DataFrame; numbers are floats, days datetime64. Raises UsageError where pandas is missing."""
        pandas = _library("pandas")
        made = {}
        for column, values in self._by_column():
            if column.type == "date":
                made[column.name] = pandas.to_datetime(pandas.Series(values, dtype="object"), errors="coerce")
            else:
                made[column.name] = pandas.Series(values, dtype=_PANDAS.get(column.type, "object"))
        return pandas.DataFrame(made)

    def to_polars(self) -> Any:
        """A polars.DataFrame; numbers are floats, days Date. Raises UsageError where polars is missing."""
        polars = _library("polars")
        types = {
            "text": polars.String, "integer": polars.Int64, "number": polars.Float64, "boolean": polars.Boolean,
            "date": polars.Date, "list": polars.List(polars.String),
        }  # fmt: skip
        return polars.DataFrame(
            {column.name: values for column, values in self._by_column()},
            schema={column.name: types[column.type] for column in self.columns},
        )

    def to_arrow(self) -> Any:
        """A pyarrow.Table with the types of the Parquet tables. Raises UsageError where pyarrow is missing."""
        return arrow(self.columns, self.rows)

    def _by_column(self) -> Iterator[tuple[Column, list[Any]]]:
        cells = list(zip(*self.rows, strict=True)) or [()] * len(self.columns)
        for column, values in zip(self.columns, cells, strict=True):
            yield column, [_plain(value, column.type) for value in values]


def _plain(value: Any, type_: str) -> Any:
    if value is None:
        return None
    if type_ == "number":
        return float(value)
    if type_ == "date":
        return day(value)
    if type_ == "text":
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    return list(value) if type_ == "list" else value


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise UsageError(f"a data frame of {name} needs {name}", hint=f"pip install {name}") from error
