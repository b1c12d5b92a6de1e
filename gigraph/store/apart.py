"""A query in a process of its own: it can be stopped, its memory is its own affair, and it has no network.

The store's library has no time limit, no memory limit and does not hear Ctrl-C while a query runs; a process can be
killed at any moment, and readers leave nothing behind.
"""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from gigraph.confinement import cut_network, die_with_the_parent, limit_memory, start_child
from gigraph.errors import GigraphError, QueryError, QueryLimitError
from gigraph.store.answers import Answer, Rows
from gigraph.store.gate import check_query
from gigraph.store.reader import open_graph
from gigraph.store.terms import Bindable

SECONDS = 60.0
MEGABYTES = 4_000  # of address space; RocksDB maps its files into it
_BOOT = "import sys; sys.path[:] = sys.argv[3:]; from gigraph.store.apart import serve; serve(*map(int, sys.argv[1:3]))"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may take: seconds, megabytes of address space, and rows (or triples) of its answer; None: no end."""

    seconds: float | None = SECONDS
    megabytes: int | None = MEGABYTES
    rows: int | None = None


class Apart:
    """Asks the published state of a store as `Graph.query` does, each query in a new process.

    was_cut: whether the last answer had more rows than the limit.
    """

    def __init__(self, store: str | os.PathLike[str], limits: Limits | None = None) -> None:
        self._store = os.fspath(store)
        self._limits = limits or Limits()
        self.was_cut = False

    def query(
        self,
        sparql: str,
        substitutions: Mapping[str, Bindable] | None = None,
        *,
        prefixes: Mapping[str, str] | None = None,
        terms: bool = False,
    ) -> Answer:
        """The answer, within the limits. KeyboardInterrupt ends the process at once.

        Raises QueryError for a query that is wrong, QueryLimitError for one that takes too long or too much, and what
        `open_graph` raises for the store.
        """
        check_query(sparql)
        most = None if self._limits.rows is None else self._limits.rows + 1
        request = (self._store, sparql, dict(substitutions or {}), dict(prefixes or {}), terms, most)
        answer, self.was_cut = cut(_ask(request, self._limits), self._limits.rows)
        return answer


def cut(answer: Answer, limit: int | None) -> tuple[Answer, bool]:
    """An answer with at most so many rows or triples, and whether it had more."""
    rows = answer.rows if isinstance(answer, Rows) else answer
    if isinstance(answer, bool) or not isinstance(rows, tuple) or limit is None or len(rows) <= limit:
        return answer, False
    return (Rows(answer.variables, answer.rows[:limit]) if isinstance(answer, Rows) else answer[:limit]), True


def _ask(request: tuple[Any, ...], limits: Limits) -> Answer:
    with tempfile.TemporaryFile() as errors:
        # Ctrl-C reaches this process alone, which ends the other.
        process, ours = start_child(_BOOT, os.getpid(), errors, own_session=True)
        try:
            with suppress(BrokenPipeError):
                ours.send((limits.megabytes, request))
            return _receive(ours, limits)
        finally:
            process.kill()
            process.wait()
            ours.close()


def _receive(connection: Connection, limits: Limits) -> Answer:
    if not connection.poll(limits.seconds):
        hint = "Give it more with --timeout, or ask for less: name graphs and properties, bind what is known"
        raise QueryLimitError(f"stopped after {limits.seconds:g} s", where="query", hint=hint)
    try:
        answer = connection.recv()
    except (EOFError, ConnectionResetError):
        hint = f"It may take {limits.megabytes} MB (--memory); ask for less, or give it more"
        raise QueryLimitError("its process ended without an answer", where="query", hint=hint) from None
    if isinstance(answer, GigraphError):
        raise answer
    found: Answer = answer
    return found


def serve(descriptor: int, parent: int) -> None:
    """The other process: one request, one answer."""
    die_with_the_parent(parent)
    cut_network()
    connection = Connection(descriptor)
    megabytes, (store, sparql, substitutions, prefixes, terms, most) = connection.recv()
    answer: Answer | GigraphError
    try:
        with open_graph(store) as graph:
            limit_memory(megabytes)
            answer = graph.query(sparql, substitutions, prefixes=prefixes, terms=terms, most=most)
            connection.send(answer)
    except MemoryError:
        os._exit(1)
    except GigraphError as error:
        connection.send(error)
    except (ValueError, OverflowError, RuntimeError) as error:
        connection.send(QueryError(str(error), where="query"))
    os._exit(0)
