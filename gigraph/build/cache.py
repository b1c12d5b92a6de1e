"""What a build remembers to be faster next time; it may be deleted at any time, and nothing is wrong without it.

Which file was read under which key, so that an unchanged file is not read again; and what each report adds to the
entities, until the link pass has counted it, so that it need not read the reports' graphs. As in git's index, a file
that was written within the last moments is not trusted to be the same by its times alone.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gigraph.build.work import Stamp
from gigraph.documents.distant import Distant, is_distant
from gigraph.store import Entry
from gigraph.store.sqlite import kept_beside

_FRESH = 2_000_000_000  # nanoseconds within which a second change may leave the times as they are
_SCHEMA = """
CREATE TABLE IF NOT EXISTS input (key TEXT PRIMARY KEY, path BLOB NOT NULL, size INTEGER, modified INTEGER,
  changed INTEGER, inode INTEGER, digest TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS input_path ON input (path);
CREATE TABLE IF NOT EXISTS contribution (graph TEXT PRIMARY KEY, digest TEXT NOT NULL, version TEXT NOT NULL,
  packed BLOB NOT NULL);
SELECT size, modified, changed, inode FROM input LIMIT 1; SELECT packed FROM contribution LIMIT 1;
"""


class Cache:
    """The rows of the cache; made by `open_cache`."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def digest(self, key: str, path: Path | Distant, stamp: Stamp) -> str | None:
        """The digest of the file's bytes when it was read under this key, if it is the same by its stamp."""
        sql = "SELECT digest FROM input WHERE (key, path, size, modified, changed, inode) = (?, ?, ?, ?, ?, ?)"
        row = self._base.execute(sql, (key, _bytes(path), *_numbers(stamp))).fetchone()
        return None if row is None else str(row[0])

    def path(self, key: str) -> Path | str | None:
        """The file that was read under this key, or its address."""
        row = self._base.execute("SELECT path FROM input WHERE key = ?", (key,)).fetchone()
        text = None if row is None else os.fsdecode(row[0])
        return text if text is None or is_distant(text) else Path(text)

    def keys(self, path: Path | Distant) -> set[str]:
        """The keys under which a file was read."""
        return {str(key) for (key,) in self._base.execute("SELECT key FROM input WHERE path = ?", (_bytes(path),))}

    def remember(self, key: str, path: Path | Distant, stamp: Stamp, digest: str) -> None:
        """Notes that a file was read; a stamp that is too fresh is noted as none."""
        fresh = time.time_ns() - max(stamp.modified, stamp.changed) < _FRESH
        numbers = (None, None, None, None) if fresh else _numbers(stamp)
        row = (key, _bytes(path), *numbers, digest)
        self._base.execute("INSERT OR REPLACE INTO input VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def forget(self, key: str, graph: str) -> None:
        """Drops a key and what its graph adds."""
        self._base.execute("DELETE FROM input WHERE key = ?", (key,))
        self._base.execute("DELETE FROM contribution WHERE graph = ?", (graph,))

    def contribution(self, entry: Entry, version: str) -> bytes | None:
        """What a graph adds to the entities, if it is this very graph and was read by this version."""
        sql = "SELECT packed FROM contribution WHERE (graph, digest, version) = (?, ?, ?)"
        row = self._base.execute(sql, (entry.graph, entry.graph_digest, version)).fetchone()
        return None if row is None else bytes(row[0])

    def keep(self, entry: Entry, version: str, packed: bytes) -> None:
        """Notes what a graph adds to the entities."""
        row = (entry.graph, entry.graph_digest, version, packed)
        self._base.execute("INSERT OR REPLACE INTO contribution VALUES (?, ?, ?, ?)", row)

    def forget_contributions(self) -> None:
        """Drops all contributions: the link pass has counted them, and keeps them itself."""
        self._base.execute("DELETE FROM contribution")

    def erase(self) -> None:
        """Leaves nothing in the file of what was forgotten."""
        self._base.commit()
        self._base.execute("VACUUM")

    def save(self) -> None:
        """Writes what was noted."""
        with suppress(sqlite3.DatabaseError):  # a cache that cannot be written costs time, not the build
            self._base.commit()


@contextmanager
def open_cache(path: Path) -> Iterator[Cache]:
    """The cache at a path; one that is damaged is made anew. What was noted is kept when the block ends."""
    with kept_beside(path, _SCHEMA) as base:
        cache = Cache(base)
        try:
            yield cache
        finally:
            cache.save()


def named(place: Path | Distant) -> Path | str:
    """A file's path, or its address without what changes with its state."""
    return place.url if isinstance(place, Distant) else place


def _bytes(place: Path | Distant) -> bytes:
    return os.fsencode(named(place))


def _numbers(stamp: Stamp) -> tuple[int, int, int, int]:
    return stamp.size, stamp.modified, stamp.changed, stamp.inode - 2**64 if stamp.inode >= 2**63 else stamp.inode
