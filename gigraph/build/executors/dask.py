"""Documents read on the workers of a Dask cluster, which see the same files; each in a guarded process of its own.

A shard is some tasks; what it comes to is a pure function of their files. Dask gives the shard of a worker that died
to another one. Outcomes come back through the scheduler: a report's lines are some tens of kilobytes.
"""

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from distributed import Client, LocalCluster, as_completed
from distributed.scheduler import KilledWorker

from gigraph.build.fetching import read_all
from gigraph.build.pool import MORE_MEMORY, Limits
from gigraph.build.work import Done, Task
from gigraph.errors import GigraphError, UsageError
from gigraph.pipeline.version import pipeline_digest

SMALLEST, SHARD = 16, 256  # documents: a process for them takes about a second to start
AHEAD = 256  # shards that are with the scheduler at once
CONNECT_SECONDS = 10


def on_cluster(tasks: Sequence[Task], where: str, limits: Limits) -> Iterator[Done]:
    """The outcome of every task, as shards come back. where: `dask://HOST:PORT`, `dask-local` or `dask-local:N`.

    Raises UsageError where no scheduler answers, GigraphError where a worker has another version of gigraph.
    """
    if not tasks:
        return
    with _client(where) as client:
        size = max(SMALLEST, min(SHARD, len(tasks) // (4 * sum(client.nthreads().values()))))
        shards = iter([tuple(tasks[start : start + size]) for start in range(0, len(tasks), size)])

        def submit(shard: tuple[Task, ...]) -> Any:
            return client.submit(read_shard, shard, limits, pure=False)

        given = {future: shard for shard in islice(shards, AHEAD) for future in (submit(shard),)}
        arriving: Any = as_completed(list(given), loop=client.loop)  # type: ignore[no-untyped-call]
        for future in arriving:
            shard = given.pop(future)
            yield from _outcome(future, shard)
            for following in islice(shards, 1):
                more = submit(following)
                given[more] = following
                arriving.add(more)


def read_shard(tasks: tuple[Task, ...], limits: Limits) -> list[Done]:
    """The outcomes of some tasks in their order, read by a process beside the worker's own, within the limits.

    Raises GigraphError on a worker whose code or data differ: it would make other graphs under the same digest.
    """
    if any(task.pipeline != pipeline_digest() for task in tasks):
        hint = "Install the same gigraph, and the same versions of its libraries, on all workers"
        raise GigraphError("another version of gigraph reads there", where=socket.gethostname(), hint=hint)
    done = {outcome.task.key: outcome for outcome in read_all(tasks, 1, limits)}
    return [done[task.key] for task in tasks]


def _outcome(future: Any, shard: tuple[Task, ...]) -> Iterator[Done]:
    try:
        yield from future.result()
    except KilledWorker:
        # The limits hold within a worker: what kills several of them is the machine's affair, and is told.
        for task in shard:
            yield task.given_up("E-CRASH", "the workers that were given it died, one after the other", MORE_MEMORY)
    finally:
        future.release()


@contextmanager
def _client(where: str) -> Iterator[Any]:
    if where.startswith("dask://"):
        address = f"tcp://{where.removeprefix('dask://').rstrip('/')}"
        try:
            client: Any = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            hint = "Start one with `dask scheduler`, and workers with `dask worker HOST:PORT`"
            raise UsageError("no Dask scheduler answers", where=where, hint=hint) from error
        with client:
            yield client
        return
    number = where.partition(":")[2]
    if number and not (number.isdecimal() and int(number)):
        raise UsageError("is no number of workers", where=where, hint="Write dask-local:2")
    count = int(number) if number else None
    with (
        LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster,  # type: ignore[no-untyped-call]
        Client(cluster, set_as_default=False) as client,  # type: ignore[no-untyped-call]
    ):
        yield client
