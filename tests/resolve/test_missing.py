"""Rows that a table lacks: told where its grid is whole, and of nothing else."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry
from gigraph.registry.forms import load_forms

ROWS = [item for item in load_forms(load_registry().folder)["2021"].parts["requests"] if item.kind == "row"]
HEAD = "某市财政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
COLUMNS = "| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |"


def open_cells(without: set[str], glued: bool = False) -> set[tuple[str, str]]:
    """The rows that are told to be missing, of a table of zeros without some rows."""
    lines = [f"| （本列数据的勾稽关系） {COLUMNS}", "|" + "---|" * 8]
    for item in ROWS:
        if item.key not in without:
            name = item.name.replace(" > ", " ") if glued else f"{item.number}{item.label}"
            lines.append(f"{name} 0000000" if glued else f"| {name} | 0 | 0 | 0 | 0 | 0 | 0 | 0 |")
    facts = facts_of(document_of((HEAD + "\n".join(lines) + "\n").encode(), "a.md", "a.md"))
    return {(cell.key, cell.state) for cell in facts.tables or () if cell.state == "missing"}


def test_a_whole_table_lacks_nothing() -> None:
    assert open_cells(set()) == set()


@pytest.mark.parametrize("key", [ROWS[0].key, ROWS[5].key, ROWS[-1].key])
def test_a_row_that_is_left_out_is_missing(key: str) -> None:
    assert open_cells({key}) == {(key, "missing")}


def test_a_part_of_a_table_says_nothing_of_the_rest() -> None:
    assert open_cells({item.key for item in ROWS[8:]}) == set()


def test_where_the_borders_are_not_known_nothing_is_told() -> None:
    assert open_cells({ROWS[5].key}, glued=True) == set()
