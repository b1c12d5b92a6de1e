"""Local tables whose digits ran together: a row and its parts (其中) tell how to part the one that is open."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gigraph.extractors.forms.decode import Vector
from gigraph.extractors.forms.rows import RowReading
from gigraph.resolve.cell_values import Value, is_direct, number_of, run_of, vector_values


def by_parts(rows: Sequence[RowReading], values: dict[int, list[Value]]) -> None:
    """Local tables: a row whose parts (其中) are known, or a part of a known row, where just one reading adds up."""
    for index, row in enumerate(rows[:-1]):
        if not rows[index + 1].row.startswith(row.row + " / "):
            continue
        parts = list(_parts(rows, index))
        if not parts or not parts[0].row[len(row.row) + 3 :].startswith("其中"):
            continue
        family = [row, *parts]
        unread = [one for one in family if any(value.state == "ambiguous" for value in values[id(one)])]
        if len(unread) != 1:
            continue
        one = unread[0]
        if is_direct(one):
            continue
        run = run_of(one)
        found = [vector for vector in run.readings() or [] if _adds_up(one, vector, row, parts, values)]
        if len(found) == 1:
            values[id(one)] = vector_values(one, run, found[0], "inferred", "part-sum", True)


def _parts(rows: Sequence[RowReading], index: int) -> Iterator[RowReading]:
    """The rows right below a row in the outline; they follow it."""
    above = rows[index].row + " / "
    for at in range(index + 1, len(rows)):
        if not rows[at].row.startswith(above):
            return
        if " / " not in rows[at].row[len(above) :]:
            yield rows[at]


def _adds_up(
    one: RowReading, vector: Vector, whole: RowReading, parts: Sequence[RowReading], values: dict[int, list[Value]]
) -> bool:
    def number(row: RowReading, index: int) -> Decimal:
        return number_of(vector[index].text) if row is one else number_of(values[id(row)][index].value or "0")

    return all(number(whole, index) == sum(number(part, index) for part in parts) for index in range(len(vector)))
