"""What two states of a store say differently: graph by graph, statement by statement."""

from collections.abc import Iterator
from dataclasses import dataclass

from gigraph.store.manifest import Entry, read_entries, triple
from gigraph.store.reader import Graph


@dataclass(frozen=True, slots=True)
class Difference:
    """A graph that differs. source: the report's key, None for a derived graph. added, removed: N-Triples without the
    final dot, sorted."""

    graph: str
    source: str | None
    kind: str  # added, removed, changed
    added: tuple[str, ...]
    removed: tuple[str, ...]


def differences(old: Graph, new: Graph) -> Iterator[Difference]:
    """The graphs that differ, reports by source first, then derived graphs.

    Graphs with equal digests in both manifests are not read; `verify` tells whether a manifest is right.
    """
    before, after = read_entries(old), read_entries(new)
    found = {**before, **after}
    for name, entry in sorted(found.items(), key=lambda item: _order(item[1])):
        was, now = before.get(name), after.get(name)
        if was and now and was.graph_digest == now.graph_digest:
            continue
        first, second = _statements(old, name), _statements(new, name)
        kind = "added" if was is None else "removed" if now is None else "changed"
        yield Difference(name, entry.source_key, kind, _sorted(second - first), _sorted(first - second))


def _statements(graph: Graph, name: str) -> set[bytes]:
    return {triple(line) for line in graph.graph_lines(name)}


def _sorted(statements: set[bytes]) -> tuple[str, ...]:
    return tuple(statement.decode() for statement in sorted(statements))


def _order(entry: Entry) -> tuple[bool, str, str]:
    return entry.source_key is None, entry.source_key or "", entry.graph
