"""Section three whose head sets the applicants otherwise than the form, or tells its lines in another order."""

import pytest
from forms_tables import GROUPS

from gigraph.documents import text_document
from gigraph.models import Source
from gigraph.pipeline import facts_of

COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
KINDS = " ".join(COLUMNS[1:6])
NEW, OLD, BACK = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"
GRANTED, PARTLY = "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
SECRET, BANNED = GROUPS[2][1][:2]
# Rows of 自然人, the five kinds of organisations and 总计: the others are noughts.
FILLED = {NEW: (12, 3, 0, 1, 0, 0, 16), GRANTED: (7, 2, 0, 0, 0, 0, 9), PARTLY: (4, 0, 0, 1, 0, 0, 5), SECRET: (1, 1, 0, 0, 0, 0, 2)}  # fmt: skip
LABELS = (NEW, OLD, GRANTED, PARTLY, SECRET, BANNED, "3.危及“三安全一稳定”", "（七）总计", BACK)
AMOUNTS = {label: FILLED.get(label, FILLED[NEW] if label == "（七）总计" else (0,) * 7) for label in LABELS}


def read(text: str) -> dict[tuple[str, str], tuple[int | None, str]]:
    """By the last parts of row and column the number and state of each cell."""
    page = f"云岭县水务局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n{text}\n五、存在的问题\n还有不足。\n"
    found = facts_of(text_document(page, Source("a"))).tables or ()
    return {
        (cell.row.split(" / ")[-1].split("(")[0], cell.column.split(" / ")[-1]): (
            int(cell.value) if cell.value else None,
            cell.state,
        )
        for cell in found
    }


def body(order: tuple[int, ...], gap: str = " ", without: frozenset[str] = frozenset()) -> str:
    """The rows; of those `without` the noughts are left out."""
    lines = []
    for label, amounts in AMOUNTS.items():
        cells = [str(amounts[at]) for at in order if not (label in without and amounts[at] == 0)]
        lines.append(gap.join([label, *cells]) if gap else label + "".join(cells))
    lines.insert(4, "（三）不予公开")
    return ("\n" if gap else "").join(lines)


def wrong(found: dict[tuple[str, str], tuple[int | None, str]], states: tuple[str, ...]) -> list[tuple[str, str]]:
    """The cells in these states whose number is not that of the table."""
    truth = {(row.split("（区")[0].split(" / ")[-1], name): AMOUNTS[row][at] for row in AMOUNTS for at, name in enumerate(COLUMNS)}  # fmt: skip
    plain = {(row.translate(str.maketrans("（）", "()")), name): value for (row, name), value in truth.items()}
    plain |= truth
    return [key for key, (value, state) in found.items() if state in states and value != plain[key]]


@pytest.mark.parametrize(
    "head",
    [
        f"申请人情况\n法人或其他组织\n自然人 总计\n{KINDS}\n",
        f"申请人情况\n法人或其他组织\n{KINDS}\n自然人 总计\n",
        f"申请人情况\n法人或其他组织 总计\n自然人\n{KINDS}\n",
        f"申请人情况\n总计\n自然人 法人或其他组织\n{KINDS}\n",
        f"申请人情况法人或其他组织自然人总计{KINDS}\n".replace(" ", ""),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n", ""])
def test_a_head_whose_spanning_cells_stand_in_lines_of_their_own_moves_nothing(head: str, gap: str) -> None:
    """A page that is set in type has 自然人 in the middle of two lines, so below 法人或其他组织: that is no order."""
    found = read(head + body(tuple(range(7)), gap))
    assert len(found) == 7 * len(AMOUNTS)
    assert wrong(found, ("certain", "inferred")) == []
    assert found[NEW, "总计"] == (16, "inferred")


ORDERS = [(6, 0, 1, 2, 3, 4, 5), (0, 3, 1, 2, 5, 4, 6), (1, 2, 3, 4, 5, 0, 6), (6, 5, 4, 3, 2, 1, 0)]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("gap", [" ", ""])
def test_rows_that_lost_cells_keep_the_columns_of_the_head(order: tuple[int, ...], gap: str) -> None:
    """Nothing is read by another order than the table's, and no row is left out for it."""
    head = "申请人情况\n" + " ".join(COLUMNS[at] for at in order) + "\n"
    for without in ((), (GRANTED, SECRET), tuple(AMOUNTS)):
        found = read(head + body(order, gap, frozenset(without)))
        assert len(found) == 7 * len(AMOUNTS)
        assert wrong(found, ("certain", "inferred")) == []
        if not without:
            assert found[GRANTED, "自然人"][0] == 7


def test_without_a_total_no_number_is_taken_for_one() -> None:
    found = read(f"申请人情况\n自然人 {KINDS}\n" + body(tuple(range(6)), " ", frozenset({PARTLY})))
    assert {column for _, column in found} == set(COLUMNS[:6])
    assert found["（二）部分公开", "自然人"] == (None, "ambiguous")
    assert wrong(found, ("certain", "inferred")) == []


def test_a_table_that_leaves_out_its_noughts_is_told() -> None:
    """Rows of one or two numbers are a table too: none has as many as it has columns."""
    found = read(f"申请人情况\n自然人 法人或其他组织 总计\n{KINDS}\n" + body(tuple(range(7)), " ", frozenset(AMOUNTS)))
    assert len(found) == 7 * len(AMOUNTS)
    assert {state for _, state in found.values()} == {"ambiguous", "blank", "inferred"}
    assert found[GRANTED, "总计"] == (9, "inferred")
    assert wrong(found, ("certain", "inferred")) == []
