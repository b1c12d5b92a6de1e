"""GraphML, for yEd, Cytoscape, igraph, networkx and others."""

from collections.abc import Iterable
from typing import BinaryIO
from xml.sax.saxutils import escape

from gigraph.exporters.attributes import Attributes, attribute, clean, columns, text_of
from gigraph.network import Network

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write(network: Network, stream: BinaryIO) -> None:
    """Writes a network as GraphML. Raises TypeError where an attribute is None or no scalar."""
    nodes = columns(data for _, data in network.nodes(data=True))
    edges = columns(data for *_, data in network.edges(data=True))
    stream.write(_HEAD.encode())
    for short, kind, names in (("n", "node", nodes), ("e", "edge", edges)):
        for number, (name, type_) in enumerate(names.items()):
            key = f'<key id="{short}{number}" for="{kind}" attr.name={attribute(name)} attr.type="{type_}"/>\n'
            stream.write(key.encode())
    stream.write(f'<graph edgedefault="{"directed" if network.is_directed() else "undirected"}">\n'.encode())
    for node, data in network.nodes(data=True):
        stream.write(f"<node id={attribute(node)}>{_data('n', list(nodes), data, node)}</node>\n".encode())
    for number, (source, target, data) in enumerate(network.edges(data=True)):
        ends = f'id="{number}" source={attribute(source)} target={attribute(target)}'
        stream.write(f"<edge {ends}>{_data('e', list(edges), data, source)}</edge>\n".encode())
    stream.write(b"</graph>\n</graphml>\n")


def _data(short: str, names: Iterable[str], data: Attributes, where: str) -> str:
    return "".join(
        f'<data key="{short}{number}">{escape(clean(text_of(data[name], where)))}</data>'
        for number, name in enumerate(names)
        if name in data
    )
