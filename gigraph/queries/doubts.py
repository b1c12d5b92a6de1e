"""What is doubtful about a thing: the answers of the library's questions on quality that speak of it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from gigraph.iris import graph_iri
from gigraph.queries.asking import rows_of
from gigraph.queries.cards import Card, Section
from gigraph.queries.library import shipped
from gigraph.store import Bindable, Graph, Iri
from gigraph.vocab import term

_OF_PUBLISHERS: Final = (
    "unresolved-citations", "ambiguous-mentions", "title-number-conflicts", "outdated-citations",
    "citations-before-issue", "cells-ambiguous", "sums-not-kept", "carry-overs-not-kept", "duplicate-reports",
)  # fmt: skip
_OF_REGULATIONS: Final = (
    "ambiguous-mentions", "title-number-conflicts", "outdated-citations", "citations-before-issue",
    "repealed-instruments-cited",
)  # fmt: skip
# These read the graph of every report, each for itself, whatever is asked: put to an agency's alone, they are quick.
_LOCAL: Final = frozenset({"sums-not-kept"})


def doubts(graph: Graph, card: Card) -> Iterator[Section]:
    """A section for each question that has an answer about the thing of a card, named by the question.

    Of a region: what is doubtful about the reports of its agencies, and of those below it.
    """
    for name in _OF_REGULATIONS if card.kind == "regulation" else _OF_PUBLISHERS:
        terms = _terms(name, card)
        asked = _reports(graph, card) if name in _LOCAL and card.kind == "agency" else graph
        found = [row for row in rows_of(asked, name, terms) if terms or _speaks(row, card)]
        if found:
            yield Section(name, [{key: value for key, value in row.items() if key not in terms} for row in found])


def _terms(name: str, card: Card) -> dict[str, Bindable]:
    """The thing itself as the question's parameter, where it has one of this kind."""
    takes = any(parameter.name == card.kind for parameter in shipped(name).parameters)
    return {card.kind: Iri(card.iri)} if takes else {}


def _speaks(row: Mapping[str, Any], card: Card) -> bool:
    if card.kind != "region":
        return card.iri in row.values()
    below = {record["agency"] for record in _records(card, "agencies")}
    return bool(below & {row.get("publisher"), row.get("agency")})


def _reports(graph: Graph, card: Card) -> Graph:
    """A graph of an agency's reports, with what the entities graph says of them and of their publishers."""
    reports = sorted({str(record["report"]) for record in _records(card, "reports")})
    made = [quad for report in reports for quad in graph.quads(report, term("dct:creator"))]
    creators = {str(quad.object) for quad in made}  # an agency that was joined has other IRIs there
    graphs = sorted({str(quad.graph) for quad in made})
    things = sorted({card.iri, *reports, *creators})
    return graph.part([*graphs, graph_iri("ontology")], things, of=graph_iri("entities"))


def _records(card: Card, title: str) -> list[dict[str, Any]]:
    return [record for section in card.sections if section.title == title for record in section.records]
