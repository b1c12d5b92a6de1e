"""A Dask cluster of real processes on loopback gives the graph that the pool gives, also where a worker is killed."""

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from gigraph.build import Limits, build
from gigraph.build.work import Task
from gigraph.errors import UsageError
from gigraph.pipeline.version import pipeline_digest

try:  # what Dask's own modules warn of while they are imported is not ours
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import distributed
except ImportError:
    distributed = None

SEEDS = Path(__file__).parents[2] / "seeds" / "reports"
needs_dask = pytest.mark.skipif(distributed is None, reason="Dask is not installed (pip install 'gigraph[dask]')")
pytestmark = pytest.mark.filterwarnings("ignore")
TEXT = """{agency}{year}年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》的要求，现公布{agency}{year}年度政府信息公开工作年度报告。
{year}年，我局通过门户网站主动公开政府信息{count}条。
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("many")
    for number in range(48):
        place = ("华宁县", "玉溪市", "湖南省", "临江市")[number % 4]
        office = ("统计局", "财政局", "水利厅")[number % 3]
        text = TEXT.format(agency=place + office, year=2010 + number // 12, count=number)
        (root / f"{number:02}.txt").write_text(text, "utf-8")
    (root / "empty.txt").write_bytes(b"")
    return root


@needs_dask
def test_a_cluster_with_a_killed_worker_gives_what_the_pool_gives(
    many: Path, tmp_path: Path, dump: Callable[[Path], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = build([many], tmp_path / "pool", workers=1)
    with _cluster(tmp_path, 3) as (address, workers):
        ended, killed = threading.Event(), list[int]()
        killer = threading.Thread(target=_kill_at_work, args=(workers, ended, killed))
        killer.start()
        try:
            spread = build([many], tmp_path / "dask", executor=address, limits=Limits(20, 1024))
        finally:
            ended.set()
            killer.join()
    assert len(killed) == 1
    assert dump(tmp_path / "dask") == dump(tmp_path / "pool")
    assert spread.problems == plain.problems
    assert spread.skipped == 1


@pytest.mark.parametrize(("seed", "workers"), [("0", 1), ("1", 2), ("2", 1)])
def test_order_workers_and_hash_seed_do_not_matter(
    many: Path, tmp_path: Path, dump: Callable[[Path], bytes], seed: str, workers: int
) -> None:
    """Reports of a few lines, copies of them, and long ones, in reversed order and in others."""
    folder = tmp_path / "in"
    folder.mkdir()
    for path in [*sorted(many.glob("0*.txt")), *SEEDS.glob("*.txt")]:
        shutil.copy(path, folder)
        (folder / f"copy-of-{path.name}").write_text("首页\n" + path.read_text("utf-8"), "utf-8")
    paths = sorted(folder.iterdir())
    build(paths, tmp_path / "here", workers=0, root=folder)
    paths.reverse()
    if workers == 1 and seed != "0":
        random.Random(seed).shuffle(paths)
    code = (
        "import sys; from gigraph.build import build\n"
        "if __name__ == '__main__': build(sys.argv[4:], sys.argv[1], root=sys.argv[2], workers=int(sys.argv[3]))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "there"), str(folder), str(workers), *map(str, paths)]
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run(command, check=True, env=environment, timeout=100)
    assert dump(tmp_path / "there") == dump(tmp_path / "here")


@needs_dask
def test_the_workers_fetch_what_lies_at_an_address(many: Path, tmp_path: Path, dump: Callable[[Path], bytes]) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed (pip install 'gigraph[urls]')")
    archive = tmp_path / "many.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(many.iterdir()):
            packed.write(path, f"in/{path.name}")
    build([many], tmp_path / "pool", workers=1)
    with _cluster(tmp_path, 1) as (address, _):
        spread = build([f"zip://in::{archive.as_uri()}"], tmp_path / "dask", executor=address)
    assert dump(tmp_path / "dask") == dump(tmp_path / "pool")
    assert [(problem.source, problem.code) for problem in spread.problems if problem.skipped] == [
        ("empty.txt", "E-EMPTY")
    ]


@needs_dask
def test_few_shards_are_given_out_at_once(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from gigraph.build.executors import dask

    given, back = [], []

    @contextmanager
    def here(where: str) -> Iterator[Any]:
        with distributed.Client(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None) as client:
            submit = client.submit
            monkeypatch.setattr(
                client, "submit", lambda *rest, **names: given.append(len(back)) or submit(*rest, **names)
            )
            yield client

    monkeypatch.setattr(dask, "_client", here)
    monkeypatch.setattr(dask, "SMALLEST", 2)
    monkeypatch.setattr(dask, "SHARD", 2)
    monkeypatch.setattr(dask, "read_all", lambda tasks, workers, limits: (task.run() for task in tasks))
    tasks = [Task(path.name, path, pipeline_digest()) for path in sorted(many.iterdir())[:24]]
    for done in dask.on_cluster(tasks, "dask-local", Limits()):
        back.append(done)
    assert sorted(done.task.key for done in back) == [task.key for task in tasks]
    assert len(given) == 12
    for number, before in enumerate(given):  # when a shard is given out, at most so many others are not back
        assert number - before // 2 <= dask.AHEAD


@needs_dask
def test_nobody_there(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from gigraph.build.executors import dask

    monkeypatch.setattr(dask, "CONNECT_SECONDS", 0.5)
    with pytest.raises(UsageError, match="no Dask scheduler answers"):
        build([many], tmp_path / "graph", executor=f"dask://127.0.0.1:{_free_port()}")
    with (
        _cluster(tmp_path, 0) as (address, _),
        pytest.raises(UsageError, match="scheduler has no workers"),
    ):
        build([many], tmp_path / "graph", executor=address)


@pytest.mark.parametrize(("name", "told"), [("spark://x", "no executor"), ("dask-local:x", "number|not installed")])
def test_other_names(many: Path, tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        build([many], tmp_path / "graph", executor=name)


def test_without_dask_it_is_said_what_to_install(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "gigraph.build.executors.dask", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'gigraph\[dask\]'"):
        build([many], tmp_path / "graph", executor="dask-local:1")


def _kill_at_work(workers: list[int], ended: threading.Event, killed: list[int]) -> None:
    """Kills the first worker that reads documents: each shard is read by a child of its worker's."""
    while not ended.wait(0.01):
        for pid in workers:
            if any(path.read_text().split() for path in Path(f"/proc/{pid}/task").glob("*/children")):
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)
                return


@contextmanager
def _cluster(folder: Path, count: int) -> Iterator[tuple[str, list[int]]]:
    """A scheduler and workers in processes of their own: the address, and the workers' process ids."""
    port = _free_port()
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    started: list[subprocess.Popen[bytes]] = []

    def start(*words: str) -> None:
        with (folder / "cluster.txt").open("ab") as out:
            command = [sys.executable, "-W", "ignore", "-m", "distributed.cli." + words[0], *words[1:]]
            started.append(subprocess.Popen(command, stdout=out, stderr=out, env=environment, cwd=folder))

    try:
        start("dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
        until = time.monotonic() + 60
        while not _answers(port) and time.monotonic() < until:
            time.sleep(0.1)
        for _ in range(count):
            start("dask_worker", f"127.0.0.1:{port}", "--nthreads", "1", "--no-nanny", "--no-dashboard")
        while (folder / "cluster.txt").read_text().count("Registered to:") < count and time.monotonic() < until:
            time.sleep(0.1)
        yield f"dask://127.0.0.1:{port}", [process.pid for process in started[1:]]
    finally:
        for process in started:
            process.kill()
            process.wait()


def _answers(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
