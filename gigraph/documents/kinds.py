"""What kind of document some bytes are: by content, never by the file's name."""

import io
import os
import re
import struct
import zipfile
from typing import BinaryIO

# (bytes at the start, name of the format, whether it is a document that a later version may read)
_MAGIC: tuple[tuple[bytes, str, bool], ...] = (
    (b"%PDF-", "PDF", True),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file (or an encrypted one)", True),
    (b"{\\rtf", "RTF", True),
    (b"WARC/", "a WARC archive", True),
    (b"Rar!\x1a\x07", "a RAR archive", True),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", True),
    (b"\x1f\x8b\x08", "a gzip archive", True),
    (b"BZh", "a bzip2 archive", True),
    (b"\xfd7zXZ\x00", "an xz archive", True),
    (b"AT&TFORM", "DjVu", True),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", False),
    (b"\xff\xd8\xff", "a JPEG picture", False),
    (b"GIF8", "a GIF picture", False),
    (b"II*\x00", "a TIFF picture", False),
    (b"MM\x00*", "a TIFF picture", False),
    (b"RIFF", "a sound, film or WebP picture", False),
    (b"\x7fELF", "a program", False),
    (b"SQLite format 3\x00", "a database", False),
)
# The folder of an office file's parts.
_PACKAGES = (
    ("word/", "a Word file (docx)"),
    ("xl/", "an Excel file (xlsx)"),
    ("ppt/", "a PowerPoint file (pptx)"),
)
_MIMETYPES = (
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
)
_TAIL = 70_000  # bytes at the end of a package, in which the end of its directory is found
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 12, 13))
_MOST_NAMED = 6_000_000  # bytes of a directory that is read to tell the kind
_HTML = re.compile(
    rb"\s{0,400}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,2000}?-->\s{0,200}){0,5}<(?:!doctype\s{1,9}html|html|head|body|meta|title)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"</?(?:p|div|span|td|tr|table|br|a|li|ul|h[1-6]|strong|font|script|style)[\s>/]", re.IGNORECASE)
_MHTML = re.compile(
    rb"(?:From|MIME-Version|Subject|Date):.{0,4000}?Content-Type: ?multipart/related", re.IGNORECASE | re.DOTALL
)
_JSON = re.compile(rb"\s{0,400}(?:\{\s{0,400}\"|\[\s{0,400}\{\s{0,400}\")")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(data: bytes) -> tuple[str, bool] | None:
    """The format of bytes that are not plain text, and whether it is a document at all; None for what may be text.

    >>> kind_of(b"%PDF-1.7 ..."), kind_of("年度报告".encode())
    (('PDF', True), None)
    """
    for magic, name, readable in _MAGIC:
        if data.startswith(magic):
            return name, readable
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return kind_of_package(io.BytesIO(data)), True
    if b"%PDF-" in data[:1024]:
        return "PDF", True
    plain = data[:4096].replace(b"\x00", b"")
    for mark in _MARKS:
        plain = plain.removeprefix(mark)
    if _MHTML.match(plain):
        return "a saved web page (MHTML)", True
    if _JSON.match(plain):
        return "JSON", True
    return ("HTML", True) if _HTML.match(plain) or _is_full_of_tags(data[:100_000]) else None


def _is_full_of_tags(sample: bytes) -> bool:
    """Whether it is a part of a page, that has no head."""
    if sample.count(b"<") * 400 <= len(sample):
        return False
    tags = len(_TAG.findall(sample))
    return tags >= 5 and tags * 400 > len(sample)


def kind_of_package(file: BinaryIO) -> str:
    """The format of a ZIP package: an office file by its parts, else an archive."""
    head = file.read(200)
    for mark, name in _MIMETYPES:
        if mark in head:
            return name
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _TAIL))
    try:
        if directory_size(file.read(_TAIL))[1] > _MOST_NAMED:
            return "a ZIP archive"
        with zipfile.ZipFile(file) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, struct.error):
        file.seek(0)
        start = file.read(_TAIL)
        return next((name for folder, name in _PACKAGES if folder.encode() in start), "a ZIP archive")
    if "OFD.xml" in names:
        return "OFD"
    office = {name.partition("/")[0] + "/" for name in names if name.endswith(".xml")}
    is_office = "[Content_Types].xml" in names or not names - {
        name for name in names if name.endswith((".xml", ".rels"))
    }
    return next((name for folder, name in _PACKAGES if is_office and folder in office), "a ZIP archive")


def directory_size(tail: bytes) -> tuple[int, int]:
    """How many entries the directory of a ZIP package says to have, and how many bytes; from the package's end.

    Raises struct.error, ValueError where it has no end.
    """
    at = tail.rindex(b"PK\x05\x06")
    entries, size = struct.unpack_from("<HI", tail, at + 10)
    if entries == 0xFFFF or size == 0xFFFFFFFF:
        entries, size = struct.unpack_from("<QQ", tail, tail.rindex(b"PK\x06\x06", 0, at) + 32)
    return entries, size


def is_binary(data: bytes) -> bool:
    """Whether bytes that no encoding explains are no text: a good part of them are control characters."""
    sample = data[:100_000]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 20 > len(sample)
