"""Which sums of the statutory tables do not come out; and what is not assessed."""

from collections.abc import Iterator, Mapping
from typing import Any

import invented
import pytest
from invented import resolved

from gigraph.iris import graph_iri, mint, report_iri
from gigraph.mapping.lines import iri
from gigraph.models import AgencyEntry, CellEntry, Kind, Mention, Span
from gigraph.queries import ask
from gigraph.queries.cards import card
from gigraph.queries.doubts import doubts
from gigraph.queries.library import shipped
from gigraph.registry import load_registry
from gigraph.registry.forms import APPLICANTS, load_forms
from gigraph.resources import resource
from gigraph.store import Graph, Iri, Literal, Rows, memory_graph
from gigraph.store.statements import turtle_lines
from gigraph.vocab import PREFIXES, term

FORM = load_forms(load_registry().folder)["2021"].parts
ROWS = [item.key for item in FORM["requests"] if item.kind == "row"]
RESULTS = ("upheld", "corrected", "other", "pending", "all")
BALANCE, ABOVE = "new + carried over = total + carried forward", "total = rows above it"
KINDS, REVIEW = "all = kinds of applicants", "total = results"
Cells = dict[tuple[str, str, str], str]


def whole() -> Cells:
    """Two persons ask, one request is granted and one goes on; one reconsideration is upheld."""
    cells = {("requests", row, column): "0" for row in ROWS for column in APPLICANTS}
    for row, value in (("new", "2"), ("granted", "1"), ("total", "1"), ("carried-forward", "1")):
        cells |= {("requests", row, column): value for column in ("natural-persons", "all")}
    cells |= {("review", "numbers", f"reconsideration-{result}"): "0" for result in RESULTS}
    return cells | {("review", "numbers", f"reconsideration-{result}"): "1" for result in ("upheld", "all")}


def entries(cells: Cells, states: Mapping[tuple[str, str, str], str]) -> Iterator[CellEntry]:
    mention = (Mention(Kind.CELL, Span(0, 1), "表", None, "test"),)
    for place, value in cells.items():
        part, row, column = place
        state = states.get(place, "certain")
        known = value if state in ("certain", "inferred") else None
        yield CellEntry(
            "2021", row, column, known, "", state, mention, (), "", part=part, key=row, column_key=column
        )  # fmt: skip


def report_of(key: str, cells: Cells, states: Mapping[tuple[str, str, str], str]) -> bytes:
    agency = "华宁县财政局"
    mention = (Mention(Kind.AGENCY, Span(0, 1), "表", None, "test"),)
    publisher = AgencyEntry(agency, (), mention, resolved(mint("agency", "530424", agency)), "department", "530424")
    fields = {"publisher": agency, "year": 2022, "title": f"{agency}2022年政府信息公开工作年度报告"}
    return invented.report(key, fields, [publisher, *entries(cells, states)], "表")


def graph_with(reports: list[bytes], *lines: bytes) -> Graph:
    schemes = turtle_lines([resource("ontology", "indicators.ttl")], graph_iri("ontology"))
    derived = (*invented.entities(reports), *schemes, *lines)
    return memory_graph(b"".join([*reports, *(line + b"\n" for line in derived)]))


def graph_of(cells: Cells, states: Mapping[tuple[str, str, str], str] | None = None) -> Graph:
    return graph_with([report_of("a.txt", cells, states or {})])


def found(graph: Graph, **terms: Any) -> set[tuple[str, str, str, int, int]]:
    rows = ask(graph, shipped("sums-not-kept"), terms)
    assert isinstance(rows, Rows)
    return {
        (row["rule"], row["indicator"].rpartition("/")[2], row["applicant"].rpartition("/")[2],
         int(row["stated"]), int(row["parts"]))
        for row in rows.dicts()
    }  # fmt: skip


def test_a_table_that_adds_up() -> None:
    assert found(graph_of(whole())) == set()


@pytest.mark.parametrize(
    ("row", "column", "value", "told"),
    [
        ("new", "all", "12", {(BALANCE, "total", "all", 2, 12), (KINDS, "new", "all", 12, 2)}),
        ("granted", "companies", "3", {(ABOVE, "total", "companies", 0, 3), (KINDS, "granted", "all", 1, 4)}),
        ("refused-internal", "all", "1", {(ABOVE, "total", "all", 1, 2), (KINDS, "refused-internal", "all", 1, 0)}),
    ],
)
def test_a_wrong_number_is_told_by_each_rule(row: str, column: str, value: str, told: set[Any]) -> None:
    assert found(graph_of(whole() | {("requests", row, column): value})) == told


def test_a_total_of_section_four() -> None:
    wrong = whole() | {("review", "numbers", "reconsideration-all"): "0"}
    assert {line[0] for line in found(graph_of(wrong))} == {REVIEW}


@pytest.mark.parametrize("state", ["inferred", "ambiguous", "blank"])
def test_what_is_not_certain_is_not_assessed(state: str) -> None:
    """A number that a sum decided, several readings, a blank: neither proves a slip."""
    place = ("requests", "new", "all")
    assert found(graph_of(whole() | {place: "12"}, {place: state})) == set()
    place = ("requests", "granted", "companies")
    assert found(graph_of(whole() | {place: "3"}, {place: state})) == set()


def test_half_a_page_hides_no_figure_of_the_whole_report() -> None:
    """A text of the same title that has section two alone does not take the place of section three."""
    half = {("disclosure", "rules", "made"): "1"}
    whole_report, half_report = report_of("a.txt", whole(), {}), report_of("b.txt", half, {})
    shares = f"{iri(report_iri('b.txt'))} {iri(term('gi:sharesTitleWith'))} {iri(report_iri('a.txt'))}"
    mark = f"{shares} {iri(graph_iri('entities'))} .".encode()
    graph = graph_with([whole_report, half_report], mark)
    new = Iri(mint("indicator", "2021", "requests", "new"))
    answer = ask(graph, shipped("sum-by-region"), {"indicator": new, "region": Iri(mint("region", "530424"))})
    assert isinstance(answer, Rows)
    assert [(row["year"], row["total"]) for row in answer.dicts()] == [(2022, 2)]
    year = Literal("2022", PREFIXES["xsd"] + "gYear")
    ranked = ask(graph, shipped("indicator-ranking"), {"indicator": new, "year": year})
    assert isinstance(ranked, Rows)
    assert [row["value"] for row in ranked.dicts()] == [2]


def test_the_page_of_an_agency_tells_the_sums_of_its_reports_alone() -> None:
    broken = whole() | {("requests", "total", "all"): "3"}
    reports = [report_of("a.txt", broken, {}), report_of("b.txt", whole(), {})]
    graph = graph_with(reports)
    iri_of = mint("agency", "530424", "华宁县财政局")
    told = [section for section in doubts(graph, card(graph, iri_of, "agency")) if section.title == "sums-not-kept"]
    asked = ask(graph, shipped("sums-not-kept"))
    assert isinstance(asked, Rows)
    assert asked.rows
    assert {row["report"] for row in asked.dicts()} == {report_iri("a.txt")}
    keys = ("rule", "indicator", "applicant", "stated", "parts", "report")
    assert [[row[key] for key in keys] for row in told[0].records] == [
        [row[key] for key in keys] for row in asked.dicts()
    ]
    assert [section.title for section in doubts(graph, card(graph, mint("region", "530424"), "region"))].count(
        "sums-not-kept"
    ) == 1
