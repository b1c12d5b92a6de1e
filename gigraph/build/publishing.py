"""The last step of a build: the state that readers see, made anew only where it would differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gigraph.build.garbage import kept
from gigraph.errors import StoreError
from gigraph.link import ENTITIES, count, index_names, names_of
from gigraph.pipeline.version import pipeline_digest, published_digest
from gigraph.search import update_index, write_index
from gigraph.store import Entry, Graph, Writer, manifest_digest, root_digest
from gigraph.store.generations import Generation, current_generation, drop_old
from gigraph.vocab import gi

_COPY = gi("duplicateOf")


@dataclass(frozen=True, slots=True)
class Change:
    """What may have other names than in a state that was published: things (IRIs). before: that state's root digest."""

    before: str
    things: frozenset[str]


def change_since(before: Iterable[Entry], things: Iterable[str] | None) -> Change | None:
    """A change since the state with these manifest rows; None where everything may be other than it was."""
    return None if things is None else Change(root_digest(before), frozenset(things))


def publish(writer: Writer, *, anew: bool = False, change: Change | None = None) -> Generation:
    """The published state of what the writer's database holds.

    anew: also where the present one says the same. change: all that is other than in an earlier state; where that is
    the present one, its name index is brought up to date and not written anew.
    """
    entries = writer.entries()
    state = {
        "rootDigest": root_digest(entries.values()),
        "manifestDigest": manifest_digest(entries.values()),
        "publishedDigest": published_digest(),
    }
    present = _present(writer)
    if present and not anew and all(present.info.get(name) == value for name, value in state.items()):
        drop_old(writer.layout)  # a build that was killed may have left some
        return present
    info = {
        **state,
        "counts": count(writer.graph),
        "graphs": len(entries),
        "statements": sum(entry.quads for entry in entries.values()),
        "pipelineDigest": pipeline_digest(),
    }
    fits = present and change and present.info.get("rootDigest") == change.before
    former = present.names if present and fits and present.info.get("publishedDigest") == published_digest() else None

    def write_names(graph: Graph, folder: Path) -> None:
        path = folder / "names.sqlite"
        things = set(change.things) if change else set()
        things |= {str(quad.object) for thing in things for quad in graph.quads(thing, _COPY, graph=ENTITIES)}
        if former is None or not update_index(former, path, things, names_of(graph, sorted(things))):
            with kept():
                write_index(path, index_names(graph))

    return writer.publish(info, write_names)


def _present(writer: Writer) -> Generation | None:
    try:
        present = current_generation(writer.layout)
    except StoreError:
        return None
    return present if present.names.exists() and present.database.exists() else None
