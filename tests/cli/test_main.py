"""What all commands have in common: help, settings, errors, a quick start, a quiet end."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from gigraph.cli import main

COMMANDS = sorted(main.commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert "Example:" in result.output
    assert f"  gigraph {name}" in result.output
    assert len(main.commands[name].get_short_help_str(60)) < 60
    assert not main.commands[name].get_short_help_str(60).endswith("...")


def test_every_option_has_help() -> None:
    for name, command in main.commands.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.name}"


def test_all_commands_are_there() -> None:
    assert set(COMMANDS) >= {
        "build", "extract", "cites", "cited-by", "show", "ask", "sparql", "queries", "info", "text", "export", "evaluate",
        "demo",
    }  # fmt: skip


def test_a_missing_store(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["cites", "x", "--store", str(tmp_path / "none")])
    assert result.exit_code == 1
    assert "there is no store here" in result.stderr
    assert "gigraph build DIR" in result.stderr


def test_a_foreign_folder(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious", encoding="utf-8")
    result = CliRunner().invoke(main, ["info", "--store", str(tmp_path)])
    assert result.exit_code == 1
    assert "no store of gigraph" in result.stderr


def test_flag_before_environment_before_file_before_default(
    small_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    query = ["sparql", "ASK { GRAPH ?g { ?s a gi:Report } }"]
    assert "graph: there is no store" in runner.invoke(main, query).stderr
    os.symlink(small_store, tmp_path / "link")
    (tmp_path / "gigraph.toml").write_text('store = "link"\nformat = "table"\n', encoding="utf-8")
    assert runner.invoke(main, query).stdout == "yes\n"
    assert "from-environment" in runner.invoke(main, query, env={"GIGRAPH_STORE": "from-environment"}).stderr
    result = runner.invoke(main, [*query, "--store", "from-flag"], env={"GIGRAPH_STORE": "from-environment"})
    assert "from-flag" in result.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [("stor = 'x'", "Did you mean store"), ("store = 3", "is no text"), ("store =", "cannot be read")],
)
def test_a_wrong_settings_file(text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gigraph.toml").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["queries"])
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 74, "the disk is full"),
        (OSError(errno.EIO, "Input/output error"), 1, "Input/output error"),
        (KeyboardInterrupt(), 130, "stopped"),
    ],
)
def test_errors_of_the_system(
    error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, small_store: Path
) -> None:
    def fail(*args: object, **options: object) -> None:
        raise error

    monkeypatch.setattr("gigraph.store.open_graph", fail)
    result = CliRunner().invoke(main, ["info", "--store", str(small_store)])
    assert result.exit_code == code
    assert said in result.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_names_and_paths_are_read_in_a_locale_without_chinese(locale: str, tmp_path: Path) -> None:
    folder = tmp_path / "年 报"
    folder.mkdir()
    report = "某县财政局2017年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》编制。\n一、概述\n"
    (folder / "甲.txt").write_text(report + "主动公开政府信息12条，收到申请0件。\n" * 9, encoding="utf-8")
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "GIGRAPH_STORE": str(tmp_path / "图")}
    for words in (["build", str(folder), "--workers", "1"], ["show", "政府信息公开条例", "--format", "table"]):
        command = [sys.executable, "-m", "gigraph", *words]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
    assert "中华人民共和国政府信息公开条例" in done.stdout


def run(*words: str, code: str | None = None) -> "subprocess.CompletedProcess[str]":
    start = ["-c", code] if code else ["-m", "gigraph"]
    return subprocess.run(
        [sys.executable, *start, *words], capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def test_a_lookup_loads_neither_rdflib_nor_networkx_nor_opencc(small_store: Path) -> None:
    code = (
        "import sys\nfrom gigraph.cli import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        "print(sorted({'rdflib', 'networkx', 'opencc', 'dask', 'lxml', 'rjieba'} & set(sys.modules)), file=sys.stderr)"
    )
    for words in (["cites", "云山省机关事务管理局"], ["cited-by", "《政府信息公开条例》"], ["show", "省财政厅"]):
        result = run(*words, "--store", str(small_store), code=code)
        assert result.returncode == 0, result.stderr
        assert result.stderr.splitlines()[-1] == "[]"


def test_help_loads_no_database() -> None:
    code = (
        "import sys\nfrom gigraph.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print('pyoxigraph' in sys.modules, file=sys.stderr)"
    )
    assert run(code=code).stderr.splitlines()[-1] == "False"


def test_a_reader_who_has_had_enough(small_store: Path) -> None:
    command = f'"{sys.executable}" -m gigraph sparql "SELECT * {{ GRAPH ?g {{ ?s ?p ?o }} }}" --format jsonl --store "{small_store}" | head -1'
    result = subprocess.run(command, shell=True, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert json.loads(result.stdout)
    assert result.stderr == ""


def test_the_program_as_a_module(small_store: Path) -> None:
    assert run("--version").stdout.startswith("gigraph ")
    result = run("cites", "云山省机关事务管理局", "--store", str(small_store))
    assert result.returncode == 0
    assert json.loads(result.stdout)[0]["regulationLabel"] == "中华人民共和国政府信息公开条例"
    assert run("cites", "没有", "--store", str(small_store)).returncode == 3


def test_public_verbs_load_lazily() -> None:
    code = (
        "import sys, gigraph\nassert not any(name.startswith('gigraph.') for name in sys.modules)\n"
        "assert len(gigraph.load_queries()) > 12 and callable(gigraph.read) and 'extract' in dir(gigraph)\n"
        "try:\n    gigraph.nothing\nexcept AttributeError as error:\n    print(error)"
    )
    assert "nothing" in run(code=code).stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["cited-by", "国办发", "2015", "22号"], 2, "A name with spaces is put in quotes"),
        (["codes", "w-dup", "--format", "csv"], 0, "W-DUP,warning,"),
        (["codes", "W-NO"], 2, "`gigraph codes` lists them"),
        (["build", "reports\\2016"], 2, "Folders are parted by /"),
    ],
)
def test_slips_of_the_command_line(words: list[str], code: int, said: str, tmp_path: Path) -> None:
    result = CliRunner(env={"GIGRAPH_STORE": str(tmp_path / "graph")}).invoke(main, words)
    assert result.exit_code == code
    assert said in result.output
