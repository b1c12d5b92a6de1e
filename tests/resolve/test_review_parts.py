"""Section four printed as several tables: each table's cells under its own route, or none."""

import pytest

from gigraph.documents import text_document
from gigraph.models import Source
from gigraph.pipeline import facts_of, read_facts

FOUR = "四、政府信息公开行政复议、行政诉讼情况\n"
FIVE = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
REVIEWS, FIRST, SECOND = ("1", "2", "0", "0", "3"), ("4", "0", "0", "1", "5"), ("0", "0", "6", "0", "6")
DIRECT, AFTER = "未经复议直接起诉", "复议后起诉"


def cells(text: str) -> dict[str, str]:
    """By column the values of section four, with the state where there is none."""
    found = facts_of(text_document(f"某县水利局2022年政府信息公开工作年度报告\n{text}", Source("a"))).tables or ()
    return {cell.column: cell.value or cell.state for cell in found if cell.part == "review"}


def truth(*routes: tuple[str, tuple[str, ...]]) -> dict[str, str]:
    return {f"{route} / {name}": value for route, values in routes for name, value in zip(FIVE, values, strict=True)}


WHOLE = truth(("行政复议", REVIEWS), (f"行政诉讼 / {DIRECT}", FIRST), (f"行政诉讼 / {AFTER}", SECOND))


@pytest.mark.parametrize("gap", ["\n", "\t", " ", "|"])
@pytest.mark.parametrize("titles", [("行政复议\n", "行政诉讼\n"), ("（一）行政复议情况\n", "（二）行政诉讼情况\n")])
@pytest.mark.parametrize("reviews_first", [True, False])
def test_two_tables(gap: str, titles: tuple[str, str], reviews_first: bool) -> None:
    one = titles[0] + gap.join(FIVE) + "\n" + gap.join(REVIEWS)
    other = titles[1] + gap.join((DIRECT, AFTER)) + "\n" + gap.join(FIVE * 2) + "\n" + gap.join(FIRST + SECOND)
    tables = (one, other) if reviews_first else (other, one)
    assert cells(FOUR + "\n".join(tables) + "\n五、存在的主要问题\n") == WHOLE


@pytest.mark.parametrize("gap", ["\n", " ", " | "])
def test_three_tables(gap: str) -> None:
    titles, values = ("行政复议", f"行政诉讼\n{DIRECT}", AFTER), (REVIEWS, FIRST, SECOND)
    tables = [f"{title}\n{gap.join(FIVE)}\n{gap.join(own)}" for title, own in zip(titles, values, strict=True)]
    assert cells(FOUR + "\n".join(tables) + "\n五、存在的主要问题\n") == WHOLE


def test_tables_of_a_page(tmp_path) -> None:
    def row(*values: str, across: int = 1) -> str:
        return "<tr>" + "".join(f'<td colspan="{across}">{value}</td>' for value in values) + "</tr>"

    one = row("行政复议", across=5) + row(*FIVE) + row(*REVIEWS)
    other = row("行政诉讼", across=10) + row(DIRECT, AFTER, across=5) + row(*FIVE * 2) + row(*FIRST, *SECOND)
    title = "某县水利局2022年政府信息公开工作年度报告"
    body = (
        f"<p>{title}</p><p>一、总体情况</p><p>本局公开信息。</p><p>{FOUR}</p><table>{one}</table><table>{other}</table>"
    )
    path = tmp_path / "a.html"
    path.write_text(f"<html><title>{title}</title><body>{body}</body></html>", encoding="utf-8")
    found = read_facts(path).tables or ()
    assert {cell.column: cell.value for cell in found if cell.part == "review"} == WHOLE


def test_another_order_of_results() -> None:
    order = ("结果纠正", "结果维持", "其他结果", "尚未审结", "总计")
    found = cells(FOUR + "行政复议\n" + " ".join(order) + "\n2 1 0 0 3\n")
    assert found == truth(("行政复议", REVIEWS))


@pytest.mark.parametrize("title", ["", "行政诉讼\n", "申诉\n"])
def test_results_without_a_route_are_none(title: str) -> None:
    assert cells("四、其他情况\n" + title + " ".join(FIVE) + "\n1 2 0 0 3\n") == {}


def test_glued_parts_are_told_by_their_sums_or_left() -> None:
    found = cells(
        FOUR
        + "行政复议\n"
        + "".join(FIVE)
        + "\n120 03\n行政诉讼\n"
        + DIRECT
        + AFTER
        + "".join(FIVE * 2)
        + "\n4001500606\n"
    )
    assert found == WHOLE
