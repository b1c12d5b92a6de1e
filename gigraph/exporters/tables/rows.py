"""The rows of the tables, read from the graph: those of things from graph/entities, those of facts report by report."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from gigraph.exporters.reports import ENTITIES, ONTOLOGY, Matching, Report, duplicates, full, last_part, read_reports
from gigraph.exporters.statements import Iri, Literal
from gigraph.exporters.tables.columns import Row
from gigraph.iris import BASE
from gigraph.network.facts import Facts
from gigraph.vocab import term


class Names:
    """What things are called, and what they are the same as."""

    def __init__(self, source: Matching) -> None:
        self.facts = Facts(source)
        self.concepts = {
            str(quad.subject): quad.object.value
            for quad in source.quads(predicate=term("skos:prefLabel"), graph=ONTOLOGY)
            if isinstance(quad.object, Literal) and quad.object.language == "zh"
        }

    def label(self, thing: str | None) -> str | None:
        """The label of an entity, or of a concept in Chinese."""
        if thing is None:
            return None
        return self.facts.values("skos:prefLabel").get(thing) or self.concepts.get(thing)

    def value(self, thing: str | None, predicate: str) -> str | None:
        """The value of an entity's property."""
        return self.facts.values(predicate).get(thing) if thing else None

    def one(self, thing: str | None) -> str | None:
        """The IRI that a thing is known by."""
        return self.facts.one(thing) if thing else None


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the rows of one source."""

    source: Matching
    names: Names

    def agency(self, thing: str) -> Row:
        value, label = self.names.value, self.names.label
        kind, region = value(thing, "org:classification"), value(thing, "dct:spatial")
        parent = value(thing, "org:subOrganizationOf")
        return (
            thing, label(thing), last_part(kind), label(kind), last_part(region), label(region),
            *(last_part(value(thing, predicate)) for predicate in ("gi:level", "gi:sector", "gi:system")),
            parent, label(parent), value(thing, "gi:sameAgency"), self._all(thing, "skos:altLabel"),
            self._all(thing, "gi:issuerCode"),
        )  # fmt: skip

    def regulation(self, thing: str) -> Row:
        value, label = self.names.value, self.names.label
        kind, issuer, known = (
            value(thing, name) for name in ("eli:type_document", "eli:passed_by", "gi:inRegistry")
        )  # fmt: skip
        dates = ("eli:date_document", "eli:first_date_entry_in_force", "eli:date_no_longer_in_force")
        return (
            thing, label(thing), value(thing, "eli:id_local"), last_part(kind), label(kind), issuer, label(issuer),
            *(value(thing, date) for date in dates), value(thing, "dct:isVersionOf"), value(thing, "gi:sameDocument"),
            _truth(known), self._all(thing, "skos:altLabel"),
        )  # fmt: skip

    def platform(self, thing: str) -> Row:
        kind, operator = (self.names.value(thing, name) for name in ("dct:type", "gi:operator"))
        label = self.names.label
        return (
            thing, label(thing), last_part(kind), label(kind), operator, label(operator),
            self._all(thing, "skos:altLabel"),
        )  # fmt: skip

    def report(self, report: Report, copy_of: str | None) -> Row:
        source = report.text(report.iri, "prov:hadPrimarySource") or ""
        periods = ("gi:periodStart", "gi:periodEnd", "dct:issued", "gi:indexNumber")
        return (
            *self._common(report), report.text(report.iri, "dct:title"), report.code(report.iri, "dct:type"),
            *self._region(report), *(report.text(report.iri, name) for name in periods),
            report.code(report.iri, "gi:figureScope"),
            *(report.text(source, name) for name in ("dct:format", "gi:digest", "schema:url")), copy_of,
        )  # fmt: skip

    def citations(self, report: Report) -> Iterator[Row]:
        common = self._common(report)
        for fact in report.of_class("gi:Citation"):
            text, code = report.text, report.code
            regulation = self.names.one(text(fact, "cito:hasCitedEntity"))
            stated = ("gi:citedVersion", "gi:name", "gi:statedNumber", "gi:statedIssuer")
            yield (
                fact, *common, code(fact, "gi:relation"), code(fact, "gi:outcome"), text(fact, "gi:method"),
                regulation, self.names.label(regulation), self.names.value(regulation, "eli:id_local"),
                *(text(fact, name) for name in stated),
                _truth(text(fact, "gi:bracketed")), _truth(text(fact, "gi:formula")) or False,
                code(fact, "gi:role"), code(fact, "gi:status"), text(fact, "gi:section"),
                tuple(report.texts(fact, "gi:pinpoint")), tuple(report.texts(fact, "gi:repair")),
                *_evidence(report, fact),
            )  # fmt: skip

    def mentions(self, report: Report) -> Iterator[Row]:
        common, text = self._common(report), report.text
        for kind, of in (("gi:AgencyMention", "agency"), ("gi:PlatformMention", "platform")):
            for fact in report.of_class(kind):
                entity = self.names.one(text(fact, "gi:refersTo"))
                yield (
                    fact, *common, of, report.code(fact, "gi:outcome"), text(fact, "gi:method"), entity,
                    self.names.label(entity), text(fact, "gi:name"), text(fact, "gi:statedKind"),
                    tuple(report.texts(fact, "gi:otherName")), *_evidence(report, fact),
                )  # fmt: skip

    def observations(self, report: Report) -> Iterator[Row]:
        common, region = self._common(report), self._region(report)
        scope = report.code(report.iri, "gi:figureScope")
        for fact in (*report.of_class("gi:Observation"), *(derived := self._derived(report))):
            text, code = report.text, report.code
            indicator = text(fact, "gi:indicator") or ""
            yield (
                fact, *common, *region, indicator, indicator.removeprefix(f"{BASE}indicator/"),
                self.names.label(indicator), code(fact, "gi:applicant"), _number(text(fact, "gi:amount")),
                text(fact, "gi:unit"), code(fact, "gi:state"), text(fact, "gi:reason"), scope, fact in derived,
                *_evidence(report, fact),
            )  # fmt: skip

    def _derived(self, report: Report) -> Collection[str]:
        """What a neighbouring year's report decides, now among the nodes of the report."""
        found = []
        observed = self.source.quads(subject=report.iri, predicate=full("qb:observation"), graph=ENTITIES)
        for each in sorted(str(quad.object) for quad in observed):
            for quad in self.source.quads(subject=each, graph=ENTITIES):
                report.nodes.setdefault(each, {}).setdefault(quad.predicate, []).append(quad.object)
            found.append(each)
        return tuple(found)

    def _common(self, report: Report) -> Row:
        publisher = self._publisher(report)
        return report.iri, report.source, report.year, publisher, self.names.label(publisher)

    def _region(self, report: Report) -> Row:
        region = self.names.value(self._publisher(report), "dct:spatial")
        return last_part(region), self.names.label(region)

    def _publisher(self, report: Report) -> str | None:
        return self.names.one(report.text(report.iri, "dct:creator"))

    def _all(self, thing: str, predicate: str) -> tuple[str, ...]:
        values = (quad.object for quad in self.source.quads(subject=thing, predicate=full(predicate), graph=ENTITIES))
        return tuple(sorted(value.value if isinstance(value, Literal) else str(value) for value in values))


