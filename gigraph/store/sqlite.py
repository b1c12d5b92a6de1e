"""The SQLite files that lie beside the database and may be deleted: what can be wrong with them, and their end."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from gigraph.errors import NoSpaceError, StoreError

_AGAIN = "Run the command again: it goes on from here"
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def connected(path: Path, connect: Callable[[Path], sqlite3.Connection]) -> sqlite3.Connection:
    """The file, opened by `connect`; one that is damaged, or of another version, is made anew. Raises NoSpaceError."""
    try:
        return connect(path)
    except sqlite3.DatabaseError as error:
        if isinstance(known := failure(error, path), NoSpaceError):
            raise known from error
        discard(path)
        return connect(path)


def failure(error: sqlite3.DatabaseError, path: Path) -> Exception:
    """The error of ours for one of SQLite; a file that is damaged is deleted, so that it is made anew."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        discard(path)
        return StoreError(f"the file was damaged ({error}) and is deleted", where=str(path), hint=_AGAIN)
    if "full" in str(error):
        return NoSpaceError("the disk is full", where=str(path), hint=f"Free some space. {_AGAIN}")
    return error


def discard(path: Path) -> None:
    """Deletes a file, with its journal: that of one file must not be applied to another."""
    for name in (path, path.with_name(path.name + "-journal")):
        name.unlink(missing_ok=True)
