"""The span of time that a report's title names: half a year, a quarter, months, several years."""

import re
from calendar import monthrange

from gigraph.text.dates import find_years
from gigraph.text.numerals import parse_integer

_HALF = re.compile(r"(?P<which>[上下])半年")
_QUARTER = re.compile(r"第?(?P<which>[一二三四1-4])季度")
_THREE_QUARTERS = re.compile(r"前三季度|[1一][-—~至][3三]季度")
_MONTHS = re.compile(r"(?<![\d.])(?P<first>\d{1,2})(?:月份?)?[-—~～至](?P<last>\d{1,2})月份?")
_YEARS = re.compile(
    r"(?P<first>20\d\d)(?:年度?)?(?:[-—~～至到]{1,2}|年度?(?:和|与|及|、))(?P<last>20\d\d|\d\d(?=年))年?(?!\d|学年)"
)
_SCHOOL_YEAR = re.compile(r"20\d\d[-—~～至/](?P<last>20\d\d|\d\d)(?:(?P<named>学年)|年度)")
_SCHOOL = re.compile("大学|学院|学校")
# 2018政府信息公开年报, 18年政府信息公开年报: where no year has its 年 and four digits.
_BARE_YEAR = re.compile(r"(?<!\d)(?:(?P<whole>20[0-3]\d)(?![\d年])|(?P<short>[012]\d)年)")


def title_years(title: str) -> list[int]:
    """The years that a folded title names, the one reported on first: of several years that it covers the last.

    >>> title_years("某县2018年政务公开工作总结和2019年工作计划"), title_years("某局2008年至2010年政府信息公开工作报告")
    ([2018, 2019], [2010, 2008])
    >>> title_years("某局2018政府信息公开年报"), title_years("某局政府信息公开年报")
    ([2018], [])
    """
    years = [int(item.first) for item in find_years(title)]
    if several := _several(title):
        years = [several[1], several[0], *years]
    if not years and (bare := _BARE_YEAR.search(title)):
        return [int(bare["whole"] or f"20{bare['short']}")]
    return list(dict.fromkeys(years))


def school_year(title: str) -> int | None:
    """The year in which a school year ends that a folded title names: 2017-2018学年, of a school also 2017-2018年度.

    >>> school_year("某大学2017-2018学年信息公开年度报告"), school_year("某局2017-2018年度信息公开报告")
    (2018, None)
    """
    match = _SCHOOL_YEAR.search(title)
    return int(match["last"]) % 100 + 2000 if match and (match["named"] or _SCHOOL.search(title)) else None


def title_period(title: str, year: int) -> tuple[str, str] | None:
    """The first and the last day that a folded title covers where it is not one whole year, else None.

    >>> title_period("某局2018年上半年政务公开工作总结", 2018), title_period("某局2018年三季度政务公开工作情况", 2018)
    (('2018-01-01', '2018-06-30'), ('2018-07-01', '2018-09-30'))
    >>> title_period("某局2016-2018年政务公开工作总结", 2018), title_period("某县2018年年报", 2018)
    (('2016-01-01', '2018-12-31'), None)
    """
    if several := _several(title):
        return f"{several[0]}-01-01", f"{several[1]}-12-31"
    months = _months(title)
    if months is None:
        return None
    first, last = months
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(year, last)[1]}"


def _several(title: str) -> tuple[int, int] | None:
    match = _YEARS.search(title)
    if not match or _SCHOOL.search(title):
        return None
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    return (first, last) if first < last <= first + 10 else None


def _months(title: str) -> tuple[int, int] | None:
    if half := _HALF.search(title):
        return (1, 6) if half["which"] == "上" else (7, 12)
    if _THREE_QUARTERS.search(title):
        return 1, 9
    if quarter := _QUARTER.search(title):
        number = parse_integer(quarter["which"]) or 1
        return number * 3 - 2, number * 3
    if (match := _MONTHS.search(title)) and 1 <= int(match["first"]) < int(match["last"]) <= 12:
        return int(match["first"]), int(match["last"])
    return None
