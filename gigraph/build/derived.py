"""The graphs that depend on more than one report: each rewritten only when what it depends on has changed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gigraph.build.cache import Cache
from gigraph.iris import graph_iri
from gigraph.link import ENTITIES, Contribution, contribution, relink, unpack
from gigraph.link.facts import Facts
from gigraph.link.ledger import Ledger, open_ledger
from gigraph.pipeline.version import link_digest
from gigraph.registry import load_registry
from gigraph.resources import resource
from gigraph.store import Entry, Writer
from gigraph.store.manifest import set_digest
from gigraph.store.statements import turtle_lines
from gigraph.vocab import ONTOLOGY_FILES, gi

ONTOLOGY = graph_iri("ontology")
_COPY = f"<{gi('duplicateOf')}>".encode()


def write_ontology(writer: Writer, entries: Mapping[str, Entry]) -> None:
    """The ontology and its schemes, so that a query finds the labels of kinds and classes."""
    paths = [resource("ontology", name) for name in ONTOLOGY_FILES]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    if not _is_current(entries.get(ONTOLOGY), digest):
        put(writer, ONTOLOGY, turtle_lines(paths, ONTOLOGY), digest)


def write_entities(writer: Writer, entries: Mapping[str, Entry], cache: Cache) -> set[str] | None:
    """The facts of entities and the plain edges: what changes with the report graphs that came, went or changed.

    What the link pass keeps is used only where it belongs to the very state that the store is in; else it begins anew.
    Returns the things whose names may be others now: the subjects of the statements that came or went, and reports that
    have other copies; None where these may be any.
    """
    digest, held = reports_digest(entries.values()), entries.get(ENTITIES)
    if _is_current(held, digest):
        return set()
    with open_ledger(writer.layout.ledger) as ledger:
        if held is None or held.digest != ledger.state("entities") or ledger.state("version") != link_digest():
            held = None
            ledger.clear()
        facts = Facts(ledger)
        came, went = _came(writer, entries.values(), cache, ledger), _went(entries, ledger)
        added, removed = relink(came, went, load_registry(), facts, ledger)
        if held is None:
            put(writer, ENTITIES, added, digest)
        else:
            made = set_digest(added, removed, held.graph_digest)
            entry = Entry(ENTITIES, digest, link_digest(), held.quads + len(added) - len(removed), made)
            writer.amend(removed, added, entry)
        ledger.save(facts, {"entities": digest, "version": link_digest()})
    cache.forget_contributions()
    return None if held is None else {thing for line in (*added, *removed) for thing in _renamed(line)}


def _renamed(line: bytes) -> Iterator[str]:
    subject, predicate, rest = line.split(b" ", 2)
    yield subject[1:-1].decode()
    if predicate == _COPY:
        yield rest[1 : rest.index(b">")].decode()


def _went(entries: Mapping[str, Entry], ledger: Ledger) -> Iterator[Contribution]:
    """What report graphs contributed that are not there any more, or are others now."""
    for graph, made in sorted(ledger.reports().items()):
        if graph not in entries or entries[graph].graph_digest != made:
            yield unpack(ledger.drop(graph))


def _came(writer: Writer, entries: Iterable[Entry], cache: Cache, ledger: Ledger) -> Iterator[Contribution]:
    """What report graphs contribute that were not counted before: noted when they were built, else read from them."""
    version, counted = link_digest(), ledger.reports()
    for entry in entries:
        if entry.source_key is not None and counted.get(entry.graph) != entry.graph_digest:
            packed = cache.contribution(entry, version)
            if packed is None:
                packed = contribution(writer.graph.graph_lines(entry.graph)).pack()
            ledger.note(entry.graph, entry.graph_digest, packed)
            yield unpack(packed)


def reports_digest(entries: Iterable[Entry]) -> str:
    """One digest of all report graphs: SHA-256 of their names and digests, sorted."""
    reports = sorted(f"{entry.graph} {entry.graph_digest}" for entry in entries if entry.source_key is not None)
    return hashlib.sha256("\n".join(reports).encode()).hexdigest()


def put(writer: Writer, graph: str, lines: Sequence[bytes], digest: str) -> None:
    """Makes a derived graph hold these N-Quads lines, by the difference to what it holds."""
    entry = Entry(graph, digest, link_digest(), len(lines), set_digest(lines))
    before, after = set(writer.graph.graph_lines(graph)), set(lines)
    if before:
        writer.amend(sorted(before - after), sorted(after - before), entry)
    else:
        writer.remove(graph)  # a row without its graph, should there be one
        writer.add([(b"".join(line + b"\n" for line in lines), entry)])


def _is_current(entry: Entry | None, digest: str) -> bool:
    return entry is not None and (entry.digest, entry.pipeline) == (digest, link_digest())
