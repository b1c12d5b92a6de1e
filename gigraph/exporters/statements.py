"""What the formats of statements read, and in what order they write it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from typing import BinaryIO, Protocol

from gigraph.store.terms import Iri, Literal, Quad, Term
from gigraph.vocab import term

TYPE = term("rdf:type")
Properties = list[tuple[Iri, list[Term]]]
_TOLD = 200  # graphs between two words of progress
_HELD = 200_000  # statements of one graph that are sorted together


class Statements(Protocol):
    """A source of statements."""

    def graphs(self) -> Sequence[Iri]: ...

    def quads(
        self, *, subject: str | None = None, predicate: str | None = None, graph: str | None = None
    ) -> Iterable[Quad]: ...

    def dump_to(self, stream: BinaryIO) -> None: ...


class Watched:
    """A source whose graphs are counted aloud while they are read one after the other."""

    def __init__(self, source: Statements, step: Callable[[str], None]) -> None:
        self._source, self._step, self._read = source, step, 0

    def graphs(self) -> Sequence[Iri]:
        """The names of all graphs."""
        found = self._source.graphs()
        self._total = len(found)
        return found

    def quads(
        self, *, subject: str | None = None, predicate: str | None = None, graph: str | None = None
    ) -> Iterable[Quad]:
        """The statements that fit the given parts."""
        if subject is None and graph is not None:
            if self._read % _TOLD == 0:
                self._step(f"writing graph {self._read + 1:,} of {self._total:,}")
            self._read += 1
        return self._source.quads(subject=subject, predicate=predicate, graph=graph)

    def dump_to(self, stream: BinaryIO) -> None:
        """Writes all statements as N-Quads, in no order."""
        self._step("writing statements")
        self._source.dump_to(stream)


def things(source: Statements, graph: str, held: int = _HELD) -> Iterator[tuple[Iri, Properties]]:
    """The things that a graph describes, sorted, with their properties, the class first, and the values of these.

    Of a graph with more statements than are to be held, things are read one by one.
    """
    quads = iter(source.quads(graph=graph))
    first = list(islice(quads, held))
    if len(first) < held:
        yield from _described(first)
        return
    subjects = {quad.subject for quad in chain(first, quads)}
    del first
    for subject in sorted(subjects):
        yield from _described(source.quads(subject=subject, graph=graph))


def _described(quads: Iterable[Quad]) -> Iterator[tuple[Iri, Properties]]:
    for subject, about in groupby(sorted(quads, key=_order), key=lambda quad: quad.subject):
        yield (
            subject,
            [(p, [quad.object for quad in same]) for p, same in groupby(about, key=lambda quad: quad.predicate)],
        )


def _order(quad: Quad) -> tuple[str, bool, str, str, str, str]:
    value = quad.object
    rest = (str(value), "", "") if isinstance(value, Iri) else (value.value, value.datatype, value.language or "")
    return (quad.subject, quad.predicate != TYPE, quad.predicate, *rest)


__all__ = ["TYPE", "Iri", "Literal", "Properties", "Statements", "Term", "Watched", "things"]
