"""Cells and labels as typists and converters leave them: other signs for nought and nothing, signs in words, spaces."""

import re

import pytest
from forms_tables import GROUPS

from gigraph.documents import document_of, text_document
from gigraph.extractors import forms, statistics
from gigraph.extractors.settle import settle
from gigraph.models import Source
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry
from gigraph.registry.forms import load_forms
from gigraph.resolve.tables import resolve
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
HEAD = "第三项加第四项之和\n申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
NEW, OLD = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
GRANTED, PARTLY = "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
REST = ("（三）不予公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "（七）总计")
BACK = "四、结转下年度继续办理"
AMOUNTS = {NEW: "4 0 0 0 0 0 4", OLD: "0 0 0 0 0 0 0", GRANTED: "3 0 0 0 0 0 3", PARTLY: "1 0 0 0 0 0 1",
           "1.属于国家秘密": "0 0 0 0 0 0 0", "2.其他法律行政法规禁止公开": "0 0 0 0 0 0 0",
           "（七）总计": "4 0 0 0 0 0 4", BACK: "0 0 0 0 0 0 0"}  # fmt: skip
LINE = {"spaces": " ", "lines": "\n", "bars": " | "}


def read(text: str) -> dict[str, str]:
    document = text_document(text, Source("a"))
    reading = make_reading(document)
    mentions = settle([*statistics.extract(reading, REGISTRY), *forms.extract(reading, REGISTRY)])
    found: dict[str, str] = {}
    for cell in resolve(document, mentions, REGISTRY):
        label = cell.row.split(" / ")[-1]
        found[label] = f"{found.get(label, '')} {cell.value or cell.state}".strip()
    return found


def requests(gap: str, nought: str = "0", label: str = "{}") -> dict[str, str]:
    rows = [
        gap.join([label.format(name), *amounts.replace("0", nought).split(" ")]) for name, amounts in AMOUNTS.items()
    ]
    rows.insert(4, "（三）不予公开")
    return read(HEAD + "\n".join(rows) + "\n五、存在的问题\n还有不足。\n")


@pytest.mark.parametrize("layout", LINE)
@pytest.mark.parametrize("nought", ["〇", "零", "O", "０"])
def test_signs_for_nought(layout: str, nought: str) -> None:
    assert requests(LINE[layout], nought) == requests(LINE[layout])


@pytest.mark.parametrize("layout", LINE)
@pytest.mark.parametrize("nothing", ["无", "没有", "暂无", "N/A", "*", "——", "＼"])
def test_words_and_signs_for_nothing_leave_the_numbers_in_their_columns(layout: str, nothing: str) -> None:
    found = requests(LINE[layout], nothing)
    assert {re.sub(r"text|dash|slash|inapplicable", "-", row) for row in found.values()} == {
        "4 - - - - - 4", "- - - - - - -", "3 - - - - - 3", "1 - - - - - 1",
    }  # fmt: skip


def test_a_word_in_a_cell_begins_no_row() -> None:
    text = "第二十条第（五）项 |\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政许可 | 12 | {} | 9 |\n第二十条第（六）项 |\n"
    for word in ("见附件", "待核", "？"):
        assert read(text.format(word))["行政许可"] == "12 text 9"


@pytest.mark.parametrize(("change", "expected"), [("减16", "-16"), ("↓16", "-16"), ("—16", "-16"), ("增16", "16")])
def test_changes_in_words_and_dashes(change: str, expected: str) -> None:
    for gap in ("\n", " | "):
        cells = gap.join(["行政许可", "29", change, "8"])
        text = f"第二十条第（五）项\n信息内容{gap}上一年项目数量{gap}本年增/减{gap}处理决定数量\n{cells}\n第二十条第（六）项\n"
        assert read(text)["行政许可"] == f"29 {expected} 8"


@pytest.mark.parametrize("numbered", ["（{}）", "{}、", "{} ", "{}．", "（\n{}\n）"])
@pytest.mark.parametrize("gap", [" | ", "\n", ""])
def test_numbering_of_another_style_is_no_cells(numbered: str, gap: str) -> None:
    rows, expected = [gap.join(["统计指标", "单位", "统计数"])], []
    for at, item in enumerate(load_forms(REGISTRY.folder)["2014-statistics"].items):
        label = item.name.split(" / ")[-1]
        if number := re.match(r"(\d)\.(?=[\u4e00-\u9fff])", label):
            label = numbered.format(number[1]) + label[2:]
        unit = {"万元": "万 元", "人次": "人 次"}.get(item.unit, item.unit) if gap else item.unit
        rows.append(gap.join([label, unit, str(at)] if item.unit else [label, "——", ""]))
        expected += [str(at)] if item.unit else []
    found = read("政府信息公开情况统计表\n" + ("\n" if gap else "").join(rows) + "\n")
    assert sorted(" ".join(found.values()).split(), key=int) == expected


@pytest.mark.parametrize("layout", LINE)
@pytest.mark.parametrize(
    "foot", ["", "- 3 -", "·3·", "3 / 9", "第3页 共9页", "3", "某县水利局政府信息公开工作年度报告"]
)
def test_a_head_that_the_next_page_prints_anew_is_no_part_of_a_row(layout: str, foot: str) -> None:
    gap = LINE[layout]
    lines = [gap.join([name, *amounts.split(" ")]) for name, amounts in AMOUNTS.items()]
    lines.insert(4, "（三）不予公开")
    head = gap.join(["申请人情况", *HEAD.split("\n")[2].split(" ")])
    whole = read(HEAD + "\n".join(lines) + "\n五、存在的问题\n")
    for at in (2, 4, 7):
        pages = "\n".join([*lines[:at], *([foot] if foot else []), head, *lines[at:]])
        assert read(HEAD + pages + "\n五、存在的问题\n") == whole


def test_a_table_of_2014_that_was_cut_in_two_is_one_form() -> None:
    items = [item for item in load_forms(REGISTRY.folder)["2014-statistics"].items if item.unit]
    rows = [f"<tr><td>{item.name.split(' / ')[-1]}</td><td>{item.unit}</td><td>7</td></tr>" for item in items]
    head = "<tr><td>统计指标</td><td>单位</td><td>统计数</td></tr>"
    tables = "".join(f"<table>{head}{''.join(part)}</table>" for part in (rows[:6], rows[6:]))
    page = f"<html><body><p>某县水利局2016年政府信息公开工作年度报告</p><p>政府信息公开情况统计表</p>{tables}</body></html>"
    cells = facts_of(document_of(page.encode(), "x.html"), REGISTRY).tables
    assert {(cell.form, cell.row, cell.column) for cell in cells} == {
        ("2014-statistics", item.name, "") for item in items
    }


def test_a_row_of_its_own_keeps_its_number_where_lines_end_without_a_bar() -> None:
    lines = [f"{name} | {amounts.replace(' ', ' | ')}" for name, amounts in AMOUNTS.items()]
    lines.insert(4, "（三）不予公开")
    lines.insert(7, "9.其他情形 | 0 | 0 | 0 | 0 | 0 | 0 | 0")
    found = read(HEAD + "\n".join(lines) + "\n五、存在的问题\n")
    assert found["9.其他情形"] == found["2.其他法律行政法规禁止公开"] == "0 0 0 0 0 0 0"


COLUMNS = HEAD.split("\n")[2].split(" ")


@pytest.mark.parametrize("layout", LINE)
@pytest.mark.parametrize(
    "order", [(6, 0, 1, 2, 3, 4, 5), (0, 2, 1, 3, 4, 5, 6), (0, 1, 5, 4, 3, 2, 6), (0, 1, 2, 3, 4, 5)]
)
def test_columns_in_another_order_or_without_the_total(layout: str, order: tuple[int, ...]) -> None:
    gap = LINE[layout]
    amounts = AMOUNTS | {
        NEW: "1 2 0 1 0 0 4",
        "（七）总计": "1 2 0 1 0 0 4",
        GRANTED: "1 1 0 1 0 0 3",
        PARTLY: "0 1 0 0 0 0 1",
    }

    def line(label: str, cells: list[str], columns: tuple[int, ...]) -> str:
        return gap.join([label, *(cells[at] for at in columns)])

    def table(columns: tuple[int, ...]) -> dict[str, str]:
        rows = [line(label, cells.split(" "), columns) for label, cells in amounts.items()]
        head = line("第三项加第四项之和\n申请人情况", COLUMNS, columns)
        return read("\n".join([head, *rows[:4], "（三）不予公开", *rows[4:]]) + "\n五、存在的问题\n")

    whole = table(tuple(range(7)))
    assert table(order) == (whole if len(order) == 7 else {row: values[:-2] for row, values in whole.items()})


@pytest.mark.parametrize("layout", ["spaces", "lines"])
def test_serial_numbers_before_the_rows_are_no_cells(layout: str) -> None:
    gap = LINE[layout]
    items = [item for item in load_forms(REGISTRY.folder)["2014-statistics"].items if item.unit]
    rows = [gap.join([str(at), item.name.split(" / ")[-1], item.unit, "5"]) for at, item in enumerate(items, 1)]
    found = read(
        "政府信息公开情况统计表\n" + gap.join(["序号", "统计指标", "单位", "统计数"]) + "\n" + "\n".join(rows) + "\n"
    )
    assert " ".join(found.values()).split() == ["5"] * len(items)


def statistics_lines() -> list[str]:
    items = [(item.name.split(" / ")[-1], item.unit) for item in load_forms(REGISTRY.folder)["2014-statistics"].items]
    return [f"{label} {unit} {at + 11}" if unit else label for at, (label, unit) in enumerate(items)]


@pytest.mark.parametrize("foot", ["7", "·7·", "— 7 —", "7/12"])
def test_a_pages_number_between_rows_of_one_figure_is_no_cell(foot: str) -> None:
    lines = statistics_lines()
    whole = read("统计指标 单位 统计数\n" + "\n".join(lines) + "\n")
    for at in (3, 12, 18):
        pages = "\n".join(["统计指标 单位 统计数", *lines[:at], foot, "统计指标 单位 统计数", *lines[at:]])
        assert read(pages + "\n") == whole


def test_a_number_in_a_line_of_its_own_is_the_rows_where_all_are() -> None:
    lines = [line.replace(" ", "\n") for line in statistics_lines()]
    assert "12" in " ".join(read("统计指标\n单位\n统计数\n" + "\n".join(lines) + "\n").values())


def test_figures_behind_colons_with_their_units() -> None:
    lines = [re.sub(r" (\S+) (\d+)$", r"：\2\1", line) for line in statistics_lines()]
    assert read("政府信息公开情况统计表\n" + "\n".join(lines) + "\n") == read(
        "统计指标 单位 统计数\n" + "\n".join(statistics_lines()) + "\n"
    )


ROWS_OF_LINES = [*AMOUNTS, *(f"{at}.其他情形之{at}" for at in range(9, 22))]


@pytest.mark.parametrize("empty", [(0, 2), (6,), (0,), (1, 2, 3, 4, 5)])
def test_an_empty_line_is_an_empty_cell_where_each_cell_has_a_line(empty: tuple[int, ...]) -> None:
    cells = "\n".join("" if at in empty else "5" for at in range(7))
    (refused, reasons), (unable, causes), (dropped, grounds) = GROUPS[2:5]
    labels = [f"{refused}\n{reasons[0]}", *reasons[1:], unable, *causes, f"{dropped}\n{grounds[0]}", grounds[1]]
    rows = [f"{label}\n{cells}" for label in (NEW, OLD, GRANTED, PARTLY, *labels, "（七）总计", BACK)]
    found = read("申请人情况\n" + "\n".join(COLUMNS) + "\n" + "\n".join(rows) + "\n五、存在的问题\n还有不足。\n")
    expected = " ".join("blank" if at in empty else "5" for at in range(7))
    assert found[NEW] == found["7.属于行政执法案卷"] == found[BACK] == expected


def test_a_row_of_section_three_alone_in_a_table() -> None:
    head = "<tr><td rowspan='2'>申请人情况</td><td rowspan='2'>自然人</td><td colspan='5'>法人或其他组织</td><td rowspan='2'>总计</td></tr>"
    head += "<tr>" + "".join(f"<td>{name}</td>" for name in COLUMNS[1:6]) + "</tr>"
    rows = [
        f"<tr><td>{label}</td>" + "".join(f"<td>{cell}</td>" for cell in cells.split()) + "</tr>"
        for label, cells in AMOUNTS.items()
    ]
    for again in ("", head):
        tables = f"<table>{head}{''.join(rows[:-1])}</table><p></p><table>{again}{rows[-1]}</table>"
        page = f"<html><body><p>某县水利局2021年政府信息公开工作年度报告</p>{tables}</body></html>"
        cells = facts_of(document_of(page.encode(), "x.html"), REGISTRY).tables
        assert [cell.value for cell in cells if cell.row == BACK] == ["0"] * 7


def torn(label: str, cells: str, width: int) -> str:
    """A label in pieces of a width, the row's cells in a line of their own before the last piece."""
    pieces = [label[at : at + width] for at in range(0, len(label), width)]
    if len(pieces) == 1:
        return f"{label} {cells}"
    return "\n".join([*pieces[:-1], cells, pieces[-1]])


@pytest.mark.parametrize("width", [6, 8, 11])
def test_cells_among_the_pieces_of_their_labels(width: int) -> None:
    head = "政府信息公开情况统计表\n统计指标 单位 统计数\n"
    lines = [line.rsplit(" ", 2) if line[-1].isdigit() else [line] for line in statistics_lines()]
    rows = [torn(line[0], " ".join(line[1:]), width) if len(line) == 3 else line[0] for line in lines]
    assert read(head + "\n".join(rows) + "\n") == read(head + "\n".join(statistics_lines()) + "\n")


@pytest.mark.parametrize("width", [6, 10])
def test_cells_of_section_three_among_the_pieces_of_their_labels(width: int) -> None:
    items = [item for item in load_forms(REGISTRY.folder)["2021"].parts["requests"] if item.kind != "column"]
    cells = "{0} 0 0 0 0 0 {0}"
    rows, whole = [], []
    for at, item in enumerate(items):
        label = item.number + item.label
        rows.append(torn(label, cells.format(at), width) if item.kind == "row" else label)
        whole.append(f"{label} {cells.format(at)}" if item.kind == "row" else label)
    tail = "\n四、政府信息公开行政复议、行政诉讼情况\n没有发生。\n"
    assert read(HEAD + "\n".join(rows) + tail) == read(HEAD + "\n".join(whole) + tail)
