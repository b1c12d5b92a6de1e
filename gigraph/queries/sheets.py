"""A report's statutory tables as they should look: from its facts or from the graph, in the order of the form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from gigraph.models import CellEntry
from gigraph.queries.asking import rows_of
from gigraph.registry.forms import Form, FormItem, load_forms
from gigraph.resources import resource
from gigraph.store import Graph, Iri

_TITLES: Final = {
    "statistics": "政府信息公开情况统计表",
    "disclosure": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "review": "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
}
_RESULTS: Final = "三、本年度办理结果 / "  # before most rows of section three
_IN_WORDS: Final = ("text", "inapplicable")  # states of cells that hold words
_SIGNS: Final = {"ambiguous": "?", "blank": "", "slash": "/", "dash": "—", "missing": "×"}


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with the labels of its form. candidates: what it may hold; from a graph the least and the most.

    derived: the number of an open cell by the report of the year before or after; only a graph knows it.
    """

    form: str
    part: str
    row: str
    column: str
    value: str | None
    unit: str
    state: str
    reason: str = ""
    candidates: tuple[str, ...] = ()
    derived: str | None = None

    @property
    def shown(self) -> str:
        """What to print: the number, * behind it where it was inferred; ? where it is open; / and — as printed.

        An open cell that a neighbouring year decides shows that number with †.
        """
        if self.value is not None:
            return self.value + ("*" if self.state == "inferred" else "")
        if self.derived is not None:
            return self.derived + "†"
        return self.reason if self.state in _IN_WORDS else _SIGNS.get(self.state, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to print: its title, the heads of its columns, and a row of cells (None where it has none) a label."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[TableCell | None, ...]], ...]


@dataclass(slots=True)
class _Open:
    """A sheet in the making."""

    columns: dict[str, None] = field(default_factory=dict)
    rows: dict[str, dict[str, TableCell]] = field(default_factory=dict)


def sheets(cells: Iterable[TableCell]) -> list[Sheet]:
    """The tables that cells make up, in their order: section two block by block, section four a row a route."""
    found: dict[str, _Open] = {}
    for cell in cells:
        title, row, column = _place(cell)
        sheet = found.setdefault(title, _Open())
        sheet.columns.setdefault(column)
        sheet.rows.setdefault(row, {}).setdefault(column, cell)
    return [Sheet(title, tuple(made.columns), tuple(_rows(made))) for title, made in found.items()]


def _rows(made: _Open) -> Iterator[tuple[str, tuple[TableCell | None, ...]]]:
    for row, cells in made.rows.items():
        yield row, tuple(cells.get(column) for column in made.columns)


def _place(cell: TableCell) -> tuple[str, str, str]:
    """Title, row and column of a cell on paper."""
    title = _TITLES.get(cell.part, "") if cell.form != "other" else ""
    if title and cell.part == "disclosure":
        block, _, row = cell.row.partition(" / ")
        return f"{title} {block}", row, cell.column
    if title and cell.part == "review":
        row, _, column = cell.column.rpartition(" / ")
        return title, row, column
    if title and cell.part == "requests":
        return title, cell.row.removeprefix(_RESULTS), cell.column.rpartition(" / ")[2]
    return title or "其他", cell.row, cell.column or "统计数"


def cells_of_facts(cells: Iterable[CellEntry]) -> Iterator[TableCell]:
    """The cells of a report that was just read."""
    for cell in cells:
        yield TableCell(
            cell.form, cell.part, cell.row, cell.column, cell.value, cell.unit, cell.state, cell.reason, cell.candidates
        )


def cells_of_graph(graph: Graph, report: str) -> list[TableCell]:
    """The cells of a report (its IRI) in a graph, in the order of their form; those of no form last, as printed."""
    forms = load_forms(resource("seeds", "registry"))
    placed = [(*_labels(row, forms), row) for row in rows_of(graph, "cells-of-report", {"report": Iri(report)})]
    placed.sort(key=lambda found: found[0])  # stable: what has no place in a form keeps the text's order
    return [_cell(labels, row) for _, labels, row in placed]


def _cell(labels: tuple[str, str, str, str], row: dict[str, Any]) -> TableCell:
    ends = dict.fromkeys(str(row[name]) for name in ("least", "most") if row[name] is not None)
    value = row["value"]
    return TableCell(
        *labels, f"{value:f}" if isinstance(value, Decimal) else None, row["unit"] or "", row["state"],
        row["reason"] or (row["quote"] if row["state"] in _IN_WORDS else ""), tuple(ends),
        f"{row['derived']:f}" if isinstance(row["derived"], Decimal) else None,
    )  # fmt: skip


def _labels(row: dict[str, Any], forms: dict[str, Form]) -> tuple[tuple[int, int, int], tuple[str, str, str, str]]:
    """The place of a cell in its form, for sorting, with form, part, row and column."""
    if row["indicator"] is None:
        return (9, 0, 0), ("other", "", row["row"] or "", row["column"] or "")
    name, part, *keys = str(row["indicator"]).partition("/indicator/")[2].split("/")
    items = forms[name].parts[part]
    order = list(_TITLES).index(part)
    if part == "review":
        at, item = _item(items, "column", keys[0])
        return (order, 0, at), (name, part, "", item.name)
    at, item = _item(items, "row", keys[0])
    if part == "statistics":
        return (order, at, 0), (name, part, item.name, "")
    column = keys[1] if part == "disclosure" else str(row["applicant"]).rpartition("/")[2]
    # the columns of a block stand before its rows
    before = items[:at] if part == "disclosure" else items
    across, head = _item(before, "column", column, last=part == "disclosure")
    return (order, at, across), (name, part, item.name, head.name)


def _item(items: Sequence[FormItem], kind: str, key: str, *, last: bool = False) -> tuple[int, FormItem]:
    found = [(at, item) for at, item in enumerate(items) if (item.kind, item.key) == (kind, key)]
    return found[-1 if last else 0]
