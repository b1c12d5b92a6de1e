"""A saved web page in one file (MHTML, RFC 2557): the page is its first part of HTML that says something.

A page of frames has its text in one of the parts behind it.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import default
from itertools import islice

from gigraph.documents.draft import Draft
from gigraph.documents.html import read_html
from gigraph.errors import ReadError

_PAGES = ("text/html", "application/xhtml+xml")
_MOST = 20  # parts that are pages
_FEW = 120  # Chinese characters; a page that has fewer may be a frame
_HAN = re.compile("[\u4e00-\u9fff]")


def read_mhtml(data: bytes, where: str) -> Draft:
    """The draft of the page in a saved one. Raises ReadError E-CORRUPT where it has none, those of `read_html`."""
    best, most = None, -1
    for page, charset, location in islice(_pages(message_from_bytes(data, policy=default)), _MOST):
        try:
            draft = read_html(page, where, charset, location)
        except ReadError:
            if best is not None:
                continue  # a part beside the page
            raise
        size = sum(1 for _ in islice(_HAN.finditer(draft.text), 100_000))
        if size > most:
            best, most = draft, size
        if size >= _FEW and "。" in draft.text:
            break
    if best is None:
        raise ReadError("E-CORRUPT", "no page is in the saved web page", where=where, hint="Save it again")
    return best


def _pages(message: Message) -> Iterator[tuple[bytes, str | None, str]]:
    """The parts that are pages: bytes, charset and address of each."""
    saved = message.get("Snapshot-Content-Location") or ""
    for part in message.walk():
        if part.get_content_type() in _PAGES:
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                location = saved or part.get("Content-Location") or ""
                yield page, part.get_content_charset(), " ".join(str(location).split())
