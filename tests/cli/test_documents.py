"""build, extract, text, export, info, evaluate, demo through the command line."""

import json
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from gigraph.cli import main
from gigraph.store import open_writer

REPORT = (
    "云山省机关事务管理局2016年政府信息公开工作年度报告\n\n"
    "根据《中华人民共和国政府信息公开条例》，编制本报告。\n\n"
    "全年在省政府门户网站公开信息12条。我局制定了《云山省机关事务管理局信息公开管理办法》。\n\n"
    "云山省机关事务管理局\n2017年3月1日\n"
)


def call(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "reports"
    path.mkdir()
    (path / "good.txt").write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def spoilt(folder: Path) -> Path:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    return folder


def test_build_ends_with_a_summary(folder: Path, tmp_path: Path) -> None:
    result = call("build", folder, "--store", tmp_path / "graph", "--workers", "0", "--format", "table")
    assert result.exit_code == 0
    lines = dict(line.split(maxsplit=1) for line in result.stdout.splitlines()[1:5])
    assert lines["documents"] == "1 built"
    assert lines["reports"] == "1"
    assert "citations resolved" in result.stdout
    assert result.stderr.splitlines()[0].startswith("reading")
    again = call("build", folder, "--store", tmp_path / "graph", "--workers", "0", "--format", "json")
    assert json.loads(again.stdout)["documents"] == {
        "built": 0,
        "changed": 0,
        "unchanged": 1,
        "removed": 0,
        "kept": 0,
        "skipped": 0,
        "left_out": 0,
    }


def test_build_goes_on_over_what_cannot_be_read(spoilt: Path, tmp_path: Path) -> None:
    result = call("build", spoilt, "--store", tmp_path / "graph", "--workers", "0", "--format", "table")
    assert result.exit_code == 5
    assert "1 built, 2 skipped" in result.stdout
    assert [line.split()[:2] for line in result.stdout.splitlines()[-2:]] == [
        ["empty.txt", "E-EMPTY"], ["picture.txt", "E-NOT-TEXT"],
    ]  # fmt: skip


def test_build_tells_what_it_left_out(folder: Path, tmp_path: Path) -> None:
    (folder / "style.css").write_text("body {}", "utf-8")
    result = CliRunner().invoke(main, ["build", str(folder), "--store", str(tmp_path / "g"), "--format", "table"])
    assert "1 left out (hidden, or no kind of document)" in result.stdout


def test_build_refuses_what_it_cannot_build(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "void").mkdir()
    for path, code, said in ((tmp_path / "void", 2, "no document"), (tmp_path / "none", 2, "no such file or folder")):
        result = call("build", path, "--store", tmp_path / "graph")
        assert result.exit_code == code
        assert said in result.stderr
        assert not (tmp_path / "graph" / "current").exists()
    result = call("build", folder, "--store", folder)
    assert result.exit_code == 1
    assert "nothing was touched" in result.stderr


def test_a_store_that_another_process_writes(folder: Path, tmp_path: Path) -> None:
    with open_writer(tmp_path / "graph"):
        result = call("build", folder, "--store", tmp_path / "graph")
    assert result.exit_code == 73
    assert "Error: " in result.stderr


def test_prune_takes_out_what_is_gone(folder: Path, tmp_path: Path) -> None:
    (folder / "second.txt").write_text(REPORT.replace("2016", "2015"), encoding="utf-8")
    store = ("--store", tmp_path / "graph", "--workers", "0")
    call("build", folder, *store)
    (folder / "second.txt").unlink()
    again = call("build", folder, *store)
    assert "not in DIR or cannot be read any more: 1 (--prune takes them out)" in again.stderr
    kept = json.loads(again.stdout)
    assert kept["documents"]["kept"] == 1
    pruned = json.loads(call("build", folder, *store, "--prune").stdout)
    assert (kept["reports"], pruned["reports"], pruned["documents"]["removed"]) == (2, 1, 1)


def test_extract_prints_one_object_a_report(spoilt: Path) -> None:
    result = call("extract", spoilt)
    assert result.exit_code == 5
    (facts,) = map(json.loads, result.stdout.splitlines())
    assert facts["file"] == "good.txt"
    assert facts["report"]["year"] == 2016
    (entry,) = (entry for entry in facts["regulations"] if entry["name"] == "中华人民共和国政府信息公开条例")
    mention = entry["mentions"][0]
    assert REPORT[mention["start"] : mention["end"]] == mention["exact"]
    assert result.stderr.count("skipped:") == 2


def test_extract_into_a_folder(folder: Path, tmp_path: Path) -> None:
    result = call("extract", folder / "good.txt", "-o", tmp_path / "facts")
    assert (result.exit_code, result.stdout) == (0, "")
    facts = json.loads((tmp_path / "facts" / "good.txt.json").read_text(encoding="utf-8"))
    assert facts == json.loads(call("extract", folder / "good.txt").stdout)


def test_extract_keeps_folders_apart(folder: Path, tmp_path: Path) -> None:
    (folder / "inner").mkdir()
    (folder / "inner" / "good.txt").write_text(REPORT.replace("2016", "2015"), encoding="utf-8")
    assert call("extract", folder, "-o", tmp_path / "facts").exit_code == 0
    years = [
        json.loads((tmp_path / "facts" / name).read_text())["report"]["year"]
        for name in ("good.txt.json", "inner/good.txt.json")
    ]
    assert years == [2016, 2015]


def test_extract_of_nothing(spoilt: Path, tmp_path: Path) -> None:
    assert call("extract", spoilt / "empty.txt").exit_code == 1
    assert "E-MISSING" in call("extract", spoilt / "none.txt").stderr
    (tmp_path / "void").mkdir()
    assert call("extract", tmp_path / "void").exit_code == 3
    assert call("extract").exit_code == 2


def test_text_shows_how_a_file_was_read(folder: Path) -> None:
    result = call("text", folder / "good.txt", "--format", "table")
    assert "── body 0-" in result.stdout
    assert "encoding: utf-8" in result.stderr
    blocks = json.loads(call("text", folder / "good.txt").stdout)["blocks"]
    assert all(REPORT[block["start"] : block["end"]] == block["text"] for block in blocks)
    assert call("text", folder / "good.txt", "--format", "csv").stdout.startswith("role,start,end,text\n")


def test_text_with_metadata_and_repairs(folder: Path) -> None:
    page = "索引号：881A-2017-3\n发文日期：2017-03-01\n" + REPORT.replace("根据", "按照国办发〔201622号，根据")
    (folder / "page.txt").write_text(page, encoding="utf-8")
    found = {row["name"]: row["value"] for row in json.loads(call("text", folder / "page.txt", "--metadata").stdout)}
    assert found["index_number"] == "881A-2017-3"
    (row,) = json.loads(call("text", folder / "page.txt", "--repairs").stdout)
    assert (row["written"], row["read"]) == ("国办发〔201622号", "国办发〔2016〕22号")
    assert call("text", folder / "page.txt", "--repairs", "--metadata").exit_code == 2
    assert "E-MISSING" in call("text", folder / "none.txt").stderr


def test_info(small_store: Path) -> None:
    found = json.loads(call("info", "--store", small_store).stdout)
    assert found["years"] == [2014, 2015, 2016, 2019]
    assert found["generation"] == 1
    assert "2014-2016, 2019" in call("info", "--store", small_store, "--format", "table").stdout


GOLD = Path(__file__).parents[1] / "gold"
REPORTS = Path(__file__).parents[2] / "seeds" / "reports"


@pytest.fixture
def one_gold(tmp_path: Path) -> tuple[Path, Path]:
    folder = tmp_path / "gold"
    folder.mkdir()
    name = sorted(path.name for path in GOLD.glob("0*.json"))[0]
    (folder / name).write_bytes((GOLD / name).read_bytes())
    return folder, REPORTS / name.removesuffix(".json")


def test_evaluate(one_gold: tuple[Path, Path], tmp_path: Path) -> None:
    gold, report = one_gold
    scores = json.loads(call("evaluate", gold, report).stdout)
    assert scores["report"]["f1"] > 0.5
    rows = call("evaluate", gold, report, "--format", "table", "-v").stdout
    assert "precision" in rows
    floors = tmp_path / "floors.json"
    assert call("evaluate", gold, report, "--floors", floors, "--update").exit_code == 0
    assert call("evaluate", gold, report, "--floors", floors).exit_code == 0
    pinned = json.loads(floors.read_text(encoding="utf-8"))
    pinned["floors"]["report"] = 1.01
    floors.write_text(json.dumps(pinned), encoding="utf-8")
    result = call("evaluate", gold, report, "--floors", floors)
    assert result.exit_code == 6
    assert "below its floor" in result.stderr
    assert call("evaluate", gold, report, "--update").exit_code == 2


def test_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = call("demo")
    assert result.exit_code == 0
    assert "\n湖南省机关事务管理局\n" in result.stdout
    assert "国办发〔2015〕15号" in result.stdout
    assert "gigraph cited-by 政府信息公开条例 --store graph-demo" in result.stdout
    drawn = nx.read_gexf(tmp_path / "demo" / "graph.gexf", version="1.2draft")
    again = nx.read_graphml(tmp_path / "demo" / "graph.graphml")
    assert drawn.number_of_nodes() == again.number_of_nodes() > 30
    assert drawn.number_of_edges() == again.number_of_edges() > 30
    assert (tmp_path / "demo" / "graph.html").exists() != ("no demo/graph.html: " in result.stderr)
    found = call("cited-by", "国务院令第492号", "--store", "graph-demo")
    assert len(json.loads(found.stdout)) >= 3


def test_text_shows_the_cells_of_a_page(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<html><table><tr><td rowspan=2>甲<td>1<tr><td>2</table>", "utf-8")
    cells = json.loads(call("text", page, "--tables", "--format", "json").stdout)
    assert [(cell["row"], cell["column"], cell["text"]) for cell in cells] == [
        (0, 0, "甲"),
        (0, 1, "1"),
        (1, 0, "甲"),
        (1, 1, "2"),
    ]
    assert call("text", page, "--tables", "--repairs").exit_code == 2


def test_what_is_no_report_is_skipped(folder: Path, tmp_path: Path) -> None:
    (folder / "error.html").write_text("<html><title>404</title><p>您访问的页面不存在。</p>", "utf-8")
    assert "E-NOT-REPORT" in call("extract", folder).stderr
    result = call("build", folder, "--store", tmp_path / "graph", "--workers", "0", "--format", "json")
    assert result.exit_code == 5
    assert [problem["code"] for problem in json.loads(result.stdout)["problems"]] == ["E-NOT-REPORT"]
