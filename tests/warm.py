"""A warm process that forks a child a build: a build takes a third of a second then, and can be killed at any moment.

The process has every module, the registry and the patterns loaded, no thread, and no store open; the child opens the
store itself. A moment is a time, a call (the n-th arrival at a line of our own code, before or after the call of the
operating system or of the database there) or, by strace, the n-th of a thread's writes to the disk.
"""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

WRITES = "write,pwrite64,fsync,fdatasync,rename,unlink,link,symlink,mkdir,rmdir,ftruncate"  # x86-64 and others differ
_SCRIPT = Path(__file__).with_name("warm_child.py")
_PATIENCE = 120  # seconds without a line


@dataclass(frozen=True, slots=True)
class Job:
    """What a child does. act: build, compact or forget. version: of the pipeline, as one digit; none: as it is.

    bulk: every chunk is loaded in bulk. workers: processes that read, 0 for none. root, source: as of the act.
    """

    store: str
    act: str = "build"
    folder: str = ""
    source: str = ""
    version: str = ""
    bulk: bool = False
    workers: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """When a child is killed: so many seconds after it began, at the n-th arrival at a place, or at its n-th write."""

    kind: str  # time, place, write
    count: float = 1
    place: str = ""


@dataclass(slots=True)
class Outcome:
    """What a child has told: keys that are durable, whether it ended well, and the places where it has been."""

    durable: list[str] = field(default_factory=list)
    ended: bool = False
    killed: bool = False
    seconds: float = 0.0
    places: dict[str, int] = field(default_factory=dict)
    told: str = ""  # of an error


class Warm:
    """The warm process, from outside. `warm` starts it."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        assert process.stdout
        self._descriptor = process.stdout.fileno()
        self._rest = b""

    def run(self, job: Job, moment: Moment | None = None, *, trace: bool = False) -> Outcome:
        """Runs a child until it ends or is killed."""
        child = self.start(job, moment, trace=trace)
        return self.wait(child, child.begun + moment.count if moment and moment.kind == "time" else None)

    def start(self, job: Job, moment: Moment | None = None, *, trace: bool = False) -> "Child":
        """Starts a child; `wait` has to follow."""
        assert self._process.stdin
        order = {"job": asdict(job), "trace": trace}
        if moment and moment.kind != "time":
            order[moment.kind] = [moment.place, moment.count]
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        child = Child(int(next(self._lines())[1]), time.monotonic(), Outcome())
        if moment and moment.kind == "write":
            child.tracer = _trace(child.pid, int(moment.count))
            self._process.stdin.write(b".")  # which the child waits for: a signal could come before it waits
            self._process.stdin.flush()
        return child

    def wait(self, child: "Child", until: float | None = None, see: Callable[[Outcome], None] | None = None) -> Outcome:
        """What came of a child. until: kills it at this time. see: called instead then, and at each line it tells."""
        outcome = child.outcome
        for word, rest in self._lines(until):
            if word == "durable":
                outcome.durable.append(rest)
            elif word == "end":
                outcome.ended, outcome.seconds = True, time.monotonic() - child.begun
            elif word == "places":
                outcome.places = json.loads(rest)
            elif word == "error":
                outcome.told = rest
            elif word == "exit":
                outcome.killed = int(rest) == -signal.SIGKILL
                break
            if see:
                see(outcome)
            elif word == "time":
                child.kill()
        if child.tracer:
            child.tracer.kill()
            child.tracer.communicate()
        return outcome

    def _lines(self, until: float | None = None) -> Iterator[tuple[str, str]]:
        while True:
            line, mark, rest = self._rest.partition(b"\n")
            if mark:
                self._rest = rest
                word, _, told = line.decode("utf-8").partition(" ")
                yield word, told
                continue
            left = _PATIENCE if until is None else max(0.0, until - time.monotonic())
            if select.select([self._descriptor], [], [], left)[0]:
                more = os.read(self._descriptor, 65536)
                assert more, "the warm process has ended"
                self._rest += more
            else:
                assert until is not None, "nothing is told any more"
                until = None
                yield "time", ""


@dataclass(slots=True)
class Child:
    """A child that runs."""

    pid: int
    begun: float
    outcome: Outcome
    tracer: "subprocess.Popen[bytes] | None" = None

    def kill(self) -> None:
        """SIGKILL; no other process has its number before `wait` has returned."""
        os.kill(self.pid, signal.SIGKILL)


@contextmanager
def warm(sample: Path) -> Iterator[Warm]:
    """A warm process; the documents of the folder `sample` are read once, so that every pattern is compiled."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        [sys.executable, str(_SCRIPT), str(sample)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
    with process:
        try:
            yield Warm(process)
        finally:
            process.kill()


def _trace(pid: int, count: int) -> "subprocess.Popen[bytes]":
    """Attaches strace, which kills the child at a thread's n-th write; the child waits until then."""
    command = ["strace", "-f", "-p", str(pid), "-e", f"trace={WRITES}", "-o", os.devnull]
    command += ["-e", f"inject={WRITES}:signal=SIGKILL:when={count}"]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE)
    assert tracer.stderr
    told = tracer.stderr.readline()
    assert b"attached" in told, told
    return tracer


def can_trace() -> bool:
    """Whether strace is here and may attach to another process."""
    if shutil.which("strace") is None:
        return False
    with subprocess.Popen(["sleep", "60"]) as other:
        command = ["strace", "-p", str(other.pid), "-e", f"trace={WRITES}", "-o", os.devnull]
        with subprocess.Popen(command, stderr=subprocess.PIPE) as tracer:
            assert tracer.stderr
            found = b"attached" in tracer.stderr.readline()
            tracer.kill()
        other.kill()
    return found
