"""roster through the command line."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gigraph.cli import main

LIST = "单位,地区,类型,起,止\n华宁县财政局,530424,部门,2015,2018\n玉溪市财政局,530400,部门,2017,2017\n华宁县教育局,530424,部门,2017,2017\n"


@pytest.fixture
def run(histories_store: Path, tmp_path: Path):  # type: ignore[no-untyped-def]
    def call(text: str, *words: str) -> Result:
        path = tmp_path / "list.csv"
        path.write_text(text, "utf-8")
        return CliRunner(env={"GIGRAPH_STORE": str(histories_store)}).invoke(main, ("roster", str(path), *words))

    return call


def test_each_body_and_year(run) -> None:  # type: ignore[no-untyped-def]
    result = run(LIST, "--format", "csv")
    assert result.exit_code == 4
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["line"], row["year"], row["report"], row["outcome"]) for row in rows] == [
        ("2", "2015", "1", "resolved"), ("2", "2016", "0", "resolved"), ("2", "2017", "1", "resolved"),
        ("2", "2018", "0", "resolved"), ("3", "2017", "1", "resolved"), ("4", "2017", "0", "unknown"),
    ]  # fmt: skip
    assert "1 of 3 bodies are not in the graph under this name: 华宁县教育局" in result.stderr


def test_summaries_and_gaps(run) -> None:  # type: ignore[no-untyped-def]
    (place, city) = json.loads(run(LIST, "--by", "region").stdout)[::-1]
    assert (place["regionLabel"], place["expected"], place["reported"], place["missing"]) == ("华宁县", 5, 2, 3)
    assert city["share"] == 1
    gaps = json.loads(run(LIST, "--missing").stdout)
    assert [(row["line"], row["year"]) for row in gaps] == [(2, 2016), (2, 2018), (4, 2017)]
    table = run(LIST, "--format", "table", "--missing").stdout
    assert "2016, 2018" in table
    assert "玉溪市财政局" not in table


def test_a_body_is_named_as_its_place_calls_it(run) -> None:  # type: ignore[no-untyped-def]
    rows = json.loads(
        run("单位,地区\n县财政局,华宁县\n财政局,华宁县\n市财政局,华宁县\n", "--from", "2017", "--to", "2017").stdout
    )
    assert [(row["agencyLabel"], row["outcome"]) for row in rows] == [
        ("华宁县财政局", "resolved"), ("华宁县财政局", "resolved"), (None, "unknown"),
    ]  # fmt: skip


def test_a_spreadsheet_is_told(histories_store: Path, tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"PK\x03\x04" + bytes(99))
    environment = {"GIGRAPH_STORE": str(histories_store)}
    result = CliRunner(env=environment).invoke(main, ("roster", str(tmp_path / "list.xlsx")))
    assert result.exit_code == 2
    assert "Save it as CSV" in result.stderr


def test_complete_is_exit_code_0_and_wrong_files_2(run) -> None:  # type: ignore[no-untyped-def]
    assert run("body,from,to\n玉溪市财政局,2017,2017\n").exit_code == 0
    wrong = run("body,from\n玉溪市财政局,17\n")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "list.csv:2: '17' is no year" in wrong.stderr


def test_another_exact_name_of_a_body_is_its_name(run) -> None:  # type: ignore[no-untyped-def]
    (row,) = json.loads(run("body,to\n卫生部,2016\n", "--from", "2016").stdout)
    assert (row["agencyLabel"], row["report"], row["publishers"]) == (
        "中华人民共和国卫生部", 1, ["国家卫生和计划生育委员会"],
    )  # fmt: skip
