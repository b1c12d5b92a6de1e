"""Scores by the annotation guideline, the same as those of its reference scorer."""

import copy
import json
import random
import runpy
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.evaluate import Scores, Tally, load_gold, score
from gigraph.evaluate.scoring import normal

REPOSITORY = Path(__file__).parents[2]
GOLD = REPOSITORY / "tests" / "gold"
REFERENCE = REPOSITORY.parent / "shared" / "annotation" / "score.py"

Objects = dict[str, dict[str, Any]]


def gold() -> Objects:
    return load_gold(GOLD)


def test_gold_against_itself_is_perfect() -> None:
    scores = score(gold(), gold())
    assert set(scores.values().values()) == {1.0}
    assert scores.differences == []
    assert scores.reports == 5


def test_no_output_finds_nothing() -> None:
    scores = score(gold(), {})
    assert {tally.tp for tally in scores.tallies.values()} == {0}
    assert all(tally.fn for tally in scores.tallies.values())
    assert scores.tallies["regulations"].recall == 0
    assert scores.tallies["regulations"].precision == 1  # nothing was claimed


def one(category: str, **values: Any) -> Objects:
    return {"a.txt": {"file": "a.txt", category: [values]}}


@pytest.mark.parametrize(
    ("category", "expected", "given", "same"),
    [
        ("regulations", {"name": "政府信息公开条例"}, {"name": "《政府信息公开 条例》"}, True),
        ("regulations", {"name": "甲", "aliases": ["乙"]}, {"name": "丙", "aliases": ["乙"]}, True),
        (
            "regulations",
            {"name": None, "number": "国办发〔2015〕15号"},
            {"name": "甲", "number": "国办发[2015]15号"},
            True,
        ),
        (
            "regulations",
            {"name": None, "number": "国办发〔2015〕15号"},
            {"name": None, "number": "国办发〔2015〕16号"},
            False,
        ),
        ("regulations", {"name": None, "number": None}, {"name": None, "number": None}, False),
        ("agencies", {"name": "某县财政局", "surfaces": ["县财政局"]}, {"name": "县财政局", "surfaces": []}, False),
        (
            "agencies~surface",
            {"name": "某县财政局", "surfaces": ["县财政局"]},
            {"name": "县财政局", "surfaces": []},
            True,
        ),
        ("platforms~surface", {"name": "甲", "surfaces": ["乙"]}, {"name": "丙", "surfaces": ["乙"]}, True),
        ("platforms", {"name": "ＡＰＰ"}, {"name": "app"}, True),
        (
            "statistics",
            {"value": "10", "unit": "条", "quote": "公开信息10条"},
            {"value": "10.0", "unit": "条", "quote": "主动公开信息10条，"},
            True,
        ),
        (
            "statistics",
            {"value": "10", "unit": "条", "quote": "公开信息10条"},
            {"value": "10", "unit": "件", "quote": "公开信息10条"},
            False,
        ),
        (
            "statistics",
            {"value": "10", "unit": "条", "quote": "公开信息10条"},
            {"value": "10", "unit": "条", "quote": "别处的10条"},
            False,
        ),
        (
            "tables",
            {"row": "（一）予以公开", "column": "总计", "value": "1,000"},
            {"row": "(一)予以公开", "column": "总计", "value": "1000"},
            True,
        ),
        ("tables", {"row": "甲", "value": "1"}, {"row": "甲", "column": "总计", "value": "1"}, False),
        ("tables", {"row": "甲", "value": "1"}, {"row": "甲", "value": None}, False),
    ],
)
def test_when_two_entries_are_the_same(
    category: str, expected: dict[str, Any], given: dict[str, Any], same: bool
) -> None:
    key = category.split("~")[0]
    tally = score(one(key, **expected), one(key, **given)).tallies[category]
    assert (tally.tp, tally.fp, tally.fn) == ((1, 0, 0) if same else (0, 1, 1))


def test_an_entry_counts_once() -> None:
    twice = {"a.txt": {"agencies": [{"name": "甲"}, {"name": "甲"}]}}
    tally = score(one("agencies", name="甲"), twice).tallies["agencies"]
    assert (tally.tp, tally.fp, tally.fn) == (1, 1, 0)


def test_fields_of_the_report() -> None:
    expected = {"a.txt": {"report": {"title": "甲《乙》报告", "year": 2015, "issued": None, "index_number": "1"}}}
    output = {"a.txt": {"report": {"title": "甲乙 报告", "year": 2016, "issued": "2016-01-01", "index_number": None}}}
    scores = score(expected, output)
    tally = scores.tallies["report"]
    assert (tally.tp, tally.fp, tally.fn) == (1, 2, 2)
    assert [difference.text for difference in scores.differences] == [
        "year: gold 2015, output 2016",
        "issued: gold None, output '2016-01-01'",
        "index_number: gold '1', output None",
    ]


