"""The front end is built where it can be, never twice for the same sources, and never stops an install."""

import json
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="hatchling is not installed (gigraph[dev] has it)")
from gigraph.explorer import build_hook

HERE = Path(build_hook.__file__).parent
ROOT = Path(__file__).parents[2]
PAGE = "mkdir -p dist; echo page > dist/index.html"


@pytest.fixture
def front(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A front end of a few files, with a node and an npm that do what a test says."""
    folder = tmp_path / "explorer"
    (folder / "src").mkdir(parents=True)
    for name in build_hook._SOURCES:
        if name != "src":
            (folder / name).write_text(name)
    (folder / "src" / "main.ts").write_text("1")
    (tmp_path / "bin").mkdir()
    for name in ("sh", "sleep", "mkdir", "echo"):
        found = shutil.which(name)
        assert found
        (tmp_path / "bin" / name).symlink_to(found)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("GIGRAPH_EXPLORER", raising=False)
    return folder


def program(front: Path, name: str, script: str) -> None:
    path = front.parent / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_without_node_the_reason_is_left(front: Path) -> None:
    assert build_hook.build(front) == "Node.js with npm was not there when gigraph was installed"
    assert (front / "dist" / "not-built.txt").read_text().startswith("Node.js with npm was not there")


@pytest.mark.parametrize("version", ["v18.20.0", "v20.18.3", "", "nonsense"])
def test_an_old_node_is_told(front: Path, version: str) -> None:
    program(front, "node", f"echo {version}")
    program(front, "npm", PAGE)
    assert "20.19 or later is needed" in build_hook.build(front)
    assert not (front / "dist" / "index.html").exists()


def test_npm_that_fails_is_told_with_its_last_line(front: Path) -> None:
    program(front, "node", "echo v22.1.0")
    program(front, "npm", "echo first; echo no network >&2; exit 7")
    assert build_hook.build(front) == "npm ci failed with status 7: no network"


def test_npm_that_hangs_is_ended_with_its_children(front: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(build_hook.SECONDS, "ci", 1)
    program(front, "node", "echo v20.19.0")
    program(front, "npm", "sleep 60")
    began = time.monotonic()
    assert "took longer than 1 s" in build_hook.build(front)
    assert time.monotonic() - began < 20


def test_what_did_not_change_is_not_built_again(front: Path) -> None:
    program(front, "node", "echo v20.19.0")
    program(front, "npm", f"{PAGE}; echo x >> runs")
    assert build_hook.build(front) == ""
    assert build_hook.build(front) == ""
    runs = front / "runs"
    assert len(runs.read_text().split()) == 2, "ci and build, once"
    (front / "src" / "main.ts").write_text("2")
    assert build_hook.build(front) == ""
    assert len(runs.read_text().split()) == 4
    (front / "src" / "main.ts").write_text("3")
    program(front, "npm", "exit 1")
    assert build_hook.build(front) != ""
    assert not (front / "dist" / "index.html").exists(), "a page of other sources is no page"


def test_it_can_be_left_out(front: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIGRAPH_EXPLORER", "skip")
    assert build_hook.build(front) == "GIGRAPH_EXPLORER=skip was set"


def test_versions_are_exact_and_the_lock_names_no_place() -> None:
    package = json.loads((HERE / "package.json").read_text("utf-8"))
    wanted = package["dependencies"] | package["devDependencies"]
    assert all(re.fullmatch(r"\d{1,3}\.\d{1,3}\.\d{1,3}", version) for version in wanted.values())
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    assert all(lock[f"node_modules/{name}"]["version"] == version for name, version in wanted.items())
    assert [name for name, entry in lock.items() if "resolved" in entry] == []
    assert [name for name, entry in lock.items() if name and "integrity" not in entry] == []


def test_modules_are_short_and_read_no_markup() -> None:
    for path in sorted((HERE / "src").rglob("*.ts")):
        source = path.read_text("utf-8")
        assert len(source.splitlines()) < 250, path
        for word in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "eval(",
            "new Function",
            "https://",
            "document.write",
        ):
            assert word not in source, f"{path}: {word}"


def test_no_bundle_is_in_the_repository() -> None:
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()
    assert {"/gigraph/explorer/dist/", "/gigraph/explorer/node_modules/"} <= set(ignored)


@pytest.mark.skipif(
    not (HERE / "node_modules" / "typescript").exists(), reason="npm ci was not run in gigraph/explorer"
)
def test_types_are_right() -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    run = subprocess.run(
        [npm, "run", "check", "--silent"], cwd=HERE, capture_output=True, text=True, timeout=300, check=False
    )
    assert run.returncode == 0, run.stdout
