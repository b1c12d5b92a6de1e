"""Dates and spans of time as reports write them (GB/T 9704-2012, 7.3.5.4), also where marks were lost; folded text."""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from gigraph.text.numerals import parse_integer

_ZEROS = {ord(char): "〇" for char in "零○OoΟ"}
_CHINESE = "〇零○OoΟ一二三四五六七八九"
# What may not stand before is looked at behind the first character: a search is fast where it begins with a class.
_REST = rf"[{_CHINESE}\d]{{3}}"  # of a year
_YEAR = f"[12一二]{_REST}"
_FREE_YEAR = rf"(?P<y>[12一二](?<![\d.].){_REST})"
_MONTH_DAY = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_AFTER_YEAR = rf"(?:年 {{0,2}}|[-./])(?P<m>{_MONTH_DAY}|元(?=月))(?:月 {{0,2}}|[-./])(?P<d>{_MONTH_DAY})[日号]?"
DATE = re.compile(rf"{_FREE_YEAR}{_AFTER_YEAR}(?![\d])")
_TO = (
    r"(?:零时|0时|零点|0点)?(?:\(含[^()]{0,4}\))?(?:起始|开始|起|始)?"
    r"(?:\(?(?:《[^《》\n]{2,24}》|条例)?(?:正式)?(?:实施|施行)(?:之日|以来|后)?[起始]?\)?起?)?[,、]?"
    r"(?:止于|止到|截至到?|截止至?到?|终点为|至|到|—{1,2}|–|－|-{1,2}|~|～|一)"
)
_PERIOD = re.compile(
    rf"(?P<y>[12一二](?<!\d.){_REST}){_AFTER_YEAR}{_TO}(?:(?P<y2>{_YEAR})(?:年|[-./])|(?:同年|当年|本年))?(?P<m2>{_MONTH_DAY})(?:(?:月|[-./])(?P<d2>{_MONTH_DAY})[日号]?(?!\d)|月[底末])"
)
# 统计期限为2008年5月至12月: whole months.
_MONTHS = re.compile(
    rf"(?P<y>[12一二](?<!\d.){_REST})年(?P<m>\d{{1,2}})月份?{_TO}(?:(?P<y2>{_YEAR})年|同年|当年|本年)?(?P<m2>\d{{1,2}})月(?![\d月])"
)
# 201711日至1231日: 年 and 月 were eaten.
_DAMAGED = re.compile(
    r"(?P<y>2(?<!\d2)0\d{2})(?P<a>年?)(?P<md>\d{1,2}(?P<b>月?)\d{1,2})日?(?:起)?(?:至|到|—{1,2}|-|~)"
    r"(?:(?P<y2>20\d{2})年?)?(?P<md2>\d{1,2}月?\d{1,2})日?(?!\d)"
)
# 统计时限为1月1日至12月30日, 本年5月至12月: of the year that the report is on.
_OF_YEAR = re.compile(
    rf"(?<![年\d./-])(?:本年度?|当年|今年)?(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})[日号])?(?:份|初)?{_TO}"
    r"(?:本年度?|当年|同年)?(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})[日号]|(?:份|底|末)?(?!\d))"
)
_STATED_YEAR = re.compile(rf"{_FREE_YEAR}(?:年|(?=[-—~～至/]\d{{2,4}}(?:学年|年度)))")


@dataclass(frozen=True, slots=True)
class Found:
    """A date, a span or a year at an offset: ISO dates; `repaired` where marks were missing in the text."""

    start: int
    end: int
    first: str
    last: str
    repaired: bool = False


def parse_date(text: str) -> str | None:
    """The ISO form of the date that a text begins with, or None where there is none or it is impossible.

    >>> parse_date("2016年3月14日"), parse_date("二○一三年一月二十日"), parse_date("2016-03-14 00:00:00")
    ('2016-03-14', '2013-01-20', '2016-03-14')
    >>> parse_date("2016年2月30日"), parse_date("2016年3月")
    (None, None)
    """
    match = DATE.match(text.strip())
    return _iso(match["y"], match["m"], match["d"]) if match else None


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """The possible dates of a text, in order."""
    for match in DATE.finditer(text, start, len(text) if end is None else end):
        if iso := _iso(match["y"], match["m"], match["d"]):
            yield Found(*match.span(), iso, iso)


