"""Completion: what a shell gets when Tab is pressed, asked as a shell asks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def complete(line: str, store: Path, *, place: Path | None = None) -> list[str]:
    """What bash is offered behind a line."""
    words = line.split(" ")
    told = {"_GIGRAPH_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    env = os.environ | told | {"GIGRAPH_STORE": str(store)}
    code = "from gigraph.cli import main; main(prog_name='gigraph')"
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, cwd=place, check=False)
    assert not done.stderr
    return [offered.partition(",")[2] for offered in done.stdout.splitlines() if offered]


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("gigraph ci", ["cites", "cited-by"]),
        ("gigraph ask top-", ["top-regulations"]),
        ("gigraph ask top-regulations si", ["since="]),
        ("gigraph ask agencies-in-region region=临江", ["region=临江市"]),
        ("gigraph cites 临江", ["临江市人民政府", "临江市统计局"]),
        ("gigraph cites 临江市 --relation iss", ["issues"]),
        ("gigraph show 没有", []),
        ("gigraph ask no-such-template x", []),
    ],
)
def test_offers(small_store: Path, line: str, some: list[str]) -> None:
    offered = complete(line, small_store)
    assert set(some) <= set(offered)
    assert some or not offered


def test_without_a_store_nothing_is_offered_and_nothing_fails(tmp_path: Path) -> None:
    assert complete("gigraph cites 省", tmp_path / "none") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_names_the_command(shell: str, small_store: Path) -> None:
    command = [sys.executable, "-m", "gigraph", "completion", shell]
    script = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"_GIGRAPH_COMPLETE={shell}_complete" in script
