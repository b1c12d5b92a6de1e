"""Worker processes with limits for each document: kill and start anew, the suspect tried once more alone.

The workers are started afresh (nothing is forked), so the database of the parent is never in two processes.
"""

import os
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sized
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Generic, Protocol, TypeVar

from gigraph.build.worker import READY
from gigraph.confinement import start_child
from gigraph.errors import GigraphError

START_SECONDS = 120.0
BATCH = 8  # tasks a message
MORE_TIME = "Give documents more with --timeout SECONDS, or save it in a simpler format"
MORE_MEMORY = "Save it again or in another format; where memory was short, give documents more with --memory MB"
Outcome = TypeVar("Outcome")
Outcome_co = TypeVar("Outcome_co", covariant=True)
_BOOT = "import sys; sys.path[:] = sys.argv[3:]; from gigraph.build.worker import main; main(*map(int, sys.argv[1:3]))"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: seconds, and megabytes of its process's address space."""

    seconds: float = 30.0
    megabytes: int = 1024


class Job(Protocol[Outcome_co]):
    """What is to be done with one document: an object that can be sent to another process."""

    @property
    def key(self) -> str:
        """The document's name; no two jobs of a run have the same."""

    def run(self) -> Outcome_co:
        """Does it. Raises no Exception."""

    def given_up(self, code: str, what: str, hint: str) -> Outcome_co:
        """The outcome where it was not to be done."""


def run_tasks(
    tasks: Iterable[Job[Outcome]], workers: int | None = None, limits: Limits | None = None
) -> Iterator[Outcome]:
    """The outcome of every task, in no order. workers: 0 works in this process, without limits; None as is usual.

    A document that kills its worker twice ends as E-CRASH, one that takes too long twice as E-TIMEOUT.
    """
    if workers is None:
        workers = usual_workers(len(tasks) if isinstance(tasks, Sized) else None)
    if workers == 0:
        return (task.run() for task in tasks)
    return Pool[Outcome](workers, limits or Limits()).run(tasks)


def usual_workers(tasks: int | None = None) -> int:
    """As many processes as there are cores, fewer for a few tasks."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if tasks is None else min(cores, -(-tasks // 2))


class _Worker(Generic[Outcome]):
    """A child process and the tasks that it has been given and not answered, the first being the one it is at."""

    def __init__(self, limits: Limits) -> None:
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the worker
        self.process, self.connection = start_child(_BOOT, limits.megabytes, self.errors)
        self.ready = False
        self.tasks: deque[Job[Outcome]] = deque()
        self.since = time.monotonic()

    def give(self, tasks: list[Job[Outcome]]) -> None:
        if not self.tasks:
            self.since = time.monotonic()
        self.tasks += tasks
        with suppress(OSError):  # it has just died: what it was given comes back when that is noticed
            self.connection.send(tasks)

    def end(self) -> str:
        """Kills it; returns the last line that it wrote."""
        self.process.kill()
        self.process.wait()
        self.connection.close()
        self.errors.seek(0)
        lines = self.errors.read().decode("utf-8", "replace").strip().splitlines()
        self.errors.close()
        return lines[-1] if lines else ""


class Pool(Generic[Outcome]):
    """Some workers and what is left to do."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self._count = workers
        self._limits = limits
        self._workers: dict[Connection, _Worker[Outcome]] = {}
        self._waiting: Iterator[Job[Outcome]] = iter(())
        self._again: deque[Job[Outcome]] = deque()  # tasks of workers that died behind the suspect
        self._suspects: deque[Job[Outcome]] = deque()  # each to be tried once more, alone
        self._tried: set[str] = set()

    def run(self, tasks: Iterable[Job[Outcome]]) -> Iterator[Outcome]:
        """The outcomes as they come. The workers end with the iteration."""
        self._waiting = iter(tasks)
        try:
            while True:
                self._feed()
                if not self._workers:
                    return
                for connection in wait(list(self._workers), timeout=1.0):
                    assert isinstance(connection, Connection)
                    yield from self._receive(self._workers[connection])
                yield from self._check_times()
        finally:
            for worker in self._workers.values():
                worker.end()

    def _feed(self) -> None:
        """Gives every worker enough to do, ends those for whom nothing is left, starts new ones while there is work."""
        for connection, worker in list(self._workers.items()):
            if not worker.ready or len(worker.tasks) >= BATCH // 2 or self._is_alone(worker):
                continue
            if batch := self._next(idle=not worker.tasks):
                worker.give(batch)
            elif not worker.tasks:
                del self._workers[connection]
                worker.end()
        while len(self._workers) < self._count and self._work_is_left():
            worker = _Worker[Outcome](self._limits)
            self._workers[worker.connection] = worker

    def _is_alone(self, worker: _Worker[Outcome]) -> bool:
        """Whether the worker is at a suspect: then it gets nothing else."""
        return bool(worker.tasks) and worker.tasks[0].key in self._tried

    def _next(self, *, idle: bool) -> list[Job[Outcome]]:
        batch = [self._again.popleft() for _ in range(min(BATCH, len(self._again)))]
        batch += islice(self._waiting, BATCH - len(batch))
        return batch or ([self._suspects.popleft()] if idle and self._suspects else [])

    def _work_is_left(self) -> bool:
        if not self._again:
            self._again.extend(islice(self._waiting, 1))
        return bool(self._again or self._suspects)

    def _receive(self, worker: _Worker[Outcome]) -> Iterator[Outcome]:
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._died(worker, "E-CRASH")
            return
        if message == READY:
            worker.ready = True
        else:
            worker.tasks.popleft()
            yield message
        worker.since = time.monotonic()

    def _check_times(self) -> Iterator[Outcome]:
        now = time.monotonic()
        for worker in list(self._workers.values()):
            limit = self._limits.seconds if worker.ready else START_SECONDS
            if (worker.tasks or not worker.ready) and now - worker.since > limit:
                yield from self._died(worker, "E-TIMEOUT")

    def _died(self, worker: _Worker[Outcome], code: str) -> Iterator[Outcome]:
        del self._workers[worker.connection]
        last = worker.end()
        if not worker.ready:
            raise GigraphError(f"a worker process could not start: {last or 'no message'}")
        tasks, worker.tasks = worker.tasks, deque()
        if not tasks:
            return
        suspect = tasks.popleft()
        self._again += tasks
        if suspect.key not in self._tried:
            self._tried.add(suspect.key)
            self._suspects.append(suspect)
            return
        if code == "E-TIMEOUT":
            yield suspect.given_up(code, f"it takes longer than {self._limits.seconds:g} s", MORE_TIME)
        else:
            told = f": {last[:200]}" if last else ""
            yield suspect.given_up(code, f"reading it ends the process{told}", MORE_MEMORY)
