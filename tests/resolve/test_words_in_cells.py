"""Words in the cells of a grid: whatever stands in a cell, the numbers beside it keep their columns."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of

COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
GRANTED = "（一）予以公开"
ROWS = (
    "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", GRANTED,
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "1.属于国家秘密", "2.其他法律行政法规禁止公开",
    "（七）总计", "四、结转下年度继续办理",
)  # fmt: skip


def granted(cells: list[str], layout: str) -> list[str | None]:
    lines = [[label, *(cells if label == GRANTED else ["0"] * 7)] for label in ROWS]
    text = "东湾区教育局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n{}\n五、存在的问题\n还有不足。\n"
    if layout == "bars":
        table = "\n".join(" | ".join(line) for line in [["申请人情况", *COLUMNS], *lines])
        document = document_of(text.format(table).encode(), "a.txt", "a.txt")
    else:
        top = "<tr><td rowspan=2>申请人情况</td><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>"
        rows = [top, "<tr>" + "".join(f"<td>{name}</td>" for name in COLUMNS[1:6]) + "</tr>"]
        rows += ["<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines]
        page = "".join(f"<p>{line}</p>" for line in text.split("\n")).replace(
            "<p>{}</p>", f"<table>{''.join(rows)}</table>"
        )
        document = document_of(f"<html><body>{page}</body></html>".encode(), "a.html", "a.html")
    found = facts_of(document).tables or ()
    return [cell.value or cell.state for cell in found if cell.row.endswith(GRANTED)]


@pytest.mark.parametrize("layout", ["html", "bars"])
@pytest.mark.parametrize(
    "word", ["三", "？", "3/5", "3+2", "十二", "见附件", "≥3", "3%", "待核", "暂未统计", "详见正文第三部分", "按件数计"]
)
@pytest.mark.parametrize("at", [0, 2, 6])
def test_a_word_moves_no_number(word: str, at: int, layout: str) -> None:
    cells = ["5", "0", "3", "0", "1", "0", "9"]
    cells[at] = word
    assert granted(cells, layout) == [("text" if place == at else cell) for place, cell in enumerate(cells)]


@pytest.mark.parametrize("layout", ["html", "bars"])
def test_cells_with_the_same_words_are_two(layout: str) -> None:
    notes = ["2（其中网络2件）", "2（其中网络2件）", "0件", "0件", "1（其中网络1件）", "0", "5（其中网络5件）"]
    assert granted(notes, layout) == ["2", "2", "0", "0", "1", "0", "5"]


@pytest.mark.parametrize("layout", ["html", "bars"])
@pytest.mark.parametrize(
    ("word", "told"),
    [("三", "text"), ("？", "text"), ("3/5", "text"), ("≥3", "text"), ("见附件", "text"), ("约30", "30"),
     ("12件（含转办3件）", "12"), ("12.5（含代收）", "12.5"), ("", "blank")],
)  # fmt: skip
def test_what_stands_in_the_one_cell_of_a_row(word: str, told: str, layout: str) -> None:
    """Also in the last row of a table, behind which nothing tells where its cell ends; a word is no blank."""
    rows = [
        ["第二十条第（五）项"], ["信息内容", "本年处理决定数量"], ["行政许可", word], ["第二十条第（八）项"],
        ["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", word],
    ]  # fmt: skip
    if layout == "html":
        table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        page, name = (
            f"<html><body><p>某市2023年政府信息公开工作年度报告</p><table>{table}</table></body></html>",
            "a.html",
        )
    else:
        lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        page, name = f"某市2023年政府信息公开工作年度报告\n{lines}\n", "a.txt"
    found = facts_of(document_of(page.encode(), name, name)).tables or ()
    assert [cell.value or cell.state for cell in found] == [told, told]
