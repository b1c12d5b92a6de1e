"""A guard before PDFium, which has no limits of its own: what the packed streams of a PDF unpack to (ISO 32000-1, 7.4).

The streams are unpacked piece by piece and thrown away; pictures, which are not read, are passed over. A stream that is
not packed as it says is left to the reader.
"""

import re
import zlib
from collections.abc import Iterator

from gigraph.errors import ReadError

MOST_STREAM = 64 * 2**20
MOST_BYTES = 256 * 2**20
_STEP = 2**20
_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 1_000  # bytes before a stream in which it is described
_PICTURE = re.compile(rb"/Subtype\s{0,9}/Image")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_OBJECT = re.compile(rb"\bobj\b")


def check_streams(data: bytes, where: str) -> None:
    """Raises ReadError E-PDF-LIMIT for a PDF whose streams unpack to more than a document can be."""
    total = 0
    for start, times in _packed_streams(data):
        for size in _sizes(data, start, times):
            if size > MOST_STREAM or total + size > MOST_BYTES:
                what = f"a part of it unpacks to more than {MOST_STREAM >> 20} MB"
                raise ReadError("E-PDF-LIMIT", what, where=where, hint="Save its text as a .txt file")
        total += size


def _packed_streams(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each packed stream begins that is no picture, and how often it is packed."""
    for match in _STREAM.finditer(data):
        described = data[max(0, match.start() - _DICTIONARY) : match.start()]
        begins = [found.end() for found in _OBJECT.finditer(described)]
        described = described[begins[-1] :] if begins else described
        times = len(_PACKED.findall(described))
        if times and not _PICTURE.search(described):
            yield match.end(), times


def _sizes(data: bytes, start: int, times: int) -> Iterator[int]:
    """The size of what a stream unpacks to, as it grows."""
    size = 0
    pieces: Iterator[bytes] = (data[at : at + _STEP] for at in range(start, len(data), _STEP))
    for _ in range(times):
        pieces = _unpacked(pieces)
    yield 0
    for piece in pieces:
        size += len(piece)
        yield size


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        for piece in pieces:
            while piece and not unpacker.eof:
                yield unpacker.decompress(piece, _STEP)
                piece = unpacker.unconsumed_tail
            if unpacker.eof:
                return
    except zlib.error:
        return
