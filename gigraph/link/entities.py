"""The entities graph as a whole, from nothing or from what an earlier run left."""

from collections.abc import Iterable

from gigraph.iris import graph_iri
from gigraph.link.contribution import Contribution
from gigraph.link.engine import Memory, NoMemory, run
from gigraph.link.facts import Facts
from gigraph.link.rows import rows_of
from gigraph.link.units import Units
from gigraph.mapping.lines import graph_lines
from gigraph.registry import Registry

ENTITIES = graph_iri("entities")


def link(contributions: Iterable[Contribution], registry: Registry) -> list[bytes]:
    """The entities graph of all reports, from what each contributes, as sorted N-Quads lines."""
    return relink(contributions, (), registry, Facts(), NoMemory())[0]


def relink(
    new: Iterable[Contribution], gone: Iterable[Contribution], registry: Registry, facts: Facts, memory: Memory
) -> tuple[list[bytes], list[bytes]]:
    """What comes to the entities graph, and what leaves it, with new contributions and without others.

    Both as sorted N-Quads lines. facts, memory: what the earlier runs left; afterwards what this one leaves.
    """
    units = Units(registry)
    for given in gone:
        facts.change(rows_of(given, units.is_local), -1)
    for given in new:
        facts.change(rows_of(given, units.is_local), 1)
    added, removed = run(units.kinds(), facts, memory)
    return graph_lines(ENTITIES, added), graph_lines(ENTITIES, removed)