def test_bracketed_regulations_relations_and_numbers() -> None:
    expected = {
        "a.txt": {
            "regulations": [
                {"name": "甲", "relation": "cites", "bracketed": True, "number": "国办发〔2015〕15号"},
                {"name": "乙", "relation": "issues", "bracketed": False, "number": None},
                {"name": "丙", "relation": "issues", "bracketed": True, "number": "湘政发〔2017〕19号"},
            ]
        }
    }
    output = copy.deepcopy(expected)
    output["a.txt"]["regulations"][0]["number"] = None
    output["a.txt"]["regulations"][1]["relation"] = "cites"
    output["a.txt"]["regulations"][2]["name"] = "丁"
    output["a.txt"]["regulations"][2]["number"] = None
    scores = score(expected, output)
    bracketed = scores.tallies["regulations~bracketed"]
    assert (bracketed.tp, bracketed.fp, bracketed.fn) == (1, 1, 1)
    assert scores.accuracies == {"relation_accuracy": (1, 2), "number_accuracy": (0, 1)}
    assert [(difference.kind, difference.text) for difference in scores.differences] == [
        ("missed", "湘政发〔2017〕19号 · 丙 · issues"),
        ("extra", "丁 · issues"),
    ]


def test_the_figures() -> None:
    tally = Tally(tp=6, fp=2, fn=4)
    assert (tally.precision, tally.recall, round(tally.f1, 4)) == (0.75, 0.6, 0.6667)
    assert Tally().f1 == 1
    assert Tally(fp=1).f1 == 0
    assert Scores().values() == {"number_accuracy": 1.0, "relation_accuracy": 1.0}


@given(st.text(alphabet="政府信息Ａａ《》（）()〔〕 \n，。、ー·１1", max_size=40))
def test_normal_sees_neither_widths_nor_punctuation(text: str) -> None:
    assert normal(text) == normal(unicodedata.normalize("NFKC", text)) == normal(f"《{text}》。")
    assert not set(normal(text)) & set("《》()〔〕 \n,。、·")


def perturbed(objects: Objects, seed: int) -> Objects:
    """Outputs with entries dropped, doubled, moved, renamed, and values changed; the same for the same seed."""
    chance = random.Random(seed)
    out = copy.deepcopy(objects)
    for entry in out.values():
        for category in ("regulations", "agencies", "platforms", "statistics", "tables"):
            kept = [item for item in entry.get(category) or [] if chance.random() > 0.2]
            kept += copy.deepcopy(chance.sample(kept, len(kept) // 8))
            chance.shuffle(kept)
            for item in kept:
                for key in ("name", "number", "relation", "unit", "value", "row", "column", "quote"):
                    if item.get(key) and chance.random() < 0.15:
                        item[key] = chance.choice([None, "", str(item[key])[1:], f"《{item[key]}》", "1,234"]) or (
                            "0" if key in ("value", "row") else None
                        )
                if item.get("surfaces") and chance.random() < 0.3:
                    item["surfaces"] = item["surfaces"][1:]
            entry[category] = kept if chance.random() > 0.05 else None
        for field in list(entry["report"]):
            if chance.random() < 0.2:
                entry["report"][field] = chance.choice([None, "", "别的"])
    if chance.random() < 0.5:
        del out[next(iter(out))]
    return out


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not here")
@pytest.mark.parametrize("seed", range(12))
def test_the_reference_scorer_gives_the_same(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = REFERENCE.parent / "gold" if seed % 4 == 1 else GOLD
    expected = load_gold(folder)
    outputs = perturbed(expected, seed) if seed else expected
    file = tmp_path / "outputs.jsonl"
    file.write_text("".join(json.dumps(output, ensure_ascii=False) + "\n" for output in outputs.values()), "utf-8")
    monkeypatch.setattr(sys, "argv", [str(REFERENCE), str(clean(folder, tmp_path)), str(file), "--json"])
    runpy.run_path(str(REFERENCE), run_name="__main__")
    assert score(expected, outputs).to_json() == json.loads(capsys.readouterr().out)


def clean(folder: Path, tmp_path: Path) -> Path:
    """The folder's gold alone, without the floors beside it."""
    copied = tmp_path / "gold"
    copied.mkdir()
    for name, entry in load_gold(folder).items():
        (copied / f"{name}.json").write_text(json.dumps(entry, ensure_ascii=False), "utf-8")
    return copied
