"""info: what a graph holds."""

from typing import Any

import click

from gigraph.cli.desk import open_desk
from gigraph.cli.options import Place, format_option, store_option
from gigraph.cli.render import render_record


@click.command()
@store_option
@format_option
def info(store: Place, form: str | None) -> None:
    """What the graph holds, in numbers.

    Reports, agencies, regulations, platforms, citations by outcome, agencies and platforms that reports mention
    without one identity, years, sizes on disk, and which versions made it.
    `gigraph export void` describes it for other programs (VoID).

    \b
    Example:
      gigraph info
      gigraph info --store graph-demo --format json
    """
    from gigraph.build import bytes_on_disk
    from gigraph.link import count
    from gigraph.queries import ask, find_query
    from gigraph.store import Rows

    with open_desk(store) as desk:
        generation = desk.graph.generation
        counts = generation.info["counts"] if generation and "counts" in generation.info else count(desk.graph)
        rows = ask(desk.graph, find_query("reports-by-year"))
    years = sorted({str(row["year"]) for row in rows.dicts()}) if isinstance(rows, Rows) else []
    held = {name: value for name, value in generation.info.items() if name != "counts"} if generation else {}
    record: dict[str, Any] = {
        "store": str(store),
        "generation": generation.number if generation else None,
        **_flat(counts),
        "years": [int(year) for year in years],
        **held,
        "bytes": bytes_on_disk(generation.path) if generation else None,
        "gigraph": installed("gigraph"),
        "pyoxigraph": installed("pyoxigraph"),
    }
    render_record(record, form)


def installed(package: str) -> str:
    """The version of an installed package."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "unknown"


def _flat(counts: dict[str, Any]) -> dict[str, Any]:
    """Counts within counts by both names: citations resolved."""
    flat: dict[str, Any] = {}
    for name, value in counts.items():
        if isinstance(value, dict):
            flat |= {f"{name} {inner}": number for inner, number in value.items()}
        else:
            flat[name] = value
    return flat
