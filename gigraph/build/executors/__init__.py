"""Where documents are read: in a pool of processes on this machine, or on the workers of a Dask cluster.

An executor is a function from tasks to their outcomes, in no order. What a document comes to is the same everywhere.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from gigraph.build.fetching import read_all
from gigraph.build.pool import Limits
from gigraph.build.work import Done, Task
from gigraph.errors import UsageError

Executor: TypeAlias = Callable[[Sequence[Task]], Iterator[Done]]


def executor(name: str | None, workers: int | None = None, limits: Limits | None = None) -> Executor:
    """The executor of a name: None or `pool`; `dask-local` or `dask-local:N`; `dask://HOST:PORT`.

    workers: processes of the pool. limits: what one document may take, wherever it is read. Raises UsageError for
    another name, and where Dask is asked for and not installed.
    """
    if name in (None, "pool"):
        return partial(read_all, workers=workers, limits=limits)
    if name is not None and (name.startswith("dask://") or name.partition(":")[0] == "dask-local"):
        if workers is not None:
            hint = "Write dask-local:N; a cluster has its own workers"
            raise UsageError("--workers is for the pool of this machine", where=name, hint=hint)
        try:
            from gigraph.build.executors.dask import on_cluster
        except ImportError as error:
            hint = "pip install 'gigraph[dask]'"
            raise UsageError(f"Dask is not installed ({error})", where=str(name), hint=hint) from error
        return partial(on_cluster, where=name, limits=limits or Limits())
    raise UsageError(f"there is no executor {name!r}", hint="pool, dask-local, dask-local:N or dask://HOST:PORT")
