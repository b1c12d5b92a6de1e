"""Every name under which a thing can be looked up, read from the entities graph and the reports' titles."""

from collections.abc import Iterator

from gigraph.search import Name
from gigraph.store import Graph
from gigraph.vocab import PREFIXES

_ENTITIES = r"""
SELECT ?thing ?class ?label ?property ?name WHERE { GRAPH id:graph\/entities {
  ?thing a ?class ; skos:prefLabel ?label ; ?property ?name .
  VALUES ?property { skos:prefLabel skos:altLabel eli:id_local skos:notation }
  FILTER NOT EXISTS { ?thing gi:sameDocument|gi:sameAgency ?other }
} }
"""
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
_KINDS = {"Agency": "agency", "Regulation": "regulation", "Platform": "platform", "Region": "region"}
# Other ways to write the code of an order (GB/T 9704 has none; practice has these).
_ORDERS = {"国务院令": ("国令", "中华人民共和国国务院令"), "主席令": ("中华人民共和国主席令", "国家主席令")}


def index_names(graph: Graph) -> Iterator[Name]:
    """The names of all agencies, regulations, platforms, regions and reports of a store, in no order.

    The title of a copy is a name of the report that it is a copy of.
    """
    for thing, kind, label, prop, name in graph.select(_ENTITIES, prefixes=PREFIXES):
        if known := _KINDS.get(str(kind).rpartition("#")[2]):
            alias = str(prop) == PREFIXES["skos"] + "altLabel"
            yield Name(str(thing), known, str(label), str(name), alias)
            for other in _other_spellings(str(name)):
                yield Name(str(thing), known, str(label), other, alias=True)
    reports = list(graph.select(_REPORTS, prefixes=PREFIXES))
    labels = {str(report): str(title) for report, title, _, original in reports if original is None}
    for report, title, index, original in reports:
        own = str(original or report)
        label = labels.setdefault(own, str(title))
        yield Name(own, "report", label, str(title), alias=original is not None)
        if index is not None:
            yield Name(own, "report", label, str(index))
    yield from _indicators(graph)


def _indicators(graph: Graph) -> Iterator[Name]:
    """The names of the forms' indicators: labels in both languages, variants, the code, and the code with its form."""
    for thing, label, code, prop, name in graph.select(_INDICATORS, prefixes=PREFIXES):
        alias = str(prop) == PREFIXES["skos"] + "altLabel"
        yield Name(str(thing), "indicator", str(label), str(name), alias)
        yield Name(str(thing), "indicator", str(label), str(code), alias=True)
        yield Name(str(thing), "indicator", str(label), str(thing).partition("/indicator/")[2])


def _other_spellings(number: str) -> Iterator[str]:
    for code, others in _ORDERS.items():
        if number.startswith(code + "第"):
            yield from (other + number.removeprefix(code) for other in others)
