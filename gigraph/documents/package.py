"""ZIP packages (Word, Excel, OpenDocument, archives), opened so that no bomb, trick name or entity does harm.

What a package says of its sizes is not believed: bytes are counted while they are unpacked.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from gigraph.errors import ReadError

MOST_ENTRIES = 2_000
MOST_BYTES = 60 * 2**20
MOST_RATIO = 200
_SMALL = 2**20  # an entry up to this size may be packed as tightly as it likes
_STEP = 2**16
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@contextmanager
def open_package(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The package of some bytes, its list of entries checked.

    Raises ReadError: E-CORRUPT, E-ZIP-ENTRIES (too many), E-ZIP-NAME (double names, names that lead out of it),
    E-ENCRYPTED.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check(package.infolist())
            yield package
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        hint = "Save or fetch it again"
        raise ReadError("E-CORRUPT", f"the package is damaged ({error})", hint=hint) from error


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise ReadError("E-ZIP-ENTRIES", f"it has {len(entries):,} entries, more than {MOST_ENTRIES:,}")
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise ReadError("E-ZIP-NAME", "two of its entries have the same name")
    if any(name.startswith("/") or "\\" in name or ".." in name.split("/") for name in names):
        raise ReadError("E-ZIP-NAME", "an entry's name leads out of the package")
    if any(entry.flag_bits & 1 for entry in entries):
        raise ReadError("E-ENCRYPTED", "it needs a password", hint="Save it without a password")
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise ReadError("E-CORRUPT", "it is packed in an unusual way", hint="Save it again")


def unpack(package: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of an entry. Raises ReadError E-ZIP-BOMB, E-CORRUPT where there is no such entry."""
    try:
        entry = package.getinfo(name)
    except KeyError as error:
        raise ReadError("E-CORRUPT", f"{name} is not in the package", hint="Save it again") from error
    return unpack_entry(package, entry)


def unpack_entry(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of an entry. Raises ReadError E-ZIP-BOMB, and what `zipfile` raises for a damaged one."""
    found = bytearray()
    with package.open(entry) as stream:
        while part := stream.read(_STEP):
            found += part
            tight = len(found) > _SMALL and len(found) > MOST_RATIO * max(1, entry.compress_size)
            if len(found) > MOST_BYTES or tight:
                raise ReadError("E-ZIP-BOMB", f"{entry.filename} unpacks to more than a document can be")
    return bytes(found)


def entries(package: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each entry. Raises ReadError E-ZIP-BOMB where they unpack to too much together."""
    total = 0
    for entry in package.infolist():
        data = unpack(package, entry.filename)
        total += len(data)
        if total > MOST_BYTES:
            raise ReadError("E-ZIP-BOMB", "it unpacks to more than a document can be")
        yield entry.filename, data


def parse_xml(data: bytes) -> etree._Element:
    """The root of an XML part. Raises ReadError: E-DTD (it declares entities), E-DEPTH, E-CORRUPT."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise ReadError("E-DTD", "it declares a document type, which no office program writes")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise ReadError("E-DEPTH", "its parts are nested too deeply to be read") from error
        raise ReadError("E-CORRUPT", f"a part is damaged ({error})", hint="Save it again") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError("E-DTD", "it declares a document type, which no office program writes")
    return root


def name_of(element: etree._Element) -> str:
    """The name of an element of XML without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of that name in a tree, in its order."""
    return (one for one in root.iter() if name_of(one) == name)
