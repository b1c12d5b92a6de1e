"""What the link pass counts: items under keys of tables, each with the number of reports and units that say so.

A fact is there as long as anything says it; taking away what one report said leaves what others said. Held in memory;
a ledger keeps what a run leaves, and the next run loads what it needs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

Row = tuple[str, str, str]  # table, key, item
Counts = Mapping[str, int]

_NONE: Counts = MappingProxyType({})


class Shelf(Protocol):
    """Where facts of earlier runs are kept: `gigraph.link.ledger.Ledger` is one."""

    def counts(self, table: str, key: str) -> dict[str, int]: ...


class Facts:
    """The counted facts of a run, and which keys it has touched."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf
        self._held = defaultdict[str, dict[str, dict[str, int]]](dict)
        self._touched = defaultdict[str, dict[str, bool]](dict)  # by table and key: whether anything was there before

    def get(self, table: str, key: str) -> Counts:
        """The items under a key with their counts; empty where there is none."""
        held = self._held[table]
        if key not in held:
            if self._shelf is None:
                return _NONE
            held[key] = self._shelf.counts(table, key)
        return held[key]

    def has(self, tables: Iterable[str], key: str) -> bool:
        """Whether anything is under a key of one of some tables."""
        for table in tables:  # noqa: SIM110  # asked for every unit: a generator would cost more than the look-up
            if self.get(table, key):
                return True
        return False

    def change(self, rows: Iterable[Row], by: int) -> None:
        """Says each row once more (by=1) or once less (by=-1)."""
        for table, key, item in rows:
            held = self._held[table]
            counts = held.get(key)
            if counts is None:
                counts = held[key] = self._shelf.counts(table, key) if self._shelf else {}
            touched = self._touched[table]
            if key not in touched:
                touched[key] = bool(counts)
            left = counts.get(item, 0) + by
            if left < 0:
                raise ValueError(f"less than nothing of {item!r} under {table} {key!r}")
            if left:
                counts[item] = left
            else:
                del counts[item]

    def touched(self, table: str) -> Mapping[str, bool]:
        """The keys of a table that changed in this run, and whether anything was under them before."""
        return self._touched.get(table, {})

    def changes(self) -> Iterator[tuple[str, str, Counts]]:
        """What a ledger has to keep: each touched key with its present counts."""
        for table, keys in self._touched.items():
            for key in keys:
                yield table, key, self._held[table][key]
