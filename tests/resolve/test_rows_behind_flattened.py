"""Rows of an agency's own behind the last one of a form, where a page flattened the table: told as other, none shifted."""

from random import Random

import pytest
from forms_damages import LAYOUTS
from forms_tables import Cell, section_three, section_two
from forms_tables_2014 import table_2014

from gigraph.documents import text_document
from gigraph.models import Source
from gigraph.pipeline import facts_of

DOWN = ("lines", "lines ended by tabs", "lines with gaps", "label above", "tabs", "spaces", "bars")
Row = tuple[Cell, ...]


def others(rows: list[Row], head: str, behind: str, layout: str) -> tuple[dict[tuple[str, str], str | None], list[str]]:
    """The cells of no form by row and column, and the values of the form's own cells."""
    text = (
        f"某县水务局2022年政府信息公开工作年度报告\n{head}\n{LAYOUTS[layout](rows)}\n{behind}\n公开的时效仍需提高。\n"
    )
    found = facts_of(text_document(text, Source("a"))).tables or ()
    return (
        {(cell.row, cell.column): cell.value for cell in found if cell.form == "other"},
        [cell.value or "" for cell in found if cell.form != "other"],
    )


def numbers(*values: int) -> Row:
    return tuple(Cell(str(value), key=("own", "own")) for value in values)


@pytest.mark.parametrize("layout", DOWN)
def test_rows_behind_section_three(layout: str) -> None:
    table = section_three(Random(1), "2021", False, False)
    own = (Cell("五、当面申请数量", 3), *numbers(11, 0, 0, 0, 0, 2, 13))
    found, form = others([*table.rows, own], "三、收到和处理政府信息公开申请情况", "四、其他情况", layout)
    assert [value for (row, _), value in found.items() if row == "五、当面申请数量"] == [
        "11",
        "0",
        "0",
        "0",
        "0",
        "2",
        "13",
    ]
    assert len(form) == 25 * 7
    assert form == [cell.text for row in table.rows for cell in row if cell.key]


@pytest.mark.parametrize("layout", DOWN)
def test_a_block_behind_section_two(layout: str) -> None:
    table = section_two(Random(1), "2021")
    block = [
        (Cell("第二十条第（十）项", 2),),
        (Cell("信息内容"), Cell("本年办理数量")),
        (Cell("行政裁决"), *numbers(5)),
        (Cell("行政确认"), *numbers(77)),
    ]
    found, form = others([*table.rows, *block], "二、主动公开政府信息情况", "三、其他情况\n3", layout)
    name = "第二十条第(十)项 / "
    assert found == {(name + "行政裁决", "本年办理数量"): "5", (name + "行政确认", "本年办理数量"): "77"}
    assert form == [cell.text for row in table.rows for cell in row if cell.key]


@pytest.mark.parametrize("layout", DOWN)
def test_rows_behind_the_table_of_2014(layout: str) -> None:
    table = table_2014(Random(1), False)
    heading = (Cell("十、其他工作情况"), Cell("——"), Cell(""))
    own = (Cell("（一）公开栏更新次数"), Cell("次"), *numbers(55))
    found, _ = others([*table.rows, heading, own], "附件：政府信息公开情况统计表", "单位负责人：某某", layout)
    assert found == {("十、其他工作情况 / (一)公开栏更新次数", ""): "55"}


@pytest.mark.parametrize("behind", ["三、其他情况\n3", "以上数据均不含涉密的政府信息\n12", "12\n三、其他情况"])
def test_what_follows_is_no_row(behind: str) -> None:
    found, _ = others(list(section_two(Random(1), "2021").rows), "二、主动公开政府信息情况", behind, "lines")
    assert found == {}
