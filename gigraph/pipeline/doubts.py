"""What a report says that cannot be: numbers, dates, years, title marks. It is told, and left out of the graph."""

import re
from collections.abc import Iterator
from itertools import islice

from gigraph.extractors.number_lists import OPEN_RANGE
from gigraph.models import ReportFacts
from gigraph.pipeline.lost_numbers import has_lost_number
from gigraph.registry import Registry
from gigraph.text.dates import DATE, find_periods, find_years, parse_date
from gigraph.text.fold import fold
from gigraph.text.reading import Reading

_COUNT = "(?:件|条|次|人|篇|份)"
# What may not stand before is looked at behind the first character: a search is fast where it begins with a class.
_NUMBERS = re.compile(
    r"[\dni−-](?:(?<=\d)\d{18}|(?<=\d)(?<![A-Za-z\d].)\d{0,8}[eE][+-]?\d{2,9}(?![A-Za-z])"
    rf"|(?<=\d)(?<![\d.].)\d{{0,8}}\.\d{{1,9}}(?:件|人次)"
    rf"|(?:(?<=n)an|(?<=i)nf)(?<![A-Za-z].{{3}}){_COUNT}|(?<=[一-龥][-−])\d{{1,9}}{_COUNT})"
)
_LONG_YEAR = re.compile(r"\d(?<!\d\d)\d{4,8}(?:年|-)\d{1,2}(?:月|-)\d{1,2}")
_STATED = re.compile("期限|时限|起止|期间")
_MARK = re.compile("[《》]")
_MOST_DATES = 500


def doubts_of(reading: Reading, facts: ReportFacts, registry: Registry) -> tuple[str, ...]:
    """Stable codes: W-BRACKET, W-DATE, W-NUM-RANGE, W-NUMBER, W-SERIALS, W-YEAR-CONFLICT."""
    return tuple(code for code, found in _found(reading, facts, registry) if found)


def _found(reading: Reading, facts: ReportFacts, registry: Registry) -> Iterator[tuple[str, bool]]:
    runs = [reading.text[start:end] for start, end in reading.runs]
    yield "W-BRACKET", any(is_unpaired(run) for run in runs)
    yield "W-DATE", any(has_impossible_date(run) for run in runs)
    yield "W-NUM-RANGE", any(_NUMBERS.search(run) for run in runs)
    mentions = [mention for entry in facts.regulations or () for mention in entry.mentions]
    yield "W-NUMBER", has_lost_number(reading, [mention.span for mention in mentions], registry)
    yield "W-SERIALS", any(mention.rule == OPEN_RANGE for mention in mentions)
    yield "W-YEAR-CONFLICT", _years_disagree(runs, facts)


def is_unpaired(text: str) -> bool:
    """Whether title marks are opened and not closed, or closed and not opened.

    >>> [is_unpaired(text) for text in ("《关于〈办法〉的通知》", "《办法", "《关于《办法》的通知》", "》《")]
    [False, True, False, True]
    """
    if text.count("《") != text.count("》"):
        return True
    depth = 0
    for mark in _MARK.findall(text):
        depth += 1 if mark == "《" else -1
        if depth < 0:
            return True
    return False


def has_impossible_date(text: str) -> bool:
    """Whether a date is written that no calendar has.

    >>> has_impossible_date("2015年2月30日"), has_impossible_date("20155年1月1日"), has_impossible_date("2016年2月29日")
    (True, True, False)
    """
    dates = islice(DATE.finditer(text), _MOST_DATES)
    return _LONG_YEAR.search(text) is not None or any(parse_date(match.group()) is None for match in dates)


def _years_disagree(runs: list[str], facts: ReportFacts) -> bool:
    """Whether the title's years lie outside of every period that the text states its figures for, or after its date."""
    years = [int(item.first) for item in find_years(fold(str(facts.value("title") or "")))]
    if not years:
        return False
    stated = [
        (int(item.first[:4]), int(item.last[:4]))
        for run in runs
        if _STATED.search(run)
        for item in islice(find_periods(run), _MOST_DATES)
        if _STATED.search(run, max(0, item.start - 12), item.start)
    ]
    outside = bool(stated) and not any(first <= year <= last for first, last in stated for year in years)
    issued = facts.value("issued")
    return outside or (isinstance(issued, str) and min(years) > int(issued[:4]))
