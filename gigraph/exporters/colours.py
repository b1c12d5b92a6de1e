"""Colours of nodes and edges: distinct for readers who do not tell red from green."""

from gigraph.exporters.attributes import Attributes
from gigraph.network import Network

GREY = "#999999"
# By type, by kind within a type, and by relation.
COLOURS = {
    "agency": "#0072b2", "government": "#004c7a", "party-committee": "#8a2f1c", "office": "#3d93c2",
    "division": "#8fbfdd", "leading-group": "#8fbfdd", "institution": "#56b4e9",
    "regulation": "#e69f00", "law": "#b35900", "administrative-regulation": "#b35900", "plan": "#f0c75e",
    "internal-rule": "#f5deb3", "guide": "#f5deb3", "catalogue": "#f5deb3",
    "platform": "#009e73", "region": "#666666", "report": "#cc79a7",
    "cites": "#bbbbbb", "issues": "#009e73", "discloses": "#cc79a7", "uses": "#bbbbbb", "operates": "#d55e00",
    "belongs-to": "#0072b2", "guided-by": "#bbbbbb", "implements": "#0072b2", "replaced-by": "#d55e00",
    "version-of": "#bbbbbb", "amends": "#e69f00",
}  # fmt: skip
# Of the largest communities, in their order; the others are grey.
COMMUNITIES = (
    "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#332288", "#882255", "#44aa99",
    "#999933", "#aa4499",
)  # fmt: skip


def node_colours(network: Network) -> dict[str, str]:
    """By kind and type where there are several types, else by community."""
    types = {data.get("type") for _, data in network.nodes(data=True)}
    by = _by_kind if len(types) > 1 else _by_community
    return {node: by(data) for node, data in network.nodes(data=True)}


def edge_colour(data: Attributes) -> str:
    """By its relation."""
    return COLOURS.get(str(data.get("relation")), GREY)


def _by_kind(data: Attributes) -> str:
    return COLOURS.get(str(data.get("kind")), COLOURS.get(str(data.get("type")), GREY))


def _by_community(data: Attributes) -> str:
    number = data.get("community")
    if not isinstance(number, int):
        return _by_kind(data)
    return COMMUNITIES[number - 1] if number <= len(COMMUNITIES) else GREY
