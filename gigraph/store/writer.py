"""Writing: one process, one database, every call whole or not at all, and nothing acknowledged before it is durable."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from gigraph.errors import NoSpaceError, StoreError
from gigraph.store import generations
from gigraph.store.layout import Layout, adopt, check_ours, mark, sweep, sync
from gigraph.store.lock import hold
from gigraph.store.manifest import MANIFEST, Entry, dropped, entry_lines, read_entries, unlisted
from gigraph.store.reader import Graph
from gigraph.store.statements import update_data
from gigraph.store.troubles import is_full, translate

# From about this many statements on, writing sorted files costs a third of what the transaction log costs.
BULK = 3_000
# After this many bulk-loaded statements the overlapping files are merged: scans get 1.6 to 4.3 times faster.
MANY = 1_000_000

# So many statements of a difference are bulk loaded: in an update each would cost ten times as much.
MUCH = 20_000

Sidecar = Callable[[Graph, Path], None]


class Writer:
    """The database of a store, open for writing: one thread at a time, never after a fork. `open_writer` makes it."""

    def __init__(self, layout: Layout, store: ox.Store) -> None:
        self.layout = layout
        self._store = store
        self._pid = os.getpid()
        self._bulk_loaded = 0  # statements since the files were last merged
        self._beside = ThreadPoolExecutor(1, "gigraph-merge")
        self._merging: list[Future[None]] = []
        self._rows: dict[str, Entry] | None = None  # the manifest as it stands, once it has been asked for
        self.graph = Graph(store)

    def entries(self) -> dict[str, Entry]:
        """The manifest: a row a graph."""
        if self._rows is None:
            self._rows = read_entries(self.graph)
        return dict(self._rows)

    def add(self, batch: Sequence[tuple[bytes, Entry]], *, bulk: bool = False) -> None:
        """New graphs (N-Quads lines) with their manifest rows, as one transaction. Durable after `flush`.

        bulk: write sorted files also for a few statements; else only from BULK on.

        A graph that is there already would be merged with: use `replace` for those. Raises StoreError for lines that
        are no N-Quads; then nothing of the batch is written.
        """
        data = b"".join(part for lines, entry in batch for part in (lines, entry_lines(entry)))
        quads = sum(entry.quads for _, entry in batch)
        with self._writing():
            if quads < BULK and not bulk:
                self._store.load(data, format=ox.RdfFormat.N_QUADS)
            else:
                self._store.bulk_load(data, format=ox.RdfFormat.N_QUADS)
                self._bulk_loaded += quads
            self._note(*(entry for _, entry in batch))

    def replace(self, lines: bytes, entry: Entry) -> None:
        """A graph's new content and manifest row in place of the old ones, as one transaction."""
        with self._writing():
            # Half of a corrected report stays, and to look a statement up costs half of what it costs to write one.
            before, after = set(self.graph.graph_lines(entry.graph)), set(lines.splitlines())
            self._exchange(sorted(before - after), sorted(after - before), entry)

    def amend(self, removed: Iterable[bytes], added: Iterable[bytes], entry: Entry) -> None:
        """A graph's difference and its new manifest row; the lines are N-Quads of that graph.

        One transaction, but where very much is added two: the graph is without a row between them, as good as none.
        """
        added = list(added)
        with self._writing():
            if len(added) <= MUCH:
                self._exchange(removed, added, entry)
                return
            gone = update_data(b"\n".join(removed), entry.graph)
            self._store.update(f"DELETE DATA {{ {gone} }}; {unlisted(entry.graph)}")
            self._unnote(entry.graph)
        self.add([(b"".join(line + b"\n" for line in added), entry)])

    def _exchange(self, removed: Iterable[bytes], added: Iterable[bytes], entry: Entry) -> None:
        gone, new = (update_data(b"\n".join(lines), entry.graph) for lines in (removed, added))
        row = update_data(entry_lines(entry), MANIFEST)
        self._store.update(f"DELETE DATA {{ {gone} }}; {unlisted(entry.graph)} INSERT DATA {{ {new} {row} }}")
        self._note(entry)

    def remove(self, graph: str) -> None:
        """Removes a graph and its manifest row, as one transaction."""
        with self._writing():
            self._store.update(dropped(graph))
            self._unnote(graph)

    def flush(self) -> None:
        """Makes all that was written durable, also against a power cut. Before it, success may not be told."""
        with self._writing():
            self._store.flush()

    def merge(self) -> None:
        """Begins to merge the files of what was bulk loaded, if it is much; `publish` waits for that."""
        if self._bulk_loaded > MANY:
            self._bulk_loaded = 0
            self._merging.append(self._beside.submit(self._store.optimize))

    def publish(self, info: Mapping[str, Any], sidecar: Sidecar) -> generations.Generation:
        """Makes the present state the one that readers see.

        sidecar: writes further files into the generation's folder (the name index), given its graph.
        """
        with self._writing():
            self.merge()
            while self._merging:
                self._merging.pop().result()
            self._store.flush()
            aside = generations.begin(self.layout)
            self._store.backup(str(aside / "store"))
            sidecar(Graph(ox.Store.read_only(str(aside / "store"))), aside)
            return generations.finish(self.layout, aside, info)

    def discard_fresh(self) -> None:
        """Deletes what an earlier, unfinished rebuilding left.

        Under another name, which the next opening sweeps: half of a database would not open.
        """
        if self.layout.fresh.exists():
            aside = self.layout.fresh.with_suffix(".tmp")
            os.rename(self.layout.fresh, aside)
            shutil.rmtree(aside, ignore_errors=True)

    def _open_fresh(self) -> ox.Store:
        """The second database; one that does not open holds nothing but work that can be done again."""
        try:
            return _open(self.layout.fresh)
        except NoSpaceError:
            raise
        except StoreError:
            self.discard_fresh()
            return _open(self.layout.fresh)

    @contextmanager
    def rebuilding(self) -> Iterator["Writer"]:
        """A second database beside this one, which takes its place once the block has ended well and this is closed.

        Where a block ends otherwise, its database stays for the next time. What is read from this one is not lost.
        """
        fresh = Writer(self.layout, self._open_fresh())
        try:
            yield fresh
        finally:
            fresh.close()
        os.rename(self.layout.fresh, self.layout.successor)
        sync(self.layout.root)

    def _note(self, *entries: Entry) -> None:
        if self._rows is not None:
            self._rows.update((entry.graph, entry) for entry in entries)

    def _unnote(self, graph: str) -> None:
        if self._rows is not None:
            self._rows.pop(graph, None)

    def close(self) -> None:
        """Flushes and lets the database go."""
        try:
            self._beside.shutdown(wait=True)
            self.flush()
        finally:
            self._store = ox.Store()
            self.graph.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if os.getpid() != self._pid:
            raise StoreError("the store was opened before a fork", hint="Open it in the process that writes")
        try:
            yield
        except SyntaxError as error:
            raise StoreError(f"statements that are no N-Quads: {error.msg}", where=str(self.layout.root)) from error
        except (OSError, RuntimeError) as error:
            raise translate(error, self.layout.root) from error


