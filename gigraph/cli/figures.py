"""series, table: the figures of reports."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gigraph.cli.completion import names
from gigraph.cli.desk import NOTHING, open_desk
from gigraph.cli.options import format_option, store_option
from gigraph.cli.render import decide, note, render, room, table
from gigraph.errors import NotFoundError

if TYPE_CHECKING:
    from gigraph.queries.series import Series
    from gigraph.queries.sheets import Sheet, TableCell

_CHARTED = 6  # agencies in the small chart
_BAR = 40


@click.command()
@click.argument("indicator", shell_complete=names("indicator"))
@click.option("--agency", shell_complete=names("agency"), help="Of this agency alone.")
@click.option("--region", shell_complete=names("region"), help="Of the agencies of this region and of those below it.")
@click.option("--from", "since", type=int, help="From this report year on.")
@click.option("--to", "until", type=int, help="Up to this report year.")
@click.option("--close", is_flag=True, help="With other forms' values that come near without being the same measure.")
@click.option("--plot", type=click.Path(path_type=Path, dir_okay=False), help="Draw it: a .png or .svg (matplotlib).")
@store_option
@format_option
@click.pass_context
def series(
    ctx: click.Context, indicator: str, agency: str | None, region: str | None, since: int | None, until: int | None,
    close: bool, plot: Path | None, store: Path, form: str | None,
) -> None:  # fmt: skip
    """The values of an indicator over the years.

    INDICATOR is a label of one of the three statutory tables in Chinese or English, or its code. Values of other forms
    count where the measure is the same; `break` tells where form or law changed. A government's figures are the
    aggregate of its area, a department's its own. A heading (不予公开) is the sum of its rows, and `derived` tells so;
    it also tells the values that only a neighbouring year's report decides. Local rows that no form has:
    `gigraph ask cells-unmapped`.

    \b
    Example:
      gigraph series 收到申请数
      gigraph series requests/new --region 湖南省 --from 2019 --format csv
      gigraph series 予以公开 --close --plot granted.svg
    """
    from gigraph.queries.series import series as find

    if plot is not None:
        from gigraph.exporters.plot import drawable
        from gigraph.exporters.plot import plot as draw

        drawable(plot)
    with open_desk(store) as desk:
        hit = desk.resolve(indicator, "indicator")
        given = {name: text for name, text in (("agency", agency), ("region", region)) if text}
        bounds = {name: desk.resolve(text, name).iri for name, text in given.items()}
        found = find(desk.graph, hit.iri, since=since, until=until, close=close, **bounds)
    if not found.points:
        note(f"no report gives {hit.label} ({hit.iri.partition('/indicator/')[2]})")
        ctx.exit(NOTHING)
    _print_series(found, hit.label, form)
    if plot is not None:
        legible = draw(found.by_agency(), hit.label, plot, sorted({one.year for one in found.breaks}))
        note(f"wrote {plot}" + ("" if legible else "; no font with Chinese is installed here: an .svg keeps the names"))


@click.command("table")
@click.argument("report", metavar="REPORT|FILE")
@store_option
@format_option
@click.pass_context
def report_table(ctx: click.Context, report: str, store: Path, form: str | None) -> None:
    """A report's statutory tables as they should look.

    REPORT is the title, index number or IRI of a report in the graph; FILE a document, which is read without a graph.
    A number with * was inferred, with † it comes from the report of a neighbouring year (in a graph); ? is open between
    several readings, × is missing.

    \b
    Example:
      gigraph table seeds/reports/002_1a45804d71bde4f9.txt
      gigraph table 华宁县政务服务管理局2018年政府信息公开工作年度报告 --format csv
    """
    from gigraph.queries.sheets import sheets

    cells = list(_cells(report, store))
    if not cells:
        note(f"{report} has no statistics table")
        ctx.exit(NOTHING)
    if decide(form) != "table":
        render([_record(cell) for cell in cells], form)
        return
    for number, sheet in enumerate(sheets(cells)):
        _print_sheet(sheet, first=number == 0)
    if any(cell.derived is not None for cell in cells):
        note("\n† open in this report; the agency's report of the year before or after decides it")
    open_cells = [cell for cell in cells if cell.state == "ambiguous" and cell.derived is None]
    if open_cells:
        note(f"\n? {len(open_cells)} cells are open between several readings: --format json gives them")
    if any(cell.state == "inferred" for cell in cells):
        note("* inferred from sums, the running text or the form; --format json gives the reason")


def _cells(report: str, store: Path) -> "Iterable[TableCell]":
    from gigraph.documents.folder import SUFFIXES

    path = Path(report)
    if not path.exists() and path.suffix[1:].lower() in SUFFIXES:
        raise NotFoundError("there is no such file", where=report, hint="Check the path, or give a report's title")
    if path.is_file():
        from gigraph.pipeline import read_facts
        from gigraph.queries.sheets import cells_of_facts

        return cells_of_facts(read_facts(path).tables or ())
    from gigraph.queries.sheets import cells_of_graph

    with open_desk(store) as desk:
        return cells_of_graph(desk.graph, desk.resolve(report, "report").iri)


def _record(cell: "TableCell") -> dict[str, Any]:
    return {
        "form": cell.form, "part": cell.part, "row": cell.row, "column": cell.column, "value": cell.value,
        "unit": cell.unit or None, "state": cell.state, "reason": cell.reason or None,
        "candidates": list(cell.candidates), "derived": cell.derived,
    }  # fmt: skip


def _print_sheet(sheet: "Sheet", *, first: bool) -> None:
    click.echo(("" if first else "\n") + sheet.title)
    records = []
    for label, cells in _outline(sheet):
        unit = next((cell.unit for cell in cells if cell and cell.unit), "")
        shown = [cell.shown if cell else "" for cell in cells]
        records.append({"row": label, "unit": unit, **dict(zip_longest(sheet.columns, shown, fillvalue=""))})
    table(records)


def _outline(sheet: "Sheet") -> "Iterator[tuple[str, tuple[TableCell | None, ...]]]":
    """The rows with their own labels, set in by their depth, below the headings that they share."""
    seen: set[tuple[str, ...]] = set()
    for path, cells in sheet.rows:
        parts = tuple(path.split(" / "))
        for depth in range(1, len(parts)):
            if parts[:depth] not in seen:
                seen.add(parts[:depth])
                yield "　" * (depth - 1) + parts[depth - 1], ()
        seen.add(parts)
        yield "　" * (len(parts) - 1) + parts[-1], cells


def _print_series(found: "Series", label: str, form: str | None) -> None:
    records = found.records()
    if decide(form) != "table":
        render(records, form)
        return
    note(f"{label} ({found.indicator.partition('/indicator/')[2]})\n")
    table(records, hide=("report", "quote", "agency"))
    if room() is not None:
        for line in chart(found.by_agency(), [one.year for one in found.breaks]):
            click.echo(line)


def chart(by_agency: dict[str, list[tuple[int, Decimal]]], breaks: Sequence[int] = ()) -> list[str]:
    """Bars for a terminal, a line a year, of the first agencies; a dotted line where the series breaks.

    >>> chart({"甲局": [(2018, Decimal(1)), (2019, Decimal(10)), (2020, Decimal(400))]}, [2019])
    ['', '甲局', '  2018 ▏ 1', '  ┄┄┄┄', '  2019 █ 10', '  2020 ████████████████████████████████████████ 400']
    """
    most = max((value for points in by_agency.values() for _, value in points), default=Decimal(0))
    lines = []
    for name, points in list(by_agency.items())[:_CHARTED]:
        lines += ["", name]
        before = points[0][0] if points else 0
        for year, value in points:
            lines += ["  ┄┄┄┄"] if any(before < each <= year for each in breaks) else []
            before, bar = year, ("█" * int(_BAR * value / most) or "▏") if value > 0 else ""
            lines.append(f"  {year} {bar}{' ' if bar else ''}{value:f}")
    if len(by_agency) > _CHARTED:
        lines += ["", f"… and {len(by_agency) - _CHARTED} more"]
    return lines
