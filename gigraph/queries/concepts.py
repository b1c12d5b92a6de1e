"""Concepts of the schemes (levels, kinds, sectors) by the words that a person has for them."""

import difflib
from typing import Final

from gigraph.errors import UsageError
from gigraph.iris import BASE, graph_iri
from gigraph.search import normalise
from gigraph.store import Graph, Iri
from gigraph.vocab import PREFIXES

SCHEMES: Final = ("agency-kind", "agency-level", "agency-sector", "platform-kind")


def concept_code(graph: Graph, scheme: str, text: str) -> str:
    """The code of the one concept of a scheme that a code or a label in Chinese or English means.

    Raises UsageError with the nearest codes, or all of them, where there is none; nothing is chosen by likeness.
    """
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    skos, ontology = PREFIXES["skos"], graph_iri("ontology")
    for quad in graph.quads(None, skos + "inScheme", Iri(BASE + scheme), ontology):
        concept = str(quad.subject)
        code = concept.rpartition("/")[2]
        codes[code] = code
        for label in graph.quads(concept, skos + "prefLabel", graph=ontology):
            names[normalise(getattr(label.object, "value", ""))] = code
    found = codes.get(text.strip().lower()) or names.get(normalise(text))
    if found is None:
        near = difflib.get_close_matches(text.lower(), codes, 3, 0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(sorted(codes))}"
        raise UsageError(f"no {scheme.replace('-', ' ')} is called {text!r}", hint=hint)
    return found
