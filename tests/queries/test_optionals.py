"""No OPTIONAL hangs only on variables that may be unbound: where they are, its pattern joins with everything there is.

Read from rdflib's algebra of each query, with the values that must be given where asking puts them.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Literal, URIRef, Variable

from gigraph.queries import load_checks, load_queries
from gigraph.queries.planning import planned
from gigraph.store import Iri

QUERIES = {**load_queries(), **load_checks()}
Names = frozenset[str]
NONE: Names = frozenset()
# Patterns and modifiers that change no variable of the pattern below them.
THROUGH = frozenset({"SelectQuery", "Filter", "Distinct", "Reduced", "Slice", "OrderBy", "ToMultiSet"})
TWO: dict[str, Callable[[Names, Names], Names]] = {
    "Join": lambda one, other: one | other, "Union": lambda one, other: one & other,
    "LeftJoin": lambda one, _: one, "Minus": lambda one, _: one,
}  # fmt: skip
# Functions that have a value wherever their arguments have one.
TOTAL = frozenset({"Builtin_STR", "Aggregate_Min", "Aggregate_Max", "Aggregate_Sample"})
ALWAYS = frozenset({"Builtin_BOUND", "Builtin_EXISTS", "Builtin_NOTEXISTS", "Aggregate_Count", "Aggregate_GroupConcat"})


def bound(node: CompValue) -> Names:
    """The variables that every solution of a pattern binds."""
    kind = node.name
    if kind in THROUGH:
        return bound(node.p) | (asked_for(node.expr) if kind == "Filter" else NONE)
    if kind == "BGP":
        return names(term for triple in node.triples for term in triple)
    if kind == "Graph":
        return bound(node.p) | names([node.term])
    if kind in TWO:
        return TWO[kind](bound(node.p1), bound(node.p2))
    if kind == "values":
        rows = [frozenset(str(name) for name, value in row.items() if value != "UNDEF") for row in node.res]
        return frozenset.intersection(*rows) if rows else NONE
    if kind == "Extend":
        below = bound(node.p)
        return below | {str(node.var)} if has_value(node.expr, below) else below
    if kind == "Project":
        return bound(node.p) & names(node.PV)
    if kind == "AggregateJoin":
        below = bound(node.p.p)  # of the patterns that are grouped
        return frozenset(str(each.res) for each in node.A if has_value(each, below))
    raise AssertionError(f"a pattern that this test does not know: {kind}")


def asked_for(expression: Any) -> Names:
    """The variables that a filter lets through only where they are bound: BOUND (?x), alone or with && beside it."""
    if isinstance(expression, CompValue) and expression.name == "Builtin_BOUND":
        return names([expression.arg])
    if isinstance(expression, CompValue) and expression.name == "ConditionalAndExpression":
        return NONE.union(*(asked_for(each) for each in (expression.expr, *expression.other)))
    return NONE


def has_value(expression: Any, known: Names) -> bool:
    """Whether an expression surely has a value where these variables are bound; False where it may be an error."""
    if isinstance(expression, Variable):
        return str(expression) in known
    if isinstance(expression, Literal | URIRef):
        return True
    if not isinstance(expression, CompValue):
        return False
    if expression.name == "Builtin_COALESCE":
        return any(has_value(each, known) for each in expression.arg)
    if expression.name == "Builtin_IF":
        return all(has_value(each, known) for each in (expression.arg1, expression.arg2, expression.arg3))
    argument = expression.vars if expression.name.startswith("Aggregate_") else expression.get("arg")
    return expression.name in ALWAYS or (expression.name in TOTAL and has_value(argument, known))


def mentioned(node: CompValue) -> Names:
    """The variables that a pattern may bind; those of a sub-SELECT only where it projects them."""
    if node.name == "Project":
        return names(node.PV)
    if node.name == "BGP":
        return names(term for triple in node.triples for term in triple)
    if node.name == "values":
        return frozenset(str(name) for row in node.res for name in row)
    own = names([node.var] if node.name == "Extend" else [node.term] if node.name == "Graph" else [])
    below = [node.p1] if node.name == "Minus" else [node[key] for key in ("p", "p1", "p2") if key in node]
    return own.union(*map(mentioned, below))


def names(terms: Any) -> Names:
    return frozenset(str(term) for term in terms if isinstance(term, Variable))


def loose(node: Any) -> Iterator[Names]:
    """For each OPTIONAL that shares no variable that is bound on both sides: the variables it hangs on, which may be none."""
    if not isinstance(node, CompValue):
        return
    if node.name == "LeftJoin" and not bound(node.p1) & bound(node.p2):
        yield mentioned(node.p1) & mentioned(node.p2)
    for key in ("p", "p1", "p2"):
        yield from loose(node.get(key))


def loose_in(sparql: str) -> list[Names]:
    return list(loose(translateQuery(parseQuery(sparql)).algebra))


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_every_option_hangs_on_something_bound(name: str) -> None:
    query = QUERIES[name]
    given = {parameter.name: Iri("urn:x") for parameter in query.parameters if parameter.required}
    assert loose_in(planned(query.text, given)) == []


@pytest.mark.parametrize(
    ("pattern", "hangs_on"),
    [
        ("?r <urn:p> ?a OPTIONAL { ?a <urn:q> ?b } OPTIONAL { ?b <urn:q> ?c }", "b"),
        ("?r <urn:p> ?a OPTIONAL { ?a <urn:q> ?b } OPTIONAL { GRAPH <urn:g> { ?b <urn:q> ?c } }", "b"),
        ("{ ?r <urn:p> ?a } UNION { ?r <urn:q> ?b } OPTIONAL { ?b <urn:q> ?c }", "b"),
        ("?r <urn:p> ?a OPTIONAL { ?a <urn:q> ?b } BIND (COALESCE(?b, ?d) AS ?e) OPTIONAL { ?e <urn:q> ?c }", "e"),
        ("?r <urn:p> ?a OPTIONAL { { SELECT ?b ?a { ?b <urn:q> ?c OPTIONAL { ?b <urn:r> ?a } } } }", "a"),
        ("?r <urn:p> ?a OPTIONAL { ?a <urn:q> ?b } OPTIONAL { ?b <urn:q> ?c } FILTER (BOUND(?b))", "b"),  # filters come last
        ("VALUES ?a { <urn:a> UNDEF } OPTIONAL { ?a <urn:q> ?c }", "a"),
        ("?r <urn:p> ?a OPTIONAL { ?b <urn:q> ?c }", ""),
        ("?r <urn:p> ?a OPTIONAL { ?a <urn:q> ?b } OPTIONAL { SELECT ?b (COUNT(?c) AS ?n) { ?b <urn:q> ?c } GROUP BY ?b }", "b"),
    ],
)  # fmt: skip
def test_an_option_that_joins_with_everything_is_found(pattern: str, hangs_on: str) -> None:
    assert loose_in(f"SELECT * {{ {pattern} }}") == [frozenset(hangs_on)]


@pytest.mark.parametrize(
    "pattern",
    [
        "?r <urn:p> ?a OPTIONAL { ?a <urn:q> ?b OPTIONAL { ?b <urn:q> ?c } }",
        "?r <urn:p> ?a OPTIONAL { ?a <urn:q> ?b } OPTIONAL { ?b <urn:q> ?a }",
        "?r <urn:p> ?a OPTIONAL { ?a <urn:q> ?b } BIND (COALESCE(?b, ?a) AS ?e) OPTIONAL { ?e <urn:q> ?c }",
        "GRAPH ?g { ?r <urn:p> ?a } OPTIONAL { GRAPH ?g { ?b <urn:q> ?c } }",
        "{ SELECT ?a (MIN(?b) AS ?m) { ?a <urn:q> ?b } GROUP BY ?a } OPTIONAL { ?m <urn:q> ?c }",
        "{ ?r <urn:p> ?a OPTIONAL { ?a <urn:q> ?b } FILTER (BOUND(?b) && ?b != ?a) } OPTIONAL { ?b <urn:q> ?c }",
        "?r <urn:p> ?a MINUS { ?a <urn:q> ?b } OPTIONAL { ?a <urn:q>* ?b }",
    ],
)
def test_an_option_on_something_bound_is_let_be(pattern: str) -> None:
    assert loose_in(f"SELECT * {{ {pattern} }}") == []
