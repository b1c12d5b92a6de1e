"""Values that no report states: decided by a neighbouring year, summed up below a heading; and what they are not."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import invented
import pytest
from invented import resolved

from gigraph.iris import graph_iri, mint, report_iri
from gigraph.mapping.lines import iri
from gigraph.models import AgencyEntry, CellEntry, Kind, Mention, Span
from gigraph.queries import ask
from gigraph.queries.library import shipped
from gigraph.queries.series import series
from gigraph.queries.sheets import cells_of_graph, sheets
from gigraph.registry import load_registry
from gigraph.registry.forms import APPLICANTS, load_forms
from gigraph.resources import resource
from gigraph.store import Graph, Iri, Literal, Rows, memory_graph
from gigraph.store.statements import turtle_lines
from gigraph.vocab import PREFIXES, term

COUNTY, BUREAU = "华宁县人民政府", "华宁县财政局"
REGION = mint("region", "530424")
FORM = load_forms(load_registry().folder)["2021"].parts["requests"]
REFUSED = [item.key for item in FORM if item.kind == "row" and item.key.startswith("refused-")]


def cells(row: str, values: Sequence[str | None], text: str, state: str = "certain") -> Iterator[CellEntry]:
    """A row of section three; a value None is an open cell of a run of digits, or blank, by the state."""
    for column, value in zip(APPLICANTS if len(values) > 1 else ("all",), values, strict=True):
        told = "certain" if value is not None else state
        run = Mention(Kind.CELL, Span(0, len(text)), text, None, "test")
        candidates = ("0", "1", "2", "3", "12") if told == "ambiguous" else ()
        reason = "several-readings" if told == "ambiguous" else ""
        yield CellEntry(
            "2021",
            row,
            column,
            value,
            "",
            told,
            (run,),
            candidates,
            reason,
            part="requests",
            key=row,
            column_key=column,
        )


def report(agency: str, year: int, kind: str, entries: Sequence[CellEntry], copy: str = "") -> bytes:
    text = entries[0].mentions[0].text if entries else "文字"
    found = resolved(mint("agency", "530424", agency))
    mention = (Mention(Kind.AGENCY, Span(0, 1), text[:1], None, "test"),)
    fields = {"publisher": agency, "year": year, "title": f"{agency}{year}年政府信息公开工作年度报告{copy}"}
    publisher = AgencyEntry(agency, (), mention, found, kind, "530424")
    return invented.report(f"{year}/{agency}{copy}.txt", fields, [publisher, *entries], text)


def refusals(first: str, state: str | None = None) -> Iterator[CellEntry]:
    """Eight rows, the second of them in another state."""
    for at, key in enumerate(REFUSED):
        value = None if at == 1 and state else first if at == 0 else "1"
        yield from cells(key, (value,), "表", state or "certain")


@pytest.fixture(scope="module")
def graph() -> Graph:
    carried = ("1", "2", "0", "0", "0", "0", "3")
    reports = [
        report(COUNTY, 2021, "government", [*cells("carried-forward", carried, "表"), *refusals("5")]),
        report(COUNTY, 2022, "government", [*cells("carried-over", (None,) * 7, "1200003", "ambiguous"), *refusals("3", "blank")]),
        report(COUNTY, 2023, "government", list(refusals("2", "ambiguous"))),
        report(BUREAU, 2021, "department", [*cells("carried-forward", ("9", *"00000", "9"), "表"), *refusals("1")]),
        report(BUREAU, 2022, "department", [*cells("carried-over", (None,) * 7, "1200003", "ambiguous")]),
    ]  # fmt: skip
    copy = report(COUNTY, 2021, "government", [*cells("carried-forward", carried, "表"), *refusals("5")], "（副本）")
    # of a copy nothing else is stated
    entities = [line for line in invented.entities([*reports, copy]) if term("gi:sharesTableWith").encode() not in line]
    original, other = (report_iri(f"2021/{COUNTY}{mark}.txt") for mark in ("", "（副本）"))
    mark = f"{iri(other)} {iri(term('gi:duplicateOf'))} {iri(original)} {iri(graph_iri('entities'))} .".encode()
    schemes = turtle_lines([resource("ontology", "indicators.ttl")], graph_iri("ontology"))
    derived = b"".join(line + b"\n" for line in (*entities, *schemes, mark))
    return memory_graph(b"".join([*reports, copy, derived]))


def asked(graph: Graph, name: str, **terms: Any) -> list[dict[str, Any]]:
    rows = ask(graph, shipped(name), terms)
    assert isinstance(rows, Rows)
    return list(rows.dicts())


def indicator(path: str) -> Iri:
    return Iri(mint("indicator", *path.split("/")))


def year(number: int) -> Literal:
    return Literal(str(number), PREFIXES["xsd"] + "gYear")


def test_a_series_shows_what_a_neighbouring_year_decides(graph: Graph) -> None:
    points = series(graph, indicator("2021/requests/carried-over")).points
    assert [(p.agencyLabel, p.year, p.value, p.state, p.derived, p.quote) for p in points] == [
        (COUNTY, 2022, 3, "inferred", "neighbouring-year", None)
    ]
    assert points[0].scope == "aggregate"
    (ranked,) = asked(graph, "indicator-ranking", indicator=indicator("2021/requests/carried-over"), year=year(2022))
    assert (ranked["value"], ranked["derived"]) == (3, "neighbouring-year")


def test_a_sum_counts_what_was_derived_once(graph: Graph) -> None:
    (row,) = asked(graph, "sum-by-region", indicator=indicator("2021/requests/carried-over"), region=Iri(REGION))
    assert (row["year"], row["total"], row["agencies"]) == (2022, 3, 1)
    rows = asked(graph, "sum-by-region", indicator=indicator("2021/requests/carried-forward"), region=Iri(REGION))
    assert [(row["year"], row["total"]) for row in rows] == [(2021, 3)]  # the copy and the bureau are in the aggregate


def test_open_cells_tell_what_decides_them_and_what_contradicts(graph: Graph) -> None:
    told = {
        (row["agencyLabel"], str(row["applicant"]).rpartition("/")[2]): (row["derived"], row["contradictions"])
        for row in asked(graph, "cells-ambiguous", year=year(2022))
    }
    assert told[COUNTY, "all"] == (3, 0)
    assert told[BUREAU, "natural-persons"] == (None, 1)
    assert told[BUREAU, "all"] == (None, 1)
    assert {derived for (agency, _), (derived, _) in told.items() if agency == BUREAU} == {None}


def test_the_table_of_a_report_marks_what_is_derived(graph: Graph) -> None:
    found = cells_of_graph(graph, report_iri(f"2022/{COUNTY}.txt"))
    assert [cell.shown for cell in found if "上年结转" in cell.row] == ["1†", "2†", "0†", "0†", "0†", "0†", "3†"]
    assert sheets(found)


def test_a_heading_is_the_sum_of_its_rows(graph: Graph) -> None:
    """Blank rows count as none, and it is told; with an open row, or one that is not there, nothing is told."""
    points = series(graph, indicator("2021/requests/refused")).points
    assert [(p.agencyLabel, p.year, p.value, p.state, p.derived) for p in points] == [
        (COUNTY, 2021, 12, "computed", "sum-of-parts"),
        (COUNTY, 2022, 9, "computed", "sum-of-parts-blank-as-zero"),
        (BUREAU, 2021, 8, "computed", "sum-of-parts"),
    ]
    rows = asked(graph, "heading-series", indicator=indicator("2019/requests/refused"), since=year(2023))
    assert [(r["value"], r["rows"], r["stated"], r["open"], r["blank"]) for r in rows] == [(None, 8, 7, 1, 0)]
    assert series(graph, indicator("2021/requests/unavailable")).points == ()
    assert series(graph, indicator("2021/requests/results")).points == ()


def test_refusals_by_article(graph: Graph) -> None:
    rows = asked(graph, "refusals-by-article", agency=Iri(mint("agency", "530424", COUNTY)), until=year(2021))
    assert [(row["article"], row["version"], row["requests"], row["rows"]) for row in rows] == [
        ("第十四条", "2019", Decimal(7), 3), ("第十六条", "2019", Decimal(3), 3), ("第三十六条", "2019", Decimal(1), 1),
        ("第十五条", "2019", Decimal(1), 1),
    ]  # fmt: skip
