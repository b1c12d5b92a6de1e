"""Section four under heads in another order, with labels and words in its row."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of

OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
NUMBERS = ("1", "2", "0", "3", "6", "0", "1", "0", "0", "1", "2", "0", "0", "5", "7")
ROUTES = ("行政复议", "未经复议直接起诉", "复议后起诉")


def read(rows: list[list[str]], order: tuple[int, ...], routes: tuple[int, ...], layout: str) -> list[str | None]:
    """The cells of a table with the outcomes in an order, and the routes (litigation has two of them)."""
    outcomes = [OUTCOMES[at] for at in order]
    top = ["行政复议", "行政诉讼"] if routes[0] == 0 else ["行政诉讼", "行政复议"]
    below = [name for at in routes for name in (outcomes if at == 0 else [ROUTES[at]])]
    if layout == "html":
        spans = [f"<td colspan={10 if name == '行政诉讼' else 5}>{name}</td>" for name in top]
        middle = [f"<td rowspan=2>{name}</td>" if name in OUTCOMES else f"<td colspan=5>{name}</td>" for name in below]
        lines = [spans, middle, [f"<td>{name}</td>" for name in outcomes * 2]]
        lines += [[f"<td>{cell}</td>" for cell in row] for row in rows]
        table = "<table>" + "".join(f"<tr>{''.join(line)}</tr>" for line in lines) + "</table>"
    else:
        gap = {"spaces": " ", "lines": "\n", "bars": " | "}[layout]
        table = "\n".join(gap.join(line) for line in [top, below, outcomes * 2, *rows])
    text = f"白桥镇人民政府2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n{table}\n五、存在的问题\n"
    if layout == "html":
        text = "<html><body>" + "".join(f"<p>{line}</p>" for line in text.split("\n")) + "</body></html>"
    name = "a.html" if layout == "html" else "a.txt"
    found = facts_of(document_of(text.encode(), name, name)).tables or ()
    return [cell.value or cell.state for cell in found if cell.part == "review"]


LAYOUTS = ["html", "bars", "spaces", "lines"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (1, 0, 2, 3, 4), (4, 0, 1, 2, 3), (3, 2, 1, 0, 4)])
@pytest.mark.parametrize("routes", [(0, 1, 2), (1, 2, 0)])
def test_each_number_is_that_of_the_label_over_it(order: tuple[int, ...], routes: tuple[int, ...], layout: str) -> None:
    printed = [NUMBERS[5 * route + at] for route in routes for at in order]
    assert read([printed], order, routes, layout) == list(NUMBERS)


@pytest.mark.parametrize("layout", LAYOUTS[:2])
@pytest.mark.parametrize("word", ["见附件", "？", "三", "3/5", "3（其中网络2件）"])
def test_a_word_in_a_cell_loses_no_number(word: str, layout: str) -> None:
    for at in (0, 3, 14):
        row = [word if place == at else number for place, number in enumerate(NUMBERS)]
        told = "3" if word[0] == "3" and "（" in word else "text"
        expected = [told if place == at else number for place, number in enumerate(NUMBERS)]
        assert read([row], (0, 1, 2, 3, 4), (0, 1, 2), layout) == expected


@pytest.mark.parametrize("layout", LAYOUTS[:2])
def test_a_label_before_the_row_is_no_cell(layout: str) -> None:
    for label in ("件数", "本年数量"):
        assert read([[label, *NUMBERS]], (0, 1, 2, 3, 4), (0, 1, 2), layout) == list(NUMBERS)


def test_fifteen_digits_in_one_run_are_fifteen_cells() -> None:
    """No count has so many digits: each is a cell, though none of them is a nought before a number."""
    assert read([["".join(NUMBERS)]], (0, 1, 2, 3, 4), (0, 1, 2), "spaces") == list(NUMBERS)
