"""series and table through the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gigraph.cli import main
from gigraph.exporters import plot as plotting

SEED = Path(__file__).parents[2] / "seeds" / "reports" / "002_1a45804d71bde4f9.txt"


@pytest.fixture
def run(small_store: Path):  # type: ignore[no-untyped-def]
    def call(*words: str) -> Result:
        return CliRunner(env={"GIGRAPH_STORE": str(small_store)}).invoke(main, words)

    return call


def test_a_series_by_name(run) -> None:  # type: ignore[no-untyped-def]
    rows = json.loads(run("series", "收到申请数", "--agency", "云山省管局").stdout)
    assert [(row["year"], row["value"], row["form"]) for row in rows] == [
        (2015, 10, "2014-statistics"), (2016, 15, "2014-statistics"),
    ]  # fmt: skip
    csv = run(
        "series", "requests/new", "--region", "临江市", "--from", "2019", "--to", "2019", "--format", "csv"
    ).stdout
    assert [line.split(",")[1:4] for line in csv.splitlines()[1:]] == [
        ["临江市人民政府", "2019", "50"],
        ["临江市统计局", "2019", "3"],
    ]


def test_a_series_as_a_table(run) -> None:  # type: ignore[no-untyped-def]
    result = run("series", "予以公开", "--close", "--format", "table")
    assert "2014-statistics  close" in result.stdout
    assert result.stderr.startswith("予以公开 (2021/requests/granted)")


def test_what_no_report_gives(run) -> None:  # type: ignore[no-untyped-def]
    assert run("series", "制发规范性文件总数").exit_code == 3
    unknown = run("series", "天气")
    assert unknown.exit_code == 3
    assert "no indicator is called" in unknown.stderr
    assert run("series", "行政").exit_code == 2


def test_a_drawing_that_cannot_be_made_is_told_before_anything_is_printed(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for file, told in (("a.pdf", ".png or .svg"), ("none/a.svg", "folder")):
        result = run("series", "requests/new", "--plot", str(tmp_path / file))
        assert (result.exit_code, result.stdout) == (2, "")
        assert told in result.stderr


def test_a_table_of_a_file_that_is_not_there(run) -> None:  # type: ignore[no-untyped-def]
    for name in ("reports/2022.html", "2022.docx"):
        result = run("table", name)
        assert result.exit_code == 3
        assert "no such file" in result.stderr
    assert "no report is called" in run("table", "某局2022年报告").stderr


def test_a_drawing(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    pytest.importorskip("matplotlib")
    first, second = tmp_path / "a.svg", tmp_path / "b.svg"
    assert run("series", "requests/new", "--plot", str(first)).exit_code == 0
    assert run("series", "requests/new", "--plot", str(second)).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    assert "临江市人民政府" in first.read_text("utf-8")
    assert run("series", "requests/new", "--plot", str(tmp_path / "a.png")).exit_code == 0
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_a_drawing_of_no_kind(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("series", "requests/new", "--plot", str(tmp_path / "a.txt"))
    assert result.exit_code == 2
    assert " or ".join(plotting.KINDS) in result.stderr


def test_the_table_of_a_file(run) -> None:  # type: ignore[no-untyped-def]
    result = run("table", str(SEED), "--format", "table")
    assert result.stdout.splitlines()[0] == "政府信息公开情况统计表"
    cells = json.loads(run("table", str(SEED)).stdout)
    assert len(cells) == 60
    assert {cell["state"] for cell in cells} == {"certain"}


def test_the_table_of_a_report_in_the_graph(run) -> None:  # type: ignore[no-untyped-def]
    result = run("table", "临江市统计局2019年政府信息公开工作年度报告", "--format", "table")
    assert "? 1 cells are open" in result.stderr
    assert "* inferred" in result.stderr
    assert "5.属于三类内部事务信息" in result.stdout
    assert run("table", "云山省机关事务管理局关于政务公开工作情况的报告").exit_code == 3
