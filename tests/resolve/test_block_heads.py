"""Section two whose blocks have other heads than one form's: columns of the other form, left out, own, in another order."""

import pytest

from gigraph.documents import document_of
from gigraph.mapping import map_report
from gigraph.models import CellEntry, ReportFacts
from gigraph.pipeline import facts_of

MADE, REPEALED, IN_FORCE = "本年制发件数", "本年废止件数", "现行有效件数"
RULES, DOCUMENTS = "第二十条第（一）项 / 规章", "第二十条第（一）项 / 行政规范性文件"
LICENCES = (
    "第二十条第（五）项",
    ("上一年项目数量", "本年增/减", "处理决定数量"),
    {"行政许可": "10 -2 33", "其他对外管理服务事项": "4 0 9"},
)


def block(columns: tuple[str, ...], cells: dict[str, str], article: str = "第二十条第（一）项") -> list[list[str]]:
    return [[article], ["信息内容", *columns], *([label, *row.split()] for label, row in cells.items())]


def cells(layout: str, *blocks: list[list[str]]) -> tuple[CellEntry, ...]:
    return read(layout, *blocks).tables or ()


def read(layout: str, *blocks: list[list[str]]) -> ReportFacts:
    lines = [line for one in blocks for line in one]
    if layout == "html":
        rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines)
        table = f"<table>{rows}</table>"
    else:
        gap = {"spaces": " ", "lines": "\n", "bars": " | "}[layout]
        table = "\n".join(gap.join(line) for line in lines)
    text = (
        "松原州教育局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
        + table
        + "\n五、存在的问题\n还有不足。\n"
    )
    page = "".join(f"<p>{line}</p>" for line in text.split("\n") if "<" not in line) if layout == "html" else text
    page = f"<html><body>{page.replace('<p>五', table + '<p>五')}</body></html>" if layout == "html" else text
    name = "a.html" if layout == "html" else "a.txt"
    return facts_of(document_of(page.encode(), name, name))


def told(found: tuple[CellEntry, ...]) -> dict[tuple[str, str], tuple[str, str | None, str]]:
    return {(cell.row, cell.column): (cell.form, cell.value, cell.state) for cell in found}


