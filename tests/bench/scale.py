"""The same build at several sizes, and what it leaves: cost a report, memory, latencies, and workers of a cluster."""

import shutil
import statistics
from collections.abc import Sequence
from pathlib import Path

import corpus
import measures
import templates

from gigraph.build import build
from gigraph.queries import load_queries
from gigraph.store import open_graph
from gigraph.store.apart import Apart, Limits

_GLOBAL = templates.GOAL * 10  # a median above it: a question about the whole graph


def at_size(count: int, folder: Path, *, queries: bool, short: bool = False) -> dict[str, float]:
    """Figures of a build of so many reports, or of short ones; queries: the templates' latencies too.

    The folder is empty afterwards.
    """
    texts, store = folder / f"reports-{count}", folder / f"graph-{count}"
    corpus.write(count, texts, short=short)
    begin = measures.children()
    full, memory = measures.whole_build(texts, store)
    cpu = measures.children() - begin
    found = {"seconds a thousand reports": 1000 * full / count, "CPU seconds a thousand reports": 1000 * cpu / count}
    found["peak memory (MB)"] = memory / 2**20
    corpus.change(list(corpus.numbered(texts))[::100][: max(1, count // 100)])
    found["1 % changed / whole build (goal 0.05)"] = measures.seconds(lambda: build([texts], store)) / full
    if queries:
        found |= latencies(store)
    shutil.rmtree(texts)
    shutil.rmtree(store)
    return found


def latencies(store: Path) -> dict[str, float]:
    """Medians of the templates' CPU milliseconds: of those that ask about one thing, and how many are above the goal."""
    with open_graph(store) as graph:
        values, apart = templates.samples(graph), Apart(store, Limits(seconds=templates.PATIENCE))
        taken = [templates.measure(graph, apart, query, values, narrowed=False)[0] for query in load_queries().values()]
        statements = graph.count()
    points = [one for one in taken if one < _GLOBAL]
    return {
        "statements": statements,
        "templates": len(taken),
        f"templates above {templates.GOAL:g} ms": sum(one >= templates.GOAL for one in taken),
        f"median of the templates below {_GLOBAL:g} ms (ms)": statistics.median(points),
    }


def cluster(count: int, folder: Path, workers: Sequence[int]) -> dict[str, float]:
    """Seconds of whole builds by Dask with some numbers of workers, against the pool of this machine."""
    texts = folder / "dask-reports"
    corpus.write(count, texts)
    pool, _ = measures.whole_build(texts, folder / "pool")
    found = {}
    for number in workers:
        store = folder / f"dask-{number}"
        found[f"Dask, {number} workers / this machine's pool"] = (
            measures.seconds(lambda store=store, number=number: build([texts], store, executor=f"dask-local:{number}"))  # type: ignore[misc]
            / pool
        )
        shutil.rmtree(store)
    return found
