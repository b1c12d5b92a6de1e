"""Documents at addresses: the same graph as from a folder, fetched once, read again only when they changed."""

import json
import os
import sys
import threading
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from gigraph.build import Limits, build, forget
from gigraph.build.collect import collect
from gigraph.cli import main
from gigraph.documents import distant
from gigraph.errors import UsageError
from gigraph.store import open_graph
from gigraph.store.manifest import read_entries

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed (pip install 'gigraph[urls]')")
try:
    import aiohttp
except ImportError:
    aiohttp = None
needs_http = pytest.mark.skipif(aiohttp is None, reason="aiohttp is not installed (pip install 'gigraph[urls]')")

TEXT = """{agency}2016年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》的要求，现公布{agency}2016年度政府信息公开工作年度报告。
2016年，我局制定了《{agency}政府信息公开工作制度》，通过门户网站主动公开政府信息{count}条。
"""
PAGE = "https://www.example.gov.cn/zwgk/a.html"


def text(agency: str, count: int = 12) -> str:
    return TEXT.format(agency=agency, count=count)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder; counts what is asked for, and answers as it is told to."""

    def do_GET(self) -> None:
        self._answer(super().do_GET)

    def do_HEAD(self) -> None:
        self._answer(super().do_HEAD)

    def _answer(self, usual: Callable[[], None]) -> None:
        server: Any = self.server
        server.asked[self.command, self.path] += 1
        status = server.answers(self.path, server.asked[self.command, self.path])
        if status == 200:
            usual()
        else:
            self.send_error(status)

    def log_message(self, *arguments: Any) -> None:
        """Says nothing."""


@pytest.fixture
def root(folder: Path) -> Path:
    """Reports with all that a folder may hold beside them."""
    (folder / ".hidden.txt").write_text(text("无人县财政局"), "utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text("x")
    (folder / "logo.png").write_bytes(b"x")
    (folder / "县" / "网页 1.html").write_text(f"<html><body><p>{text('云山县教育局')}</p></body></html>", "utf-8")
    (folder / "县" / "网页 1_files").mkdir()
    (folder / "县" / "网页 1_files" / "ad.html").write_text("x")
    (folder / "other-graph").mkdir()
    (folder / "other-graph" / "gigraph.json").write_text("{}")
    (folder / "other-graph" / "a.txt").write_text("x")
    (folder / "empty.txt").write_bytes(b"")
    with zipfile.ZipFile(folder / "年报.zip", "w") as archive:
        archive.writestr("县/甲.txt", text("云山县财政局"))
        archive.writestr("县/乙.txt", text("云山县统计局", 7))
    records = [{"title": f"{name}报告", "content": text(name)} for name in ("临江市审计局", "临江市民政局")]
    (folder / "pages.jsonl").write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in records), "utf-8")
    (folder / "links.tsv").write_text(f"path\turl\na.txt\t{PAGE}\n", "utf-8")
    for path in folder.rglob("*"):  # so that their times are trusted
        os.utime(path, (1_600_000_000, 1_600_000_000))
    return folder


@pytest.fixture
def memory(root: Path) -> Iterator[str]:
    """The same in memory."""
    fs = fsspec.filesystem("memory")
    for path in root.rglob("*"):
        if path.is_file():
            fs.pipe(f"/reports/{path.relative_to(root).as_posix()}", path.read_bytes())
    yield "memory://reports"
    fs.rm("/", recursive=True)


@pytest.fixture
def served(root: Path) -> Iterator[tuple[str, Any]]:
    """The same on a web server."""
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root.parent)))
    server.asked, server.answers = Counter(), lambda path, times: 200
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/reports/", server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def packed(root: Path, tmp_path: Path) -> str:
    """The same in an archive that is named itself."""
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(root.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(root.parent).as_posix())
    return f"zip://reports::{path.as_uri()}"


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distant, "PAUSE", 0.0)


def keys(store: Path) -> list[str]:
    with open_graph(store) as graph:
        return sorted(key for entry in read_entries(graph).values() if (key := entry.source_key))


def same(address: str, root: Path, tmp_path: Path, dump: Callable[[Path], bytes], workers: int) -> None:
    here = build([root], tmp_path / "here", workers=0)
    there = build([address], tmp_path / "there", workers=workers)
    assert here.built == 8
    assert dump(tmp_path / "there") == dump(tmp_path / "here")
    assert there == here  # also what was left out, and what was wrong
    again = build([address], tmp_path / "there", workers=workers)
    assert (again.built, again.changed, again.unchanged, again.generation) == (0, 0, 8, 1)


def test_memory_gives_what_a_folder_gives(
    memory: str, root: Path, tmp_path: Path, dump: Callable[[Path], bytes]
) -> None:
    same(memory, root, tmp_path, dump, 2)


def test_an_archive_is_looked_into_and_fetched_only_to_be_read(
    memory: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[str] = []
    usual = distant.fetch

    def fetch(file: distant.Distant, target: Path, most: int) -> None:
        fetched.append(file.name)
        usual(file, target, most)

    monkeypatch.setattr("gigraph.build.afar.fetch", fetch)
    monkeypatch.setattr("gigraph.build.fetching.fetch", fetch)
    monkeypatch.setattr("gigraph.build.cache._FRESH", 0)
    build([memory], tmp_path / "graph", workers=0)
    assert fetched.count("/reports/年报.zip") == 1
    fetched.clear()
    assert build([memory], tmp_path / "graph", workers=0).unchanged == 8
    assert sorted(fetched) == ["/reports/empty.txt", "/reports/links.tsv", "/reports/pages.jsonl"]


def test_an_archive_that_is_named(packed: str, root: Path, tmp_path: Path, dump: Callable[[Path], bytes]) -> None:
    same(packed, root, tmp_path, dump, 0)


def test_a_file_address_is_a_path(root: Path, tmp_path: Path) -> None:
    build([root.as_uri()], tmp_path / "graph", workers=0)
    assert "县/c.txt" in keys(tmp_path / "graph")
    assert collect([f"file://{root}"]).sources == collect([root]).sources


@needs_http
def test_the_web_gives_what_a_folder_gives(
    served: tuple[str, Any], root: Path, tmp_path: Path, dump: Callable[[Path], bytes]
) -> None:
    address, server = served
    same(address, root, tmp_path, dump, 2)
    fetched = {
        path: times
        for (method, path), times in server.asked.items()
        if method == "GET" and path.endswith("txt") and "empty" not in path
    }
    assert set(fetched.values()) == {1}  # also by the build that found them unchanged
    assert not any(path.startswith("/reports/.git/") or "_files/" in path for _, path in server.asked)
    assert all(path.startswith("/reports/") for _, path in server.asked)


@needs_http
def test_what_changed_there_is_read_again_and_what_went_is_removed(
    served: tuple[str, Any], root: Path, tmp_path: Path, dump: Callable[[Path], bytes]
) -> None:
    address, server = served
    build([address], tmp_path / "graph", workers=0)
    (root / "a.txt").write_text(text("华宁县统计局", 99), "utf-8")
    (root / "b.txt").unlink()
    server.asked.clear()
    summary = build([address], tmp_path / "graph", workers=0, prune=True)
    assert (summary.built, summary.changed, summary.unchanged, summary.removed) == (0, 1, 6, 1)
    assert server.asked["GET", "/reports/a.txt"] == 1
    assert server.asked["GET", "/reports/empty.txt"] == 1  # of what could not be read nothing is remembered
    assert sum(path.endswith("c.txt") for method, path in server.asked if method == "GET") == 0
    build([root], tmp_path / "here", workers=0)
    assert dump(tmp_path / "graph") == dump(tmp_path / "here")


@needs_http
def test_a_server_that_falters_is_asked_again(served: tuple[str, Any], tmp_path: Path) -> None:
    address, server = served
    server.answers = lambda path, times: 503 if times == 1 else 200
    summary = build([address], tmp_path / "graph", workers=1)
    assert (summary.built, summary.skipped) == (8, 1)


@needs_http
@pytest.mark.parametrize(("status", "code"), [(404, "E-MISSING"), (403, "E-PERM"), (500, "E-FETCH")])
def test_a_file_that_does_not_come_is_its_own_problem(
    served: tuple[str, Any], tmp_path: Path, status: int, code: str
) -> None:
    address, server = served
    build([address], tmp_path / "graph", workers=0)
    server.answers = lambda path, times: status if path.endswith(("/a.txt", ".zip")) else 200
    (tmp_path / "reports" / "a.txt").write_text(text("华宁县统计局", 99), "utf-8")
    summary = build([address], tmp_path / "graph", workers=0, prune=True)
    told = {problem.source: problem for problem in summary.problems if problem.code == code}
    assert set(told) == {"a.txt", "年报.zip"}
    assert f"{address}a.txt" in told["a.txt"].message
    # What is there and did not come for now stays; what is not there, or closed, goes with --prune.
    assert (summary.removed, "a.txt" in keys(tmp_path / "graph")) == ((0, True) if status == 500 else (3, False))
    assert server.asked["GET", "/reports/a.txt"] == 2 + (
        distant.ATTEMPTS if status == 500 else 1
    )  # one asks for its state alone


@needs_http
def test_a_folder_that_does_not_come_costs_its_documents_nothing(served: tuple[str, Any], tmp_path: Path) -> None:
    address, server = served
    build([address], tmp_path / "graph", workers=0)
    server.answers = lambda path, times: 500 if path == "/reports/%E5%8E%BF/" else 200
    summary = build([address], tmp_path / "graph", workers=0, prune=True)
    assert [(problem.source, problem.code) for problem in summary.problems if problem.code == "E-FETCH"] == [
        ("县", "E-FETCH")
    ]
    assert (summary.removed, "县/c.txt" in keys(tmp_path / "graph")) == (0, True)
    server.answers = lambda path, times: 500
    with pytest.raises(UsageError, match="cannot be fetched: http://127"):
        build([address], tmp_path / "graph", workers=0, prune=True)


@needs_http
def test_links_that_lead_out_are_not_followed(served: tuple[str, Any], root: Path) -> None:
    address, server = served
    links = (
        "?C=N;O=D",
        "/",
        "../",
        "../secret/",
        "//elsewhere.invalid/x/",
        "a.txt#top",
        "a.txt",
        "%E5%8E%BF/c.txt",
        "b.txt?x=1",
    )
    (root / "index.html").write_text("".join(f'<a href="{link}">x</a>' for link in links), "utf-8")
    found = collect([address])
    assert list(found.sources) == ["a.txt", "b.txt?x=1"]
    assert all(path.startswith("/reports/") for _, path in server.asked)


def test_keys_start_at_the_folder_that_is_named(memory: str, tmp_path: Path) -> None:
    assert list(collect([f"{memory}/县/c.txt"]).sources) == ["c.txt"]
    assert list(collect([f"{memory}/县/c.txt", f"{memory}/a.txt"]).sources) == ["a.txt", "县/c.txt"]
    assert list(collect([f"{memory}/县/"], "memory://reports").sources) == ["县/c.txt", "县/网页 1.html"]
    with pytest.raises(UsageError, match="lies outside of the root"):
        collect([f"{memory}/a.txt"], f"{memory}/县")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x.txt").write_text("x")
    mixed = collect([tmp_path / "mine", f"{memory}/a.txt"])
    assert list(mixed.sources) == ["memory://reports/a.txt", "x.txt"]


def test_one_key_from_two_addresses_is_a_clash(memory: str, tmp_path: Path) -> None:
    fs = fsspec.filesystem("memory")
    fs.pipe("/2017/a.txt", text("玉溪市财政局").encode())
    build([f"{memory}/a.txt"], tmp_path / "graph", workers=0)
    clash = build(["memory://2017"], tmp_path / "graph", workers=0)
    assert [(problem.source, problem.code) for problem in clash.problems] == [("a.txt", "E-KEY-CLASH")]
    moved = build(["memory://2017"], tmp_path / "graph", workers=0, prune=True)
    assert (moved.changed, moved.problems) == (1, ())
    assert forget(tmp_path / "graph", "a.txt").path is None


def test_other_bytes_of_the_same_size_at_another_time(memory: str, tmp_path: Path) -> None:
    fs = fsspec.filesystem("memory")
    build([memory], tmp_path / "graph", workers=0)
    fs.pipe("/reports/a.txt", text("华宁县统计局", 34).encode())
    again = build([memory], tmp_path / "graph", workers=0)
    assert (again.changed, again.unchanged) == (1, 7)


def test_a_file_that_is_larger_than_may_be(memory: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("gigraph.build.fetching.MAX_BYTES", 300)
    summary = build([f"{memory}/a.txt"], tmp_path / "graph", workers=0)
    assert [(problem.source, problem.code) for problem in summary.problems] == [("a.txt", "E-TOO-LARGE")]


def test_nothing_is_left_behind(memory: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    build([memory], tmp_path / "graph", workers=1)
    assert list(aside.iterdir()) == []


def test_a_worker_that_dies_gets_the_file_again(memory: str, tmp_path: Path) -> None:
    summary = build([memory], tmp_path / "graph", workers=1, limits=Limits(30, 1024))
    assert summary.built == 8


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("nonsense://x/", "fsspec knows no such filesystem"),
        ("memory://nothing-there", "there is no such file or folder"),
        ("zip://::/nowhere/x.zip", "there is no such file or folder"),
    ],
)
def test_addresses_that_cannot_be_opened(address: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=told):
        build([address], tmp_path / "graph", workers=0)
    assert not (tmp_path / "graph").exists()


def test_what_is_missing_is_named_with_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distant.close_all()
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(UsageError, match=r"s3://bucket/x.*its filesystem is not installed.*s3fs"):
        build(["s3://bucket/x"], tmp_path / "graph")
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(UsageError, match=r"need fsspec.*pip install 'gigraph\[urls\]'"):
        build(["memory://x"], tmp_path / "graph")


def test_passwords_are_not_told() -> None:
    error = distant.fetch_error(OSError("no route to ftp://me:secret@host/a"), "ftp://host/a")
    assert "secret" not in str(error)
    assert "ftp://host/a" in str(error)


def test_extract_and_text(memory: str, root: Path) -> None:
    runner = CliRunner()
    here = runner.invoke(main, ["extract", str(root)])
    there = runner.invoke(main, ["extract", memory])
    assert there.exit_code == here.exit_code == 5
    assert sorted(there.stdout.splitlines()) == sorted(here.stdout.splitlines())
    assert f"{memory}/empty.txt" in there.stderr
    for name in ("县/c.txt", "年报.zip!/县/甲.txt"):
        shown = runner.invoke(main, ["text", f"{memory}/{name}", "--format", "json"])
        assert (
            json.loads(shown.stdout)["blocks"]
            == json.loads(runner.invoke(main, ["text", str(root / name), "--format", "json"]).stdout)["blocks"]
        )
    assert runner.invoke(main, ["text", f"{memory}/none.txt"]).exit_code == 2


def test_build_takes_an_address(memory: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        main, ["build", memory, "--root", "memory://", "--store", str(tmp_path / "g"), "--workers", "0"]
    )
    assert (done.exit_code, keys(tmp_path / "g")[0]) == (5, "reports/a.txt")
