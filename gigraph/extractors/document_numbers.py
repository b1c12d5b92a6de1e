"""Document numbers in running text: well-formed, in lists, damaged, and the numbers of orders."""

import re
from collections.abc import Generator, Iterator

from gigraph.extractors.issuer_code import is_code, issuer_code_start
from gigraph.models import DocumentNumber, Kind, Mention
from gigraph.registry import Registry
from gigraph.text.document_number import YearAndSerial, find_years, order_number
from gigraph.text.reading import Reading

_YEAR = re.compile(r"年(?<=(?<!\d)(?:19[5-9]\d|20\d\d)年)")
_SPACE = " \u3000\n"
# More numbers of the same issuer and year: 〔2015〕13号、15号; 13、15号; 13号和〔2016〕2号 is found by its own year.
_MORE = re.compile(r"[号]?(?:[、,，和及与]|以及)第?(?P<serial>\d{1,4})(?=号|[、,和及与]第?\d{1,4}号)(?P<sign>号?)")
_TO = re.compile(r"(?:[-—–~]{1,2}|至|到)第?(?P<serial>\d{1,4})号")  # 〔2015〕13-15号: its first and its last
# The page's own number, and numbers of cases, filings and licences.
_OWN = re.compile(r"(?:文\s{0,4}号|发文字号|文件编号|公文字号)\s{0,4}[:：]\s{0,4}$")
_ORDER = re.compile(
    r"令[ ]{0,2}[〔(\[]?(?:(?P<year>[12]\d{3})[〕)\]年]{1,2})?[ ]{0,2}第?[ ]{0,2}"
    r"(?P<serial>\d{1,4}|[〇零一二三四五六七八九十百]{1,6})[ ]{0,2}(?P<sign>号)?"
)
_OPENED = re.compile(r"令[ ]?[(\[〔]第?\d")
_REVERSED = re.compile(
    r"第(?P<serial>\d{1,4}|[〇零一二三四五六七八九十百]{1,6})号(?P<tail>[\u4e00-\u9fff]{0,12}?令)(?![\u4e00-\u9fff]{0,2}第)"
)
_BARE_REVERSED = re.compile(r"国务院(?P<serial>\d{3})号令")  # 国务院492号令
_ORDER_ISSUER = re.compile(
    r"(?:(?:中华人民共和国)?(?:国务院|国家?主席|主席)|国|(?:中华人民共和国|国家|中国)?[\u4e00-\u9fff]{1,16}?"
    r"(?:人民政府|政府|委员会|总局|[部局委署会院行厅])(?:、[\u4e00-\u9fff]{2,12}[部局委署会])*)$"
)
_RUNS_ON = re.compile(r"(?:中华人民共和国)?(?:国务院|国家主席|主席)$")
# What a filter leaves of 中华人民共和国: **国国务院令, 中华人民**国国务院令.
_MASKED_STATE = re.compile(r"(?:中(?:华(?:人民?)?)?)?[*×]{1,8}(?:(?:(?:(?:人)?民)?共)?和)?国$")
_RUN = re.compile(r"[\u4e00-\u9fff、]{1,26}$")
_FAR = 26


