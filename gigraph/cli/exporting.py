"""export: the graph in the formats of other programs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from gigraph.cli.choosing import choosing, chosen, say_left_out
from gigraph.cli.lookups import open_desk
from gigraph.cli.options import store_option
from gigraph.cli.render import note
from gigraph.errors import UsageError

_NETWORKS = (
    "agency-regulation", "agency-agency", "regulation-regulation", "agency-hierarchy", "agency-platform",
    "regulation-chains",
)  # fmt: skip


@click.command()
@click.argument("format", metavar="FORMAT")
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.option("--network", type=click.Choice(_NETWORKS), default=_NETWORKS[0], show_default=True, help="What to draw.")
@choosing
@store_option
def export(format: str, output: Path | None, network: str, store: Path, **wanted: object) -> None:
    """Writes the graph for other programs.

    FORMAT is nquads, turtle or jsonld, void for a description of the graph as a data set, or graphml or gexf for a
    network drawn from it. The options on citations choose what makes a network; the other formats are about the whole
    graph.

    \b
    Example:
      gigraph export gexf -o network.gexf
      gigraph export gexf --region 湖南省 --since 2015 -o network.gexf
      gigraph export nquads > graph.nq
    """
    from gigraph.exporters import EXPORTERS
    from gigraph.exporters import export as write

    if format not in EXPORTERS:
        raise UsageError(f"{format!r} is no format", hint=f"Formats: {', '.join(EXPORTERS)}")
    with open_desk(store) as desk, _written(output) as stream:
        drawn = write(desk.graph, stream, format, network=network, choice=chosen(desk, network, wanted))
    if drawn is not None:
        say_left_out(drawn)
    if output is not None:
        note(f"wrote {output} ({output.stat().st_size:,} bytes)")


@contextmanager
def _written(output: Path | None) -> Iterator[BinaryIO]:
    """A stream to a file that appears whole or not at all; standard output where none is named."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    aside = output.with_name(output.name + ".tmp")
    try:
        with aside.open("wb") as stream:
            yield stream
        aside.replace(output)
    finally:
        aside.unlink(missing_ok=True)
