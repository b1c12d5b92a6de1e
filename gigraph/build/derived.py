"""The graphs that depend on more than one report: each rewritten only when what it depends on has changed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gigraph.build.cache import Cache
from gigraph.iris import graph_iri
from gigraph.link import ENTITIES, Contribution, contribution, link, unpack
from gigraph.pipeline.version import link_digest
from gigraph.registry import load_registry
from gigraph.resources import resource
from gigraph.store import Entry, Writer, graph_digest
from gigraph.store.statements import turtle_lines
from gigraph.vocab import ONTOLOGY_FILES

ONTOLOGY = graph_iri("ontology")


def write_ontology(writer: Writer, entries: Mapping[str, Entry]) -> None:
    """The ontology and its schemes, so that a query finds the labels of kinds and classes."""
    paths = [resource("ontology", name) for name in ONTOLOGY_FILES]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    if not _is_current(entries.get(ONTOLOGY), digest):
        put(writer, ONTOLOGY, turtle_lines(paths, ONTOLOGY), digest)


def write_entities(writer: Writer, entries: Mapping[str, Entry], cache: Cache) -> None:
    """The facts of entities and the plain edges, from all report graphs."""
    digest = reports_digest(entries.values())
    if not _is_current(entries.get(ENTITIES), digest):
        put(writer, ENTITIES, link(_contributions(writer, entries.values(), cache), load_registry()), digest)


def _contributions(writer: Writer, entries: Iterable[Entry], cache: Cache) -> Iterator[Contribution]:
    """What each report adds: noted when it was built, else read from its graph."""
    version = link_digest()
    for entry in entries:
        if entry.source_key is None:
            continue
        packed = cache.contribution(entry, version)
        if packed is None:
            packed = contribution(writer.graph.graph_lines(entry.graph)).pack()
            cache.keep(entry, version, packed)
        yield unpack(packed)


def reports_digest(entries: Iterable[Entry]) -> str:
    """One digest of all report graphs: SHA-256 of their names and digests, sorted."""
    reports = sorted(f"{entry.graph} {entry.graph_digest}" for entry in entries if entry.source_key is not None)
    return hashlib.sha256("\n".join(reports).encode()).hexdigest()


def put(writer: Writer, graph: str, lines: Sequence[bytes], digest: str) -> None:
    """Makes a derived graph hold these N-Quads lines, by the difference to what it holds."""
    entry = Entry(graph, digest, link_digest(), len(lines), graph_digest(lines))
    before, after = set(writer.graph.graph_lines(graph)), set(lines)
    if before:
        writer.amend(sorted(before - after), sorted(after - before), entry)
    else:
        writer.remove(graph)  # a row without its graph, should there be one
        writer.add([(b"".join(line + b"\n" for line in lines), entry)])


def _is_current(entry: Entry | None, digest: str) -> bool:
    return entry is not None and (entry.digest, entry.pipeline) == (digest, link_digest())
