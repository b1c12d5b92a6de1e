"""Verify, compact and forget on real stores."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from gigraph.build import build, bytes_on_disk, compact, forget, shape_violations, verify
from gigraph.errors import NotFoundError, StoreError, StoreMissingError
from gigraph.iris import report_graph, report_iri
from gigraph.store import open_graph, open_writer

Dump = Callable[[Path], bytes]
SECRET = "华宁县统计局绝密事项清单管理办法"  # a quote that only one report has


@pytest.fixture
def store(folder: Path, tmp_path: Path) -> Path:
    """The three reports and one that will be withdrawn."""
    text = f"华宁县统计局2019年政府信息公开工作年度报告\n\n我局制定了《{SECRET}》，主动公开政府信息3条。\n"
    (folder / "withdrawn.txt").write_text(text, "utf-8")
    build([folder], tmp_path / "graph", workers=0)
    return tmp_path / "graph"


def files_with(folder: Path, words: str) -> list[str]:
    """The files that hold the words, or the half of them: a prefix may be stored apart."""
    needles = words.encode(), words[4:].encode(), words[:8].encode()
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(str(path.relative_to(folder)) for path in files if any(n in path.read_bytes() for n in needles))


def test_a_built_store_is_whole(store: Path) -> None:
    with open_graph(store) as graph:
        assert list(verify(graph)) == []
        assert list(shape_violations(graph)) == []


def test_what_a_query_or_a_shape_objects_to_is_told(store: Path) -> None:
    with open_writer(store) as writer:
        writer._store.update(
            "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g "
            "{ ?s ?p ?o FILTER(?p = <https://w3id.org/gigraph/ontology#exact>) } }"
        )
        told = list(verify(writer.graph))
        assert {damage.check for damage in told} == {"store", "evidence-without-text"}
        shapes = list(shape_violations(writer.graph))
    assert {damage.check for damage in shapes} == {"shapes"}
    assert "Less than 1 values" in shapes[0].about


def test_names_that_are_not_those_of_the_graph(store: Path) -> None:
    with open_graph(store) as graph:
        assert graph.generation is not None
        with closing(sqlite3.connect(graph.generation.names)) as base, base:
            base.execute("UPDATE name SET norm = norm || 'x' WHERE id = 1")
        told = [damage.about for damage in verify(graph) if damage.check == "names"]
    assert len(told) == 2
    assert "1 names are missing" in told[0]
    assert "1 names of other things" in told[1]


def test_compacting_changes_no_statement(store: Path, dump: Dump) -> None:
    before = dump(store)
    done = compact(store)
    assert dump(store) == before
    assert (done.generation, done.held) == (2, ())
    assert done.statements < len(before.splitlines()) == done.statements + 6 * done.graphs - 2
    assert done.after == bytes_on_disk(store)
    with open_graph(store) as graph:
        assert list(verify(graph)) == []
    assert [path.name for path in (store / "generations").iterdir()] == ["gen-000002"]


def test_a_forgotten_source_is_gone(store: Path, folder: Path, tmp_path: Path, dump: Dump) -> None:
    done = forget(store, "withdrawn.txt")
    assert (done.source, done.report, done.generation) == ("withdrawn.txt", report_iri("withdrawn.txt"), 2)
    assert done.path == folder / "withdrawn.txt"
    assert done.statements > 10
    assert done.derived > 0
    assert SECRET in done.things
    (folder / "withdrawn.txt").unlink()
    build([folder], tmp_path / "fresh", workers=0)
    assert dump(store) == dump(tmp_path / "fresh")
    assert build([folder], store, workers=0).removed == 0
    with pytest.raises(NotFoundError, match=r"no source 'withdrawn\.txt'"):
        forget(store, "withdrawn.txt")


@pytest.mark.parametrize("name", [report_iri, report_graph])
def test_a_source_may_be_named_by_its_iri(store: Path, name: Callable[[str], str]) -> None:
    assert forget(store, name("b.txt")).source == "b.txt"


def test_a_source_that_is_not_there_is_answered_with_the_nearest(store: Path) -> None:
    with pytest.raises(NotFoundError, match=r"Did you mean withdrawn\.txt") as caught:
        forget(store, "reports/withdrawn.txt")
    assert caught.value.exit_code == 3


def test_forgetting_and_compacting_erase_the_words(store: Path) -> None:
    assert files_with(store, SECRET)
    forget(store, "withdrawn.txt")
    assert files_with(store, SECRET)  # gone from the graph, not from the disk
    compact(store)
    assert files_with(store, SECRET) == []
    with open_graph(store) as graph:
        assert list(verify(graph)) == []


def test_a_generation_that_is_read_is_told(store: Path) -> None:
    with open_graph(store):
        assert compact(store).held == ("gen-000001",)
    assert compact(store).held == ()


def test_a_damaged_store_is_not_compacted(store: Path, folder: Path) -> None:
    with open_writer(store) as writer:
        writer._store.update(f"DELETE WHERE {{ GRAPH <{report_graph('a.txt')}> {{ ?s a ?o }} }}")
    with pytest.raises(StoreError, match="is damaged"):
        compact(store)
    with open_writer(store) as writer:
        writer._store.update(
            f"DROP GRAPH <{report_graph('a.txt')}>; INSERT DATA {{ GRAPH <urn:stray> {{ <a:a> <a:b> 1 }} }}"
        )
    with pytest.raises(StoreError, match="urn:stray is not in the manifest"):
        compact(store)
    assert not (store / "store.new").exists()
    assert os.readlink(store / "current") == "generations/gen-000001"


@pytest.mark.parametrize("keep", [compact, lambda path: forget(path, "a.txt")])
def test_no_store_is_made_by_keeping_one(tmp_path: Path, keep: Callable[[Path], object]) -> None:
    with pytest.raises(StoreMissingError):
        keep(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("moment", ["_compare", "publish", "drop_old"])
def test_a_compact_killed_at_any_step_leaves_a_whole_store(store: Path, dump: Dump, moment: str) -> None:
    before = dump(store)
    code = (
        "import os, signal, sys\nfrom gigraph.build import compacting\n"
        f"real = compacting.{moment}\n"
        "def killed(*args, **options):\n    real(*args, **options)\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        f"compacting.{moment} = killed\ncompacting.compact(sys.argv[1])"
    )
    result = subprocess.run([sys.executable, "-c", code, str(store)], check=False)
    assert result.returncode == -9
    assert dump(store) == before
    compact(store)
    assert dump(store) == before
    with open_graph(store) as graph:
        assert list(verify(graph)) == []
    assert not list(store.rglob("*.tmp"))
    assert not (store / "store.new").exists()
    assert not (store / "store.next").exists()


def test_a_forget_that_was_killed_is_finished_by_another(store: Path, folder: Path, tmp_path: Path, dump: Dump) -> None:
    """It was killed when the report was out of the writer's database, and readers saw it still."""
    with open_writer(store) as writer:
        writer.remove(report_graph("withdrawn.txt"))
    done = forget(store, "withdrawn.txt")
    assert done.statements > 10
    assert SECRET in done.things
    (folder / "withdrawn.txt").unlink()
    build([folder], tmp_path / "fresh", workers=0)
    assert dump(store) == dump(tmp_path / "fresh")
