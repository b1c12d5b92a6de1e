"""Which files a build takes, and under which keys."""

import os
from pathlib import Path

import pytest

from gigraph.build.collect import Problem, collect


def make(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return root


def test_keys_are_relative_to_what_the_paths_have_in_common(tmp_path: Path) -> None:
    make(tmp_path, "2016/a.txt", "2017/a.txt", "2017/县/b.txt")
    assert list(collect([tmp_path / "2017"]).sources) == ["a.txt", "县/b.txt"]
    assert list(collect([tmp_path / "2017", tmp_path / "2016"]).sources) == [
        "2016/a.txt",
        "2017/a.txt",
        "2017/县/b.txt",
    ]
    assert list(collect([tmp_path / "2017" / "a.txt"]).sources) == ["a.txt"]
    assert list(collect([tmp_path / "2017"], root=tmp_path).sources) == ["2017/a.txt", "2017/县/b.txt"]
    assert list(collect([tmp_path / "2017" / ".." / "2017"]).sources) == ["a.txt", "县/b.txt"]


def test_a_path_given_twice_is_taken_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    found = collect([tmp_path, tmp_path / "a.txt"])
    assert (list(found.sources), found.problems) == (["a.txt", "b.txt"], [])


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    paths = [make(tmp_path, f"{name}.txt") / f"{name}.txt" for name in "cab"]
    assert list(collect(paths).sources) == list(collect(paths[::-1]).sources) == ["a.txt", "b.txt", "c.txt"]


def test_relative_paths_and_a_link_to_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "in/a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "in")
    monkeypatch.chdir(tmp_path)
    assert (
        list(collect(["in"]).sources)
        == list(collect(["link"]).sources)
        == list(collect(["./in/"]).sources)
        == ["a.txt"]
    )


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    make(tmp_path, "a.htm", "a_files/script.html", "a_files/x.js", "b.files/c.html", ".git/x.txt", ".a.txt", "~$b.docx")
    make(tmp_path, "picture.png", "graph/gigraph.json", "graph/store/CURRENT")
    found = collect([tmp_path])
    assert list(found.sources) == ["a.htm", "b.files/c.html"]  # b.files belongs to no page
    assert found.left_out == 6
    assert found.problems == []


def test_links_within_a_folder_are_told(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt", "out/b.txt")
    (tmp_path / "in" / "out").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "dangling.txt").symlink_to(tmp_path / "nothing")
    found = collect([tmp_path / "in"])
    assert [(p.source, p.code) for p in found.problems] == [("dangling.txt", "W-SYMLINK"), ("out", "W-SYMLINK")]
    assert list(found.sources) == ["a.txt"]


def test_problems_are_sorted_and_warnings_skip_nothing() -> None:
    problems = [Problem("b", "E-EMPTY", ""), Problem("a", "W-ENC-GUESS", ""), Problem("a", "E-IO", "")]
    assert [p.source for p in sorted(problems)] == ["a", "a", "b"]
    assert [p.skipped for p in sorted(problems)] == [True, False, True]


def test_many_folders_deep_are_no_trouble(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(60):
        deep /= "d"
    make(deep, "a.txt")
    (found,) = collect([tmp_path]).sources.values()
    assert found.key == "/".join(["d"] * 60 + ["a.txt"])
    assert os.path.samefile(found.path, deep / "a.txt")
