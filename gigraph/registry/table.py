"""One way to read a TSV of curated data into typed rows; every error says file:line and what to do."""

import csv
import dataclasses
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from gigraph.errors import RegistryError

Row = TypeVar("Row")
Key = TypeVar("Key", bound=Hashable)


def read_table(path: Path, row_type: type[Row]) -> list[Row]:
    """The rows of a TSV with a header whose columns are the fields of the dataclass `row_type`.

    A field of type str keeps the text, int is parsed, `tuple[str, ...]` is split at |, `| None` allows an empty cell.
    Raises RegistryError with file:line for a wrong header, a wrong number of cells, stray white space or a bad value.
    """
    hints = get_type_hints(row_type)
    names = [field.name for field in dataclasses.fields(row_type)]  # type: ignore[arg-type]
    parsers = [_parser(hints[name]) for name in names]
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(lines, [])
        if header != names:
            raise RegistryError(f"columns are {header}, not {names}", where=f"{path.name}:1")
        return [_row(row_type, names, parsers, cells, f"{path.name}:{number}") for number, cells in enumerate(lines, 2)]


def _row(
    row_type: type[Row], names: list[str], parsers: list[Callable[[str], Any]], cells: list[str], where: str
) -> Row:
    if len(cells) != len(names):
        raise RegistryError(f"{len(cells)} cells, not {len(names)}", where=where, hint="Cells are parted by one tab")
    values = []
    for name, parse, cell in zip(names, parsers, cells, strict=True):
        if cell != cell.strip():
            raise RegistryError(f"white space around {name} {cell!r}", where=where)
        try:
            values.append(parse(cell))
        except ValueError as error:
            raise RegistryError(f"{name} {cell!r}: {error}", where=where) from error
    return row_type(*values)


def _parser(hint: Any) -> Callable[[str], Any]:
    options = get_args(hint)
    if type(None) in options:
        inner = _parser(next(option for option in options if option is not type(None)))
        return lambda cell: inner(cell) if cell else None
    if options:  # tuple[str, ...]
        return lambda cell: tuple(cell.split("|")) if cell else ()
    return hint  # type: ignore[no-any-return]


def grouped(pairs: Iterable[tuple[Key, Row]]) -> dict[Key, tuple[Row, ...]]:
    """The rows of each key, both in the order in which they come.

    >>> grouped([("甲", 1), ("乙", 2), ("甲", 3)])
    {'甲': (1, 3), '乙': (2,)}
    """
    found: dict[Key, list[Row]] = {}
    for key, row in pairs:
        found.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}
