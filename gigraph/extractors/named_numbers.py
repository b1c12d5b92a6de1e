"""Numbers that begin with their issuer's name: of orders (交通运输部令2016年第20号) and of announcements 公告, 通告."""

import re
from collections.abc import Iterator

from gigraph.extractors.order_issuers import ORDER_ISSUER, order_issuer
from gigraph.models import Kind, Mention
from gigraph.registry import Registry
from gigraph.text.document_number import announcement_number, order_number
from gigraph.text.reading import Reading

ANNOUNCEMENTS = ("公告", "通告")
_FAR = 30  # characters before an announcement's word in which its issuer is looked for
_SERIAL = r"(?P<serial>\d{1,4}|[〇零一二三四五六七八九十百]{1,6})"
_ORDER = re.compile(
    r"令[ ]{0,2}[〔(\[]?(?:(?P<year>[12]\d{3})[〕)\]年]{1,2})?[ ]{0,2}第?[ ]{0,2}"
    + _SERIAL
    + r"[ ]{0,2}(?:(?P<sign>号)|(?![届方条款章批次期类个]))"
)
_OPENED = re.compile(r"令[ ]?[(\[〔]第?\d")
_REVERSED = re.compile(
    r"(?:(?P<year>[12]\d{3})[ ]?年)?(?:[ ]?第[ ]?|(?<=政府)|(?<=国务院)|(?<=\d年))" + _SERIAL + r"[ ]?号[ ]?"
    r"(?P<tail>[\u4e00-\u9fff]{0,12}?令)(?![\u4e00-\u9fff]{0,2}第)"
)
_WORD = re.compile(r"[公通]告(?:(?=[ \n]{0,2}[〔(\[【第12])|(?<=号[公通]告)|(?<=号 [公通]告))")
_ANNOUNCEMENT = re.compile(
    r"[公通]告[ \n]{0,2}(?P<open>[〔(\[【])?[ ]?(?:(?P<year>[12]\d{3})[ ]?[〕)\]】年]{1,2})?"
    r"[ ]{0,2}第?[ ]{0,2}" + _SERIAL + r"[ ]{0,2}号"
)
_BEFORE_WORD = re.compile(r"(?P<year>[12]\d{3})[ ]?年[ ]?第[ ]?" + _SERIAL + r"[ ]?号[ ]?$")
_LONGEST = 20  # characters of 2014 年 第 40 号
# What a filter leaves of 中华人民共和国: **国国务院令, 中华人民**国国务院令.
_MASKED_STATE = re.compile(r"(?:中(?:华(?:人民?)?)?)?[*×]{1,8}(?:(?:(?:(?:人)?民)?共)?和)?国$")


def named_numbers(reading: Reading, registry: Registry, start: int, end: int) -> Iterator[Mention]:
    """NUMBER mentions of orders and announcements between two offsets; one without an issuer before it is none."""
    yield from _orders(reading, registry, start, end)
    yield from _announcements(reading, registry, start, end)


def is_named(text: str, end: int, registry: Registry) -> bool:
    """Whether an announcement's word ends before an offset, spaces apart, with its issuer's name before it."""
    while text[end - 1 : end] in (" ", "\n"):
        end -= 1
    return text.endswith(ANNOUNCEMENTS, 0, end) and bool(order_issuer(text, max(0, end - _FAR), end - 2, registry))


def _orders(reading: Reading, registry: Registry, start: int, end: int) -> Iterator[Mention]:
    text = reading.text
    for match in _ORDER.finditer(text, start, end):
        if not match["sign"] and "第" not in match.group():
            continue
        issuer = order_issuer(text, start, match.start(), registry)
        given_by = issuer
        if not issuer and (code := _government_code(text, max(start, match.start() - 2), match.start(), registry)):
            issuer, given_by = text[match.start() - 2 : match.start()], code
        value = order_number(given_by + "令", match["serial"], match["year"]) if issuer else None
        if value:
            close = 1 if _OPENED.match(match.group()) and text[match.end() : match.end() + 1] in ")]〕" else 0
            begin = match.start() - len(issuer)
            masked = _MASKED_STATE.search(text, max(start, begin - 14), begin)
            begin, repair = (masked.start(), "mask") if masked else (begin, None)
            yield reading.mention(Kind.NUMBER, begin, match.end() + close, value, "order", repair)
    for match in _REVERSED.finditer(text, start, end):
        head = order_issuer(text, start, match.start(), registry) if match["tail"] == "令" else ""
        value = order_number(head + match["tail"], match["serial"], match["year"])
        if value and (head or ORDER_ISSUER.fullmatch(match["tail"][:-1])):
            yield reading.mention(Kind.NUMBER, match.start() - len(head), match.end(), value, "order")


def _government_code(text: str, start: int, end: int, registry: Registry) -> str | None:
    """The government whose code ends before 令: 粤府令第277号; None where the code is not one government's."""
    codes, stem = registry.issuer_codes.by_code, text[start:end]
    rows = (codes.get(stem) or codes.get(stem + "发", ())) if end - start == 2 else ()
    return rows[0].issuer if len(rows) == 1 and rows[0].issuer.endswith("人民政府") else None


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
