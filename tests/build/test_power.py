"""After a power cut everything that was told is there, and the next build goes on from it.

The power cut is ext4's own: an ioctl after which the file system takes no more and writes nothing back, so that what
was not synced is gone when it is mounted again (include/uapi/linux/ext4.h; xfstests cut it in the same way).
"""

import fcntl
import os
import random
import shutil
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from lives import acts
from promises import Promises
from warm import Job, Outcome, Warm

CUTS = int(os.environ.get("GIGRAPH_CUTS", "20"))
ATTEMPTS = 3  # after so many cuts an act is left to end
SHUTDOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN
LOSE_LOG, SAVE_LOG = 2, 1  # what the journal has not written is lost; only data that were not written are
BIG = "64M"


class Disk:
    """A small ext4 file system in a file."""

    def __init__(self, image: Path, place: Path) -> None:
        self._image, self.place = image, place

    def mount(self) -> None:
        _run("mount", "-o", "loop", str(self._image), str(self.place))

    def cut(self, how: int) -> None:
        """The power goes."""
        descriptor = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, SHUTDOWN, struct.pack("I", how))
        finally:
            os.close(descriptor)

    def unmount(self) -> None:
        _run("umount", str(self.place))


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise OSError(f"{command[0]}: {done.stderr.decode('utf-8', 'replace').strip()}")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    image, place = tmp_path / "image", tmp_path / "disk"
    place.mkdir()
    made = Disk(image, place)
    try:
        _run("truncate", "-s", BIG, str(image))
        _run("mkfs.ext4", "-q", "-F", str(image))
        made.mount()
    except OSError as error:
        pytest.skip(f"no ext4 file system can be mounted here: {error}")
    try:
        made.cut(LOSE_LOG)
        made.unmount()
        made.mount()
    except OSError as error:
        _run("umount", str(place))
        pytest.skip(f"its power cannot be cut here: {error}")
    yield made
    with suppress(OSError):
        made.unmount()


class Cut:
    """When the power is cut: at a time, when so many documents were told to be durable, or right after the end."""

    def __init__(self, chance: random.Random, seconds: float) -> None:
        self.kind = chance.choice(("time", "told", "end", "time"))
        self.seconds, self.told = chance.random() * seconds, chance.randint(1, 8)
        self.how = chance.choice((LOSE_LOG, LOSE_LOG, SAVE_LOG))

    def is_now(self, outcome: Outcome, seconds: float) -> bool:
        if self.kind == "time" and seconds >= self.seconds:
            return True
        return outcome.ended or (self.kind == "told" and len(outcome.durable) >= self.told)


def cut_build(warm: Warm, disk: Disk, job: Job, cut: Cut) -> Outcome:
    """A build in which the power is cut; afterwards the disk is there again."""
    child = warm.start(job)
    is_cut = False

    def see(outcome: Outcome) -> None:
        nonlocal is_cut
        if not is_cut and cut.is_now(outcome, time.monotonic() - child.begun):
            is_cut = True
            disk.cut(cut.how)
            child.kill()

    outcome = warm.wait(child, child.begun + cut.seconds if cut.kind == "time" else None, see)
    if not is_cut:
        disk.cut(cut.how)
    disk.unmount()
    disk.mount()
    return outcome


def test_power_cuts(disk: Disk, warm_process: Warm, tmp_path: Path, dump: Callable[[Path], bytes]) -> None:
    chance, cuts = random.Random(CUTS), 0
    for life in count():
        folder, store = tmp_path / f"in{life}", disk.place / "graph"
        folder.mkdir()
        shutil.rmtree(store, ignore_errors=True)
        promises, seconds = Promises(store, folder), 0.5
        for given in acts(folder, count(1)):
            job = Job(str(store), folder=str(folder), bulk=bool(life % 2), **given)  # type: ignore[arg-type]
            promises.begin(job.version)
            for attempt in range(ATTEMPTS + 1):
                if attempt == ATTEMPTS or cuts == CUTS:
                    outcome = warm_process.run(job)
                    seconds = outcome.seconds or seconds
                else:
                    outcome = cut_build(warm_process, disk, job, Cut(chance, seconds))
                    cuts += 1
                if job.act == "forget" and outcome.told.startswith("NotFoundError"):
                    outcome.ended = True
                promises.durable(outcome.durable)
                if outcome.ended:
                    promises.ended()
                promises.check_readers()
                promises.check_writer(tmp_path / "copy")
                if outcome.ended:
                    break
        promises.check_litter(ended=True)
        promises.check_verified()
        fresh = tmp_path / f"fresh{life}"
        assert warm_process.run(Job(str(fresh), folder=str(folder), version="2")).ended
        assert dump(store) == dump(fresh)
        if cuts == CUTS:
            return