def extract(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """NUMBER mentions; the value is a DocumentNumber, or a tuple of them where a damaged one has several readings."""
    text = reading.text
    latest = latest_year(text)
    for start, end in reading.runs:
        yield from _numbers(reading, registry, start, end, latest)
        yield from _orders(reading, registry, start, end)


def latest_year(text: str) -> int:
    """The last year of a document number that a text may name: the last that it speaks of, and one more."""
    years = {text[match.start() - 4 : match.start()] for match in _YEAR.finditer(text)}
    return max(map(int, years), default=2098) + 1


def _numbers(reading: Reading, registry: Registry, start: int, end: int, latest: int) -> Iterator[Mention]:
    text = reading.text
    code, begin = "", start
    for place in find_years(text, start, end, latest):
        head = _before_space(text, begin, place.start)
        at = issuer_code_start(text, start, head, registry.issuer_codes, registry.wording)
        if at is None:
            if not (code and _joined(text, begin, place.start)):
                continue
            at = place.start  # 〔2015〕13号、〔2016〕2号
        else:
            code = text[at:head]
        if not _accepted(text, place, code, at, registry):
            code = ""
            continue
        yield _mention(reading, at, place.end, code, place)
        begin = yield from _more(reading, place, code)


def _before_space(text: str, start: int, end: int) -> int:
    """Where the white space before an offset begins, looked for as far back as the last number at most."""
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    return end


def _joined(text: str, before: int, start: int) -> bool:
    return 0 < start - before <= 3 and text[before:start].strip(" 、,和及与以") == ""


def _accepted(text: str, place: YearAndSerial, code: str, at: int, registry: Registry) -> bool:
    if _OWN.search(text, max(0, at - 12), at) or code.endswith("令") or _stands_alone(text, at, place.end):
        return False
    codes = registry.issuer_codes
    if place.repair in ("lost-brackets", "no-brackets") or not place.sign:
        return code in codes or (len(code) >= 3 and is_code(code, codes) and (place.sign or not place.round))
    certain = not place.repair or (place.repair == "lost-closing-bracket" and place.sign)
    return (certain and not place.round) or is_code(code, codes)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a number has a line to itself: it is the page's own, under its title."""
    before = text[max(0, start - 12) : start].rstrip(" (\u3000")
    after = text[end : end + 60].lstrip(" )\u3000")  # where 签发 stands on the line's other side
    return (before.endswith("\n") or start < 3) and after.startswith(("\n", "签发"))


def _mention(reading: Reading, start: int, end: int, code: str, place: YearAndSerial) -> Mention:
    mistyped = len(code) > 2 and code.endswith("涵")  # 国办公开办涵: no code ends in 涵, many in 函
    code = code[:-1] + "函" if mistyped else code
    values = tuple(DocumentNumber(code, year, serial) for year, serial in place.readings)
    repair = place.repair or ("mistyped-code" if mistyped else None if place.sign else "lost-serial-sign")
    return reading.mention(Kind.NUMBER, start, end, values[0] if len(values) == 1 else values, "number", repair)


def _more(reading: Reading, place: YearAndSerial, code: str) -> Generator[Mention, None, int]:
    """The further serials of a list; returns where the list ends."""
    position = place.end
    span = None if place.sign or len(place.readings) != 1 else _TO.match(reading.text, position)
    if span and place.readings[0][1] < int(span["serial"]) <= place.readings[0][1] + 20:
        value = DocumentNumber(code, place.readings[0][0], int(span["serial"]))
        yield reading.mention(Kind.NUMBER, span.start("serial"), span.end(), value, "number-list")
        position = span.end()
    while len(place.readings) == 1:
        match = _MORE.match(reading.text, position)
        if not match:
            break
        value = DocumentNumber(code, place.readings[0][0], int(match["serial"]))
        yield reading.mention(Kind.NUMBER, match.start("serial"), match.end(), value, "number-list")
        position = match.end()
    return position


def _orders(reading: Reading, registry: Registry, start: int, end: int) -> Iterator[Mention]:
    text = reading.text
    for match in _ORDER.finditer(text, start, end):
        if not match["sign"] and "第" not in match.group():
            continue
        issuer = _order_issuer(text, start, match.start(), registry)
        value = order_number(issuer + "令", match["serial"], match["year"]) if issuer else None
        if value:
            close = 1 if _OPENED.match(match.group()) and text[match.end() : match.end() + 1] in ")]〕" else 0
            begin = match.start() - len(issuer)
            masked = _MASKED_STATE.search(text, max(start, begin - 14), begin)
            begin, repair = (masked.start(), "mask") if masked else (begin, None)
            yield reading.mention(Kind.NUMBER, begin, match.end() + close, value, "order", repair)
    for match in _BARE_REVERSED.finditer(text, start, end):
        if value := order_number("国务院令", match["serial"], None):
            yield reading.mention(Kind.NUMBER, *match.span(), value, "order")
    for match in _REVERSED.finditer(text, start, end):
        head = _order_issuer(text, start, match.start(), registry) if match["tail"] == "令" else ""
        value = order_number(head + match["tail"], match["serial"], None)
        if value and (head or _ORDER_ISSUER.fullmatch(match["tail"][:-1])):
            yield reading.mention(Kind.NUMBER, match.start() - len(head), match.end(), value, "order")


def _order_issuer(text: str, start: int, end: int, registry: Registry) -> str:
    """The agency named right before 令, without the words that lead in to it; empty where there is none."""
    run = _RUN.search(text, max(start, end - _FAR), end)
    if not run:
        return ""
    word = run.group()
    for lead_in in registry.wording.long_lead_ins:
        at = word.rfind(lead_in)
        if at >= 0 and at + len(lead_in) < len(word) and not _ORDER_ISSUER.fullmatch(lead_in):
            word = word[at + len(lead_in) :]
    match = _RUNS_ON.search(word) or _ORDER_ISSUER.search(word)
    return match.group().lstrip("以按依据及与或和并由经对的了、") if match else ""
