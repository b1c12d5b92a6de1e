"""Reading: a graph that is asked with SPARQL and answers in plain Python.

Readers open a published generation, which never changes; the writer's database is never theirs.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from gigraph.errors import QueryError, StoreError
from gigraph.store.answers import Answer, Asked, Rows, Solutions, iri_of, row_of, triple_of
from gigraph.store.gate import check_query
from gigraph.store.generations import Generation, current_generation, generation_at
from gigraph.store.layout import Layout, check_exists
from gigraph.store.lock import hold_shared
from gigraph.store.misread import unparsed
from gigraph.store.terms import Bindable, Iri, Quad, Value, bindings, native, plain, term

# How RocksDB and Oxigraph word what is wrong with their files.
_DAMAGE = re.compile(r"Corruption|checksum|IO error|in the id2str|not able to find the string", re.IGNORECASE)
_ATTEMPTS = 20  # a generation can be dropped between reading the link and holding it; then the link names a newer one


class Graph:
    """A store that is read. Its iterators must be used in the thread that made them."""

    def __init__(self, store: ox.Store, generation: Generation | None = None) -> None:
        self._store = store
        self.generation = generation

    @property
    def native(self) -> ox.Store:
        """The library's own object, for this package alone."""
        return self._store

    def close(self) -> None:
        """Lets the database go; it is closed as soon as no iterator of its is left."""
        self._store = ox.Store()

    def query(
        self,
        sparql: str,
        substitutions: Mapping[str, Bindable] | None = None,
        *,
        prefixes: Mapping[str, str] | None = None,
        terms: bool = False,
        most: int | None = None,
    ) -> Answer:
        """The answer of a SELECT (Rows), an ASK (bool), or a CONSTRUCT or DESCRIBE (triples).

        substitutions: values for variables that the query projects; an `Iri`, a `Literal`, or plain Python.
        most: how many rows or triples to read at the most.
        Raises QueryError for a query that is wrong, asks a SERVICE or is nested too deep.
        """
        with translated():
            found = self._ask(sparql, substitutions, prefixes, most)
            if isinstance(found, bool):
                return found
            if isinstance(found, Solutions):
                return Rows(found.variables, tuple(row_of(row, terms=terms) for row in islice(found.rows, most)))
            return tuple(islice(found, most))

    def select(
        self,
        sparql: str,
        substitutions: Mapping[str, Bindable] | None = None,
        *,
        prefixes: Mapping[str, str] | None = None,
    ) -> Iterator[tuple[Value, ...]]:
        """The rows of a SELECT one by one, as plain values, without holding them all."""
        with translated():
            found = self._ask(sparql, substitutions, prefixes)
            if not isinstance(found, Solutions):
                raise QueryError("is no SELECT", where="query")
            for row in found.rows:
                yield tuple(map(plain, row))

    def quads(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        object: Bindable | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The statements that fit the given parts, in no order; None fits everything, the default graph is empty."""
        parts = [None if part is None else native(Iri(part)) for part in (subject, predicate, graph)]
        wanted = None if object is None else native(object)
        with translated():
            for quad in self._store.quads_for_pattern(parts[0], parts[1], wanted, parts[2]):  # type: ignore[arg-type]
                yield Quad(iri_of(quad.subject), iri_of(quad.predicate), term(quad.object), iri_of(quad.graph_name))

    def count(self) -> int:
        """How many statements there are."""
        with translated():
            return len(self._store)

    def graphs(self) -> list[Iri]:
        """The names of all graphs, sorted."""
        with translated():
            return sorted(Iri(name.value) for name in self._store.named_graphs() if isinstance(name, ox.NamedNode))

    def graph_lines(self, graph: str) -> list[bytes]:
        """The N-Quads lines of one graph, sorted, without line ends; empty where there is no such graph."""
        name = ox.NamedNode(graph)
        with translated():
            dumped = self._store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name)
        end = f" {name} .".encode()
        return sorted(line.removesuffix(b" .") + end for line in (dumped or b"").splitlines())

    def part(self, graphs: Iterable[str], things: Iterable[str], of: str) -> "Graph":
        """A graph in memory: these graphs whole, and of the graph `of` what is stated about these things."""
        store, about = ox.Store(), ox.NamedNode(of)
        with translated():
            for graph in graphs:
                store.extend(self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
            for thing in things:
                store.extend(self._store.quads_for_pattern(ox.NamedNode(thing), None, None, about))
        return Graph(store)

    def dump_nquads(self) -> bytes:
        """All statements as canonical N-Quads, lines sorted by code point: the same graph gives the same bytes."""
        with translated():
            dumped = self._store.dump(format=ox.RdfFormat.N_QUADS)
        return b"".join(line + b"\n" for line in sorted((dumped or b"").splitlines()))

    def dump_to(self, stream: BinaryIO) -> None:
        """Writes all statements to a stream as canonical N-Quads, in no order, without holding them."""
        with translated():
            self._store.dump(stream, format=ox.RdfFormat.N_QUADS)

    def _ask(
        self,
        sparql: str,
        substitutions: Mapping[str, Bindable] | None,
        prefixes: Mapping[str, str] | None,
        most: int | None = None,
    ) -> Asked:
        """What a query finds, read as it is asked for. most: so much of it is going to be read; None: all."""
        check_query(sparql)
        values = bindings(substitutions) if substitutions else None
        try:
            found = self._store.query(sparql, prefixes=dict(prefixes or {}), substitutions=values)
        except SyntaxError as error:
            raise unparsed(sparql, error.msg, prefixes) from error
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        if isinstance(found, ox.QueryTriples):
            return map(triple_of, found)
        return Solutions(tuple(variable.value for variable in found.variables), iter(found))


@contextmanager
def open_graph(path: str | os.PathLike[str]) -> Iterator[Graph]:
    """The newest published generation of the store at a path, read-only, while the block runs.

    A path may also name a generation itself, as graph/generations/gen-000003.
    Raises StoreMissingError where there is no store, StoreError where it is damaged or was never published.
    """
    with ExitStack() as held:
        generation = _hold(Path(path), held)
        graph = Graph(_open_read_only(generation.database), generation)
        try:
            yield graph
        finally:
            graph.close()


def _hold(path: Path, held: ExitStack) -> Generation:
    if (generation := generation_at(path)) is not None:
        held.enter_context(hold_shared(generation.record))
        return generation
    layout = Layout(path)
    check_exists(layout)
    for _ in range(_ATTEMPTS):
        generation = current_generation(layout)
        try:
            held.enter_context(hold_shared(generation.record))
        except FileNotFoundError:
            continue
        if generation.record.exists():
            return generation
    raise StoreError("the published state changes too fast to be opened", where=str(layout.root), hint="Try again")


def memory_graph(nquads: bytes) -> Graph:
    """A graph in memory from N-Quads; for tests and for asking one report's facts. Raises QueryError for a bad line."""
    store = ox.Store()
    with translated():
        store.load(nquads, format=ox.RdfFormat.N_QUADS)
    return Graph(store)


def _open_read_only(path: Path) -> ox.Store:
    try:
        return ox.Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        hint = "Run gigraph build again; if that fails too, delete the store: it is made anew from the documents"
        raise StoreError(f"the database cannot be opened ({error})", where=str(path), hint=hint) from error


@contextmanager
def translated() -> Iterator[None]:
    """Errors of the library as ours: a wrong query, or a database that is damaged."""
    try:
        yield
    except SyntaxError as error:
        raise QueryError(f"does not parse: {error.msg}", where="query") from error
    except (RuntimeError, ValueError, OSError) as error:
        if isinstance(error, OSError) or _DAMAGE.search(str(error)):
            hint = "gigraph verify tells what is damaged; a store that is deleted is made anew from the documents"
            raise StoreError(f"the database cannot be read ({error})", hint=hint) from error
        raise QueryError(str(error), where="query") from error
