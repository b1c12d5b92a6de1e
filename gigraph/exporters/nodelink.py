"""D3's node-link JSON, for d3-force, networkx and many others; a node or a link a line."""

from typing import BinaryIO

from gigraph.exporters.attributes import json_line, plain
from gigraph.network import Network


def write(network: Network, stream: BinaryIO) -> None:
    """Writes a network as node-link JSON. Raises TypeError where an attribute is None or no scalar."""
    multi = network.is_multigraph()
    about = {"directed": network.is_directed(), "multigraph": multi, "graph": {}}
    stream.write(b"{" + b" ".join(b'"%b": %b,' % (name.encode(), json_line(value)) for name, value in about.items()))
    stream.write(b'\n"nodes": [')
    for number, (node, data) in enumerate(network.nodes(data=True)):
        stream.write(b",\n" if number else b"\n")
        stream.write(json_line(plain({"id": node, **data}, node)))
    stream.write(b'\n],\n"links": [')
    edges = network.edges(keys=True, data=True) if multi else ((*ends, "", d) for *ends, d in network.edges(data=True))
    for number, (source, target, key, data) in enumerate(edges):
        ends = {"source": source, "target": target} | ({"key": key} if key else {})
        stream.write(b",\n" if number else b"\n")
        stream.write(json_line(plain({**ends, **data}, source)))
    stream.write(b"\n]}\n")
