"""The numbers that a build ends with and that `info` shows."""

from gigraph.store import Graph
from gigraph.vocab import PREFIXES

_OUTCOMES = """
SELECT ?outcome (COUNT(?citation) AS ?count) WHERE { GRAPH ?g { ?citation a gi:Citation ; gi:outcome ?outcome } }
GROUP BY ?outcome
"""
_REPORTS = "SELECT (COUNT(?report) AS ?count) WHERE { GRAPH ?g { ?report a gi:Report } }"
_ENTITIES = r"""
SELECT ?class (COUNT(?thing) AS ?count) WHERE { GRAPH id:graph\/entities {
  ?thing a ?class . FILTER NOT EXISTS { ?thing dct:isVersionOf|gi:sameDocument ?work }
} } GROUP BY ?class
"""
_CLASSES = {"agencies": "Agency", "regulations": "Regulation", "platforms": "Platform", "regions": "Region"}


def count(graph: Graph) -> dict[str, int | dict[str, int]]:
    """Reports, agencies, regulations (works), platforms and regions of a store, and its citations by outcome."""
    entities = {_local(kind): int(str(number)) for kind, number in graph.select(_ENTITIES, prefixes=PREFIXES)}
    outcomes = {_local(kind).lower(): int(str(number)) for kind, number in graph.select(_OUTCOMES, prefixes=PREFIXES)}
    (reports,) = next(graph.select(_REPORTS, prefixes=PREFIXES))
    return {
        "reports": int(str(reports)),
        **{name: entities.get(kind, 0) for name, kind in _CLASSES.items()},
        "citations": {outcome: outcomes.get(outcome, 0) for outcome in ("resolved", "ambiguous", "unresolved")},
    }


def _local(iri: object) -> str:
    return str(iri).rpartition("#")[2]
