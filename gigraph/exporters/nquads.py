"""N-Quads and N-Triples: a statement a line, lines sorted by code point."""

from typing import BinaryIO

from gigraph.exporters.sorting import sorted_lines
from gigraph.exporters.statements import Statements


def write(source: Statements, stream: BinaryIO) -> None:
    """Writes all statements with their graphs as canonical N-Quads."""
    stream.writelines(sorted_lines(source))


def write_triples(source: Statements, stream: BinaryIO) -> None:
    """Writes all statements as N-Triples, each once: those of several graphs stand on neighbouring lines."""
    last = b""
    for line in sorted_lines(source):
        triple = line[: line.rindex(b" <")]
        if triple != last:
            stream.write(triple + b" .\n")
        last = triple
