"""Files at addresses brought here before they are read: the processes that read documents have no network.

Some threads of the process above them fetch, a little ahead of the readers, into a folder that goes with the run; a
file leaves it when its documents are done. So disk and memory that are taken do not grow with the number of files. On a
cluster each worker does so for its own shard.
"""

import tempfile
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from gigraph.build.afar import suffix_of
from gigraph.build.pool import Job, Limits, run_tasks, usual_workers
from gigraph.documents import MAX_BYTES, MOST_ARCHIVE
from gigraph.documents.distant import Distant, close_all, fetch, opened
from gigraph.errors import GigraphError, ReadError

THREADS = 16
AHEAD = 48  # documents


class _Local(Protocol):
    """The outcome of an errand."""

    @property
    def local(self) -> Path | None:
        """Where the file had been brought, if it lay elsewhere."""


Outcome = TypeVar("Outcome", bound=_Local)
Outcome_co = TypeVar("Outcome_co", bound=_Local, covariant=True)


class Errand(Job[Outcome_co], Protocol[Outcome_co]):
    """A job with one file, which may lie elsewhere."""

    @property
    def path(self) -> Path | Distant:
        """Where the file lies."""

    @property
    def member(self) -> str:
        """The document's name in the file, where the file is an archive."""

    def at(self, local: Path) -> "Errand[Outcome_co]":
        """The same job, with the bytes of its file at a path of this machine."""


def read_all(
    jobs: Sequence[Errand[Outcome]], workers: int | None = None, limits: Limits | None = None
) -> Iterator[Outcome]:
    """The outcome of every job, in no order, as `run_tasks`; a file that cannot be fetched is its job's failure.

    Raises UsageError where the package of a filesystem is not installed.
    """
    workers = usual_workers(len(jobs)) if workers is None else workers
    roots = {job.path.root for job in jobs if isinstance(job.path, Distant)}
    if not roots:
        yield from run_tasks(jobs, workers, limits)
        return
    _open(roots)
    with tempfile.TemporaryDirectory(prefix="gigraph-") as folder, ThreadPoolExecutor(THREADS, "gigraph-fetch") as pool:
        fetching = _Fetching(jobs, Path(folder), pool)
        try:
            for outcome in run_tasks(fetching.ready(), workers, limits):
                fetching.drop(outcome.local)
                yield outcome
                yield from fetching.take_failed()
            yield from fetching.take_failed()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _open(roots: Iterable[str]) -> None:
    """Opens filesystems before many threads ask for them; one that does not answer now is told of each of its files."""
    close_all()
    for root in roots:
        try:
            opened(root)
        except GigraphError:
            raise
        except Exception:  # noqa: S110  # each filesystem has errors of its own
            pass


@dataclass(slots=True)
class _File:
    """A file that is here or on its way. left: jobs that are not done with it."""

    path: Path
    coming: Future[None]
    left: int


class _Fetching(Generic[Outcome]):
    """Jobs whose files are being fetched, and the outcomes of those whose files did not come."""

    def __init__(self, jobs: Sequence[Errand[Outcome]], folder: Path, threads: ThreadPoolExecutor) -> None:
        self._jobs = iter(jobs)
        self._folder = folder
        self._threads = threads
        self._left = Counter(job.path.url for job in jobs if isinstance(job.path, Distant))
        self._numbers = count()
        self._files: dict[str, _File] = {}  # by address; those of an archive's documents are one
        self._by_path: dict[Path, str] = {}
        self._failed: list[Outcome] = []

    def ready(self) -> Iterator[Job[Outcome]]:
        """The jobs in their order, each when its file is here."""
        queue: deque[tuple[Errand[Outcome], _File | None]] = deque()
        while True:
            queue.extend((job, self._ordered(job)) for job in islice(self._jobs, AHEAD - len(queue)))
            if not queue:
                return
            job, file = queue.popleft()
            try:
                if file:
                    file.coming.result()
                yield job.at(file.path) if file else job
            except ReadError as error:
                self._failed.append(job.given_up(error.code, error.what, error.hint))
                self.drop(file.path if file else None)

    def take_failed(self) -> Iterator[Outcome]:
        """The outcomes of jobs whose files did not come, each once."""
        while self._failed:
            yield self._failed.pop()

    def drop(self, path: Path | None) -> None:
        """Notes that a job is done with a file; with the last job the file goes."""
        url = self._by_path.get(path) if path else None
        if url is None:
            return
        file = self._files[url]
        file.left -= 1
        if not file.left:
            file.path.unlink(missing_ok=True)
            del self._files[url], self._by_path[file.path]

    def _ordered(self, job: Errand[Outcome]) -> _File | None:
        """The file of a job, which a thread fetches unless it has been asked already."""
        place = job.path
        if not isinstance(place, Distant):
            return None
        if place.url not in self._files:
            path = self._folder / f"{next(self._numbers)}{suffix_of(place)}"
            coming = self._threads.submit(fetch, place, path, MOST_ARCHIVE if job.member else MAX_BYTES)
            self._files[place.url] = _File(path, coming, self._left[place.url])
            self._by_path[path] = place.url
        return self._files[place.url]
