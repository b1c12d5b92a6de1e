"""export: the graph in the formats of other programs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from gigraph.cli.options import relation_option, store_option
from gigraph.cli.render import note
from gigraph.errors import UsageError

_NETWORKS = ("agency-regulation", "agency-agency", "regulation-regulation")


@click.command()
@click.argument("format", metavar="FORMAT")
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.option("--network", type=click.Choice(_NETWORKS), default=_NETWORKS[0], show_default=True, help="What to draw.")
@click.option("--no-formulas", is_flag=True, help="Leave out citations made only in a report's opening formula.")
@click.option("--without", multiple=True, metavar="TYPE", help="Leave out a type of instrument; may be given again.")
@click.option("--since", type=int, help="From this report year on.")
@click.option("--until", type=int, help="Up to this report year.")
@relation_option
@store_option
def export(
    format: str, output: Path | None, network: str, no_formulas: bool, without: tuple[str, ...],
    since: int | None, until: int | None, relation: str, store: Path,
) -> None:  # fmt: skip
    """Writes the graph for other programs.

    FORMAT is nquads, turtle or jsonld, void for a description of the graph as a data set, or graphml or gexf for a
    network drawn from it. The options on citations choose what makes a network; the other formats are about the whole
    graph.

    \b
    Example:
      gigraph export gexf -o network.gexf
      gigraph export gexf --no-formulas --without internal-rule --since 2015 -o network.gexf
      gigraph export nquads > graph.nq
    """
    from gigraph.exporters import EXPORTERS
    from gigraph.exporters import export as write
    from gigraph.network import Choice
    from gigraph.store import open_graph

    if format not in EXPORTERS:
        raise UsageError(f"{format!r} is no format", hint=f"Formats: {', '.join(EXPORTERS)}")
    relations = {} if relation == "all" else {"relations": (relation,)}
    choice = Choice(formulas=not no_formulas, without=without, since=since, until=until, **relations)
    with open_graph(store) as graph, _written(output) as stream:
        write(graph, stream, format, network=network, choice=choice)
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
