"""GEXF 1.2 for Gephi, with colours, sizes and coordinates, so that it opens as a picture that can be read."""

import math
from typing import BinaryIO

from gigraph.exporters.attributes import Attributes, attribute, columns, text_of
from gigraph.network import Network

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<meta><creator>gigraph</creator></meta>
"""
# Colours by type, by kind within a type, and by relation: distinct for readers who do not tell red from green.
COLOURS = {
    "agency": "#0072b2", "government": "#004c7a", "party-committee": "#8a2f1c", "office": "#3d93c2",
    "division": "#8fbfdd", "leading-group": "#8fbfdd", "institution": "#56b4e9",
    "regulation": "#e69f00", "law": "#b35900", "administrative-regulation": "#b35900", "plan": "#f0c75e",
    "internal-rule": "#f5deb3", "guide": "#f5deb3", "catalogue": "#f5deb3",
    "cites": "#bbbbbb", "issues": "#009e73", "discloses": "#cc79a7",
}  # fmt: skip
_GREY = "#999999"
# What GEXF has its own places for.
_NODE_OWN, _EDGE_OWN = frozenset({"label", "x", "y"}), frozenset({"weight"})


def write(network: Network, stream: BinaryIO) -> None:
    """Writes a network as GEXF. Raises TypeError where an attribute is None or no scalar."""
    nodes = columns(_without(data, _NODE_OWN) for _, data in network.nodes(data=True))
    edges = columns(_without(data, _EDGE_OWN) for *_, data in network.edges(data=True))
    stream.write(_HEAD.encode())
    stream.write(f'<graph defaultedgetype="{"directed" if network.is_directed() else "undirected"}">\n'.encode())
    for kind, names in (("node", nodes), ("edge", edges)):
        stream.write(_declaration(kind, names).encode())
    stream.write(b"<nodes>\n")
    for node, data in network.nodes(data=True):
        stream.write(_node(node, data, list(nodes), network.degree(node)).encode())
    stream.write(b"</nodes>\n<edges>\n")
    for number, (source, target, data) in enumerate(network.edges(data=True)):
        stream.write(_edge(number, source, target, data, list(edges)).encode())
    stream.write(b"</edges>\n</graph>\n</gexf>\n")


def _declaration(kind: str, names: dict[str, str]) -> str:
    rows = "".join(
        f'<attribute id="{number}" title={attribute(name)} type="{type_}"/>\n'
        for number, (name, type_) in enumerate(names.items())
    )
    return f'<attributes class="{kind}" mode="static">\n{rows}</attributes>\n'


def _node(node: str, data: Attributes, names: list[str], degree: int) -> str:
    colour = COLOURS.get(str(data.get("kind")), COLOURS.get(str(data.get("type")), _GREY))
    label = text_of(data.get("label", node), node)
    position = ""
    if "x" in data and "y" in data:
        position = f'<viz:position x="{text_of(data["x"], node)}" y="{text_of(data["y"], node)}" z="0.0"/>'
    return (
        f"<node id={attribute(node)} label={attribute(label)}>{_values(data, names, node)}"
        f'{_colour(colour)}<viz:size value="{6 + 3 * math.sqrt(degree):.2f}"/>{position}</node>\n'
    )


def _edge(number: int, source: str, target: str, data: Attributes, names: list[str]) -> str:
    weight = f' weight="{text_of(data["weight"], source)}"' if "weight" in data else ""
    colour = _colour(COLOURS.get(str(data.get("relation")), _GREY))
    ends = f"source={attribute(source)} target={attribute(target)}"
    return f'<edge id="{number}" {ends}{weight}>{_values(data, names, source)}{colour}</edge>\n'


def _values(data: Attributes, names: list[str], where: str) -> str:
    rows = "".join(
        f'<attvalue for="{number}" value={attribute(text_of(data[name], where))}/>'
        for number, name in enumerate(names)
        if name in data
    )
    return f"<attvalues>{rows}</attvalues>" if rows else ""


def _colour(code: str) -> str:
    red, green, blue = (int(code[at : at + 2], 16) for at in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _without(data: Attributes, names: frozenset[str]) -> dict[str, object]:
    return {name: value for name, value in data.items() if name not in names}
