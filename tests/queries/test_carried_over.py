"""What a report carries over against what the report of the year before carries forward."""

from collections.abc import Iterator, Sequence
from typing import Any

import invented
import pytest
from invented import resolved

from gigraph.iris import graph_iri, mint, report_graph, report_iri
from gigraph.mapping.lines import iri
from gigraph.models import AgencyEntry, CellEntry, Kind, Mention, Span
from gigraph.queries import ask
from gigraph.queries.library import shipped
from gigraph.registry.forms import APPLICANTS
from gigraph.store import Graph, Iri, Literal, Rows, memory_graph
from gigraph.vocab import PREFIXES, term

BUREAU, OFFICE = "华宁县财政局", "华宁县统计局"
NONE = ("0",) * 7
Row = tuple[str, Sequence[str], str]  # key, values by applicant, state
AFTER = "carried-over"
BEFORE = "carried-forward"


def cells(form: str, key: str, values: Sequence[str], state: str) -> Iterator[CellEntry]:
    for column, value in zip(APPLICANTS, values, strict=True):
        told = value if state in ("certain", "inferred") else None
        mention = (Mention(Kind.CELL, Span(0, 1), "表", None, "test"),)
        yield CellEntry(
            form, key, column, told, "", state, mention, (), "", part="requests", key=key, column_key=column
        )


def report(year: int, *rows: Row, agency: str = BUREAU, mark: str = "", form: str = "2021") -> bytes:
    found = resolved(mint("agency", "530424", agency))
    mention = (Mention(Kind.AGENCY, Span(0, 1), "表", None, "test"),)
    fields = {"publisher": agency, "year": year, "title": f"{agency}{year}年政府信息公开工作年度报告{mark}"}
    publisher = AgencyEntry(agency, (), mention, found, "department", "530424")
    entries = [entry for row in rows for entry in cells(form, *row)]
    return invented.report(f"{year}/{agency}{mark}.txt", fields, [publisher, *entries], "表")


def persons(number: int, state: str = "certain", key: str = AFTER) -> Row:
    """So many persons, and nobody else."""
    return key, (str(number), *NONE[1:6], str(number)), state


def graph_of(*reports: bytes, marks: Sequence[tuple[str, str, str]] = ()) -> Graph:
    """The reports' graph; marks: what two of them are to one another, by their keys."""
    lines = [
        f"{iri(report_iri(one))} {iri(term(relation))} {iri(report_iri(other))} {iri(graph_iri('entities'))} .".encode()
        for one, relation, other in marks
    ]
    entities = invented.entities(reports)
    if marks:  # of two that are a copy or versions nothing else is stated
        entities = [line for line in entities if term("gi:sharesTableWith").encode() not in line]
    derived = b"".join(line + b"\n" for line in [*entities, *lines])
    return memory_graph(b"".join([*reports, derived]))


def found(graph: Graph, **terms: Any) -> list[dict[str, Any]]:
    rows = ask(graph, shipped("carry-overs-not-kept"), terms)
    assert isinstance(rows, Rows)
    return list(rows.dicts())


def told(graph: Graph, **terms: Any) -> set[tuple[int, str, int, int]]:
    """The year, the applicant, what is carried over and what was carried forward."""
    return {
        (
            int(row["reportYear"]),
            row["applicant"].rpartition("/")[2],
            int(row["carriedOver"]),
            int(row["carriedForward"]),
        )
        for row in found(graph, **terms)
    }


def test_both_figures_are_told_with_their_sources() -> None:
    graph = graph_of(report(2021, persons(3, key=BEFORE)), report(2022, persons(5)))
    assert told(graph) == {(2022, "natural-persons", 5, 3), (2022, "all", 5, 3)}
    row = found(graph)[0]
    assert (row["agencyLabel"], int(row["difference"])) == (BUREAU, 2)
    assert (row["report"], row["sourceKey"]) == (report_iri(f"2022/{BUREAU}.txt"), f"2022/{BUREAU}.txt")
    assert (row["earlier"], row["earlierKey"]) == (report_iri(f"2021/{BUREAU}.txt"), f"2021/{BUREAU}.txt")
    assert row["cell"].startswith(f"{row['report']}/cell/")
    assert row["earlierCell"].startswith(f"{row['earlier']}/cell/")
    assert (row["quote"], row["earlierQuote"]) == ("表", "表")


