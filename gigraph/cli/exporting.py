"""export: the graph in the formats of other programs."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from gigraph.cli.asking import pairs
from gigraph.cli.choosing import choosing, chosen, say_left_out
from gigraph.cli.completion import templates, values
from gigraph.cli.desk import Desk, open_desk
from gigraph.cli.options import patience_option, queries_option, store_option
from gigraph.cli.progress import ProgressLine
from gigraph.cli.render import note
from gigraph.errors import UsageError

if TYPE_CHECKING:
    from gigraph.exporters import Exporter, Options
    from gigraph.network import Asked, Network
    from gigraph.store import Graph

_NETWORKS = (
    "agency-regulation", "agency-agency", "regulation-regulation", "agency-hierarchy", "agency-platform",
    "regulation-chains",
)  # fmt: skip
_TABLES = ("agencies", "regulations", "platforms", "reports", "citations", "mentions", "observations")


class ExportCommand(click.Command):
    """The command with its formats and networks listed under its help; they are loaded for that alone."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from gigraph.exporters import EXPORTERS
        from gigraph.exporters.tables import TABLES
        from gigraph.network import NETWORKS

        for title, belongs in (
            ("Formats of the whole graph", lambda e: e.statements is not None or e.reports is not None),
            ("Formats of a network", lambda e: e.draws),
            ("Formats of a query's rows", lambda e: e.rows is not None),
        ):
            rows = [(name, exporter.about) for name, exporter in EXPORTERS.items() if belongs(exporter)]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)
        with formatter.section("Tables"):
            formatter.write_dl([(name, table.about) for name, table in TABLES.items()])
        with formatter.section("Networks"):
            formatter.write_dl([(name, projection.about) for name, projection in NETWORKS.items()])


def _formats(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    from gigraph.exporters import EXPORTERS

    return [CompletionItem(name, help=e.about) for name, e in EXPORTERS.items() if name.startswith(begun)]


@click.command(cls=ExportCommand)
@click.argument("format", metavar="FORMAT", shell_complete=_formats)
@click.argument("values", nargs=-1, metavar="[NAME=VALUE]...", shell_complete=values)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, allow_dash=True), help="The file to write; - is stdout."
)
@click.option("--network", type=click.Choice(_NETWORKS), help=f"What to draw.  [default: {_NETWORKS[0]}]")
@click.option("--query", metavar="TEMPLATE", shell_complete=templates, help="Write the answer of a question instead.")
@click.option("--metrics/--no-metrics", default=True, help="Measure the nodes of a network (the default), or not.")
@click.option(
    "--documents",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="The folder that was built from: html shows quotes in their sentences, annotations the words beside them.",
)
@click.option("--table", type=click.Choice(_TABLES), help="One table alone, as a file.  [default: a folder of all]")
@click.option("--copies", is_flag=True, help="With the reports that are there more than once: tables leave them out.")
@click.option("--license", metavar="URL|NAME", help="The licence that ro-crate states.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication that ro-crate states.")
@choosing
@patience_option
@queries_option
@store_option
def export(
    format: str, values: tuple[str, ...], output: Path | None, network: str | None, query: str | None, metrics: bool,
    documents: Path | None, table: str | None, copies: bool, license: str | None, published: datetime | None,
    timeout: float | None, folder: Path | None, store: Path, **wanted: object,
) -> None:  # fmt: skip
    """Writes the graph or a network of it for other programs.

    A network has one edge a pair, with years. Citations of opening formulas, internal rules, guides and catalogues are
    left out of it unless told otherwise: they join everybody with everybody. --query takes a template as `ask` does,
    with its values behind FORMAT; rows that name two entities become edges.

    \b
    Example:
      gigraph export html --documents reports/ -o graph.html
      gigraph export gexf -o network.gexf
      gigraph export gexf --network agency-agency --region 湖南省 --since 2015 --min-weight 3 -o alike.gexf
      gigraph export graphml --query regulations-cited-together regulation=492号令 -o together.graphml
      gigraph export neo4j --all -o import/
      gigraph export nquads > graph.nq
      gigraph export parquet -o tables/
      gigraph export csv --table citations -o citations.csv
      gigraph export tsv --query top-regulations -o top.tsv
      gigraph export obsidian -o vault/
      gigraph export ro-crate --license https://creativecommons.org/licenses/by/4.0/ -o crate/
    """
    from gigraph.exporters import Options, check_sense, find_exporter

    _check_question(query, values, timeout)
    line = ProgressLine()
    options = Options(table, copies, documents, license, f"{published:%Y-%m-%d}" if published else None, step=line.step)
    check_sense(format, network=network, asked=bool(query), options=options)
    with open_desk(store) as desk, closing(line):
        choice = chosen(desk, network or _NETWORKS[0], wanted, drawn=find_exporter(format).draws, asked=bool(query))
        asked = _asked(desk, query, values, folder, timeout) if query else None
        about = {"network": network, "choice": choice, "asked": asked, "metrics": metrics}
        drawn = _write(desk.graph, output, format, options, about)
    if drawn is not None:
        say_left_out(drawn)
    _say_written(output, unlicensed=format == "ro-crate" and not license)


