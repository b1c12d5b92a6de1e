"""ask, queries, check: questions of the library and of one's own."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gigraph.cli.answers import print_answer
from gigraph.cli.completion import templates, values
from gigraph.cli.desk import NOTHING, open_desk
from gigraph.cli.options import format_option, patience_option, queries_option, store_option
from gigraph.cli.render import decide, note, render
from gigraph.errors import UsageError

if TYPE_CHECKING:
    from gigraph.queries import Query

FINDINGS = 4
_LIMIT = click.option("--limit", type=click.IntRange(1), help="The most rows to print.")


@click.command(add_help_option=False)
@click.argument("template", required=False, shell_complete=templates)
@click.argument("values", nargs=-1, metavar="[NAME=VALUE]...", shell_complete=values)
@click.option("--help", "-h", "wants_help", is_flag=True, help="Show this, or what TEMPLATE answers and needs.")
@_LIMIT
@patience_option
@queries_option
@store_option
@format_option
@click.pass_context
def ask(
    ctx: click.Context, template: str | None, values: tuple[str, ...], wants_help: bool, limit: int | None,
    timeout: float | None, folder: Path | None, store: Path, form: str | None,
) -> None:  # fmt: skip
    """Asks a question from the library.

    `gigraph queries` lists them; --queries adds your own. Names of agencies, regulations, platforms, regions and
    reports are given as for `show`; years as 2016.

    \b
    Example:
      gigraph ask top-regulations since=2015 --limit 20
      gigraph ask agencies-in-region region=湖南省
      gigraph ask top-regulations --help
    """
    from gigraph.queries import ask as ask_graph
    from gigraph.queries import bind, find_query
    from gigraph.store import Iri

    if template is None:
        click.echo(ctx.get_help())
        ctx.exit(0 if wants_help else UsageError.exit_code)
    query = find_query(template, folder)
    if wants_help:
        click.echo(_describe(query))
        return
    with open_desk(store) as desk:
        terms = bind(query, pairs(values), lambda text, kind: Iri(desk.resolve(text, kind).iri))
        # Shipped queries are known to be quick; a query of one's own may not be, and runs where it can be stopped.
        answer = ask_graph(desk.asked(quick=query.is_shipped, seconds=timeout), query, terms)
    if not print_answer(answer, form, limit):
        note("nothing found")
        ctx.exit(NOTHING)


@click.command()
@queries_option
@format_option
def queries(folder: Path | None, form: str | None) -> None:
    """Lists the questions that `ask` answers.

    \b
    Example:
      gigraph queries
      gigraph queries --queries my-queries/ --format json
    """
    from gigraph.queries import load_queries

    found = load_queries() | (load_queries(folder) if folder else {})
    records = [
        {
            "theme": query.theme, "name": query.name, "summary": query.summary, "zh": query.zh,
            "parameters": [f"{p.name}={'…' if p.required else p.default}" for p in query.parameters],
            "example": f"gigraph ask {query.name} {query.example}".rstrip(), "cost": query.cost,
        }
        for query in sorted(found.values(), key=lambda query: (query.theme, query.name))
    ]  # fmt: skip
    if decide(form) != "table":
        render(records, form)
        return
    theme = None
    for record in records:
        if record["theme"] != theme:
            theme = record["theme"]
            click.echo(f"\n{theme or 'other'}")
        click.echo(f"  {record['name']}  {' '.join(record['parameters'])}\n      {record['summary']}")
        if record["zh"]:
            click.echo(f"      {record['zh']}")
    click.echo("\ngigraph ask NAME --help tells more of one")


@click.command()
@store_option
@format_option
@click.pass_context
def check(ctx: click.Context, store: Path, form: str | None) -> None:
    """Looks for what should not be in the graph.

    Dangling citations, reports without a publisher or a year, names missing … Exit code 4 where something is found.

    \b
    Example:
      gigraph check
      gigraph check --format json
    """
    from gigraph.queries import ask as ask_graph
    from gigraph.queries import load_checks
    from gigraph.store import Rows

    findings: list[Mapping[str, Any]] = []
    with open_desk(store) as desk:
        for query in load_checks().values():
            answer = ask_graph(desk.graph, query)
            rows = list(answer.dicts()) if isinstance(answer, Rows) else []
            findings += [{"check": query.name, "about": " ".join(str(v) for v in row.values() if v)} for row in rows]
            if rows:
                note(f"{query.name}: {len(rows)}. {query.summary}")
    if findings or decide(form) != "table":
        render(findings, form, columns=("check", "about"))
    if findings:
        ctx.exit(FINDINGS)
    note("all is well")


def pairs(values: tuple[str, ...]) -> dict[str, str]:
    """Values as they are given on the command line. Raises UsageError for what is no NAME=VALUE, or comes twice."""
    pairs = {}
    for value in values:
        name, equals, text = value.partition("=")
        if not equals or not name or not text:
            raise UsageError(f"cannot read {value!r}", hint="Write NAME=VALUE, such as year=2016")
        if name in pairs:
            raise UsageError(f"{name} is given twice", hint="Give it once")
        pairs[name] = text
    return pairs


def _describe(query: "Query") -> str:
    """What a query answers, what it needs, and its text."""
    lines = [query.name, f"  {query.summary}", *([f"  {query.zh}"] if query.zh else []), ""]
    for parameter in query.parameters:
        need = "needed" if parameter.required else "may be left open" if parameter.optional else parameter.default
        lines.append(f"  {parameter.name}=…  {parameter.kind}, {need}")
    if query.cost:
        lines += ["", f"Cost: {query.cost}"]
    if query.example:
        lines += ["", "Example:", f"  gigraph ask {query.name} {query.example}"]
    text = "\n".join(line for line in query.text.split("\n") if not line.startswith("#+"))
    return "\n".join([*lines, "", text.rstrip()])
