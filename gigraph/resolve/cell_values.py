"""The cells of one row: as they stand where that needs no choice, else what all readings of the run have in common."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from gigraph.extractors.forms.cells import is_nothing
from gigraph.extractors.forms.decode import Piece, Run, Vector, is_glued
from gigraph.extractors.forms.rows import Printed, RowReading
from gigraph.models import Kind, Mention, Span

MOST_CANDIDATES = 12  # of an ambiguous cell
_WORDS = {"blank": "blank", "slash": "slash", "dash": "dash", "text": "text"}
_INAPPLICABLE = frozenset({"不适用", "不涉及"})


class Value(NamedTuple):
    """What a cell holds: its number (None where the state gives none), unit as printed, place."""

    value: str | None
    state: str
    span: Span
    unit: str = ""
    candidates: tuple[str, ...] = ()
    reason: str = ""


def data_of(row: RowReading) -> tuple[Printed, ...]:
    """What is printed in a row but words that stand in no cell."""
    if row.exact or "text" not in [printed.kind for printed in row.printed]:
        return row.printed
    return tuple([printed for printed in row.printed if printed.kind != "text" or is_nothing(printed.text)])


def total_of(row: RowReading) -> int | None:
    """The place of 总计 among the columns of a row of section three; None where the table has no such column."""
    return next((at for at, column in enumerate(row.columns) if column.key == "all"), None)


def is_direct(row: RowReading) -> bool:
    """Whether a row reads without a choice: its borders are known, or it has just one number a column."""
    if row.exact:
        return True
    if sign_at(row) is not None:
        return False
    data = data_of(row)
    return len(data) == len(row.columns) and not any(
        printed.kind == "number" and is_glued(printed.text) for printed in data
    )


def sign_at(row: RowReading) -> int | None:
    """Where a dash stands right between digits in a row with 本年增/减: it is a cell, or the sign of what follows."""
    if row.exact or "change" not in [column.key for column in row.columns]:
        return None
    data = data_of(row)
    for at in range(1, len(data) - 1):
        before, dash, after = (printed.span for printed in data[at - 1 : at + 2])
        if data[at].text == "-" and before and dash and after and before.end == dash.start and dash.end == after.start:
            return at
    return None


def direct_values(row: RowReading) -> list[Value]:
    """The cells of a row that reads without a choice."""
    return [_direct(printed, row) for printed in data_of(row)]


def _direct(printed: Printed, row: RowReading) -> Value:
    kind, text, unit, place, repair = printed
    span = row.label if place is None else place
    if kind != "number":
        return Value(None, _state(printed), span, reason="" if kind != "text" else text[:40])
    if is_glued(text):
        return Value(None, "ambiguous", span, unit, (text,), "digits-run-together")
    if repair:
        return Value(plain_number(text), "inferred", span, unit, (), repair)
    if row.header:
        return Value(plain_number(text), "certain", span, unit)
    return Value(plain_number(text), "inferred", span, unit, (), "columns-by-form")


def _state(printed: Printed) -> str:
    return "inapplicable" if printed.text in _INAPPLICABLE else _WORDS[printed.kind]


def plain_number(text: str) -> str:
    """A number as printed, without zeros that only fill up: 007 stays away, 0.50 is kept."""
    return text[:-1] if text.endswith(".") else text


def number_of(text: str) -> Decimal:
    """The number of a piece; a dash and a word (无) count as nothing."""
    return Decimal(text) if text[-1:].isdigit() else Decimal(0)


def empty_values(row: RowReading) -> list[Value]:
    """The cells of a row behind whose label nothing stands."""
    return [Value(None, "blank", row.label)] * len(row.columns)


def unread_values(row: RowReading, reason: str) -> list[Value]:
    """The cells of a row that has fewer or more numbers than columns, with no ground to tell which is whose."""
    spans = [printed.span for printed in row.printed if printed.span is not None] or [row.label]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    texts = tuple(dict.fromkeys(printed.text for printed in data_of(row) if printed.kind == "number"))[:MOST_CANDIDATES]
    return [Value(None, "ambiguous", whole, "", texts, reason)] * len(row.columns)


def with_total(row: RowReading) -> list[Value]:
    """The cells of a row that leaves empty ones out and ends with the sum of the rest: that one is 总计."""
    values = unread_values(row, "fewer-numbers-than-cells")
    last = data_of(row)[-1]
    return [*values[:-1], Value(last.text, "inferred", last.span or row.label, last.unit, reason="row-sum")]


def run_of(row: RowReading) -> Run:
    """The row's digits as a run to be read as so many cells as the row has columns."""
    return Run(data_of(row), len(row.columns))


def run_values(row: RowReading, run: Run, sure: bool) -> list[Value]:
    """The cells of a run of digits as far as all its readings agree. `sure`: the table leaves no cell out as blank."""
    data = run.printed
    values = []
    for column, piece in enumerate(run.settled()):
        if piece and sure:
            values.append(chosen_value(row, data, piece, "certain" if row.header else "inferred", ""))
        else:
            unit, options = data[-1].unit if data else "", tuple(run.possible(column)[:MOST_CANDIDATES])
            values.append(Value(None, "ambiguous", _whole(data, row), unit, options, "several-readings"))
    return values


def vector_values(row: RowReading, run: Run, vector: Vector, state: str, reason: str, sure: bool) -> list[Value]:
    """The cells of a run of digits by one of its readings; what all readings have in common needs no identity."""
    values = []
    for piece, settled in zip(vector, run.settled(), strict=True):
        if settled and sure and row.header:
            values.append(chosen_value(row, run.printed, piece, "certain", ""))
        else:
            values.append(chosen_value(row, run.printed, piece, state if row.header else "inferred", reason))
    return values


def chosen_value(row: RowReading, data: Sequence[Printed], piece: Piece, state: str, reason: str) -> Value:
    """A cell that is a stretch of a printed run."""
    printed = data[piece.token]
    span = row.label if printed.span is None else printed.span
    if span.end - span.start == len(printed.text):
        span = Span(span.start + piece.start, span.start + piece.end)
    if printed.kind != "number":
        return Value(None, _state(printed), span)
    unit = printed.unit if piece.end == len(printed.text) else ""
    return Value(plain_number(piece.text), state, span, unit, reason=reason)


def _whole(data: Sequence[Printed], row: RowReading) -> Span:
    spans = [printed.span for printed in data if printed.span]
    return Span(spans[0].start, spans[-1].end) if spans else row.label


def cell_mention(text: str, value: Value) -> Mention:
    """The evidence of a cell: the digits, the run that holds them, or the row's label where nothing is printed."""
    number, state, span, _, _, reason = value
    rule = f"cell-{reason or state}" if state != "text" else "cell-text"
    return Mention(Kind.CELL, span, text[span.start : span.end], number, rule)
