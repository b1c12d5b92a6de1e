"""What networks are made of: one tie a citation that was resolved, and what is known of the things at its ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote

from gigraph.errors import UsageError
from gigraph.iris import BASE, graph_iri
from gigraph.store.terms import Iri, Quad, Value
from gigraph.vocab import PREFIXES, gi, term

RELATIONS = ("cites", "issues", "discloses")
_ENTITIES = graph_iri("entities")
_TIES = """
SELECT ?agency ?regulation ?relation ?report ?year ?formula WHERE {
  GRAPH ?g {
    ?citation cito:hasCitedEntity ?regulation ;
      gi:agent ?agency ;
      gi:relation ?relation ;
      cito:hasCitingEntity ?report .
    OPTIONAL { ?report gi:reportYear ?year }
    OPTIONAL { ?citation gi:formula ?formula }
  }
}
"""


class Source(Protocol):
    """What a network is drawn from: `gigraph.store.reader.Graph` is one."""

    def select(self, sparql: str, /, *, prefixes: Mapping[str, str]) -> Iterable[tuple[Value, ...]]: ...

    def quads(self, *, predicate: str | None = None, graph: str | None = None) -> Iterable[Quad]: ...


@dataclass(frozen=True, slots=True)
class Choice:
    """Which citations make a network.

    relations: some of RELATIONS. formulas: whether citations count that a report makes only in the formula of its
    opening (根据《条例》…编制本报告). without: codes of instrument types that are left out. since, until: report years,
    both included. Raises UsageError for a relation that is none.
    """

    relations: tuple[str, ...] = RELATIONS
    formulas: bool = True
    without: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None

    def __post_init__(self) -> None:
        for relation in self.relations:
            if relation not in RELATIONS:
                raise UsageError("is no relation", where=relation, hint=f"Relations are {', '.join(RELATIONS)}")

    def takes(self, tie: "Tie") -> bool:
        """Whether a tie is chosen; one without a year is not, where years are bounded."""
        if tie.relation not in self.relations or (tie.formula and not self.formulas):
            return False
        if tie.year is None:
            return self.since is None and self.until is None
        return (self.since or tie.year) <= tie.year <= (self.until or tie.year)


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """One agency's report and one regulation that it cites. formula: named only where the report says its ground."""

    agency: str
    regulation: str
    relation: str
    report: str
    year: int | None
    formula: bool


def read_ties(source: Source, choice: Choice) -> list[Tie]:
    """The ties that are chosen, sorted; reports that are duplicates of others do not count."""
    copies = {quad.subject for quad in source.quads(predicate=gi("duplicateOf"), graph=_ENTITIES)}
    kinds = _values(source, "eli:type_document") if choice.without else {}
    same = {str(quad.subject): str(quad.object) for quad in source.quads(predicate=gi("sameDocument"), graph=_ENTITIES)}
    ties = {
        tie
        for tie in (_tie(row, same) for row in source.select(_TIES, prefixes=PREFIXES))
        if tie.report not in copies and choice.takes(tie) and _code(kinds.get(tie.regulation, "")) not in choice.without
    }
    return sorted(
        ties, key=lambda tie: (tie.agency, tie.regulation, tie.relation, tie.year or 0, tie.report, tie.formula)
    )


def _tie(row: tuple[Value, ...], same: Mapping[str, str]) -> Tie:
    """A tie of a row; `same` leads from what reports name by title alone to the document with a number."""
    agency, regulation, relation, report, year, formula = row
    known = int(str(year)) if year is not None else None
    return Tie(
        str(agency), same.get(str(regulation), str(regulation)), str(relation).removeprefix(PREFIXES["gi"]),
        str(report), known, formula is True,
    )  # fmt: skip


def describe(source: Source, things: Iterable[str]) -> dict[str, dict[str, str]]:
    """What is known of agencies and regulations: label, kind, region and its name, number.

    A thing without a label gets its key; of several values the first by code point counts.
    """
    region_names = _values(source, "skos:prefLabel")
    facts = {
        "label": region_names,
        "kind": _values(source, "org:classification") | _values(source, "eli:type_document"),
        "region": _values(source, "dct:spatial"),
        "number": _values(source, "eli:id_local"),
    }
    found: dict[str, dict[str, str]] = {}
    for thing in things:
        known = {name: _code(values[thing]) for name, values in facts.items() if thing in values}
        if thing in facts["region"]:
            known["region_name"] = region_names.get(facts["region"][thing], known["region"])
        known.setdefault("label", unquote(thing.removeprefix(BASE).rpartition("/")[2]))
        found[thing] = known
    return found


def _values(source: Source, predicate: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for quad in source.quads(predicate=term(predicate), graph=_ENTITIES):
        text = quad.object if isinstance(quad.object, Iri) else quad.object.value
        values[quad.subject] = min(values.get(quad.subject, text), text)
    return values


def _code(value: str) -> str:
    """The last part of a concept's or a region's IRI; a label or a number as it is."""
    return value.rpartition("/")[2] if value.startswith(BASE) else value
