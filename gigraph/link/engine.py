"""Statements that follow from counted facts, recomputed only where a fact that they were made from has changed.

A unit is a pure function from a key, and from the facts that it reads, to statements and to further facts. Units of one
kind run after those that make the facts they read. The end is the same whatever came first: a run over what changed
leaves what a run over everything would have made.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from gigraph.link.facts import Counts, Facts, Row

Fact = tuple[str, str]  # table, key


@dataclass(slots=True)
class Output:
    """What a unit makes: facts, statements without graph, and the facts beside its key's that it was made from."""

    rows: set[Row] = field(default_factory=set)
    statements: set[str] = field(default_factory=set)
    reads: set[Fact] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.rows or self.statements or self.reads)


class Reader:
    """What a unit sees of the facts, noting what it looks at."""

    def __init__(self, facts: Facts, kind: "Kind", key: str, output: Output) -> None:
        self._facts, self._kind, self._key, self.output = facts, kind, key, output

    def get(self, table: str, key: str) -> Counts:
        """The items under a key with their counts."""
        if key != self._key or table not in self._kind.tables:
            self.output.reads.add((table, key))
        return self._facts.get(table, key)

    def tell(self, table: str, key: str, item: str = "") -> None:
        """A fact that follows."""
        self.output.rows.add((table, key, item))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of unit. tables: a change under a key of these makes the unit of this key run. reads: others it looks at.

    plain: the statements follow from the key alone, and stand while anything is under it.
    """

    name: str
    tables: tuple[str, ...]
    run: Callable[[str, Reader], Iterable[str]]
    reads: tuple[str, ...] = ()
    plain: bool = False


class Memory(Protocol):
    """What units made in earlier runs: `gigraph.link.ledger.Ledger` is one."""

    def recall(self, kind: str, key: str) -> Output: ...

    def keep(self, kind: str, key: str, before: Output, after: Output) -> None: ...

    def readers(self, kind: str, fact: Fact) -> Iterable[str]: ...


class NoMemory:
    """Nothing was made before, and nothing is kept."""

    def recall(self, kind: str, key: str) -> Output:
        return Output()

    def keep(self, kind: str, key: str, before: Output, after: Output) -> None:
        pass

    def readers(self, kind: str, fact: Fact) -> Iterable[str]:
        return ()


def run(kinds: Iterable[Kind], facts: Facts, memory: Memory) -> tuple[set[str], set[str]]:
    """Runs the units that are due; returns the statements that are new and those that are gone.

    Every statement comes from one unit alone.
    """
    net: Counter[str] = Counter()
    for kind in kinds:
        for key in _due(kind, facts, memory):
            before, after = _run(kind, key, facts, memory)
            _apply(before, after, facts, net)
    return {line for line, count in net.items() if count > 0}, {line for line, count in net.items() if count < 0}


def _apply(before: Output, after: Output, facts: Facts, net: Counter[str]) -> None:
    if before.rows != after.rows:
        facts.change(before.rows - after.rows, -1)
        facts.change(after.rows - before.rows, 1)
    if before.statements != after.statements:
        net.update(after.statements - before.statements)
        net.subtract(before.statements - after.statements)


def _due(kind: Kind, facts: Facts, memory: Memory) -> Iterator[str]:
    due = set().union(*(facts.touched(table) for table in kind.tables))
    for table in kind.reads:
        for key in facts.touched(table):
            due.update(memory.readers(kind.name, (table, key)))
    return iter(sorted(due))


def _run(kind: Kind, key: str, facts: Facts, memory: Memory) -> tuple[Output, Output]:
    after = Output()
    there = facts.has(kind.tables, key)
    if kind.plain:
        was = any(facts.touched(table).get(key, bool(facts.get(table, key))) for table in kind.tables)
        made = set(kind.run(key, Reader(facts, kind, key, after))) if there != was else set()
        return (Output(statements=made), after) if was else (after, Output(statements=made))
    before = memory.recall(kind.name, key)
    if there:
        after.statements = set(kind.run(key, Reader(facts, kind, key, after)))
    memory.keep(kind.name, key, before, after)
    return before, after
