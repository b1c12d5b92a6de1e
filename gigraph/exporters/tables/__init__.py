"""Tables for spreadsheets, data frames and databases: a folder with a file a table, one table, or an answer's rows.

`columns.TABLES` says what each holds. Rows come one at a time, in the order of the sources' keys; memory does not grow
with the number of reports, but for the names of things.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from gigraph.exporters.options import NONE, Options
from gigraph.exporters.reports import Matching
from gigraph.exporters.tables.columns import TABLES, Column, Row, Table, manual
from gigraph.exporters.tables.delimited import Delimited, JsonLines
from gigraph.exporters.tables.parquet import Parquet, arrow
from gigraph.exporters.tables.rows import rows
from gigraph.network import Asked

MANUAL = "tables.md"


class Writer(Protocol):
    """Writes the rows of one table."""

    def write(self, row: Row, /) -> None: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Form:
    """A format of tables: the suffix of its files, and what opens one."""

    suffix: str
    open: Callable[[BinaryIO, Sequence[Column]], Writer]

    def write(self, source: Matching, target: Any, options: Options = NONE) -> None:
        """Writes all tables into an empty folder (Path), or the one that is wanted into a binary stream."""
        with ExitStack() as stack:
            if options.table is not None:
                writers = {options.table: self.open(target, TABLES[options.table].columns)}
            else:
                writers = {name: self._file(stack, target, table) for name, table in TABLES.items()}
                (target / MANUAL).write_text(manual(), "utf-8")
            for name, row in rows(source, writers, copies=options.copies, step=options.step):
                writers[name].write(row)
            for writer in writers.values():
                writer.close()

    def write_answer(self, asked: Asked, stream: BinaryIO) -> None:
        """Writes the rows of a query's answer."""
        writer = self.open(stream, columns_of(asked.variables, asked.rows))
        for row in asked.rows:
            writer.write(row)
        writer.close()

    def _file(self, stack: ExitStack, folder: Path, table: Table) -> Writer:
        return self.open(stack.enter_context((folder / f"{table.name}{self.suffix}").open("wb")), table.columns)


def columns_of(names: Sequence[str], found: Iterable[Row]) -> tuple[Column, ...]:
    """The columns of rows whose types only their values tell: the narrowest that holds all.

    >>> [column.type for column in columns_of(["a", "b"], [(1, "x"), (Decimal("1.5"), None)])]
    ['number', 'text']
    """
    kinds: list[set[str]] = [set() for _ in names]
    for row in found:
        for kind, value in zip(kinds, row, strict=True):
            if value is not None:
                kind.add(_type(value))
    return tuple(Column(name, _widest(kind), "") for name, kind in zip(names, kinds, strict=True))


def _type(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer" if -(2**63) <= value < 2**63 else "number"
    if isinstance(value, Decimal | float):
        return "number"
    return "list" if isinstance(value, tuple) else "text"


def _widest(kinds: set[str]) -> str:
    if kinds == {"integer", "number"}:
        return "number"
    return next(iter(kinds)) if len(kinds) == 1 else "text"


CSV = Form(".csv", partial(Delimited, delimiter=","))
TSV = Form(".tsv", partial(Delimited, delimiter="\t"))
JSONL = Form(".jsonl", JsonLines)
PARQUET = Form(".parquet", Parquet)

__all__ = [
    "CSV", "JSONL", "PARQUET", "TABLES", "TSV", "Column", "Form", "Row", "Table", "arrow", "columns_of",
    "manual", "rows",
]  # fmt: skip
