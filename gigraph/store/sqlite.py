"""The SQLite files that lie beside the database and may be deleted: what can be wrong with them, and their end."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from gigraph.errors import NoSpaceError, StoreError

_AGAIN = "Run the command again: it goes on from here"
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def kept_beside(path: Path, schema: str) -> Iterator[sqlite3.Connection]:
    """The file at a path while the block runs; one that is damaged, or of another version, is made anew.

    schema: makes what is not there, and asks for what has to be: where it fails, the file is of another version. A full
    disk ends the block with NoSpaceError, damage that shows later with StoreError.
    """
    with closing(_connected(path, schema)) as base:
        try:
            yield base
        except sqlite3.DatabaseError as error:
            raise failure(error, path) from error


def _connected(path: Path, schema: str) -> sqlite3.Connection:
    try:
        return _prepared(path, schema)
    except sqlite3.DatabaseError as error:
        if isinstance(known := failure(error, path), NoSpaceError):
            raise known from error
        discard(path)
        return _prepared(path, schema)


def _prepared(path: Path, schema: str) -> sqlite3.Connection:
    base = sqlite3.connect(path)
    try:
        base.executescript(schema)
    except sqlite3.DatabaseError:
        base.close()
        raise
    return base


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
