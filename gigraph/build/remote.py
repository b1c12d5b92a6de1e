"""Stores on the network: what a build sends there, and what a reader keeps of them on its own disk.

The local store stays the truth: it is built as always and then sent. A reader keeps the name index; of a store that
answers our questions wrongly (Virtuoso 7) it keeps the graph itself, brought up to date by the manifest.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gigraph.build.publishing import publish
from gigraph.errors import StoreError
from gigraph.link import index_names
from gigraph.pipeline.version import published_digest
from gigraph.search import write_index
from gigraph.store import Graph, open_graph, open_writer
from gigraph.store.generations import generation_at
from gigraph.store.layout import Layout
from gigraph.store.remote.graph import RemoteGraph, open_remote
from gigraph.store.remote.replica import Progress, Pushed, pull
from gigraph.store.remote.replica import push as send

_UNTRUSTED = "Virtuoso"  # 7.2 crashes on, refuses or answers wrongly a fifth of the shipped questions
_KEPT = 3  # indexes of older states


def push(store: str | os.PathLike[str], address: str, progress: Progress = lambda done, total: None) -> Pushed:
    """Makes the store at `sparql+http://…` hold the published state of a local store; only what differs is sent.

    Raises UsageError for what is no address, StoreError where one of the stores cannot be used. A push that broke off
    is finished by the next.
    """
    with open_graph(store) as local, open_remote(address) as remote, _generation_before(local) as previous:
        return send(local, remote, previous, progress)


def work_folder(address: str) -> Path:
    """The local store of an address where none is named: a folder of its own in `graph-remote`.

    >>> work_folder("sparql+http://localhost:7878/")
    PosixPath('graph-remote/localhost-7878')
    """
    return Path("graph-remote", re.sub(r"[^\w.]+", "-", address.partition("://")[2]).strip("-."))


@contextmanager
def open_distant(
    address: str, progress: Progress = lambda done, total: None
) -> Iterator[tuple[Graph, Path, Path | None]]:
    """The graph at an address, its name index, and the local store that is read in its place, if there is one."""
    with open_remote(address) as remote:
        state = remote.state()
        if _UNTRUSTED not in remote.endpoint.server:
            yield remote, _index(remote, address, state), None
            return
        mirror = _cache() / f"mirror-{_digest(address)}"
        _bring_up(mirror, remote, state, progress)
    with open_graph(mirror) as graph:
        assert graph.generation is not None
        yield graph, graph.generation.names, mirror


def _bring_up(mirror: Path, remote: RemoteGraph, state: str, progress: Progress) -> None:
    with suppress(StoreError), open_graph(mirror) as graph:
        if graph.generation and graph.generation.info.get("manifestDigest") == state:
            return
    with open_writer(mirror) as writer:
        pull(remote, writer, progress)
        publish(writer)


def _index(remote: RemoteGraph, address: str, state: str) -> Path:
    """The name index of a state of a store, made from its statements when it is first asked for."""
    mine = f"names-{_digest(address)}"
    path = _cache() / f"{mine}-{_digest(state + published_digest())}.sqlite"
    if path.exists():
        return path
    aside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        write_index(aside, index_names(remote))
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    older = sorted(path.parent.glob(f"{mine}-*.sqlite"), key=lambda other: other.stat().st_mtime)
    for other in older[:-_KEPT]:
        other.unlink(missing_ok=True)
    return path


def _cache() -> Path:
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gigraph"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]


@contextmanager
def _generation_before(local: Graph) -> Iterator[Graph | None]:
    """The published state before this one, where it is still kept."""
    here = local.generation
    older = here and generation_at(Layout(here.path.parent.parent).generations / f"gen-{here.number - 1:06d}")
    if not older:
        yield None
        return
    with open_graph(older.path) as graph:
        yield graph
