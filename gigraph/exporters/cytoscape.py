"""Cytoscape JSON (cyjs), for Cytoscape, cytoscape.js and networkx; a node or an edge a line.

https://js.cytoscape.org/#notation/elements-json. `value` is a node's key and `name` its label, as networkx has it.
"""

from typing import BinaryIO

from gigraph.exporters.attributes import Attributes, json_line, plain
from gigraph.network import Network


def write(network: Network, stream: BinaryIO) -> None:
    """Writes a network as Cytoscape JSON. Raises TypeError where an attribute is None or no scalar."""
    multi = network.is_multigraph()
    about = {"directed": network.is_directed(), "multigraph": multi}
    stream.write(b'{"format_version": "1.0", "generated_by": "gigraph", "data": {"name": "gigraph"},\n')
    stream.write(b"".join(b'"%b": %b, ' % (name.encode(), json_line(value)) for name, value in about.items()))
    stream.write(b'"elements": {"nodes": [')
    for number, (node, data) in enumerate(network.nodes(data=True)):
        stream.write(b",\n" if number else b"\n")
        stream.write(json_line(_node(node, data)))
    stream.write(b'\n], "edges": [')
    edges = network.edges(keys=True, data=True) if multi else ((*ends, "", d) for *ends, d in network.edges(data=True))
    for number, (source, target, key, data) in enumerate(edges):
        stream.write(b",\n" if number else b"\n")
        stream.write(json_line({"data": _edge(number, source, target, key, data)}))
    stream.write(b"\n]}}\n")


def _node(node: str, data: Attributes) -> dict[str, object]:
    known = plain(data, node)
    own = plain({"id": node, "value": node, "name": data.get("label", node)}, node)
    found: dict[str, object] = {"data": own | {name: value for name, value in known.items() if name not in ("x", "y")}}
    if "x" in known and "y" in known:
        found["position"] = {"x": known["x"], "y": known["y"]}
    return found


def _edge(number: int, source: str, target: str, key: str, data: Attributes) -> dict[str, object]:
    own = {"id": f"e{number}", "source": source, "target": target} | ({"key": key} if key else {})
    return plain(own, source) | plain(data, source)
