"""A name that a person gives to the one thing that it means, or a message that says what it may mean."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

from gigraph.errors import NotFoundError, UsageError
from gigraph.iris import graph_iri
from gigraph.search import KINDS, Hit, find, suggest
from gigraph.store import Graph, Iri
from gigraph.vocab import PREFIXES, term

SHOWN: Final = 12  # how many candidates a message lists


def resolve_name(graph: Graph, index: Path, text: str, kinds: Collection[str] = KINDS) -> Hit:
    """The one thing that a full name, short name, number or IRI means; `index` is the generation's name index.

    A title that a law's versions share means the law, an indicator that several forms have that of the newest form.
    Raises NotFoundError with the nearest names where nothing fits, UsageError with the candidates where several do.
    """
    hits = _newest(graph, _works(graph, find(index, text, kinds)))
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise UsageError(f"{text!r} may mean several things", hint=_candidates(hits))
    near = suggest(index, text, kinds)
    wanted = " or ".join(sorted(kinds)) if len(kinds) < len(KINDS) else "thing"
    hint = "Did you mean one of these?" + _lines(near) if near else "`gigraph info` says what the graph holds"
    raise NotFoundError(f"no {wanted} is called {text!r}", hint=hint)


def work_of(graph: Graph, regulation: str) -> str | None:
    """The work that a regulation is a dated version of; None where it is no version."""
    found = graph.quads(regulation, term("dct:isVersionOf"), graph=graph_iri("entities"))
    return next((str(quad.object) for quad in found if isinstance(quad.object, Iri)), None)


def _works(graph: Graph, hits: list[Hit]) -> list[Hit]:
    """The hits without those that are versions of another hit."""
    if len(hits) < 2:
        return hits
    iris = {hit.iri for hit in hits}
    return [hit for hit in hits if hit.kind != "regulation" or work_of(graph, hit.iri) not in iris]


def _newest(graph: Graph, hits: list[Hit]) -> list[Hit]:
    """The hits without the indicators of older forms that a newer form has exactly."""
    iris = {hit.iri for hit in hits}

    def newer(hit: Hit) -> set[str]:
        exact = PREFIXES["skos"] + "exactMatch"
        return {str(quad.object) for quad in graph.quads(hit.iri, exact, graph=graph_iri("ontology"))}

    return [hit for hit in hits if hit.kind != "indicator" or not newer(hit) & iris]


def _candidates(hits: list[Hit]) -> str:
    more = f"\n  … and {len(hits) - SHOWN} more" if len(hits) > SHOWN else ""
    return f"Give the full name or the IRI of the one that you mean:{_lines(hits[:SHOWN])}{more}"


def _lines(hits: list[Hit]) -> str:
    return "".join(f"\n  {hit.kind}  {hit.label}  <{hit.iri}>" for hit in hits)
