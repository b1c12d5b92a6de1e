"""From bytes to a Document; the reader is chosen by content, not by the file's name."""

import hashlib
from dataclasses import replace
from pathlib import Path

from gigraph.documents.archive import MARK, MOST_ARCHIVE, Member, is_archive, members_in
from gigraph.documents.containers import is_container, may_be_container, members_of, read_member
from gigraph.documents.files import MAX_BYTES, printable, read_bytes
from gigraph.documents.folder import documents_in
from gigraph.documents.formats import contradicts, read_draft
from gigraph.documents.likeness import require_report
from gigraph.documents.plain import draft_document, text_document
from gigraph.errors import ReadError
from gigraph.models import Document, Source

__all__ = [
    "MARK", "MAX_BYTES", "MOST_ARCHIVE", "Member", "document_of", "documents_in", "is_archive", "is_container",
    "may_be_container", "members_in", "members_of", "printable", "read_document", "read_source", "require_report",
    "text_document",
]  # fmt: skip


def read_document(
    path: Path | str, key: str | None = None, *, member: str = "", max_bytes: int = MAX_BYTES
) -> Document:
    """The document at a path, or the one of that name in the archive there.

    path: a path in an archive may be given whole too (reports.zip!/2016/a.html), as source keys have it.
    key: its source key (the file's name where none is given). Raises ReadError with a stable code where it cannot be
    read: E-MISSING, E-PERM, E-NOT-REGULAR, E-TOO-LARGE, E-CHANGED, E-EMPTY, E-NOT-TEXT, E-UNSUPPORTED, E-ENC, and those
    of its format's reader.
    """
    path = Path(path)
    if not member and MARK in str(path) and not path.exists():
        archive, _, member = str(path).partition(MARK)
        path = Path(archive)
    data = read_source(path, member, max_bytes=max_bytes)
    place = f"{MARK}{member}" if member else ""
    return document_of(data, key or printable(path.name + place), printable(str(path) + place))


def read_source(path: Path, member: str = "", *, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a document: of a file, or of a member of an archive or a file of records. Raises ReadError."""
    return read_member(path, member) if member else read_bytes(path, max_bytes)


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
        hint = "Fetch it again; if it shows pictures, read them with a program for character recognition first"
        raise ReadError("E-EMPTY", "there is no text in it", where=where, hint=hint)
    if contradicts(key, draft):
        draft = replace(draft, warnings=(*draft.warnings, "W-EXT"))
    source = Source(key, encoding=draft.encoding, digest=hashlib.sha256(data).hexdigest())
    return draft_document(draft, source)
