"""GEXF 1.2 for Gephi, with colours, sizes, coordinates and years, so that it opens as a picture that can be read."""

import math
from functools import lru_cache
from typing import BinaryIO

from gigraph.exporters.attributes import Attributes, attribute, columns, text_of
from gigraph.exporters.colours import edge_colour, node_colours
from gigraph.exporters.spells import Span, node_spans, spans
from gigraph.network import Network

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<meta><creator>gigraph</creator></meta>
"""
# What GEXF has its own places for.
_NODE_OWN, _EDGE_OWN = frozenset({"label", "x", "y"}), frozenset({"weight"})


def write(network: Network, stream: BinaryIO) -> None:
    """Writes a network as GEXF, with a time line where edges have years.

    Raises TypeError where an attribute is None or no scalar.
    """
    nodes = columns(_without(data, _NODE_OWN) for _, data in network.nodes(data=True))
    edges = columns(_without(data, _EDGE_OWN) for *_, data in network.edges(data=True))
    there, colours = node_spans(network), node_colours(network)
    dynamic = any(spans(data) for *_, data in network.edges(data=True))
    time = ' mode="dynamic" timeformat="date"' if dynamic else ""
    keys = {node: attribute(node) for node in network}
    stream.write(_HEAD.encode())
    stream.write(f'<graph defaultedgetype="{"directed" if network.is_directed() else "undirected"}"{time}>\n'.encode())
    for kind, names in (("node", nodes), ("edge", edges)):
        stream.write(_declaration(kind, names).encode())
    stream.write(b"<nodes>\n")
    degrees = dict(network.degree())
    for node, data in network.nodes(data=True):
        inside = _values(data, list(nodes), node) + _spells(tuple(there.get(node, ()))) + _colour(colours[node])
        stream.write(_node(keys[node], data, inside, degrees[node]).encode())
    stream.write(b"</nodes>\n<edges>\n")
    for number, (source, target, data) in enumerate(network.edges(data=True)):
        inside = _values(data, list(edges), source) + _spells(tuple(spans(data))) + _colour(edge_colour(data))
        stream.write(_edge(number, keys[source], keys[target], data, inside).encode())
    stream.write(b"</edges>\n</graph>\n</gexf>\n")


def _declaration(kind: str, names: dict[str, str]) -> str:
    rows = "".join(
        f'<attribute id="{number}" title={attribute(name)} type="{type_}"/>\n'
        for number, (name, type_) in enumerate(names.items())
    )
    return f'<attributes class="{kind}" mode="static">\n{rows}</attributes>\n'


def _node(node: str, data: Attributes, inside: str, degree: int) -> str:
    label = text_of(data["label"], node) if "label" in data else None
    position = ""
    if "x" in data and "y" in data:
        position = f'<viz:position x="{text_of(data["x"], node)}" y="{text_of(data["y"], node)}" z="0.0"/>'
    size = f'<viz:size value="{6 + 3 * math.sqrt(degree):.2f}"/>'
    shown = node if label is None else attribute(label)
    return f"<node id={node} label={shown}>{inside}{size}{position}</node>\n"


def _edge(number: int, source: str, target: str, data: Attributes, inside: str) -> str:
    weight = f' weight="{text_of(data["weight"], source)}"' if "weight" in data else ""
    return f'<edge id="{number}" source={source} target={target}{weight}>{inside}</edge>\n'


def _values(data: Attributes, names: list[str], where: str) -> str:
    rows = "".join(
        f'<attvalue for="{number}" value={_value(data[name], where)}/>'
        for number, name in enumerate(names)
        if name in data
    )
    return f"<attvalues>{rows}</attvalues>" if rows else ""


def _value(value: object, where: str) -> str:
    text = text_of(value, where)
    return attribute(text) if isinstance(value, str) else f'"{text}"'


@lru_cache(maxsize=4096)
def _spells(there: tuple[Span, ...]) -> str:
    rows = "".join(f'<spell start="{first}-01-01" end="{last}-12-31"/>' for first, last in there)
    return f"<spells>{rows}</spells>" if rows else ""


@lru_cache(maxsize=256)
def _colour(code: str) -> str:
    red, green, blue = (int(code[at : at + 2], 16) for at in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _without(data: Attributes, names: frozenset[str]) -> dict[str, object]:
    return {name: value for name, value in data.items() if name not in names}
