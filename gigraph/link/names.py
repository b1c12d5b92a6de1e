"""Every name under which a thing can be looked up, read from the entities graph and the reports' titles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gigraph.iris import graph_iri
from gigraph.search import Name
from gigraph.store import Graph, Iri, Term
from gigraph.vocab import PREFIXES, gi, term

_PLACE = graph_iri("entities")

# Each asked alone and joined here: as one query the store would look up every name's class and label one by one.
_CLASSES = r"SELECT ?thing ?class WHERE { GRAPH id:graph\/entities { ?thing a ?class } }"
_NAMES = r"""
SELECT ?thing ?property ?name WHERE { GRAPH id:graph\/entities {
  VALUES ?property { skos:prefLabel skos:altLabel eli:id_local skos:notation } ?thing ?property ?name
} }
"""
_JOINED = r"SELECT ?thing WHERE { GRAPH id:graph\/entities { ?thing gi:sameDocument|gi:sameAgency ?other } }"
_REPORTS = r"""
SELECT ?report ?title ?index ?original WHERE {
  GRAPH ?g { ?report a gi:Report ; dct:title ?title . OPTIONAL { ?report gi:indexNumber ?index } }
  OPTIONAL { GRAPH id:graph\/entities { ?report gi:duplicateOf ?original } }
}
"""
_INDICATORS = r"""
SELECT ?thing ?label ?code ?property ?name WHERE { GRAPH id:graph\/ontology {
  ?thing skos:inScheme ?scheme ; skos:notation ?code ; skos:prefLabel ?label ; ?property ?name .
  FILTER (LANG(?label) = "zh") VALUES ?property { skos:prefLabel skos:altLabel }
  FILTER (STRSTARTS(STR(?scheme), "https://w3id.org/gigraph/id/indicator/"))
} }
"""
_LABEL, _OTHER = term("skos:prefLabel"), term("skos:altLabel")
_KINDS = {"Agency": "agency", "Regulation": "regulation", "Platform": "platform", "Region": "region"}
# Other ways to write the code of an order (GB/T 9704 has none; practice has these).
_ORDERS = {"国务院令": ("国令", "中华人民共和国国务院令"), "主席令": ("中华人民共和国主席令", "国家主席令")}


def index_names(graph: Graph) -> Iterator[Name]:
    """The names of all agencies, regulations, platforms, regions and reports of a store, in no order.

    The title of a copy is a name of the report that it is a copy of.
    """
    yield from _entities(graph)
    reports = list(graph.select(_REPORTS, prefixes=PREFIXES))
    labels = {str(report): str(title) for report, title, _, original in reports if original is None}
    for report, title, index, original in reports:
        own = str(original or report)
        yield from _report(own, labels.setdefault(own, str(title)), title, index, is_copy=original is not None)
    yield from _indicators(graph)


def _entities(graph: Graph) -> Iterator[Name]:
    joined = {thing for (thing,) in graph.select(_JOINED, prefixes=PREFIXES)}
    named = defaultdict[str, list[tuple[str, str]]](list)
    labels = defaultdict[str, list[str]](list)
    for thing, prop, name in graph.select(_NAMES, prefixes=PREFIXES):
        if thing not in joined:
            named[str(thing)].append((str(prop), str(name)))
            if prop == _LABEL:
                labels[str(thing)].append(str(name))
    for thing, kind in graph.select(_CLASSES, prefixes=PREFIXES):
        own = str(thing)
        for label in labels.get(own, ()):
            for prop, name in named[own]:
                yield from _entity(own, str(kind), label, prop, name)


def names_of(graph: Graph, things: Iterable[str]) -> Iterator[Name]:
    """The names of some of those things (IRIs), as `index_names` gives them; none of what the graph does not have."""
    for thing in things:
        yield from _entity_names(graph, thing)
        titles = _titles(graph, thing)
        if titles and not any(graph.quads(thing, gi("duplicateOf"), graph=_PLACE)):
            label = titles[0][0]
            copies = [quad.subject for quad in graph.quads(None, gi("duplicateOf"), Iri(thing), _PLACE)]
            yield from (name for title, index in titles for name in _report(thing, label, title, index, is_copy=False))
            for copy in copies:
                for title, index in _titles(graph, copy):
                    yield from _report(thing, label, title, index, is_copy=True)


def _entity_names(graph: Graph, thing: str) -> Iterator[Name]:
    stated: dict[str, list[str]] = {}
    for quad in graph.quads(thing, graph=_PLACE):
        stated.setdefault(str(quad.predicate), []).append(_text(quad.object))
    if stated.keys() & {gi("sameDocument"), gi("sameAgency")}:
        return
    for kind in stated.get(term("rdf:type"), ()):
        for label in stated.get(_LABEL, ()):
            for prop in map(term, ("skos:prefLabel", "skos:altLabel", "eli:id_local", "skos:notation")):
                for name in stated.get(prop, ()):
                    yield from _entity(thing, kind, label, prop, name)


def _titles(graph: Graph, report: str) -> list[tuple[str, str | None]]:
    """The titles of a report, each with its index number if it has one."""
    titles = [_text(quad.object) for quad in graph.quads(report, term("dct:title"))]
    numbers: list[str | None] = [_text(quad.object) for quad in graph.quads(report, gi("indexNumber"))]
    return [(title, number) for title in titles for number in numbers or [None]]


def _text(value: Term) -> str:
    return value if isinstance(value, Iri) else value.value


def _entity(thing: str, kind: str, label: str, prop: str, name: str) -> Iterator[Name]:
    if known := _KINDS.get(kind.rpartition("#")[2]):
        yield Name(thing, known, label, name, prop == _OTHER)
        yield from (Name(thing, known, label, other, alias=True) for other in _other_spellings(name))


def _report(own: str, label: str, title: object, index: object, *, is_copy: bool) -> Iterator[Name]:
    yield Name(own, "report", label, str(title), alias=is_copy)
    if index is not None:
        yield Name(own, "report", label, str(index))


def _indicators(graph: Graph) -> Iterator[Name]:
    """The names of the forms' indicators: labels in both languages, variants, the code, and the code with its form."""
    for thing, label, code, prop, name in graph.select(_INDICATORS, prefixes=PREFIXES):
        alias = str(prop) == _OTHER
        yield Name(str(thing), "indicator", str(label), str(name), alias)
        yield Name(str(thing), "indicator", str(label), str(code), alias=True)
        yield Name(str(thing), "indicator", str(label), str(thing).partition("/indicator/")[2])


def _other_spellings(number: str) -> Iterator[str]:
    for code, others in _ORDERS.items():
        if number.startswith(code + "第"):
            yield from (other + number.removeprefix(code) for other in others)
