"""N-Quads: every statement with its graph, one a line, lines sorted by code point."""

from typing import BinaryIO

from gigraph.exporters.statements import Statements


def write(source: Statements, stream: BinaryIO) -> None:
    """Writes all statements as canonical N-Quads."""
    stream.write(source.dump_nquads())
