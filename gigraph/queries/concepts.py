"""Concepts of the schemes (levels, kinds, sectors) by the words that a person has for them."""

import difflib
from collections.abc import Iterator

from gigraph.errors import UsageError
from gigraph.iris import BASE, graph_iri
from gigraph.search import Hit, normalise
from gigraph.store import Graph, Iri, Literal
from gigraph.vocab import PREFIXES, term


def find_concept(graph: Graph, scheme: str, text: str) -> Hit:
    """The one concept of a scheme that a code, a label in Chinese or English, or an IRI means.

    Raises UsageError with the nearest codes, or all of them, where there is none; nothing is chosen by likeness.
    """
    found: dict[str, tuple[str, str]] = {}
    codes: dict[str, str] = {}  # with labels in Chinese
    for concept in _concepts(graph, scheme):
        code, labels = _code(concept), _labels(graph, concept)
        codes[code] = labels.get("zh", "")
        found |= dict.fromkeys((concept, code, *map(normalise, labels.values())), (concept, codes[code] or code))
    for spelling in (text.strip(), text.strip().lower(), normalise(text)):
        if spelling in found:
            return Hit(found[spelling][0], scheme, found[spelling][1], "exact")
    near = difflib.get_close_matches(text.lower(), codes, 3, 0.5)
    told = [f"{code} {codes[code]}".strip() for code in near or sorted(codes)]
    hint = f"Did you mean {' or '.join(told)}?" if near else f"There are: {', '.join(told)}"
    raise UsageError(f"no {scheme.replace('-', ' ')} is called {text!r}", hint=hint)


def names_of(graph: Graph, scheme: str) -> dict[str, str]:
    """The names in Chinese of a scheme's concepts by their codes, sorted by these; empty where there is none."""
    found = {_code(concept): _labels(graph, concept).get("zh", "") for concept in _concepts(graph, scheme)}
    return dict(sorted(found.items()))


def _concepts(graph: Graph, scheme: str) -> Iterator[str]:
    for quad in graph.quads(None, PREFIXES["skos"] + "inScheme", Iri(BASE + scheme), graph_iri("ontology")):
        yield str(quad.subject)


def _labels(graph: Graph, concept: str) -> dict[str, str]:
    """The preferred labels of a concept by their languages."""
    found = (quad.object for quad in graph.quads(concept, term("skos:prefLabel"), graph=graph_iri("ontology")))
    return {label.language: label.value for label in found if isinstance(label, Literal) and label.language}


def _code(concept: str) -> str:
    return concept.rpartition("/")[2]
