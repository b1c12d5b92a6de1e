"""Lists of agencies and platforms, narrowed by region, level, kind, sector, year and operator."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from gigraph.queries.asking import rows_of
from gigraph.queries.binding import bind
from gigraph.queries.library import shipped
from gigraph.queries.names import resolve_name
from gigraph.store import Graph, Iri

_UNIDENTIFIED: Final[dict[str, Any]] = dict.fromkeys(("platform", "platformLabel", "kindLabel", "owner", "ownerLabel"))


def listing(graph: Graph, index: Path, name: str, filters: Mapping[str, str | None]) -> list[dict[str, Any]]:
    """The agencies or platforms (`name`: one of these) that pass all filters, each with its reports and their years.

    filters: region (a name or code: with all below it), level, kind, sector (a code or label of the scheme), year of a
    report, operator (of platforms); None leaves one open. For platforms region, level and sector are those of the
    agencies that name them. Behind the platforms, without IRI and operator, stand the names of which no report makes
    certain which platform they are, unless an operator is asked for. Raises UsageError or NotFoundError for a filter
    that means nothing or several things.
    """
    given = {key: text for key, text in filters.items() if text is not None}
    found = _rows(graph, index, name, given)
    if name == "platforms" and "operator" not in given:
        found += [_UNIDENTIFIED | row for row in _rows(graph, index, "unidentified-platforms", given)]
    return found


def _rows(graph: Graph, index: Path, name: str, given: Mapping[str, str]) -> list[dict[str, Any]]:
    query = shipped(name)
    terms = bind(query, given, lambda text, kind: Iri(resolve_name(graph, index, text, (kind,)).iri))
    hidden = {parameter.name for parameter in query.parameters}
    return [
        _record({key: value for key, value in row.items() if key not in hidden}) for row in rows_of(graph, name, terms)
    ]


def _record(row: dict[str, Any]) -> dict[str, Any]:
    """A row with its years as numbers, as in every other list."""
    return {key: int(value) if key in ("first", "last") and value else value for key, value in row.items()}
