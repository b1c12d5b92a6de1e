"""The wheel carries code and data, and finds the data where it was installed; the metadata are complete."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from gigraph.resources import resource

ROOT = Path(__file__).parents[1]
DATA = {"ontology": "*.ttl", "queries": "*.rq", "seeds": "*"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    builders = pytest.importorskip(
        "hatchling.builders.wheel", reason="hatchling is not installed (gigraph[dev] has it)"
    )
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(builders.WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_carries_every_module(wheel: Path) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "gigraph").rglob("*.py")}
    assert modules - names(wheel) == set()
    assert "gigraph/py.typed" in names(wheel)


def test_the_wheel_carries_the_data_byte_for_byte(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for folder, pattern in DATA.items():
            files = [path for path in (ROOT / folder).rglob(pattern) if path.is_file()]
            assert files
            for path in files:
                assert archive.read(f"gigraph/_data/{path.relative_to(ROOT).as_posix()}") == path.read_bytes()


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names(wheel)}
    assert tops == {"gigraph", next(top for top in tops if top.endswith(".dist-info"))}
    assert not [name for name in names(wheel) if name.endswith((".pyc", ".nq", ".json")) or "/tests/" in name]


def test_the_metadata_of_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = next(name.split("/")[0] for name in archive.namelist() if ".dist-info/" in name)
        metadata = archive.read(f"{info}/METADATA").decode()
        assert "gigraph = gigraph.cli:main" in archive.read(f"{info}/entry_points.txt").decode()
        assert archive.read(f"{info}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
    for line in (
        "Name: gigraph",
        "License-Expression: MIT",
        "Requires-Python: >=3.11",
        "Description-Content-Type: text/markdown",
    ):
        assert line in metadata.splitlines()


def test_an_installed_wheel_finds_its_own_data(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = (
        "from gigraph.resources import resource; import gigraph\n"
        "print(resource('seeds', 'registry'), resource('ontology', 'gigraph.ttl'), resource('queries'))\n"
        "print(gigraph.extract(resource('seeds', 'reports', '000_67d968ed7aa0a28b.txt')).value('year'))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    paths, year = run.stdout.splitlines()
    assert all(path.startswith(str(tmp_path / "gigraph" / "_data")) for path in paths.split())
    assert year == "2015"


def test_a_checkout_finds_the_folders_beside_the_package() -> None:
    assert resource("seeds", "registry") == ROOT / "seeds" / "registry"
    with pytest.raises(FileNotFoundError, match="install it again"):
        resource("seeds", "none.tsv")


def test_the_extra_all_brings_every_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    brought = {name for item in extras["all"] for name in item.removeprefix("gigraph[").removesuffix("]").split(",")}
    assert brought == set(extras) - {"all"}
    assert {"rdflib", "networkx", "pyoxigraph"} <= {item.split(">")[0] for item in project["dependencies"]}


def test_the_makefile_and_ci_call_what_there_is() -> None:
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "exec </dev/null" in ci
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
    for words in ("make test", "make lint", "tests/gold/floors.json"):
        assert words in ci
    assert (ROOT / "tests" / "gold" / "floors.json").exists()
    for target in ("demo:", "test:", "lint:"):
        assert f"\n{target}" in (ROOT / "Makefile").read_text("utf-8")
