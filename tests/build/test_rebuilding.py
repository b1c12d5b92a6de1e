"""A new database beside the old one, when another version of the pipeline has to make most reports anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

import gigraph.build.run as run
from gigraph.build import build
from gigraph.build.plan import Plan
from gigraph.build.rebuilding import deserves_rebuilding
from gigraph.iris import report_graph
from gigraph.store import Entry, open_graph, open_writer
from gigraph.store.layout import Layout
from gigraph.store.verify import damages

Dump = Callable[[Path], bytes]


@pytest.fixture
def version(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the pipeline another version, and few reports enough for a new database."""
    monkeypatch.setattr("gigraph.build.rebuilding.LEAST", 1)

    def use(name: str) -> None:
        for place in ("run", "publishing"):
            monkeypatch.setattr(f"gigraph.build.{place}.pipeline_digest", lambda: name * 64)

    use("1")
    return use


@pytest.mark.parametrize(
    ("outdated", "reports", "worth"), [(40, 100, False), (60, 1000, False), (60, 100, True), (0, 0, False)]
)
def test_when_it_is_worth_it(outdated: int, reports: int, worth: bool) -> None:
    held = {str(n): Entry(str(n), "", "", 1, "", str(n)) for n in range(reports)}
    assert deserves_rebuilding(Plan(outdated=outdated), held) is worth


def test_a_new_version_gives_what_a_fresh_build_gives(
    folder: Path, tmp_path: Path, dump: Dump, version: Callable[[str], None]
) -> None:
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    version("2")
    with open_graph(store) as reader:  # goes on reading while the database is replaced
        summary = build([folder], store, workers=0)
        assert reader.query("ASK { GRAPH ?g { ?s ?p ?o } }")
    assert (summary.built, summary.changed, summary.outdated, summary.generation) == (0, 3, 3, 2)
    assert sorted(path.name for path in store.iterdir() if path.name.startswith("store")) == ["store"]
    build([folder], tmp_path / "fresh", workers=0)
    assert dump(store) == dump(tmp_path / "fresh")
    assert build([folder], store, workers=0).unchanged == 3


def test_reports_without_documents_are_taken_over_unless_pruned(
    folder: Path, tmp_path: Path, version: Callable[[str], None]
) -> None:
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_bytes(b"")
    version("2")
    summary = build([folder], store, workers=0)
    assert (summary.changed, summary.removed, summary.count("reports")) == (1, 0, 3)
    with open_graph(store) as graph:
        assert list(damages(graph)) == []
    version("3")
    pruned = build([folder], store, workers=0, prune=True)
    assert (pruned.changed, pruned.removed, pruned.count("reports")) == (1, 2, 1)


@pytest.mark.parametrize("stop", ["write_entities", "publish", "write_problems"])
def test_a_rebuilding_that_was_stopped_goes_on(
    folder: Path, tmp_path: Path, dump: Dump, version: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, stop: str
) -> None:
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    before = dump(store)
    version("2")
    with monkeypatch.context() as patch:
        patch.setattr(run, stop, lambda *given, **named: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            build([folder], store, workers=0)
    if stop != "write_problems":
        assert dump(store) == before  # readers see the old state, whole
    with open_writer(store) as writer:
        assert {entry.pipeline for entry in writer.entries().values() if entry.source_key} == {"1" * 64}
    summary = build([folder], store, workers=0)
    assert (summary.changed, summary.unchanged) == (0, 3)
    build([folder], tmp_path / "fresh", workers=0)
    assert dump(store) == dump(tmp_path / "fresh")


@pytest.fixture
def half_done(
    folder: Path, tmp_path: Path, version: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Path]:
    """A store whose rebuilding was stopped, and the folder of what has been rebuilt."""
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    version("2")
    with monkeypatch.context() as patch:
        patch.setattr(run, "write_entities", lambda *given: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            build([folder], store, workers=0)
    fresh = Layout(store).fresh
    assert fresh.exists()
    return store, fresh


def test_what_a_third_version_finds_half_done_is_made_anew(
    folder: Path, tmp_path: Path, dump: Dump, version: Callable[[str], None], half_done: tuple[Path, Path]
) -> None:
    store, _ = half_done
    version("3")
    assert build([folder], store, workers=0).changed == 3
    build([folder], tmp_path / "fresh", workers=0)
    assert dump(store) == dump(tmp_path / "fresh")


def test_a_complete_successor_is_put_into_place(folder: Path, tmp_path: Path, version: Callable[[str], None]) -> None:
    """Killed between the last statement and the switch, at either of its two steps."""
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    (store / "store").rename(store / "store.next")
    for remnant in ("none", "half"):
        if remnant == "half":
            (store / "store").rename(store / "store.next")
            (store / "store").mkdir()
            (store / "store" / "CURRENT").write_text("half deleted")
        with open_writer(store) as writer:
            assert report_graph("a.txt") in writer.entries()
        assert not (store / "store.next").exists()


def test_half_of_a_database_is_made_anew(
    folder: Path, tmp_path: Path, dump: Dump, half_done: tuple[Path, Path]
) -> None:
    store, fresh = half_done
    for manifest in fresh.glob("MANIFEST-*"):
        manifest.unlink()
    assert build([folder], store, workers=0).changed == 3
    build([folder], tmp_path / "fresh", workers=0)
    assert dump(store) == dump(tmp_path / "fresh")


def test_what_is_deleted_is_put_aside_first(half_done: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    store, fresh = half_done
    with open_writer(store) as writer, monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", lambda *given, **named: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            writer.discard_fresh()
    assert not fresh.exists()
    with open_writer(store):
        assert [path.name for path in store.glob("store.*")] == []
