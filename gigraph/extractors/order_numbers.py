"""Numbers of orders: 国务院令第711号, 第492号国务院令, in lists, and without issuer behind the title that they gave."""

import re
from collections.abc import Iterator

from gigraph.extractors.order_issuers import ORDER_ISSUER, order_issuer
from gigraph.models import DocumentNumber, Kind, Mention
from gigraph.registry import Registry
from gigraph.text.document_number import UNREADABLE, order_number, parse_order
from gigraph.text.reading import Reading

SERIAL = rf"(?P<serial>\d{{1,4}}{UNREADABLE}|[〇零一二三四五六七八九十百]{{1,6}})"
_ORDER = re.compile(
    r"令[ ]{0,2}[〔(\[]?(?:(?P<year>[12]\d{3})[〕)\]年]{1,2})?[ ]{0,2}第?[ ]{0,2}"
    + SERIAL
    + r"[ ]{0,2}(?:(?P<sign>号)|(?![届方条款章批次期类个]))"
)
_OPENED = re.compile(r"令[ ]?[(\[〔]第?\d")
_REVERSED = re.compile(
    r"(?:(?P<year>[12]\d{3})[ ]?年)?(?:[ ]?第[ ]?|(?<=[府院部委局署行会])|(?<=\d年))" + SERIAL + r"[ ]?号[ ]?"
    r"(?P<more>(?:(?:[、,和及与]|以及)第?(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,6})号){0,9})"
    r"(?P<tail>[\u4e00-\u9fff]{0,12}?令)(?![\u4e00-\u9fff]{0,2}第)"
)
# The rest of a list: 国务院令第492号、第711号, 国务院第585号令、第640号令; not 3号文件, 3号楼.
_MORE = re.compile(
    rf"[ ]?(?:[、和及与]|以及|,(?=第))[ ]?第?[ ]?{SERIAL}[ ]?号"
    r"(?:令|(?![\u4e00-\u9fff]{0,12}令)(?![文公通楼线院房门]))"
)
_MOST = 10  # numbers of such a list
_GOVERNMENTS = "政府令"  # 省政府第240号政府令
# What a filter leaves of 中华人民共和国: **国国务院令, 中华人民**国国务院令.
_MASKED_STATE = re.compile(r"(?:中(?:华(?:人民?)?)?)?[*×]{1,8}(?:(?:(?:(?:人)?民)?共)?和)?国$")
# An order without its issuer, right behind a title: 《…条例》(第711号令), …条例(令第711号).
_ALONE = re.compile(rf"[(,]第?{SERIAL}号令(?=[),。;公])|[(,]令第?(?P<other>\d{{1,4}})号(?=[),。;公])")
_LONGEST_TITLE = 40


def orders(reading: Reading, registry: Registry, start: int, end: int) -> Iterator[Mention]:
    """NUMBER mentions of orders between two offsets; one without an issuer is none, unless the title tells it."""
    text = reading.text
    for begin, stop, value, repair in (*_forward(text, registry, start, end), *_reversed(text, registry, start, end)):
        yield reading.mention(Kind.NUMBER, begin, stop, value, "order", repair)
        for _ in range(_MOST):
            more = _MORE.match(text, stop, end)
            listed = more and order_number(value.issuer_code, more["serial"], str(value.year or "") or None)
            if not more or not listed:
                break
            yield reading.mention(Kind.NUMBER, more.start("serial"), more.end(), listed, "order")
            stop = more.end()
    for match in _ALONE.finditer(text, start, end):
        serial = match["serial"] or match["other"]
        if order := _of_title(text, match.start(), serial, registry):
            yield reading.mention(Kind.NUMBER, match.start() + 1, match.end(), order, "order-of-title")


_Found = tuple[int, int, DocumentNumber, str | None]


def _forward(text: str, registry: Registry, start: int, end: int) -> Iterator[_Found]:
    """国务院令第711号: offsets, value and repair."""
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
            yield begin, match.end() + close, value, repair


def _reversed(text: str, registry: Registry, start: int, end: int) -> Iterator[_Found]:
    """国务院第711号令, 第492号国务院令, 省政府第240号政府令, 国务院第585号、640号令."""
    for match in _REVERSED.finditer(text, start, end):
        plain = match["tail"] in ("令", _GOVERNMENTS)
        head = order_issuer(text, start, match.start(), registry) if plain else ""
        code = head + ("令" if plain else match["tail"])
        value = order_number(code, match["serial"], match["year"])
        if not value or not (head or (not plain and ORDER_ISSUER.fullmatch(match["tail"][:-1]))):
            continue
        end_of_first = match.start("more") if match["more"] else match.end()
        yield match.start() - len(head), end_of_first, value, None


def _government_code(text: str, start: int, end: int, registry: Registry) -> str | None:
    """The government whose code ends before 令: 粤府令第277号; None where the code is not one government's."""
    codes, stem = registry.issuer_codes.by_code, text[start:end]
    rows = (codes.get(stem) or codes.get(stem + "发", ())) if end - start == 2 else ()
    return rows[0].issuer if len(rows) == 1 and rows[0].issuer.endswith("人民政府") else None


def _of_title(text: str, end: int, serial: str, registry: Registry) -> DocumentNumber | None:
    """The one order of that serial among those that gave the work whose title ends at an offset."""
    begin = text.rfind("《", max(0, end - _LONGEST_TITLE), end) if text[end - 1 : end] == "》" else -1
    names = [text[begin + 1 : end - 1]] if begin >= 0 else [text[at:end] for at in range(max(0, end - 20), end - 3)]
    works = next((found for name in names if (found := registry.regulations.named(name))), ())
    number = order_number("国务院令", serial, None)
    given = {
        str(order): order
        for work in works
        for version in registry.regulations.versions_of(work.title)
        if version.order and (order := parse_order(version.order)) and number and order.serial == number.serial
    }
    return next(iter(given.values())) if len(given) == 1 else None
