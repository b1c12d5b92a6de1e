"""Rows of statutory tables as pages print them: spanning labels copied into each cell, empty cells, dashes and signs."""

import pytest

from gigraph.documents import text_document
from gigraph.models import Source
from gigraph.pipeline import facts_of

OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
FOUR = "四、政府信息公开行政复议、行政诉讼情况\n"


def cells(text: str) -> dict[tuple[str, str], tuple[str | None, str]]:
    """By row and column the value and state of each cell."""
    found = facts_of(text_document(text, Source("a"))).tables or ()
    return {(cell.row, cell.column): (cell.value, cell.state) for cell in found}


def spread(bar: str, *spans: tuple[str, int]) -> str:
    return bar.join(label for label, times in spans for _ in range(times))


@pytest.mark.parametrize("bar", [" | ", "\t"])
@pytest.mark.parametrize("edge", ["", "|"])
def test_copied_spans_of_section_four(bar: str, edge: str) -> None:
    head = (
        spread(bar, ("行政复议", 5), ("行政诉讼", 10)),
        spread(bar, *((outcome, 1) for outcome in OUTCOMES), ("未经复议直接起诉", 5), ("复议后起诉", 5)),
        bar.join(OUTCOMES * 3),
        bar.join(map(str, (1, 2, 0, 0, 3, 0, 0, 0, 0, 0, 0, 4, 0, 1, 5))),
    )
    edge = edge if bar != "\t" else ""
    found = cells(FOUR + "\n".join(edge + line + edge for line in head) + "\n五、存在的主要问题及改进情况\n")
    assert found["", "行政复议 / 结果维持"] == ("1", "certain")
    assert found["", "行政诉讼 / 复议后起诉 / 总计"] == ("5", "certain")
    assert len(found) == 15


def section_three(label_cells: str, empty: str) -> str:
    labels = ("（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（七）总计")
    lines = [
        "||||申请人情况|||||||",
        "||||自然人|法人或其他组织|||||总计|",
        "|||||商业企业|科研机构|社会公益组织|法律服务机构|其他||",
    ]
    for label in ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"):
        lines.append(f"|{label}|{label if label_cells else ''}|{label if label_cells else ''}|{empty}|0|0|0|0|0|0|")
    for label in labels:
        own = empty if label.startswith("（二）") else "7"
        lines.append(f"|三、本年度办理结果|{label}|{label if label_cells else ''}|{own}|0|0|0|0|0|{own}|")
    three = "四、结转下年度继续办理"
    lines.append(f"|{three}|{three if label_cells else ''}|{three if label_cells else ''}|7|0|0|0|0|0|7|")
    return "三、收到和处理政府信息公开申请情况\n" + "\n".join(lines) + "\n" + FOUR


@pytest.mark.parametrize("copied", ["copied", ""])
def test_spans_of_section_three(copied: str) -> None:
    found = cells(section_three(copied, ""))
    assert found["三、本年度办理结果 / （二）部分公开", "自然人"] == (
        None,
        "blank",
    )
    assert found["四、结转下年度继续办理", "自然人"] == ("7", "certain")
    assert not [key for key, (value, _) in found.items() if key[1] == "自然人" and value == "0"]
    assert not [key for key in found if "区分处理" in key[0]]


SECTION_TWO = (
    "二、主动公开政府信息情况\n第二十条第（五）项信息内容上一年项目数量本年增/减处理决定数量{row}"
    "其他对外管理服务事项000第二十条第（八）项信息内容上一年项目数量本年增/减行政事业性收费00\n三、存在的问题\n"
)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("行政许可13-180", [("13", "inferred"), (None, "ambiguous"), (None, "ambiguous")]),
        ("行政许可13 -18 0", [("13", "certain"), ("-18", "certain"), ("0", "certain")]),
        ("行政许可13 - 180", [("13", "certain"), (None, "dash"), ("180", "certain")]),
    ],
)
def test_a_dash_between_digits_may_be_a_sign(printed: str, expected: list[tuple[str | None, str]]) -> None:
    found = cells(SECTION_TWO.format(row=printed))
    columns = ("上一年项目数量", "本年增/减", "处理决定数量")
    assert [found["第二十条第（五）项 / 行政许可", column] for column in columns] == expected


def test_a_dash_among_the_parts_of_a_row() -> None:
    """Nothing is added up with a dash, and nothing breaks on it."""
    rows = "".join(f"{number}.其他事项{number} | 件 | 2 |\n" for number in range(1, 4))
    text = f"统计指标 | 单位 | 统计数 |\n主动公开数 | 件 | 5 |\n其中：公文 | 件 | — |\n动态 | 件 | 5 |\n{rows}"
    assert ("5", "certain") in cells(text).values()
