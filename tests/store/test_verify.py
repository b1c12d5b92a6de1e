"""Damage of many kinds is told, and nothing that is whole."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gigraph.errors import StoreError
from gigraph.store import Entry, Graph, open_graph, open_writer
from gigraph.store.agreement import disagreements
from gigraph.store.difference import differences
from gigraph.store.verify import deep_damages

GraphOf = Callable[..., tuple[bytes, Entry]]


def no_sidecar(graph: Graph, folder: Path) -> None:
    (folder / "names.sqlite").write_bytes(b"")


@pytest.fixture
def store(tmp_path: Path, graph_of: GraphOf) -> Path:
    """Sixty graphs in sorted files, published."""
    path = tmp_path / "graph"
    with open_writer(path) as writer:
        texts = [f"第{number}条" for number in range(40)]
        writer.add([graph_of(f"r{number}", *texts[: number % 40 + 1]) for number in range(60)], bulk=True)
        writer.publish({"graphs": 60}, no_sidecar)
    return path


def found(store: Path) -> list[str]:
    try:
        with open_graph(store) as graph:
            return list(deep_damages(graph))
    except StoreError as error:
        return [f"does not open: {error.what}"]


def test_a_whole_store_has_no_damage(store: Path) -> None:
    assert found(store) == []


def test_a_record_that_counts_otherwise(store: Path) -> None:
    record = store / "generations" / "gen-000001" / "gen.json"
    record.write_text(json.dumps({"graphs": 61, "rootDigest": "0"}))
    told = found(store)
    assert "gen-000001: 60 graphs, the record says 61" in told
    assert "gen-000001: the manifest differs from the record of the published state" in told


def test_a_byte_in_any_file_of_the_data_is_found(store: Path) -> None:
    """Each file of one order of the statements alone: the digests would meet one of them only."""
    database = (store / "current").resolve() / "store"
    files = sorted(path for path in database.glob("*.sst"))
    assert len(files) > 5
    for path in files:
        whole = path.read_bytes()
        path.unlink()  # the writer's database has the same file by another name
        middle = len(whole) // 3
        path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 0x55]) + whole[middle + 1 :])
        assert found(store), path.name
        path.write_bytes(whole)
    assert found(store) == []


@pytest.mark.parametrize("name", ["CURRENT", "MANIFEST-*", "*.sst"])
def test_a_lost_file_is_found(store: Path, name: str) -> None:
    database = (store / "current").resolve() / "store"
    for path in database.glob(name):
        path.unlink()
    assert found(store)


def test_a_graph_that_lost_a_statement(tmp_path: Path, graph_of: GraphOf) -> None:
    lines, entry = graph_of("a", "1", "2")
    with open_writer(tmp_path) as writer:
        writer.add([(lines.splitlines()[0] + b"\n", entry)])
        assert [text.partition(": ")[2] for text in deep_damages(writer.graph)] == ["1 statements, the manifest says 2"]


def test_every_index_is_compared(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from gigraph.store import agreement

    lame = {
        name: lambda s, held, place, r=read: set(list(r(s, held, place))[1:]) for name, read in agreement._PATHS.items()
    }
    with open_graph(store) as graph:
        assert list(disagreements(graph)) == []
        monkeypatch.setattr(agreement, "_PATHS", lame)
        told = list(disagreements(graph))
    assert {text.rpartition(" differs")[0].rpartition(" ")[2] for text in told} == {"GPOS", "GOSP", "SPOG", "OSPG"}
    assert len(told) == 4 * 61  # of each graph and the manifest


def test_two_states_differ_by_graph(tmp_path: Path, graph_of: GraphOf) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    with open_writer(old) as writer:
        writer.add([graph_of("a", "1", "2"), graph_of("b", "1"), graph_of("c", "1")])
        writer.publish({}, no_sidecar)
    shutil.copytree(old, new, symlinks=True)
    with open_writer(new) as writer:
        writer.replace(*graph_of("a", "2", "3"))
        writer.remove(graph_of("b", "1")[1].graph)
        writer.add([graph_of("d", "4")])
        writer.publish({}, no_sidecar)
    with open_graph(old) as before, open_graph(new) as after, open_graph(new / "generations" / "gen-000001") as first:
        assert list(differences(before, before)) == list(differences(before, first)) == []
        told = [(d.source, d.kind, len(d.added), len(d.removed)) for d in differences(before, after)]
        assert told == [("a", "changed", 1, 1), ("b", "removed", 0, 1), ("d", "added", 1, 0)]
        back = {(d.source, d.added, d.removed) for d in differences(after, before)}
        assert back == {(d.source, d.removed, d.added) for d in differences(before, after)}
        assert '"3"@zh' in next(differences(before, after)).added[0]
