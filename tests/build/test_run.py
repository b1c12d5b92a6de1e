"""Building real stores from small folders."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gigraph.build import Progress, Summary, build
from gigraph.build.work import Task
from gigraph.errors import StoreError, UsageError
from gigraph.iris import graph_iri, report_graph
from gigraph.mapping import ReportGraph, Stated, map_report
from gigraph.models import Document, ReportFacts
from gigraph.search import find
from gigraph.store import MANIFEST, open_graph, open_writer
from gigraph.store.verify import damages

Dump = Callable[[Path], bytes]
NOTHING = Stated({}, {}, 0)


def done(summary: Summary) -> tuple[int, int, int, int]:
    return summary.built, summary.changed, summary.unchanged, summary.removed


def codes(summary: Summary) -> list[tuple[str, str]]:
    return [(problem.source, problem.code) for problem in summary.problems]


def test_a_folder_becomes_a_published_graph(folder: Path, tmp_path: Path) -> None:
    steps: list[Progress] = []
    summary = build(str(folder), tmp_path / "graph", progress=steps.append, workers=0)
    assert done(summary) == (3, 0, 0, 0)
    assert (summary.exit_code, summary.problems, summary.generation) == (0, (), 1)
    assert summary.count("reports") == 3
    assert summary.count("citations") == sum(
        summary.count("citations", o) for o in ("resolved", "ambiguous", "unresolved")
    )
    assert summary.count("citations", "resolved") >= 3
    assert summary.count("agencies") >= 3
    assert steps[0] == Progress("read", 0, 3)
    assert Progress("read", 3, 3) in steps
    assert [step.stage for step in steps[-2:]] == ["link", "publish"]
    with open_graph(tmp_path / "graph") as graph:
        assert graph.generation is not None
        assert graph.generation.info["counts"] == summary.counts
        assert list(damages(graph)) == []
        reports = {report_graph(key) for key in ("a.txt", "b.txt", "县/c.txt")}
        assert set(graph.graphs()) == reports | {graph_iri("entities"), graph_iri("ontology"), MANIFEST}
        assert not graph.query("ASK { ?s ?p ?o }")  # nothing in the default graph
        hits = find(graph.generation.names, "政府信息公开条例", kinds=("regulation",))
        assert "中华人民共和国政府信息公开条例" in {hit.label for hit in hits}


def test_the_same_build_again_does_nothing(
    folder: Path, tmp_path: Path, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    before = dump(store)
    again = build([folder], store, workers=0)
    assert (done(again), again.generation) == ((0, 0, 3, 0), 1)
    for path in folder.rglob("*.txt"):  # the same bytes at another time
        os.utime(path, (1, 1))
    touched = build([folder], store, workers=0)
    assert (done(touched), touched.generation) == ((0, 0, 3, 0), 1)
    monkeypatch.setattr("gigraph.build.cache._FRESH", 0)  # as if the files were written long ago
    build([folder], store, workers=0)
    monkeypatch.setattr(Task, "run", lambda task: pytest.fail("a document was read again"))
    assert done(build([folder], store, workers=0)) == (0, 0, 3, 0)
    assert dump(store) == before


def test_changed_new_and_removed_documents(folder: Path, tmp_path: Path, dump: Dump) -> None:
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    text = (folder / "a.txt").read_text("utf-8")
    (folder / "a.txt").write_text(text.replace("12条", "13条") + "公开《华宁县统计局保密审查办法》。\n", "utf-8")
    (folder / "d.txt").write_text(text.replace("2016", "2018"), "utf-8")
    (folder / "b.txt").unlink()
    summary = build([folder], store, workers=0)
    assert (done(summary), summary.generation) == ((1, 1, 1, 0), 2)
    assert (summary.count("reports"), summary.kept) == (4, 1)  # b.txt stays without --prune
    pruned = build([folder], store, prune=True, workers=0)
    assert done(pruned) == (0, 0, 3, 1)
    fresh = tmp_path / "fresh"
    build([folder], fresh, workers=0)
    assert dump(store) == dump(fresh)


def test_every_way_leads_to_the_same_bytes(
    folder: Path, tmp_path: Path, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([folder], tmp_path / "one", workers=0)
    expected = dump(tmp_path / "one")
    build([folder], tmp_path / "pool", workers=2)
    build([folder / "县", folder / "b.txt", folder / "a.txt"], tmp_path / "reversed", workers=0)
    for name in ("a.txt", "b.txt"):  # one by one
        build([folder / name], tmp_path / "steps", workers=0, root=folder)
    build([folder], tmp_path / "steps", workers=0)
    monkeypatch.setattr("gigraph.build.loading.CHUNK", 1)
    monkeypatch.setattr("gigraph.build.loading.BULK", 1)
    monkeypatch.setattr("gigraph.store.writer.BULK", 1)
    build([folder], tmp_path / "bulk", workers=0)
    for name in ("pool", "reversed", "steps", "bulk"):
        assert dump(tmp_path / name) == expected, name


def test_another_version_of_the_pipeline_builds_anew(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([folder], tmp_path / "graph", workers=0)
    monkeypatch.setattr("gigraph.build.run.pipeline_digest", lambda: "f" * 64)
    summary = build([folder], tmp_path / "graph", workers=0)
    assert (done(summary), summary.outdated, summary.generation) == ((0, 3, 0, 0), 3, 2)
    with open_graph(tmp_path / "graph") as graph:
        assert list(damages(graph)) == []


def test_bad_files_cost_themselves_alone(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    os.mkfifo(folder / "pipe.txt")
    (folder / "link.txt").symlink_to(folder / "a.txt")
    (folder / "loop").symlink_to(folder)
    (folder / ".hidden.txt").write_text("x")
    (folder / "style.css").write_text("x")
    summary = build([folder], tmp_path / "graph", workers=1)
    assert done(summary) == (3, 0, 0, 0)
    assert codes(summary) == [
        ("empty.txt", "E-EMPTY"), ("link.txt", "W-SYMLINK"), ("loop", "W-SYMLINK"), ("picture.txt", "E-NOT-TEXT"),
        ("pipe.txt", "E-NOT-REGULAR"),
    ]  # fmt: skip
    assert (summary.exit_code, summary.skipped, summary.left_out) == (5, 3, 2)
    rows = [json.loads(line) for line in (tmp_path / "graph" / "problems.jsonl").read_text("utf-8").splitlines()]
    assert [(row["source"], row["code"]) for row in rows] == codes(summary)
    assert all(row["message"] for row in rows)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told_and_not_pruned(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "graph", workers=0)
    (folder / "a.txt").chmod(0)
    (folder / "县").chmod(0)
    try:
        summary = build([folder], tmp_path / "graph", workers=0, prune=True)
    finally:
        (folder / "县").chmod(0o755)
    assert codes(summary) == [("a.txt", "E-PERM"), ("县", "E-PERM")]
    assert summary.count("reports") == 2  # a.txt is gone, what lies in the folder is not


def test_a_folder_that_could_not_be_read_is_not_pruned(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([folder], tmp_path / "graph", workers=0)
    real = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("县"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    summary = build([folder], tmp_path / "graph", workers=0, prune=True)
    assert codes(summary) == [("县", "E-PERM")]
    assert (summary.removed, summary.count("reports")) == (0, 3)


def test_a_bug_in_one_document_costs_that_document(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gigraph.build.work as module

    real = module.facts_of

    def fail(document: Document) -> ReportFacts:
        if "玉溪市" in document.text:
            raise KeyError("a bug")
        return real(document)

    monkeypatch.setattr(module, "facts_of", fail)
    summary = build([folder], tmp_path / "graph", workers=0)
    assert codes(summary) == [("b.txt", "E-INTERNAL")]
    assert "KeyError: 'a bug' at work.py" in summary.problems[0].message
    assert done(summary) == (2, 0, 0, 0)
    monkeypatch.setattr(module, "facts_of", real)
    assert done(build([folder], tmp_path / "graph", workers=0)) == (1, 0, 2, 0)


def test_statements_that_are_none_are_a_bug_of_that_document(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "gigraph.build.work.map_report", lambda facts: ReportGraph("a:g", b"<a> <b> nonsense .\n", NOTHING)
    )
    summary = build([folder], tmp_path / "graph", workers=0)
    assert {code for _, code in codes(summary)} == {"E-INTERNAL"}
    assert (done(summary), summary.exit_code) == ((0, 0, 0, 0), 5)


@pytest.mark.parametrize("bulk", [1, 50_000])
def test_one_report_whose_statements_are_none_costs_itself_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dump: Dump, bulk: int
) -> None:
    """In a first build and among reports that are replaced, loaded in bulk or not."""
    monkeypatch.setattr("gigraph.build.loading.BULK", bulk)
    monkeypatch.setattr("gigraph.store.writer.BULK", bulk)
    bad = report_graph("b.txt")

    def spoilt(facts: ReportFacts) -> ReportGraph:
        graph = map_report(facts)
        return ReportGraph(bad, graph.triples + b"<a:s> <a:p> <not an IRI> .\n", NOTHING) if graph.iri == bad else graph

    monkeypatch.setattr("gigraph.build.work.map_report", spoilt)
    first = build([folder], tmp_path / "graph", workers=0)
    assert (codes(first), done(first)) == ([("b.txt", "E-INTERNAL")], (2, 0, 0, 0))
    assert "no N-Quads" in first.problems[0].message
    for path in folder.rglob("*.txt"):
        path.write_text(path.read_text("utf-8") + "\n通过门户网站公开政府信息3条。\n", "utf-8")
    second = build([folder], tmp_path / "graph", workers=0)
    assert (codes(second), done(second)) == ([("b.txt", "E-INTERNAL")], (0, 2, 0, 0))
    monkeypatch.setattr("gigraph.build.work.map_report", map_report)
    third = build([folder], tmp_path / "graph", workers=0)
    assert (codes(third), done(third)) == ([], (1, 0, 2, 0))
    build([folder], tmp_path / "fresh", workers=0)
    assert dump(tmp_path / "graph") == dump(tmp_path / "fresh")


def test_a_document_that_went_bad_stays_until_pruned(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "graph", workers=0)
    (folder / "b.txt").write_bytes(b"")
    kept = build([folder], tmp_path / "graph", workers=0)
    assert (codes(kept), kept.count("reports"), kept.kept) == ([("b.txt", "E-EMPTY")], 3, 1)
    pruned = build([folder], tmp_path / "graph", workers=0, prune=True)
    assert (codes(pruned), pruned.count("reports"), pruned.removed) == ([("b.txt", "E-EMPTY")], 2, 1)


def test_two_files_cannot_have_one_key(folder: Path, tmp_path: Path, dump: Dump) -> None:
    """`build 2016` and then `build 2017`, with the same file names in both: the first report is not overwritten."""
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text((folder / "b.txt").read_text("utf-8").replace("2017", "2018"), "utf-8")
    summary = build([other], store, workers=0)
    assert codes(summary) == [("a.txt", "E-KEY-CLASH")]
    assert str(folder / "a.txt") in summary.problems[0].message
    shutil.copy(folder / "a.txt", other / "a.txt")  # a copy is no clash
    assert done(build([other], store, workers=0)) == (0, 0, 1, 0)
    both = build([folder, other], store, workers=0)
    assert (both.count("reports"), both.count("duplicates")) == (3, 1)
    assert both.removed == 3  # the same files under the keys of their common folder
    fresh = tmp_path / "fresh"
    build([folder, other], fresh, workers=0)
    assert dump(store) == dump(fresh)


def test_a_key_that_the_store_does_not_hold_is_free(folder: Path, tmp_path: Path) -> None:
    """A build that is killed may have removed a report, and not yet forgotten which file it was read from."""
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    with open_writer(store) as writer:
        writer.remove(report_graph("a.txt"))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_text((folder / "b.txt").read_text("utf-8").replace("2017", "2018"), "utf-8")
    summary = build([tmp_path / "other"], store, workers=0)
    assert (codes(summary), done(summary)) == ([], (1, 0, 0, 0))


def test_a_moved_folder_is_the_same(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "graph", workers=0)
    moved = folder.rename(tmp_path / "moved")
    assert done(build([moved], tmp_path / "graph", workers=0)) == (0, 0, 3, 0)


def test_the_cache_may_be_lost_or_damaged(folder: Path, tmp_path: Path, dump: Dump) -> None:
    build([folder], tmp_path / "graph", workers=0)
    cache = tmp_path / "graph" / "cache.sqlite"
    cache.write_bytes(b"no database at all" * 99)
    assert done(build([folder], tmp_path / "graph", workers=0)) == (0, 0, 3, 0)
    cache.unlink()
    assert done(build([folder], tmp_path / "graph", workers=0)) == (0, 0, 3, 0)
    cache.unlink()
    (folder / "b.txt").write_text((folder / "b.txt").read_text("utf-8").replace("玉溪市", "昆明市"), "utf-8")
    assert done(build([folder], tmp_path / "graph", workers=0)) == (0, 1, 2, 0)
    build([folder], tmp_path / "fresh", workers=0)
    assert dump(tmp_path / "graph") == dump(tmp_path / "fresh")


def test_a_store_within_the_folder_is_no_input(folder: Path) -> None:
    first = build([folder], folder / "graph", workers=0)
    second = build([folder], folder / "graph", workers=0)
    assert (done(first), done(second)) == ((3, 0, 0, 0), (0, 0, 3, 0))
    assert second.problems == ()


@pytest.mark.parametrize("damage", ["current", "generation", "record", "names"])
def test_a_lost_publication_is_published_again(folder: Path, tmp_path: Path, dump: Dump, damage: str) -> None:
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    before = dump(store)
    generation = store / "generations" / "gen-000001"
    if damage == "current":
        (store / "current").unlink()
    elif damage == "generation":
        shutil.rmtree(generation)
    elif damage == "record":
        (generation / "gen.json").write_text("{}")
    else:
        (generation / "names.sqlite").unlink()
    summary = build([folder], store, workers=0)
    assert (done(summary), summary.generation) == ((0, 0, 3, 0), 1 if damage == "generation" else 2)
    assert dump(store) == before


def test_lost_graphs_are_made_anew(folder: Path, tmp_path: Path, dump: Dump) -> None:
    """A damaged log loses its tail silently, manifest rows with it."""
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    before = dump(store)
    with open_writer(store) as writer:
        writer.remove(report_graph("a.txt"))
        writer.remove(graph_iri("entities"))
    assert done(build([folder], store, workers=0)) == (1, 0, 2, 0)
    assert dump(store) == before


@pytest.mark.parametrize("make", ["nothing", "empty", "pictures", "hidden"])
def test_paths_without_documents_are_an_error_and_make_no_store(tmp_path: Path, make: str) -> None:
    folder = tmp_path / "folder"
    if make != "nothing":
        folder.mkdir()
    if make == "pictures":
        (folder / "a.png").write_bytes(b"x")
    if make == "hidden":
        (folder / ".a.txt").write_bytes(b"x")
    with pytest.raises(UsageError, match="no such file" if make == "nothing" else "no document in this folder"):
        build([folder], tmp_path / "graph")
    assert not (tmp_path / "graph").exists()


def test_no_paths_and_paths_outside_of_the_root_are_errors(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no files or folders"):
        build([], tmp_path / "graph")
    with pytest.raises(UsageError, match="outside of the root"):
        build([folder / "a.txt"], tmp_path / "graph", root=folder / "县")


def test_a_foreign_folder_is_refused_as_a_store(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store of gigraph"):
        build([folder], folder)
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt", "县"]


@pytest.mark.parametrize(
    "name", ["年报 (1).txt", "a'b\"c.txt", "换\n行.txt", "%41.txt", "é.txt", "e\u0301.txt", "-rf.txt"]
)
def test_odd_names_are_keys_like_others(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_text("统计局2016年政府信息公开工作年度报告\n", "utf-8")
    summary = build([folder], tmp_path / "graph", workers=0)
    assert (done(summary), summary.exit_code) == ((1, 0, 0, 0), 0)
    with open_graph(tmp_path / "graph") as graph:
        assert list(damages(graph)) == []


def test_names_in_other_bytes_are_twins(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("é.txt".encode(), "e\u0301.txt".encode(), "年报.txt".encode(), "年报.txt".encode("gbk")):
        (folder / os.fsdecode(name)).write_text(f"统计局2016年政府信息公开工作年度报告\n{name.hex()}\n", "utf-8")
    summary = build([folder], tmp_path / "graph", workers=0)
    assert {(p.source, p.code) for p in summary.problems if p.code == "W-NAME-TWIN"} == {
        ("é.txt", "W-NAME-TWIN"), ("e%CC%81.txt", "W-NAME-TWIN"), ("年报.txt", "W-NAME-TWIN"),
        ("%C4%EA%B1%A8.txt", "W-NAME-TWIN"),
    }  # fmt: skip
    assert (done(summary), summary.exit_code) == ((4, 0, 0, 0), 0)
    (folder / "年报.txt").unlink()
    assert done(build([folder], tmp_path / "graph", workers=0))[2] == 2  # the other is called 年报.txt from now on
    with open_graph(tmp_path / "graph") as graph:
        assert list(damages(graph)) == []
