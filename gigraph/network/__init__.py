"""Networks drawn from the graph: who cites what, who cites the same, what is cited together, who belongs to whom.

To add one: a function `name(source, choice)` that returns a networkx graph, and its line in NETWORKS.
"""

from gigraph.network.answers import Asked
from gigraph.network.choice import EVERYTHING, LEFT_OUT, RELATIONS, ROLES, Choice
from gigraph.network.drawing import Projection, draw_answer
from gigraph.network.facts import Source
from gigraph.network.links import Network
from gigraph.network.projections import agencies_alike, agencies_and_regulations, regulations_together
from gigraph.network.structures import agencies_and_platforms, agency_hierarchy, regulation_chains

_AGENCIES = frozenset({"region", "level", "sector", "minimum"})
_YEARS = frozenset({"since", "until"})
_CITATIONS = _AGENCIES | _YEARS | {"relations", "formulas", "without", "types", "roles"}

NETWORKS: dict[str, Projection] = {
    "agency-regulation": Projection(agencies_and_regulations, "who cites, issues and discloses what", _CITATIONS),
    "agency-agency": Projection(agencies_alike, "agencies that cite the same", _CITATIONS, joins=True),
    "regulation-regulation": Projection(
        regulations_together, "regulations that the same agencies cite", _CITATIONS, joins=True
    ),
    "agency-hierarchy": Projection(agency_hierarchy, "what agencies belong to, and who guides them", _AGENCIES),
    "agency-platform": Projection(agencies_and_platforms, "platforms that agencies use or run", _AGENCIES | _YEARS),
    "regulation-chains": Projection(
        regulation_chains, "what regulations implement, amend and replace", frozenset({"types", "minimum"})
    ),
}

__all__ = [
    "EVERYTHING", "LEFT_OUT", "NETWORKS", "RELATIONS", "ROLES", "Asked", "Choice", "Network", "Projection", "Source",
    "draw_answer",
]  # fmt: skip
