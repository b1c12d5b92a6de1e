"""What a store may hold and must hold while builds are ended at any moment: told once, kept for ever.

Each report's graph is that of one state of its document, whole; what was told to be durable or published is not older
than that; readers see one whole state; nothing grows.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from gigraph.build import verify
from gigraph.build.work import Task
from gigraph.iris import report_graph
from gigraph.pipeline.version import pipeline_digest
from gigraph.store import Entry, Graph, open_graph, open_writer
from gigraph.store.layout import Layout
from gigraph.store.manifest import read_entries
from gigraph.store.verify import damages


@dataclass(frozen=True, slots=True)
class State:
    """What a document is made into: the bytes' digest, the pipeline's, and the digest of the graph."""

    digest: str
    pipeline: str
    graph: str


class Promises:
    """The states that each document may be in, in the writer's database and in what readers see; None: not there."""

    def __init__(self, store: Path, folder: Path) -> None:
        self.store, self.folder = store, folder
        self._now: dict[str, State | None] = {}
        self._written: dict[str, set[State | None]] = {}
        self._seen: dict[str, set[State | None]] = {}
        self._generation = 0
        self._files: frozenset[tuple[str, int, int]] = frozenset()
        self._published: dict[str, Entry] = {}

    def begin(self, version: str = "") -> None:
        """From now on builds of the folder, as it is, by this version of the pipeline, may come to any effect."""
        keys = {path.name for path in self.folder.iterdir()}
        pipeline = version * 64 or pipeline_digest()
        self._now = dict.fromkeys(self._now, None)
        self._now |= {key: state_of(key, (self.folder / key).read_bytes(), pipeline) for key in keys}
        for key, state in self._now.items():
            for allowed in (self._written, self._seen):
                allowed.setdefault(key, {None}).add(state)

    def durable(self, keys: Iterable[str]) -> None:
        """These documents were told to be durable."""
        for key in keys:
            self._written[key] = {self._now[key]}

    def ended(self) -> None:
        """A build has ended well: everything is written and published."""
        for key, state in self._now.items():
            self._written[key] = self._seen[key] = {state}

    def check_readers(self) -> None:
        """What `current` names is whole, and not older than what was told."""
        layout = Layout(self.store)
        if not layout.current.is_symlink():
            assert all(None in allowed for allowed in self._seen.values()), "the published state is gone"
            return
        files = _files(layout.current)
        if files != self._files:  # a published state never changes: the same files need no second look
            with open_graph(self.store) as graph:
                assert graph.generation is not None
                assert graph.generation.number > self._generation, "a published state has changed"
                assert (found := list(damages(graph))) == [], found
                self._files, self._generation, self._published = files, graph.generation.number, read_entries(graph)
        _check(self._published, self._seen)

    def check_verified(self) -> None:
        """Nothing is wrong with the published state, by every check that there is."""
        with open_graph(self.store) as graph:
            assert list(verify(graph)) == []

    def check_writer(self, scratch: Path) -> None:
        """What the next build will find: in a copy, since to look for it is to mend it."""
        if not Layout(self.store).marker.exists():
            assert all(None in allowed for allowed in self._written.values()), "the store is gone"
            return
        shutil.rmtree(scratch, ignore_errors=True)
        shutil.copytree(self.store, scratch, symlinks=True)
        with open_writer(scratch) as writer:
            assert list(damages(writer.graph)) == []
            found, fresh = writer.entries(), _fresh(writer.layout)
        _check(found, self._written, fresh)

    def check_litter(self, *, ended: bool) -> None:
        """Nothing is left by a build that has ended; by one that was killed, at most one of each kind.

        A journal of SQLite that had not begun to count may stay until that file is written the next time.
        """
        left = [path.name for pattern in ("*.tmp", "bulk-*") for path in self.store.rglob(pattern)]
        left += [path.name for path in self.store.glob("store.*")]
        generations = [path.name for path in self.store.glob("generations/gen-*")]
        if ended:
            assert left == [], left
            assert len(generations) <= 2, generations
        assert len(generations) <= 4, generations
        assert len(list(self.store.glob("store/LOG.old*"))) <= 1


@lru_cache(maxsize=4096)
def state_of(key: str, data: bytes, pipeline: str) -> State:
    """What a document of these bytes is made into."""
    return State(hashlib.sha256(data).hexdigest(), pipeline, _graph(key, data))


@lru_cache(maxsize=4096)
def _graph(key: str, data: bytes) -> str:
    import tempfile

    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        entry = Task(key, Path(file.name), "").run().entry
    assert entry is not None
    return entry.graph_digest


def _files(folder: Path) -> frozenset[tuple[str, int, int]]:
    """The files of a published state with their sizes and times of change."""
    files = [path for path in folder.resolve().rglob("*") if path.is_file()]
    return frozenset((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files)


def _fresh(layout: Layout) -> dict[str, Entry]:
    """What a rebuilding that has not ended has written so far."""
    if not (layout.fresh / "CURRENT").exists():
        return {}
    try:
        graph = Graph(ox.Store.read_only(str(layout.fresh)))
    except RuntimeError as error:
        if not re.search("Column family not found|Inserts are only possible", str(error)):
            raise
        return {}  # it was ended while it was being made
    assert list(damages(graph)) == []
    found = read_entries(graph)
    graph.close()
    return found


def _check(
    found: Mapping[str, Entry], allowed: Mapping[str, set[State | None]], fresh: Mapping[str, Entry] | None = None
) -> None:
    reports = {entry.source_key for entry in found.values() if entry.source_key is not None}
    assert reports <= set(allowed)
    for key, states in allowed.items():
        here = [_state(entries.get(report_graph(key))) for entries in (found, fresh or {})]
        assert here[0] in states or here[1] in states - {None}, key


def _state(entry: Entry | None) -> State | None:
    return None if entry is None else State(entry.digest, entry.pipeline, entry.graph_digest)
