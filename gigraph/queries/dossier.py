"""What one page says about an agency, a regulation or a region: its card, what is doubtful, series, neighbours."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from gigraph.iris import graph_iri, mint
from gigraph.queries.cards import Card, Section, card
from gigraph.queries.doubts import doubts
from gigraph.queries.series import series
from gigraph.store import Graph, Literal
from gigraph.vocab import term

KINDS: Final = ("agency", "regulation", "region")
# Of an agency: the figures that the most reports have, in the newest form; older forms' exact matches count with them.
_INDICATORS: Final = ("requests/new", "requests/granted")
_NEIGHBOURS: Final = 24

Points = Sequence[tuple[int, Decimal]]


@dataclass(frozen=True, slots=True)
class Chart:
    """Values by year, a line each. title: a key of the page's wording, or the label of an indicator."""

    title: str
    lines: dict[str, Points]

    @property
    def spans_years(self) -> bool:
        """Whether there is a change over years to be seen."""
        return len({year for points in self.lines.values() for year, _ in points}) > 1


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Something that the page's subject is tied to: its name, its kind, and by how many reports."""

    name: str
    kind: str
    weight: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a page is made of. doubts: sections named by their template. english: of the ontology's Chinese labels."""

    label: str
    card: Card
    charts: tuple[Chart, ...]
    neighbours: tuple[Neighbour, ...]
    doubts: tuple[Section, ...]
    english: dict[str, str]

    @property
    def kind(self) -> str:
        """The kind of the thing, one of KINDS."""
        return self.card.kind

    @property
    def iri(self) -> str:
        """The thing's identity."""
        return self.card.iri

    @property
    def facts(self) -> tuple[tuple[str, Any], ...]:
        """Its properties and their values."""
        return self.card.facts

    @property
    def sections(self) -> tuple[Section, ...]:
        """All that the graph says of it."""
        return self.card.sections


def dossier(graph: Graph, iri: str, kind: str, label: str) -> Dossier:
    """What the graph knows of a thing; kind is one of KINDS."""
    found = card(graph, iri, kind)
    charts = tuple(chart for chart in _charts(graph, found) if chart.spans_years)
    return Dossier(label, found, charts, _neighbours(found), tuple(doubts(graph, found)), _english(graph))


def _charts(graph: Graph, found: Card) -> Iterator[Chart]:
    for section in found.sections:
        if section.title in ("regulations", "cited by"):
            yield Chart("reports by relation", _by_year(section.records))
        elif section.title == "reports":
            counted = Counter(record["year"] for record in section.records if record["year"])
            yield Chart("reports by year", {"": _points(counted)})
    if found.kind == "agency":
        for code in _INDICATORS:
            indicator = mint("indicator", "2021", *code.split("/"))
            lines = series(graph, indicator, agency=found.iri).by_agency()
            yield Chart(_label(graph, indicator) or code, dict(lines))


def _by_year(records: list[dict[str, Any]]) -> dict[str, Points]:
    """By relation: in how many reports of each year something is cited, issued or disclosed."""
    reports: dict[str, set[tuple[int, str]]] = {}
    for record in records:
        found = ((quote["year"], quote["report"]) for quote in record["evidence"] if quote["year"])
        reports.setdefault(record["relation"], set()).update(found)
    return {relation: _points(Counter(year for year, _ in held)) for relation, held in sorted(reports.items())}


def _points(counted: "Counter[int]") -> Points:
    return sorted((year, Decimal(number)) for year, number in counted.items())


def _neighbours(found: Card) -> tuple[Neighbour, ...]:
    """What the thing is tied to most, by the sections of its card."""
    named = {"regulations": "regulationLabel", "cited by": "agencyLabel", "agencies": "agencyLabel",
             "platforms": "platformLabel"}  # fmt: skip
    kinds = {"regulationLabel": "regulation", "agencyLabel": "agency", "platformLabel": "platform"}
    weights: Counter[tuple[str, str]] = Counter()
    for section in found.sections:
        key = named.get(section.title, "")
        for record in section.records:
            if record.get(key):
                weights[kinds[key], record[key]] += int(record.get("reports") or len(record.get("years") or ()) or 1)
    ordered = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_NEIGHBOURS]
    return tuple(Neighbour(name, kind, weight) for (kind, name), weight in sorted(ordered))


def _label(graph: Graph, concept: str) -> str | None:
    found = (quad.object for quad in graph.quads(concept, term("skos:prefLabel"), graph=graph_iri("ontology")))
    return next((label.value for label in found if isinstance(label, Literal) and label.language == "zh"), None)


def _english(graph: Graph) -> dict[str, str]:
    """English labels of the ontology's concepts by their Chinese ones, where those are of one concept alone."""
    labels: dict[str, dict[str, str]] = {}
    for quad in graph.quads(predicate=term("skos:prefLabel"), graph=graph_iri("ontology")):
        if isinstance(quad.object, Literal) and quad.object.language:
            labels.setdefault(str(quad.subject), {})[quad.object.language] = quad.object.value
    pairs: dict[str, set[str]] = {}
    for both in labels.values():
        if "zh" in both and "en" in both:
            pairs.setdefault(both["zh"], set()).add(both["en"])
    return {zh: found.pop() for zh, found in pairs.items() if len(found) == 1}
