"""README and help texts say what is so: every command is in them, and the outputs shown are those that are printed.

Run as a program (`make readme`), this writes the real outputs into README.md; where a block there has "..." for lines left
out, it keeps as many lines before it as there are, and a block of "..." alone is filled with all.
"""

import os
import re
import shlex
import sys
import tempfile
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from gigraph.cli import main
from gigraph.errors import NotFoundError
from gigraph.queries import load_queries
from gigraph.registry.problem_codes import problem_codes

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_BLOCK = re.compile(r"(?s)```console\n\$ (gigraph [^\n]*)\n(.*?)```")


def run(command: str, store: Path) -> str:
    """What a command of the README prints on a terminal, run from the repository with a store of its own."""
    words = shlex.split(command)[1:]
    words = [str(store) if before == "--store" else word for before, word in zip(["", *words], words, strict=False)]
    options = {option for parameter in main.commands[words[0]].params for option in parameter.opts}
    words += ["--format", "table"] if "--format" in options and "--format" not in words else []
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        result = CliRunner(env={"GIGRAPH_STORE": str(store)}).invoke(main, words, catch_exceptions=False)
    finally:
        os.chdir(before)
    return result.stdout.replace(str(store), "graph").strip("\n")


def blocks() -> list[tuple[str, str]]:
    return [(command, shown.strip("\n")) for command, shown in _BLOCK.findall(README.read_text("utf-8"))]


def agrees(shown: str, printed: str) -> bool:
    """Whether the output shown is what was printed, "..." standing for any lines; digests and versions may differ."""
    pattern = "".join(
        r"(?:.*\n)*" if line.strip() == "..." else re.escape(line.rstrip()) + r"[ ]*\n" for line in shown.split("\n")
    )
    return re.fullmatch(pattern, printed + "\n") is not None


BUILD = "gigraph build seeds/reports --store graph"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store of the shipped reports, and what building it printed."""
    path = tmp_path_factory.mktemp("readme") / "graph"
    return path, run(f"{BUILD} --workers 0", path)


@pytest.fixture(scope="module")
def store(built: tuple[Path, str]) -> Path:
    return built[0]


@pytest.mark.parametrize(
    ("command", "shown"), blocks(), ids=lambda value: value if value.startswith("gigraph ") else ""
)
def test_the_readme_shows_what_is_printed(command: str, shown: str, built: tuple[Path, str]) -> None:
    # A second build of the same reports says "unchanged".
    printed = built[1] if command == BUILD else run(command, built[0])
    assert shown.strip(), f"{command} shows nothing"
    assert agrees(shown, printed), f"run `make readme`:\n{printed}"


# Questions that the five reports cannot answer: none has a table of 2019 or later, no agency has reports of two years, none
# of them was renamed, no report is there twice, and nothing in them is ambiguous, contradictory or cited with an article.
UNANSWERED = frozenset(
    {
        "agency-history", "ambiguous-mentions", "applicant-mix", "carry-overs-not-kept", "cells-ambiguous",
        "cells-unmapped", "citations-before-issue", "correction-rate", "duplicate-reports", "heading-series",
        "indicator-growth", "pinpoints-of-regulation", "refusals-by-article", "refusals-by-reason",
        "shares-by-outcome", "sums-not-kept", "title-number-conflicts",
    }
)  # fmt: skip


@pytest.mark.parametrize("name", sorted(load_queries()))
def test_the_example_of_a_question_finds_something_in_the_demo(name: str, store: Path) -> None:
    words = ["ask", name, *load_queries()[name].example.split(), "--store", str(store)]
    result = CliRunner().invoke(main, words)
    found = result.exit_code == 0 and result.stdout.strip() not in ("", "[]")
    assert found is (name not in UNANSWERED), result.output
    assert result.exit_code in (0, NotFoundError.exit_code), result.output


def test_the_python_of_the_readme_runs(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"(?s)```python\n(.*?)```", README.read_text("utf-8"))
    (tmp_path / "report.txt").write_bytes(next((ROOT / "seeds" / "reports").glob("002_*.txt")).read_bytes())
    monkeypatch.chdir(tmp_path)
    (tmp_path / "graph").symlink_to(store)
    made: dict[str, Any] = {}
    exec(code, made)
    assert made["document"].text
    assert made["facts"].document.source.key == "report.txt"
    assert isinstance(made["rows"], list)


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text("utf-8")
    assert [name for name in main.commands if f"gigraph {name}" not in text] == []
    shown = set(re.findall(r"gigraph ([a-z][a-z-]+)", text)) - {"text"}
    prose = {"builds", "developers", "is", "needs"}
    assert shown - prose <= set(main.commands)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example(name: str) -> None:
    command = main.commands[name]
    text = CliRunner().invoke(main, [name, "--help"]).stdout
    assert command.help
    assert "Example" in text
    assert f"gigraph {name}" in text
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help, f"{name} {parameter.name} has no help"


def test_the_exit_codes_of_the_readme_are_those_of_the_errors() -> None:
    from gigraph import errors

    told = {int(code) for code in re.findall(r"^\| (\d+) \|", README.read_text("utf-8"), re.MULTILINE)}
    used = {
        kind.exit_code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.GigraphError)
    }
    assert used <= told
    assert told == {0, 1, 2, 3, 4, 5, 6, 73, 74}


def test_the_codes_that_the_readme_names_are_those_of_the_table() -> None:
    named = set(re.findall(r"\b[EW]-[A-Z]+(?:-[A-Z]+)*\b", README.read_text("utf-8")))
    assert named
    assert named <= set(problem_codes())


def test_the_changelog_and_the_version_agree() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "## [Unreleased]" in text or "## [0.1.0]" in text
    assert "Keep a Changelog" in text


def refresh(path: Path = README) -> None:
    """Write what the commands print into the README."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "graph"
        built = run("gigraph build seeds/reports --store graph --workers 0", store)

        def fill(match: re.Match[str]) -> str:
            command, shown = match.group(1), match.group(2).strip("\n").split("\n")
            printed = built if command.startswith("gigraph build") else run(command, store)
            lines = [line.rstrip() for line in printed.split("\n")]
            kept = shown.index("...") if "..." in shown else 0
            lines = [*lines[:kept], "..."] if kept else lines
            return f"```console\n$ {command}\n" + "\n".join(lines) + "\n```"

        path.write_text(_BLOCK.sub(fill, path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    sys.exit(refresh())
