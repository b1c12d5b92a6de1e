"""The benchmarks' reports are the same each time, differ from one another, and are read as reports; the whole runs."""

import xml.etree.ElementTree as ET
from pathlib import Path

import corpus
import run
import scale
from picture import picture


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


def test_tables_are_those_of_the_year_and_damage_varies() -> None:
    texts = [corpus.report(number) for number in range(120)]
    assert any("政府网站公开政府信息数" in text for text in texts)
    assert any("结转下年度继续办理" in text for text in texts)
    assert any("- 1 -" in text for text in texts)
    wraps = [max(map(len, text.split("\n")[:20])) <= 38 for text in texts]
    assert any(wraps)
    assert not all(wraps)


def test_builds_of_some_sizes(tmp_path: Path) -> None:
    found = scale.at_size(10, tmp_path, queries=False)
    assert found["peak memory (MB)"] > 10
    assert found["CPU seconds a thousand reports"] > 0
    assert list(tmp_path.iterdir()) == []


def test_a_picture_has_a_bar_to_each_goal() -> None:
    drawn = picture({"a (goal 0.6)": 0.3, "b < c": 2.0, "d": None})
    assert 'width="75.0"' in drawn  # half of the way to the dashed line
    assert "b &lt; c" in drawn
    assert ">d<" not in drawn
    ET.fromstring(drawn)


def test_the_whole_benchmark_runs(tmp_path: Path) -> None:
    found = run.bench(10, tmp_path, None, (60, 300))
    assert found["reports"] == 10
    assert found["statements"] > 1000
    assert found["60 nodes and 300 edges to GEXF, memory (MB)"] > 10
    assert all(value is None or value > 0 for value in found.values())
    assert "whole build" in run.table(found)
