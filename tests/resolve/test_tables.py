"""Statistics tables from text to cells: every layout that pages, PDF readers and editors leave, and tables made at random.

A random table fulfils the identities of its form, some have one slip; whatever it is printed as, no certain cell is wrong.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigraph.documents import text_document
from gigraph.extractors import forms, statistics
from gigraph.extractors.settle import settle
from gigraph.models import CellEntry, Document, Source, Span, Table
from gigraph.registry import load_registry
from gigraph.registry.forms import FormItem, load_forms
from gigraph.resolve.tables import resolve
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
FORMS = load_forms(REGISTRY.folder)
SHARED = Path(__file__).parents[3] / "shared"
COLUMNS = [item.name for item in FORMS["2021"].parts["requests"] if item.kind == "column"]


def cells_of(document: Document) -> tuple[CellEntry, ...]:
    reading = make_reading(document)
    mentions = settle([*statistics.extract(reading, REGISTRY), *forms.extract(reading, REGISTRY)])
    return resolve(document, mentions, REGISTRY)


def cells(text: str) -> tuple[CellEntry, ...]:
    return cells_of(text_document(text, Source("a")))


def rows(text: str) -> dict[str, str]:
    """By label of row the values of its cells; a state in its place where there is no value."""
    found = groupby(cells(text), key=lambda cell: cell.row)
    return {row: " ".join(cell.value or cell.state for cell in line) for row, line in found}


# ---------------------------------------------------------------- tables made at random


# layout: what stands before a row's label, between its cells, and behind the last one
APART = {
    "pipes": ("| ", " | ", " |\n"),
    "bars": ("", " | ", " |\n"),
    "broken": ("|\n", " |\n", " |\n"),
    "padded": ("|\n", " |\n", " | |||\n"),
    "tabs": ("", "\t", "\n"),
    "spaced": ("", " ", "\n"),
    "one-line": ("", " ", " "),
    "lines": ("", "\n\n", "\n\n"),
    "glued": ("", "", ""),
}
LAYOUTS = (*APART, "loose")  # loose: run together with a space here and there; sparse: half of the zeros left blank


class Printer:
    """Prints rows in one layout."""

    def __init__(self, layout: str, dice: random.Random) -> None:
        self.layout, self.dice = layout, dice

    def line(self, label: str, values: list[str]) -> str:
        if self.layout == "loose":
            return label + "".join(value + self.dice.choice(["", "", "", " "]) for value in values)
        if self.layout == "sparse":
            return label + "".join(value for value in values if value != "0" or self.dice.random() < 0.5)
        before, between, behind = APART[self.layout]
        return before + between.join([label, *values]) + behind

    def head(self, labels: list[str]) -> str:
        return "".join(self.line(label, []) for label in labels)


def amount(dice: random.Random, scale: int) -> int:
    return 0 if dice.random() < 0.6 else dice.randint(1, scale)


def requests(dice: random.Random, form: str, scale: int) -> dict[str, list[int]]:
    """The numbers of section three by key of row: all identities hold."""
    outcomes = [
        item.key
        for item in FORMS[form].parts["requests"]
        if item.kind == "row" and item.key not in ("new", "carried-over", "total", "carried-forward")
    ]
    table = {key: [amount(dice, scale) if dice.random() < 0.5 else 0 for _ in range(6)] for key in outcomes}
    total = [sum(table[key][at] for key in outcomes) for at in range(6)]
    forward = [amount(dice, scale) for _ in range(6)]
    carried = [dice.randint(0, a + b) if dice.random() < 0.2 else 0 for a, b in zip(total, forward, strict=True)]
    new = [a + b - c for a, b, c in zip(total, forward, carried, strict=True)]
    table |= {"new": new, "carried-over": carried, "total": total, "carried-forward": forward}
    return {key: [*numbers, sum(numbers)] for key, numbers in table.items()}


def print_disclosure(form: str, printer: Printer, scale: int, truth: dict[tuple[str, str, str], str]) -> Iterator[str]:
    columns: list[FormItem] = []
    for item in FORMS[form].parts["disclosure"]:
        if item.kind == "block":
            columns = []
            yield printer.head([item.label, "信息内容"])
        elif item.kind == "column":
            columns.append(item)
            yield printer.head([item.name])
        else:
            values = [str(amount(printer.dice, scale)) for _ in columns]
            truth.update(
                {("disclosure", item.name, one.name): value for one, value in zip(columns, values, strict=True)}
            )
            yield printer.line(item.label, values)


def print_requests(form: str, printer: Printer, scale: int, truth: dict[tuple[str, str, str], str]) -> Iterator[str]:
    table = requests(printer.dice, form, scale)
    if printer.dice.random() < 0.2:
        row, at = printer.dice.choice(list(table)), printer.dice.randrange(7)
        table[row][at] = max(0, table[row][at] + printer.dice.choice([-9, -2, -1, 1, 2, 9]))
    yield printer.head(["申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构"])
    yield printer.head(["社会公益组织", "法律服务机构", "其他"])
    for item in FORMS[form].parts["requests"]:
        if item.kind == "heading":
            yield printer.head([item.number + item.label])
        elif item.kind == "row":
            values = [str(number) for number in table[item.key]]
            truth.update({("requests", item.name, name): value for name, value in zip(COLUMNS, values, strict=True)})
            note = "（区分处理的，只计这一情形，不计其他情形）" if item.key == "partly-granted" else ""
            yield printer.line(item.number + item.label + note, values)


def print_review(form: str, printer: Printer, scale: int, truth: dict[tuple[str, str, str], str]) -> Iterator[str]:
    labels = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    yield printer.head(["行政复议", "行政诉讼", *labels, "未经复议直接起诉", "复议后起诉", *labels, *labels])
    numbers: list[int] = []
    for _ in range(3):
        group = [amount(printer.dice, scale) for _ in range(4)]
        numbers += [*group, sum(group)]
    names = [item.name for item in FORMS[form].parts["review"] if item.kind == "column"]
    truth.update({("review", "", name): str(number) for name, number in zip(names, numbers, strict=True)})
    yield printer.line("", [str(number) for number in numbers])


def report(seed: int, layout: str) -> tuple[str, dict[tuple[str, str, str], str]]:
    dice = random.Random(seed)
    form, scale = dice.choice(["2019", "2021"]), dice.choice([3, 30, 400])
    printer, truth = Printer(layout, dice), dict[tuple[str, str, str], str]()
    parts = [
        f"某县{2019 if form == '2019' else 2022}年政府信息公开工作年度报告\n二、主动公开政府信息情况\n",
        *print_disclosure(form, printer, scale, truth),
        "三、收到和处理政府信息公开申请情况\n",
        *print_requests(form, printer, scale, truth),
        "四、政府信息公开行政复议、行政诉讼情况\n",
        *print_review(form, printer, scale, truth),
        "\n五、存在的主要问题及改进情况\n还有不足。\n",
    ]
    return "".join(parts), truth


@pytest.mark.parametrize("layout", LAYOUTS[:-2])
@pytest.mark.parametrize("seed", range(3))
def test_a_table_whose_cells_are_apart_is_read_as_it_stands(layout: str, seed: int) -> None:
    text, truth = report(seed, layout)
    found = {(cell.part, cell.row, cell.column): cell for cell in cells(text)}
    assert {key: cell.value for key, cell in found.items()} == truth
    assert {cell.state for cell in found.values()} == {"certain"}


@pytest.mark.parametrize("layout", LAYOUTS[-2:])
@pytest.mark.parametrize("seed", range(6))
def test_no_cell_of_a_table_that_ran_together_is_wrong(layout: str, seed: int) -> None:
    text, truth = report(seed, layout)
    found = {(cell.part, cell.row, cell.column): cell for cell in cells(text)}
    assert set(found) == set(truth)
    assert {key: (cell.value, truth[key]) for key, cell in found.items() if cell.value not in (None, truth[key])} == {}
    for key, cell in found.items():
        if cell.state == "ambiguous" and len(cell.candidates) < 12:
            assert truth[key] in cell.candidates
    read = Counter(cell.value is not None for cell in found.values())
    assert read[True] >= 6 * read[False]


@pytest.mark.parametrize("seed", range(8))
def test_no_cell_of_a_table_that_lost_cells_is_wrong(seed: int) -> None:
    text, truth = report(seed, "sparse")
    found = {(cell.part, cell.row, cell.column): cell.value for cell in cells(text)}
    assert {key: value for key, value in found.items() if value not in (None, truth[key])} == {}


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout not in ("padded", "loose")])
def test_the_form_of_2014_is_read_in_every_layout(layout: str) -> None:
    dice = random.Random(layout)
    printer, truth = Printer(layout, dice), {}
    text = "政府信息公开情况统计表\n" + printer.line("统计指标", ["单位", "统计数"])
    for item in FORMS["2014-statistics"].items:
        value = str(amount(dice, 5000))
        if item.unit:
            truth[item.name] = value
        text += printer.line(item.name.split(" / ")[-1], [item.unit, value] if item.unit else ["——", ""])
    found = cells(text + "\n单位负责人：张某 联系电话：5029123\n")
    assert {cell.row: cell.value for cell in found} == truth
    assert {(cell.form, cell.column, cell.state) for cell in found} == {("2014-statistics", "", "certain")}


# ---------------------------------------------------------------- layouts seen in the field

THREE = "第三项加第四项之和\n申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"


def test_labels_broken_over_lines_with_their_numbers_between() -> None:
    found = rows(
        THREE + "一、本年新收政府信息公开申请数量 13 0 0 0 0 0 13\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n"
        "（一）予以公开 1 0 0 0 0 0 1\n（二）部分公开（区分处理的，只计这一情形，\n2 0 0 0 0 0 2\n不计其他情形）\n"
        "1.属于国家秘密 0 0 0 0 0 0 0\n2.其他法律行政法规禁止\n3 0 0 0 0 0 3\n公开\n三、本\n年度办\n"
        "3.危及“三安全一稳定” 0 0 0 0 0 0 0\n理结果 （三）不\n4.保护第三方合法权益 0 0 0 0 0 0 0\n予公开\n"
        "（七）总计 13 0 0 0 0 0 13\n四、结转下年度继续办理 0 0 0 0 0 0 0\n"
    )
    assert found["三、本年度办理结果 / （二）部分公开"] == "2 0 0 0 0 0 2"
    assert found["三、本年度办理结果 / （三）不予公开 / 2.其他法律行政法规禁止公开"] == "3 0 0 0 0 0 3"
    assert len(found) == 10


def test_blank_slash_dash_and_text_are_no_zeros() -> None:
    found = rows(
        "（本列数据） | 申请人情况 |\n自然人 | 法人或其他组织 | 总计 |\n商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n"
        "一、本年新收政府信息公开申请数量 | 25 |\n|\n|\n|\n|\n| 25 |\n二、上年结转政府信息公开申请数量 | / | - | 0 | 无 |\n|\n| 0 |\n"
        "三、本年度办理结果 | (一)予以公开 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |\n(二)部分公开 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |\n"
        "(七)总计 | 25 | 0 | 0 | 0 | 0 | 0 | 25 |\n四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
    )
    assert found["一、本年新收政府信息公开申请数量"] == "25 blank blank blank blank blank 25"
    assert found["二、上年结转政府信息公开申请数量"] == "slash dash 0 text blank blank 0"


def test_what_does_not_apply_is_told_apart_from_other_words() -> None:
    found = cells(
        "第二十条第(五)项 |\n信息内容 | 本年处理决定数量 |\n行政许可 | 不适用 |\n"
        "第二十条第(六)项 |\n信息内容 | 本年处理决定数量 |\n行政处罚 | 无 |\n行政强制 | 不涉及 |\n"
    )
    told = [(cell.value, cell.state, cell.reason) for cell in found]
    assert told == [(None, "inapplicable", "不适用"), (None, "text", "无"), (None, "inapplicable", "不涉及")]


def test_digits_that_stand_apart_in_one_cell_are_one_number() -> None:
    """Only in a row that has all its cells, and never as certain; without borders they stay several numbers."""
    head = "（本列数据） | 申请人情况 |\n自然人 | 法人或其他组织 | 总计 |\n商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n"
    new = "一、本年新收政府信息公开申请数量"
    rest = (
        "二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
        "三、本年度办理结果 | (一)予以公开 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |\n(二)部分公开 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |\n"
        "(七)总计 | 25 | 0 | 0 | 0 | 0 | 0 | 25 |\n四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
    )
    found = [cell for cell in cells(f"{head}{new} | 1 2 | 0 | 1 04 | 0 | 0 | 0 | 1 16 |\n{rest}") if cell.row == new]
    assert [(cell.value, cell.state) for cell in found] == [
        ("12", "inferred"), ("0", "certain"), ("104", "inferred"), ("0", "certain"), ("0", "certain"), ("0", "certain"),
        ("116", "inferred"),
    ]  # fmt: skip
    assert {cell.reason for cell in found} == {"", "digits-joined"}
    fewer = [cell for cell in cells(f"{head}{new} | 1 2 | 0 0 0 0 | 0 | 12 |\n{rest}") if cell.row == new]
    assert "digits-joined" not in {cell.reason for cell in fewer}


def test_headings_without_a_unit_are_the_parents_of_a_local_tables_rows() -> None:
    found = cells(
        "政府信息公开情况统计表\n| 统计指标 | 单位 | 年度 | 历年累计 |\n|---|---|---|---|\n| 一、主动公开情况 | —— | —— | —— |\n"
        "| （一）主动公开政府信息数 | 条 | 320 | 5,612 |\n| 便民服务信息数 | 条 | 7 | 33 |\n| 三、依申请公开情况 | —— | | |\n"
        "| （一）收到申请数 | 件 | 5 | 31 |\n| 1.当面申请数 | 件 | 2 | 11 |\n"
    )
    assert list(dict.fromkeys(cell.row for cell in found)) == [
        "一、主动公开情况 / (一)主动公开政府信息数", "便民服务信息数", "三、依申请公开情况 / (一)收到申请数",
        "三、依申请公开情况 / (一)收到申请数 / 1.当面申请数",
    ]  # fmt: skip
    assert {cell.column for cell in found} == {"年度", "历年累计"}


def test_padding_of_spans_is_no_cell() -> None:
    found = rows(
        "| 一、本年新收政府信息公开申请数量 | | | 21 | 0 | 0 | 0 | 0 | 0 | 21 |\n"
        "| 二、上年结转政府信息公开申请数量 | | | | | | | | | |\n"
        "| 三、本年度办理结果 | （一）予以公开 | | 5 | | | | | | 5 |\n| | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
        "| | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| | （七）总计 | | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n"
        "| 四、结转下年度继续办理 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
    )
    assert found["三、本年度办理结果 / （一）予以公开"] == "5 blank blank blank blank blank 5"
    assert found["二、上年结转政府信息公开申请数量"] == "blank blank blank blank blank blank blank"


def test_changes_have_signs_and_money_has_its_unit() -> None:
    found = cells(
        "第二十条第(五)项 |\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政许可 | 22 | +1 | 1,023 |\n"
        "第二十条第(六)项 |\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政处罚 | 2 | -2 | 0 |\n行政强制 | 0 | 0 | - |\n"
        "第二十条第(九)项 |\n信息内容 | 采购项目数量 | 采购总金额 |\n政府集中采购 | 22 | 184719.5元 |\n"
    )
    told = [(cell.value, cell.unit, cell.state) for cell in found]
    assert told[:3] == [("22", "", "certain"), ("1", "", "certain"), ("1023", "", "certain")]
    assert told[4][0] == "-2"
    assert told[8] == (None, "", "dash")
    assert told[-1] == ("184719.5", "元", "certain")


def test_a_row_that_the_form_does_not_have_is_kept_with_its_label() -> None:
    found = cells(
        "第二十条第（一）项 |\n信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n规章 | 0 | 0 | 0 |\n规范性文件 | 2 | 2 | 19 |\n"
        "其他主动公开文件（含通知） | 186 | 86 | 255 |\n第二十条第（五）项 |\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政许可 | 8 | 5 | 93 |\n"
    )
    other = [(cell.row, cell.value) for cell in found if cell.form == "other"]
    assert {row for row, _ in other} == {"第二十条第（一）项 / 其他主动公开文件(含通知)"}
    assert [value for _, value in other] == ["186", "86", "255"]
    assert {cell.form for cell in found} == {"2019", "other"}


def test_prose_chooses_a_reading_and_says_so() -> None:
    found = cells(
        "公开现行有效行政规范性文件698件，本年度制发规范性文件88件。\n第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 "
        "规章000行政规范性文件8855698第二十条第（五）项信息内容本年处理决定数量行政许可106"
    )
    documents = [cell for cell in found if cell.row.endswith("行政规范性文件")]
    assert [(cell.value, cell.state, cell.reason) for cell in documents] == [
        ("88", "inferred", "prose"),
        ("55", "inferred", "prose"),
        ("698", "inferred", "prose"),
    ]


def test_without_prose_the_run_stays_ambiguous_with_its_candidates() -> None:
    found = cells(
        "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件1234第二十条第（五）项信息内容"
        "本年处理决定数量行政许可106"
    )
    documents = [cell for cell in found if cell.row.endswith("行政规范性文件")]
    assert {(cell.value, cell.state) for cell in documents} == {(None, "ambiguous")}
    assert documents[0].candidates == ("1", "12")
    assert next(cell for cell in found if cell.row.endswith("行政许可")).value == "106"


def test_left_out_cells_are_not_guessed() -> None:
    found = cells(
        THREE
        + "一、本年新收政府信息公开申请数量 3 18 21\n二、上年结转政府信息公开申请数量\n（一）予以公开 5 5\n（二）部分公开\n"
        "1.属于国家秘密\n2.其他法律行政法规禁止公开\n（七）总计 21 21\n四、结转下年度继续办理 0 0\n"
    )
    new = [cell for cell in found if cell.key == "new"]
    assert [cell.value for cell in new] == [None] * 6 + ["21"]
    assert {cell.state for cell in new} == {"ambiguous", "inferred"}


def test_local_tables_keep_labels_columns_and_parents() -> None:
    found = cells(
        "统计表 指标名称 计量单位 2012年度 历年累计 主动公开信息数 条 739 4359 其中：1、网站公开 条 739 4359 2、公报公开 条 0 0 "
        "行政复议数 件 0 0 附件下载"
    )
    assert [cell.row for cell in found[::2]] == [
        "主动公开信息数",
        "主动公开信息数 / 其中:1、网站公开",
        "主动公开信息数 / 2、公报公开",
        "行政复议数",
    ]
    assert {(cell.form, cell.state) for cell in found} == {("other", "certain")}
    assert [cell.column for cell in found[:2]] == ["2012年度", "历年累计"]
    assert found[1].value == "4359"


def test_a_grid_of_figures_is_kept() -> None:
    found = cells(
        "| 单位名称 | 公开信息数（条） | 备注 |\n|---|---|---|\n| 县教育局 | 320 | |\n| 县财政局 | 412 | 增加 |\n"
    )
    assert [(cell.row, cell.column, cell.value, cell.unit) for cell in found] == [
        ("县教育局", "公开信息数(条)", "320", "条"),
        ("县财政局", "公开信息数(条)", "412", "条"),
    ]


def test_cells_that_a_reader_knows_are_read_with_their_spans() -> None:
    text = "某县报告 第二十条第（六）项 信息内容 本年处理决定数量 行政处罚 12 行政强制 3"
    places = [
        (0, 0, "第二十条第（六）项"),
        (1, 0, "信息内容"),
        (1, 1, "本年处理决定数量"),
        (2, 0, "行政处罚"),
        (2, 1, "12"),
    ]
    places += [(3, 0, "行政强制"), (3, 1, "3"), (3, 2, "3")]  # the last cell spans two columns
    spans = [Span(text.index(word), text.index(word) + len(word)) for _, _, word in places]
    table = tuple((row, column, word, span) for (row, column, word), span in zip(places, spans, strict=True))
    found = cells_of(Document(text, Source("a"), "", tables=(Table(Span(5, len(text)), table),)))
    assert [(cell.row, cell.value, cell.mentions[0].text) for cell in found] == [
        ("第二十条第（六）项 / 行政处罚", "12", "12"),
        ("第二十条第（六）项 / 行政强制", "3", "3"),
    ]


def test_every_cell_points_to_what_is_printed() -> None:
    text, _ = report(1, "glued")
    for cell in cells(text):
        (mention,) = cell.mentions
        assert mention.text == mention.span.of(text)
        if cell.value is not None:
            assert mention.text == cell.value


@pytest.mark.parametrize(
    "text", ["", "第二十条第（一）项", "申请人情况 自然人 总计", "| | |\n| | |", "未经复议直接起诉 复议后起诉"]
)
def test_what_is_no_table_has_no_cells(text: str) -> None:
    assert cells(text + "本局认真公开。") == ()


def test_prose_that_names_the_outcomes_is_no_table() -> None:
    assert (
        cells(
            "2022年共收到8份政府信息公开申请，予以公开2件，部分公开2件，不予公开1件，无法提供2件，不予处理1件，其他处理0件，总计8件，"
            "结转下年度继续办理0件。行政许可33项，行政处罚36项，行政强制1项。"
        )
        == ()
    )


PIECES = [item.number + item.label for form in FORMS.values() for item in form.items] + [
    "指标名称 计量单位 ",
    "2014年度 历年累计 ",
]
PIECES += [
    "0",
    "12",
    " 3 ",
    "0000000",
    "15.5",
    "-",
    "/",
    "|",
    "|\n",
    "\n",
    " ",
    "件",
    "万元",
    "（",
    "）",
    "无",
    "其中：",
    "1.",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_whatever_stands_there_is_read_without_an_error(pieces: list[str]) -> None:
    text = "".join(pieces)
    for cell in cells_of(Document(text, Source("a"), "")):
        (mention,) = cell.mentions
        assert mention.text == mention.span.of(text)
        assert (cell.value is None) == (cell.state not in ("certain", "inferred"))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold is not beside this checkout")
def test_no_certain_cell_of_the_gold_reports_is_wrong() -> None:
    for path in sorted((SHARED / "annotation" / "gold").glob("*.json")):
        gold = {(cell["row"], cell["column"]): cell["value"] for cell in json.loads(path.read_text("utf-8"))["tables"]}
        name = path.name.removesuffix(".json")
        source = next(folder / name for folder in (SHARED / "reports", SHARED / "corpus") if (folder / name).exists())
        certain = {cell.value for cell in cells(source.read_text("utf-8")) if cell.state == "certain"}
        assert certain <= set(gold.values())
