"""Which sums of the statutory tables do not come out; and what is not assessed."""

from collections.abc import Iterator, Mapping
from typing import Any

import invented
import pytest
from invented import resolved

from gigraph.iris import graph_iri, mint
from gigraph.link.stocks import APPLICANTS
from gigraph.models import AgencyEntry, CellEntry, Kind, Mention, Span
from gigraph.queries import ask
from gigraph.queries.library import shipped
from gigraph.registry import load_registry
from gigraph.registry.forms import load_forms
from gigraph.resources import resource
from gigraph.store import Graph, Rows, memory_graph
from gigraph.store.statements import turtle_lines

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


def graph_of(cells: Cells, states: Mapping[tuple[str, str, str], str] | None = None) -> Graph:
    agency = "华宁县财政局"
    mention = (Mention(Kind.AGENCY, Span(0, 1), "表", None, "test"),)
    publisher = AgencyEntry(agency, (), mention, resolved(mint("agency", "530424", agency)), "department", "530424")
    fields = {"publisher": agency, "year": 2022, "title": f"{agency}2022年政府信息公开工作年度报告"}
    report = invented.report("a.txt", fields, [publisher, *entries(cells, states or {})], "表")
    schemes = turtle_lines([resource("ontology", "indicators.ttl")], graph_iri("ontology"))
    return memory_graph(b"".join([report, *(line + b"\n" for line in (*invented.entities([report]), *schemes))]))


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
