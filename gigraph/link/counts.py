"""The numbers that a build ends with and that `info` shows."""

from gigraph.store import Graph
from gigraph.vocab import PREFIXES

_OUTCOMES = """
SELECT ?outcome (COUNT(?citation) AS ?count) WHERE { GRAPH ?g { ?citation a gi:Citation ; gi:outcome ?outcome } }
GROUP BY ?outcome
"""
_OF_COPIES = r"""
SELECT ?outcome (COUNT(?citation) AS ?count) WHERE {
  GRAPH id:graph\/entities { ?report gi:duplicateOf ?original }
  GRAPH ?g { ?report gi:hasCitation ?citation . ?citation gi:outcome ?outcome }
} GROUP BY ?outcome
"""
_MENTIONS = """
SELECT ?outcome (COUNT(?mention) AS ?count) WHERE {
  VALUES ?outcome { gi:Ambiguous gi:Unresolved }
  GRAPH ?g { ?mention gi:outcome ?outcome . ?report gi:hasAgencyMention|gi:hasPlatformMention ?mention }
} GROUP BY ?outcome
"""
_MENTIONS_OF_COPIES = r"""
SELECT ?outcome (COUNT(?mention) AS ?count) WHERE {
  VALUES ?outcome { gi:Ambiguous gi:Unresolved }
  GRAPH id:graph\/entities { ?report gi:duplicateOf ?original }
  GRAPH ?g { ?report gi:hasAgencyMention|gi:hasPlatformMention ?mention . ?mention gi:outcome ?outcome }
} GROUP BY ?outcome
"""
_REPORTS = "SELECT (COUNT(?report) AS ?count) WHERE { GRAPH ?g { ?report a gi:Report } }"
_COPIES = r"SELECT (COUNT(?report) AS ?count) WHERE { GRAPH id:graph\/entities { ?report gi:duplicateOf ?original } }"
_ENTITIES = r"""
SELECT ?class (COUNT(?thing) AS ?count) WHERE { GRAPH id:graph\/entities {
  ?thing a ?class MINUS { ?thing dct:isVersionOf|gi:sameDocument|gi:sameAgency ?work }
} } GROUP BY ?class
"""
_CLASSES = {"agencies": "Agency", "regulations": "Regulation", "platforms": "Platform", "regions": "Region"}


def count(graph: Graph) -> dict[str, int | dict[str, int]]:
    """Reports, agencies, regulations (works), platforms and regions of a store, and its citations by outcome.

    mentions: the agencies and platforms, one each a report, for which no one identity was found (公示栏, 政务微博).
    Copies of reports are counted as `duplicates`; neither they nor what they cite and name count otherwise.
    """
    entities, citations, cited_in_copies, mentions, named_in_copies = (
        _numbers(graph, query) for query in (_ENTITIES, _OUTCOMES, _OF_COPIES, _MENTIONS, _MENTIONS_OF_COPIES)
    )
    reports, copies = (int(str(*next(graph.select(query, prefixes=PREFIXES)))) for query in (_REPORTS, _COPIES))
    return {
        "reports": reports - copies,
        "duplicates": copies,
        **{name: entities.get(kind, 0) for name, kind in _CLASSES.items()},
        "citations": {
            outcome.lower(): citations.get(outcome, 0) - cited_in_copies.get(outcome, 0)
            for outcome in ("Resolved", "Ambiguous", "Unresolved")
        },
        "mentions": {
            outcome.lower(): mentions.get(outcome, 0) - named_in_copies.get(outcome, 0)
            for outcome in ("Ambiguous", "Unresolved")
        },
    }


def _numbers(graph: Graph, query: str) -> dict[str, int]:
    return {_local(kind): int(str(number)) for kind, number in graph.select(query, prefixes=PREFIXES)}


def _local(iri: object) -> str:
    return str(iri).rpartition("#")[2]
