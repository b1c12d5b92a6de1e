"""Numbers that begin with their issuer's name: of orders (交通运输部令2016年第20号) and of announcements 公告, 通告."""

import re
from collections.abc import Iterator

from gigraph.extractors.order_issuers import order_issuer
from gigraph.extractors.order_numbers import SERIAL, orders
from gigraph.models import Kind, Mention
from gigraph.registry import Registry
from gigraph.text.document_number import announcement_number
from gigraph.text.reading import Reading

ANNOUNCEMENTS = ("公告", "通告")
_FAR = 30  # characters before an announcement's word in which its issuer is looked for
_WORD = re.compile(r"[公通]告(?:(?=[ \n]{0,2}[〔(\[【第12])|(?<=号[公通]告)|(?<=号 [公通]告))")
_ANNOUNCEMENT = re.compile(
    r"[公通]告[ \n]{0,2}(?P<open>[〔(\[【])?[ ]?(?:(?P<year>[12]\d{3})[ ]?[〕)\]】年]{1,2})?"
    r"[ ]{0,2}第?[ ]{0,2}" + SERIAL + r"[ ]{0,2}号"
)
_BEFORE_WORD = re.compile(r"(?P<year>[12]\d{3})[ ]?年[ ]?第[ ]?" + SERIAL + r"[ ]?号[ ]?$")
_LONGEST = 20  # characters of 2014 年 第 40 号


def named_numbers(reading: Reading, registry: Registry, start: int, end: int) -> Iterator[Mention]:
    """NUMBER mentions of orders and announcements between two offsets; one without an issuer before it is none."""
    yield from orders(reading, registry, start, end)
    yield from _announcements(reading, registry, start, end)


def is_named(text: str, end: int, registry: Registry) -> bool:
    """Whether an announcement's word ends before an offset, spaces apart, with its issuer's name before it."""
    while text[end - 1 : end] in (" ", "\n"):
        end -= 1
    return text.endswith(ANNOUNCEMENTS, 0, end) and bool(order_issuer(text, max(0, end - _FAR), end - 2, registry))


def _announcements(reading: Reading, registry: Registry, start: int, end: int) -> Iterator[Mention]:
    """公告2014年第40号, 2014年第40号公告, 公告〔2013〕55号 and 公告第143号 behind who gave them."""
    text = reading.text
    for word in _WORD.finditer(text, start, end):
        at = word.start()
        match = _ANNOUNCEMENT.match(text, at, end) or _BEFORE_WORD.search(text, max(start, at - _LONGEST), at)
        if not match:
            continue
        issuer = order_issuer(text, start, match.start(), registry)
        opened = bool(match.groupdict().get("open"))
        value = announcement_number(issuer + word.group(), match["serial"], match["year"], brackets=opened)
        if issuer and value:
            yield reading.mention(
                Kind.NUMBER, match.start() - len(issuer), max(match.end(), word.end()), value, "announcement"
            )
