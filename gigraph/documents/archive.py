"""ZIP archives: each document in one has a name of its own, `archive.zip!/folder/report.html`; nothing goes to disk.

Names that are not marked as UTF-8 are UTF-8 or GB18030 all the same where their bytes are, else code page 437
(APPNOTE 6.3.10, appendix D). An archive in an archive is not opened.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

from gigraph.documents import formats
from gigraph.documents.draft import Draft
from gigraph.documents.files import check_regular, printable
from gigraph.documents.folder import may_be_document
from gigraph.documents.kinds import directory_size, kind_of, kind_of_package
from gigraph.documents.package import open_package, unpack_entry
from gigraph.errors import ReadError

MARK = "!/"  # between the archive's path and the member's
MOST_ARCHIVE = 2_000_000_000  # bytes of an archive, and of what its documents say that they unpack to
MOST_MEMBERS = 20_000
_MOST_RATIO = 200
_SMALL = 100_000_000
_TAIL = 70_000  # bytes at the end, in which the end of the directory is found
_DIRECTORY_ENTRY = 300  # bytes of an entry of the directory, on the average at most
_UTF8 = 0x800
_UNICODE_PATH = 0x7075
_HINT = "Unpack it and build the folder"


@dataclass(frozen=True, slots=True)
class Member:
    """A document in an archive; `name` is its path there, with /. fault: why it cannot be read, if that is known."""

    name: str
    fault: ReadError | None = None


def is_archive(path: Path) -> bool:
    """Whether a file is a ZIP archive of documents; False for office files, which are packed in the same way."""
    try:
        check_regular(path, MOST_ARCHIVE)
        with open(path, "rb") as file:
            return _is_archive(file)
    except (OSError, ReadError):
        return False


def _is_archive(file: BinaryIO) -> bool:
    is_package = file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
    file.seek(0)
    return is_package and kind_of_package(file) == "a ZIP archive"


def members_in(file: BinaryIO, size: int, where: str) -> list[Member] | None:
    """The documents in an archive that is open, by its directory alone; None where it is none.

    Raises ReadError as `members_of`; what reading the file raises, which may lie elsewhere.
    """
    if size > MOST_ARCHIVE or not _is_archive(file):
        return None
    _check_directory(file, size, where)
    with zipfile.ZipFile(file) as archive:
        return list(_members(archive, where))


def members_of(path: Path) -> Iterator[Member]:
    """The documents in an archive, sorted by name; hidden files and what is no document are left out.

    Raises ReadError: E-CORRUPT, E-ZIP-ENTRIES, E-ZIP-BOMB, E-TOO-LARGE, E-ARCHIVE (no document is in it).
    """
    yield from _members(_opened(path), printable(str(path)))


def _members(archive: zipfile.ZipFile, where: str) -> Iterator[Member]:
    entries = ((name_of(entry), entry) for entry in archive.infolist() if not entry.is_dir())
    documents = sorted(((name, entry) for name, entry in entries if _is_document(name)), key=itemgetter(0))
    if not documents:
        raise ReadError("E-ARCHIVE", "there is no document in the archive", where=where, hint="Check what is in it")
    size, packed = sum(entry.file_size for _, entry in documents), sum(entry.compress_size for _, entry in documents)
    if size > MOST_ARCHIVE or (size > _SMALL and size > _MOST_RATIO * packed):
        raise ReadError("E-ZIP-BOMB", f"it unpacks to {size / 1e6:,.0f} MB", where=where, hint=_HINT)
    before = None
    for name, entry in documents:
        yield Member(name, _fault(name, entry, is_twin=name == before, where=f"{where}{MARK}{printable(name)}"))
        before = name


def read_member(path: Path, name: str) -> bytes:
    """The bytes of a document in an archive.

    Raises ReadError: E-MISSING, E-ZIP-BOMB, E-ZIP-NAME, E-ENCRYPTED, E-CORRUPT, and those of `members_of`.
    """
    where = f"{printable(str(path))}{MARK}{printable(name)}"
    try:
        archive = _opened(path)
        entry = next((entry for entry in archive.infolist() if name_of(entry) == name), None)
        if entry is None:
            raise ReadError("E-MISSING", "there is no such document in the archive", where=where)
        if fault := _fault(name, entry, is_twin=False, where=where):
            raise fault
        data = unpack_entry(archive, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise ReadError(
            "E-CORRUPT", f"it is damaged in the archive ({error})", where=where, hint="Fetch it again"
        ) from error
    found = kind_of(data)
    if found and found[0] in ("a ZIP archive", "a RAR archive", "a 7z archive"):
        raise ReadError("E-ARCHIVE", "it is an archive in an archive", where=where, hint="Unpack it")
    return data


def read_archive(data: bytes, where: str) -> Draft:
    """The draft of the only document in an archive that came under another name.

    Raises ReadError: E-ARCHIVE (no document, several, or an archive again), E-ZIP-…, E-ENCRYPTED, E-CORRUPT, and those
    of the document's reader.
    """
    with open_package(data) as package:
        entries = [entry for entry in package.infolist() if _is_document(name_of(entry))]
        if len(entries) != 1:
            what = f"it is an archive of {len(entries)} documents" if entries else "there is no document in the archive"
            raise ReadError("E-ARCHIVE", what, where=where, hint="Name it .zip, or unpack it, and build the folder")
        found = unpack_entry(package, entries[0])
    kind = kind_of(found)
    if kind and kind[0] == "a ZIP archive":
        raise ReadError("E-ARCHIVE", "it is an archive in an archive", where=where, hint="Unpack it")
    return formats.read_draft(found, where)


def name_of(entry: zipfile.ZipInfo) -> str:
    """The path of an entry as people see it.

    >>> entry = zipfile.ZipInfo("年报/一.txt".encode("gbk").decode("cp437"))
    >>> name_of(entry)
    '年报/一.txt'
    """
    return (_unicode_path(entry.extra) or _decoded(entry)).replace("\\", "/").removeprefix("./")


def _decoded(entry: zipfile.ZipInfo) -> str:
    if entry.flag_bits & _UTF8:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return entry.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return entry.filename


def _unicode_path(extra: bytes) -> str | None:
    """The name in UTF-8 that some programs add (APPNOTE 4.6.9)."""
    position = 0
    while position + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, position)
        if kind == _UNICODE_PATH and size > 5:
            return extra[position + 9 : position + 4 + size].decode("utf-8", "replace")
        position += 4 + size
    return None


def _fault(name: str, entry: zipfile.ZipInfo, *, is_twin: bool, where: str) -> ReadError | None:
    if is_twin:
        return ReadError("E-ZIP-NAME", "another document in the archive has the same name", where=where, hint=_HINT)
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        return ReadError("E-ZIP-NAME", "its name leads out of the archive", where=where, hint="Unpack it with care")
    if entry.flag_bits & 1:
        return ReadError("E-ENCRYPTED", "it needs a password", where=where, hint=_HINT)
    return None


def _is_document(name: str) -> bool:
    base = name.rpartition("/")[2]
    hidden = base.startswith((".", "~$")) or name.startswith("__MACOSX/")
    return bool(base) and not hidden and may_be_document(base)


def _opened(path: Path) -> zipfile.ZipFile:
    status = check_regular(path, MOST_ARCHIVE)
    return _open(path, status.st_size, status.st_mtime_ns, status.st_ino)


@lru_cache(maxsize=1)  # the members of an archive are read one after the other
def _open(path: Path, *stamp: int) -> zipfile.ZipFile:
    where = printable(str(path))
    try:
        with open(path, "rb") as file:
            _check_directory(file, stamp[0], where)
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, struct.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        hint = "Fetch it again"
        raise ReadError("E-CORRUPT", f"the archive is damaged ({error})", where=where, hint=hint) from error


def _check_directory(file: BinaryIO, size: int, where: str) -> None:
    file.seek(max(0, size - _TAIL))
    entries, length = directory_size(file.read(_TAIL))
    file.seek(0)
    if entries > MOST_MEMBERS or length > MOST_MEMBERS * _DIRECTORY_ENTRY:
        what = f"it has {entries:,} entries, more than {MOST_MEMBERS:,}"
        raise ReadError("E-ZIP-ENTRIES", what, where=where, hint=_HINT)
