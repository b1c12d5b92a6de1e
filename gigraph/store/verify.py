"""Whether a store holds what its manifest says: every graph recomputed from the statements that are there."""

from collections.abc import Iterator

from gigraph.errors import StoreError
from gigraph.store.agreement import disagreements
from gigraph.store.manifest import MANIFEST, Entry, digest_of, read_entries, root_digest
from gigraph.store.reader import Graph


def damages(graph: Graph) -> Iterator[str]:
    """One sentence a damage: a graph without a row, a row without its graph, a count or a digest that differs."""
    entries = read_entries(graph)
    present = set(graph.graphs()) - {MANIFEST}
    yield from (f"{name}: not in the manifest" for name in sorted(present - set(entries)))
    for name, entry in sorted(entries.items()):
        yield from _of_graph(graph, name, entry)
    yield from _against_record(graph, entries)


def deep_damages(graph: Graph) -> Iterator[str]:
    """The same, and whether the indexes of the database agree; a file that cannot be read is a damage, no error."""
    for search in (damages, disagreements):
        try:
            yield from search(graph)
        except StoreError as error:
            yield error.what


def _of_graph(graph: Graph, name: str, entry: Entry) -> Iterator[str]:
    try:
        lines = graph.graph_lines(name)
    except StoreError as error:
        yield f"{name}: {error.what}"
        return
    if len(lines) != entry.quads:
        yield f"{name}: {len(lines)} statements, the manifest says {entry.quads}"
    elif digest_of(entry, lines) != entry.graph_digest:
        yield f"{name}: the statements differ from the manifest's digest"


def _against_record(graph: Graph, entries: dict[str, Entry]) -> Iterator[str]:
    # The manifest may itself have lost rows: the generation's record stands outside the database.
    if graph.generation is None:
        return
    here, info = graph.generation.path.name, graph.generation.info
    if "rootDigest" in info and root_digest(entries.values()) != info["rootDigest"]:
        yield f"{here}: the manifest differs from the record of the published state"
    if "graphs" in info and len(entries) != info["graphs"]:
        yield f"{here}: {len(entries)} graphs, the record says {info['graphs']}"
