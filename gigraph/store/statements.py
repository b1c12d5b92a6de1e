"""Statements as text: checked N-Quads, and Turtle files as N-Quads lines of one graph."""

from collections import deque
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from gigraph.errors import OntologyError


def check_nquads(lines: bytes) -> None:
    """Passes N-Quads; raises ValueError for what is none."""
    try:
        deque(ox.parse(lines, format=ox.RdfFormat.N_QUADS), maxlen=0)
    except SyntaxError as error:
        raise ValueError(f"no N-Quads: {error.msg}") from error


def turtle_lines(paths: Iterable[Path], graph: str) -> list[bytes]:
    """The statements of Turtle files as sorted N-Quads lines of a graph.

    Raises OntologyError for a file that does not parse or has a blank node: nothing in a store may have a name that
    changes from one build to the next.
    """
    place = ox.NamedNode(graph)
    found: set[bytes] = set()
    for path in paths:
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
                    raise OntologyError("has a blank node", where=str(path), hint=f"Give it a name: {quad.predicate}")
                found.add(f"{quad.subject} {quad.predicate} {quad.object} {place} .".encode())
        except SyntaxError as error:
            raise OntologyError(f"does not parse: {error.msg}", where=str(path)) from error
    return sorted(found)


def update_data(lines: bytes, graph: str) -> str:
    """N-Quads lines as the data of an update. Raises SyntaxError for what is none."""
    # Parsed and written anew: a line that is not a statement cannot become part of the update's text.
    quads = ox.parse(lines, format=ox.RdfFormat.N_QUADS)
    statements = (f"{quad.subject} {quad.predicate} {quad.object}" for quad in quads)
    return f"GRAPH {ox.NamedNode(graph)} {{ {' . '.join(statements)} }}"