LAYOUTS = ["html", "bars", "spaces", "lines"]
PLAIN = {"规章": "0 1 2", "行政规范性文件": "3 4 12"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_block_is_of_the_form_whose_columns_stand_over_it(layout: str) -> None:
    """In reports of 2021 and 2022 new and old blocks stand in one table: 现行有效 is no 对外公开总数量."""
    article, columns, rows = LICENCES
    found = told(cells(layout, block((MADE, REPEALED, IN_FORCE), PLAIN), block(columns, rows, article)))
    assert found[DOCUMENTS, IN_FORCE] == ("2021", "12", "certain")
    assert found[DOCUMENTS, REPEALED] == ("2021", "4", "certain")
    assert found["第二十条第（五）项 / 行政许可", "本年增/减"] == ("2019", "-2", "certain")
    assert {form for form, _, _ in found.values()} == {"2019", "2021"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("order", [(1, 0, 2), (2, 0, 1), (2, 1, 0)])
def test_columns_in_another_order(layout: str, order: tuple[int, ...]) -> None:
    names = (MADE, REPEALED, IN_FORCE)
    rows = {label: " ".join(row.split()[at] for at in order) for label, row in PLAIN.items()}
    found = told(cells(layout, block(tuple(names[at] for at in order), rows)))
    assert [found[DOCUMENTS, name] for name in names] == [("2021", number, "certain") for number in ("3", "4", "12")]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_column_that_is_left_out_or_of_the_reports_own(layout: str) -> None:
    article = ("第二十条第（五）项", ("本年处理决定数量",), {"行政许可": "33"})
    after = block(article[1], article[2], article[0])
    found = told(cells(layout, block((MADE, IN_FORCE), {"规章": "0 2", "行政规范性文件": "3 12"}), after))
    assert found[DOCUMENTS, IN_FORCE] == ("2021", "12", "certain")
    assert (DOCUMENTS, REPEALED) not in found
    found = told(cells(layout, block((MADE, "本年公开件数", IN_FORCE), PLAIN), after))
    assert found[DOCUMENTS, "本年公开件数"] == ("other", "4", "certain")
    assert found[DOCUMENTS, IN_FORCE] == ("2021", "12", "certain")
    assert (DOCUMENTS, REPEALED) not in found


@pytest.mark.parametrize(
    ("columns", "state"),
    [
        (("本年制\n发件数", "本年废\n止件数", "现行有\n效件数"), "certain"),
        ((MADE, "本年废除件数", IN_FORCE), "certain"),
        ((MADE + "（件）", REPEALED + "（件）", IN_FORCE + "（件）"), "certain"),
        ((MADE, REPEALED, IN_FORCE, "备注"), "certain"),
        (("截至年底", MADE, REPEALED, IN_FORCE), "inferred"),
        ((MADE, MADE, IN_FORCE), "inferred"),
    ],
)
def test_heads_that_are_broken_mistyped_or_noted_move_nothing(columns: tuple[str, ...], state: str) -> None:
    found = told(cells("spaces", block(columns, PLAIN)))
    assert [found[DOCUMENTS, name] for name in (MADE, REPEALED, IN_FORCE)] == [
        ("2021", number, state) for number in ("3", "4", "12")
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("note", "unit", "amount"),
    [
        ("（单位：元）", "元", "12.5"),
        ("(元)", "元", "12.5"),
        ("（单位：人民币元）", "元", "12.5"),
        ("，单位：元", "元", "12.5"),
        ("（单位：亿元）", "亿元", "1250000000"),
        ("（单位：万元）", "万元", "125000"),
        ("", "万元", "125000"),
    ],
)
def test_money_has_the_unit_of_its_head_and_compares_in_the_graph(
    layout: str, note: str, unit: str, amount: str
) -> None:
    """Whatever unit a report prints, an observation's money is in that of the forms: 125000 元 are 12.5 万元."""
    fees = block((f"本年收费金额{note}",), {"行政事业性收费": "125000"}, "第二十条第（八）项")
    facts = read(layout, block((MADE, REPEALED, IN_FORCE), PLAIN), fees)
    cell = next(cell for cell in facts.tables or () if cell.key == "administrative-fees")
    assert (cell.value, cell.unit, cell.state) == ("125000", unit, "certain")
    stated = map_report(facts).data.decode()
    told = [line for line in stated.split("\n") if f'"{amount}"' in line and "amount" in line]
    subject = told[0].split(" ")[0]
    assert len(told) == 1
    assert any(line.startswith(f"{subject} ") and '"万元"' in line for line in stated.split("\n"))


FEES = block(("本年收费金额（单位：万元）",), {"行政事业性收费": "1.5"}, "第二十条第（八）项")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_block_of_the_other_form_changes_no_other_block(layout: str) -> None:
    """政府集中采购, which the form of 2021 no longer has, stands below blocks of that form."""
    decisions = block(("本年处理决定数量",), {"行政许可": "33"}, "第二十条第（五）项")
    purchases = block(("采购项目数量", "采购总金额（元）"), {"政府集中采购": "5 1200"}, "第二十条第（九）项")
    found = told(cells(layout, block((MADE, REPEALED, IN_FORCE), PLAIN), decisions, FEES, purchases))
    assert found["第二十条第（五）项 / 行政许可", "本年处理决定数量"] == ("2021", "33", "certain")
    assert found["第二十条第（九）项 / 政府集中采购", "采购总金额"] == ("2019", "1200", "certain")


@pytest.mark.parametrize("layout", LAYOUTS[:3])
def test_rows_behind_the_last_one_are_kept(layout: str) -> None:
    own = [["行政确认", "44"], ["行政裁决", "55"]]
    found = told(cells(layout, block((MADE, REPEALED, IN_FORCE), PLAIN), FEES, own))
    for label, number in own:
        assert found[f"第二十条第（八）项 / {label}", "本年收费金额（单位：万元）"] == ("other", number, "certain")


@pytest.mark.parametrize("layout", LAYOUTS[:2])
def test_a_block_that_no_form_has_is_kept(layout: str) -> None:
    own = block(("本年公开项目数",), {"财政预决算": "6"}, "第二十条第（七）项")
    found = told(cells(layout, block((MADE, REPEALED, IN_FORCE), PLAIN), FEES, own))
    assert found["第二十条第(七)项 / 财政预决算", "本年公开项目数"] == ("other", "6", "certain")


def test_a_table_in_traditional_script_is_folded_as_a_whole() -> None:
    """Cells such as 本年廢止件數 have no character that is certainly traditional: the table tells its script."""
    rows = [
        ["第二十條第（一）項"], ["信息內容", "本年製發件數", "本年廢止件數", "現行有效件數"], ["規章", "0", "0", "2"],
        ["行政規範性文件", "3", "1", "12"], ["第二十條第（六）項"], ["信息內容", "本年處理決定數量"],
        ["行政處罰", "7"], ["行政強制", "8"], ["第二十條第（八）項"], ["信息內容", "本年收費金額（單位：萬元）"],
        ["行政事業性收費", "1.5"],
    ]  # fmt: skip
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = f"<html><body><p>青石縣水務局2022年政府信息公開工作年度報告</p><table>{table}</table></body></html>"
    found = facts_of(document_of(page.encode(), "a.html")).tables or ()
    assert [(cell.form, cell.value, cell.unit) for cell in found] == [
        *(("2021", number, "") for number in ("0", "0", "2", "3", "1", "12", "7", "8")), ("2021", "1.5", "万元")
    ]  # fmt: skip
