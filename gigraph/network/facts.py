"""What the graph knows of the things at the ends of edges."""

from collections.abc import Iterable, Mapping, Set
from typing import Protocol
from urllib.parse import unquote

from gigraph.iris import BASE, graph_iri, mint
from gigraph.network.choice import Choice
from gigraph.store.terms import Iri, Quad, Value
from gigraph.vocab import term

ENTITIES = graph_iri("entities")
_TYPES = ("agency", "regulation", "platform", "region", "report")


class Source(Protocol):
    """What a network is drawn from: `gigraph.store.reader.Graph` is one."""

    def select(self, sparql: str, /, *, prefixes: Mapping[str, str]) -> Iterable[tuple[Value, ...]]: ...

    def quads(self, *, predicate: str | None = None, graph: str | None = None) -> Iterable[Quad]: ...


class Facts:
    """Labels, kinds, regions, levels and sectors of entities; each kind of statement is read once, when asked for."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._read: dict[str, dict[str, str]] = {}
        self._regions: dict[str, bool] = {}

    def values(self, predicate: str) -> dict[str, str]:
        """The value of a property for each thing; of several the first by code point."""
        if predicate not in self._read:
            values: dict[str, str] = {}
            for quad in self._source.quads(predicate=term(predicate), graph=ENTITIES):
                text = quad.object if isinstance(quad.object, Iri) else quad.object.value
                values[quad.subject] = min(values.get(quad.subject, text), text)
            self._read[predicate] = values
        return self._read[predicate]

    def one(self, thing: str) -> str:
        """The IRI that a thing is known by: another where the two are joined (gi:sameAgency, gi:sameDocument)."""
        return self.values("gi:sameAgency").get(thing) or self.values("gi:sameDocument").get(thing, thing)

    def copies(self) -> Set[str]:
        """The reports that are there once more; they do not count."""
        return self.values("gi:duplicateOf").keys()

    def kind(self, thing: str) -> str:
        """The code of an agency's kind, a regulation's type or a platform's kind; empty where it is not known."""
        for predicate in ("org:classification", "eli:type_document", "dct:type"):
            if found := self.values(predicate).get(thing):
                return code(found)
        return ""

    def fits(self, agency: str, choice: Choice) -> bool:
        """Whether an agency has the region, level and sector of a choice."""
        return (
            (choice.region is None or self._within(self.values("dct:spatial").get(agency), choice.region))
            and (choice.level is None or code(self.values("gi:level").get(agency, "")) == choice.level)
            and (choice.sector is None or code(self.values("gi:sector").get(agency, "")) == choice.sector)
        )

    def about(self, thing: str) -> dict[str, str]:
        """Attributes of a node: type, label, and as far as known kind, region and its name, level, sector, number.

        A thing without a label gets its key.
        """
        found = {"type": type_of(thing)}
        for name, predicate in _ATTRIBUTES.items():
            if value := self.values(predicate).get(thing):
                found[name] = code(value)
        if kind := self.kind(thing):
            found["kind"] = kind
        if region := self.values("dct:spatial").get(thing):
            found["region_name"] = self.values("skos:prefLabel").get(region, code(region))
        found.setdefault("label", unquote(thing.removeprefix(BASE).rpartition("/")[2]))
        return found

    def _within(self, region: str | None, wanted: str) -> bool:
        """Whether a region is the wanted one or lies below it."""
        if region is None:
            return False
        if region not in self._regions:
            above = self.values("skos:broader").get(region)
            self._regions[region] = region == mint("region", wanted) or self._within(above, wanted)
        return self._regions[region]


_ATTRIBUTES = {
    "label": "skos:prefLabel", "region": "dct:spatial", "level": "gi:level", "sector": "gi:sector",
    "number": "eli:id_local",
}  # fmt: skip


def code(value: str) -> str:
    """The last part of a concept's or a region's IRI; a label or a number as it is."""
    return value.rpartition("/")[2] if value.startswith(BASE) else value


def type_of(thing: str) -> str:
    """What an IRI names: agency, regulation, platform, region, report, or thing.

    >>> type_of(mint("agency", "110000", "甲局"))
    'agency'
    """
    kind, _, key = thing.removeprefix(BASE).partition("/")
    part = kind == "report" and "/" in key  # a citation, a cell …
    return kind if thing.startswith(BASE) and kind in _TYPES and not part else "thing"
