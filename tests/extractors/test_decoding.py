"""Runs of digits: all readings and no other, and what an identity makes of them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.extractors.forms.cells import Token
from gigraph.extractors.forms.decode import Run, is_number
from gigraph.extractors.forms.fit import fit, padding
from gigraph.extractors.forms.rows import Printed
from gigraph.extractors.forms.solver import SolverRow, solve
from gigraph.models import Span

NUMBERS = st.one_of(st.just(0), st.integers(0, 9), st.integers(0, 1200))


def printed(*texts: str) -> list[Printed]:
    return [Printed("number", text, "", Span(0, len(text))) for text in texts]


def told(vectors: list | None) -> list[str]:  # type: ignore[type-arg]
    return [" ".join(piece.text for piece in vector) for vector in vectors or []]


@given(st.lists(NUMBERS, min_size=1, max_size=5), st.data())
def test_what_was_run_together_is_among_the_readings(numbers: list[int], data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.booleans(), min_size=len(numbers) - 1, max_size=len(numbers) - 1))
    text = "".join(f"{number}{' ' if cut else ''}" for number, cut in zip(numbers, [*cuts, False], strict=True))
    run = printed(*text.split())
    found = Run(run, len(numbers)).readings()
    assert found is not None
    assert " ".join(map(str, numbers)) in told(found)
    assert len(found) == Run(run, len(numbers)).count() == len(set(told(found)))


@given(st.lists(st.text("0012", min_size=1, max_size=6), min_size=1, max_size=3), st.integers(1, 7))
def test_settled_and_possible_cells_are_those_of_all_readings(texts: list[str], columns: int) -> None:
    run = Run(printed(*texts), columns)
    found = run.readings()
    assert found is not None
    for index, piece in enumerate(run.settled()):
        pieces = {vector[index] for vector in found}
        assert (piece is not None) == (len(pieces) == 1)
        assert set(run.possible(index)) == {one.text for one in pieces}


@given(st.lists(st.integers(0, 40), min_size=4, max_size=4), st.lists(st.integers(0, 40), min_size=4, max_size=4))
def test_groups_that_add_up_are_found(first: list[int], second: list[int]) -> None:
    row = [*first, sum(first), *second, sum(second)]
    found = Run(printed("".join(map(str, row))), 10).grouped(5)
    assert " ".join(map(str, row)) in told(found)
    assert all(sum(int(piece.text) for piece in vector[:4]) == int(vector[4].text) for vector in found or [])


@pytest.mark.parametrize(
    ("texts", "columns", "expected"),
    [
        (["000"], 3, ["0 0 0"]),
        (["7000007"], 7, ["7 0 0 0 0 0 7"]),
        (["350"], 2, ["3 50", "35 0"]),
        (["23", "0", "00", "0", "023"], 7, ["23 0 0 0 0 0 23"]),
        (["12.50"], 2, ["1 2.50"]),
        (["5"], 2, []),
        (["1", "2", "3"], 2, []),
    ],
)
def test_readings(texts: list[str], columns: int, expected: list[str]) -> None:
    assert told(Run(printed(*texts), columns).readings()) == expected


def test_a_run_with_too_many_readings_is_left_alone() -> None:
    assert Run(printed("1234567891234567891234"), 11).readings() is None


@given(st.text("0123456789.", min_size=1, max_size=8))
def test_a_cells_number_has_no_zero_before_it(text: str) -> None:
    if is_number(text):
        assert text[0] != "0" or text == "0" or text[1] == "."


def _token(text: str) -> Token:
    return Token("number" if text else "blank", text, 0, 1)


@given(st.lists(st.sampled_from(["", "0", "5"]), min_size=1, max_size=4), st.integers(0, 2), st.integers(0, 2))
def test_padding_is_taken_off_only_where_it_is_blank(cells: list[str], front: int, back: int) -> None:
    row = [_token(text) for text in [*[""] * front, *cells, *[""] * back]]
    ways = padding(row, len(cells))
    assert (front, back) in ways
    assert all(all(token.kind == "blank" for token in (*row[:a], *row[len(row) - b :])) for a, b in ways)


def test_a_row_with_several_ways_follows_the_others() -> None:
    plain = [_token(text) for text in ("", "1", "2")]
    doubtful = [_token(text) for text in ("", "", "3", "")]
    assert fit([(plain, 2), (doubtful, 2)])[1] is None
    assert [token.text for token in fit([([*plain, _token("")], 2), (doubtful, 2)])[1] or ()] == ["", "3"]


def _solver(**rows: list[tuple[int, ...]]) -> dict[str, SolverRow]:
    return {key.replace("_", "-"): SolverRow(key.replace("_", "-"), found) for key, found in rows.items()}


def test_a_reading_that_row_and_columns_choose_apart_is_certain() -> None:
    rows = _solver(
        new=[(23, 0, 23), (2, 30, 23)], carried_over=[(0, 0, 0)], granted=[(23, 0, 23)], total=[(23, 0, 23)],
        carried_forward=[(0, 0, 0)],
    )  # fmt: skip
    solve(list(rows.values()), True)
    assert (rows["new"].numbers, rows["new"].state) == ((23, 0, 23), "certain")


def test_a_reading_that_one_identity_chooses_is_inferred() -> None:
    rows = _solver(new=[(23, 0, 23), (2, 30, 23)], granted=[(5, 0, 5)])
    solve(list(rows.values()), False)
    assert (rows["new"].numbers, rows["new"].state, rows["new"].reason) == ((23, 0, 23), "inferred", "row-sum")


def test_a_slip_makes_a_reading_ambiguous_and_never_certain() -> None:
    # 23 0 32 was printed: its own sum would choose 2 30 32, which the columns contradict
    rows = _solver(
        new=[(23, 0, 32), (2, 30, 32)], carried_over=[(0, 0, 0)], granted=[(23, 0, 23)], total=[(23, 0, 23)],
        carried_forward=[(0, 0, 0)],
    )  # fmt: skip
    solve(list(rows.values()), True)
    assert rows["new"].state == "ambiguous"


def test_several_rows_are_solved_together() -> None:
    rows = _solver(
        granted=[(1, 2, 3), (12, 3, 15)], partly_granted=[(4, 1, 5), (5, 4, 9)], total=[(5, 3, 8), (6, 9, 15)],
        new=[(5, 3, 8)], carried_over=[(0, 0, 0)], carried_forward=[(0, 0, 0)],
    )  # fmt: skip
    solve(list(rows.values()), True)
    assert [rows[key].numbers for key in ("granted", "partly-granted", "total")] == [(1, 2, 3), (4, 1, 5), (5, 3, 8)]
    assert all(a.state in ("certain", "inferred") for a, _ in pairwise(rows.values()))
