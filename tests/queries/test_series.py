"""Series with their breaks, and tables laid out from facts and from the graph."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from gigraph.iris import graph_iri, mint, report_iri
from gigraph.mapping import map_report
from gigraph.pipeline import read_facts
from gigraph.queries import ask
from gigraph.queries.library import shipped
from gigraph.queries.series import Break, Series, _one_a_year, series
from gigraph.queries.sheets import TableCell, cells_of_facts, cells_of_graph, sheets
from gigraph.store import Graph, Iri, Literal, Rows, memory_graph
from gigraph.vocab import GI, PREFIXES

BUREAU = mint("agency", "880000", "云山省机关事务管理局")
ENTITIES = graph_iri("entities")
ROOT = Path(__file__).parents[2]


def found(graph: Graph, path: str, **more: object) -> Series:
    return series(graph, mint("indicator", *path.split("/")), **more)  # type: ignore[arg-type]


def test_a_series_goes_across_the_forms(small_graph: Graph) -> None:
    points = found(small_graph, "2021/requests/new").points
    assert [(p.agencyLabel, p.year, p.value, p.form, p.scope) for p in points] == [
        ("临江市人民政府", 2019, 50, "2019", "aggregate"), ("临江市统计局", 2019, 3, "2019", "own"),
        ("云山省机关事务管理局", 2015, 10, "2014-statistics", "own"), ("云山省机关事务管理局", 2016, 15, "2014-statistics", "own"),
    ]  # fmt: skip
    assert {p.crosswalk for p in points} == {"exact"}


def test_near_measures_only_when_asked_for(small_graph: Graph) -> None:
    assert {p.form for p in found(small_graph, "2021/requests/granted").points} == {"2019"}
    near = found(small_graph, "2021/requests/granted", close=True).points
    assert {(p.form, p.crosswalk) for p in near} == {("2019", "exact"), ("2014-statistics", "close")}


@pytest.mark.parametrize(
    ("choice", "years"),
    [
        ({"agency": BUREAU}, [2015, 2016]), ({"agency": BUREAU, "since": 2016}, [2016]), ({"until": 2015}, [2015]),
        ({"region": mint("region", "880100")}, [2019, 2019]), ({"region": mint("region", "880000")}, [2019, 2019, 2015, 2016]),
        ({"since": 2030}, []),
    ],
)  # fmt: skip
def test_a_choice_of_points(choice: dict[str, object], years: list[int], small_graph: Graph) -> None:
    points = found(small_graph, "2019/requests/new", **choice).points
    assert [p.year for p in points] == years
    assert all(p.agency == BUREAU for p in points if "agency" in choice)


def test_a_break_is_told_where_the_series_crosses_it(small_graph: Graph) -> None:
    whole = found(small_graph, "2021/requests/new")
    assert [one.year for one in whole.breaks] == [2019]
    first, later = whole.points[2], whole.points[3]
    told = Series(
        "i", (first, type(later)(**{f: getattr(later, f) for f in later.__slots__} | {"year": 2020})), whole.breaks
    )
    assert [record["break"] for record in told.records()] == [None, whole.breaks[0].label]
    assert found(small_graph, "2021/requests/new", agency=BUREAU).breaks == ()


def test_two_reports_of_a_year_are_one_point_of_a_drawing(small_graph: Graph) -> None:
    whole = found(small_graph, "2021/requests/new", agency=BUREAU)
    twice = Series(whole.indicator, (*whole.points, whole.points[0]), (Break(2019, "x"),))
    assert twice.by_agency() == {"云山省机关事务管理局": [(2015, Decimal(10)), (2016, Decimal(15))]}


# ---------------------------------------------------------------- tables


@pytest.mark.parametrize(
    ("state", "value", "shown"),
    [
        ("certain", "0", "0"), ("inferred", "12", "12*"), ("ambiguous", None, "?"), ("blank", None, ""), ("slash", None, "/"),
        ("dash", None, "—"), ("missing", None, "×"), ("text", None, "无"),
    ],
)  # fmt: skip
def test_what_a_cell_shows(state: str, value: str | None, shown: str) -> None:
    assert (
        TableCell("2021", "requests", "r", "c", value, "", state, reason="无" if state == "text" else "").shown == shown
    )


def test_tables_are_laid_out_as_printed() -> None:
    cells = [
        TableCell("2021", "disclosure", "第二十条第（一）项 / 规章", "本年制发件数", "1", "", "certain"),
        TableCell("2021", "disclosure", "第二十条第（五）项 / 行政许可", "本年处理决定数量", "7", "", "certain"),
        TableCell(
            "2021", "requests", "三、本年度办理结果 / （一）予以公开", "法人或其他组织 / 商业企业", "3", "", "certain"
        ),
        TableCell("2021", "requests", "四、结转下年度继续办理", "总计", "2", "", "certain"),
        TableCell("2021", "review", "", "行政诉讼 / 复议后起诉 / 结果维持", "5", "", "certain"),
        TableCell("other", "requests", "热线受理", "", "9", "件", "certain"),
    ]
    found = {sheet.title: sheet for sheet in sheets(cells)}
    assert list(found) == [
        "二、主动公开政府信息情况 第二十条第（一）项", "二、主动公开政府信息情况 第二十条第（五）项",
        "三、收到和处理政府信息公开申请情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "其他",
    ]  # fmt: skip
    requests = found["三、收到和处理政府信息公开申请情况"]
    assert requests.columns == ("商业企业", "总计")
    assert [(row, [cell and cell.shown for cell in line]) for row, line in requests.rows] == [
        ("（一）予以公开", ["3", None]), ("四、结转下年度继续办理", [None, "2"])
    ]  # fmt: skip
    assert found["四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"].rows[0][0] == "行政诉讼 / 复议后起诉"
    assert found["其他"].columns == ("统计数",)


def test_the_graph_gives_the_table_that_the_facts_give() -> None:
    facts = read_facts(ROOT / "seeds" / "reports" / "002_1a45804d71bde4f9.txt", "a.txt")
    ours = list(cells_of_facts(facts.tables or ()))
    theirs = cells_of_graph(memory_graph(map_report(facts).data), report_iri("a.txt"))
    assert len(ours) == len(theirs) > 50
    assert [(c.row, c.column, c.value, c.state) for c in ours] == [(c.row, c.column, c.value, c.state) for c in theirs]


def test_cells_of_the_annual_report_get_their_labels_back(small_graph: Graph) -> None:
    cells = cells_of_graph(small_graph, report_iri("2019/市政府.txt"))
    told = [(cell.part, cell.row, cell.column, cell.shown) for cell in cells]
    assert told[0] == ("disclosure", "第二十条第（一）项 / 规章", "本年新制作数量", "/")
    assert told[1] == ("disclosure", "第二十条第（九）项 / 政府集中采购", "采购总金额", "1250.5*")
    assert told[2] == ("requests", "一、本年新收政府信息公开申请数量", "自然人", "40")
    assert ("review", "", "行政诉讼 / 未经复议直接起诉 / 尚未审结", "2") in told
    assert told[-1] == ("", "热线受理", "", "12")
    (open_cell,) = [c for c in cells_of_graph(small_graph, report_iri("2019/统计局.txt")) if c.state == "ambiguous"]
    assert (open_cell.shown, open_cell.candidates) == ("?", ("18", "6018"))


def test_a_report_in_two_copies_is_counted_once() -> None:
    small = (ROOT / "tests" / "fixtures" / "small.nq").read_text("utf-8")
    known = report_iri("2019/市政府.txt").rpartition("/")[2]
    copy = "".join(line + "\n" for line in small.splitlines() if known in line).replace(known, "f" * 24)
    graph = memory_graph((small + copy).encode())
    terms = {"indicator": Iri(mint("indicator", "2019", "requests", "new")), "region": Iri(mint("region", "880000"))}
    rows = ask(graph, shipped("sum-by-region"), terms)
    assert isinstance(rows, Rows)
    assert rows.rows[-1] == (2019, Decimal(50), 1, 1)
    shares = ask(graph, shipped("shares-by-outcome"), {"agency": Iri(mint("agency", "880100", "临江市人民政府"))})
    assert isinstance(shares, Rows)
    assert {row["percent"] for row in shares.dicts() if row["outcomeLabel"] == "予以公开"} == {Decimal("66.7")}


# ---------------------------------------------------------------- several reports of one agency and year

CITY, NEW = mint("agency", "880100", "临江市人民政府"), "2019/requests/new"


def with_second_report(relation: str, amount: str) -> Graph:
    """The small graph with a second report of 临江市人民政府 for 2019, later than the first, told by a relation.

    amount: what it gives as requests received, where the first has 50.
    """
    small = (ROOT / "tests" / "fixtures" / "small.nq").read_text("utf-8")
    known, later = report_iri("2019/市政府.txt"), report_iri("2019/市政府.pdf")
    copied = [
        line.replace(known.rpartition("/")[2], later.rpartition("/")[2])
        for line in small.splitlines()
        if known.rpartition("/")[2] in line and "duplicateOf" not in line
    ]
    told = [line.replace('#amount> "50"', f'#amount> "{amount}"') for line in copied]
    told.append(f"<{later}> <{GI}{relation}> <{known}> <{ENTITIES}> .")
    return memory_graph((small + "\n".join(told) + "\n").encode())


def rows_of(graph: Graph, name: str, **terms: object) -> list[dict[str, object]]:
    answer = ask(graph, shipped(name), terms)  # type: ignore[arg-type]
    assert isinstance(answer, Rows)
    return list(answer.dicts())


RELATIONS = pytest.mark.parametrize(
    "relation", ["nearDuplicateOf", "otherVersionOf", "sharesTitleWith", "sharesTableWith"]
)


@RELATIONS
def test_a_near_copy_with_the_same_figures_is_one_point(relation: str) -> None:
    points = found(with_second_report(relation, "50"), NEW, agency=CITY).points
    assert [(p.year, p.value, p.counts, p.report) for p in points] == [
        (2019, Decimal(50), True, report_iri("2019/市政府.pdf"))
    ]


@RELATIONS
def test_two_values_of_a_year_are_both_shown_and_the_later_counts(relation: str) -> None:
    whole = found(with_second_report(relation, "55"), NEW, agency=CITY)
    assert [(p.value, p.counts) for p in whole.points] == [(Decimal(55), True), (Decimal(50), False)]
    assert [record["counts"] for record in whole.records()] == [True, False]
    assert whole.by_agency() == {"临江市人民政府": [(2019, Decimal(55))]}


@RELATIONS
def test_two_reports_of_a_year_are_counted_once_in_every_template(relation: str) -> None:
    graph, year = with_second_report(relation, "55"), Literal("2019", PREFIXES["xsd"] + "gYear")
    new, city = Iri(mint("indicator", *NEW.split("/"))), Iri(CITY)
    ranked = rows_of(graph, "indicator-ranking", indicator=new, year=year)
    assert [(row["agencyLabel"], row["value"]) for row in ranked] == [("临江市人民政府", 55), ("临江市统计局", 3)]
    (total,) = rows_of(graph, "sum-by-region", indicator=new, region=Iri(mint("region", "880100")))
    assert (total["total"], total["agencies"]) == (55, 1)
    once = Counter(
        (name, row.get("outcomeLabel"), row.get("route"), row.get("applicantLabel"), row.get("reason"), row.get("article"))
        for name in ("shares-by-outcome", "correction-rate", "applicant-mix", "refusals-by-reason", "refusals-by-article")
        for row in rows_of(graph, name, agency=city)
    )  # fmt: skip
    assert once
    assert set(once.values()) == {1}


def test_a_later_copy_without_figures_does_not_hide_them() -> None:
    lines = (ROOT / "tests" / "fixtures" / "small.nq").read_text("utf-8")
    lines += f"<{report_iri('x')}> <{GI}nearDuplicateOf> <{report_iri('2019/市政府.txt')}> <{ENTITIES}> .\n"
    assert [p.value for p in found(memory_graph(lines.encode()), NEW, agency=CITY).points] == [Decimal(50)]


def test_reports_of_a_year_that_nothing_joins_count_once_too(small_graph: Graph) -> None:
    (point,) = found(small_graph, NEW, agency=CITY).points
    other = replace(point, report="z", value=Decimal(7))
    same = replace(point, report="y")
    assert [(p.value, p.counts) for p in _one_a_year([other, same, point])] == [(7, False), (50, True)]
