"""Plain text and Markdown."""

import hashlib
from pathlib import Path

from gigraph.models import Document, Source


def read_document(path: Path, key: str | None = None) -> Document:
    """The document at a path; `key` is its source key (the file's name where none is given).

    Raises ReadError with a stable code where it cannot be read.
    """
    data = path.read_bytes()
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    source = Source(key or path.name, digest=hashlib.sha256(data).hexdigest())
    return Document(text, source, hashlib.sha256(text.encode()).hexdigest())
