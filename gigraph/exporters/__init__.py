"""The graph in the formats of other programs.

A format is written from the statements of the graph, from a network drawn from them, or from the rows of a query's
answer; EXPORTERS says from what. The same graph gives the same bytes. To add a format: a module with `write` and its
line in EXPORTERS.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from gigraph.errors import UsageError
from gigraph.exporters import (
    annotations,
    crate,
    cytoscape,
    gexf,
    graphml,
    html,
    jsonld,
    neo4j,
    nodelink,
    nquads,
    obsidian,
    rdfxml,
    tables,
    trig,
    turtle,
    void,
)
from gigraph.exporters.files import written_file, written_folder
from gigraph.exporters.options import NONE, Options
from gigraph.exporters.reports import Matching
from gigraph.exporters.statements import Statements, Watched
from gigraph.network import NETWORKS, Asked, Choice, Network, draw_answer


class Source(Matching, Protocol):
    """What is exported: `gigraph.store.reader.Graph` is one."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: what it is, and a writer for each thing that it can be written from.

    statements: writes the whole graph. network: writes a network; picture: writes a network with the source at hand,
    for facts and evidence, and the folder of the documents where it is known. reports: writes from report to report.
    heeds: the options that make sense for it. rows: writes an answer as a table. The writers get a binary stream, or
    where `folder` is set an empty folder (Path), but for an answer or a single table. apart: networks come with one
    edge a relation, not one a pair. text: fit for a terminal.
    """

    media_type: str
    suffix: str
    about: str
    statements: Callable[[Statements, Any], None] | None = None
    network: Callable[[Network, Any], None] | None = None
    picture: Callable[[Source, Network, Any, Path | None], None] | None = None
    reports: Callable[[Matching, Any, Options], None] | None = None
    rows: Callable[[Asked, Any], None] | None = None
    heeds: frozenset[str] = frozenset()
    folder: bool = False
    apart: bool = False
    text: bool = True

    @property
    def draws(self) -> bool:
        """Whether it is written from a network."""
        return self.network is not None or self.picture is not None

    def fills_folder(self, *, asked: bool, options: Options = NONE) -> bool:
        """Whether it writes a folder, not a file."""
        return self.folder and not asked and options.table is None


_TABLES = frozenset({"table", "copies"})
EXPORTERS: dict[str, Exporter] = {
    "nquads": Exporter("application/n-quads", ".nq", "statements with their graphs", statements=nquads.write),
    "ntriples": Exporter(
        "application/n-triples", ".nt", "statements without their graphs", statements=nquads.write_triples
    ),
    "turtle": Exporter("text/turtle", ".ttl", "statements, to be read", statements=turtle.write),
    "trig": Exporter("application/trig", ".trig", "statements with their graphs, to be read", statements=trig.write),
    "rdfxml": Exporter("application/rdf+xml", ".rdf", "statements as XML", statements=rdfxml.write),
    "jsonld": Exporter("application/ld+json", ".jsonld", "statements as JSON", statements=jsonld.write),
    "annotations": Exporter(
        "application/ld+json", ".anno.jsonld", "Web Annotations: each fact with the place and words that state it",
        reports=annotations.write, heeds=frozenset({"copies", "documents"}),
    ),
    "graphml": Exporter("application/graphml+xml", ".graphml", "yEd, Cytoscape, igraph", network=graphml.write),
    "gexf": Exporter("application/gexf+xml", ".gexf", "Gephi, with a time line", network=gexf.write),
    "cytoscape": Exporter("application/json", ".cyjs", "Cytoscape, cytoscape.js", network=cytoscape.write),
    "d3": Exporter("application/json", ".json", "node-link JSON for D3", network=nodelink.write),
    "neo4j": Exporter("text/csv", "", "a folder for neo4j-admin import", network=neo4j.write, folder=True, apart=True),
    "html": Exporter(
        "text/html", ".html", "a page to look through",
        picture=html.write, heeds=frozenset({"documents"}), apart=True, text=False,
    ),
    "csv": Exporter(
        "text/csv", ".csv", "tables for spreadsheets: a folder, or one --table",
        reports=tables.CSV.write, rows=tables.CSV.write_answer, heeds=_TABLES, folder=True,
    ),
    "tsv": Exporter(
        "text/tab-separated-values", ".tsv", "the same tables, separated by tabs",
        reports=tables.TSV.write, rows=tables.TSV.write_answer, heeds=_TABLES, folder=True,
    ),
    "jsonl": Exporter(
        "application/jsonl", ".jsonl", "the same tables, a JSON object a row",
        reports=tables.JSONL.write, rows=tables.JSONL.write_answer, heeds=_TABLES, folder=True,
    ),
    "parquet": Exporter(
        "application/vnd.apache.parquet", ".parquet", "the same tables for DuckDB, pandas, polars (needs pyarrow)",
        reports=tables.PARQUET.write, rows=tables.PARQUET.write_answer, heeds=_TABLES, folder=True, text=False,
    ),
    "obsidian": Exporter(
        "text/markdown", "", "a vault of linked notes", reports=obsidian.write, folder=True, heeds=frozenset({"copies"})
    ),
    "ro-crate": Exporter(
        "application/ld+json", "", "a folder to publish: statements, tables, and what they are",
        reports=crate.write, folder=True, heeds=frozenset({"copies", "license", "published"}),
    ),
    "void": Exporter("text/turtle", ".void.ttl", "what the graph holds, as a data set", statements=void.write),
}  # fmt: skip


def export(
    source: Source,
    target: Any,
    format: str,  # the word that everybody uses
    *,
    network: str | None = None,
    choice: Choice | None = None,
    asked: Asked | None = None,
    metrics: bool = True,
    options: Options = NONE,
) -> "Network | None":
    """Writes to a binary stream, or an empty folder, in one of the formats of EXPORTERS; returns what it drew.

    network, choice: which of NETWORKS a format draws (agency-regulation), and of what. asked: an answer to be written
    instead, as a table or as a network. metrics: whether nodes are measured. options: what else there is to choose;
    its `step` is told what is being done.
    Raises UsageError for a format or a network that there is none of, and for what a format cannot be written from.
    """
    exporter = find_exporter(format)
    check_sense(format, network=network, asked=asked is not None, options=options)
    step = options.step
    if asked is not None and exporter.rows is not None:
        exporter.rows(asked, target)
        return None
    if not exporter.draws:
        if exporter.statements is not None:
            step("writing")
            exporter.statements(Watched(source, step), target)
        if exporter.reports is not None:
            exporter.reports(source, target, options)
        return None
    if asked is not None:
        drawn = draw_answer(source, asked, choice, metrics=metrics, step=step)
    else:
        projection = NETWORKS[network or "agency-regulation"]
        drawn = projection(source, choice, apart=exporter.apart, metrics=metrics, step=step)
    step("writing")
    _write_drawn(exporter, source, drawn, target, options)
    return drawn


def _write_drawn(exporter: Exporter, source: Source, drawn: "Network", target: Any, options: Options) -> None:
    if exporter.network is not None:
        exporter.network(drawn, target)
    if exporter.picture is not None:
        exporter.picture(source, drawn, target, options.documents)


def find_exporter(format: str) -> Exporter:
    """The exporter of a format. Raises UsageError for one that there is none of."""
    if format not in EXPORTERS:
        raise UsageError(f"{format!r} is no format", hint=f"Formats: {', '.join(EXPORTERS)}")
    return EXPORTERS[format]


def check_sense(format: str, *, network: str | None = None, asked: bool = False, options: Options = NONE) -> None:
    """Raises UsageError where a format cannot be written from what is asked for, or heeds no such option."""
    exporter = find_exporter(format)
    _check_options(format, exporter, options, asked=asked)
    if network is not None and network not in NETWORKS:
        raise UsageError("is no network", where=network, hint=f"Networks are {', '.join(NETWORKS)}")
    if network is not None and asked:
        raise UsageError("a network and a query at once", hint="Say --network or --query, not both")
    if network is not None and not exporter.draws:
        raise UsageError(f"{format} draws no network", hint=f"Formats that do: {_those(lambda e: e.draws)}")
    if asked and not exporter.draws and exporter.rows is None:
        fit = _those(lambda e: e.draws or e.rows is not None)
        raise UsageError(
            f"{format} is about the whole graph, not the answer of a query", hint=f"Formats that take one: {fit}"
        )


def _check_options(format: str, exporter: Exporter, options: Options, *, asked: bool) -> None:
    for name in ("table", "copies", "license", "published", "documents"):
        of_answer = asked and name != "documents"  # an answer that is drawn is a page with quotes as well
        if getattr(options, name) and (of_answer or name not in exporter.heeds):
            what = "the answer of a query" if of_answer else format
            fit = _those(lambda e, name=name: name in e.heeds)  # type: ignore[misc]
            raise UsageError(f"--{name} makes no sense for {what}", hint=f"Formats that heed it: {fit}")
    if options.table is not None and options.table not in tables.TABLES:
        raise UsageError("is no table", where=options.table, hint=f"Tables are {', '.join(tables.TABLES)}")


def _those(fits: Callable[[Exporter], bool]) -> str:
    return ", ".join(name for name, exporter in EXPORTERS.items() if fits(exporter))


__all__ = [
    "EXPORTERS",
    "Exporter",
    "Options",
    "Source",
    "check_sense",
    "export",
    "find_exporter",
    "written_file",
    "written_folder",
]
