"""The pass over all report graphs: facts of entities and plain edges, once, in `graph/entities`.

A pure function of the report graphs and the registry; a report's own graph never changes because of another report.
"""

from gigraph.iris import graph_iri
from gigraph.link.counts import count
from gigraph.link.entities import entity_statements
from gigraph.link.names import index_names
from gigraph.link.tally import tally
from gigraph.mapping.lines import graph_lines
from gigraph.registry import Registry
from gigraph.store import Graph

ENTITIES = graph_iri("entities")


def link(graph: Graph, registry: Registry) -> list[bytes]:
    """The entities of all report graphs of a store, as sorted N-Quads lines."""
    return [line.encode() for line in graph_lines(ENTITIES, entity_statements(tally(graph), registry))]


__all__ = ["ENTITIES", "count", "index_names", "link"]