_THINGS: dict[str, tuple[str, Callable[[Maker, str], Row]]] = {
    "agencies": ("gi:Agency", Maker.agency),
    "regulations": ("gi:Regulation", Maker.regulation),
    "platforms": ("gi:Platform", Maker.platform),
}
_FACTS: dict[str, Callable[[Maker, Report], Iterator[Row]]] = {
    "citations": Maker.citations,
    "mentions": Maker.mentions,
    "observations": Maker.observations,
}


def rows(
    source: Matching,
    tables: Collection[str],
    *,
    graphs: list[str] | None = None,
    copies: bool = False,
    step: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[str, Row]]:
    """The rows of some of TABLES, each with its table's name, in a stable order, one at a time.

    graphs: the report graphs to read (all). copies: with the reports that are there more than once.
    """
    maker = Maker(source, Names(source))
    for name, (kind, make) in _THINGS.items():
        if name in tables:
            step(f"writing {name}")
            quads = source.quads(predicate=full("rdf:type"), object=Iri(full(kind)), graph=ENTITIES)
            for thing in sorted(str(quad.subject) for quad in quads):
                yield name, make(maker, thing)
    if not set(tables) - set(_THINGS):
        return
    again = duplicates(source)
    for report in read_reports(source, graphs=graphs, copies=copies, step=step):
        if "reports" in tables:
            yield "reports", maker.report(report, again.get(report.iri))
        for name, each in _FACTS.items():
            if name in tables:
                yield from ((name, row) for row in each(maker, report))


def _evidence(report: Report, fact: str) -> Row:
    """How many places state a fact, and where the first is and what it says."""
    places = report.places(fact)
    if not places:
        return 0, None, None, None
    return len(places), *places[0][1:]


def _truth(text: str | None) -> bool | None:
    return None if text is None else text == "true"


def _number(text: str | None) -> Decimal | None:
    try:
        return Decimal(text) if text is not None else None
    except InvalidOperation:
        return None
