"""The pass over all report graphs: facts of entities and plain edges, once, in `graph/entities`.

There too: values of ambiguous cells that the report of the year before or after decides. They hang on no entity, but
like all of this graph they depend on several reports, so they share its manifest row, its digest and its differences.

A pure function of the report graphs and the registry; a report's own graph never changes because of another report.
"""

from collections.abc import Iterable
from itertools import chain

from gigraph.iris import graph_iri
from gigraph.link.contribution import Contribution, contribution, unpack
from gigraph.link.counts import count
from gigraph.link.duplicates import Groups
from gigraph.link.entities import entity_statements
from gigraph.link.names import index_names
from gigraph.link.neighbours import Shelves
from gigraph.link.tally import tally
from gigraph.mapping.lines import graph_lines
from gigraph.registry import Registry

ENTITIES = graph_iri("entities")


def link(contributions: Iterable[Contribution], registry: Registry) -> list[bytes]:
    """The entities graph of all reports, from what each contributes, as sorted N-Quads lines."""
    shelves = Shelves()
    groups = Groups()
    votes = tally(groups.watch(shelves.watch(contributions)))
    statements = chain(entity_statements(votes, registry), shelves.statements(), groups.statements())
    return graph_lines(ENTITIES, statements)


__all__ = ["ENTITIES", "Contribution", "contribution", "count", "index_names", "link", "unpack"]
