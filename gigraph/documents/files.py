"""The bytes of a file, fetched so that no kind of file, however odd, can stop or block a run."""

import errno
import os
import stat
from pathlib import Path

from gigraph.errors import ReadError

MAX_BYTES = 50_000_000

_CODES = {
    errno.ENOENT: ("E-MISSING", "there is no such file", "Check the path"),
    errno.ENOTDIR: ("E-MISSING", "there is no such file", "Check the path"),
    errno.ENAMETOOLONG: ("E-MISSING", "there is no such file", "Check the path"),
    errno.EACCES: ("E-PERM", "it may not be read", "Give yourself the right to read it (chmod u+r)"),
    errno.EPERM: ("E-PERM", "it may not be read", "Give yourself the right to read it (chmod u+r)"),
    errno.ELOOP: ("E-SYMLINK", "its symbolic links run in a circle", "Give the file itself"),
}


def read_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most `max_bytes`.

    Raises ReadError: E-MISSING, E-PERM, E-SYMLINK, E-NOT-REGULAR (a folder, FIFO, device or socket; it is not opened),
    E-TOO-LARGE (found before reading), E-CHANGED (the file changed while it was read), E-IO.
    """
    where = printable(str(path))
    try:
        _check(os.stat(path), max_bytes, where)
        # O_NONBLOCK: should the file have become a FIFO since, opening it does not wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            before = os.fstat(file.fileno())
            _check(before, max_bytes, where)
            data = file.read(before.st_size + 1)  # memory for the most that it may be would take longer than to read it
            after = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        raise _of_the_system(error, where) from error
    if len(data) != before.st_size or (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise ReadError(
            "E-CHANGED", "it changed while it was read", where=where, hint="Build again when it is complete"
        )
    return data


def check_regular(path: Path, max_bytes: int) -> os.stat_result:
    """What the system says of a regular file of at most `max_bytes`. Raises ReadError as `read_bytes` does."""
    where = printable(str(path))
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:
        raise _of_the_system(error, where) from error
    _check(status, max_bytes, where)
    return status


def _of_the_system(error: OSError | ValueError, where: str) -> ReadError:
    if isinstance(error, ValueError):  # a NUL in the name
        return ReadError("E-MISSING", "there is no such file", where=where, hint="Check the path")
    code, what, hint = _CODES.get(error.errno or 0, ("E-IO", f"it cannot be read ({error.strerror})", "Try again"))
    return ReadError(code, what, where=where, hint=hint)


def _check(status: os.stat_result, max_bytes: int, where: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ReadError(
            "E-NOT-REGULAR", "it is a folder", where=where, hint="Give the files in it, or build the folder"
        )
    if not stat.S_ISREG(status.st_mode):
        raise ReadError("E-NOT-REGULAR", "it is a FIFO, a device or a socket", where=where, hint="Give a regular file")
    if status.st_size > max_bytes:
        size = f"{status.st_size / 1e6:.0f} MB"
        raise ReadError("E-TOO-LARGE", f"it has {size}, more than {max_bytes / 1e6:.0f} MB", where=where)


def printable(name: str) -> str:
    """A file's name fit for a message and for data: bytes that are not UTF-8 read as GB18030, control characters shown.

    >>> printable("报告\\n.txt"), printable("年报.txt".encode("gbk").decode("utf-8", "surrogateescape"))
    ('报告\\\\n.txt', '年报.txt')
    """
    if name.isprintable():
        return name
    if any("\udc80" <= char <= "\udcff" for char in name):
        raw = name.encode("utf-8", "surrogateescape")
        try:
            name = raw.decode("utf-8")  # where the system's language is set to have ASCII alone
        except UnicodeDecodeError:
            name = raw.decode("gb18030", "replace")
    return "".join(char if char.isprintable() or char == "\u3000" else repr(char)[1:-1] for char in name)
