"""What is sent to a store on the network: all at first, then only what differs, and whole whatever breaks."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from stores import Server, dump, endpoint, lines_of, reader

from gigraph.build import build
from gigraph.build.remote import open_distant, push, work_folder
from gigraph.errors import StoreError
from gigraph.store import Entry, graph_digest, open_graph, open_writer, read_entries
from gigraph.store.manifest import digest_of
from gigraph.store.remote import replica
from gigraph.store.remote.address import parse_address
from gigraph.store.remote.graph import RemoteGraph

TEXT = """{agency}{year}年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》的要求，现公布{agency}{year}年度政府信息公开工作年度报告。
{year}年，我局制定了《{agency}政府信息公开工作制度》，通过门户网站主动公开政府信息{count}条。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "reports"
    root.mkdir()
    for number, agency in enumerate(("华宁县统计局", "玉溪市财政局", "湖南省水利厅")):
        (root / f"{number}.txt").write_text(TEXT.format(agency=agency, year=2015 + number, count=12), "utf-8")
    return root


def test_only_what_differs_is_sent(server: Server, folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    first = push(store, server.address)
    assert (first.sent, first.unchanged) == (5, 0)  # three reports, the entities and the ontology
    assert lines_of(reader(server)) == dump(store)
    again = push(store, server.address)
    assert (again.sent, again.removed, again.unchanged, again.statements) == (0, 0, 5, 0)

    (folder / "0.txt").write_text(TEXT.format(agency="华宁县统计局", year=2015, count=13), "utf-8")
    (folder / "2.txt").unlink()
    build([folder], store, workers=0, prune=True)
    changed = push(store, server.address)
    assert (changed.sent, changed.removed, changed.unchanged) == (2, 1, 2)
    if "Virtuoso" not in reader(server).endpoint.server:
        assert changed.statements < first.statements / 20  # of the entities the difference alone
    assert lines_of(reader(server)) == dump(store)


def test_a_report_of_other_bytes_and_the_same_facts_sends_its_row_alone(
    server: Server, folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    push(store, server.address)
    with open_writer(store) as writer:
        entry = next(entry for entry in writer.entries().values() if entry.source_key)
        writer.amend((), (), Entry(entry.graph, "other", entry.pipeline, entry.quads, entry.graph_digest, "0.txt"))
        writer.publish({}, lambda graph, folder: None)
    done = push(store, server.address)
    assert (done.sent, done.statements) == (1, 0)


@pytest.mark.parametrize("nth", [1, 2, 4, 8])
def test_a_push_that_breaks_off_never_looks_complete(
    server: Server, folder: Path, tmp_path: Path, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    monkeypatch.setattr(replica, "_ANY", replica.Sizes(30, 40, 40))
    monkeypatch.setattr(replica, "_VIRTUOSO", replica.Sizes(0, 300, 0))
    remote = reader(server)
    with open_graph(store) as local:
        _break(remote, nth)
        with pytest.raises(StoreError, match="broken"):
            replica.push(local, remote)
        for name, entry in read_entries(reader(server)).items():
            whole = reader(server).graph_lines(name)
            assert entry.graph_digest in (replica.SENDING, digest_of(entry, whole))
        with pytest.raises(StoreError), open_distant(server.address):
            _pull(server, tmp_path)
        replica.push(local, reader(server))
        assert lines_of(reader(server)) == lines_of(local)


def _pull(server: Server, folder: Path) -> None:
    with open_writer(folder / "pulled") as writer:
        replica.pull(reader(server), writer)


def _break(remote: RemoteGraph, nth: int) -> None:
    """Lets the nth request that writes, and all after it, fail."""
    count = 0

    def breaking(do: Callable[..., None]) -> Callable[..., None]:
        def call(*given: object, **named: object) -> None:
            nonlocal count
            count += 1
            if count > nth:
                raise StoreError("broken")
            do(*given, **named)

        return call

    remote.endpoint.update = breaking(remote.endpoint.update)  # type: ignore[method-assign]
    remote.endpoint.put_graph = breaking(remote.endpoint.put_graph)  # type: ignore[method-assign]


def test_a_server_that_is_killed_midway(own_oxigraph: Server, tmp_path: Path) -> None:
    store = tmp_path / "graph"
    batch = [_made(number, 400) for number in range(60)]
    with open_writer(store) as writer:
        writer.add(batch)
        writer.publish({}, lambda graph, folder: None)
    remote = RemoteGraph(endpoint(parse_address(own_oxigraph.address, {})))
    with open_graph(store) as local:
        halfway = threading.Event()

        def kill(done: int, total: int) -> None:
            if done and not halfway.is_set():
                halfway.set()
                own_oxigraph.kill()

        with pytest.raises(StoreError, match="cannot be reached"):
            replica.push(local, remote, progress=kill)
        own_oxigraph.start()
        done = replica.push(local, remote)
        assert 0 < done.unchanged < 60
        assert done.sent + done.unchanged == 60
        assert lines_of(remote) == lines_of(local)


def _made(number: int, count: int) -> tuple[bytes, Entry]:
    name = f"https://w3id.org/gigraph/id/graph/report/{number:024x}"
    lines = [f'<urn:s{number}> <urn:p> "{at} 信息" <{name}> .'.encode() for at in range(count)]
    return b"\n".join(lines) + b"\n", Entry(name, "d", "p", count, graph_digest(lines), str(number))


def test_a_server_that_comes_back_is_waited_for(own_oxigraph: Server, small_store: Path) -> None:
    own_oxigraph.kill()
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            own_oxigraph.start()

    remote = RemoteGraph(endpoint(parse_address(own_oxigraph.address, {}), sleep=sleep))
    with open_graph(small_store) as local:
        assert replica.push(local, remote).sent > 0
    assert len(waits) == 2


def test_a_changed_graph_is_noticed_when_it_is_fetched(server: Server, small_store: Path, tmp_path: Path) -> None:
    push(small_store, server.address)
    with open_graph(small_store) as local:
        name = min(local.graphs())
    reader(server).endpoint.update(f"INSERT DATA {{ GRAPH <{name}> {{ <urn:a> <urn:b> <urn:c> }} }}")
    with pytest.raises(StoreError, match="is not what was sent"):
        _pull(server, tmp_path)


def test_what_is_fetched_is_what_was_sent(server: Server, small_store: Path, tmp_path: Path) -> None:
    push(small_store, server.address)
    with open_writer(tmp_path / "pulled") as writer:
        assert replica.pull(reader(server), writer) == len(dump(small_store))
        assert replica.pull(reader(server), writer) == 0
        writer.publish({}, lambda graph, folder: None)
    assert dump(tmp_path / "pulled") == dump(small_store)


def test_the_folder_of_an_address_has_no_sign_that_a_shell_reads() -> None:
    assert work_folder("sparql+https://例.cn:8443/gov/sparql") == Path("graph-remote/例.cn-8443-gov-sparql")
