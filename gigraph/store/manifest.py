"""The manifest: one row a graph, written in the same transaction as the graph, so that both are there or neither."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from gigraph.iris import graph_iri
from gigraph.vocab import PREFIXES, gi

if TYPE_CHECKING:
    from gigraph.store.reader import Graph

MANIFEST = graph_iri("manifest")

_ROWS = """
SELECT ?graph ?key ?digest ?pipeline ?count ?graphDigest WHERE { GRAPH id:graph\\/manifest {
  ?graph a gi:ManifestEntry ; gi:digest ?digest ; gi:pipelineDigest ?pipeline ; gi:quadCount ?count ;
    gi:graphDigest ?graphDigest .
  OPTIONAL { ?graph gi:sourceKey ?key }
} }
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """The manifest's row of one graph.

    digest: SHA-256 of the source's bytes, with the URL that a list gives for it (of the digests of all that a derived
    graph depends on). pipeline: digest of the version that made it. quads: how many. graph_digest: SHA-256 of its
    sorted N-Triples lines. source_key: None for a derived graph.
    """

    graph: str
    digest: str
    pipeline: str
    quads: int
    graph_digest: str
    source_key: str | None = None


def graph_digest(lines: Iterable[bytes]) -> str:
    """SHA-256 of a graph's sorted N-Triples lines, each ended by a newline.

    `lines` are N-Quads lines in any order, without line ends; the graph's name is not part of the digest's input.
    """
    return triples_digest(b"".join([line + b" .\n" for line in sorted(map(triple, lines))]))


def triples_digest(triples: bytes) -> str:
    """SHA-256 of N-Triples lines, sorted already."""
    return hashlib.sha256(triples).hexdigest()


def set_digest(lines: Iterable[bytes], gone: Iterable[bytes] = (), before: str = "0") -> str:
    """A digest of a set of N-Quads lines that a difference changes: the sum of their SHA-256, modulo 2^256.

    Of a graph that depends on many reports, which is never read again as a whole. `before` is the digest that the
    lines come to, and that others leave.

    >>> a, b = b"<a:s> <a:p> <a:o> <a:g> .", b"<a:s> <a:p> <a:b> <a:g> ."
    >>> set_digest([b], before=set_digest([a])) == set_digest([a, b])
    True
    """
    total = int(before, 16)
    for line in lines:
        total += int.from_bytes(hashlib.sha256(triple(line)).digest())
    for line in gone:
        total -= int.from_bytes(hashlib.sha256(triple(line)).digest())
    return f"{total % (1 << 256):064x}"


def digest_of(entry: "Entry", lines: Iterable[bytes]) -> str:
    """The digest that a manifest row has to tell of its graph's lines."""
    return set_digest(lines) if entry.source_key is None else graph_digest(lines)


def triple(line: bytes) -> bytes:
    """Subject, predicate and object of an N-Quads line that names its graph, as they stand there.

    >>> triple(b'<a:s> <a:p> "x y" <a:g> .')
    b'<a:s> <a:p> "x y"'
    """
    return line[: line.rindex(b" <")]


def root_digest(entries: Iterable[Entry]) -> str:
    """One digest of a whole store: SHA-256 of its graphs' digests, sorted."""
    return hashlib.sha256("\n".join(sorted(f"{e.graph} {e.graph_digest}" for e in entries)).encode()).hexdigest()


def manifest_digest(entries: Iterable[Entry]) -> str:
    """One digest of the manifest's rows, which also tells a store whose graphs are the same but were made anew."""
    return hashlib.sha256(b"".join(sorted(map(entry_lines, entries)))).hexdigest()


def entry_lines(entry: Entry) -> bytes:
    """The N-Quads lines of a manifest row."""
    facts = [
        ("digest", ox.Literal(entry.digest)),
        ("pipelineDigest", ox.Literal(entry.pipeline)),
        ("quadCount", ox.Literal(entry.quads)),
        ("graphDigest", ox.Literal(entry.graph_digest)),
    ]
    if entry.source_key is not None:
        facts.append(("sourceKey", ox.Literal(entry.source_key)))
    kind = f"<{entry.graph}> <{PREFIXES['rdf']}type> <{gi('ManifestEntry')}> <{MANIFEST}> .\n"
    rest = (f"<{entry.graph}> <{gi(name)}> {value} <{MANIFEST}> .\n" for name, value in facts)
    return (kind + "".join(rest)).encode()


def read_entries(graph: "Graph") -> dict[str, Entry]:
    """All rows of the manifest by graph."""
    rows = graph.select(_ROWS, prefixes=PREFIXES)
    return {
        str(name): Entry(
            str(name), str(digest), str(pipeline), int(str(count)), str(made), None if key is None else str(key)
        )
        for name, key, digest, pipeline, count, made in rows
    }


def unlisted(graph: str) -> str:
    """The update that takes a graph's row out of the manifest."""
    return f"DELETE WHERE {{ GRAPH {ox.NamedNode(MANIFEST)} {{ {ox.NamedNode(graph)} ?p ?o }} }};"


def dropped(graph: str) -> str:
    """The update that takes out a graph and its row."""
    return f"DROP SILENT GRAPH {ox.NamedNode(graph)}; {unlisted(graph)}"
