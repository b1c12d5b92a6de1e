"""Addresses on the web that the text states. Who runs the host is never read from it."""

import re
from collections.abc import Iterator

from gigraph.models import Kind, Mention
from gigraph.registry import Registry
from gigraph.text.reading import Reading

# What a host is made of: labels of letters (also Chinese before 政务 and 公益), digits and hyphens, and a last one.
_REST = r"(?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_LABEL = rf"[A-Za-z0-9]{_REST}"
_HOST = rf"(?:{_LABEL}\.){{1,6}}(?:[A-Za-z]{{2,12}}|xn--[a-z0-9]{{4,20}}|政务|公益)(?![A-Za-z-])"
_PATH = r"(?::\d{2,5})?(?:/[A-Za-z0-9\-._~/?#\[\]@!$&'*+=%]{0,300})?"
# Each with what a text has in which there is one: that is seen in no time, and few texts have all of it.
_STARTS = (
    ((":/",), re.compile(rf"[hH][tT]{{2}}[pP][sS]?:/{{1,3}}(?P<host>{_HOST}|\d{{1,3}}(?:\.\d{{1,3}}){{3}}){_PATH}")),
    (("w.", "W."), re.compile(rf"(?P<host>[wW](?<![\w./@-].)[wW]{{2}}\.{_HOST}){_PATH}", re.ASCII)),
    (
        (".gov.cn",),
        re.compile(
            rf"(?P<host>[A-Za-z0-9](?<![\w./@-].){_REST}\.(?:{_LABEL}\.){{0,4}}gov\.cn)(?![A-Za-z-]){_PATH}", re.ASCII
        ),
    ),
)


def extract(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """URL mentions of the body; the value is (address as stated, host in lower case)."""
    taken = -1
    patterns = [pattern for signs, pattern in _STARTS if any(sign in reading.text for sign in signs)]
    found = sorted((match for pattern in patterns for match in reading.finditer(pattern)), key=_order)
    for match in found:
        url = match.group().rstrip(".:?#&!'*")
        if match.start() >= taken:
            taken = match.start() + len(url)
            yield reading.mention(Kind.URL, match.start(), taken, (url, match["host"].lower()), "stated")


def _order(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), -match.end()
