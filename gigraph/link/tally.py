"""What the report graphs say about each entity, counted: a name has a vote for each report that gives it.

Read with a few joins of the store, each within one report's graph; nothing here depends on the order of the rows.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from gigraph.store import Graph, Value
from gigraph.vocab import PREFIXES

_CITATIONS = """
SELECT ?regulation ?name ?number ?issuer ?issuerAgency ?agent ?relation ?version WHERE { GRAPH ?g {
  ?c a gi:Citation ; cito:hasCitedEntity ?regulation ; gi:relation ?relation .
  OPTIONAL { ?c gi:name ?name }
  OPTIONAL { ?c gi:statedNumber ?number }
  OPTIONAL { ?c gi:agent ?agent }
  OPTIONAL { ?c gi:citedVersion ?version }
  OPTIONAL { ?c gi:statedIssuer ?issuer
    OPTIONAL { ?m gi:name ?issuer ; a gi:AgencyMention ; gi:refersTo ?issuerAgency } }
} }
"""
_AGENCIES = """
SELECT ?agency ?name ?kind ?region ?parentName ?parent WHERE { GRAPH ?g {
  ?m a gi:AgencyMention ; gi:refersTo ?agency ; gi:name ?name .
  OPTIONAL { ?m gi:statedKind ?kind }
  OPTIONAL { ?m gi:statedRegion ?region }
  OPTIONAL { ?m gi:statedParent ?parentName
    OPTIONAL { ?p gi:name ?parentName ; a gi:AgencyMention ; gi:refersTo ?parent } }
} }
"""
_PLATFORMS = """
SELECT ?platform ?name ?kind ?operator ?user WHERE { GRAPH ?g {
  ?m a gi:PlatformMention ; gi:refersTo ?platform ; gi:name ?name .
  OPTIONAL { ?m gi:statedKind ?kind }
  OPTIONAL { ?m gi:operator ?operator }
  OPTIONAL { ?report gi:hasPlatformMention ?m ; dct:creator ?user }
} }
"""
_OTHER_NAMES = """
SELECT ?thing ?name WHERE { GRAPH ?g { ?m cito:hasCitedEntity|gi:refersTo ?thing ; gi:otherName ?name } }
"""
_PUBLISHERS = """
SELECT ?agency ?name WHERE { GRAPH ?g {
  ?report dct:creator ?agency . OPTIONAL { ?report gi:hasField ?f . ?f gi:field "publisher" ; gi:value ?name }
} }
"""
_CANDIDATES = "SELECT DISTINCT ?kind ?thing WHERE { GRAPH ?g { ?m gi:candidate ?thing ; a ?kind } }"


@dataclass(slots=True)
class Votes:
    """What reports say of one entity, by property: name, number, kind, region, parent, issuer, operator."""

    by: dict[str, Counter[str]] = field(default_factory=dict)

    def give(self, **values: Value) -> None:
        """One report's word on each of the properties; None is no word."""
        for what, value in values.items():
            if value is not None:
                self.by.setdefault(what, Counter())[str(value)] += 1

    def first(self, what: str) -> str | None:
        """The value that most reports give; of several the first by code point."""
        found = self.by.get(what)
        return min(found, key=lambda value: (-found[value], value)) if found else None

    def all(self, *whats: str) -> set[str]:
        """Every value of the properties."""
        return {value for what in whats for value in self.by.get(what, ())}


@dataclass(slots=True)
class Tally:
    """The votes for each entity by IRI, and the plain edges (subject, property, object)."""

    agencies: dict[str, Votes] = field(default_factory=dict)
    regulations: dict[str, Votes] = field(default_factory=dict)
    platforms: dict[str, Votes] = field(default_factory=dict)
    edges: set[tuple[str, str, str]] = field(default_factory=set)


def tally(graph: Graph) -> Tally:
    """The votes and edges of all report graphs of a store."""
    found = Tally()
    _citations(graph, found)
    _agencies(graph, found)
    _platforms(graph, found)
    tables = {"Citation": found.regulations, "AgencyMention": found.agencies, "PlatformMention": found.platforms}
    for kind, thing in _rows(graph, _CANDIDATES):
        if _local(kind) in tables:
            _votes(tables[_local(kind)], thing)
    for thing, name in _rows(graph, _OTHER_NAMES):
        for table in tables.values():
            if str(thing) in table:
                table[str(thing)].give(other=name)
    return found


def _citations(graph: Graph, found: Tally) -> None:
    for regulation, name, number, issuer, issuer_agency, agent, relation, version in _rows(graph, _CITATIONS):
        votes = _votes(found.regulations, regulation)
        votes.give(name=name, number=number, issuer=issuer, **{f"agency called {issuer}": issuer_agency})
        if version is not None:
            _votes(found.regulations, version)
        if agent is not None:
            _votes(found.agencies, agent)
            found.edges.add((str(agent), f"gi:{_local(relation)}", str(regulation)))
            if version is not None:
                found.edges.add((str(agent), "gi:citesVersion", str(version)))


def _agencies(graph: Graph, found: Tally) -> None:
    for agency, name, kind, region, parent_name, parent in _rows(graph, _AGENCIES):
        _votes(found.agencies, agency).give(
            name=name, kind=kind, region=region, parent_name=None if parent else parent_name, parent=parent
        )
    for agency, name in _rows(graph, _PUBLISHERS):
        _votes(found.agencies, agency).give(published_as=name)


def _platforms(graph: Graph, found: Tally) -> None:
    for platform, name, kind, operator, user in _rows(graph, _PLATFORMS):
        _votes(found.platforms, platform).give(name=name, kind=kind, operator=operator)
        if operator is not None:
            _votes(found.agencies, operator)
        if user is not None:
            found.edges.add((str(user), "gi:usesPlatform", str(platform)))


def _rows(graph: Graph, query: str) -> Iterator[tuple[Value, ...]]:
    return graph.select(query, prefixes=PREFIXES)


def _votes(table: dict[str, Votes], thing: Value) -> Votes:
    return table.setdefault(str(thing), Votes())


def _local(iri: Value) -> str:
    return str(iri).rpartition("#")[2]
