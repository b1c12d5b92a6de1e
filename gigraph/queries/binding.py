"""A person's words for a query's parameters to terms. Values are bound, never written into the query's text."""

import difflib
import re
from collections.abc import Callable, Mapping
from typing import Final

from gigraph.errors import UsageError
from gigraph.queries.template import CONCEPTS, FREE, Parameter, Query
from gigraph.store import Bindable, Iri, Literal
from gigraph.vocab import PREFIXES, gi

# The relations of a citation; `all` leaves the relation open. A person may give one by its label in Chinese too.
RELATIONS: Final = ("cites", "issues", "discloses")
LABELS: Final = {"引用": "cites", "制发": "issues", "公开": "discloses", "全部": "all"}
NAMED: Final = ("agency", "regulation", "platform", "region", "report", "indicator")

# From a name and a kind of thing (one of NAMED or CONCEPTS) to the one thing that it means.
Resolver = Callable[[str, str], Iri]

_YEAR = re.compile(r"((?:19|20)\d\d)年?$")


def bind(query: Query, given: Mapping[str, str], resolve: Resolver) -> dict[str, Bindable]:
    """The terms for a query's variables, from values as people write them; a free parameter has none.

    Raises UsageError for a missing or malformed value, QueryError for a parameter that the query does not have, and
    what `resolve` raises for a name.
    """
    for name in given:
        query.parameter(name)
    terms: dict[str, Bindable] = {}
    for parameter in query.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            raise UsageError(
                f"needs {parameter.name}=… ({parameter.kind})", where=query.name, hint=f"For example: {query.example}"
            )
        literal = parameter.kind == "text" and not parameter.optional  # a required text may be a star itself
        every = parameter.kind == "relation" and LABELS.get(value, value) == "all"
        if (value == FREE and not literal) or every:
            if not parameter.optional and parameter.kind != "relation":
                raise UsageError(
                    f"{parameter.name} cannot be left open", where=query.name, hint=f"For example: {query.example}"
                )
            continue
        terms[parameter.name] = _term(parameter, value, query.name, resolve)
    return terms


def relation_term(relation: str) -> Iri:
    """The property for a relation's name, in English or Chinese. Raises UsageError for one that there is not.

    >>> relation_term("issues") == relation_term("制发")
    True
    """
    code = LABELS.get(relation, relation)
    if code not in RELATIONS:
        near = difflib.get_close_matches(relation, RELATIONS, 1)
        known = ", ".join(f"{name} {label}" for label, name in LABELS.items())
        raise UsageError(
            f"no relation is called {relation!r}", hint=f"Did you mean {near[0]}?" if near else f"Relations: {known}"
        )
    return Iri(gi(code))


def _term(parameter: Parameter, value: str, query: str, resolve: Resolver) -> Bindable:
    where = f"{query}: {parameter.name}={value}"
    if parameter.kind in NAMED or parameter.kind in CONCEPTS:
        return resolve(value, parameter.kind)
    if parameter.kind == "relation":
        return relation_term(value)
    if parameter.kind == "year":
        match = _YEAR.match(value)
        if match is None:
            raise UsageError("is not a year", where=where, hint="Write four digits, such as 2016")
        return Literal(match[1], PREFIXES["xsd"] + "gYear")
    if parameter.kind == "integer":
        try:
            return int(value)
        except ValueError:
            raise UsageError("is not a whole number", where=where, hint="Write digits alone, such as 3") from None
    return value
