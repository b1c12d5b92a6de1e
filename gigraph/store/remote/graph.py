"""A graph that is asked over the network, with the same verbs as one that lies on disk."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO, Final

import pyoxigraph as ox

from gigraph.errors import QueryLimitError, StoreError
from gigraph.store.answers import Asked, Solutions
from gigraph.store.gate import check_query
from gigraph.store.manifest import MANIFEST, manifest_digest, read_entries
from gigraph.store.reader import Graph
from gigraph.store.remote.address import parse_address
from gigraph.store.remote.binding import bound, form_of, wrapped
from gigraph.store.remote.endpoint import SECONDS, TRIPLES, Endpoint, Reply
from gigraph.store.terms import XSD, Bindable, Iri, Quad, Triple, native, plain, term
from gigraph.vocab import gi

STATED_BY: Final = gi("digest")  # of the manifest itself: what it was when a push had ended
# Stores that leave rows away without a word do so at a round number; then the rows are counted.
ROUND: Final = 1_000
_CONSTRUCTED: Final = 10_000
_STATED: Final = "SELECT ?digest WHERE { GRAPH $manifest { $manifest $property ?digest } }"
_QUADS: Final = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
_BOOLEANS: Final = {"1": "true", "0": "false"}
_Row = tuple[object, ...]  # the library's terms


class RemoteGraph(Graph):
    """A store behind a SPARQL 1.1 endpoint. `open_remote` makes it; it has no generation."""

    def __init__(self, endpoint: Endpoint) -> None:
        super().__init__(ox.Store())
        self.endpoint = endpoint

    def quads(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        object: Bindable | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """As `Graph.quads`."""
        places = {"s": subject, "p": predicate, "g": graph}
        given: dict[str, Bindable] = {name: Iri(value) for name, value in places.items() if value is not None}
        if object is not None:
            given["o"] = object
        for row in self._rows(bound(_QUADS, given, {})).rows:
            s, p, o, g = map(term, row)
            yield Quad(Iri(s), Iri(p), o, Iri(g))

    def count(self) -> int:
        """How many statements there are in the graphs of the manifest, as it counts them."""
        return sum(entry.quads for entry in read_entries(self).values())

    def graphs(self) -> list[Iri]:
        """The names of the graphs of the manifest, and its own, sorted; a store may hold others too."""
        return sorted(map(Iri, {*read_entries(self), MANIFEST}))

    def graph_lines(self, graph: str) -> list[bytes]:
        """As `Graph.graph_lines`; a store may write numbers another way than they were given to it."""
        name = native(Iri(graph))
        rows = self._rows(bound("SELECT ?s ?p ?o WHERE { GRAPH $g { ?s ?p ?o } }", {"g": Iri(graph)}, {})).rows
        return sorted(f"{s} {p} {o} {name} .".encode() for s, p, o in rows)

    def dump_nquads(self) -> bytes:
        """As `Graph.dump_nquads`, of gigraph's graphs."""
        return b"".join(
            line + b"\n" for line in sorted(line for name in self.graphs() for line in self.graph_lines(name))
        )

    def dump_to(self, stream: BinaryIO) -> None:
        """As `Graph.dump_to`, graph by graph."""
        for name in self.graphs():
            stream.writelines(line + b"\n" for line in self.graph_lines(name))

    def stated(self) -> str | None:
        """The digest of the manifest that the last push left when it was complete; None while one is under way."""
        given = {"manifest": Iri(MANIFEST), "property": Iri(STATED_BY)}
        found = [str(digest) for (digest,) in self.select(_STATED, given)]
        return found[0] if len(found) == 1 else None

    def state(self) -> str:
        """A digest that changes with what the store holds."""
        return self.stated() or manifest_digest(read_entries(self).values())

    def _ask(
        self,
        sparql: str,
        substitutions: Mapping[str, Bindable] | None,
        prefixes: Mapping[str, str] | None,
        most: int | None = None,
    ) -> Asked:
        """As `Graph._ask`; raises QueryLimitError too, where the store gives up or leaves triples away."""
        check_query(sparql)
        form, text = form_of(sparql), bound(sparql, substitutions or {}, prefixes or {})
        if form == "ASK":
            return self._truth(text)
        return self._rows(text, most) if form == "SELECT" else self._triples(text)

    def _truth(self, text: str) -> bool:
        found = _parsed(self.endpoint.query(text), self.endpoint)
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        return any(plain(cell) for row in found for cell in tuple(row))  # Virtuoso answers a row with a number

    def _triples(self, text: str) -> Iterator[Triple]:
        reply = self.endpoint.query(text, TRIPLES)
        count = 0
        try:
            for quad in ox.parse(reply.body, format=ox.RdfFormat.N_TRIPLES):
                count += 1
                yield Triple(Iri(str(term(quad.subject))), Iri(quad.predicate.value), term(quad.object))
        except (SyntaxError, ValueError) as error:
            raise _no_answer(reply, self.endpoint, error) from error
        # Virtuoso ends at ResultSetMaxRows, or one statement later, and does not say so.
        if reply.cut or ("Virtuoso" in reply.server and count >= _CONSTRUCTED and count % _CONSTRUCTED <= 1):
            hint = "Ask for parts, by agency or by graph, or raise ResultSetMaxRows in the store's settings"
            raise QueryLimitError(f"the store ends at {count} statements", where=self.endpoint.address.shown, hint=hint)

    def _rows(self, text: str, most: int | None = None) -> Solutions:
        """The columns and the rows of a SELECT, all of them also where the store gives only so many at once."""
        reply = self.endpoint.query(text)
        found = _parsed(reply, self.endpoint)
        if isinstance(found, ox.QueryBoolean):
            raise _no_answer(reply, self.endpoint)
        names = tuple(variable.value for variable in found.variables)
        rows = self._read(reply, found)
        suspect = reply.cut or (rows and len(rows) % ROUND == 0)
        if suspect and (most is None or len(rows) < most) and (total := self._total(text)) > len(rows):
            return Solutions(names, self._pages(text, names, len(rows), total))
        return Solutions(names, iter(rows))

    def _total(self, text: str) -> int:
        counted = wrapped(text, "SELECT (COUNT(*) AS ?rows) WHERE", "")
        return int(str(next(self.select(counted))[0]))

    def _pages(self, text: str, names: tuple[str, ...], size: int, total: int) -> Iterator[_Row]:
        order = "ORDER BY " + " ".join(str(ox.Variable(name)) for name in names)
        ordered = wrapped(text, "SELECT * WHERE", order)
        start = 0
        while start < total:
            reply = self.endpoint.query(wrapped(ordered, "SELECT * WHERE", f"LIMIT {size} OFFSET {start}"))
            found = _parsed(reply, self.endpoint)
            rows = [] if isinstance(found, ox.QueryBoolean) else self._read(reply, found)
            if not rows:
                where, told = self.endpoint.address.shown, f"the store gives {start} of {total} rows"
                raise QueryLimitError(told, where=where, hint="Ask for less, or raise the limit of its answers")
            start += len(rows)
            yield from rows

    def _read(self, reply: Reply, found: ox.QuerySolutions) -> list[_Row]:
        try:
            rows = [tuple(solution) for solution in found]
        except (SyntaxError, ValueError) as error:
            raise _no_answer(reply, self.endpoint, error) from error
        return [tuple(map(_mended, row)) for row in rows] if "Virtuoso" in reply.server else rows


