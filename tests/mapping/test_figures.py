"""Cells and figures in a report's graph: what is an observation, what is none, and that nothing is lost or invented."""

import dataclasses
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from gigraph.iris import mint, report_graph, report_iri
from gigraph.mapping import map_report
from gigraph.mapping.figures import indicator_iri
from gigraph.mapping.lines import decimal
from gigraph.models import (
    AgencyEntry,
    CellEntry,
    Document,
    Kind,
    Mention,
    Outcome,
    ReportFacts,
    ReportField,
    Resolution,
    Source,
    Span,
    StatisticEntry,
)
from gigraph.pipeline import read_facts
from gigraph.vocab import PREFIXES, gi

ROOT = Path(__file__).parents[2]
TEXT = "规章 3 0 / 自然人12 总计 12 34 行政许可 96018 其中网上3次"
KEY = "2022/市政府.txt"
REPORT, GRAPH = report_iri(KEY), report_graph(KEY)
QB = PREFIXES["qb"]


def mention(surface: str) -> Mention:
    start = TEXT.index(surface)
    return Mention(Kind.CELL, Span(start, start + len(surface)), surface, None, "test")


def cell(state: str, value: str | None, surface: str, **more: object) -> CellEntry:
    fields = {"form": "2021", "row": "行", "column": "列", "unit": "", "part": "requests", "key": "new"} | more
    fields.setdefault("column_key", "all")
    return CellEntry(value=value, state=state, mentions=(mention(surface),), **fields)  # type: ignore[arg-type]


def facts(*cells: CellEntry, figures: tuple[StatisticEntry, ...] = (), kind: str = "government") -> ReportFacts:
    publisher = AgencyEntry(
        "临江市人民政府",
        (),
        (),
        Resolution(Outcome.RESOLVED, mint("agency", "880100", "临江市人民政府"), "place"),
        kind,
    )
    return ReportFacts(
        Document(TEXT, Source(KEY, digest="cd" * 32), "ab" * 32), "annual-report",
        (ReportField("publisher", "临江市人民政府"), ReportField("year", 2022)), (), (publisher,), (), figures, cells,
    )  # fmt: skip


def things(found: ReportFacts, kind: str) -> list[dict[str, list[str]]]:
    """The things of a class of ours: {local name or prefixed name of a property: objects}."""
    nodes: dict[str, dict[str, list[str]]] = {}
    for quad in ox.parse(map_report(found).data, format=ox.RdfFormat.N_QUADS):
        value = quad.object.value  # type: ignore[union-attr]
        name = quad.predicate.value.replace(PREFIXES["gi"], "").replace(QB, "qb:")
        nodes.setdefault(quad.subject.value, {}).setdefault(name, []).append(value.replace(PREFIXES["id"], "id:"))  # type: ignore[union-attr]
    kinds = PREFIXES["rdf"] + "type"
    return [node for _, node in sorted(nodes.items()) if gi(kind) in node.get(kinds, ())]


def test_a_valued_cell_is_an_observation_of_the_report() -> None:
    (found,) = things(facts(cell("certain", "12", "12", column_key="natural-persons")), "Observation")
    assert (found["amount"], found["indicator"]) == (["12"], ["id:indicator/2021/requests/new"])
    assert (found["applicant"], found["state"]) == (["id:applicant/natural-persons"], ["id:cell-state/certain"])
    assert found["evidence"][0].endswith(f"#char={TEXT.index('12')},{TEXT.index('12') + 2}")
    assert "unit" not in found
    assert "reason" not in found


@pytest.mark.parametrize(
    ("part", "key", "column", "expected"),
    [
        ("requests", "new", "companies", "2021/requests/new"),
        ("disclosure", "rules", "made", "2021/disclosure/rules/made"),
        ("review", "", "litigation-direct-all", "2021/review/litigation-direct-all"),
        ("statistics", "disclosed", "", "2021/statistics/disclosed"),
        ("requests", "", "all", None),
        ("disclosure", "rules", "", None),
        ("variant", "disclosed", "", None),
    ],
)
def test_the_indicator_of_a_cell(part: str, key: str, column: str, expected: str | None) -> None:
    found = indicator_iri(cell("certain", "1", "3", part=part, key=key, column_key=column))
    assert found == (mint("indicator", *expected.split("/")) if expected else None)


def test_where_a_form_does_not_tell_applicants_apart_all_are_meant() -> None:
    (found,) = things(
        facts(cell("certain", "3", "3", part="disclosure", key="rules", column_key="made")), "Observation"
    )
    assert found["applicant"] == ["id:applicant/all"]


