"""What kind of document some bytes are: by content, never by the file's name."""

import re

# (bytes at the start, name of the format, whether it is a document that a later version may read)
_MAGIC: tuple[tuple[bytes, str, bool], ...] = (
    (b"%PDF-", "PDF", True),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file (or an encrypted one)", True),
    (b"{\\rtf", "RTF", True),
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
_PACKAGES = (
    (b"word/", "a Word file (docx)"),
    (b"xl/", "an Excel file (xlsx)"),
    (b"ppt/", "a PowerPoint file (pptx)"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"OFD.xml", "OFD"),
)
_HTML = re.compile(
    rb"\s{0,400}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,2000}?-->\s{0,200}){0,5}<(?:!doctype\s{1,9}html|html|head|body|meta|title)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"</?(?:p|div|span|td|tr|table|br|a|li|ul|h[1-6]|strong|font|script|style)[\s>/]", re.IGNORECASE)
_MHTML = re.compile(
    rb"(?:From|MIME-Version|Subject|Date):.{0,4000}?Content-Type: ?multipart/related", re.IGNORECASE | re.DOTALL
)
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
        names = data[:200_000] + data[-200_000:]
        return next((name for mark, name in _PACKAGES if mark in names), "a ZIP archive"), True
    if b"%PDF-" in data[:1024]:
        return "PDF", True
    plain = data[:4096].replace(b"\x00", b"")
    for mark in _MARKS:
        plain = plain.removeprefix(mark)
    if _MHTML.match(plain):
        return "a saved web page (MHTML)", True
    tags = len(_TAG.findall(data[:100_000]))
    if _HTML.match(plain) or (tags >= 5 and tags * 400 > min(len(data), 100_000)):
        return "HTML", True
    return None


def is_binary(data: bytes) -> bool:
    """Whether bytes that no encoding explains are no text: a good part of them are control characters."""
    sample = data[:100_000]
    controls = sum(sample.count(code) for code in range(32) if code not in (9, 10, 12, 13))
    return controls * 20 > len(sample)
