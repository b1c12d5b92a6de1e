"""The last step of a build: the state that readers see, made anew only where it would differ."""

from pathlib import Path

from gigraph.errors import StoreError
from gigraph.link import count, index_names
from gigraph.pipeline.version import pipeline_digest, published_digest
from gigraph.search import write_index
from gigraph.store import Graph, Writer, manifest_digest, root_digest
from gigraph.store.generations import Generation, current_generation


def publish(writer: Writer, *, anew: bool = False) -> Generation:
    """The published state of what the writer's database holds. anew: also where the present one says the same."""
    entries = writer.entries()
    state = {
        "rootDigest": root_digest(entries.values()),
        "manifestDigest": manifest_digest(entries.values()),
        "publishedDigest": published_digest(),
    }
    present = _present(writer)
    if present and not anew and all(present.info.get(name) == value for name, value in state.items()):
        return present
    info = {
        **state,
        "counts": count(writer.graph),
        "graphs": len(entries),
        "statements": sum(entry.quads for entry in entries.values()),
        "pipelineDigest": pipeline_digest(),
    }
    return writer.publish(info, _write_names)


def _present(writer: Writer) -> Generation | None:
    try:
        present = current_generation(writer.layout)
    except StoreError:
        return None
    return present if present.names.exists() and present.database.exists() else None


def _write_names(graph: Graph, folder: Path) -> None:
    write_index(folder / "names.sqlite", index_names(graph))
