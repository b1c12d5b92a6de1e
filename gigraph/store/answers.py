"""What a query answers: rows, statements, yes or no; and the library's terms in them as ours."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from gigraph.store.terms import Iri, Term, Triple, Value, plain, term


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a SELECT: the projected names, and a tuple a row in their order (None where unbound).

    Cells are plain values, or `Iri` and `Literal` where the query was asked with `terms=True`.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Value | Term, ...], ...]

    def dicts(self) -> Iterator[dict[str, Value | Term]]:
        """The rows as dictionaries."""
        return (dict(zip(self.variables, row, strict=True)) for row in self.rows)


Answer = Rows | bool | tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Solutions:
    """The rows of a SELECT as they come, in the library's terms."""

    variables: tuple[str, ...]
    rows: Iterator[Iterable[object]]


Asked = Solutions | bool | Iterator[Triple]


def row_of(solution: Iterable[object], *, terms: bool) -> tuple[Value | Term, ...]:
    """The cells of a solution of the library's, as terms or as plain values."""
    cells: Sequence[object] = tuple(solution)
    return tuple(None if cell is None else term(cell) for cell in cells) if terms else tuple(map(plain, cells))


def triple_of(statement: ox.Triple) -> Triple:
    """A statement of the library's."""
    return Triple(iri_of(statement.subject), iri_of(statement.predicate), term(statement.object))


def iri_of(found: object) -> Iri:
    """A term of the library's that is an IRI. Raises TypeError for another."""
    known = term(found)
    if not isinstance(known, Iri):
        raise TypeError(f"not an IRI: {known!r}")
    return known
