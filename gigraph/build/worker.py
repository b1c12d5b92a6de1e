"""A child process that reads documents: what one of them does to it, it does to no other and not to the store."""

import signal
from contextlib import suppress
from multiprocessing.connection import Connection

from gigraph.confinement import confine
from gigraph.registry import load_registry

READY = "ready"


def main(descriptor: int, megabytes: int) -> None:
    """Answers each job that comes over the connection with its outcome, until the parent closes it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends its workers
    confine(megabytes)
    connection = Connection(descriptor)
    load_registry()
    connection.send(READY)
    with suppress(EOFError):
        while True:
            for job in connection.recv():
                connection.send(job.run())
