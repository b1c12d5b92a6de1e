"""A query with its terms to rows in order. Ordering is done here: Oxigraph sorts strings some twenty times slower."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Protocol

from gigraph.queries.library import shipped
from gigraph.queries.planning import planned
from gigraph.queries.template import Query
from gigraph.store import Answer, Bindable, Rows, Term, Value


class Asked(Protocol):
    """What a query is asked: `gigraph.store.Graph`, or `gigraph.store.Apart`, where it can be stopped."""

    def query(self, sparql: str, substitutions: Mapping[str, Bindable] | None = None, /) -> Answer: ...


def ask(graph: Asked, query: Query, terms: Mapping[str, Bindable] | None = None) -> Answer:
    """The answer of a query file with its parameters bound (`binding.bind`).

    Rows come in the header's order, ties decided by the other columns, so that they are the same everywhere; columns
    of bound parameters, which say the same in each row, are left out. An ASK gives a bool, a CONSTRUCT triples.
    """
    terms = terms or {}
    answer = graph.query(planned(query.text, terms) if query.form == "SELECT" else query.text, terms)
    if not isinstance(answer, Rows):
        return tuple(sorted(answer, key=repr)) if isinstance(answer, tuple) else answer
    hidden = [parameter.name for parameter in query.parameters if parameter.name in terms or parameter.optional]
    return arrange(answer, query, [name for name in hidden if not _filled(answer, name) or name in terms])


def rows_of(graph: Asked, name: str, terms: Mapping[str, Bindable] | None = None) -> list[dict[str, Any]]:
    """The rows of a shipped query as dictionaries, the bound parameters among them. Raises TypeError for no SELECT."""
    answer = ask(graph, shipped(name), terms)
    if not isinstance(answer, Rows):
        raise TypeError(f"{name} is no SELECT")
    return [{**(terms or {}), **row} for row in answer.dicts()]


def arrange(rows: Rows, query: Query, hidden: list[str]) -> Rows:
    """The rows in the query's order, without the hidden columns."""
    ordered = list(rows.rows)
    if query.order:
        ordered.sort(key=lambda row: tuple(map(_key, row)))
        for column, descending in reversed(query.order):
            at = rows.variables.index(column)
            ordered.sort(key=lambda row, at=at: _key(row[at]), reverse=descending)  # type: ignore[misc]
    kept = [i for i, name in enumerate(rows.variables) if name not in hidden]
    names = tuple(rows.variables[i] for i in kept)
    return Rows(names, tuple(tuple(row[i] for i in kept) for row in ordered))


def _filled(rows: Rows, name: str) -> bool:
    """Whether a column that was left free has a value in any row."""
    at = rows.variables.index(name)
    return any(row[at] is not None for row in rows.rows)


def _key(value: Value | Term) -> tuple[int, Decimal, str]:
    """Unbound before numbers before text; text by code point."""
    if value is None:
        return 0, Decimal(0), ""
    if isinstance(value, int | float | Decimal):
        return 1, Decimal(str(value)) if not isinstance(value, bool) else Decimal(int(value)), ""
    return 2, Decimal(0), str(value)
