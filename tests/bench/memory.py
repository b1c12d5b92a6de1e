"""The most memory that a process and its descendants hold at once: watched from a process of its own, until told to end.

It takes no time of what it watches: `python memory.py PID`, which prints bytes once its standard input is closed.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_EVERY = 0.1  # seconds
_PAGE = os.sysconf("SC_PAGE_SIZE")


@contextmanager
def peak_memory() -> Iterator[list[int]]:
    """A list whose one number is the most bytes that this process and its children held at once while the block ran."""
    most = [0]
    with subprocess.Popen(
        [sys.executable, __file__, str(os.getpid())], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as watcher:
        assert watcher.stdout is not None
        watcher.stdout.readline()
        try:
            yield most
        finally:
            most[0] = int(watcher.communicate("")[0])


def watch(pid: int, ended: threading.Event) -> int:
    """Peak of the resident bytes of a process and its descendants, but for this one (/proc/PID/statm)."""
    parents: dict[str, str | None] = {str(os.getpid()): None}  # each process is asked once for its parent
    most = 0
    while True:
        for name in os.listdir("/proc"):
            if name.isdecimal() and name not in parents:
                parents[name] = _parent(name)
        ours = {str(pid)}
        while more := {name for name, parent in parents.items() if parent in ours} - ours:
            ours |= more
        most = max(most, sum(map(_resident, ours)))
        if ended.wait(_EVERY):
            return most


def _parent(name: str) -> str | None:
    try:
        return Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()[1]
    except (OSError, IndexError):
        return None


def _resident(name: str) -> int:
    try:
        return int(Path(f"/proc/{name}/statm").read_text().split()[1]) * _PAGE
    except (OSError, ValueError, IndexError):
        return 0


def _main() -> None:
    ended = threading.Event()
    print(flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    print(watch(int(sys.argv[1]), ended))


if __name__ == "__main__":
    _main()
