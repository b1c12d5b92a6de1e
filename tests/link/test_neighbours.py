"""What the report of the year before or after decides, of made-up rows and of reports' lines."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigraph.iris import BASE, mint
from gigraph.link import Contribution, contribution, link
from gigraph.link.neighbours import neighbour_statements
from gigraph.link.stated import stated_in
from gigraph.link.stocks import CARRIED_IN, CARRIED_OUT, FLOWS, Row, stock_cells
from gigraph.mapping.lines import decimal, iri, plain
from gigraph.registry import load_registry
from gigraph.registry.forms import APPLICANTS
from gigraph.vocab import term

NORMATIVE = "disclosure/normative-documents"
BLANKS = "fewer-numbers-than-cells"


def report(name: str) -> str:
    return f"{BASE}report/{name}"


def row(
    name: str, what: str, values: Sequence[int | None], run: str | None = None, why: str = "several-readings"
) -> list[Row]:
    """A row of a report: cells with a value, and with a run of digits those without one, open between all its parts."""
    columns = FLOWS if what == NORMATIVE else APPLICANTS
    cells: list[Row] = []
    for column, value in zip(columns, values, strict=True):
        indicator = f"2021/{what}/{column}" if what == NORMATIVE else f"2021/{what}"
        own = f"{report(name)}/cell/{what[-3:]}{column}"
        if value is None and run is not None:
            digits = run.replace(" ", "")
            parts = {digits[a:b] for a, b in itertools.combinations(range(len(digits) + 1), 2)}
            parts = {part for part in parts if part == "0" or part[0] != "0"} if why != BLANKS else set(run.split())
            open_cell = [own, what, column, indicator, "ambiguous", None, sorted(parts)[:12], why, None, "x:s", run]
            cells.append(open_cell)
        else:
            cells.append([own, what, column, indicator, "certain", str(value), [], None, None, None, None])
    return cells


def told(*reports: tuple[int, list[Row]]) -> dict[str, str]:
    """The derived amounts by cell, and for a contradicted cell `!`."""
    lines = list(neighbour_statements(reports))
    assert lines == list(neighbour_statements(reports))
    found = {}
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        if predicate == iri(term("gi:amount")):
            found[subject[1:-1].replace("/derived/", "/cell/")] = rest.split('"')[1]
        if predicate == iri(term("gi:contradictedBy")):
            found[subject[1:-1]] = "!"
    return {cell.removeprefix(f"{BASE}report/"): value for cell, value in found.items()}


BEFORE = (2022, row("a", NORMATIVE, (5, 1, 89)))


def test_documents_in_force_part_a_run() -> None:
    this = (2023, row("b", NORMATIVE, (None, None, None), "8989"))
    assert set(told(BEFORE, this).values()) == {"!"}  # 89+8-9, 89+8-98, 89+89-8 and so on are not what is left
    assert told((2022, row("a", NORMATIVE, (5, 1, 10))), (2023, row("b", NORMATIVE, (None, None, None), "8414"))) == {
        "b/cell/ntsmade": "8", "b/cell/ntsrepealed": "4", "b/cell/ntsin-force": "14",
    }  # fmt: skip


def test_the_year_after_tells_what_was_in_force() -> None:
    this = (2022, row("a", NORMATIVE, (None, None, None), "1212"))
    after = (2023, row("b", NORMATIVE, (3, 1, 14)))  # 12 before
    assert told(this, after) == {"a/cell/ntsmade": "1", "a/cell/ntsrepealed": "2", "a/cell/ntsin-force": "12"}
    assert told(this, (2023, row("b", NORMATIVE, (3, 1, 99)))) == {"a/cell/ntsin-force": "!"}


def test_requests_carried_over_are_those_carried_forward() -> None:
    this = (2023, row("b", CARRIED_IN, (None,) * 7, "11 2000013"))
    before = (2022, row("a", CARRIED_OUT, (11, 2, 0, 0, 0, 0, 13)))
    values = dict(zip(APPLICANTS, ("11", "2", "0", "0", "0", "0", "13"), strict=True))
    assert told(before, this) == {f"b/cell/ver{column}": value for column, value in values.items()}
    back = (2022, row("a", CARRIED_OUT, (None,) * 7, "112000013"))
    after = (2023, row("b", CARRIED_IN, (11, 2, 0, 0, 0, 0, 13)))
    assert told(back, after) == {f"a/cell/ard{column}": value for column, value in values.items()}


def test_cells_left_out_as_blank_get_no_value() -> None:
    this = (2023, row("b", CARRIED_IN, (None,) * 7, "3 3", BLANKS))
    before = (2022, row("a", CARRIED_OUT, (3, 0, 0, 0, 0, 0, 3)))
    assert told(before, this) == {"b/cell/vernatural-persons": "3", "b/cell/verall": "3"}
    elsewhere = (2022, row("a", CARRIED_OUT, (0, 4, 0, 0, 0, 0, 4)))
    assert told(elsewhere, this) == {}  # a slip, but the printed numbers are not all that the cells may hold


def test_a_slip_is_a_contradiction_and_nothing_is_derived() -> None:
    this = (2023, row("b", CARRIED_IN, (None,) * 7, "2000002"))
    before = (2022, row("a", CARRIED_OUT, (5, 0, 0, 0, 0, 0, 5)))
    assert told(before, this) == {"b/cell/vernatural-persons": "!", "b/cell/verall": "!"}


def test_a_certain_cell_that_differs_stops_its_row() -> None:
    cells = row("b", CARRIED_IN, (7, None, 0, 0, 0, 0, None), "7200007")
    before = (2022, row("a", CARRIED_OUT, (5, 2, 0, 0, 0, 0, 7)))
    assert told(before, (2023, cells)) == {"b/cell/vernatural-persons": "!"}


def test_copies_are_no_contradiction_and_reports_that_differ_say_nothing() -> None:
    this = (2023, row("b", CARRIED_IN, (None,) * 7, "2000002"))
    before, copy = ((2022, row(name, CARRIED_OUT, (2, 0, 0, 0, 0, 0, 2))) for name in "ac")
    assert len(told(before, this, copy)) == 7
    assert told(before, this, (2022, row("c", CARRIED_OUT, (3, 0, 0, 0, 0, 0, 3)))).keys() <= {
        f"b/cell/ver{column}" for column in APPLICANTS
    }
    twice = (2023, row("d", CARRIED_IN, (None,) * 7, "2000002"))
    assert len(told(before, this, twice)) == 14


def test_two_tables_of_one_report_say_nothing() -> None:
    both = row("a", CARRIED_OUT, (2, 0, 0, 0, 0, 0, 2)) + row("a", CARRIED_OUT, (9, 0, 0, 0, 0, 0, 9))
    assert told((2022, both), (2023, row("b", CARRIED_IN, (None,) * 7, "2000002"))) == {}


@pytest.mark.parametrize("why", ["digits-run-together", "numbers-and-cells-differ"])
def test_what_was_not_read_cell_by_cell_stays_open(why: str) -> None:
    this = (2023, row("b", CARRIED_IN, (None,) * 7, "2000002", why))
    assert told((2022, row("a", CARRIED_OUT, (2, 0, 0, 0, 0, 0, 2))), this) == {}


@settings(deadline=None, max_examples=80)
@given(st.lists(st.integers(0, 120), min_size=6, max_size=6), st.lists(st.integers(0, 120), min_size=6, max_size=6))
def test_no_value_is_derived_that_the_run_does_not_spell(mine: list[int], theirs: list[int]) -> None:
    """What is derived is what was printed, or another reading of the same digits that the neighbour states in full."""
    printed, said = (*mine, sum(mine)), (*theirs, sum(theirs))
    run = "".join(map(str, printed))
    this, before = (2023, row("b", CARRIED_IN, (None,) * 7, run)), (2022, row("a", CARRIED_OUT, said))
    found = [value for value in told(before, this).values() if value != "!"]
    assert found in ([], list(map(str, said)))
    if found:
        assert "".join(found) == run


def test_rows_come_from_a_reports_lines() -> None:
    graph, own = iri(f"{BASE}graph/report/0"), f"{report('0')}/cell/00"

    def line(subject: str, predicate: str, value: str) -> bytes:
        return f"{iri(subject)} {iri(term(predicate))} {value} {graph} .".encode()

    span = f"{BASE}text/0#char=1,4"
    lines = [
        line(own, "gi:indicator", iri(mint("indicator", "2019", "requests", "carried-over"))),
        line(own, "gi:applicant", iri(mint("applicant", "all"))),
        line(own, "gi:state", iri(mint("cell-state", "ambiguous"))),
        line(own, "gi:reason", plain("several-readings")),
        line(own, "gi:possibleAmount", decimal("12") or ""),
        line(own, "gi:possibleAmount", decimal("1") or ""),
        line(own, "gi:evidence", iri(span)),
        line(span, "gi:exact", plain("120")),
        line(f"{report('0')}/cell/01", "gi:indicator", iri(mint("indicator", "2019", "requests", "new"))),
    ]
    expected = [
        own, CARRIED_IN, "all", "2019/requests/carried-over", "ambiguous", None, ["1", "12"], "several-readings", None,
        span, "120",
    ]  # fmt: skip
    assert stock_cells(stated_in(lines)) == [expected]
    assert contribution(lines).stocks == [expected]
    assert stock_cells(stated_in([b"no statement"])) == []


def test_what_is_derived_has_the_shape_of_an_observation_and_its_sources() -> None:
    this = (2023, row("b", CARRIED_IN, (None,) * 7, "2000002"))
    lines = list(neighbour_statements([(2022, row("a", CARRIED_OUT, (2, 0, 0, 0, 0, 0, 2))), this]))
    own = iri(f"{report('b')}/derived/verall")
    about = {line.split(" ", 2)[1][1:-1]: line.split(" ", 2)[2] for line in lines if line.startswith(own)}
    assert about[term("gi:decides")] == iri(f"{report('b')}/cell/verall")
    assert about[term("gi:indicator")] == iri(mint("indicator", "2021", "requests", "carried-over"))
    assert about[term("gi:applicant")] == iri(mint("applicant", "all"))
    assert about[term("gi:reason")] == plain("neighbouring-year")
    assert f"{iri(report('b'))} {iri(term('qb:observation'))} {own}" in lines
    derived_from = {
        line.split(" ", 2)[2] for line in lines if line.startswith(f"{own} {iri(term('prov:wasDerivedFrom'))}")
    }
    assert iri(f"{report('a')}/cell/ardall") in derived_from
    assert about[term("gi:decides")] in derived_from


def test_the_pass_looks_at_agencies_with_open_cells_alone() -> None:
    rows = {"a:1": row("b", CARRIED_IN, (None,) * 7, "2000002"), "a:2": row("c", CARRIED_IN, (2, 0, 0, 0, 0, 0, 2))}
    given = [Contribution([], [], [], [], [agency, "某局", "2023"], [], cells) for agency, cells in rows.items()]
    given += [
        Contribution([], [], [], [], [agency, "某局", "2022"], [], row(f"{agency[-1]}0", CARRIED_OUT, (2, 0, 0, 0, 0, 0, 2)))
        for agency in rows
    ]  # fmt: skip
    stated = entities_of(given)
    assert {line.split(" ")[0] for line in stated if "observation" in line} == {iri(report("b"))}
    assert not entities_of([Contribution([], [], [], [], [None, None, None], [], rows["a:1"])])


def entities_of(given: Sequence[Contribution]) -> list[str]:
    return [line.decode() for line in link(given, load_registry())]
