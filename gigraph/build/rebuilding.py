"""A new database instead of many replacements: loading in bulk is some ten times as fast, and leaves nothing behind."""

from collections.abc import Iterator, Mapping

from gigraph.build.loading import CHUNK
from gigraph.build.plan import Plan
from gigraph.store import Entry, Writer

SHARE = 0.3  # of the reports that another version made
LEAST = 50  # reports; below that it does not matter


def deserves_rebuilding(plan: Plan, held: Mapping[str, Entry]) -> bool:
    """Whether so many reports have to be made anew that a new database is the shorter way."""
    reports = sum(entry.source_key is not None for entry in held.values())
    return plan.outdated >= LEAST and plan.outdated > SHARE * reports


def resumable(fresh: Writer, pipeline: str) -> dict[str, Entry]:
    """What an earlier rebuilding that was stopped has made already; what another version made is removed."""
    entries = fresh.entries()
    for graph, entry in list(entries.items()):
        if entry.source_key is None or entry.pipeline != pipeline:
            fresh.remove(graph)
            del entries[graph]
    return entries


def inherit(fresh: Writer, former: Writer, have: dict[str, Entry], before: Mapping[str, Entry], gone: set[str]) -> None:
    """Takes over the reports that were not made anew: their documents are not among the paths, or cannot be read now.

    have: what the new database holds; it grows. gone: graphs that are not taken over.
    """
    left = [e for e in before.values() if e.source_key is not None and e.graph not in have and e.graph not in gone]
    for batch in take_over(fresh, former, left):
        have.update((entry.graph, entry) for entry in batch)


def take_over(fresh: Writer, former: Writer, entries: list[Entry]) -> Iterator[list[Entry]]:
    """Copies graphs with their rows, chunk by chunk; gives the rows of each chunk when it is written."""
    for batch in _batches(entries):
        fresh.add([(_lines(former, entry), entry) for entry in batch], bulk=True)
        yield batch


def _batches(entries: list[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    quads = 0
    for entry in entries:
        batch.append(entry)
        quads += entry.quads
        if quads >= CHUNK:
            yield batch
            batch, quads = [], 0
    if batch:
        yield batch


def _lines(former: Writer, entry: Entry) -> bytes:
    return b"".join(line + b"\n" for line in former.graph.graph_lines(entry.graph))
