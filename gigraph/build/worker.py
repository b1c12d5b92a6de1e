"""A child process that reads documents: what one of them does to it, it does to no other and not to the store."""

import ctypes
import resource
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from gigraph.build.work import work
from gigraph.registry import load_registry

READY = "ready"
MEMORY = 2**30  # bytes of address space; beyond it an allocation fails
_PR_SET_PDEATHSIG = 1


def main(descriptor: int) -> None:
    """Answers each Task that comes over the connection with its Done, until the parent closes it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends its workers
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    connection = Connection(descriptor)
    load_registry()
    connection.send(READY)
    with suppress(EOFError):
        while True:
            for task in connection.recv():
                connection.send(work(task))
