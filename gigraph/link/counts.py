"""The numbers that a build ends with and that `info` shows."""

from gigraph.store import Graph
from gigraph.vocab import PREFIXES

_OUTCOMES = r"""
SELECT ?outcome (COUNT(?citation) AS ?count) WHERE {
  GRAPH ?g { ?citation a gi:Citation ; gi:outcome ?outcome ; cito:hasCitingEntity ?report }
  FILTER NOT EXISTS { GRAPH id:graph\/entities { ?report gi:duplicateOf ?original } }
}
GROUP BY ?outcome
"""
_REPORTS = "SELECT (COUNT(?report) AS ?count) WHERE { GRAPH ?g { ?report a gi:Report } }"
_COPIES = r"SELECT (COUNT(?report) AS ?count) WHERE { GRAPH id:graph\/entities { ?report gi:duplicateOf ?original } }"
_ENTITIES = r"""
SELECT ?class (COUNT(?thing) AS ?count) WHERE { GRAPH id:graph\/entities {
  ?thing a ?class . FILTER NOT EXISTS { ?thing dct:isVersionOf|gi:sameDocument|gi:sameAgency ?work }
} } GROUP BY ?class
"""
_CLASSES = {"agencies": "Agency", "regulations": "Regulation", "platforms": "Platform", "regions": "Region"}


def count(graph: Graph) -> dict[str, int | dict[str, int]]:
    """Reports, agencies, regulations (works), platforms and regions of a store, and its citations by outcome.

    Copies of reports are counted as `duplicates`, and neither they nor their citations count otherwise.
    """
    entities = {_local(kind): int(str(number)) for kind, number in graph.select(_ENTITIES, prefixes=PREFIXES)}
    outcomes = {_local(kind).lower(): int(str(number)) for kind, number in graph.select(_OUTCOMES, prefixes=PREFIXES)}
    reports, copies = (int(str(*next(graph.select(query, prefixes=PREFIXES)))) for query in (_REPORTS, _COPIES))
    return {
        "reports": reports - copies,
        "duplicates": copies,
        **{name: entities.get(kind, 0) for name, kind in _CLASSES.items()},
        "citations": {outcome: outcomes.get(outcome, 0) for outcome in ("resolved", "ambiguous", "unresolved")},
    }


def _local(iri: object) -> str:
    return str(iri).rpartition("#")[2]
