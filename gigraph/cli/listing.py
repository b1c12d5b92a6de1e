"""agencies, platforms: lists, narrowed by filters."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from gigraph.cli.desk import NOTHING, open_desk
from gigraph.cli.options import format_option, store_option
from gigraph.cli.render import decide, note, render

Command = TypeVar("Command", bound=Callable[..., Any])

_COLUMNS = {
    "agencies": ("agencyLabel", "kindLabel", "levelLabel", "sectorLabel", "placeLabel", "reports", "first", "last"),
    "platforms": ("platformLabel", "kindLabel", "ownerLabel", "agencies", "reports", "first", "last"),
}


def _filters(of: str, kind: str) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in (
            click.option("--sector", help=f"Of {of} this sector (财政, finance)."),
            click.option("--kind", help=f"Of this kind ({kind})."),
            click.option("--level", help=f"Of {of} this level (县级, county)."),
            click.option("--region", help=f"Of {of} this region, a name or code, and all below it."),
        ):
            command = option(command)
        return command

    return add


@click.command()
@_filters("agencies of", "工作部门, department")
@click.option("--year", help="With a report of this year.")
@store_option
@format_option
@click.pass_context
def agencies(ctx: click.Context, /, store: Path, form: str | None, **filters: str | None) -> None:
    """Lists agencies, with the number and years of their reports.

    All filters must fit. Agencies that reports only name are in the list too; --year leaves those with a report of it.

    \b
    Example:
      gigraph agencies --region 湖南省 --level county
      gigraph agencies --sector 财政 --year 2018 --format csv
    """
    _print_listing(ctx, "agencies", filters, store, form)


@click.command()
@_filters("agencies of", "微信, wechat")
@click.option("--year", help="Named in a report of this year.")
@click.option("--operator", help="Run by this agency.")
@store_option
@format_option
@click.pass_context
def platforms(ctx: click.Context, /, store: Path, form: str | None, **filters: str | None) -> None:
    """Lists platforms, with the agencies that name them.

    All filters must fit; region, level and sector are those of the agencies whose reports name the platform. Last come
    the names of which no report makes certain which platform they are (公示栏, 12345热线).

    \b
    Example:
      gigraph platforms --kind wechat --region 湖南省
      gigraph platforms --operator 湖南省人民政府 --format csv
    """
    _print_listing(ctx, "platforms", filters, store, form)


def _print_listing(
    ctx: click.Context, name: str, filters: dict[str, str | None], store: Path, form: str | None
) -> None:
    from gigraph.queries.listings import listing

    with open_desk(store) as desk:
        found = listing(desk.graph, desk.index, name, filters)
    if not found:
        note(f"no {name} with " + " and ".join(f"{key} {text}" for key, text in filters.items() if text))
        ctx.exit(NOTHING)
    if decide(form) == "table":
        unknown = sum(record.get("platform", "") is None for record in found)
        told = f", and {unknown} names of which it is not certain which platform they are" if unknown else ""
        note(f"{len(found) - unknown} {name}{told}\n")
        render([{column: record[column] for column in _COLUMNS[name]} for record in found], form)
    else:
        render(found, form)
