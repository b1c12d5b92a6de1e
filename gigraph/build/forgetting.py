"""One source taken out of the store: its graph, and what the other graphs said because of it alone."""

import difflib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from gigraph.build.cache import open_cache
from gigraph.build.derived import write_entities
from gigraph.build.plan import keys_of
from gigraph.build.publishing import publish
from gigraph.errors import NotFoundError, StoreError
from gigraph.iris import report_graph, report_iri
from gigraph.link import ENTITIES
from gigraph.store import Entry, Graph, Iri, open_graph, open_writer
from gigraph.store.layout import Layout, check_exists
from gigraph.store.manifest import read_entries
from gigraph.store.terms import Literal
from gigraph.vocab import term


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed.

    source: the key. path: the document, if it is still where it was read. statements: of the report's graph. derived:
    statements of the entities graph that are gone; added: such that took their place (a label that other reports
    give). things: names of the agencies, regulations, platforms and regions that nothing else speaks of.
    """

    source: str
    report: str
    path: Path | None
    statements: int
    derived: int
    added: int
    things: tuple[str, ...]
    generation: int


def forget(store_path: str | os.PathLike[str], source: str) -> Forgotten:
    """Removes the report of a source, given by its key or the report's IRI, and publishes the store without it.

    Its words stay in the files of the database until `compact`. Raises NotFoundError, with the nearest keys, for a
    source that the store does not have. May be killed at any moment and run again, as a build.
    """
    layout = Layout(Path(store_path))
    check_exists(layout)
    with open_writer(layout.root) as writer, open_cache(layout.cache) as cache, _published(layout.root) as published:
        entries, seen = writer.entries(), read_entries(published) if published else {}
        key = _key(source, seen | entries)
        gone, was = entries.pop(report_graph(key), None), writer.graph
        if gone is None and published:  # one that was killed has removed it, and readers see it still
            gone, was = seen[report_graph(key)], published
        assert gone is not None
        before, names = set(was.graph_lines(ENTITIES)), _names(was)
        path = cache.path(key)
        writer.remove(gone.graph)
        cache.forget(key, gone.graph)
        write_entities(writer, entries, cache)
        writer.flush()
        after, left = set(writer.graph.graph_lines(ENTITIES)), _names(writer.graph)
        generation = publish(writer)
    things = tuple(sorted(name for iri, name in names.items() if iri not in left))
    still = path if isinstance(path, Path) and path.exists() else None
    derived, added = len(before - after), len(after - before)
    return Forgotten(key, report_iri(key), still, gone.quads, derived, added, things, generation.number)


@contextmanager
def _published(root: Path) -> Iterator[Graph | None]:
    """What readers see; None where nothing is published."""
    with ExitStack() as opened:
        graph = None
        with suppress(StoreError):
            graph = opened.enter_context(open_graph(root))
        yield graph


def _key(source: str, entries: dict[str, Entry]) -> str:
    keys = sorted(keys_of(entries.values()))
    for key in keys:
        if source in (key, report_iri(key), report_graph(key)):
            return key
    near = difflib.get_close_matches(source, keys, 3, 0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else "gigraph ask report-fields tells the source of a report"
    raise NotFoundError(f"the store has no source {source!r}", hint=hint)


def _names(graph: Graph) -> dict[Iri, str]:
    found = graph.quads(predicate=term("skos:prefLabel"), graph=ENTITIES)
    return {quad.subject: quad.object.value for quad in found if isinstance(quad.object, Literal)}
