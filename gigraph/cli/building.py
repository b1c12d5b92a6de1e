"""build, demo: from folders of documents to a graph."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gigraph.cli.desk import open_desk
from gigraph.cli.options import Place, SourcePlace, format_option, limits_options, store_option
from gigraph.cli.progress import ProgressLine
from gigraph.cli.pushing import send
from gigraph.cli.render import decide, note, render, render_object, table
from gigraph.errors import UsageError

if TYPE_CHECKING:
    from gigraph.build import Summary

SHOWN_PROBLEMS = 20
DEMO_STORE, DEMO_PICTURES = Path("graph-demo"), "demo"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="DIR...", type=SourcePlace(path_type=Path))
@click.option("--prune", is_flag=True, help="Take out reports whose documents are not in DIR any more.")
@click.option("--workers", type=click.IntRange(0), help="Processes that read documents; 0 reads in this one.")
@click.option("--root", type=SourcePlace(path_type=Path, exists=True, file_okay=False), help="What keys start from.")
@click.option(
    "--sources",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A list of path and URL, or a WARC file's index (CDX, CDXJ); without it links.tsv in DIR.",
)
@click.option(
    "--executor",
    metavar="WHERE",
    help="Where documents are read: pool (this machine, the default), dask-local:N, or dask://HOST:PORT.",
)
@click.option(
    "--work",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where a graph for a store on the network is built; without it a folder of its own in graph-remote.",
)
@limits_options
@store_option
@format_option
@click.pass_context
def build(
    ctx: click.Context, paths: tuple[Place, ...], prune: bool, workers: int | None, root: Place | None,
    sources: Path | None, executor: str | None, work: Path | None, timeout: float, memory: int, store: Place,
    form: str | None,
) -> None:  # fmt: skip
    """Builds the graph of the documents in DIR.

    A graph that is there already is brought up to date. Documents that did not change are not read again; one that
    cannot be read is told, and the build goes on (exit code 5). A build may be stopped at any moment and run again.
    With the address of a store on the network as --store, the graph is built here and then sent (see gigraph push).

    DIR may be an address that fsspec knows (s3://, https://, sftp://, github://, zip://…::…): what is in it is listed,
    and fetched a little ahead of the reading. On the web a folder's address ends in /. Nothing else is ever fetched.
    The workers of a Dask cluster fetch for themselves; paths must be the same on all of them (a shared folder), and so
    must gigraph and its libraries. What they read comes back through Dask; only this machine writes the graph.

    \b
    Example:
      gigraph build reports/
      gigraph build reports/ more-reports/ --store my-graph --prune
      gigraph build pages/ --sources pages.cdxj
      gigraph build s3://bucket/reports/ --executor dask://scheduler:8786
      gigraph build reports/ --store sparql+http://localhost:7878/
    """
    from gigraph.build import Limits
    from gigraph.build.remote import work_folder

    place = store if isinstance(store, Path) else work or work_folder(store)
    if work and isinstance(store, Path):
        raise UsageError("--work is for a store on the network", hint="Name the folder with --store")
    limits = Limits(timeout, memory)
    options = {"root": root, "limits": limits, "sources": sources, "executor": executor}
    summary = _build(paths, place, prune=prune, workers=workers, **options)
    sent = send(place, store) if isinstance(store, str) else None
    _print_summary(summary, place, form)
    if sent:
        note(f"{store}: {sent.sent} graphs sent, {sent.removed} removed, {sent.unchanged} unchanged")
    ctx.exit(summary.exit_code)


@click.command()
@click.option("--store", type=click.Path(path_type=Path), default=DEMO_STORE, show_default=True, help="Where to build.")
@click.pass_context
def demo(ctx: click.Context, store: Path) -> None:
    """Builds a graph of the shipped reports and shows it.

    Leaves pictures of it in the folder demo: graph.html, graph.gexf, graph.graphml.

    \b
    Example:
      gigraph demo
    """
    from gigraph.cli.pictures import leave_pictures
    from gigraph.queries import lookups
    from gigraph.resources import resource

    reports = resource("seeds", "reports")
    summary = _build((reports,), store)
    _print_summary(summary, store, "table")
    with open_desk(store) as desk:
        for agency in lookups.citing_agencies(desk.graph):
            click.echo(f"\n{agency.name}")
            entries = lookups.cites(desk.graph, agency.iri)
            table([_line(entry) for entry in entries])
        click.echo("\nNamed by more than one agency")
        table([row for row in lookups.most_cited(desk.graph) if row["agencies"] > 1], hide=("regulation",))
        pictures = leave_pictures(
            desk.graph, store.with_name(DEMO_PICTURES if store.name != DEMO_PICTURES else "pictures"), reports
        )
    click.echo(f"\nWritten: {store} (the graph), {', '.join(map(str, pictures))} (its network). Try next:")
    for command in ("cited-by 政府信息公开条例", "cites 湖南省机关事务管理局", "show 省财政厅", "queries"):
        click.echo(f"  gigraph {command}" + ("" if command == "queries" else f" --store {store}"))
    ctx.exit(summary.exit_code)


def _build(paths: tuple[Place, ...], store: Path, **options: Any) -> "Summary":
    from gigraph.build import build as build_graph

    line = ProgressLine()
    try:
        return build_graph(paths, store, progress=line, **options)
    finally:
        line.close()


def _print_summary(summary: "Summary", store: Path, form: str | None) -> None:
    """The outcome: counts of documents and of the graph, then the problems by file."""
    done = {
        name: getattr(summary, name)
        for name in ("built", "changed", "unchanged", "removed", "kept", "skipped", "left_out")
    }
    counts = {name: summary.count(name) for name in ("reports", "duplicates", "agencies", "regulations", "platforms")}
    counts |= {
        f"citations {name}": summary.count("citations", name) for name in ("resolved", "ambiguous", "unresolved")
    }
    counts |= {f"mentions {name}": summary.count("mentions", name) for name in ("ambiguous", "unresolved")}
    told = sorted(summary.problems, key=lambda problem: not problem.skipped)  # what is skipped goes first
    problems = [{"file": p.source, "code": p.code, "message": p.message} for p in told]
    head = {"store": str(store), "generation": summary.generation, "documents": done}
    if summary.kept:
        note(
            "reports that stay in the graph, though their documents are not in DIR or cannot be read any more: "
            f"{summary.kept:,} (--prune takes them out)"
        )
    if render_object({**head, **counts, "codes": summary.codes, "problems": problems}, form):
        return
    if decide(form) != "table":
        render([{"name": name, "value": value} for name, value in {**done, **counts}.items()], form)
        return
    click.echo(f"{store}: generation {summary.generation}")
    click.echo(
        f"{'documents':<24}{', '.join(f'{count} {_said(name)}' for name, count in done.items() if count) or 'none'}"
    )
    for name, count in counts.items():
        click.echo(f"{name:<24}{count:,}")
    if problems:
        click.echo(f"\n{summary.skipped} skipped, {len(problems)} problems by code (gigraph codes)")
        table([{"code": code, "documents": n, "meaning": meaning_of(code)} for code, n in summary.codes.items()])
        click.echo("\nproblems by file")
        table(problems[:SHOWN_PROBLEMS])
        if len(problems) > SHOWN_PROBLEMS:
            note(f"all of them: {store / 'problems.jsonl'}")


def _said(name: str) -> str:
    return "left out (hidden, or no kind of document)" if name == "left_out" else name


def meaning_of(code: str) -> str:
    """What a code says."""
    from gigraph.registry.problem_codes import problem_codes

    return problem_codes()[code].meaning


@click.command()
@click.argument("wanted", metavar="[CODE]...", nargs=-1)
@format_option
def codes(wanted: tuple[str, ...], form: str | None) -> None:
    """Lists the codes of problems, with meaning and mending.

    \b
    E-...: the document is skipped. W-...: it is in the graph, and this is to be known of it.
    Exit codes of build and extract: 0 all is in, 5 some documents were skipped, 1 nothing could be read,
    2 wrong command or path, 73 another process writes to the graph, 74 the disk is full, 130 stopped.

    \b
    Example:
      gigraph codes
      gigraph codes W-DUP E-SCANNED
    """
    from gigraph.registry.problem_codes import problem_codes

    known = problem_codes()
    if unknown := [code for code in wanted if code.upper() not in known]:
        raise UsageError(f"no problem has the code {unknown[0]!r}", hint="`gigraph codes` lists them")
    rows = [known[code.upper()] for code in wanted] or known.values()
    render([{"code": r.code, "effect": r.effect, "meaning": r.meaning, "mend": r.mend} for r in rows], form)


def _line(entry: Any) -> dict[str, Any]:
    record = entry.record()
    return {key: record[key] for key in ("regulationLabel", "number", "relation", "years", "evidence")}
