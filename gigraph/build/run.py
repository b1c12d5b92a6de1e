"""The build: from folders of documents to a published graph. It may be killed at any moment and run again."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from gigraph.build.cache import Cache, open_cache
from gigraph.build.collect import Found, Problem, absolute, base_of, collect
from gigraph.build.copies import copies
from gigraph.build.derived import write_entities, write_ontology
from gigraph.build.executors import Executor
from gigraph.build.executors import executor as executor_of
from gigraph.build.loading import loading
from gigraph.build.plan import Plan, make_plan
from gigraph.build.pool import Limits
from gigraph.build.publishing import change_since, publish
from gigraph.build.rebuilding import deserves_rebuilding, inherit, resumable
from gigraph.build.sources import give_urls
from gigraph.build.summary import Progress, ProgressCallback, Summary, write_problems
from gigraph.build.work import Done
from gigraph.iris import report_graph, report_iri
from gigraph.pipeline.version import link_digest, pipeline_digest
from gigraph.store import Entry, Writer, open_writer

Path_ = str | os.PathLike[str]


def build(
    paths: Iterable[Path_] | Path_,
    store_path: Path_,
    *,
    prune: bool = False,
    progress: ProgressCallback | None = None,
    workers: int | None = None,
    root: Path_ | None = None,
    limits: Limits | None = None,
    executor: str | None = None,
    sources: Path_ | None = None,
) -> Summary:
    """Makes the store at `store_path` hold the documents at `paths`; documents that are the same are not read again.

    paths: files and folders (or one of them), also at addresses that fsspec knows (s3://…), whose files are fetched as
    they are read.
    prune: removes the reports of documents that are not among the paths any more. progress: called in this thread.
    workers: processes that read documents (as many as cores; 0 for none beside this one). root: what source keys are
    relative to (the folder given, or what the paths have in common). limits: what one document may take of time and
    memory, in the processes beside this one. executor: where they are read: `pool` (this machine),
    `dask-local:N`, `dask://HOST:PORT`. sources: a list of the documents' URLs (without it links.tsv in the root).
    A document that cannot be read is a problem of the summary and the rest is built; what its earlier content said
    stays, unless `prune` is given. Raises UsageError for paths that name no document, StoreLockedError, NoSpaceError
    and StoreError of the store.
    """
    paths = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    execute = executor_of(executor, workers, limits)
    given = absolute(paths)
    found = collect(paths, root)
    base = base_of(given, root)
    give_urls(found, [base, *(path for path in given if path.is_dir())], base, Path(sources) if sources else None)
    with open_writer(store_path) as writer, open_cache(writer.layout.cache) as cache:
        return _built(writer, cache, found, progress or (lambda step: None), execute, prune=prune)


def _built(
    writer: Writer, cache: Cache, found: Found, progress: ProgressCallback, execute: Executor, *, prune: bool
) -> Summary:
    """The build in the database that is there, or in a new one where so much changes that this is quicker."""
    held = writer.entries()
    plan = make_plan(found, held, cache, pipeline_digest(), prune=prune)
    if not deserves_rebuilding(plan, held):
        writer.discard_fresh()
        return _Build(writer, cache, progress, held).run(found, plan, prune, execute)
    with writer.rebuilding() as fresh:
        finished = resumable(fresh, pipeline_digest())
        plan = make_plan(found, held | finished, cache, pipeline_digest(), prune=prune)
        return _Build(fresh, cache, progress, held, writer).run(found, plan, prune, execute)


class _Build:
    """One build, with the store open.

    before: the manifest that it began with. former: where the database is made anew, the one that it is made from.
    """

    def __init__(
        self,
        writer: Writer,
        cache: Cache,
        progress: ProgressCallback,
        before: Mapping[str, Entry],
        former: Writer | None = None,
    ) -> None:
        self._writer = writer
        self._cache = cache
        self._progress = progress
        self._before = before
        self._former = former
        self._entries = writer.entries()
        self._problems: list[Problem] = []
        self._failed: list[str] = []  # keys of documents that could not be read
        self._count = Counter[str]()

    def run(self, found: Found, plan: Plan, prune: bool, execute: Executor) -> Summary:
        """The stages of a build, one after the other."""
        self._count["unchanged"] = len(plan.unchanged)
        self._problems = [*found.problems, *plan.problems]
        self._read(plan, execute)
        gone = {*plan.gone, *(self._failed if prune else ())}
        self._remove(gone)
        if self._former:
            inherit(self._writer, self._former, self._entries, self._before, set(map(report_graph, gone)))
        self._writer.merge()
        self._progress(Progress("link", 0, 1))
        write_ontology(self._writer, self._entries)
        renamed = write_entities(self._writer, self._entries, self._cache, self._linked)
        self._problems += copies(self._writer.graph, self._entries.values())
        self._writer.flush()
        self._progress(Progress("publish", 0, 1))
        things = None if renamed is None else renamed | self._changed_reports()
        generation = publish(self._writer, change=change_since(self._before.values(), things))
        problems = tuple(sorted(set(self._problems)))
        write_problems(self._writer.layout.problems, problems)
        return Summary(
            **{what: self._count[what] for what in ("built", "changed", "unchanged", "removed")},
            outdated=plan.outdated,
            left_out=found.left_out,
            kept=self._kept(),
            counts=generation.info["counts"],
            problems=problems,
            generation=generation.number,
        )

    def _read(self, plan: Plan, execute: Executor) -> None:
        total, settled = len(plan.tasks), 0

        def durable(chunk: Sequence[Done]) -> None:
            nonlocal settled
            settled += len(chunk)
            for done in chunk:
                self._settle(done)
            self._cache.save()
            self._progress(Progress("read", settled, total))

        self._progress(Progress("read", 0, total))
        with loading(self._writer, self._entries, durable) as loader:
            for done in execute(plan.tasks):
                if done.entry:
                    loader.take(done)
                else:
                    durable([done])
            loader.finish()

    def _kept(self) -> int:
        """How many reports the graph holds whose documents this build did not find, or could not read."""
        here = sum(self._count[what] for what in ("built", "changed", "unchanged"))
        return sum(entry.source_key is not None for entry in self._entries.values()) - here

    def _linked(self, done: int, total: int) -> None:
        self._progress(Progress("link", done, total))

    def _changed_reports(self) -> set[str]:
        """The reports whose graphs came, went or became others."""
        graphs = {*self._before, *self._entries}
        pairs = ((self._before.get(graph), self._entries.get(graph)) for graph in graphs)
        changed = (was or now for was, now in pairs if not was or not now or was.graph_digest != now.graph_digest)
        return {report_iri(entry.source_key) for entry in changed if entry and entry.source_key is not None}

    def _settle(self, done: Done) -> None:
        """Counts a document that is durable or has none to be, and notes what makes the next build faster."""
        self._problems += done.problems
        if done.entry:
            self._count["changed" if done.entry.graph in self._before else "built"] += 1
        elif done.is_unchanged:
            self._count["unchanged"] += 1
        elif not done.is_absent:
            self._failed.append(done.task.key)
        if done.stamp and done.digest:
            self._cache.remember(done.task.key, done.task.path, done.stamp, done.digest)
        if done.entry:
            self._cache.keep(done.entry, link_digest(), done.contribution)

    def _remove(self, keys: Iterable[str]) -> None:
        for key in sorted(keys):
            graph = report_graph(key)
            if self._entries.pop(graph, None):
                self._writer.remove(graph)
            self._count["removed"] += graph in self._before
            self._cache.forget(key, graph)
