"""The graphs that depend on more than one report: each rewritten only when what it depends on has changed."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gigraph.build.cache import Cache
from gigraph.build.garbage import kept
from gigraph.iris import graph_iri
from gigraph.link import ENTITIES, contribution, relink, unpack
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
PART = 2_000  # reports that are counted at once: some 0.1 MB of memory each
_COPY = f"<{gi('duplicateOf')}>".encode()


def write_ontology(writer: Writer, entries: Mapping[str, Entry]) -> None:
    """The ontology and its schemes, so that a query finds the labels of kinds and classes."""
    paths = [resource("ontology", name) for name in ONTOLOGY_FILES]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    if not _is_current(entries.get(ONTOLOGY), digest):
        put(writer, ONTOLOGY, turtle_lines(paths, ONTOLOGY), digest)


def write_entities(
    writer: Writer, entries: Mapping[str, Entry], cache: Cache, told: Callable[[int, int], None] | None = None
) -> set[str] | None:
    """The facts of entities and the plain edges: what changes with the report graphs that came, went or changed.

    What the link pass keeps is used only where it belongs to the very state that the store is in; else it begins anew.
    Many reports are counted part by part, so that memory does not grow with their number; each part leaves store and
    ledger in one state, from which a build that was killed goes on. told: called with the reports counted, and all.
    Returns the things whose names may be others now: the subjects of the statements that came or went, and reports that
    have other copies; None where these may be any.
    """
    digest, held = reports_digest(entries.values()), entries.get(ENTITIES)
    if _is_current(held, digest):
        return set()
    things = set[str]()
    with open_ledger(writer.layout.ledger) as ledger:
        if held is None or held.digest != ledger.state("entities") or ledger.state("version") != link_digest():
            held, things = None, set()
            writer.remove(ENTITIES)
            ledger.clear()
        is_new, done = held is None, 0
        steps = list(_steps(entries, ledger.reports()))
        while held is None or not _is_current(held, digest):
            part, done = steps[done : done + PART], done + PART
            state = digest if done >= len(steps) else f"{digest} up to {done}"
            with kept():
                held, changed = _count(part, state, held, _Place(writer, cache, ledger))
            if told:
                told(min(done, len(steps)), len(steps))
            if not is_new:
                things.update(thing for line in changed for thing in _renamed(line))
    cache.forget_contributions()
    return None if is_new else things


def _count(
    part: Sequence[tuple[str, Entry | None]], state: str, held: Entry | None, place: "_Place"
) -> tuple[Entry, list[bytes]]:
    """Counts a part of the reports; returns the graph's row, as it now stands, and the lines that came or went.

    state: what the row's digest tells that the graph was made from. held: the row as it stood, None for no graph.
    """
    facts = Facts(place.ledger)
    gone = [packed for graph, _ in part if (packed := place.ledger.drop(graph))]
    came = [place.contribution(entry) for _, entry in part if entry]
    added, removed = relink(map(unpack, came), map(unpack, gone), load_registry(), facts, place.ledger)
    quads, made = (held.quads, held.graph_digest) if held else (0, "0")
    made = set_digest(added, removed, made)
    entry = Entry(ENTITIES, state, link_digest(), quads + len(added) - len(removed), made)
    if held:
        place.writer.amend(removed, added, entry)
    else:
        place.writer.add([(b"".join(line + b"\n" for line in added), entry)])
    place.ledger.save(facts, {"entities": state, "version": link_digest()})
    return entry, [*added, *removed]


def _steps(entries: Mapping[str, Entry], counted: Mapping[str, str]) -> Iterator[tuple[str, Entry | None]]:
    """The report graphs to be counted, anew or again, with their rows; those that are not there any more without."""
    yield from ((graph, None) for graph in sorted(counted.keys() - entries.keys()))
    for graph, entry in entries.items():
        if entry.source_key is not None and counted.get(graph) != entry.graph_digest:
            yield graph, entry


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the link pass reads and writes."""

    writer: Writer
    cache: Cache
    ledger: Ledger

    def contribution(self, entry: Entry) -> bytes:
        """What a report graph contributes, packed and noted: as it was kept when it was built, else read from it."""
        packed = self.cache.contribution(entry, link_digest())
        if packed is None:
            packed = contribution(self.writer.graph.graph_lines(entry.graph)).pack()
        self.ledger.note(entry.graph, entry.graph_digest, packed)
        return packed


def _renamed(line: bytes) -> Iterator[str]:
    subject, predicate, rest = line.split(b" ", 2)
    yield subject[1:-1].decode()
    if predicate == _COPY:
        yield rest[1 : rest.index(b">")].decode()


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
