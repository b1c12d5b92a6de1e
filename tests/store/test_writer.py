"""Writing to a real store in a temporary folder."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigraph.errors import NoSpaceError, StoreError, StoreLockedError
from gigraph.iris import graph_iri, report_graph
from gigraph.store import Entry, Graph, Writer, graph_digest, open_graph, open_writer
from gigraph.store.generations import drop_old
from gigraph.store.troubles import translate
from gigraph.store.verify import damages

GraphOf = Callable[..., tuple[bytes, Entry]]


def no_sidecar(graph: Graph, folder: Path) -> None:
    (folder / "names.sqlite").write_bytes(b"")


def publish(writer: Writer) -> None:
    writer.publish({"graphs": len(writer.entries())}, no_sidecar)


def test_a_graph_and_its_row_come_and_go_together(tmp_path: Path, graph_of: GraphOf) -> None:
    with open_writer(tmp_path / "graph") as writer:
        first, second = graph_of("a.txt", "甲", "乙"), graph_of("b.txt", "丙")
        writer.add([first, second])
        assert writer.entries() == {first[1].graph: first[1], second[1].graph: second[1]}
        assert writer.graph.graph_lines(first[1].graph) == sorted(first[0].splitlines())
        changed = graph_of("a.txt", "乙", "丁", "戊")
        writer.replace(*changed)
        assert writer.graph.graph_lines(changed[1].graph) == sorted(changed[0].splitlines())
        assert list(damages(writer.graph)) == []
        writer.remove(second[1].graph)
        assert writer.entries() == {changed[1].graph: changed[1]}
        assert writer.graph.graph_lines(second[1].graph) == []


def test_amending_leaves_what_a_replacement_would(tmp_path: Path, graph_of: GraphOf) -> None:
    old, new = graph_of("a", "1", "2", "3"), graph_of("a", "3", "4")
    with open_writer(tmp_path / "graph") as writer:
        writer.add([old])
        before, after = set(old[0].splitlines()), set(new[0].splitlines())
        writer.amend(before - after, after - before, new[1])
        assert writer.graph.graph_lines(new[1].graph) == sorted(after)
        assert writer.entries() == {new[1].graph: new[1]}
        writer.amend((), after, new[1])  # also where nothing stood before
        assert list(damages(writer.graph)) == []


def test_a_line_that_is_no_statement_leaves_the_store_as_it_was(tmp_path: Path, graph_of: GraphOf) -> None:
    good, bad = graph_of("a", "1"), graph_of("b", "2")
    broken = (b'<http://e/s> <http://e/p> "x" } }; DROP ALL; <http://e/g> .\n', bad[1])
    with open_writer(tmp_path / "graph") as writer:
        writer.add([good])
        with pytest.raises(StoreError, match="no N-Quads"):
            writer.add([bad, broken])
        with pytest.raises(StoreError, match="no N-Quads"):
            writer.replace(broken[0], good[1])
        assert list(writer.entries()) == [good[1].graph]
        assert list(damages(writer.graph)) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
def test_replacing_keeps_every_character(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    import pyoxigraph as ox

    graph = report_graph("k")
    lines = sorted({f"<http://e/s> <http://e/p> {ox.Literal(text)} <{graph}> .".encode() for text in texts})
    entry = Entry(graph, "d", "p", len(lines), graph_digest(lines), "k")
    store = Writer.__new__(Writer)
    Writer.__init__(store, None, ox.Store())  # type: ignore[arg-type]  # in memory: no folder is needed
    store.replace(b"\n".join(lines), entry)
    assert {getattr(quad.object, "value", None) for quad in store.graph.quads(graph=graph)} == set(texts)
    assert store.graph.graph_lines(graph) == lines
    assert list(damages(store.graph)) == []


def test_a_second_writer_is_refused_with_the_pid(tmp_path: Path) -> None:
    store = tmp_path / "graph"
    code = (
        "import sys, time; from gigraph.store import open_writer\n"
        "with open_writer(sys.argv[1]): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(store)], stdout=subprocess.PIPE, text=True) as holder:
        try:
            assert holder.stdout
            assert holder.stdout.readline() == "held\n"
            with (
                pytest.raises(StoreLockedError, match=f"process {holder.pid} is writing") as caught,
                open_writer(store),
            ):
                pass
            assert caught.value.exit_code == 73
        finally:
            holder.kill()
    with open_writer(store) as writer:  # the lock ends with its process
        assert writer.entries() == {}


def test_a_second_writer_in_one_process_is_refused(tmp_path: Path) -> None:
    with open_writer(tmp_path), pytest.raises(StoreLockedError, match=str(os.getpid())), open_writer(tmp_path):
        pass


def test_a_foreign_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"x")
    with pytest.raises(StoreError, match="holds other things"), open_writer(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]
    with pytest.raises(StoreError, match="is not a folder"), open_writer(tmp_path / "thesis.docx"):
        pass


@pytest.mark.parametrize(
    ("marker", "message"),
    [('{"format": 99}', "has format 99"), ("{", "marker cannot be read"), ("[]", "cannot be read")],
)
def test_a_marker_of_another_kind_is_refused(tmp_path: Path, marker: str, message: str) -> None:
    (tmp_path / "gigraph.json").write_text(marker)
    with pytest.raises(StoreError, match=message), open_writer(tmp_path):
        pass


def test_what_a_killed_build_left_is_swept(tmp_path: Path, graph_of: GraphOf) -> None:
    with open_writer(tmp_path) as writer:
        writer.add([graph_of("a", "1")])
        publish(writer)
    (tmp_path / "store" / "bulk-0001.sst").write_bytes(b"orphan")
    (tmp_path / "store" / "LOG.old.1").write_text("what the database said long ago")
    (tmp_path / "problems.jsonl.tmp").write_text("")
    (tmp_path / "current.tmp").symlink_to("generations/gen-000009")
    (tmp_path / "generations" / "gen-000002.tmp" / "store").mkdir(parents=True)
    with open_writer(tmp_path) as writer:
        assert len(writer.entries()) == 1
    assert not list(tmp_path.rglob("*.tmp"))
    assert not list(tmp_path.rglob("bulk-*"))
    assert not (tmp_path / "store" / "LOG.old.1").exists()


def test_the_current_generation_stays_whatever_a_killed_build_has_named(tmp_path: Path, graph_of: GraphOf) -> None:
    with open_writer(tmp_path) as writer:
        for number in range(3):
            writer.add([graph_of(f"r{number}", "1")])
            publish(writer)
        for number in range(4, 7):  # named, and never made current
            shutil.copytree(tmp_path / "generations" / "gen-000003", tmp_path / "generations" / f"gen-{number:06}")
        assert drop_old(writer.layout) == []
        assert sorted(path.name for path in (tmp_path / "generations").iterdir()) == ["gen-000002", "gen-000003"]
        with open_graph(tmp_path) as graph:
            assert len(list(graph.quads(predicate="http://e/p"))) == 3


def test_a_generation_that_a_killed_build_has_not_dropped_goes_when_the_store_is_opened(
    tmp_path: Path, graph_of: GraphOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_writer(tmp_path) as writer, monkeypatch.context() as patch:
        patch.setattr("gigraph.store.generations.drop_old", lambda layout: [])
        for number in range(3):
            writer.add([graph_of(f"r{number}", "1")])
            publish(writer)
    names = [path.name for path in sorted((tmp_path / "generations").iterdir())]
    with open_writer(tmp_path):
        assert sorted(path.name for path in (tmp_path / "generations").iterdir()) == names[1:]


def test_a_folder_of_a_build_killed_at_its_beginning_is_ours(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("1\n")
    (tmp_path / "gigraph.json.tmp").write_text("{")
    with open_writer(tmp_path) as writer:
        assert writer.entries() == {}
    assert json.loads((tmp_path / "gigraph.json").read_text())["format"] == 1


def test_a_damaged_database_is_told_with_the_way_out(tmp_path: Path, graph_of: GraphOf) -> None:
    with open_writer(tmp_path) as writer:
        writer.add([graph_of("a", "1")])
    (tmp_path / "store" / "CURRENT").write_bytes(b"")
    with pytest.raises(StoreError, match=r"is damaged.*Delete the store and build again"), open_writer(tmp_path):
        pass


def test_generations_are_published_whole_and_the_last_two_kept(tmp_path: Path, graph_of: GraphOf) -> None:
    with open_writer(tmp_path) as writer:
        for number in range(1, 5):
            writer.add([graph_of(f"r{number}", "1")])
            publish(writer)
            with open_graph(tmp_path) as graph:
                assert graph.generation is not None
                assert (graph.generation.number, graph.generation.info) == (number, {"graphs": number})
                assert len(list(graph.quads(predicate="http://e/p"))) == number
    assert sorted(path.name for path in (tmp_path / "generations").iterdir()) == ["gen-000003", "gen-000004"]
    assert os.readlink(tmp_path / "current") == "generations/gen-000004"


def test_a_generation_that_is_read_stays(tmp_path: Path, graph_of: GraphOf) -> None:
    with open_writer(tmp_path) as writer:
        writer.add([graph_of("r0", "1")])
        publish(writer)
        with open_graph(tmp_path) as graph:
            for number in range(1, 5):
                writer.add([graph_of(f"r{number}", "1")])
                publish(writer)
            assert len(list(graph.quads(predicate="http://e/p"))) == 1
        publish(writer)
    names = sorted(path.name for path in (tmp_path / "generations").iterdir())
    assert names == ["gen-000005", "gen-000006"]


def test_a_forked_child_cannot_write(tmp_path: Path, graph_of: GraphOf) -> None:
    with open_writer(tmp_path) as writer:
        writer._pid += 1
        with pytest.raises(StoreError, match="before a fork"):
            writer.add([graph_of("a", "1")])
        writer._pid -= 1


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), RuntimeError("IO error: No space left on device")]
)
def test_a_full_disk_has_its_own_error(tmp_path: Path, error: Exception) -> None:
    known = translate(error, tmp_path)
    assert isinstance(known, NoSpaceError)
    assert known.exit_code == 74
    assert "run the command again" in str(known)


def test_bulk_loading_gives_the_same_as_single_calls(
    tmp_path: Path, graph_of: GraphOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = [graph_of(f"r{number}", "甲", str(number)) for number in range(30)]
    with open_writer(tmp_path / "one") as writer:
        for item in batch:
            writer.add([item])
        single = writer.graph.dump_nquads()
    monkeypatch.setattr("gigraph.store.writer.BULK", 1)
    monkeypatch.setattr("gigraph.store.writer.MANY", 1)
    with open_writer(tmp_path / "two") as writer:
        writer.add(batch[::-1])
        publish(writer)
        assert writer.graph.dump_nquads() == single
        assert list(damages(writer.graph)) == []
    with open_graph(tmp_path / "two") as graph:
        assert graph.dump_nquads() == single


def test_verify_finds_what_differs(tmp_path: Path, graph_of: GraphOf) -> None:
    first, second, third = graph_of("a", "1"), graph_of("b", "1", "2"), graph_of("c", "1")
    with open_writer(tmp_path) as writer:
        writer.add([first, second, third])
        writer._store.update(
            f"DROP GRAPH <{first[1].graph}>; INSERT DATA {{ GRAPH <http://e/stray> {{ <a:a> <a:b> 1 }} }}"
        )
        writer._store.update(f"DELETE WHERE {{ GRAPH <{third[1].graph}> {{ ?s ?p ?o }} }}")
        writer._store.update(f"INSERT DATA {{ GRAPH <{third[1].graph}> {{ <a:a> <a:b> 1 }} }}")
        found = list(damages(writer.graph))
    assert found[0] == "http://e/stray: not in the manifest"
    assert f"{first[1].graph}: 0 statements, the manifest says 1" in found
    assert f"{third[1].graph}: the statements differ from the manifest's digest" in found
    assert len(found) == 3
    assert graph_iri("manifest") not in "".join(found)


def test_readers_see_whole_states_while_others_are_published(tmp_path: Path, graph_of: GraphOf) -> None:
    """Every state has as many reports as its record says; a reader that opens now and then never meets another."""
    stop, seen, wrong = threading.Event(), set[int](), list[object]()

    def read() -> None:
        while not stop.is_set():
            try:
                with open_graph(tmp_path) as graph:
                    assert graph.generation is not None
                    found = len(list(graph.quads(predicate="http://e/p")))
                    seen.add(found)
                    if found != graph.generation.info["graphs"]:
                        wrong.append((found, graph.generation))
            except Exception as error:  # an error in a thread would be lost
                wrong.append(error)

    with open_writer(tmp_path) as writer:
        writer.add([graph_of("r0", "1")])
        publish(writer)
        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        for number in range(1, 13):
            writer.add([graph_of(f"r{number}", "1")])
            publish(writer)
        stop.set()
        for reader in readers:
            reader.join()
    assert wrong == []
    assert len(seen) > 1
    assert len(list((tmp_path / "generations").iterdir())) <= 4


@pytest.mark.parametrize("path", ["/proc/graph", "{file}/graph"])
def test_a_place_that_cannot_be_written_to_is_told_with_what_to_do(path: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with (
        pytest.raises(StoreError, match="Choose a place that can be written to") as caught,
        open_writer(path.format(file=file)),
    ):
        pass
    assert "Errno" not in str(caught.value)
