"""What a build has to do: which documents to read, which are the same as in the store, which graphs to remove."""

import filecmp
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from gigraph.build.cache import Cache, named
from gigraph.build.collect import Found, Problem, SourceFile
from gigraph.build.work import FETCH, Stamp, Task, input_digest
from gigraph.documents import MARK
from gigraph.documents.distant import Distant
from gigraph.iris import report_graph
from gigraph.store import Entry


@dataclass(slots=True)
class Plan:
    """The work of a build.

    tasks: documents to be read. unchanged: keys that need not be. gone: keys whose graphs are removed. outdated: how
    many documents are read again because another version of the pipeline made their graphs.
    """

    tasks: list[Task] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    outdated: int = 0


def make_plan(found: Found, entries: Mapping[str, Entry], cache: Cache, pipeline: str, *, prune: bool) -> Plan:
    """Compares the files with the manifest.

    A file that was read under another key before (from another root) is moved: one file has one report. Two files that
    are both there and claim one key are a problem (E-KEY-CLASH); the store keeps the one that it has. Whether a file
    is still at another address is not asked: it is taken to be, unless what is not named is to be removed (prune).
    """
    plan = Plan()
    held = keys_of(entries.values())
    here = {named(source.path) for source in found.sources.values()}
    for source in found.sources.values():
        if source.key in held and (other := _clash(source, cache, here, prune=prune)):
            plan.problems.append(Problem(source.key, "E-KEY-CLASH", other))
            continue
        plan.gone += [key for key in cache.keys(source.path) if key in held and key not in found.sources]
        _decide(source, entries.get(report_graph(source.key)), cache, pipeline, plan)
    if prune:
        unread = tuple(problem.source + mark for problem in found.problems for mark in ("/", *_unseen(problem)))
        plan.gone += [key for key in held if key not in found.sources and not key.startswith(unread)]
    plan.gone = sorted(set(plan.gone))
    return plan


def _decide(source: SourceFile, entry: Entry | None, cache: Cache, pipeline: str, plan: Plan) -> None:
    if entry is None or entry.pipeline != pipeline:
        plan.outdated += entry is not None
        plan.tasks.append(Task(source.key, source.path, pipeline, member=source.member, url=source.url))
        return
    stamp = Stamp.of(source.path)
    digest = cache.digest(source.key, source.path, stamp) if stamp else None
    if digest and input_digest(digest, source.url) == entry.digest:
        plan.unchanged.append(source.key)
    else:
        plan.tasks.append(Task(source.key, source.path, pipeline, entry.digest, source.member, source.url))


def _unseen(problem: Problem) -> tuple[str, ...]:
    """Behind a file's key, what the keys of documents in it go on with, where it is known to be and was not fetched."""
    return (MARK,) if problem.code == FETCH else ()


def _clash(source: SourceFile, cache: Cache, here: set[Path | str], *, prune: bool) -> str | None:
    before = cache.path(source.key)
    if before is None or before in here or (prune if isinstance(before, str) else not os.path.exists(before)):
        return None
    if isinstance(before, str) or isinstance(source.path, Distant):
        return f"this key belongs to {before}. Name the folder that holds both, use another store, or give --prune"
    with suppress(OSError):
        if before.samefile(source.path) or filecmp.cmp(before, source.path, shallow=False):
            return None  # another path to it, or a copy
    return f"this key belongs to {before}, which is still there. Build the folder that holds both, or use another store"


def keys_of(entries: Iterable[Entry]) -> set[str]:
    """The source keys of the report graphs in a manifest."""
    return {entry.source_key for entry in entries if entry.source_key is not None}
