"""What the formats of statements read, and in what order they write it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import BinaryIO, Protocol

from gigraph.store.terms import Iri, Literal, Quad, Term
from gigraph.vocab import term

TYPE = term("rdf:type")
Properties = list[tuple[Iri, list[Term]]]


class Statements(Protocol):
    """A source of statements."""

    def graphs(self) -> Sequence[Iri]: ...

    def quads(self, *, predicate: str | None = None, graph: str | None = None) -> Iterable[Quad]: ...

    def dump_to(self, stream: BinaryIO) -> None: ...


def things(source: Statements, graph: str) -> Iterator[tuple[Iri, Properties]]:
    """The things that a graph describes, sorted, with their properties, the class first, and the values of these."""
    quads = sorted(source.quads(graph=graph), key=_order)
    for subject, about in groupby(quads, key=lambda quad: quad.subject):
        yield (
            subject,
            [(p, [quad.object for quad in same]) for p, same in groupby(about, key=lambda quad: quad.predicate)],
        )


def _order(quad: Quad) -> tuple[str, bool, str, str, str, str]:
    value = quad.object
    rest = (str(value), "", "") if isinstance(value, Iri) else (value.value, value.datatype, value.language or "")
    return (quad.subject, quad.predicate != TYPE, quad.predicate, *rest)


__all__ = ["TYPE", "Iri", "Literal", "Properties", "Statements", "Term", "things"]
