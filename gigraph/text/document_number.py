"""发文字号 (GB/T 9704-2012, 7.2.5): issuer code 机关代字, four-digit year in 〔〕, serial without 第 or leading zeros.

Patterns find the year in its brackets first; whose code stands left of it is for the caller to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gigraph.models import DocumentNumber, Style
from gigraph.text.numerals import parse_integer
from gigraph.text.repair import FIRST_YEAR, readings, split_digits

_OPEN, _CLOSE = r"[〔\[(【〈<「『{﹝（［〖《]", r"[〕\])】〉>」』}﹞）］〗》]"
_CHINESE_YEAR = "[一二][〇○零一二三四五六七八九0０]{3}"
_GAP = r"[ \u3000\n]{0,2}"
# Behind a serial of which a part is lost (4?号, 7□1号) no number is read.
UNREADABLE = r"(?![0-9]|[?□■\ufffd*×xX]{1,4}[0-9]{0,3} ?号)"
_DIGITS = rf"[0-9](?: [0-9]){{1,3}}(?= ?号)|[0-9]{{1,6}}{UNREADABLE}"
_SERIAL = rf"第?{_GAP}(?P<serial>{_DIGITS}|[〇○零一二三四五六七八九十百]{{1,6}})"
_SIGN = rf"(?P<sign>{_GAP}号)?"

_WELL_FORMED = re.compile(
    rf"(?P<open>{_OPEN}{{1,2}}){_GAP}(?P<year>[12][0-9]{{3}}|{_CHINESE_YEAR}){_GAP}年?度?{_CLOSE}{{1,2}}{_GAP}{_SERIAL}{_SIGN}"
)
_SHORT_YEAR = re.compile(rf"(?P<open>{_OPEN})(?P<year>[0-9]{{2,3}}){_CLOSE}{_GAP}{_SERIAL}(?P<sign>{_GAP}号)")
_LONG_YEAR = re.compile(rf"(?P<open>{_OPEN})(?P<year>[0-9]{{5}}){_CLOSE}{_GAP}{_SERIAL}(?P<sign>{_GAP}号)")
_NO_CLOSE = re.compile(
    rf"(?P<open>{_OPEN}){_GAP}(?P<digits>[12][0-9]{{4,7}})(?![0-9年月]|{_CLOSE}{_GAP}第?[0-9]){_SIGN}"
)
# 〔2019 45号, (2019 45)号: a space where the closing bracket belongs
_SPACED = re.compile(
    rf"(?P<open>{_OPEN}){_GAP}(?P<year>[12][0-9]{{3}})[ \u3000\n]{{1,2}}{_SERIAL}(?P<sign>{_GAP}{_CLOSE}?{_GAP}号)"
)
_NO_OPEN = re.compile(rf"(?P<year>[12][0-9]{{3}})[〕\]】〉﹞］〗]{_GAP}{_SERIAL}{_SIGN}")
# 国办发?2016?80号: what an encoding made of brackets that it does not have.
_LOST = '[?*#\ufffd\u25a1\u25a0“”"]'
_LOST_MARKS = re.compile(
    rf"(?:{_LOST}(?P<year>[12][0-9]{{3}})(?:{_LOST}|{_CLOSE})|{_OPEN}(?P<opened>[12][0-9]{{3}}){_LOST})"
    rf"{_GAP}{_SERIAL}(?P<sign>{_GAP}号)"
)
_NO_BRACKETS = re.compile(r"(?P<digits>[12][0-9]{4,7})(?P<sign>号)")
_OTHER_MARKS = re.compile(rf"(?P<year>[12][0-9]{{3}})(?:[-—－·.]|年?第|年|[ \u3000]{{1,2}}){_SERIAL}(?P<sign>号)")
_SPELLED = "〇一二三四五六七八九"
_LATEST = 2100
# Where any of them may begin: few places of a text, found in one pass.
_BEGINS = re.compile(
    rf"{_OPEN}(?={_OPEN}?{_GAP}(?:[0-9]{{2}}|{_CHINESE_YEAR}))|{_LOST}(?=[12][0-9]{{3}}(?:{_LOST}|{_CLOSE}))"
    rf"|[12](?=[0-9]{{3}}(?:[〕\]】〉﹞］〗\-—－·.第]|年第{{0,2}}{_GAP}[0-9〇○零一二三四五六七八九十百]"
    rf"|[ \u3000]{{0,2}}[0-9]{{1,4}}号))"
)
# The shapes in order of trust: (pattern, kind of repair or None).
_SHAPES: tuple[tuple[re.Pattern[str], str | None], ...] = (
    (_WELL_FORMED, None),
    (_SHORT_YEAR, "damaged-year"),
    (_LONG_YEAR, "damaged-year"),
    (_SPACED, "lost-closing-bracket"),
    (_NO_CLOSE, "lost-closing-bracket"),
    (_LOST_MARKS, "lost-brackets"),
    (_NO_OPEN, "lost-opening-bracket"),
    (_OTHER_MARKS, "no-brackets"),
    (_NO_BRACKETS, "lost-brackets"),
)
# As a person types it: a space, 年 or a hyphen where the brackets belong, and no 号.
_TYPED = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{0,15}[^令\W\d])\s{0,2}[〔\[(（]?(?P<year>(?:19|20)[0-9]{2})[年第〕\])）.·—－\-\s]{1,4}"
    r"(?P<serial>[0-9]{1,5})\s{0,2}号?"
)
_CODE = re.compile(r"[\u4e00-\u9fff]{1,16}$")
_ORDER = re.compile(
    rf"^(?P<code>[\u4e00-\u9fff]{{0,24}}令){_GAP}[〔(（\[]?(?:(?P<year>[12][0-9]{{3}})[〕)）\]年])?{_GAP}{_SERIAL}(?:{_GAP}号)?[)）]?$"
)
_ANNOUNCEMENT = re.compile(
    rf"^(?P<code>[\u4e00-\u9fff]{{2,24}}[公通]告){_GAP}(?:(?P<year>[12][0-9]{{3}})年)?{_GAP}第{_GAP}(?P<serial>[0-9]{{1,4}}){_GAP}号$"
)
_REVERSED_ORDER = re.compile(rf"^(?P<head>[\u4e00-\u9fff]{{0,24}}?){_SERIAL}号(?P<tail>[\u4e00-\u9fff]{{0,24}}令)$")


@dataclass(frozen=True, slots=True)
class YearAndSerial:
    """A year and a serial as they were found: offsets of the whole, all its readings, and the kind of repair."""

    start: int
    end: int
    readings: tuple[tuple[int, int], ...]
    sign: bool  # whether 号 stands there
    round: bool  # whether the brackets are round ones, which also serve other ends
    repair: str | None


def find_years(text: str, start: int, end: int, latest: int) -> Iterator[YearAndSerial]:
    """All places between two offsets that have the shape of year and serial, in order, none inside another.

    `latest` is the last year that a damaged number may mean; one in four digits between brackets is kept as written.
    """
    places = [match.start() for match in _BEGINS.finditer(text, start, end)]
    taken: set[int] = set()
    found: list[YearAndSerial] = []
    for pattern, repair in _SHAPES if places else ():
        behind = start
        for at in places:
            match = pattern.match(text, at, end) if at >= behind else None
            if match is None:
                continue
            behind = match.end()
            if taken.isdisjoint(range(at, behind)) and (read := _read(match, latest if repair else _LATEST)):
                taken.update(range(at, behind))
                found.append(_found(match, read, repair))
    yield from sorted(found, key=lambda item: item.start)


def _found(match: re.Match[str], read: tuple[tuple[int, int], ...], repair: str | None) -> YearAndSerial:
    groups = match.groupdict()
    sign = bool(groups.get("sign"))
    opening = groups.get("open") or ""
    return YearAndSerial(match.start(), match.end(), read, sign, opening.startswith(("(", "（")), repair)


def _read(match: re.Match[str], latest: int) -> tuple[tuple[int, int], ...]:
    groups = match.groupdict()
    if groups.get("digits"):
        split = split_digits(groups["digits"], latest)
        return (split,) if split else ()
    year, serial = groups["year"] or groups["opened"], _parse_serial(groups["serial"].replace(" ", ""))
    if not serial:
        return ()
    if len(year) != 4:
        return readings(year, str(serial), latest)
    value = parse_integer(year)
    return ((value, serial),) if value and FIRST_YEAR <= value <= latest else ()


def typed_number(text: str, latest: int = _LATEST) -> DocumentNumber | None:
    """The document number that a person typed without its brackets, one of the shapes below; None where it is none.

    >>> [str(typed_number(text)) for text in ("国办发 2015 22号", "湘政办发2018年3号", "国办发2015-22")]
    ['国办发〔2015〕22号', '湘政办发〔2018〕3号', '国办发〔2015〕22号']
    >>> typed_number("国务院令第711号"), typed_number("湖南省2015年政务公开工作要点")
    (None, None)
    >>> typed_number("国家税务总局公告2014年第40号")  # as such numbers are printed
    """
    match = _TYPED.fullmatch(text.strip())
    if not match or not FIRST_YEAR <= int(match["year"]) <= latest or not int(match["serial"]):
        return None
    if _ANNOUNCEMENT.match("".join(text.split())):
        return None
    return DocumentNumber(match["code"], int(match["year"]), int(match["serial"]))


def parse_document_number(text: str, latest: int = _LATEST) -> tuple[DocumentNumber, ...]:
    """The document numbers that a text, which is nothing but a number, may mean: one, several where damaged, or none.

    It may be written as in a document, damaged, or as a person types it.

    >>> [str(number) for number in parse_document_number("国办发[2015]第015号")]
    ['国办发〔2015〕15号']
    >>> [str(number) for number in parse_document_number("国办发〔201747号")]
    ['国办发〔2017〕47号']
    >>> [str(number) for number in parse_document_number("国令第711号")], parse_document_number("政府信息公开条例")
    (['国务院令第711号'], ())
    >>> [str(number) for number in parse_document_number("国家税务总局公告 2014年第40号")]
    ['国家税务总局公告2014年第40号']
    """
    order = parse_order("".join(text.split()))
    if named := order or typed_number(text, latest):
        return (named,)
    text = "".join(text.split())
    for place in find_years(text, 0, len(text), latest):
        code = _CODE.search(text, 0, place.start)
        if code and place.end == len(text) and code.start() == 0:
            return tuple(DocumentNumber(code.group(), year, serial) for year, serial in place.readings)
    return ()


def parse_order(text: str) -> DocumentNumber | None:
    """The number of an order (国务院令第492号, 国令第711号, 第492号国务院令, 交通运输部令2016年第20号), or None.

    Also of an announcement: 国家税务总局公告2014年第40号.
    """
    if match := _ANNOUNCEMENT.match(text):
        return announcement_number(match["code"], match["serial"], match["year"])
    match = _ORDER.match(text)
    if match:
        return order_number(match["code"], match["serial"], match["year"])
    match = _REVERSED_ORDER.match(text)
    return order_number(match["head"] + match["tail"], match["serial"], None) if match else None


def _parse_serial(text: str) -> int | None:
    """A serial in digits, as a Chinese numeral, or digit by digit: 47, 四十七, 四七."""
    spelled = not set(text) - set(_SPELLED)
    return parse_integer("".join(map(str, map(_SPELLED.index, text))) if spelled else text)


def order_number(code: str, serial: str, year: str | None) -> DocumentNumber | None:
    """The number of an order in normal form; orders of the State Council and of the President run on without a year.

    >>> str(order_number("中华人民共和国国务院令", "七百一十一", None)), str(order_number("交通运输部令", "20", "2016"))
    ('国务院令第711号', '交通运输部令2016年第20号')
    >>> str(order_number("国令", "七一一", None))
    '国务院令第711号'
    """
    number = _parse_serial(serial)
    if not number:
        return None
    code = code.removeprefix("中华人民共和国")
    if code == "国令":
        code = "国务院令"
    if code.endswith("主席令"):
        code = "主席令"
    runs_on = code in ("国务院令", "主席令")
    return DocumentNumber(code, 0 if runs_on or not year else int(year), number)


def announcement_number(code: str, serial: str, year: str | None, *, brackets: bool = False) -> DocumentNumber | None:
    """The number of an announcement; its year in 〔〕 where it is so printed, as those of some commissions are.

    >>> str(announcement_number("国家税务总局公告", "40", "2014"))
    '国家税务总局公告2014年第40号'
    >>> str(announcement_number("证监会公告", "55", "2013", brackets=True))
    '证监会公告〔2013〕55号'
    >>> str(announcement_number("农业部公告", "2", None))
    '农业部公告第2号'
    """
    number = parse_integer(serial)
    style = Style.NAMED_IN_BRACKETS if brackets and year else Style.NAMED
    code = code.removeprefix("中华人民共和国")
    return DocumentNumber(code, int(year or 0), number, style) if number else None
