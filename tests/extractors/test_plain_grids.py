"""Local tables of figures without bars: cells parted by spaces, or one in a line behind serial numbers; shares, sums."""

import pytest

from gigraph.documents import document_of
from gigraph.extractors.forms.plain_grids import with_grid_bars
from gigraph.pipeline import facts_of
from gigraph.pipeline.contract import to_json
from gigraph.registry import load_registry

REGISTRY = load_registry()
SORTS = (("序号", "类别", "数量（条）"), (("1", "机构职能", "12"), ("2", "政策法规", "34"), ("3", "工作动态", "256")))
SHARES = (("类别", "数量", "占比"), (("机构职能", "12", "3.9%"), ("政策法规", "34", "11%"), ("合计", "46", "100%")))
PLACES = (
    ("单位名称", "公开（条）", "申请（件）"),
    (("城关镇", "12", "0"), ("教育局", "1,034", "2"), ("合计", "1,046", "2")),
)
YEARS = (("项目", "2012年", "2013年"), (("主动公开", "120", "156"), ("受理申请", "3", "5"), ("答复", "3", "5")))
Grid = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


def told(body: str) -> tuple[list[tuple[str, str, str]], list[str]]:
    report = f"某市水利局2016年政府信息公开工作年度报告\n\n公开情况如下表。\n{body}\n三、存在的问题\n还有不足。\n"
    facts = to_json(facts_of(document_of(report.encode(), "x.txt"), REGISTRY))
    cells = [(cell["row"], cell["column"], cell["value"]) for cell in facts["tables"]]
    return cells, [figure["value"] + figure["unit"] for figure in facts["statistics"]]


def expected(grid: Grid) -> list[tuple[str, str, str]]:
    head, rows = grid
    first = head[0] == "序号"
    columns = [column.replace("（", "(").replace("）", ")") for column in head]
    return [
        (row[first], columns[at], row[at].replace(",", "").removesuffix("%"))
        for row in rows
        for at in range(first + 1, len(head))
    ]


@pytest.mark.parametrize("gap", [" ", "    ", " | ", "\t"])
@pytest.mark.parametrize("grid", [SORTS, SHARES, PLACES, YEARS])
def test_a_row_a_line(grid: Grid, gap: str) -> None:
    head, rows = grid
    cells, figures = told("\n".join(gap.join(row) for row in (head, *rows)))
    assert (cells, figures) == (expected(grid), [])


def test_a_cell_a_line_behind_serial_numbers() -> None:
    head, rows = SORTS
    rows = (*rows, ("4", "财政信息", "8"))
    assert told("\n".join(cell for row in (head, *rows) for cell in row))[0] == expected((head, rows))


def test_the_sum_stands_in_the_column_of_serial_numbers() -> None:
    head, rows = SORTS
    cells, _ = told("\n".join(" | ".join(row) for row in (head, *rows, ("合计", "", "302"))))
    assert cells[-1] == ("合计", "数量(条)", "302")


def test_the_unit_of_a_row_stands_in_its_label() -> None:
    body = "项目 数量\n主动公开（条） 12\n受理申请（件） 3\n行政复议（件） 0"
    report = f"某市水利局2016年政府信息公开工作年度报告\n\n{body}\n三、存在的问题\n"
    facts = to_json(facts_of(document_of(report.encode(), "x.txt"), REGISTRY))
    assert [cell["unit"] for cell in facts["tables"]] == ["条", "件", "件"]


@pytest.mark.parametrize(
    "text",
    [
        "一、概述 数量\n机构 12\n公开信息12条 数量\n还有不足 3",
        "类别 数量\n机构职能 12\n政策法规 34",  # two rows may be anything
        "工作机构 联系人 电话\n办公室 张三 12345\n人事科 李四 23456\n财务科 王五 34567",
        "类别 数量\n机构职能 12\n政策法规 无\n工作动态 3",
        "序号\n类别\n数量\n1\n机构职能\n12\n2\n政策法规\n34",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert with_grid_bars(text) == text


INDICATORS = (
    ("主动公开信息数", "条", "120", "980"),
    ("其中：1.政府网站", "条", "100", "800"),
    ("受理申请总数", "件", "12", "56"),
)


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n", " | "])
@pytest.mark.parametrize("head", ["指标 单位 本年 累计", "指标名称 计量单位 2009年度 历年累计", "项目 单位 全年 累计"])
def test_two_columns_whose_labels_could_be_one(head: str, gap: str) -> None:
    lines = [gap.join(head.split()), *(gap.join(row) for row in INDICATORS)]
    cells, figures = told(("\n" if gap != "\n\n" else gap).join(lines))
    assert ([value for *_, value in cells], figures) == (["120", "980", "100", "800", "12", "56"], [])


@pytest.mark.parametrize("gap", [" ", "\n", " | ", ""])
def test_a_code_between_label_and_unit_is_no_figure(gap: str) -> None:
    rows = [(label, str(at), unit, value) for at, (label, unit, value, _) in enumerate(INDICATORS, 1)]
    lines = [gap.join(("指标名称", "代码", "计量单位", "统计数")), *(gap.join(row) for row in rows)]
    cells, figures = told("\n".join(lines))
    assert [value for *_, value in cells] == ["120", "100", "12"]
    assert figures == []


LIST = (
    ("主动公开信息数", "条", "120"), ("其中：1.政府网站", "条", "100"), ("2.政府公报", "条", "20"),
    ("受理申请总数", "件", "12"), ("其中：（1）当面申请数", "件", "3"), ("（2）传真申请数", "件", "0"),
    ("（3）电子邮件申请数", "件", "4"), ("（4）网上申请数", "件", "5"), ("行政复议数", "件", "0"), ("接受咨询", "人次", "1326"),
)  # fmt: skip
GAPS = [" ", "\n", " | ", "\t"]


def values(rows: list[str]) -> list[str]:
    return [value for *_, value in told("\n".join(rows))[0]]


@pytest.mark.parametrize("gap", GAPS)
def test_serial_numbers_before_the_labels_of_a_local_table(gap: str) -> None:
    rows = [gap.join((str(at), *row)) for at, row in enumerate(LIST, 1)]
    cells, figures = told("\n".join([gap.join(("序号", "指标名称", "计量单位", "2009年度")), *rows]))
    assert [value for *_, value in cells] == [value for *_, value in LIST]
    assert (cells[0][0], figures) == ("主动公开信息数", [])


@pytest.mark.parametrize("gap", [" ", " | ", "\t"])
@pytest.mark.parametrize("foot", ["7", "- 7 -", "第7页"])
def test_a_pages_number_between_the_rows_of_a_local_table(gap: str, foot: str) -> None:
    rows = [gap.join(row) for row in LIST]
    head = gap.join(("指标名称", "计量单位", "2009年度"))
    assert values([head, *rows[:6], foot, *rows[6:]]) == [value for *_, value in LIST]


@pytest.mark.parametrize("gap", [" ", " | ", "\t"])
def test_rows_with_units_and_no_head(gap: str) -> None:
    rows = [gap.join(row) for row in LIST]
    assert values(rows) == [value for *_, value in LIST]
    assert values(rows[:3]) == []  # three lines may be anything
