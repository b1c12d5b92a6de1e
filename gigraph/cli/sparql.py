"""sparql: a query of one's own, in a process that can be stopped."""

import os
import re
import sys
from pathlib import Path

import click

from gigraph.cli.answers import print_answer
from gigraph.cli.options import Place, store_option
from gigraph.cli.render import FORMATS, note
from gigraph.errors import UsageError

_STANDARD = ("srj", "srx", "srcsv", "srtsv", "nt", "ttl", "rdf")
_ROWS = 100_000


@click.command()
@click.argument("query", required=False)
@click.option(
    "--file", "-f", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A file with the query."
)
@click.option(
    "--limit", type=click.IntRange(0), default=_ROWS, show_default=True, help="The most rows to read; 0 for no end."
)
@click.option("--timeout", type=click.FloatRange(0.1), default=60.0, show_default=True, help="Seconds it may take.")
@click.option("--memory", type=click.IntRange(200), default=4000, show_default=True, help="Megabytes it may take.")
@store_option
@click.option(
    "--format",
    "form",
    type=click.Choice((*FORMATS, *_STANDARD)),
    envvar="GIGRAPH_FORMAT",
    show_default="table on a terminal, json elsewhere",
    help="How results are printed; srj, srx, srcsv and srtsv are SPARQL's own formats, nt, ttl and rdf RDF's.",
)
def sparql(
    query: str | None, file: Path | None, limit: int, timeout: float, memory: int, store: Place, form: str | None
) -> None:
    """Asks a SPARQL query.

    QUERY is its text, or - for standard input. The usual prefixes (gi:, skos:, eli:, graph: …) are known. Statements
    stand in named graphs: those of each report in its own, names and plain edges in graph:entities. Years are written
    "2015"^^xsd:gYear, names in Chinese "湖南省"@zh. The query runs in a process of its own, which Ctrl-C and the limits
    end; a store on the network answers it itself.

    \b
    Example:
      gigraph sparql 'SELECT ?report ?title { GRAPH ?g { ?report a gi:Report ; dct:title ?title } }'
      gigraph sparql 'SELECT ?name { GRAPH graph:entities { ?a a gi:Agency ; skos:prefLabel ?name } }'
      gigraph sparql -f question.rq --format csv --timeout 300
      gigraph sparql --format ttl 'CONSTRUCT { ?a ?p ?o } { GRAPH graph:entities { ?a a gi:Platform ; ?p ?o } }'
    """
    from gigraph.iris import graph_iri
    from gigraph.store.apart import Apart, Limits, cut
    from gigraph.store.remote.graph import open_remote
    from gigraph.store.results import serialize
    from gigraph.vocab import PREFIXES

    prefixes = PREFIXES | {"graph": graph_iri("")}
    text, terms = _text(query, file), form in _STANDARD
    if isinstance(store, str):
        with open_remote(store, timeout) as remote:
            answer = remote.query(text, prefixes=prefixes, terms=terms, most=limit + 1 if limit else None)
        answer, was_cut = cut(answer, limit or None)
    else:
        apart = Apart(store, Limits(timeout, memory, limit or None))
        answer = apart.query(text, prefixes=prefixes, terms=terms)
        was_cut = apart.was_cut
    if form in _STANDARD:
        click.echo(serialize(answer, str(form), prefixes), nl=False)
    elif not print_answer(answer, form):
        note("no rows" + _why(text))
    if was_cut:
        note(f"there are more than {limit} rows; --limit 0 reads them all")


def _why(text: str) -> str:
    """What a query without an answer may have overlooked."""
    if re.search(r"(?i)\bGRAPH\b|\bFROM\b", text):
        return ""
    if re.search(r"(?i)\bDESCRIBE\b", text):
        return (
            "; statements stand in named graphs: CONSTRUCT { <…> ?p ?o } { GRAPH ?g { <…> ?p ?o } } describes a thing"
        )
    return "; statements stand in named graphs: put the pattern into GRAPH ?g { … } or GRAPH graph:entities { … }"


def _text(query: str | None, file: Path | None) -> str:
    if (query is None) == (file is None):
        raise UsageError("needs one query", hint="Give it as an argument, with -f FILE, or - to read it from stdin")
    if query and query != "-" and "{" not in query and "<" not in query:
        path = query.removeprefix("@")
        hint = f"Give the file with -f {path}" if os.path.isfile(path) else "A file with a query is given with -f FILE"
        raise UsageError(f"{query!r} is no query", hint=hint)
    try:
        return file.read_text(encoding="utf-8-sig") if file else sys.stdin.read() if query == "-" else str(query)
    except UnicodeDecodeError as error:
        where = str(file or "standard input")
        raise UsageError(f"is not UTF-8 text ({error.reason})", where=where, hint="Save it as UTF-8") from error
