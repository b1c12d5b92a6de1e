"""From bytes to a Document; the reader is chosen by content, not by the file's name."""

import hashlib
from pathlib import Path

from gigraph.documents.files import MAX_BYTES, printable, read_bytes
from gigraph.documents.folder import documents_in
from gigraph.documents.formats import read_draft
from gigraph.documents.likeness import require_report
from gigraph.documents.plain import draft_document, text_document
from gigraph.errors import ReadError
from gigraph.models import Document, Source

__all__ = ["MAX_BYTES", "document_of", "documents_in", "printable", "read_document", "require_report", "text_document"]


def read_document(path: Path, key: str | None = None, *, max_bytes: int = MAX_BYTES) -> Document:
    """The document at a path; `key` is its source key (the file's name where none is given).

    Raises ReadError with a stable code where it cannot be read: E-MISSING, E-PERM, E-NOT-REGULAR, E-TOO-LARGE,
    E-CHANGED, E-EMPTY, E-NOT-TEXT, E-UNSUPPORTED, E-ENC, and those of its format's reader.
    """
    return document_of(read_bytes(path, max_bytes), key or printable(path.name), printable(str(path)))


def document_of(data: bytes, key: str, where: str = "") -> Document:
    """The document that some bytes are; `where` names them in an error (the key where nothing else is given)."""
    where = where or key
    try:
        draft = read_draft(data, where)
    except ReadError as error:
        if error.where:
            raise
        raise ReadError(error.code, error.what, where=where, hint=error.hint) from error
    if not draft.text.strip(" \n\t\u3000\xa0\ufeff\u200b\ufffd"):
        raise ReadError("E-EMPTY", "there is nothing in it", where=where)
    source = Source(key, encoding=draft.encoding, digest=hashlib.sha256(data).hexdigest())
    return draft_document(draft, source)
