"""A ZIP archive with one document in it; one with several is told, since each document needs a name of its own."""

from gigraph.documents import formats
from gigraph.documents.draft import Draft
from gigraph.documents.folder import SUFFIXES
from gigraph.documents.kinds import kind_of
from gigraph.documents.package import open_package, unpack
from gigraph.errors import ReadError


def read_archive(data: bytes, where: str) -> Draft:
    """The draft of the only document in an archive.

    Raises ReadError: E-ARCHIVE (no document, several, or an archive again), E-ZIP-…, E-ENCRYPTED, E-CORRUPT, and those
    of the document's reader.
    """
    with open_package(data) as package:
        names = [name for name in package.namelist() if _is_document(name)]
        if len(names) != 1:
            what = f"it is an archive of {len(names)} documents" if names else "there is no document in the archive"
            raise ReadError("E-ARCHIVE", what, where=where, hint="Unpack it and build the folder")
        found = unpack(package, names[0])
    kind = kind_of(found)
    if kind and kind[0] == "a ZIP archive":
        raise ReadError("E-ARCHIVE", "it is an archive in an archive", where=where, hint="Unpack it")
    return formats.read_draft(found, where)


def _is_document(name: str) -> bool:
    base = name.rpartition("/")[2]
    hidden = base.startswith((".", "~$")) or name.startswith("__MACOSX/")
    return bool(base) and not hidden and base.rpartition(".")[2].lower() in SUFFIXES