def find_periods(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """The spans of time from a day to a day, in order; of damaged ones only those that can be read in one way.

    >>> [(p.first, p.last) for p in find_periods("自2017年1月1日起至12月31日止")]
    [('2017-01-01', '2017-12-31')]
    >>> [(p.first, p.last, p.repaired) for p in find_periods("时限为201711日至1231日")]
    [('2017-01-01', '2017-12-31', True)]
    """
    stop = len(text) if end is None else end
    found = [item for match in _PERIOD.finditer(text, start, stop) if (item := _period(match))]
    found += [
        item
        for match in _DAMAGED.finditer(text, start, stop)
        if not any(match.start() < other.end and other.start < match.end() for other in found)
        and (item := _repaired(match))
    ]
    yield from sorted(found, key=lambda item: item.start)


def find_spans_of_year(text: str, year: int, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """The spans without a year, as those of a year; months without days are whole ones.

    >>> [(p.first, p.last) for p in find_spans_of_year("统计时限为1月1日至12月30日", 2015)]
    [('2015-01-01', '2015-12-30')]
    """
    for match in _OF_YEAR.finditer(text, start, len(text) if end is None else end):
        if bool(match["d"]) != bool(match["d2"]) or not 1 <= int(match["m2"]) <= 12:
            continue
        last_day = match["d2"] or str(monthrange(year, int(match["m2"]))[1])
        first, last = _iso(str(year), match["m"], match["d"] or "1"), _iso(str(year), match["m2"], last_day)
        if first and last and first < last:
            yield Found(*match.span(), first, last)


def find_years(text: str) -> Iterator[Found]:
    """The years with 年 behind them (also 二〇一五年, and 2019 in 2019-2020学年), as ISO years."""
    for match in _STATED_YEAR.finditer(text):
        year = parse_integer(_plain(match["y"]))
        if year and 1990 <= year <= 2100:
            yield Found(*match.span(), str(year), str(year))


def _period(match: re.Match[str]) -> Found | None:
    first = _iso(match["y"], match["m"], match["d"])
    year = match["y2"] or match["y"]
    last = _iso(year, match["m2"], match["d2"]) if match["d2"] else _month_end(year, match["m2"])
    return Found(*match.span(), first, last) if first and last and first < last else None


def find_months(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """The spans of whole months that name their year, in order.

    >>> [(p.first, p.last) for p in find_months("统计时间为2008年5月至12月")]
    [('2008-05-01', '2008-12-31')]
    """
    for match in _MONTHS.finditer(text, start, len(text) if end is None else end):
        first, last = _iso(match["y"], match["m"], "1"), _month_end(match["y2"] or match["y"], match["m2"])
        if first and last and first < last:
            yield Found(*match.span(), first, last)


def _month_end(year: str, month: str) -> str | None:
    first = _iso(year, month, "1")
    return first and f"{first[:8]}{monthrange(int(first[:4]), int(first[5:7]))[1]}"


def _repaired(match: re.Match[str]) -> Found | None:
    """The one reading of a damaged span; 11 and 1231 are the first and the last day of the year where they can be."""
    year, last_year = match["y"], match["y2"] or match["y"]
    readings = [
        (first, last)
        for first in _splits(year, match["md"])
        for last in _splits(last_year, match["md2"])
        if first < last
    ]
    whole = [(f, t) for f, t in readings if f.endswith("-01-01") and t.endswith(("-12-31", "-12-30"))]
    chosen = whole if len(whole) == 1 else readings
    return Found(*match.span(), *chosen[0], True) if len(chosen) == 1 else None


def _splits(year: str, digits: str) -> list[str]:
    if "月" in digits:
        month, day = digits.split("月")
        return [iso] if (iso := _iso(year, month, day)) else []
    cuts = range(1, len(digits))
    return [
        iso
        for cut in cuts
        if digits[cut] != "0" or cut < len(digits) - 1
        if (iso := _iso(year, digits[:cut], digits[cut:]))
    ]


def _plain(text: str) -> str:
    return text if text.isdecimal() else text.translate(_ZEROS)


def _spelled(text: str) -> str:
    return _plain(text).replace("廿", "二十").replace("卅", "三十").replace("元", "一")


def _iso(year: str, month: str, day: str) -> str | None:
    numbers = [parse_integer(part if part.isdecimal() else _spelled(part)) for part in (year, month, day)]
    try:
        return datetime.date(*numbers).isoformat()  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
