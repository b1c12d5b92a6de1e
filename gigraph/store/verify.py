"""Whether a store holds what its manifest says: every graph recomputed from the statements that are there."""

from collections.abc import Iterator

from gigraph.store.manifest import MANIFEST, Entry, graph_digest, read_entries, root_digest
from gigraph.store.reader import Graph


def damages(graph: Graph) -> Iterator[str]:
    """One sentence a damage: a graph without a row, a row without its graph, a count or a digest that differs."""
    entries = read_entries(graph)
    present = set(graph.graphs()) - {MANIFEST}
    yield from (f"{name}: not in the manifest" for name in sorted(present - set(entries)))
    for name, entry in sorted(entries.items()):
        lines = graph.graph_lines(name)
        if len(lines) != entry.quads:
            yield f"{name}: {len(lines)} statements, the manifest says {entry.quads}"
        elif graph_digest(lines) != entry.graph_digest:
            yield f"{name}: the statements differ from the manifest's digest"
    yield from _against_record(graph, entries)


def _against_record(graph: Graph, entries: dict[str, Entry]) -> Iterator[str]:
    # The manifest may itself have lost rows: the generation's record stands outside the database.
    if graph.generation is None or "rootDigest" not in graph.generation.info:
        return
    if root_digest(entries.values()) != graph.generation.info["rootDigest"]:
        yield f"{graph.generation.path.name}: the manifest differs from the record of the published state"
