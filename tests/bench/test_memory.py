"""The watcher of memory counts a process with all that it started."""

import os
import subprocess
import sys
import threading

from memory import peak_memory, watch

HELD = 60 * 2**20
CHILD = f"held = bytearray(b'x') * {HELD}; print(flush=True); input()"
PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"


def test_a_grandchild_is_counted() -> None:
    at_once = threading.Event()
    at_once.set()
    before = watch(os.getpid(), at_once)
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert watch(os.getpid(), at_once) - before > HELD
        process.communicate("\n")


def test_a_block_is_watched_from_beside() -> None:
    with peak_memory() as peak:
        pass
    assert peak[0] > 2**20
