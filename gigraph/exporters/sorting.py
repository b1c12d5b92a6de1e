"""Statements as sorted lines, however many: sorted in pieces that fit into memory, set aside, and merged."""

import heapq
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from typing import BinaryIO

from gigraph.exporters.statements import Statements

PIECE = 1_000_000  # lines that are sorted at a time, some 200 bytes each


def sorted_lines(source: Statements, piece: int = PIECE) -> Iterator[bytes]:
    """All statements as canonical N-Quads lines with their ends, sorted by code point."""
    with ExitStack() as stack:
        dumped = stack.enter_context(tempfile.TemporaryFile())
        source.dump_to(dumped)
        dumped.seek(0)
        pieces: list[BinaryIO] = []
        while lines := sorted(islice(dumped, piece)):
            if len(lines) < piece and not pieces:
                yield from lines
                return
            aside = stack.enter_context(tempfile.TemporaryFile())
            aside.writelines(lines)
            aside.seek(0)
            pieces.append(aside)
        yield from heapq.merge(*pieces)