@contextmanager
def open_writer(path: str | os.PathLike[str]) -> Iterator[Writer]:
    """The store at a path, made where there is none, for the one process that may write.

    Raises StoreLockedError while another process writes, StoreError for a folder that is not ours or is damaged.
    """
    layout = Layout(Path(path))
    check_ours(layout)
    try:
        if not layout.root.exists():
            layout.root.mkdir(parents=True, exist_ok=True)
            sync(layout.root.parent)
    except OSError as error:
        raise translate(error, layout.root) from error
    with hold(layout.lock):
        check_ours(layout)
        mark(layout)
        sweep(layout)
        if layout.current.is_symlink():
            generations.drop_old(layout)  # left by one that was killed when it had published
        writer = Writer(layout, _open(layout.database))
        try:
            yield writer
        except OSError as error:
            if is_full(error):
                raise translate(error, layout.root) from error
            raise
        finally:
            writer.close()
            adopt(layout)


def _open(database: Path) -> ox.Store:
    try:
        is_new = not database.exists()
        store = ox.Store(str(database))
        if is_new:
            sync(database.parent)
        return store
    except (OSError, RuntimeError, ValueError) as error:
        known = translate(error, database.parent)
        if isinstance(known, NoSpaceError):
            raise known from error
        hint = "Delete the store and build again: it is made anew from the documents, which are not touched"
        raise StoreError(f"the database is damaged ({error})", where=str(database), hint=hint) from error
