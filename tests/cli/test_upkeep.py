"""verify, compact, forget and diff as a person types them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gigraph.cli import main

REPORT = "华宁县统计局{year}年政府信息公开工作年度报告\n\n根据《中华人民共和国政府信息公开条例》编制，主动公开政府信息3条。\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for year in (2015, 2016):
        (folder / f"{year}.txt").write_text(REPORT.format(year=year), "utf-8")
    assert run("build", str(folder), "--workers", "0", store=tmp_path / "graph").exit_code == 0
    return tmp_path / "graph"


def run(*words: str, store: Path) -> Result:
    return CliRunner().invoke(main, [*words, "--store", str(store)])


def test_verify_of_a_whole_store(store: Path) -> None:
    result = run("verify", "--shapes", "--format", "table", store=store)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "all is well\n")
    assert run("verify", "--no-shapes", "--format", "json", store=store).stdout == "[]\n"


def test_verify_of_a_damaged_store(store: Path) -> None:
    record = store / "generations" / "gen-000001" / "gen.json"
    info = json.loads(record.read_text())
    record.write_text(json.dumps(info | {"rootDigest": "0"}))
    result = run("verify", "--no-shapes", "--format", "jsonl", store=store)
    assert result.exit_code == 4
    assert json.loads(result.stdout)["check"] == "store"


def test_verify_tells_what_it_leaves_out(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gigraph.build.verifying.SHAPED", 10)
    result = run("verify", "--format", "table", store=store)
    assert result.exit_code == 0
    assert "the shapes are not checked" in result.stderr
    assert "--shapes" in result.stderr


def test_forget_then_diff_then_compact(store: Path) -> None:
    forgotten = run("forget", "2016.txt", "--format", "json", store=store)
    assert forgotten.exit_code == 0
    told = json.loads(forgotten.stdout)
    assert (told["source"], told["generation"]) == ("2016.txt", 2)
    assert "is still there" in forgotten.stderr
    assert "gigraph compact" in forgotten.stderr
    rows = json.loads(run("diff", "1", "2", "--format", "json", store=store).stdout)
    assert (rows[0]["source"], rows[0]["is"], rows[0]["removed"]) == ("2016.txt", "removed", told["statements"])
    facts = json.loads(run("diff", "1", "2", "--facts", "--format", "json", store=store).stdout)
    assert sum(row["change"] == "-" and row["source"] == "2016.txt" for row in facts) == told["statements"]
    compacted = json.loads(run("compact", "--format", "json", store=store).stdout)
    assert (compacted["generation"], compacted["still read"]) == (3, [])
    same = run("diff", "3", str(store), "--format", "table", store=store)
    assert (same.exit_code, same.stdout, same.stderr) == (0, "", "no difference\n")


def test_diff_of_two_stores(store: Path, tmp_path: Path) -> None:
    result = run("diff", str(store), str(tmp_path / "none"), store=store)
    assert result.exit_code == 1
    assert "there is no store here" in result.stderr
    missing = run("diff", "1", "9", store=store)
    assert missing.exit_code == 2
    assert "It keeps 1" in missing.stderr


def test_forget_of_an_unknown_source(store: Path) -> None:
    result = run("forget", "2017.txt", store=store)
    assert result.exit_code == 3
    assert "Did you mean 201" in result.stderr


def test_tables(store: Path) -> None:
    assert "statements" in run("compact", "--format", "table", store=store).stdout
    assert "source," not in run("forget", "2015.txt", "--format", "csv", store=store).stdout.splitlines()[0]


def test_info_tells_the_size(store: Path) -> None:
    assert json.loads(run("info", "--format", "json", store=store).stdout)["bytes"] > 10_000
