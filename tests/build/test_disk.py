"""A full disk tears nothing, and what a build tells to be done is on the disk."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from disks import ballast, memory_disk
from lives import acts
from promises import Promises
from warm import Job, Warm

from gigraph.build import build
from gigraph.errors import NoSpaceError
from gigraph.store import open_graph
from gigraph.store.verify import damages

MEGABYTES = 48


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with memory_disk(tmp_path / "disk", MEGABYTES) as place:
        yield place


def test_a_full_disk_is_told_and_the_build_goes_on_afterwards(
    small_disk: Path, folder: Path, tmp_path: Path, dump: Callable[[Path], bytes]
) -> None:
    store = small_disk / "graph"
    build([folder], store, workers=0)
    before = dump(store)
    for number in range(40):
        text = (folder / "a.txt").read_text("utf-8")
        (folder / f"more-{number}.txt").write_text(text.replace("2016", str(2008 + number % 15)), "utf-8")
    ballast = small_disk / "ballast"
    with ballast.open("wb") as file:
        while shutil.disk_usage(small_disk).free > 100_000:
            file.write(b"\0" * 50_000)
            file.flush()
    with pytest.raises(NoSpaceError, match="the disk is full") as caught:
        build([folder], store, workers=0)
    assert caught.value.exit_code == 74
    assert dump(store) == before  # readers have what they had
    with open_graph(store) as graph:
        assert list(damages(graph)) == []
    ballast.unlink()
    summary = build([folder], store, workers=0)
    assert summary.count("reports") + summary.count("duplicates") == 43
    build([folder], tmp_path / "fresh", workers=0)
    assert dump(store) == dump(tmp_path / "fresh")


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_everything_is_synced_before_a_build_ends(folder: Path, tmp_path: Path) -> None:
    log, store = tmp_path / "calls", tmp_path / "graph"
    code = "import sys\nfrom gigraph.build import build\nbuild([sys.argv[1]], sys.argv[2], workers=0)"
    calls = "trace=fsync,fdatasync,write,pwrite64,rename,symlink,exit_group"
    traced = subprocess.run(
        ["strace", "-f", "-y", "-e", calls, "-o", str(log), sys.executable, "-c", code, str(folder), str(store)],
        capture_output=True,
        check=False,
    )
    if traced.returncode:
        pytest.skip(f"strace may not run here: {traced.stderr.decode('utf-8', 'replace').strip()[-200:]}")
    unsynced = unsynced_files(log.read_text("utf-8", "replace").splitlines(), store)
    assert "current" in os.listdir(store)
    assert unsynced == set()


def unsynced_files(calls: list[str], store: Path) -> set[str]:
    """The logs, tables and records of the store that were written and not synced afterwards."""
    waiting: set[str] = set()
    for call in calls:
        found = re.search(rf"(write|pwrite64|fsync|fdatasync)\(\d+<({re.escape(str(store))}/[^>]+)>", call)
        if found and re.search(r"\.(?:log|sst|json)(?:\.tmp)?$|MANIFEST-\d+$", found[2]):
            if "write" in found[1]:
                waiting.add(found[2])
            else:
                waiting.discard(found[2])
    return waiting


def test_what_is_written_and_not_synced_is_seen() -> None:
    calls = [
        "1 pwrite64(3</g/store/000004.log>, ..., 7, 0) = 7",
        "1 fdatasync(3</g/store/000004.log>) = 0",
        "1 write(4</g/store/000005.sst>, ..., 7) = 7",
        "1 write(5</elsewhere/x.log>, ..., 7) = 7",
    ]
    assert unsynced_files(calls, Path("/g")) == {"/g/store/000005.sst"}


@pytest.mark.parametrize("seed", range(2))
def test_a_disk_that_is_full_at_any_step(
    small_disk: Path, tmp_path: Path, warm_process: Warm, dump: Callable[[Path], bytes], seed: int
) -> None:
    """Database, ledger, cache, name index, record: whichever of them has no room, what there was is there."""
    chance, store, folder = random.Random(seed), small_disk / "graph", tmp_path / "in"
    folder.mkdir()
    promises, full = Promises(store, folder), 0
    for given in acts(folder, count(1)):
        job = Job(str(store), folder=str(folder), bulk=bool(seed), **given)  # type: ignore[arg-type]
        promises.begin(job.version)
        for room in (*(int(2 ** (chance.random() * 9)) * 4096 for _ in range(3)), None):
            with ballast(small_disk, room):
                outcome = warm_process.run(job)
                promises.durable(outcome.durable)
                promises.check_readers()
            full += not outcome.ended
            assert outcome.ended or re.match("NoSpaceError.*the disk is full", outcome.told), outcome.told
            if outcome.ended:
                promises.ended()
                promises.check_readers()
                break
            promises.check_writer(tmp_path / "copy")
        promises.check_litter(ended=True)
    assert full > 7
    promises.check_verified()
    assert warm_process.run(Job(str(tmp_path / "fresh"), folder=str(folder), version="2")).ended
    assert dump(store) == dump(tmp_path / "fresh")
