"""From bytes to a Document; the reader is chosen by content, not by the file's name."""

import hashlib
from pathlib import Path

from gigraph.documents.characters import clean
from gigraph.documents.encodings import decode
from gigraph.documents.files import MAX_BYTES, printable, read_bytes
from gigraph.documents.folder import documents_in
from gigraph.documents.kinds import is_binary, kind_of
from gigraph.documents.plain import text_document
from gigraph.errors import ReadError
from gigraph.models import Document, Source

__all__ = ["MAX_BYTES", "document_of", "documents_in", "printable", "read_document", "text_document"]


def read_document(path: Path, key: str | None = None, *, max_bytes: int = MAX_BYTES) -> Document:
    """The document at a path; `key` is its source key (the file's name where none is given).

    Raises ReadError with a stable code where it cannot be read: E-MISSING, E-PERM, E-NOT-REGULAR, E-TOO-LARGE,
    E-CHANGED, E-EMPTY, E-NOT-TEXT, E-UNSUPPORTED, E-ENC.
    """
    return document_of(read_bytes(path, max_bytes), key or printable(path.name), printable(str(path)))


def document_of(data: bytes, key: str, where: str = "") -> Document:
    """The document that some bytes are; `where` names them in an error (the key where nothing else is given)."""
    where = where or key
    _refuse(data, where)
    try:
        decoded = decode(data, where=where)
    except ReadError as error:
        if is_binary(data):
            raise ReadError("E-NOT-TEXT", "it is no text", where=where) from error
        raise
    if decoded.encoding in ("utf-8", "gb18030", "mixed") and is_binary(data):
        raise ReadError("E-NOT-TEXT", "it is no text", where=where)
    text, warnings = clean(decoded.text)
    if not text.strip(" \n\t\u3000\xa0\ufeff\u200b\ufffd"):
        raise ReadError("E-EMPTY", "there is nothing in it", where=where)
    source = Source(key, encoding=decoded.encoding, digest=hashlib.sha256(data).hexdigest())
    return text_document(text, source, decoded.warnings + warnings)


def _refuse(data: bytes, where: str) -> None:
    found = kind_of(data)
    if found is None:
        return
    name, is_document = found
    if not is_document:
        raise ReadError("E-NOT-TEXT", f"it is {name}", where=where)
    raise ReadError(
        "E-UNSUPPORTED",
        f"it is {name}, and this version reads plain text and Markdown",
        where=where,
        hint="Save its text as a .txt file in UTF-8",
    )
