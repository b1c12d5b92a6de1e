"""What a child process may do: so much memory, no network, and no longer than its parent lives.

A filter of the Linux kernel (seccomp, which needs no rights) refuses every socket that is not local, whichever library
asks, and goes on to the programs that the process starts. Elsewhere Python itself refuses its own sockets.
"""

import ctypes
import os
import platform
import signal
import struct
import subprocess
import sys
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import IO, Any

_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_FILTER_MODE = 2
# Machine: its number for the kernel (AUDIT_ARCH_...), and the number of the call `socket`.
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198), "riscv64": (0xC00000F3, 198)}
_IO_URING_SETUP = 425  # by which sockets could be had without that call
_OTHER_ABI = 0x40000000  # calls of x32, under other numbers
_LOCAL = 1  # AF_UNIX
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # EACCES
_REFUSED = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}
)


def confine(megabytes: int | None = None) -> None:
    """Takes from this process what a reader of documents does not need; there is no way back.

    megabytes: of address space, beyond which an allocation fails; None: no limit.
    """
    limit_memory(megabytes)
    die_with_the_parent()
    cut_network()


def start_child(
    code: str, number: int, errors: IO[bytes], *, own_session: bool = False
) -> tuple["subprocess.Popen[bytes]", Connection]:
    """Starts a process that runs some lines of our own code, and our end of the connection with it.

    code: has as arguments the descriptor of its end, the number, and the folders of our modules. errors: where what it
    writes goes. own_session: Ctrl-C does not reach it.
    Rust's libraries look for the way to where memory ran out if RUST_BACKTRACE says so; that takes memory, fails again,
    and then waits for itself without end.
    """
    ours, theirs = Pipe()
    process = subprocess.Popen(  # noqa: S603  # our own module in our own interpreter
        [sys.executable, "-c", code, str(theirs.fileno()), str(number), *sys.path],
        pass_fds=[theirs.fileno()],
        env={**os.environ, "RUST_BACKTRACE": "0"},
        stdin=subprocess.DEVNULL,
        stdout=errors,
        stderr=errors,
        start_new_session=own_session,
    )
    theirs.close()
    return process, ours


def limit_memory(megabytes: int | None) -> None:
    """Sets the most address space, and lets a crash leave no core file."""
    with suppress(ImportError, ValueError, OSError):  # a system that has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if megabytes is not None:
            most = megabytes << 20
            resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def die_with_the_parent(parent: int | None = None) -> None:
    """Lets the kernel of Linux end this process when its parent ends, however that comes about.

    parent: its number, by which one that has ended already is noticed, on every system.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if parent is not None and os.getppid() != parent:
        os._exit(1)


def cut_network() -> bool:
    """Refuses this process and all that it starts every socket but local ones; whether the kernel does so.

    False: only Python's own sockets are refused.
    """
    sys.addaudithook(_refuse)
    known = _MACHINES.get(platform.machine())
    return sys.platform == "linux" and known is not None and _filter_calls(*known)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in _REFUSED:
        return
    peer = arguments[0]
    if getattr(peer, "family", None) != _LOCAL:
        raise PermissionError(13, "this process has no network")


def _filter_calls(machine: int, socket_call: int) -> bool:
    """Gives the kernel the filter: a small program over the number and the first argument of each call."""
    steps = [
        _step(_LOAD, 4),
        _step(_IF_EQUAL, machine, 1, 0),
        _step(_RETURN, _REFUSE),
        _step(_LOAD, 0),
        _step(_IF_AT_LEAST, _OTHER_ABI, 4, 0),
        _step(_IF_EQUAL, _IO_URING_SETUP, 3, 0),
        _step(_IF_EQUAL, socket_call, 0, 3),
        _step(_LOAD, 16),
        _step(_IF_EQUAL, _LOCAL, 1, 0),
        _step(_RETURN, _REFUSE),
        _step(_RETURN, _ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(steps))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    place = ctypes.c_void_p(ctypes.addressof(program))
    return bool(libc.prctl(_PR_SET_SECCOMP, _FILTER_MODE, place, 0, 0) == 0)


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
