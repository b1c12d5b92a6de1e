"""Networks drawn from the graph: who cites what, who cites the same, what is cited together.

To add one: a function `name(source, choice)` that returns a networkx graph, and its line in NETWORKS.
"""

from collections.abc import Callable

from gigraph.network.projections import Network, agencies_alike, agencies_and_regulations, regulations_together
from gigraph.network.ties import Choice, Source

NETWORKS: dict[str, Callable[[Source, Choice | None], Network]] = {
    "agency-regulation": agencies_and_regulations,
    "agency-agency": agencies_alike,
    "regulation-regulation": regulations_together,
}

__all__ = [
    "NETWORKS",
    "Choice",
    "Network",
    "Source",
    "agencies_alike",
    "agencies_and_regulations",
    "regulations_together",
]
