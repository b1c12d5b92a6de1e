"""Which unit makes what of the entities graph, and from which facts; the one place that knows the order.

Tables that reports fill (rows.py): regulation, agency, platform (votes by IRI), tie and loose (plain edges; loose ones
lead to an identity that may turn out to be another's), copies, stocks. Tables that units fill: title (numbered
documents by title), canonical and joins (a local identity and the document that it is), called (agencies by full name),
placed and places (a local agency and the one that it is), live (regulations in the graph), root (agencies that issued
something), rooted (agencies that are spoken of), alive (agencies in the graph), body (departments by region and kind),
region, change, moved (edges of what was joined).
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

from gigraph.iris import mint
from gigraph.link.agencies import agency_statements, region_of, region_statements, with_regions_above
from gigraph.link.changes import change_statements, changes_of, participants
from gigraph.link.duplicates import copy_of, copy_statements
from gigraph.link.engine import Kind, Reader
from gigraph.link.facts import Counts
from gigraph.link.guidance import body_key, guidance, key_above
from gigraph.link.labels import labels, last_part, optional_iri
from gigraph.link.neighbours import neighbour_statements
from gigraph.link.regulations import Instruments
from gigraph.link.rows import unpacked
from gigraph.link.same import Sameness
from gigraph.link.same_agencies import fitting, is_local
from gigraph.link.stocks import is_open
from gigraph.link.votes import votes_of
from gigraph.mapping.lines import boolean, iri, name, node, zh
from gigraph.registry import Registry
from gigraph.registry.changes import Change


class Units:
    """The units over one registry."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._same = Sameness(registry)
        self._instruments = Instruments(registry)

    @property
    def is_local(self) -> Callable[[str], bool]:
        """Whether a regulation's identity may turn out to be that of a numbered document."""
        return self._same.is_local

    def kinds(self) -> tuple[Kind, ...]:
        """All kinds, each behind those that make what it reads."""
        return (
            Kind("numbered", ("regulation",), self._numbered),
            Kind("joined", ("regulation",), self._joined, reads=("title",)),
            Kind("wanted", ("regulation", "canonical"), self._wanted),
            Kind("called", ("agency",), self._called),
            Kind("placed", ("agency",), self._placed, reads=("called",)),
            Kind(
                "instrument",
                ("live", "regulation", "joins"),
                self._instrument,
                ("regulation", "live", "placed", "called"),
            ),
            Kind("rooted", ("agency", "root", "placed"), _rooted),
            Kind("root", ("rooted",), self._root, reads=("rooted",)),
            Kind("alive", ("alive", "agency", "places"), self._agency, reads=("alive", "agency", "placed")),
            Kind("guided", ("body",), self._guided, reads=("body",)),
            Kind("region", ("region",), self._region, plain=True),
            Kind("change", ("change",), self._change, plain=True),
            Kind("platform", ("platform",), self._platform, reads=("placed",)),
            Kind("tie", ("tie",), _tie, plain=True),
            Kind("loose", ("loose",), self._loose, reads=("canonical", "placed")),
            Kind("moved", ("moved",), self._moved, reads=("tie", "loose")),
            Kind("copies", ("copies",), _copies),
            Kind("stocks", ("stocks",), _stocks),
        )

    def _numbered(self, own: str, reader: Reader) -> Iterable[str]:
        for key in self._same.titles(own, votes_of(reader.get("regulation", own))):
            reader.tell("title", key, own)
        return ()

    def _joined(self, own: str, reader: Reader) -> Iterator[str]:
        key = self._same.title(own) if self._same.is_local(own) else None
        if key is None:
            return
        candidates = list(reader.get("title", key))
        votes = votes_of(reader.get("regulation", own))
        if len(candidates) == 1 and self._same.is_in_time(own, votes, candidates[0]):
            reader.tell("canonical", own, candidates[0])
            reader.tell("joins", candidates[0], own)
            # What is left of an identity that was joined to another: its name, and where it went.
            label = votes.first("name") or last_part(own)
            pairs = [("skos:prefLabel", zh(label)), ("gi:inRegistry", boolean(False))]
            yield from node(iri(own), "gi:Regulation", [*pairs, ("gi:sameDocument", iri(candidates[0]))])

    def _wanted(self, own: str, reader: Reader) -> Iterable[str]:
        if reader.get("regulation", own) and not reader.get("canonical", own):
            for each in self._instruments.with_it(own):
                reader.tell("live", each)
        return ()

    def _called(self, own: str, reader: Reader) -> Iterable[str]:
        if not is_local(own):
            for each in votes_of(reader.get("agency", own)).all("name", "published_as"):
                reader.tell("called", each, own)
        return ()

    def _placed(self, own: str, reader: Reader) -> Iterator[str]:
        if not is_local(own):
            return
        votes = votes_of(reader.get("agency", own))
        named = {other for each in votes.all("published_as") for other in reader.get("called", each)}
        found = fitting(named, votes.all("near"), self._registry)
        if len(found) == 1:
            reader.tell("placed", own, found[0])
            reader.tell("places", found[0], own)
            label = votes.first("published_as") or last_part(own)
            yield from node(iri(own), "gi:Agency", [("skos:prefLabel", zh(label)), ("gi:sameAgency", iri(found[0]))])

    def _instrument(self, own: str, reader: Reader) -> Iterator[str]:
        if not reader.get("live", own):
            return
        votes = votes_of(reader.get("regulation", own))
        for local in reader.get("joins", own):
            votes.join(votes_of(reader.get("regulation", local)), name="other")
        votes.move(_placing(reader))
        issuers = self._instruments.issuers(own, votes, lambda name: reader.get("called", name))
        for issuer in issuers:
            reader.tell("root", issuer)
        yield from self._instruments.statements(own, votes, issuers, lambda work: bool(reader.get("live", work)))

    def _root(self, own: str, reader: Reader) -> Iterable[str]:
        changes = changes_of(own, self._registry, lambda other: bool(reader.get("rooted", other)))
        for each in {own, *(taking for change in changes for taking in participants(change))}:
            reader.tell("alive", each)
        for change in changes:
            reader.tell("change", json.dumps(asdict(change), ensure_ascii=False))
        return ()

    def _agency(self, own: str, reader: Reader) -> Iterator[str]:
        if not reader.get("alive", own):
            return
        votes = votes_of(reader.get("agency", own))
        for local in reader.get("places", own):
            votes.join(votes_of(reader.get("agency", local)), near=None)
        votes.move(_placing(reader))
        for code in with_regions_above(region_of(own, votes), self._registry):
            reader.tell("region", code)
        if key := body_key(own, self._registry):
            reader.tell("body", key, own)
        yield from agency_statements(own, votes, self._registry, lambda other: bool(reader.get("alive", other)))

    def _guided(self, key: str, reader: Reader) -> Iterator[str]:
        above = key_above(key, self._registry)
        yield from guidance(reader.get("body", key), reader.get("body", above) if above else ())

    def _region(self, code: str, reader: Reader) -> Iterator[str]:
        return region_statements(code, self._registry)

    def _change(self, key: str, reader: Reader) -> Iterator[str]:
        given = json.loads(key)
        sides = {side: tuple(given[side]) for side in ("before", "after", "partial")}
        return change_statements(Change(**given | sides))

    def _platform(self, own: str, reader: Reader) -> Iterable[str]:
        votes = votes_of(reader.get("platform", own))
        votes.move(_placing(reader))
        kind = votes.first("kind")
        pairs = [
            *labels(votes.first("name") or last_part(own), votes.all("name", "other")),
            ("dct:type", optional_iri(mint("platform-kind", kind) if kind else None)),
            ("gi:operator", optional_iri(votes.first("operator"))),
        ]
        return node(iri(own), "gi:Platform", pairs)

    def _loose(self, key: str, reader: Reader) -> Iterable[str]:
        subject, predicate, target = key.split(" ")
        canonical = next(iter(reader.get("canonical", target)), target) if self.is_local(target) else target
        canonical = _placing(reader)(canonical)
        moved = f"{_placing(reader)(subject)} {predicate} {canonical}"
        if moved == key:
            return _tie(key, reader)
        reader.tell("moved", moved)
        return ()

    def _moved(self, key: str, reader: Reader) -> Iterable[str]:
        return () if reader.get("tie", key) or reader.get("loose", key) else _tie(key, reader)


def _tie(key: str, reader: Reader) -> Iterator[str]:
    subject, predicate, target = key.split(" ")
    yield f"{iri(subject)} {name(predicate)} {iri(target)}"


def _rooted(own: str, reader: Reader) -> Iterable[str]:
    if not reader.get("placed", own):
        reader.tell("rooted", own)
    return ()


def _placing(reader: Reader) -> Callable[[str], str]:
    """From an agency to the one that it was found to be; anything else is itself."""
    return lambda value: next(iter(reader.get("placed", value)), value) if is_local(value) else value


def _copies(key: str, reader: Reader) -> Iterator[str]:
    return copy_statements([copy_of(*unpacked(item)) for item in _each(reader.get("copies", key))])


def _stocks(key: str, reader: Reader) -> Iterator[str]:
    reports = [unpacked(item) for item in _each(reader.get("stocks", key))]
    if any(is_open(cells) for _, cells in reports):
        yield from neighbour_statements(reports)


def _each(counts: Counts) -> Iterator[str]:
    for item, count in counts.items():
        yield from [item] * count
