"""Files and folders appear whole or not at all."""

import os
from pathlib import Path

import pytest

from gigraph.errors import UsageError
from gigraph.exporters import written_file, written_folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def interrupted(path: Path) -> None:
    with written_folder(path) as folder:
        (folder / "b.csv").write_text("half")
        raise KeyboardInterrupt


def test_a_file_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.gexf"
    for text in (b"old", None):
        try:
            with written_file(path) as stream:
                stream.write(text or b"half")
                if text is None:
                    raise OSError("the disk is full")
        except OSError:
            pass
        assert path.read_bytes() == b"old"
        assert names(tmp_path) == ["a.gexf"]


def test_a_folder_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with written_folder(path) as folder:
        (folder / "a.csv").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        interrupted(path)
    assert names(path) == [".gigraph-export", "a.csv"]
    with written_folder(path) as folder:
        (folder / "c.csv").write_text("new")
    assert names(path) == [".gigraph-export", "c.csv"]
    assert names(tmp_path) == ["out"]


def test_nothing_of_the_user_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with written_folder(tmp_path / "out"):
        pass  # an empty folder may be used
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").write_text("x")
    (tmp_path / "file").write_text("x")
    for wrong in ("mine", "file"):
        with pytest.raises(UsageError), written_folder(tmp_path / wrong):
            pass
    assert names(tmp_path) == ["file", "mine", "out"]
    assert names(tmp_path / "mine") == ["letter"]


def test_a_folder_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(UsageError, match="there: is a folder"), written_file(tmp_path / "there"):
        raise AssertionError("the block was entered")
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    """As /dev/null does, which a person who may write anywhere would else have replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with written_file(pipe) as stream:
            stream.write(b"words")
        assert os.read(reading, 10) == b"words"
    finally:
        os.close(reading)
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]
