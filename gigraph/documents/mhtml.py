"""A saved web page in one file (MHTML, RFC 2557): the page is its first part of HTML."""

from email import message_from_bytes
from email.policy import default

from gigraph.documents.draft import Draft
from gigraph.documents.html import read_html
from gigraph.errors import ReadError


def read_mhtml(data: bytes, where: str) -> Draft:
    """The draft of the page in a saved one. Raises ReadError E-CORRUPT where it has none, those of `read_html`."""
    message = message_from_bytes(data, policy=default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                location = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
                return read_html(page, where, part.get_content_charset(), " ".join(str(location).split()))
    raise ReadError("E-CORRUPT", "no page is in the saved web page", where=where, hint="Save it again")
