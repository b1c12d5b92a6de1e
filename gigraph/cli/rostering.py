"""roster: which bodies of a list have reports of which years."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gigraph.cli.desk import open_desk
from gigraph.cli.options import format_option, store_option
from gigraph.cli.render import decide, note, render, table

if TYPE_CHECKING:
    from gigraph.queries.coverage import Cell

FINDINGS = 4
_YEAR = click.IntRange(1949, 2100)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--by", type=click.Choice(("year", "region", "type", "body")), help="Counts by these, not each cell.")
@click.option("--from", "first", type=_YEAR, help="First year of rows that name none; else that of the graph.")
@click.option("--to", "last", type=_YEAR, help="Last year of rows that name none; else that of the graph.")
@click.option("--missing", is_flag=True, help="Only what is missing or cannot be assessed.")
@store_option
@format_option
@click.pass_context
def roster(
    ctx: click.Context, /, file: Path, by: str | None, first: int | None, last: int | None, missing: bool, store: Path,
    form: str | None,
) -> None:  # fmt: skip
    """Compares a roster of bodies with the graph.

    FILE is a CSV or TSV with the columns body, region, type, from, to (单位, 地区, 类型, 起, 止); body is needed. For
    each body and year of its range the answer is 1 (an annual report is there), 0 (none) or NA (the name means several
    agencies). Bodies are found in their region by exact name, or by the full names that a short one (县卫健局) stands
    for, and followed through renamings and mergers. Exit code 4 where a report is missing or a body is ambiguous.

    \b
    Example:
      gigraph roster bodies.csv --by year
      gigraph roster 名单.csv --missing --format csv
    """
    from gigraph.queries.coverage import coverage, summary
    from gigraph.queries.roster import read_roster
    from gigraph.registry import load_registry

    registry = load_registry()
    listed = read_roster(file, registry.regions)
    if listed.ignored:
        note(f"columns that are not used: {', '.join(listed.ignored)}")
    with open_desk(store) as desk:
        cells = coverage(desk.graph, desk.index, listed.rows, registry, first, last)
    gaps = [cell for cell in cells if cell.report != 1]
    shown = gaps if missing else cells
    if by:
        render(summary(shown, by), form)
    elif decide(form) == "table":
        _print_overview(cells, missing)
    else:
        render([cell.record() for cell in shown], form)
    _tell(cells)
    if gaps:
        ctx.exit(FINDINGS)


def _print_overview(cells: "list[Cell]", missing: bool) -> None:
    """The counts by year, type and region, then each body with its years."""
    from gigraph.queries.coverage import summary

    for by in ("year", "type", "region"):
        counted = summary(cells, by)
        if len(counted) > 1 or by == "year":
            table(counted, hide=("region",) if by == "region" else ())
            click.echo()
    bodies = summary(cells, "body")
    gaps = [record for record in bodies if record["reported"] < record["expected"]]
    columns = ("line", "body", "outcome", "years", "missingYears", "share")
    table([{name: _told(name, record[name]) for name in columns} for record in (gaps if missing else bodies)])


def _told(name: str, value: object) -> object:
    from gigraph.cli.render import display

    return display("years", value) if name == "missingYears" else value


def _tell(cells: "list[Cell]") -> None:
    """What the numbers do not say: names that mean several agencies, or none."""
    bodies = {cell.body.row.line: cell.body for cell in cells}
    for line, body in bodies.items():
        if body.outcome == "ambiguous":
            note(f"line {line}: {body.row.body} may be {' or '.join(body.candidates)}; give its region")
    unknown = [body for body in bodies.values() if body.outcome == "unknown"]
    if unknown:
        names = "、".join(body.row.body for body in unknown[:5]) + (" …" if len(unknown) > 5 else "")
        note(f"{len(unknown)} of {len(bodies)} bodies are not in the graph under this name: {names}")
