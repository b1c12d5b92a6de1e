"""Rows that the form has and a report's table has not: told only where the grid is known and read as a whole."""

from collections.abc import Iterator, Sequence

from gigraph.extractors.forms.rows import RowReading
from gigraph.models import CellEntry, Kind, Mention
from gigraph.registry import Registry
from gigraph.registry.forms import load_forms

# The share of a form's rows that a table must have to be that form with rows left out, and not a part of it.
_MOST = 0.8


def missing_cells(text: str, table: Sequence[RowReading], registry: Registry) -> Iterator[CellEntry]:
    """A cell in the state `missing` for each column of each row of the form that the rows of one table lack.

    None where a border is not known, a row is not the form's, or too few of its rows are there. The evidence is the
    label of the row behind which it would stand; text is the document's.
    """
    first = table[0]
    form = load_forms(registry.folder).get(first.form)
    if form is None or not _is_whole(table):
        return
    wanted = [item for item in form.parts.get(first.part, ()) if item.kind == "row"]
    present = {row.key: row for row in table}
    if sum(item.key in present for item in wanted) < _MOST * len(wanted):
        return
    before = first
    for item in wanted:
        if item.key in present:
            before = present[item.key]
            continue
        span = before.label
        place = Mention(Kind.CELL, span, text[span.start : span.end], None, "missing")
        for column in first.columns:
            yield CellEntry(
                form=first.form, row=item.name, column=column.name, value=None, unit=column.unit or item.unit,
                state="missing", mentions=(place,), reason="row-not-in-table", part=first.part, key=item.key,
                column_key=column.key, table=first.table,
            )  # fmt: skip


def _is_whole(table: Sequence[RowReading]) -> bool:
    """Whether the grid of a table is known, and every row is the same form's."""
    first = table[0]
    return len({row.columns for row in table}) == 1 and all(
        row.exact and row.key and (row.form, row.part) == (first.form, first.part) for row in table
    )
