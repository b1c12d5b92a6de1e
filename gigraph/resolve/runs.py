"""Tables whose digits ran together: the form's identities and the report's own prose choose among a row's readings."""

from collections.abc import Sequence
from decimal import Decimal

from gigraph.extractors.forms.decode import Run, Vector
from gigraph.extractors.forms.rows import Printed, RowReading
from gigraph.extractors.forms.solver import SolverRow, solve
from gigraph.extractors.statistics.figure import Figure
from gigraph.models import Span
from gigraph.registry.form_hints import FormHint
from gigraph.registry.forms import core
from gigraph.resolve.cell_values import (
    Value,
    chosen_value,
    data_of,
    direct_values,
    is_direct,
    number_of,
    run_of,
    run_values,
    sign_at,
    total_of,
    unread_values,
    vector_values,
)

_OUTCOMES_OF_ONE, _OUTCOMES_OF_THREE = 19, 21  # rows of outcomes where （六）其他处理 is one row, and where it is three


def requests_values(rows: Sequence[RowReading], runs: Sequence[RowReading], sure: bool) -> dict[int, list[Value]]:
    """The cells of section three's rows that ran together, by the row's identity in memory."""
    if total_of(rows[0]) is None:
        return {id(row): run_values(row, run_of(row), sure) for row in runs}
    decoded = {id(row): _Decoded(row) for row in runs}
    solver_rows = [
        SolverRow(row.key or row.row, one.numbers, whole=one.whole, doubtful=not sure)
        if (one := decoded.get(id(row)))
        else SolverRow(row.key or row.row, _known_numbers(row))
        for row in rows
    ]
    solve(solver_rows, _outcomes_complete(rows))
    by_row = dict(zip(map(id, rows), solver_rows, strict=True))
    return {id(row): _requests_row(row, by_row[id(row)], decoded[id(row)], sure) for row in runs}


class _Decoded:
    """A run with the numbers of its readings (总计 last, wherever it stands), and whether these are all.

    Of too many they are those whose 总计 is the sum of the others.
    """

    def __init__(self, row: RowReading) -> None:
        self.run = run_of(row)
        found = self.run.numbers()
        self.whole = found is not None
        last = total_of(row) == len(row.columns) - 1
        self._grouped = [] if found is not None or not last else self.run.grouped(len(row.columns)) or []
        numbers = found or [tuple([piece.number for piece in vector]) for vector in self._grouped]
        self.numbers = numbers if last else [_total_last(row, one) for one in numbers]

    def vector(self, index: int) -> Vector:
        """The reading whose numbers have this index."""
        return self.run.reading(index) if self.whole else self._grouped[index]


def _known_numbers(row: RowReading) -> list[tuple[int, ...]]:
    """The one reading of a row that needs no choice; in a sum what is blank counts as nothing."""
    if not data_of(row):
        return [(0,) * len(row.columns)]
    if not is_direct(row):
        return []
    numbers = [int(value.value or 0) if _is_whole(value) else 0 for value in direct_values(row)]
    return [_total_last(row, numbers)]


def _total_last(row: RowReading, numbers: Sequence[int]) -> tuple[int, ...]:
    at = total_of(row) or 0
    return (*numbers[:at], *numbers[at + 1 :], numbers[at])


def _is_whole(value: Value) -> bool:
    return value.value is not None and value.value.lstrip("-").isdecimal()


def _outcomes_complete(rows: Sequence[RowReading]) -> bool:
    """Whether all rows of outcomes are there: in the form of 2021 （六） is three rows, in some reports still one."""
    outcomes = [row for row in rows if row.key not in ("new", "carried-over", "total", "carried-forward")]
    keys = {row.key or row.row for row in outcomes}
    if len(keys) != len(outcomes):
        return False
    if any(key == "other" or key.endswith("（六）其他处理") for key in keys):
        return len(keys) == _OUTCOMES_OF_ONE
    return len(keys) == _OUTCOMES_OF_THREE


def _requests_row(row: RowReading, solved: SolverRow, decoded: _Decoded, sure: bool) -> list[Value]:
    run = decoded.run
    if solved.choice is not None and sure:
        return vector_values(row, run, decoded.vector(solved.choice), solved.state, solved.reason, sure)
    if solved.choice is not None and solved.state == "certain":
        return vector_values(row, run, decoded.vector(solved.choice), "inferred", solved.reason, sure)
    if not sure:
        return run_values(row, run, sure)
    return _agreeing(row, run, [decoded.vector(index) for index in solved.balanced], sure)