def test_what_is_kept_is_not_told() -> None:
    graph = graph_of(report(2021, persons(3, key=BEFORE)), report(2022, persons(3), persons(1, key=BEFORE)))
    assert told(graph) == set()


def test_the_forms_of_2019_and_2021_are_compared() -> None:
    graph = graph_of(report(2020, persons(3, key=BEFORE), form="2019"), report(2021, persons(4)))
    assert {row[0] for row in told(graph)} == {2021}


@pytest.mark.parametrize("state", ["inferred", "ambiguous", "blank"])
def test_what_is_not_certain_is_not_assessed(state: str) -> None:
    assert told(graph_of(report(2021, persons(3, state, BEFORE)), report(2022, persons(5)))) == set()
    assert told(graph_of(report(2021, persons(3, key=BEFORE)), report(2022, persons(5, state)))) == set()


def test_other_years_and_other_agencies_say_nothing() -> None:
    later = report(2022, persons(5))
    for year, agency in ((2020, BUREAU), (2022, BUREAU), (2023, BUREAU), (2021, OFFICE)):
        assert told(graph_of(report(year, persons(3, key=BEFORE), agency=agency, mark="一"), later)) == set()


def test_a_copy_does_not_tell_it_twice_and_a_correction_counts() -> None:
    before, later = report(2021, persons(3, key=BEFORE)), report(2022, persons(5))
    first, second = f"2021/{BUREAU}.txt", f"2021/{BUREAU}二.txt"
    copy = report(2021, persons(3, key=BEFORE), mark="二")
    assert len(found(graph_of(before, copy, later, marks=[(second, "gi:duplicateOf", first)]))) == 2
    assert {row["earlierKey"] for row in found(graph_of(before, copy, later))} == {second}  # they share their table
    corrected = report(2021, persons(5, key=BEFORE), mark="二")
    assert told(graph_of(before, corrected, later, marks=[(second, "gi:otherVersionOf", first)])) == set()
    assert told(graph_of(before, corrected, later, marks=[(first, "gi:otherVersionOf", second)])) != set()


def test_reports_of_one_year_that_disagree_say_nothing() -> None:
    before, other = report(2021, persons(3, key=BEFORE)), report(2021, persons(4, key=BEFORE), mark="二")
    assert told(graph_of(before, other, report(2022, persons(5)))) == set()
    twice = report(2021, persons(3, key=BEFORE), persons(4, key=BEFORE))
    assert told(graph_of(twice, report(2022, persons(5)))) == set()


def test_half_a_year_carries_nothing_into_the_next() -> None:
    before, later = report(2021, persons(3, key=BEFORE)), report(2022, persons(5))
    own, kind = report_iri(f"2021/{BUREAU}.txt"), mint("document-type", "interim-report")
    graph = report_graph(f"2021/{BUREAU}.txt")
    half = f"{iri(own)} {iri(term('dct:type'))} {iri(kind)} {iri(graph)} .\n".encode()
    assert told(graph_of(before, half, later)) == set()


def test_agency_year_and_region_narrow_it() -> None:
    graph = graph_of(
        report(2021, persons(3, key=BEFORE)), report(2022, persons(5), persons(1, key=BEFORE)),
        report(2023, persons(2)), report(2021, persons(0, key=BEFORE), agency=OFFICE),
        report(2022, persons(7), agency=OFFICE),
    )  # fmt: skip
    assert [(row["agencyLabel"], row["reportYear"]) for row in found(graph)[::2]] == [
        (OFFICE, 2022), (BUREAU, 2022), (BUREAU, 2023),
    ]  # fmt: skip
    of_bureau = told(graph, agency=Iri(mint("agency", "530424", BUREAU)))
    assert {row[0] for row in of_bureau} == {2022, 2023}
    of_year = told(graph, year=Literal("2022", PREFIXES["xsd"] + "gYear"))
    assert {row[2] for row in of_year} == {5, 7}
    assert told(graph, region=Iri(mint("region", "530424"))) == told(graph)
    assert told(graph, region=Iri(mint("region", "430000"))) == set()
