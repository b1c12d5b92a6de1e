"""From finished documents to the store: in chunks, by one writing thread, while other documents are being read.

That lines are N-Quads is checked by the store that reads them, once; only where it refuses some are they looked at
report by report, so that one bad report costs itself alone.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from gigraph.build.work import Done, fault
from gigraph.errors import NoSpaceError, StoreError
from gigraph.store import Entry, Writer
from gigraph.store.statements import check_nquads
from gigraph.store.writer import BULK

CHUNK = 300_000  # statements; fewer and greater ones leave less to be merged, and take more memory
SECONDS = 10.0  # after which a smaller chunk is written too
TRANSACTION = 100  # reports


class Loader:
    """Takes finished documents; writes them chunk by chunk and flushes, then tells which are durable.

    A document whose lines are no N-Quads is told too, without a graph and with its problem.
    """

    def __init__(self, writer: Writer, held: dict[str, Entry], durable: Callable[[list[Done]], None]) -> None:
        self._writer = writer
        self._held = held  # the manifest as it stands in the store
        self._durable = durable  # called in the thread of the caller
        self._thread = ThreadPoolExecutor(1, "gigraph-writer")
        self._chunk: list[Done] = []
        self._quads = 0
        self._since = time.monotonic()
        self._running: Future[list[Done]] | None = None

    def take(self, done: Done) -> None:
        """A document with its graph."""
        assert done.entry is not None
        self._chunk.append(done)
        self._quads += done.entry.quads
        if self._quads >= CHUNK or time.monotonic() - self._since > SECONDS:
            self._start()

    def finish(self) -> None:
        """Writes what is left; afterwards everything is durable."""
        self._start()
        self._wait()

    def close(self) -> None:
        """Waits for the writing thread; what was not begun is not written."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> None:
        self._wait()
        if self._chunk:
            chunk, self._chunk = self._chunk, []
            self._running = self._thread.submit(_write, self._writer, chunk, self._held)
            self._quads = 0
        self._since = time.monotonic()

    def _wait(self) -> None:
        if self._running:
            future, self._running = self._running, None
            chunk = future.result()
            self._held.update((done.entry.graph, done.entry) for done in chunk if done.entry)
            self._durable(chunk)


@contextmanager
def loading(writer: Writer, held: dict[str, Entry], durable: Callable[[list[Done]], None]) -> Iterator[Loader]:
    """A loader whose thread ends with the block, however the block ends."""
    loader = Loader(writer, held, durable)
    try:
        yield loader
    finally:
        loader.close()


def _write(writer: Writer, chunk: list[Done], held: dict[str, Entry]) -> list[Done]:
    """Writes a chunk; returns its documents, those that the store refuses as given up."""
    try:
        _put(writer, chunk, held)
    except NoSpaceError:
        raise
    except StoreError:
        checked = [_checked(done) for done in chunk]
        if all(done.entry for done in checked):
            raise
        chunk = checked
        _put(writer, [done for done in chunk if done.entry], held)  # once more for some: the same statements
    writer.flush()
    return chunk


def _put(writer: Writer, chunk: Sequence[Done], held: dict[str, Entry]) -> None:
    new = [(done.lines, done.entry) for done in chunk if done.entry and done.entry.graph not in held]
    bulk = sum(entry.quads for _, entry in new) >= BULK
    size = len(new) if bulk else TRANSACTION
    for start in range(0, len(new), size or 1):
        writer.add(new[start : start + size])
    for done in chunk:
        if done.entry and (before := held.get(done.entry.graph)):
            if before.graph_digest == done.entry.graph_digest:
                writer.amend((), (), done.entry)  # other bytes or another version, the same facts
            else:
                writer.replace(done.lines, done.entry)


def _checked(done: Done) -> Done:
    try:
        check_nquads(done.lines)
    except ValueError as error:
        return done.task.given_up(*fault(error))
    return done
