"""TriG: all statements, each graph by its name, to be read. https://www.w3.org/TR/trig/"""

from typing import BinaryIO

from gigraph.exporters.statements import Statements, things
from gigraph.exporters.turtle import block, prefixes
from gigraph.mapping.lines import iri


def write(source: Statements, stream: BinaryIO) -> None:
    """Writes all statements as TriG."""
    stream.write(prefixes())
    for graph in source.graphs():
        stream.write(f"\n{iri(graph)} {{\n".encode())
        for subject, properties in things(source, graph):
            stream.write(block(subject, properties).encode())
        stream.write(b"\n}\n")
