"""Killed at any moment, a build leaves each graph wholly old or wholly new, and running it again finishes the job.

GIGRAPH_KILLS=200 makes it 200 kills.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gigraph.store import open_graph, open_writer
from gigraph.store.verify import damages

KILLS = int(os.environ.get("GIGRAPH_KILLS", "3"))
REPORTS = 18
# Small chunks, so that there are many moments between two transactions; every line that is told is durable.
CHILD = """
import sys
from gigraph.build import build, loading, publishing, rebuilding, run
loading.CHUNK, loading.TRANSACTION, rebuilding.LEAST = 150, 3, 1
run.pipeline_digest = publishing.pipeline_digest = lambda: sys.argv[3] * 64
print("begin", flush=True)
build([sys.argv[1]], sys.argv[2], workers=0, progress=lambda step: print(step.stage, step.done, flush=True))
print("end", flush=True)
"""


def write_reports(folder: Path, version: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(REPORTS):
        text = f"华宁县第{number}中学{2010 + number % 9}年政府信息公开工作年度报告\n\n根据《中华人民共和国政府信息公开条例》编制。"
        text += f"学校制定了《第{number}号工作制度》，版本{version if number % 3 else 0}。\n"
        (folder / f"{number:03}.txt").write_text(text, "utf-8")


def killed_build(folder: Path, store: Path, version: int, wait: float) -> tuple[int, bool]:
    """Kills a build some time after it has begun; returns how many documents it told to be durable, and if it ended."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), str(store), str(version)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert child.stdout
    assert child.stdout.readline() == "begin\n"
    time.sleep(wait)
    child.kill()
    told, _ = child.communicate()
    lines = [line.split() for line in told.splitlines(keepends=True) if line.endswith("\n")]
    return max([int(line[1]) for line in lines if line[0] == "read"], default=0), ["end"] in lines


def check(store: Path) -> int:
    """Asserts that the writer's database and the published state are whole; returns how many reports there are."""
    with open_writer(store) as writer:
        assert list(damages(writer.graph)) == []
        count = sum(entry.source_key is not None for entry in writer.entries().values())
    if os.path.lexists(store / "current"):
        with open_graph(store) as graph:
            assert list(damages(graph)) == []
            assert graph.generation is not None
            assert graph.generation.names.exists()
    return count


def finish(folder: Path, store: Path) -> None:
    """The same build without a kill, in a process of its own."""
    subprocess.run([sys.executable, "-c", CHILD, str(folder), str(store), "3"], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("seed", range(1))
def test_kills(tmp_path: Path, seed: int, dump: Callable[[Path], bytes]) -> None:
    """First new documents, then changed ones, then another version of the pipeline, which makes a new database."""
    chance = random.Random(seed)
    folder, store = tmp_path / "in", tmp_path / "graph"
    write_reports(folder, 1)
    whole = 1.2
    for kill in range(KILLS):
        third = 3 * kill // KILLS
        if third and kill == -(-KILLS // 3):
            write_reports(folder, 2)
        before = check(store) if store.exists() else 0
        told, ended = killed_build(folder, store, 3 if third == 2 else 1, chance.random() * whole)
        after = check(store) if store.exists() else 0
        assert after >= before
        if third < 2:
            assert after >= told  # new, changed or found unchanged: all of these are in the store
        if ended:
            whole *= 0.8
    finish(folder, store)
    finish(folder, tmp_path / "fresh")
    assert check(store) == REPORTS
    assert dump(store) == dump(tmp_path / "fresh")
    assert not list(store.rglob("*.tmp"))
    assert not list(store.rglob("bulk-*"))
