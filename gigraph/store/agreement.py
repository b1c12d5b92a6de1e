"""Whether the database's six indexes say the same: every statement that one of them holds must stand in the others.

Reading them all also meets every damaged block of the files. Which index answers a pattern is Oxigraph's plan
(storage/rocksdb.rs, `quads_for_pattern`): the parts that are bound come first in the index's order.
"""

from collections import Counter
from collections.abc import Callable, Iterator

import pyoxigraph as ox

from gigraph.store.reader import Graph, translated

Quads = set[ox.Quad]


def disagreements(graph: Graph) -> Iterator[str]:
    """One sentence an index and graph that differ from the graph's own statements.

    Holds one graph in memory at a time. Raises StoreError where a file of the database cannot be read.
    """
    store = graph.native
    by_predicate: Counter[ox.NamedNode] = Counter()
    with translated():
        names = (name for name in store.named_graphs() if isinstance(name, ox.NamedNode))
        for place in sorted(names, key=str):
            held = set(store.quads_for_pattern(None, None, None, place))
            by_predicate.update(quad.predicate for quad in held)
            for index, read in _PATHS.items():
                if read(store, held, place) != held:
                    yield f"{place.value}: the index {index} differs"
        for predicate, count in sorted(by_predicate.items(), key=str):
            if sum(1 for _ in store.quads_for_pattern(None, predicate, None, None)) != count:
                yield f"{predicate.value}: the index POSG differs"
        if len(store) != sum(by_predicate.values()):
            yield f"the database counts {len(store)} statements, its graphs hold {sum(by_predicate.values())}"


def _gpos(store: ox.Store, held: Quads, place: ox.NamedNode) -> Quads:
    predicates = {quad.predicate for quad in held}
    return {quad for predicate in predicates for quad in store.quads_for_pattern(None, predicate, None, place)}


def _gosp(store: ox.Store, held: Quads, place: ox.NamedNode) -> Quads:
    objects = {quad.object for quad in held}
    return {quad for value in objects for quad in store.quads_for_pattern(None, None, value, place)}


def _spog(store: ox.Store, held: Quads, place: ox.NamedNode) -> Quads:
    subjects = {quad.subject for quad in held}
    found = (quad for subject in subjects for quad in store.quads_for_pattern(subject, None, None, None))
    return {quad for quad in found if quad.graph_name == place}


def _ospg(store: ox.Store, held: Quads, place: ox.NamedNode) -> Quads:
    # Subject and object: the object alone (a class) would be met in every other graph too.
    pairs = {(quad.subject, quad.object) for quad in held}
    found = (quad for subject, value in pairs for quad in store.quads_for_pattern(subject, None, value, None))
    return {quad for quad in found if quad.graph_name == place}


_PATHS: dict[str, Callable[[ox.Store, Quads, ox.NamedNode], Quads]] = {
    "GPOS": _gpos,
    "GOSP": _gosp,
    "SPOG": _spog,
    "OSPG": _ospg,
}
