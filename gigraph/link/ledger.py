"""What the link pass keeps from run to run, so that the next one need not begin anew: a SQLite file beside the store.

It may be deleted at any time: the next run then starts from all contributions. It says which state of the entities
graph it belongs to, and is only used for that one: a run that was killed between the store's transaction and the
ledger's leaves a ledger of another state, which is not used. What it says must be true of all its rows, also after a
power cut: it keeps SQLite's journal, on disk and synced.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path

from gigraph.link.engine import Fact, Output
from gigraph.link.facts import Facts
from gigraph.store.sqlite import kept_beside

_SCHEMA = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS report (graph TEXT PRIMARY KEY, digest TEXT NOT NULL, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS fact (tab TEXT, own TEXT, item TEXT, count INTEGER NOT NULL, PRIMARY KEY (tab, own, item))
  WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unit (kind TEXT, own TEXT, output TEXT NOT NULL, PRIMARY KEY (kind, own)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS read (tab TEXT, own TEXT, kind TEXT, unit TEXT, PRIMARY KEY (tab, own, kind, unit))
  WITHOUT ROWID;
PRAGMA cache_size = -65536; -- kilobytes: the trees of many reports are read here and there
SELECT count FROM fact LIMIT 1;
"""
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # `json.dumps` would make one each time
_by_key = itemgetter(0, 1)  # table and key of a change
_TABLES = ("state", "report", "fact", "unit", "read")


class Ledger:
    """The ledger's rows; made by `open_ledger`. What a run changes is written by `save` alone."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._kept: dict[tuple[str, str], tuple[Output, Output]] = {}
        self._is_empty = self.state("entities") is None

    def state(self, name: str) -> str | None:
        """What was noted of the last run."""
        row = self._base.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def clear(self) -> None:
        """Forgets everything."""
        for table in _TABLES:
            self._base.execute(f"DELETE FROM {table}")  # noqa: S608  # names of ours
        self._kept.clear()
        self._is_empty = True

    def reports(self) -> dict[str, str]:
        """The digests of the report graphs that have been counted, by graph."""
        return dict(self._base.execute("SELECT graph, digest FROM report"))

    def note(self, graph: str, digest: str, packed: bytes) -> None:
        """Notes what a report graph contributes; kept if `save` follows."""
        self._base.execute("INSERT OR REPLACE INTO report VALUES (?, ?, ?)", (graph, digest, packed))

    def drop(self, graph: str) -> bytes | None:
        """Takes out what a report graph contributed, and gives it; None for one that was not counted."""
        row = self._base.execute("SELECT packed FROM report WHERE graph = ?", (graph,)).fetchone()
        if row is None:
            return None
        self._base.execute("DELETE FROM report WHERE graph = ?", (graph,))
        return bytes(row[0])

    def counts(self, table: str, key: str) -> dict[str, int]:
        """The counted items under a key."""
        if self._is_empty:
            return {}
        return dict(self._base.execute("SELECT item, count FROM fact WHERE tab = ? AND own = ?", (table, key)))

    def recall(self, kind: str, key: str) -> Output:
        """What a unit made when it last ran."""
        if self._is_empty:
            return Output()
        row = self._base.execute("SELECT output FROM unit WHERE kind = ? AND own = ?", (kind, key)).fetchone()
        if row is None:
            return Output()
        rows, statements, reads = json.loads(row[0])
        return Output({(t, k, i) for t, k, i in rows}, set(statements), {(t, k) for t, k in reads})

    def keep(self, kind: str, key: str, before: Output, after: Output) -> None:
        """Notes what a unit has made, to be written by `save`."""
        if (before or after) and before != after:
            self._kept[kind, key] = before, after

    def readers(self, kind: str, fact: Fact) -> Iterable[str]:
        """The units of a kind that looked at a fact when they last ran."""
        if self._is_empty:
            return ()
        sql = "SELECT unit FROM read WHERE tab = ? AND own = ? AND kind = ?"
        return [unit for (unit,) in self._base.execute(sql, (*fact, kind))]

    def save(self, facts: Facts, states: Mapping[str, str]) -> None:
        """Writes what a run has changed, with the reports noted and dropped, as one transaction.

        states: what `state` tells from now on.
        """
        with self._base:
            self._save_facts(facts)
            self._save_units()
            self._base.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", states.items())
        self._kept.clear()
        self._is_empty = False

    def erase(self) -> None:
        """Leaves nothing in the file of what was taken out."""
        self._base.execute("VACUUM")

    def _save_facts(self, facts: Facts) -> None:
        # In the order of the table's tree, in which it takes a third of the time to write them.
        changes = sorted(facts.changes(), key=_by_key)
        if not self._is_empty:
            keys = ((table, key) for table, key, _ in changes)
            self._base.executemany("DELETE FROM fact WHERE tab = ? AND own = ?", keys)
        rows = ((table, key, item, count) for table, key, counts in changes for item, count in counts.items())
        self._base.executemany("INSERT INTO fact VALUES (?, ?, ?, ?)", rows)

    def _save_units(self) -> None:
        gone = [(*fact, *unit) for unit, (was, now) in self._kept.items() for fact in was.reads - now.reads]
        self._base.executemany("DELETE FROM read WHERE (tab, own, kind, unit) = (?, ?, ?, ?)", gone)
        new = [(*fact, *unit) for unit, (was, now) in self._kept.items() for fact in now.reads - was.reads]
        self._base.executemany("INSERT INTO read VALUES (?, ?, ?, ?)", new)
        empty = [unit for unit, (_, now) in self._kept.items() if not now]
        self._base.executemany("DELETE FROM unit WHERE (kind, own) = (?, ?)", empty)
        held = ((*unit, _dumped(now)) for unit, (_, now) in self._kept.items() if now)
        self._base.executemany("INSERT OR REPLACE INTO unit VALUES (?, ?, ?)", held)


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """The ledger at a path; one that is damaged is made anew. A full disk ends the block with NoSpaceError."""
    with kept_beside(path, _SCHEMA) as base:
        yield Ledger(base)


def _dumped(output: Output) -> str:
    parts = [sorted(output.rows), sorted(output.statements), sorted(output.reads)]
    return _encode(parts)