def _check_question(query: str | None, values: tuple[str, ...], timeout: float | None) -> None:
    """Passes what belongs to a question where there is one. Raises UsageError."""
    if timeout is not None and not query:
        raise UsageError("--timeout is for a question", hint="Name one with --query")
    if values and not query:
        raise UsageError(f"{values[0]} is a value without a question", hint="Name one with --query")


def _write(
    graph: "Graph", output: Path | None, format: str, options: "Options", given: dict[str, Any]
) -> "Network | None":
    """Writes to a file, a folder or standard output; the network that was drawn for it."""
    from gigraph.exporters import export as write
    from gigraph.exporters import find_exporter

    exporter = find_exporter(format)
    fills = exporter.fills_folder(asked=given["asked"] is not None, options=options)
    with _target(output, format, exporter, fills=fills) as target:
        return write(graph, target, format, options=options, **given)


def _say_written(output: Path | None, *, unlicensed: bool) -> None:
    if unlicensed:
        note("it states no licence: whoever reads it may not know what is allowed; --license URL names one")
    if output is not None and not _is_stdout(output):
        note(f"wrote {output}" + (f" ({output.stat().st_size:,} bytes)" if output.is_file() else ""))


def _asked(
    desk: Desk, name: str, values: tuple[str, ...], folder: Path | None, seconds: float | None
) -> "Asked":  # fmt: skip
    """The rows of a template's answer, with the entities that it was asked about."""
    from gigraph.network import Asked
    from gigraph.queries import ask, bind, find_query
    from gigraph.store import Iri, Rows

    query = find_query(name, folder)
    terms = bind(query, pairs(values), lambda text, kind: Iri(desk.resolve(text, kind).iri))
    answer = ask(desk.asked(quick=query.is_shipped, seconds=seconds), query, terms)
    if not isinstance(answer, Rows):
        raise UsageError("answers without rows", where=name, hint="A SELECT can be exported; see gigraph ask")
    given: Mapping[str, str] = {key: term for key, term in terms.items() if isinstance(term, Iri)}
    return Asked(answer.variables, answer.rows, given)


def _is_stdout(output: Path | None) -> bool:
    return output is None or str(output) == "-"


@contextmanager
def _target(output: Path | None, format: str, exporter: "Exporter", *, fills: bool) -> Iterator[Any]:
    """What the exporter writes to: a file or a folder that appears whole or not at all, or standard output."""
    from gigraph.exporters import written_file, written_folder

    if output is not None and not _is_stdout(output):
        with (written_folder if fills else written_file)(output) as target:
            yield target
        return
    if fills:
        more = ", or say --table NAME" if "table" in exporter.heeds else ""
        raise UsageError(f"{format} writes a folder", hint=f"Name one with -o FOLDER{more}")
    if not exporter.text and sys.stdout.isatty():
        raise UsageError(f"{format} is no text for a terminal", hint=f"Name a file: -o graph{exporter.suffix}")
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()
