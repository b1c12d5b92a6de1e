"""A store on the network made equal to a local one, graph by graph, and a local one made equal to it.

The manifest says what differs. A graph's row says that it is being sent before anything of it changes, and names its
digests only after all of it is there: whatever breaks in between, the next push sends that graph again. A store whose
updates are one transaction (Oxigraph) never shows the state in between; in others a reader may meet it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gigraph.errors import StoreError
from gigraph.store.manifest import (
    MANIFEST,
    Entry,
    digest_of,
    dropped,
    entry_lines,
    manifest_digest,
    read_entries,
    triple,
    unlisted,
)
from gigraph.store.reader import Graph
from gigraph.store.remote.graph import STATED_BY, RemoteGraph
from gigraph.store.statements import update_data
from gigraph.store.terms import Iri, native
from gigraph.store.writer import Writer

SENDING: Final = "sending"  # in the place of a graph's digest
_COUNT: Final = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH $graph { ?s ?p ?o } }"
_PULLED: Final = 100  # graphs a transaction
_HINT: Final = "Run gigraph push again; whoever else writes to this store must not touch gigraph's graphs"

Progress = Callable[[int, int], None]  # graphs done, graphs in all


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much goes into one request: statements of an update (0: contents go by Graph Store), statements of a part."""

    update: int
    part: int
    difference: int


# Virtuoso takes a second for an update of 1,000 statements, refuses 2,000, and makes integers of whole decimals there;
# its Graph Store takes 40,000 a second, as they are.
_VIRTUOSO: Final = Sizes(0, 20_000, 0)
_ANY: Final = Sizes(10_000, 10_000, 10_000)


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did: graphs that were sent, taken out, and the same already; statements that were sent."""

    sent: int
    removed: int
    unchanged: int
    statements: int


def push(
    local: Graph, remote: RemoteGraph, previous: Graph | None = None, progress: Progress = lambda done, total: None
) -> Pushed:
    """Makes the store hold what the local graph holds; only what differs is sent.

    previous: an older state of the local graph; a graph that the store has as it was there gets the difference alone.
    Raises StoreError where the store cannot be reached or does not keep what it is sent; a push after that goes on
    where this one ended.
    """
    wanted, held = read_entries(local), read_entries(remote)
    digest = manifest_digest(wanted.values())
    if wanted == held and remote.stated() == digest:
        return Pushed(0, 0, len(wanted), 0)
    return _Push(local, remote, previous, progress).run(wanted, held, digest)


class _Push:
    """One push. Every request may be sent twice."""

    def __init__(self, local: Graph, remote: RemoteGraph, previous: Graph | None, progress: Progress) -> None:
        self._local, self._remote, self._progress = local, remote, progress
        self._previous = previous
        self._older = read_entries(previous) if previous else {}
        by_graph_store = remote.endpoint.address.graphs and "Virtuoso" in remote.endpoint.server
        self._sizes = _VIRTUOSO if by_graph_store else _ANY
        self._statements = 0

    def run(self, wanted: Mapping[str, Entry], held: Mapping[str, Entry], digest: str) -> Pushed:
        """Takes the old state's mark off, changes what differs, and marks the new state."""
        gone = sorted(set(held) - set(wanted))
        todo = [entry for name, entry in sorted(wanted.items()) if held.get(name) != entry]
        self._update(unlisted(MANIFEST))
        for start in range(0, len(gone), _PULLED):
            self._update(" ".join(map(dropped, gone[start : start + _PULLED])))
        done = 0
        self._progress(0, len(todo))
        for batch in self._batches(todo):
            self._send(batch, held)
            done += len(batch)
            self._progress(done, len(todo))
        self._check(wanted)
        self._update(f"INSERT DATA {{ {update_data(_state_line(digest), MANIFEST)} }}")
        return Pushed(len(todo), len(gone), len(wanted) - len(todo), self._statements)

    def _batches(self, todo: Sequence[Entry]) -> Iterator[list[Entry]]:
        """Entries that are sent together: at least one, as many as fit one request."""
        batch: list[Entry] = []
        size = 0
        for entry in todo:
            if batch and (size + entry.quads > self._sizes.part or len(batch) >= _PULLED):
                yield batch
                batch, size = [], 0
            batch.append(entry)
            size += entry.quads
        if batch:
            yield batch

    def _send(self, batch: Sequence[Entry], held: Mapping[str, Entry]) -> None:
        rows = [entry for entry in batch if _same(held.get(entry.graph), entry)]  # other bytes, the same statements
        rest = [entry for entry in batch if not _same(held.get(entry.graph), entry)]
        small = [entry for entry in rest if not self._amended(entry, held.get(entry.graph))]
        large = [entry for entry in small if entry.quads > self._sizes.update]
        small = [entry for entry in small if entry.quads <= self._sizes.update]
        if small:
            before = "".join(f"{_pending(entry)} DROP SILENT GRAPH {_name(entry)};" for entry in small)
            data = " ".join(update_data(self._lines(entry), entry.graph) for entry in small if entry.quads)
            content = f"INSERT DATA {{ {data} }};" if data else ""
            self._update(f"{before} {content} {_listed([*rows, *small])}")
        if large:
            self._update("".join(map(_pending, large)))
            for entry in large:
                self._send_parts(entry)
        if large or (rows and not small):
            self._update(_listed([*large, *(() if small else rows)]))

    def _amended(self, entry: Entry, theirs: Entry | None) -> bool:
        """Sends the difference to what the store has, where that is known and small."""
        older = self._older.get(entry.graph)
        if not self._sizes.difference or self._previous is None or older is None or not _same(theirs, older):
            return False
        before, after = set(self._previous.graph_lines(entry.graph)), set(self._local.graph_lines(entry.graph))
        gone, new = sorted(before - after), sorted(after - before)
        if len(gone) + len(new) > min(self._sizes.difference, entry.quads):
            return False
        out = f"DELETE DATA {{ {_data(gone, entry)} }};" if gone else ""
        put = f"INSERT DATA {{ {_data(new, entry)} }};" if new else ""
        self._update(f"{_pending(entry)} {out} {put} {_listed([entry])}")
        self._statements += len(gone) + len(new)
        return True

    def _send_parts(self, entry: Entry) -> None:
        """A graph in several requests, its row telling that it is on its way."""
        lines = self._local.graph_lines(entry.graph)
        self._statements += len(lines)
        if self._sizes.update:
            self._update(f"DROP SILENT GRAPH {_name(entry)}")
        for start in range(0, len(lines), self._sizes.part):
            part = lines[start : start + self._sizes.part]
            if self._sizes.update:
                self._update(f"INSERT DATA {{ {_data(part, entry)} }}")
            else:
                triples = b"".join(triple(line) + b" .\n" for line in part)
                self._remote.endpoint.put_graph(entry.graph, triples, more=start > 0)
        found = int(str(next(self._remote.select(_COUNT, {"graph": Iri(entry.graph)}))[0]))
        if found != entry.quads:
            told = f"has {found} of the {entry.quads} statements of {entry.graph}"
            raise StoreError(told, where=self._remote.endpoint.address.shown, hint=_HINT)

    def _lines(self, entry: Entry) -> bytes:
        self._statements += entry.quads
        return b"\n".join(self._local.graph_lines(entry.graph))

    def _check(self, wanted: Mapping[str, Entry]) -> None:
        if read_entries(self._remote) != wanted:
            where = self._remote.endpoint.address.shown
            raise StoreError("the manifest is not what was sent", where=where, hint=_HINT)

    def _update(self, text: str) -> None:
        self._remote.endpoint.update(text.strip().removesuffix(";"))


