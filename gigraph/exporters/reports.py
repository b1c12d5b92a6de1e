"""The report graphs one by one, in the order of their sources, for formats that go from report to report.

Each is held while it is written and no longer, so that memory does not grow with their number.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Protocol

from gigraph.exporters.statements import Iri, Literal, Statements, Term
from gigraph.iris import BASE, graph_iri, place_of
from gigraph.network import Source as NetworkSource
from gigraph.store.terms import Quad
from gigraph.vocab import term

GRAPHS = BASE + "graph/report/"
ENTITIES, ONTOLOGY, MANIFEST = graph_iri("entities"), graph_iri("ontology"), graph_iri("manifest")
_TOLD = 200  # reports between two words of progress


class Matching(Statements, NetworkSource, Protocol):
    """Statements that can be asked for by their parts too."""

    def quads(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        object: Iri | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]: ...


class Place(NamedTuple):
    """Where words stand in a text: offsets in code points, end exclusive; quote is None where it is not known."""

    span: str
    start: int
    end: int
    quote: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """What one report's graph says, by subject and predicate; values are sorted."""

    iri: str
    graph: str
    nodes: dict[str, dict[str, list[Term]]]

    def texts(self, subject: str, predicate: str) -> list[str]:
        """The values of a property (a prefixed name), IRIs and literals alike, as text."""
        return [_text(value) for value in self.nodes.get(subject, {}).get(full(predicate), ())]

    def text(self, subject: str, predicate: str) -> str | None:
        """The value of a property; of several the first by code point."""
        return next(iter(self.texts(subject, predicate)), None)

    def code(self, subject: str, predicate: str) -> str | None:
        """The last part of a concept's IRI."""
        return last_part(self.text(subject, predicate))

    def places(self, subject: str) -> list[Place]:
        """The words that state a fact, in the order of the text."""
        return sorted((self._place(span) for span in self.texts(subject, "gi:evidence")), key=lambda place: place[1:3])

    def of_class(self, kind: str) -> list[str]:
        """The things of a class (a prefixed name), in the order of the text; those without evidence come first."""
        wanted, type_ = full(kind), full("rdf:type")
        found = (thing for thing, node in self.nodes.items() if wanted in node.get(type_, ()))
        return sorted(found, key=lambda thing: (min((p.start for p in self.places(thing)), default=-1), thing))

    @property
    def source(self) -> str | None:
        """The key of the source: a path or a URL."""
        return self.text(self.text(self.iri, "prov:hadPrimarySource") or "", "gi:sourceKey")

    @property
    def year(self) -> int | None:
        """The report year."""
        stated = self.text(self.iri, "gi:reportYear")
        return int(stated) if stated else None

    def _place(self, span: str) -> Place:
        return Place(span, *place_of(span)[1:], self.text(span, "gi:exact"))


@cache
def full(predicate: str) -> str:
    """The IRI of a prefixed name of the vocabulary."""
    return term(predicate)


def last_part(iri: str | None) -> str | None:
    """What stands behind the last / or # of an IRI."""
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :] if iri else None


def report_graphs(source: Matching) -> list[str]:
    """The names of the report graphs, by the keys of their sources."""
    keys = {quad.subject: _text(quad.object) for quad in source.quads(predicate=full("gi:sourceKey"), graph=MANIFEST)}
    names = [str(name) for name in source.graphs() if name.startswith(GRAPHS)]
    return sorted(names, key=lambda name: (keys.get(Iri(name), ""), name))


def duplicates(source: Matching) -> dict[str, str]:
    """The reports that are there more than once, each with the one that counts."""
    return {
        str(quad.subject): _text(quad.object) for quad in source.quads(predicate=full("gi:duplicateOf"), graph=ENTITIES)
    }


def read_report(source: Matching, graph: str) -> Report:
    """What the graph with this name says."""
    nodes: dict[str, dict[str, list[Term]]] = {}
    for quad in source.quads(graph=graph):
        nodes.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
    for node in nodes.values():
        for values in node.values():
            if len(values) > 1:
                values.sort(key=_text)
    return Report(f"{BASE}report/{graph.removeprefix(GRAPHS)}", graph, nodes)


def read_reports(
    source: Matching,
    *,
    graphs: list[str] | None = None,
    copies: bool = False,
    step: Callable[[str], None] = lambda _: None,
) -> Iterator[Report]:
    """All reports, or those of some graphs, one by one; `copies` with those that are there more than once."""
    left_out = {} if copies else duplicates(source)
    names = report_graphs(source) if graphs is None else graphs
    for number, name in enumerate(names):
        if number % _TOLD == 0:
            step(f"writing report {number + 1:,} of {len(names):,}")
        if f"{BASE}report/{name.removeprefix(GRAPHS)}" not in left_out:
            yield read_report(source, name)


def _text(value: Term) -> str:
    return value.value if isinstance(value, Literal) else str(value)
