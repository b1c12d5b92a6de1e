"""Files and folders that appear whole or not at all: written aside, then renamed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from gigraph.errors import UsageError

_MARK = ".gigraph-export"  # in every folder that we wrote, which we may then write anew


@contextmanager
def written_file(path: Path) -> Iterator[BinaryIO]:
    """A stream to a file; what was there before stays until the block ends well.

    What is no file that could be replaced (a pipe, /dev/null) is written to as it is. Raises UsageError where its
    folder is not there, or a folder has its name.
    """
    _check_parent(path)
    if path.is_dir():
        raise UsageError("is a folder", where=str(path), hint="Name a file")
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    aside = path.with_name(path.name + ".tmp")
    try:
        with aside.open("wb") as stream:
            yield stream
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def written_folder(path: Path) -> Iterator[Path]:
    """An empty folder to write into, which takes the path's place when the block ends well.

    Raises UsageError where a file is in the way, or a folder with something in it that no export wrote.
    """
    _check(path)
    path = path.absolute()
    _check_parent(path)
    aside, before = (path.with_name(f".{path.name}.gigraph-{end}") for end in ("new", "before"))
    for left in (aside, before):
        shutil.rmtree(left, ignore_errors=True)
    try:
        aside.mkdir()
        (aside / _MARK).touch()
        yield aside
        if path.exists():
            path.rename(before)
        aside.rename(path)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        if before.exists() and not path.exists():
            before.rename(path)
        shutil.rmtree(before, ignore_errors=True)


def _check_parent(path: Path) -> None:
    if not path.parent.is_dir():
        raise UsageError("there is no such folder", where=str(path.parent), hint="Make it, or name another place")


def _check(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise UsageError("is a file", where=str(path), hint="This format writes a folder: name one")
    if path.is_dir() and any(path.iterdir()) and not (path / _MARK).exists():
        raise UsageError("holds something else", where=str(path), hint="Name a folder that is new or empty")
