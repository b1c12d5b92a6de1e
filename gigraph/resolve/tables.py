"""Rows of statistics tables as cells: as they stand, decoded by the form's identities and the prose, or left open."""

from collections.abc import Iterator, Mapping, Sequence

from gigraph.extractors.forms.decode import is_glued
from gigraph.extractors.forms.rows import RowReading
from gigraph.extractors.statistics.figure import Figure
from gigraph.models import CellEntry, Document, Kind, Mention
from gigraph.registry import Registry
from gigraph.registry.form_hints import FormHint, load_form_hints
from gigraph.registry.forms import load_forms
from gigraph.resolve.cell_values import (
    Value,
    cell_mention,
    data_of,
    direct_values,
    empty_values,
    is_direct,
    sign_at,
    total_of,
    unread_values,
    with_total,
)
from gigraph.resolve.missing import missing_cells
from gigraph.resolve.part_sums import by_parts
from gigraph.resolve.runs import plain_values, requests_values, review_values

_LONGEST_COUNT = 9  # digits: what is longer, and in a row of several columns, is several numbers


def resolve(document: Document, mentions: tuple[Mention, ...], registry: Registry) -> tuple[CellEntry, ...]:
    """The cells of a report's statistics tables, in order."""
    rows = [
        mention.value for mention in mentions if mention.kind is Kind.CELL and isinstance(mention.value, RowReading)
    ]
    figures = [mention.value for mention in mentions if isinstance(mention.value, Figure)]
    hints = load_form_hints(registry.folder)
    glued = any(
        is_glued(printed.text) or (len(printed.text.partition(".")[0]) > _LONGEST_COUNT and len(row.columns) > 1)
        for row in rows
        if not row.exact
        for printed in row.printed
        if printed.kind == "number"
    )
    sure = not any(_leaves_out(row) for row in rows)
    items = load_forms(registry.folder)["2021"].items
    order = {item.key: at for at, item in enumerate(items) if item.kind == "column" and item.part != "disclosure"}
    entries: list[CellEntry] = []
    for number in sorted({row.table for row in rows}):
        table = [row for row in rows if row.table == number]
        for row, values in zip(table, _table_values(table, glued, sure, figures, hints), strict=True):
            entries.extend(_entries(document.text, row, values, order))
        entries.extend(missing_cells(document.text, table, registry))
    return tuple(entries)


def _table_values(
    table: Sequence[RowReading], glued: bool, sure: bool, figures: Sequence[Figure], hints: Sequence[FormHint]
) -> Iterator[list[Value]]:
    """The cells of one table, row by row. sure: no table of the report leaves out empty cells."""
    runs = [row for row in table if _is_run(row, glued)]
    values = {id(row): _values(row) for row in table}
    if table[0].part == "requests":
        values |= requests_values(table, runs, sure)
    elif table[0].part == "review":
        values |= {id(row): review_values(row, sure) for row in runs}
    else:
        values |= {id(row): plain_values(row, figures, hints, sure) for row in runs}
        if sure:
            by_parts(table, values)
    for row in table:
        yield values[id(row)]


def _is_run(row: RowReading, glued: bool) -> bool:
    """Whether a row's digits have to be parted: they run together in this report, and it has fewer runs than cells.

    Between bars they do not: a row with a blank cell has borders, be it that they fit no columns. Where letters were
    read as digits no sum proves a reading, nor where there are commas, or points in what counts.
    """
    if row.exact or any(printed.kind == "blank" or printed.repair for printed in row.printed):
        return False
    if row.part in ("requests", "review") and any("." in printed.text for printed in row.printed):
        return False
    if sign_at(row) is not None:
        return True
    return glued and not is_direct(row) and 0 < len(data_of(row)) <= len(row.columns) <= _digits(row)


def _digits(row: RowReading) -> int:
    return sum([len(printed.text) if printed.kind == "number" else 1 for printed in data_of(row)])


def _leaves_out(row: RowReading) -> bool:
    """Whether a row shows that empty cells are left out: it has fewer digits than cells."""
    return not row.exact and len(row.columns) > 1 and _digits(row) < len(row.columns)


def _values(row: RowReading) -> list[Value]:
    if is_direct(row):
        return direct_values(row)
    if not data_of(row):
        return empty_values(row)
    if row.part == "requests" and _sums_up(row):
        return with_total(row)
    return unread_values(
        row, "fewer-numbers-than-cells" if _digits(row) < len(row.columns) else "numbers-and-cells-differ"
    )


def _sums_up(row: RowReading) -> bool:
    """Whether cells were left out, and the last number printed is the sum of those before it, which are not all 0."""
    numbers = [int(printed.text) for printed in data_of(row) if printed.text.isdecimal()]
    return (
        total_of(row) == len(row.columns) - 1
        and 2 <= len(numbers) < len(row.columns)
        and len(numbers) == len(data_of(row))
        and 0 < numbers[-1] == sum(numbers[:-1])
    )


def _entries(text: str, row: RowReading, values: Sequence[Value], order: Mapping[str, int]) -> Iterator[CellEntry]:
    """The cells of a row, in sections three and four in the form's order of columns, whatever the page's."""
    if not row.unit and len(row.columns) == 1 and not row.columns[0].name and values[0].state == "blank":
        return  # a heading of the form of 2014
    _, form, part, key, label, row_unit, *_ = row
    cells = list(zip(row.columns, values, strict=False))
    if part in ("requests", "review"):
        cells.sort(key=lambda cell: order[cell[0].key])
    for (column_key, name, column_unit), value in cells:
        number, state, _, unit, candidates, reason = value
        known = column_key or part != "disclosure"
        yield CellEntry(
            form if known else "other", label, name, number, unit or column_unit or row_unit, state,
            (cell_mention(text, value),), candidates, reason, part, key, column_key, row.table, row.scope, row.whose,
        )  # fmt: skip
