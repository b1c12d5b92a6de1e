"""What tells things of one name apart, and what reports name without an identity: for messages about a name."""

from collections.abc import Iterable

from gigraph.iris import graph_iri
from gigraph.store import Graph, Iri, Literal
from gigraph.vocab import gi, term

_ENTITIES = graph_iri("entities")
_UNRESOLVED = Iri(gi("Unresolved"))


def apart_by(graph: Graph, thing: str) -> str:
    """Where an agency is, or whose platform it is; of what only one report has, that report: in brackets, or nothing.

    An agency whose place no report tells is as many things as there are reports of it.
    """
    for predicate in ("dct:spatial", "gi:operator"):
        for quad in graph.quads(thing, term(predicate), graph=_ENTITIES):
            if label := _label(graph, str(quad.object)):
                return f" ({label})"
    if "/agency/report-" in thing:
        for quad in graph.quads(None, term("dct:creator"), Iri(thing)):
            return f" (place not known; {_source(graph, quad.subject)})"
    return ""


def cited_as(graph: Graph, forms: Iterable[str]) -> int:
    """How many citations without an identity bear one of these numbers or titles."""
    return len({own for form in forms for own in _stating(graph, form) if "/citation/" in own})


def named_as(graph: Graph, forms: Iterable[str]) -> int:
    """How many mentions of agencies and platforms without an identity bear one of these names."""
    return len({own for form in forms for own in _stating(graph, form) if "/citation/" not in own})


def _stating(graph: Graph, form: str) -> Iterable[str]:
    named = (Literal(form, language="zh"), ("gi:name", "gi:otherName"))
    numbered = (Literal(form), ("gi:statedNumber",))
    for value, predicates in (named, numbered):
        for predicate in predicates:
            for quad in graph.quads(None, term(predicate), value):
                if any(graph.quads(quad.subject, gi("outcome"), _UNRESOLVED, quad.graph)):
                    yield str(quad.subject)


def _label(graph: Graph, thing: str) -> str:
    found = graph.quads(thing, term("skos:prefLabel"), graph=_ENTITIES)
    return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), "")


def _source(graph: Graph, report: str) -> str:
    for quad in graph.quads(report, term("prov:hadPrimarySource")):
        for key in graph.quads(str(quad.object), gi("sourceKey")):
            if isinstance(key.object, Literal):
                return key.object.value
    return report
