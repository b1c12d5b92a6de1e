"""Why a query does not parse, as a person can mend it: the parser itself tells a place and what it would have taken."""

import re
from collections.abc import Mapping

from gigraph.errors import QueryError
from gigraph.store.gate import TOKEN

_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_CHANGES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
)  # SPARQL 1.1 Update
_PLACE = re.compile(r"error at (?P<line>\d{1,9}):(?P<column>\d{1,9}): ")
_SENTENCE = re.compile(r"[A-Z][a-z]{1,20}(?: [A-Za-z?]{1,30}){3,20}")
_SHOWN = 30  # characters from the place on


def unparsed(sparql: str, told: str, prefixes: Mapping[str, str] | None = None) -> QueryError:
    """The error for a query that the parser refused with some words.

    >>> print(unparsed("SELEC ?s { ?s ?p ?o }", "error at 1:10: expected CONSTRUCT"))
    query: begins with SELEC. A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE (before it PREFIX and BASE)
    >>> print(unparsed("ASK { ?s foo:p 1 }", "error at 1:10: expected …, Prefix not found, …", {"gi": "…"}))
    query: no prefix is called foo:. Known are gi:; declare others: PREFIX foo: <…>
    >>> print(unparsed("SELECT ?x {", "error at 1:12: expected one of [_], ['+' | '-']"))
    query, line 1, column 12: does not parse: the query ends too early. Compare brackets, dots and commas before it
    """
    first, declared, used = _read(sparql)
    if first in _CHANGES:
        return QueryError(f"{first} changes a graph", where="query", hint="Queries only read: gigraph build writes")
    if first not in _FORMS:
        hint = "A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE (before it PREFIX and BASE)"
        return QueryError(f"begins with {first or 'nothing that is a query'}", where="query", hint=hint)
    known = declared | set(prefixes or ())
    if unknown := [prefix for prefix in used if prefix not in known]:
        hint = f"Known are {', '.join(f'{name}:' for name in sorted(known))}; declare others: PREFIX {unknown[0]}: <…>"
        return QueryError(f"no prefix is called {unknown[0]}:", where="query", hint=hint)
    if not (place := _PLACE.search(told)):
        return QueryError(f"does not parse: {told}", where="query")
    if reason := _SENTENCE.search(told, place.end()):  # among what the parser would have taken: no place helps then
        return QueryError(f"does not parse: {reason[0]}", where="query")
    line, column = int(place["line"]), int(place["column"])
    rest = " ".join("\n".join(sparql.split("\n")[line - 1 :])[column - 1 :].split())
    found = f"near {rest[:_SHOWN]!r}" if rest else "the query ends too early"
    hint = "Compare brackets, dots and commas before it"
    return QueryError(f"does not parse: {found}", where=f"query, line {line}, column {column}", hint=hint)


def _read(sparql: str) -> tuple[str, set[str], list[str]]:
    """The first word that is no declaration, in capitals; the prefixes that are declared, and those that are used."""
    first, declared, used, declares = "", set[str](), list[str](), False
    for match in TOKEN.finditer(sparql):
        kind, text = match.lastgroup, match.group()
        if kind == "word" and text.upper() in ("PREFIX", "BASE"):
            declares = text.upper() == "PREFIX"
        elif kind == "prefix":
            name = text.partition(":")[0]
            if declares:
                declared.add(name)
            elif name != "_":
                used.append(name)
            declares = False
        elif kind == "word" and not first:
            first = text.upper()
    return first, declared, used
