"""RTF (Rich Text Format 1.9) by striprtf: the text, with the rows of tables."""

import re

from gigraph.documents.draft import Draft
from gigraph.documents.needs import library
from gigraph.documents.plain_rows import text_with_rows
from gigraph.errors import ReadError

_ROW = re.compile(r"^(?=[^|\n][^\n]{0,5000}\|$)", re.MULTILINE)  # the program writes no bar before a row


def read_rtf(data: bytes, where: str) -> Draft:
    """The draft of an RTF file. Raises ReadError: E-NEEDS, E-CORRUPT."""
    striprtf = library("striprtf.striprtf", "office", "RTF")
    try:
        text: str = striprtf.rtf_to_text(data.decode("latin-1"), errors="replace")
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        hint = "Save it as docx"
        raise ReadError("E-CORRUPT", f"the RTF file is damaged ({error})", where=where, hint=hint) from error
    return text_with_rows(_ROW.sub("|", text), "application/rtf")
