"""Worker processes: what a document does to its process, it does to no other document."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gigraph.build import pool
from gigraph.build.pool import Limits, run_tasks
from gigraph.build.work import Task
from gigraph.errors import GigraphError

# A worker whose work is to do what the document's key says.
BOOT = """
import os, signal, sys, time
sys.path[:] = sys.argv[3:]
import gigraph.build.worker as worker
from gigraph.build.work import Done, Task
def run(task):
    if task.key.startswith("die"): os.kill(os.getpid(), signal.SIGKILL)
    if task.key.startswith("once") and not task.path.exists():
        task.path.write_text("seen")
        os.kill(os.getpid(), signal.SIGKILL)
    if task.key.startswith("sleep"): time.sleep(60)
    return Done(task, digest=str(os.getpid()))
Task.run = run
worker.main(int(sys.argv[1]), 1024)
"""


@pytest.fixture
def acting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_BOOT", BOOT)


def tasks(folder: Path, *keys: str) -> list[Task]:
    return [Task(key, folder / key, "pipeline") for key in keys]


@pytest.mark.usefixtures("acting")
def test_every_task_has_one_outcome(tmp_path: Path) -> None:
    keys = [f"good{n}" for n in range(60)]
    found = list(run_tasks(tasks(tmp_path, *keys), workers=2))
    assert sorted(done.task.key for done in found) == sorted(keys)
    assert len({done.digest for done in found}) in (1, 2)
    assert str(os.getpid()) not in {done.digest for done in found}


@pytest.mark.usefixtures("acting")
def test_a_document_that_kills_its_worker_costs_itself_alone(tmp_path: Path) -> None:
    keys = [f"good{n}" for n in range(20)]
    found = list(run_tasks(tasks(tmp_path, *keys[:7], "die1", *keys[7:], "die2"), workers=2))
    problems = {done.task.key: done.problems for done in found if done.problems}
    assert sorted(done.task.key for done in found) == sorted([*keys, "die1", "die2"])
    assert set(problems) == {"die1", "die2"}
    assert problems["die1"][0].code == "E-CRASH"


@pytest.mark.usefixtures("acting")
def test_a_suspect_is_tried_once_more(tmp_path: Path) -> None:
    (done,) = run_tasks(tasks(tmp_path, "once"), workers=1)
    assert done.problems == ()
    assert (tmp_path / "once").read_text() == "seen"


@pytest.mark.usefixtures("acting")
def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    found = list(run_tasks(tasks(tmp_path, "good1", "sleep", "good2"), workers=1, limits=Limits(0.5)))
    assert {done.task.key: [p.code for p in done.problems] for done in found} == {
        "good1": [], "good2": [], "sleep": ["E-TIMEOUT"],
    }  # fmt: skip


@pytest.mark.usefixtures("acting")
def test_workers_end_with_the_iteration(tmp_path: Path) -> None:
    running: Iterator[object] = run_tasks(tasks(tmp_path, *(f"good{n}" for n in range(50))), workers=2)
    pids = {int(str(next(running).digest)) for _ in range(20)}  # type: ignore[attr-defined]
    running.close()  # type: ignore[attr-defined]
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_no_tasks_need_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_Worker", lambda limits: pytest.fail("a worker was started"))
    assert list(run_tasks([], workers=None)) == []
    assert list(run_tasks([], workers=2)) == []


def test_a_worker_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pool, "_BOOT", "raise ImportError('no module named gigraph')")
    with pytest.raises(GigraphError, match="could not start: ImportError: no module"):
        list(run_tasks(tasks(tmp_path, "a"), workers=1))


def test_the_work_of_a_process_is_the_work_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "华宁县统计局2016年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》编制。\n", "utf-8"
    )
    given = [Task("a.txt", path, "p"), Task("missing.txt", tmp_path / "missing.txt", "p")]
    found = sorted(run_tasks(given, workers=1), key=lambda done: done.task.key)
    assert found == [task.run() for task in given]
    assert found[0].entry is not None
    assert found[0].entry.quads == found[0].lines.count(b"\n") > 10
    assert [problem.code for problem in found[1].problems] == ["E-MISSING"]


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux alone ends children with their parent")
@pytest.mark.usefixtures("acting")
def test_a_killed_parent_leaves_no_worker(tmp_path: Path) -> None:
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom gigraph.build import pool\nfrom gigraph.build.work import Task\n"
        f"pool._BOOT = {BOOT!r}\n"
        "running = pool.run_tasks([Task('good', Path('x'), ''), Task('sleep', Path('x'), '')], workers=1)\n"
        "print(next(running).digest, flush=True)\nos.kill(os.getpid(), 9)\n"
    )
    outcome = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert outcome.returncode == -signal.SIGKILL
    _wait_until_gone(int(outcome.stdout))


def _wait_until_gone(pid: int) -> None:
    for _ in range(100):
        try:
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return
        except FileNotFoundError:
            return
        time.sleep(0.05)
    pytest.fail(f"process {pid} is still there")