@pytest.mark.parametrize("state", ["blank", "slash", "dash", "text", "missing"])
def test_what_is_no_number_is_no_zero(state: str) -> None:
    report = facts(cell(state, None, "/"), cell("certain", "0", "0", column_key="companies"))
    (empty,), (zero,) = things(report, "Cell"), things(report, "Observation")
    assert (empty["state"], empty.get("amount")) == ([f"id:cell-state/{state}"], None)
    assert zero["amount"] == ["0"]


def test_an_ambiguous_cell_keeps_its_candidates_and_has_no_value() -> None:
    report = facts(cell("ambiguous", None, "96018", candidates=("18", "9601.50", "8"), reason="several-readings"))
    (found,) = things(report, "Cell")
    assert "amount" not in found
    assert sorted(found["possibleAmount"]) == ["18", "8", "9601.5"]
    assert found["reason"] == ["several-readings"]
    assert found["indicator"] == ["id:indicator/2021/requests/new"]
    assert things(report, "Observation") == []


def test_a_cell_of_no_form_keeps_its_labels_and_its_value() -> None:
    (found,) = things(facts(cell("certain", "3", "3", form="other", part="variant", key="", column_key="")), "Cell")
    assert (found["row"], found["column"], found["amount"]) == (["行"], ["列"], ["3"])


def test_equal_labels_twice_are_two_cells() -> None:
    report = facts(cell("certain", "12", "12"), cell("certain", "34", "34"))
    assert sorted(found["amount"][0] for found in things(report, "Observation")) == ["12", "34"]


@pytest.mark.parametrize(("kind", "scope"), [("government", "aggregate"), ("department", "own"), ("township", "own")])
def test_the_report_is_the_slice_with_its_scope(kind: str, scope: str) -> None:
    (report,) = things(facts(cell("certain", "12", "12"), kind=kind), "Report")
    assert report["figureScope"] == [f"id:figure-scope/{scope}"]
    assert len(report["qb:observation"]) == 1
    assert report["qb:sliceStructure"] == ["id:slice-key/report"]


def test_a_report_without_observations_is_no_slice() -> None:
    (report,) = things(facts(cell("blank", None, "/")), "Report")
    assert {"figureScope", "qb:sliceStructure", "qb:observation"} & set(report) == set()
    assert len(report["hasCell"]) == 1


def test_a_number_of_the_text_with_all_that_is_said_of_it() -> None:
    whole = StatisticEntry("12", "次", "培训", "12", (mention("12"),), scope="全市", period="2022年", per="year")
    part = StatisticEntry("3", "次", "网上", "3次", (mention("网上3次"),), bound="≈", part_of=0)
    found = things(facts(figures=(whole, part)), "Figure")
    first, second = sorted(found, key=lambda node: node["amount"], reverse=False)
    assert (first["of"], first["unit"], first["statedScope"]) == (["培训"], ["次"], ["全市"])
    assert (first["statedPeriod"], first["per"]) == (["2022年"], ["year"])
    assert (second["bound"], len(second["partOf"])) == (["≈"], 1)
    assert "partOf" not in first


@given(st.text(alphabet="+-0123456789.", max_size=24))
def test_decimals_are_written_as_the_store_writes_them(text: str) -> None:
    written = decimal(text)
    if written is None:
        return
    line = f"<http://a/s> <http://a/p> {written} <http://a/g> .\n".encode()
    store = ox.Store()
    store.load(line, format=ox.RdfFormat.N_QUADS)
    assert store.dump(format=ox.RdfFormat.N_QUADS) == line
    assert Decimal(written.split('"')[1]) == Decimal(text)


@pytest.mark.parametrize("text", [None, 3, "", "-", "1.2.3", "1e3", "１２", "1" * 19])
def test_what_is_no_decimal(text: object) -> None:
    assert decimal(text) is None


def test_all_cells_and_figures_of_a_report_are_in_its_graph_and_name_known_concepts() -> None:
    found = read_facts(ROOT / "seeds" / "reports" / "002_1a45804d71bde4f9.txt")
    assert found.tables
    assert found.statistics
    known = {str(subject) for subject in rdflib.Graph().parse(ROOT / "ontology" / "indicators.ttl").subjects()}
    observations, cells = things(found, "Observation"), things(found, "Cell")
    assert len(observations) + len(cells) == len(found.tables)
    assert {PREFIXES["id"] + node["indicator"][0][3:] for node in observations} <= known
    assert len(things(found, "Figure")) == len(found.statistics)
    assert sum(Decimal(node["amount"][0]) for node in observations) == sum(
        Decimal(entry.value) for entry in found.tables if entry.value
    )


def test_the_same_facts_give_the_same_bytes() -> None:
    report = facts(cell("certain", "12", "12"), cell("ambiguous", None, "96018", candidates=("1", "2")))
    again = dataclasses.replace(report, tables=tuple(report.tables or ()))
    assert map_report(report).data == map_report(again).data
    assert all(line.endswith(f"<{GRAPH}> .") for line in map_report(report).data.decode().splitlines())
