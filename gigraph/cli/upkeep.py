"""verify, compact, forget, diff: what a store needs besides building and asking."""

from contextlib import closing
from pathlib import Path
from typing import Any

import click

from gigraph.cli.options import format_option, local_store_option
from gigraph.cli.progress import ProgressLine
from gigraph.cli.render import decide, note, render, render_record
from gigraph.errors import UsageError

FINDINGS = 4
SHOWN_THINGS = 20


@click.command()
@click.option("--shapes/--no-shapes", default=None, help="Check the SHACL shapes too; by default where pyshacl can.")
@local_store_option
@format_option
@click.pass_context
def verify(ctx: click.Context, shapes: bool | None, store: Path, form: str | None) -> None:
    """Checks that a store is whole.

    Recomputes the digest and the count of every graph, compares the indexes, the names and the record of what was
    published, and runs the checks of `gigraph check` and the shapes. Exit code 4 where something is wrong.

    \b
    Example:
      gigraph verify
      gigraph verify --no-shapes --format json
    """
    from gigraph.build import shape_violations, shapes_refused
    from gigraph.build import verify as search
    from gigraph.store import open_graph

    line = ProgressLine()
    with open_graph(store) as graph, closing(line):
        found = list(search(graph, lambda what: line.step(f"checking {what}")))
        refused = shapes_refused(graph) if shapes is None else None
        if refused:
            line.close()
            note(refused)
        elif shapes is not False:
            line.step("checking shapes")
            found += shape_violations(graph)
    if found or decide(form) != "table":
        render([{"check": f.check, "about": f.about} for f in found], form, columns=("check", "about"))
    if found:
        ctx.exit(FINDINGS)
    note("all is well")


@click.command()
@local_store_option
@format_option
def compact(store: Path, form: str | None) -> None:
    """Writes the store anew, smaller.

    Also the only way to erase the words of reports that were changed or removed: until then they stay in the files of
    the database. Look-ups go on meanwhile. It needs as much free disk as the store takes.

    \b
    Example:
      gigraph compact
      gigraph forget 2017/withdrawn.txt && gigraph compact
    """
    from gigraph.build import compact as write_anew

    line = ProgressLine()
    with closing(line):
        done = write_anew(store, lambda written, total: line.step(f"writing {written:,} of {total:,} graphs"))
    record: dict[str, Any] = {
        "store": str(store), "generation": done.generation, "graphs": done.graphs, "statements": done.statements,
        "bytes before": done.before, "bytes after": done.after, "still read": list(done.held),
    }  # fmt: skip
    render_record(record, form)
    if done.held:
        note(f"{', '.join(done.held)} is being read and keeps its old text: run gigraph compact again later")


@click.command()
@click.argument("source")
@local_store_option
@format_option
def forget(source: str, store: Path, form: str | None) -> None:
    """Takes one source out of the graph.

    SOURCE is its key (the path within the folder that was built) or the IRI of its report. What the graph said because
    of this report alone goes with it. `gigraph compact` then erases its words from disk.

    \b
    Example:
      gigraph forget 2017/withdrawn.txt
    """
    from gigraph.build import forget as remove

    done = remove(store, source)
    record: dict[str, Any] = {
        "source": done.source, "report": done.report, "generation": done.generation, "statements": done.statements,
        "derived statements": done.derived, "added instead": done.added, "things": list(done.things),
    }  # fmt: skip
    if decide(form) == "table" and len(done.things) > SHOWN_THINGS:
        record["things"] = [*done.things[:SHOWN_THINGS], f"and {len(done.things) - SHOWN_THINGS} more"]
    render_record(record, form)
    if done.path:
        note(f"{done.path} is still there: the next build of its folder reads it again, unless it is moved away")
    note("its words stay in the files of the database until gigraph compact")


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--facts", is_flag=True, help="List every statement that was added (+) or removed (-).")
@local_store_option
@format_option
def diff(old: str, new: str, facts: bool, store: Path, form: str | None) -> None:
    """What changed from one graph to another.

    OLD and NEW are folders of stores, or numbers of generations of --store. A row a report, then the derived graphs.

    \b
    Example:
      gigraph diff 3 4
      gigraph diff old-graph graph --facts
    """
    from gigraph.store import open_graph
    from gigraph.store.difference import differences

    records: list[dict[str, Any]] = []
    with open_graph(_state(old, store)) as before, open_graph(_state(new, store)) as after:
        for found in differences(before, after):
            about = {"graph": found.graph, "source": found.source or found.graph.rpartition("/")[2], "is": found.kind}
            if facts:
                records += [about | {"change": "-", "fact": fact} for fact in found.removed]
                records += [about | {"change": "+", "fact": fact} for fact in found.added]
            else:
                records.append(about | {"added": len(found.added), "removed": len(found.removed)})
    if records or decide(form) != "table":
        columns = ("graph", "source", "is", *(("change", "fact") if facts else ("added", "removed")))
        render(records, form, columns=columns, hide=("graph", *(("is",) if facts else ())))
    if not records:
        note("no difference")


def _state(name: str, store: Path) -> Path:
    """The folder of a store, or of one of its generations."""
    if not name.isdecimal():
        return Path(name)
    found = store / "generations" / f"gen-{int(name):06d}"
    if not found.exists():
        kept = sorted(int(path.name[4:]) for path in found.parent.glob("gen-*") if path.name[4:].isdecimal())
        hint = f"It keeps {', '.join(map(str, kept)) or 'none'}"
        raise UsageError(f"has no generation {int(name)}", where=str(store), hint=hint)
    return found
