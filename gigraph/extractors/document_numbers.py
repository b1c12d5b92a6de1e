"""Document numbers in running text: well-formed, in lists, damaged, and those that name their issuer."""

import re
from collections.abc import Iterator
from dataclasses import replace

from gigraph.extractors.issuer_code import CodeWords, code_words, is_code, issuer_code_start
from gigraph.extractors.named_numbers import ANNOUNCEMENTS, is_named, named_numbers
from gigraph.extractors.number_lists import OPEN_RANGE, Joint, Listed, further, joint, range_to
from gigraph.extractors.own_place import own_places
from gigraph.models import DocumentNumber, Kind, Mention
from gigraph.registry import Registry
from gigraph.text.document_number import YearAndSerial, find_years
from gigraph.text.reading import Reading

_YEAR = re.compile(r"年(?<=(?<!\d)(?:19[5-9]\d|20\d\d)年)")
_SPACE = " \u3000\n"
# The page's own number, and numbers of cases, filings and licences.
_OWN = re.compile(r"(?<![(（])(?:文\s{0,4}号|发文字号|文件编号|公文字号)\s{0,4}[:：]\s{0,4}$")


def extract(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """NUMBER mentions; the value is a DocumentNumber, or a tuple of them where a damaged one has several readings."""
    text = reading.text
    latest = latest_year(text)
    words = code_words(registry, own_places(reading, registry))
    for start, end in reading.runs:
        yield from _numbers(reading, registry, words, start, end, latest)
        yield from named_numbers(reading, registry, start, end)


def latest_year(text: str) -> int:
    """The last year of a document number that a text may name: the last that it speaks of, and one more."""
    years = {text[match.start() - 4 : match.start()] for match in _YEAR.finditer(text)}
    return max(map(int, years), default=2098) + 1


def _numbers(
    reading: Reading, registry: Registry, words: CodeWords, start: int, end: int, latest: int
) -> Iterator[Mention]:
    text = reading.text
    before: DocumentNumber | None = None  # the last number of the list that goes up to `begin`
    begin = start
    for place in find_years(text, start, end, latest):
        link = joint(text, begin, place.start) if before else None
        to = link.end if link and link.to else start
        head = _before_space(text, max(begin, to), place.start)
        at = issuer_code_start(text, to, head, words)
        if at is not None:
            code = "".join(text[at:head].split())
        elif before and link and link.end == place.start:  # 〔2015〕13号、〔2016〕2号
            at, code = place.start, before.issuer_code
        else:
            continue
        listed = list(further(text, place.end, place.readings[0][1])) if len(place.readings) == 1 else []
        place = replace(place, sign=place.sign or bool(listed))
        if not _accepted(text, place, code, at, registry):
            before = None
            continue
        within = _range(before, link, at, code, place)
        yield from _mentions(reading, within.start if within else at, place, code, within)
        for more in listed:
            yield from _listed(reading, more, code, place.readings[0][0])
        begin = listed[-1].end if listed else place.end
        serial = listed[-1].serials[-1] if listed else place.readings[0][1]
        before = DocumentNumber(code, place.readings[0][0], serial)


def _range(
    before: DocumentNumber | None, link: Joint | None, at: int, code: str, place: YearAndSerial
) -> Listed | None:
    """The range that a number with its own year ends: 〔2015〕12号至〔2015〕14号."""
    if before is None or link is None or not link.to or link.end != at or len(place.readings) > 1:
        return None
    year, serial = place.readings[0]
    if before.issuer_code != code or (year, serial) <= (before.year, before.serial):
        return None
    if year != before.year:
        return Listed(link.start, place.end, (serial,), OPEN_RANGE)
    return range_to(link.start, place.end, before.serial, serial)


def _before_space(text: str, start: int, end: int) -> int:
    """Where the white space before an offset begins, looked for as far back as the last number at most."""
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    return end


def _accepted(text: str, place: YearAndSerial, code: str, at: int, registry: Registry) -> bool:
    if _OWN.search(text, max(0, at - 12), at) or code.endswith("令") or _stands_alone(text, at, place.end):
        return False
    if code.endswith(registry.wording.case_codes) and code not in registry.issuer_codes:
        return False
    if code.endswith(ANNOUNCEMENTS) and is_named(text, place.start, registry):
        return False
    if place.repair == "no-brackets" and text.startswith("令", place.end):  # 财政部2012年第3号令
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


def _mentions(
    reading: Reading, start: int, place: YearAndSerial, code: str, within: Listed | None
) -> Iterator[Mention]:
    """The mentions of a number with its year, and of those before it in the range that it ends."""
    mistyped = len(code) > 2 and code.endswith("涵")  # 国办公开办涵: no code ends in 涵, many in 函
    code = code[:-1] + "函" if mistyped else code
    values = tuple(DocumentNumber(code, year, serial) for year, serial in place.readings)
    repair = place.repair or ("mistyped-code" if mistyped else None if place.sign else "lost-serial-sign")
    if within:
        yield from _listed(reading, within._replace(serials=within.serials[:-1]), code, values[0].year)
    rule, value = within.rule if within else "number", values[0] if len(values) == 1 else values
    yield reading.mention(Kind.NUMBER, start, place.end, value, rule, repair)


def _listed(reading: Reading, listed: Listed, code: str, year: int) -> Iterator[Mention]:
    for serial in listed.serials:
        value = DocumentNumber(code, year, serial)
        yield reading.mention(Kind.NUMBER, listed.start, listed.end, value, listed.rule)
