"""Documents read on the workers of a Dask cluster, which see the same files; each in a guarded process of its own.

A shard is some tasks; what it comes to is a pure function of their files. Dask gives the shard of a worker that died
to another one, also where it was done and not yet fetched.

Outcomes come back through Dask, packed, and not through files in a shared folder. A seed report is 11 kB of text and
229 kB of N-Quads, packed 16 kB: a thousand reports a second are 16 MB/s, an eighth of what 1 Gbit/s carries, and more
than one store takes in. Files would have to be named, written aside, renamed (which object stores cannot do at once),
read back over the same network and cleaned up after what died, by a right that the workers do not need now. What Dask
holds at once is bounded instead: some shards a thread, some 4 MB each, on the workers; through the scheduler they pass.
"""

import pickle
import socket
import zlib
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
AHEAD = 3  # shards a thread of the cluster that are given out at once: one that is read, and two so that none waits
CONNECT_SECONDS = 10


def on_cluster(tasks: Sequence[Task], where: str, limits: Limits) -> Iterator[Done]:
    """The outcome of every task, as shards come back. where: `dask://HOST:PORT`, `dask-local` or `dask-local:N`.

    Raises UsageError where no scheduler answers, it has no workers, or one of them cannot open an address; GigraphError
    where a worker has another version of gigraph.
    """
    if not tasks:
        return
    with _client(where) as client:
        size = max(SMALLEST, min(SHARD, len(tasks) // (4 * _threads(client))))
        shards = iter([tuple(tasks[start : start + size]) for start in range(0, len(tasks), size)])
        given: dict[Any, tuple[Task, ...]] = {}
        arriving: Any = as_completed([], loop=client.loop)  # type: ignore[no-untyped-call]

        def give() -> None:
            for shard in islice(shards, max(0, AHEAD * _threads(client) - len(given))):
                future = client.submit(read_shard, shard, limits, pure=False)
                given[future] = shard
                arriving.add(future)

        give()
        for future in arriving:
            shard = given.pop(future)
            give()  # workers may have come or gone
            yield from _outcome(future, shard)


def _threads(client: Any) -> int:
    return max(1, sum(int(threads) for threads in client.nthreads().values()))


def read_shard(tasks: tuple[Task, ...], limits: Limits) -> bytes:
    """The outcomes of some tasks in their order, packed; read by a process beside the worker's own, within the limits.

    Raises GigraphError on a worker whose code or data differ: it would make other graphs under the same digest.
    """
    if any(task.pipeline != pipeline_digest() for task in tasks):
        hint = "Install the same gigraph, and the same versions of its libraries, on all workers"
        raise GigraphError("another version of gigraph reads there", where=socket.gethostname(), hint=hint)
    try:
        done = {outcome.task.key: outcome for outcome in read_all(tasks, 1, limits)}
    except UsageError as error:  # a filesystem's package is missing there
        raise UsageError(error.what, where=f"{socket.gethostname()}: {error.where}", hint=error.hint) from error
    return pack([done[task.key] for task in tasks])


def pack(outcomes: list[Done]) -> bytes:
    """Outcomes as they travel: a fifteenth of their size, for some milliseconds a report of a worker's time."""
    return zlib.compress(pickle.dumps(outcomes, protocol=5), 1)


def unpack(packed: bytes) -> list[Done]:
    """The outcomes that were packed. Dask trusts what its workers send in the same way."""
    return list(pickle.loads(zlib.decompress(packed)))  # noqa: S301


def _outcome(future: Any, shard: tuple[Task, ...]) -> Iterator[Done]:
    try:
        yield from unpack(future.result())
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
            _await_worker(client, where)
            yield client
        return
    yield from _local(where)


def _await_worker(client: Any, where: str) -> None:
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except TimeoutError as error:
        hint = "Start some with `dask worker HOST:PORT`"
        raise UsageError("the Dask scheduler has no workers", where=where, hint=hint) from error


def _local(where: str) -> Iterator[Any]:
    number = where.partition(":")[2]
    if number and not (number.isdecimal() and int(number)):
        raise UsageError("is no number of workers", where=where, hint="Write dask-local:2")
    count = int(number) if number else None
    with (
        LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster,  # type: ignore[no-untyped-call]
        Client(cluster, set_as_default=False) as client,  # type: ignore[no-untyped-call]
    ):
        yield client