def pull(remote: RemoteGraph, writer: Writer, progress: Progress = lambda done, total: None) -> int:
    """Makes a local store hold what the remote one holds; returns how many graphs were fetched or taken out.

    Raises StoreError for a graph that is not what its row says: a push is on its way, or somebody changed it.
    """
    wanted, held = read_entries(remote), writer.entries()
    if remote.stated() is None:
        told = "a push to it is under way or was broken off" if wanted else "holds no graph of gigraph's"
        raise StoreError(told, where=remote.endpoint.address.shown, hint="Run gigraph push ADDRESS")
    todo = [entry for name, entry in sorted(wanted.items()) if held.get(name) != entry]
    for name in sorted(set(held) - set(wanted)):
        writer.remove(name)
    for done, entry in enumerate(todo, 1):
        lines = remote.graph_lines(entry.graph)
        if digest_of(entry, lines) != entry.graph_digest:
            where, hint = remote.endpoint.address.shown, "Run gigraph push again, which mends it"
            told = "is being sent, or that was broken off" if entry.graph_digest == SENDING else "is not what was sent"
            raise StoreError(f"{entry.graph} {told}", where=where, hint=hint)
        writer.replace(b"\n".join(lines), entry)
        progress(done, len(todo))
    writer.flush()
    return len(todo) + len(set(held) - set(wanted))


def _same(one: Entry | None, other: Entry) -> bool:
    """Whether a graph has the same statements in both."""
    return one is not None and one.graph_digest == other.graph_digest


def _pending(entry: Entry) -> str:
    """The update that says of a graph that it is on its way."""
    return f"{unlisted(entry.graph)} INSERT DATA {{ {_row(replace(entry, graph_digest=SENDING))} }};"


def _listed(entries: Iterable[Entry]) -> str:
    """The update that gives graphs their rows."""
    found = list(entries)
    return "".join(unlisted(entry.graph) for entry in found) + f"INSERT DATA {{ {' '.join(map(_row, found))} }}"


def _data(lines: Iterable[bytes], entry: Entry) -> str:
    return update_data(b"\n".join(lines), entry.graph)


def _row(entry: Entry) -> str:
    return update_data(entry_lines(entry), MANIFEST)


def _name(entry: Entry) -> str:
    return str(native(Iri(entry.graph)))


def _state_line(digest: str) -> bytes:
    return f'<{MANIFEST}> <{STATED_BY}> "{digest}" <{MANIFEST}> .'.encode()
