"""Where a document was published: the URL that a list gives or the page itself states. It is told, never followed.

No agency and no platform is ever derived from it: pages of agencies stand on hijacked hosts and on mirrors.
"""

import re
from dataclasses import replace

from gigraph.models import Document

_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"{}|\\^`\x00-\x1f\x7f]{3,2000}", re.IGNORECASE)
_LOCAL = re.compile(r"(?:https?|ftp)://(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)", re.IGNORECASE)


def is_url(text: str) -> bool:
    """Whether a text is the address of a document on the web: nothing that runs, is local, or holds a space.

    >>> is_url("https://www.example.gov.cn/t1.html"), is_url("javascript:alert(1)"), is_url("file:///C:/a.htm")
    (True, False, False)
    """
    return _URL.fullmatch(text) is not None and not _LOCAL.match(text)


def with_stated_url(document: Document) -> Document:
    """The document with the URL that its page states; one that is none stays in the metadata alone (W-URL)."""
    stated = [field.value for field in document.metadata if field.name == "url"]
    url = next(filter(is_url, stated), None)
    if url:
        return replace(document, source=replace(document.source, url=url))
    return replace(document, warnings=(*document.warnings, "W-URL")) if stated else document


def with_given_url(document: Document, url: str) -> Document:
    """The document with the URL that a list of sources gives for it, if it gives one: it goes before the page's own."""
    return replace(document, source=replace(document.source, url=url)) if url else document
