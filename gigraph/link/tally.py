"""What the reports say about each entity, counted: a name has a vote for each report that gives it.

The sum does not depend on the order of the reports.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gigraph.iris import BASE, LOCAL_KEY
from gigraph.link.contribution import Contribution


@dataclass(slots=True)
class Votes:
    """What reports say of one entity, by property: name, other, number, issuer, kind, region, parent, operator ..."""

    by: dict[str, Counter[str]] = field(default_factory=dict)

    def give(self, **values: str | None) -> None:
        """One report's word on each of the properties; None is no word."""
        for what, value in values.items():
            if value is not None:
                self.by.setdefault(what, Counter())[value] += 1

    def move(self, same: Mapping[str, str]) -> None:
        """Puts other identities in the place of some of the values."""
        for what, counted in self.by.items():
            if not same.keys().isdisjoint(counted):
                moved: Counter[str] = Counter()
                for value, count in counted.items():
                    moved[same.get(value, value)] += count
                self.by[what] = moved

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

    def add(self, given: Contribution) -> None:
        """Adds what one report says."""
        self._add_regulations(given)
        for own, name, others, kind, region, parent_name, parent in given.agencies:
            votes = self._named(self.agencies, own, name, others)
            votes.give(kind=kind, region=region, parent=parent, parent_name=None if parent else parent_name)
        publisher, published_as, _ = given.publisher
        if publisher:
            _votes(self.agencies, publisher).give(published_as=published_as)
        if publisher and is_local(publisher):
            for region in sorted({row[4] for row in given.agencies if row[4]}):
                _votes(self.agencies, publisher).give(near=region)
        for own, name, others, kind, operator in given.platforms:
            self._named(self.platforms, own, name, others).give(kind=kind, operator=operator)
            if operator:
                _votes(self.agencies, operator)
            if publisher:
                self.edges.add((publisher, "gi:usesPlatform", own))
        for own, code in given.codes:
            _votes(self.agencies, own).give(issuer_code=code)
        tables = {"regulations": self.regulations, "agencies": self.agencies, "platforms": self.platforms}
        for table, own in given.candidates:
            _votes(tables[table], own)

    def _add_regulations(self, given: Contribution) -> None:
        year = given.publisher[2]
        for own, name, others, number, issuer, issuer_agency, agent, relation, version, acts in given.regulations:
            votes = self._named(self.regulations, own, name, others)
            votes.give(number=number, issuer=issuer, cited_in=year, **{f"agency called {issuer}": issuer_agency})
            if version:
                _votes(self.regulations, version)
            if agent:
                _votes(self.agencies, agent)
                self.edges.add((agent, f"gi:{relation}", own))
                self.edges |= {(agent, f"gi:{act}", own) for act in acts}
                if version:
                    self.edges.add((agent, "gi:citesVersion", version))

    def join(self, same: Mapping[str, str]) -> None:
        """Gives what was said of each local identity, and the edges to it, to the document that it is."""
        for own, canonical in same.items():
            for what, counted in self.regulations.pop(own).by.items():
                named = "other" if what == "name" else what
                self.regulations[canonical].by.setdefault(named, Counter()).update(counted)
        self.edges = {(subject, predicate, same.get(target, target)) for subject, predicate, target in self.edges}

    def join_agencies(self, same: Mapping[str, str]) -> None:
        """Gives what was said of each local agency, and all that points to it, to the agency that it is."""
        for own, canonical in same.items():
            for what, counted in self.agencies.pop(own).by.items():
                if what != "near":
                    self.agencies[canonical].by.setdefault(what, Counter()).update(counted)
        for table in (self.agencies, self.regulations, self.platforms) if same else ():
            for votes in table.values():
                votes.move(same)
        self.edges = {(same.get(subject, subject), predicate, target) for subject, predicate, target in self.edges}

    def _named(self, table: dict[str, Votes], own: str, name: str | None, others: Iterable[str]) -> Votes:
        votes = _votes(table, own)
        votes.give(name=name)
        for other in others:
            votes.give(other=other)
        return votes


def tally(contributions: Iterable[Contribution]) -> Tally:
    """The votes and edges of all reports."""
    found = Tally()
    for given in contributions:
        found.add(given)
    return found


def is_local(agency: str) -> bool:
    """Whether an agency's key is one report's own, since its region is not certain."""
    return agency.startswith(f"{BASE}agency/{LOCAL_KEY}")


def _votes(table: dict[str, Votes], own: str) -> Votes:
    if own not in table:
        table[own] = Votes()
    return table[own]