def _agreeing(row: RowReading, run: Run, vectors: Sequence[Vector], sure: bool) -> list[Value]:
    """Cells in which the readings that an identity leaves agree are inferred, the rest is ambiguous."""
    values = run_values(row, run, sure)
    if not vectors:
        return values
    read = vector_values(row, run, vectors[0], "inferred", "row-sum", sure)
    return [
        value if known.state != "certain" and len(set(pieces)) == 1 else known
        for known, value, pieces in zip(values, read, zip(*vectors, strict=True), strict=True)
    ]


def review_values(row: RowReading, sure: bool) -> list[Value]:
    """The cells of section four where they ran together: in each group the fifth is the sum of the four before it."""
    run = run_of(row)
    if not sure or not all(column.key.endswith("-all") for column in row.columns[4::5]):
        return run_values(row, run, sure)
    found = run.grouped(5) or []
    if len(found) == 1:
        return vector_values(row, run, found[0], "inferred", "group-sums", sure)
    return _agreeing(row, run, found, sure)


def plain_values(row: RowReading, figures: Sequence[Figure], hints: Sequence[FormHint], sure: bool) -> list[Value]:
    """The cells of another row that ran together, where the running text tells them."""
    at = sign_at(row)
    if at is not None:
        return _signed_values(row, at, sure)
    run = run_of(row)
    vectors = [vector for vector in run.readings() or [] if _is_possible(row, vector)]
    told = [_told(row, index, figures, hints) for index in range(len(row.columns))]
    if len(vectors) == 1 and sure:
        return vector_values(row, run, vectors[0], "inferred", "bounds-of-columns", sure)
    scored = [
        sum(number_of(piece.text) in known for piece, known in zip(vector, told, strict=True)) for vector in vectors
    ]
    if not sure or not scored or max(scored) == 0:
        return run_values(row, run, sure)
    best = [vector for vector, score in zip(vectors, scored, strict=True) if score == max(scored)]
    if len(best) == 1:
        return vector_values(row, run, best[0], "inferred", "prose", sure)
    return [
        value if value.reason != "row-sum" else Value(value.value, value.state, value.span, value.unit, reason="prose")
        for value in _agreeing(row, run, best, sure)
    ]


def _signed_values(row: RowReading, at: int, sure: bool) -> list[Value]:
    """The cells of a run with a dash that is a cell or a sign: what all readings of both kinds have in common."""
    data, count = data_of(row), len(row.columns)
    dash, number = data[at], data[at + 1]
    if not dash.span or not number.span:
        return unread_values(row, "several-readings")
    joined = Printed("number", "-" + number.text, number.unit, Span(dash.span.start, number.span.end))
    signed = (*data[:at], joined, *data[at + 2 :])
    found = [
        (kind, vector)
        for kind in (data, signed)
        for vector in Run(kind, count).readings() or []
        if _is_possible(row, vector)
    ]
    if not found or not sure:
        return unread_values(row, "several-readings")
    read = [
        [chosen_value(row, kind, piece, "inferred", "bounds-of-columns") for piece in vector] for kind, vector in found
    ]
    open_ones = unread_values(row, "several-readings")
    return [
        cells[0] if all(cell == cells[0] for cell in cells) else left
        for cells, left in zip(zip(*read, strict=True), open_ones, strict=True)
    ]


def _is_possible(row: RowReading, vector: Vector) -> bool:
    """A figure for one year is not more than the one for all years; money alone has a decimal part."""
    for column, piece in zip(row.columns, vector, strict=True):
        money = column.unit in ("元", "万元", "亿元") or column.key in ("amount", "fees")
        if "." in piece.text and not money:
            return False
        if piece.text.startswith("-") and column.key != "change":
            return False
    yearly = [index for index, column in enumerate(row.columns) if column.name.endswith(("年", "年度", "本年", "本期"))]
    overall = [index for index, column in enumerate(row.columns) if "历年" in column.name]
    return all(number_of(vector[a].text) <= number_of(vector[b].text) for a in yearly for b in overall)


def _told(row: RowReading, index: int, figures: Sequence[Figure], hints: Sequence[FormHint]) -> frozenset[Decimal]:
    """The numbers that the running text gives for a cell."""
    column = row.columns[index]
    if row.form == "other":
        if not (column.name.endswith(("年", "年度", "本年", "本期")) or len(row.columns) == 1):
            return frozenset()
        label = core(row.row.rsplit(" / ", 1)[-1])
        return frozenset(
            number_of(one.value) for one in figures if one.unit == row.unit and _share(label, core(one.of))
        )
    mine = [
        hint
        for hint in hints
        if (hint.part, hint.row, hint.column) == (row.part, row.key, column.key) and hint.form == row.form
    ]
    return frozenset(
        number_of(one.value) for one in figures for hint in mine if hint.speaks_of(one.of + one.quote, one.unit)
    )


def _share(label: str, words: str) -> bool:
    """Whether two labels have four characters in a row in common (主动公开)."""
    return any(label[at : at + 4] in words for at in range(len(label) - 3))
