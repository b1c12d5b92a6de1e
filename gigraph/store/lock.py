"""One writing process a store, by a lock of the operating system that ends with the process."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gigraph.errors import StoreLockedError


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Holds the lock file while the block runs; it names this process.

    Raises StoreLockedError, with the holder's pid, where another process (or this one, a second time) holds it.
    The file stays: a lock file that is deleted can be held twice.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(descriptor, path)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def hold_shared(path: Path) -> Iterator[None]:
    """Keeps a published generation from being dropped while the block runs; without effect where locks do not work."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_SH)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def hold_alone(path: Path) -> Iterator[bool]:
    """Whether no reader holds the file with `hold_shared`; while the block runs, new readers wait."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "unknown"
        hint = "Wait until it has finished, or end it; look-ups go on meanwhile"
        raise StoreLockedError(
            f"process {holder} is writing to this store", where=str(path.parent), hint=hint
        ) from error
