"""One page that opens offline: a network to look through, with facts and the words of the reports behind each edge.

The front end is `gigraph.explorer`; this puts the data into it, as JSON that the page parses and never runs.
"""

import json
import re
from pathlib import Path
from typing import BinaryIO

from gigraph.explorer import page_halves
from gigraph.exporters.html.content import compose
from gigraph.network import Network, Source

# What would end the script element or begin a comment in it, what JavaScript once took for the end of a line, and
# halves of characters, which UTF-8 cannot hold (names of files that are not UTF-8 have them).
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def write(source: Source, network: Network, stream: BinaryIO, sources: Path | None = None) -> None:
    """Writes a network drawn from a graph as a page.

    sources: the folder that the documents were built from; where it is given, quotes stand in their sentences.
    Raises GigraphError where the front end was not built.
    """
    head, tail = page_halves()
    stream.write(head + safe_json(compose(source, network, sources)) + tail)


def safe_json(data: object) -> bytes:
    r"""JSON that can stand in a script element of a page in UTF-8.

    >>> safe_json({"a": "</script>"})
    b'{"a":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text).encode()


__all__ = ["safe_json", "write"]
