"""The pass over all report graphs: facts of entities and plain edges, once, in `graph/entities`.

There too: values of ambiguous cells that the report of the year before or after decides. They hang on no entity, but
like all of this graph they depend on several reports, so they share its manifest row, its digest and its differences.

A pure function of the report graphs and the registry; a report's own graph never changes because of another report.
"""

from gigraph.link.contribution import Contribution, contribution, contribution_of, unpack
from gigraph.link.counts import count
from gigraph.link.entities import ENTITIES, link, relink
from gigraph.link.names import index_names, names_of

__all__ = [
    "ENTITIES", "Contribution", "contribution", "contribution_of", "count", "index_names", "link", "names_of", "relink",
    "unpack",
]  # fmt: skip