@contextmanager
def open_remote(address: str, seconds: float = SECONDS) -> Iterator[RemoteGraph]:
    """The store at sparql+http://…, which has so many seconds for an answer.

    Raises UsageError for what is no address, StoreError while it is asked.
    """
    yield RemoteGraph(Endpoint(parse_address(address), seconds=seconds))


def _mended(cell: object) -> object:
    """The truth values of Virtuoso as everybody else writes them."""
    if isinstance(cell, ox.Literal) and cell.datatype.value == XSD + "boolean":
        return ox.Literal(_BOOLEANS.get(cell.value, cell.value), datatype=cell.datatype)
    return cell


def _parsed(reply: Reply, endpoint: Endpoint) -> ox.QuerySolutions | ox.QueryBoolean:
    try:
        return ox.parse_query_results(reply.body, format=ox.QueryResultsFormat.JSON)
    except (SyntaxError, ValueError) as error:
        raise _no_answer(reply, endpoint, error) from error


def _no_answer(reply: Reply, endpoint: Endpoint, error: Exception | None = None) -> StoreError | QueryLimitError:
    """What an answer that is none means: a page for people, or rows that break off (Oxigraph's own time limit)."""
    where = endpoint.address.shown
    if reply.body[:1] == b"{":
        hint = "The store ended the query, or its answer was cut off on the way: ask for less, or raise its limit"
        return QueryLimitError("the answer breaks off", where=where, hint=hint)
    hint = "Check the path: / for Oxigraph, /sparql for Virtuoso"
    return StoreError(f"answers with {reply.kind}, which is no result of SPARQL", where=where, hint=hint)
