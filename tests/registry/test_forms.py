"""The forms' labels against annotation/FORMS.md: how many there are, and that each is reachable."""

import re
from pathlib import Path

import pytest

from gigraph.errors import RegistryError
from gigraph.extractors.forms.grids import grid_regions
from gigraph.extractors.forms.heads import find_heads
from gigraph.extractors.forms.sheet import Sheet
from gigraph.registry import load_registry
from gigraph.registry.form_hints import load_form_hints
from gigraph.registry.forms import Form, core, load_forms
from gigraph.registry.table import read_table
from gigraph.registry.table_columns import TableColumn, load_table_columns

FOLDER = load_registry().folder
FORMS = load_forms(FOLDER)
HINTS = load_form_hints(FOLDER)


def count(form: Form, part: str, *kinds: str) -> int:
    return sum(item.kind in kinds for item in form.parts[part])


def cells_of_disclosure(form: Form) -> int:
    """The numbers of section two: each row has the columns of its block."""
    total = columns = 0
    for item in form.parts["disclosure"]:
        if item.kind == "block":
            columns = 0
        elif item.kind == "column":
            columns += 1
        else:
            total += columns
    return total


@pytest.mark.parametrize(("name", "rows", "numbers"), [("2019", 23, 22), ("2021", 25, 10)])
def test_the_annual_forms_have_their_numbers(name: str, rows: int, numbers: int) -> None:
    form = FORMS[name]
    assert (count(form, "requests", "column"), count(form, "requests", "row")) == (7, rows)
    assert cells_of_disclosure(form) == numbers
    assert count(form, "review", "column") == 15


def test_the_form_of_2014_has_one_row_a_label() -> None:
    items = FORMS["2014-statistics"].items
    assert len({item.name for item in items}) == len(items)
    assert all(re.fullmatch(r"[一二三四五六七八九]、.*", item.name) for item in items)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_key_names_one_label_of_its_part(form: Form) -> None:
    for part in form.parts.values():
        keys = [item.key for item in part if item.kind in ("row", "heading")]
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_name_ends_with_its_numbering_and_label(form: Form) -> None:
    for item in form.items:
        if item.part != "disclosure":
            assert core(item.name.split(" / ")[-1]).endswith(core(item.label))
            assert item.name.split(" / ")[-1].startswith(item.number)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_no_wording_means_two_rows_of_a_part(form: Form) -> None:
    own = {(item.part, core(item.label)): item.key for item in form.items if item.kind == "row"}
    for alias in form.aliases:
        assert core(alias.example).startswith(core(alias.label))
        assert own.get((alias.part, core(alias.label)), alias.key) == alias.key


def test_rows_are_sorted_and_unique() -> None:
    for file in ("form_aliases", "form_hints", "table_columns"):
        rows = [tuple(line.split("\t")) for line in (FOLDER / f"{file}.tsv").read_text("utf-8").splitlines()[1:]]
        assert rows == sorted(rows)
        assert len(set(rows)) == len(rows)


@pytest.mark.parametrize("hint", HINTS, ids=lambda hint: f"{hint.row} {hint.column}")
def test_a_hint_names_a_cell_and_its_example_speaks_of_it(hint) -> None:  # type: ignore[no-untyped-def]
    part = FORMS[hint.form].parts[hint.part]
    assert any(item.key == hint.row and item.kind == "row" for item in part)
    assert not hint.column or any(item.key == hint.column and item.kind == "column" for item in part)
    assert any(hint.speaks_of(hint.example, unit) for unit in hint.units if unit in hint.example)


COLUMNS = load_table_columns(FOLDER)


def test_columns_are_known_by_their_longest_label() -> None:
    for labels in (COLUMNS.first, COLUMNS.unit, COLUMNS.figures, COLUMNS.words):
        assert [len(label) for label in labels] == sorted((len(label) for label in labels), reverse=True)


@pytest.mark.parametrize("row", read_table(FOLDER / "table_columns.tsv", TableColumn), ids=lambda row: row.column)
def test_the_example_of_a_label_is_a_head(row: TableColumn) -> None:
    labels = row.example.split()
    if row.place == "words":
        lines = "\n".join(f"第{place}科 | 内容 | {number} | 20" for place, number in (("一", 7), ("二", 9), ("三", 8)))
        text = f"{labels[0]} | 名称 | {row.column} | 数\n{lines}\n"
        (region,) = grid_regions(Sheet(text), COLUMNS, ())
        assert {column.name for found in region.rows for column in found.columns} == {"数"}
        return
    (head,) = find_heads(row.example, COLUMNS)
    assert row.column in labels
    assert (head.start, head.end) == (0, len(row.example))
    assert row.place != "figures" or row.column in head.columns or head.remarks


def test_a_place_that_is_not_known_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "table_columns.tsv").write_text(
        "column\tplace\texample\n指标\tnowhere\t指标 单位 数\n", encoding="utf-8"
    )
    with pytest.raises(RegistryError, match=r"table_columns\.tsv:2.*nowhere"):
        load_table_columns(tmp_path)


def test_an_alias_of_no_label_is_told_with_its_line(tmp_path: Path) -> None:
    for file in FOLDER.glob("form_*.tsv"):
        (tmp_path / file.name).write_text(file.read_text("utf-8"), encoding="utf-8")
    with (tmp_path / "form_aliases.tsv").open("a", encoding="utf-8") as file:
        file.write("2021\trequests\tnothing\t空\t空 0\n")
    with pytest.raises(RegistryError, match=r"form_aliases\.tsv:\d+: no label 'nothing'"):
        load_forms(tmp_path)
