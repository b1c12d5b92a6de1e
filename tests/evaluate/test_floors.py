"""The gate: a score below its floor fails, floors only rise, and they hold for the gold that they were measured on."""

import json
from pathlib import Path
from typing import Any

import pytest

from gigraph.errors import FloorError, NotFoundError, UsageError
from gigraph.evaluate import Scores, Tally, check_floors, evaluate, load_gold, update_floors
from gigraph.evaluate.floors import gold_digest

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared"


def scores(tp: int, fn: int, category: str = "agencies") -> Scores:
    return Scores(reports=1, tallies={category: Tally(tp=tp, fn=fn)})


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.txt.json").write_text(json.dumps({"file": "a.txt", "regulations": []}), "utf-8")
    return folder


@pytest.fixture
def floors(gold: Path) -> Path:
    """Floors with agencies at 0.6667 (two of four found)."""
    file = gold / "floors.json"
    update_floors(scores(2, 2), gold, file)
    return file


def read(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text("utf-8"))


def test_a_new_file_takes_the_scores(gold: Path, floors: Path) -> None:
    assert read(floors) == {
        "gold": gold_digest(gold),
        "reports": 1,
        "floors": {"agencies": 0.6667, "number_accuracy": 1.0, "relation_accuracy": 1.0},
    }
    check_floors(scores(2, 2), gold, floors)


def test_a_score_below_its_floor_fails_with_exit_code_6(gold: Path, floors: Path) -> None:
    with pytest.raises(FloorError, match=r"agencies 0\.4000 is below its floor 0\.6667") as caught:
        check_floors(scores(1, 3), gold, floors)
    assert caught.value.exit_code == 6
    check_floors(scores(3, 1), gold, floors)


def test_a_category_that_is_gone_fails(gold: Path, floors: Path) -> None:
    with pytest.raises(FloorError, match="agencies has no score"):
        check_floors(scores(2, 2, "platforms"), gold, floors)


def test_update_raises_and_never_lowers(gold: Path, floors: Path) -> None:
    update_floors(scores(4, 0), gold, floors)
    assert read(floors)["floors"]["agencies"] == 1.0
    before = floors.read_bytes()
    with pytest.raises(FloorError, match="floors only rise: agencies"):
        update_floors(scores(2, 2), gold, floors)
    assert floors.read_bytes() == before
    update_floors(scores(2, 2), gold, floors, allow_regression=True)
    assert read(floors)["floors"]["agencies"] == 0.6667


def test_a_changed_gold_must_be_pinned_anew(gold: Path, floors: Path) -> None:
    (gold / "b.txt.json").write_text(json.dumps({"file": "b.txt", "regulations": []}), "utf-8")
    with pytest.raises(FloorError, match="the gold is not the one"):
        check_floors(scores(4, 0), gold, floors)
    with pytest.raises(FloorError, match="floors only rise"):
        update_floors(scores(1, 3), gold, floors)
    update_floors(scores(2, 2), gold, floors)
    check_floors(scores(2, 2), gold, floors)


def test_files_of_floors_are_no_gold(gold: Path, floors: Path) -> None:
    digest = gold_digest(gold)
    (gold / "floors-all.json").write_text("{}", "utf-8")
    assert gold_digest(gold) == digest
    assert list(load_gold(gold)) == ["a.txt"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"gold": "x", "floors": {"agencies": "high"}}'])
def test_a_broken_file_of_floors_is_told(gold: Path, tmp_path: Path, text: str) -> None:
    file = tmp_path / "floors.json"
    with pytest.raises(UsageError, match="there are no floors"):
        check_floors(scores(1, 0), gold, file)
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError, match="this is no file of floors"):
        check_floors(scores(1, 0), gold, file)


def test_gold_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there are no gold files"):
        load_gold(tmp_path)
    (tmp_path / "a.json").write_text("{", "utf-8")
    with pytest.raises(UsageError, match=r"a\.json: this is no JSON"):
        load_gold(tmp_path)


TEXT = "某县人民政府2018年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》的要求，编制本报告。\n"


def write_gold(folder: Path, *names: str) -> None:
    for name in names:
        entry = {
            "file": name,
            "report": {"year": 2018},
            "regulations": [{"name": "中华人民共和国政府信息公开条例", "relation": "cites"}],
        }
        (folder / f"{name}.json").write_text(json.dumps(entry, ensure_ascii=False), "utf-8")


def test_evaluate_matches_reports_by_name_then_by_stem(gold: Path, tmp_path: Path) -> None:
    (gold / "a.txt.json").unlink()
    write_gold(gold, "x.txt", "y.txt")
    (tmp_path / "x.txt").write_text(TEXT, "utf-8")
    (tmp_path / "x.md").write_text("", "utf-8")
    (tmp_path / "y.md").write_text(TEXT, "utf-8")
    (tmp_path / "z.txt").write_text(TEXT, "utf-8")
    found = evaluate(gold, [tmp_path])
    assert found.reports == 2
    assert found.tallies["regulations"].tp == 2
    assert [notice.rpartition("/")[2] for notice in found.notices] == ["z.txt: there is no gold for it"]


def test_gold_without_a_report_is_an_error_and_an_unreadable_report_a_notice(gold: Path, tmp_path: Path) -> None:
    write_gold(gold, "x.txt")
    with pytest.raises(NotFoundError, match=r"no report for the gold of a\.txt, x\.txt"):
        evaluate(gold, [tmp_path])
    (tmp_path / "a.txt").write_text("", "utf-8")
    (tmp_path / "x.txt").write_text(TEXT, "utf-8")
    found = evaluate(gold, [tmp_path / "a.txt", tmp_path / "x.txt"])
    assert [notice.split()[0] for notice in found.notices] == ["E-EMPTY"]
    assert found.tallies["regulations"].tp == 1


@pytest.mark.parametrize(
    ("gold_dir", "reports", "floors_file"),
    [
        (REPOSITORY / "tests/gold", [REPOSITORY / "seeds/reports"], "floors.json"),
        (SHARED / "annotation/gold", [SHARED / "reports", SHARED / "corpus"], "floors-all.json"),
    ],
    ids=["seeds", "all"],
)
def test_the_floors_of_the_project_hold(gold_dir: Path, reports: list[Path], floors_file: str) -> None:
    if not gold_dir.exists():
        pytest.skip("the shared gold is not here")
    check_floors(evaluate(gold_dir, reports), gold_dir, REPOSITORY / "tests/gold" / floors_file)
