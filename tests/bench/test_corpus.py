"""The benchmarks' reports are the same each time, differ from one another, and are read as reports; the whole runs."""

from pathlib import Path

import corpus
import run


def test_reports_are_the_same_each_time_and_differ(tmp_path: Path) -> None:
    for name in ("a", "b"):
        corpus.write(30, tmp_path / name)
    first, again = ([path.read_bytes() for path in corpus.numbered(tmp_path / name)] for name in ("a", "b"))
    assert first == again
    assert len(set(first)) == len(first) == 30
    assert len({corpus.report(number) for number in range(0, 20_000, 401)}) == 50


def test_they_are_reports_of_many_agencies() -> None:
    from gigraph.documents import document_of
    from gigraph.pipeline import facts_of

    publishers = set()
    for number in (0, 5, 10, 110, 220):
        facts = facts_of(document_of(corpus.report(number).encode(), f"{number}.txt", f"{number}.txt"))
        publishers.add(facts.value("publisher"))
        assert facts.regulations
    assert len(publishers) == 5


def test_the_whole_benchmark_runs(tmp_path: Path) -> None:
    found = run.bench(10, tmp_path, None, (60, 300))
    assert found["reports"] == 10
    assert found["statements"] > 1000
    assert found["60 nodes and 300 edges to GEXF, memory (MB)"] > 10
    assert all(value > 0 for value in found.values())
    assert "whole build" in run.table(found)
