"""The form of 2014: money in another unit than the form's, rows of a report's own."""

import pytest

from gigraph.documents import text_document
from gigraph.models import CellEntry, Source
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry
from gigraph.registry.forms import load_forms

ITEMS = load_forms(load_registry().folder)["2014-statistics"].items
GAPS = {"spaces": " ", "lines": "\n", "bars": " | ", "glued": ""}


def read(gap: str, money: str, own: tuple[tuple[str, str, str], ...] = ()) -> tuple[CellEntry, ...]:
    """The cells of a table whose n-th row has the number n + 11, money in a unit; `own` rows stand behind the last."""
    lines = [["统计指标", "单位", "统计数"]]
    for at, item in enumerate(ITEMS):
        label = item.name.split(" / ")[-1]
        lines.append([label, money if item.unit == "万元" else item.unit, str(at + 11)] if item.unit else [label])
    table = ("\n" if gap else "").join(gap.join(line) for line in [*lines, *map(list, own)])
    text = f"青石县水务局2016年政府信息公开工作年度报告\n政府信息公开情况统计表\n{table}\n单位负责人：张明\n"
    return facts_of(text_document(text, Source("a"))).tables or ()


@pytest.mark.parametrize("layout", GAPS)
@pytest.mark.parametrize("unit", ["元", "千元", "亿元", "万元"])
def test_money_has_the_unit_that_its_row_prints(layout: str, unit: str) -> None:
    found = {cell.row: (cell.value, cell.unit, cell.state) for cell in read(GAPS[layout], unit)}
    money = [(item.name, str(at + 11)) for at, item in enumerate(ITEMS) if item.unit == "万元"]
    assert len(money) == 2
    assert [found[name] for name, _ in money] == [(number, unit, "certain") for _, number in money]
    assert sum(value is not None for value, _, _ in found.values()) == sum(bool(item.unit) for item in ITEMS)


@pytest.mark.parametrize("layout", ["spaces", "bars"])
def test_rows_behind_the_last_one_are_kept(layout: str) -> None:
    own = (("十、信息公开专栏访问量", "人次", "9999"), ("其中：移动端访问量", "人次", "321"))
    found = [cell for cell in read(GAPS[layout], "万元", own[: 1 if layout == "spaces" else 2]) if cell.form == "other"]
    assert [(cell.row, cell.value, cell.unit) for cell in found][:1] == [("十、信息公开专栏访问量", "9999", "人次")]
    assert len(found) == (1 if layout == "spaces" else 2)


def test_a_row_of_its_own_takes_no_number_of_the_row_before() -> None:
    """Lines without a bar at their end: 86, then the next line's label."""
    at = next(at for at, item in enumerate(ITEMS) if item.name.endswith("5.其他方式公开政府信息数"))
    lines = [f"{item.name.split(' / ')[-1]} | {item.unit} | 86" for item in ITEMS if item.unit]
    names = [item.name for item in ITEMS if item.unit]
    place = names.index(ITEMS[at].name) + 1
    lines.insert(place, "6.移动客户端公开政府信息数 | 条 | 77")
    text = "政府信息公开情况统计表\n统计指标 | 单位 | 统计数\n" + "\n".join(lines) + "\n"
    found = facts_of(text_document(text, Source("a"))).tables or ()
    assert [cell.value for cell in found if cell.form != "other"] == ["86"] * len(names)
    assert [cell.value for cell in found if cell.form == "other"] == ["77"]
