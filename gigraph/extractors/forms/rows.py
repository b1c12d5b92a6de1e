"""The rows of a table as they were found: what each counts, and what is printed behind its label."""

from typing import NamedTuple

from gigraph.extractors.forms.cells import Token
from gigraph.models import Span
from gigraph.registry.forms import Column


class Found(NamedTuple):
    """A row in a sheet: offsets of its label, what is printed behind it. `exact`: the cells' borders are known."""

    form: str
    key: str
    name: str
    unit: str
    columns: tuple[Column, ...]
    tokens: tuple[Token, ...]
    exact: bool
    start: int
    end: int
    repair: str | None


class Region(NamedTuple):
    """A table in a sheet: its form and part, offsets, rows, and whether the labels of its columns were found."""

    form: str
    part: str
    start: int
    end: int
    rows: tuple[Found, ...]
    header: bool


class Printed(NamedTuple):
    """A token of a row with its place in the document (None where the cell is blank).

    repair: what was done to make a number of it (see Token).
    """

    kind: str
    text: str
    unit: str
    span: Span | None
    repair: str = ""


class RowReading(NamedTuple):
    """One row of a table: the value of a CELL mention.

    table: the table's number in the report. form, part, key: as in the registry (`other` and "" where the form has no
    such row). row: its label, outer to inner. exact: whether the borders of the cells are known, so that `printed` has
    one token a column; else `printed` is what stands there and has to be decoded. header: whether the columns' labels
    were found. scope: the word over the table that tells whose figures it has, where the report prints the form twice;
    whose: what that is, aggregate or own.
    """

    table: int
    form: str
    part: str
    key: str
    row: str
    unit: str
    columns: tuple[Column, ...]
    printed: tuple[Printed, ...]
    exact: bool
    header: bool
    label: Span
    repair: str | None = None
    scope: str = ""
    whose: str = ""
