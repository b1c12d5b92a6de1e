"""The readers by format. To add one: a module with a function from bytes to a Draft, and its line in READERS."""

from collections.abc import Callable
from importlib import import_module

from gigraph.documents.characters import clean
from gigraph.documents.draft import Draft
from gigraph.documents.encodings import decode
from gigraph.documents.kinds import is_binary, kind_of
from gigraph.errors import ReadError

# Module and function by the format's name in kinds.py; a library is imported only for a document that needs it.
READERS = {
    "HTML": ("html", "read_html"),
    "a saved web page (MHTML)": ("mhtml", "read_mhtml"),
    "PDF": ("pdf", "read_pdf"),
    "a Word file (docx)": ("docx", "read_docx"),
    "an Excel file (xlsx)": ("spreadsheet", "read_spreadsheet"),
    "an OpenDocument spreadsheet": ("spreadsheet", "read_spreadsheet"),
    "an OpenDocument text": ("odt", "read_odt"),
    "JSON": ("records", "read_record"),
    "RTF": ("rtf", "read_rtf"),
    "OFD": ("ofd", "read_ofd"),
    "an old Word or Excel file (or an encrypted one)": ("legacy", "read_old"),
    "a ZIP archive": ("archive", "read_archive"),
}
# What a suffix promises; a document that turns out to be something else is read as what it is (W-EXT).
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.ms-excel"
_PROMISED = (
    ("text/plain", ("txt", "text", "md", "markdown")),
    ("text/html", ("htm", "html", "shtml", "xhtml", "mht", "mhtml")),
    ("application/pdf", ("pdf",)),
    (_WORD, ("docx", "docm", "dotx", "dotm")),
    ("application/msword", ("doc", "dot", "wps", "wpt")),
    (_SHEET, ("xls", "xlsx", "xlsm", "xltx", "xlsb", "ods", "et", "ett")),
    ("application/rtf", ("rtf",)),
    ("application/vnd.oasis.opendocument.text", ("odt",)),
    ("application/ofd", ("ofd",)),
    ("application/json", ("json", "jsonl", "ndjson", "jl")),
)


def contradicts(name: str, draft: Draft) -> bool:
    """Whether a file's suffix promises another format than the file has; one without a known suffix promises none.

    >>> contradicts("a.doc", Draft("", media_type="text/html")), contradicts("a.2019", Draft(""))
    (True, False)
    """
    suffix = name.rpartition(".")[2].lower()
    return any(suffix in suffixes and draft.media_type != media_type for media_type, suffixes in _PROMISED)


_NO_TEXT = "Leave it out; where it should be a document, fetch or save it again: it is damaged"


def read_draft(data: bytes, where: str) -> Draft:
    """The draft of a document's bytes, by the reader of its format.

    Raises ReadError E-NOT-TEXT (no document), E-UNSUPPORTED (one that cannot be read), and those of the reader.
    """
    found = kind_of(data)
    if found is None:
        return _read_text(data, where)
    name, is_document = found
    if not is_document:
        raise ReadError("E-NOT-TEXT", f"it is {name}", where=where, hint="Leave it out")
    if name not in READERS:
        hint = "Unpack it and build the folder" if name.endswith("archive") else "Save it as docx, PDF or text"
        raise ReadError("E-UNSUPPORTED", f"it is {name}, which this version does not read", where=where, hint=hint)
    module, function = READERS[name]
    reader: Callable[[bytes, str], Draft] = getattr(import_module(f"gigraph.documents.{module}"), function)
    return reader(data, where)


def _read_text(data: bytes, where: str) -> Draft:
    try:
        decoded = decode(data, where=where)
    except ReadError as error:
        if is_binary(data):
            raise ReadError("E-NOT-TEXT", "it is no text", where=where, hint=_NO_TEXT) from error
        raise
    if decoded.encoding in ("utf-8", "gb18030", "mixed") and is_binary(data):
        raise ReadError("E-NOT-TEXT", "it is no text", where=where, hint=_NO_TEXT)
    text, warnings = clean(decoded.text)
    return Draft(text, encoding=decoded.encoding, warnings=decoded.warnings + warnings)
