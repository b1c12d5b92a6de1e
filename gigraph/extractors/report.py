"""What a report says of itself: title, publisher, year, period, dates, index number, each with its evidence.

Mentions are candidates: `value` is (field, value) and `rule` the place that it stands in; `resolve.report` chooses.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from gigraph.extractors.other_titles import other_titles
from gigraph.extractors.page_publisher import named_by_page
from gigraph.extractors.publisher_names import AGENCY_END, named_in_text
from gigraph.extractors.title_lines import titles_of, year_below
from gigraph.models import Field, Kind, Mention
from gigraph.registry import Registry
from gigraph.text.dates import find_dates, find_months, find_periods, find_spans_of_year, find_years, parse_date
from gigraph.text.fold import HAN, fold
from gigraph.text.reading import Reading
from gigraph.text.report_title import has_subject, is_title, join_title

_DATE_LINE = re.compile(
    r"(?:^|[。!;、\n ]|(?:^|[\n ])(?:报告|编制|成文)?日期:?)"
    r"(?<!(?<!特此)(?:报告|总结|通知|公告|意见|办法|方案|要点|指南) )(?<!年报 )[ \n]{0,8}\(?$"  # of a list of documents
)
_AFTER_DATE = re.compile(r"\)?[ \n]{0,12}(?:$|\n|附|\(|打印|分享|关闭|扫一扫|【|-{2,}|[一-龥]{2,30}(?:统计表|情况表))")
_SIGNED = re.compile(rf"(?:^|[\n。;!、 ])[ ]{{0,60}}([{HAN}]{{3,40}})(?:\(盖?章?\)|\(印章\))?[ \n]{{0,40}}\(?$")
_PRINTED = re.compile(r"[ ]{0,4}(?:印发|印)[ ]{0,8}(?:\n|$)")  # the imprint: 某县办公室 2019年3月7日印发
_INDEX = re.compile(r"索[ ]{0,2}引[ ]{0,2}号(?:码)?[ ]{0,2}[::][ ]{0,4}([A-Za-z0-9][A-Za-z0-9/\-_.〔〕]{4,48})")
_SCHOOL_YEAR = re.compile(r"20\d{2}[-—~～至/](?P<last>20\d{2}|\d{2})学年")
# 由某局编制的2012年度政府信息公开年度报告, below the date of a title page.
_NAMED_YEAR = re.compile(rf"(?:编制|公布|发布)的?(20\d\d)年度?[{HAN}]{{0,16}}(?:年度报告|年报)")
# Where a span without a year is the report's: 统计时限为1月1日至12月30日. The year is known when the title is.
_STRICT_SCOPE = re.compile(r"(?:统计|数据|起止)(?:的)?(?:期限|时限|期间|时间|时段|日期|期)?[^,。;、]{0,8}$")
_SCOPE_WORD = re.compile("统计|数据|起止")
_NOTHING = frozenset({"", "无", "暂无", "-", "--", "—", "——", "/"})  # 索引号:无
_A_YEAR = 2015  # any of 365 days
_SCOPE = re.compile(r"统计|期限|时限|数据|年度报告|起止|情况|期间")

# The metadata that speak of a field.
_METADATA = {
    "title": "title",
    "publisher": "publisher",
    "source": "publisher",
    "issued": "issued",
    "generated": "generated",
    "published": "published",
    "updated": "updated",
    "index_number": "index_number",
}

# A page that gives no other date gives that of its last change.
_DATES = frozenset({"issued", "generated", "published", "updated"})


def extract(reading: Reading, registry: Registry) -> tuple[Mention, ...]:
    """The candidates for each field, those of the metadata first."""
    return _candidates(reading)


@lru_cache(maxsize=2)
def _candidates(reading: Reading) -> tuple[Mention, ...]:
    # The extractor of agencies asks for them too: they tell what the publisher is called.
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Mention]:
    yield from _from_metadata(reading)
    titles = titles_of(reading)
    yield from titles or other_titles(reading)
    yield from year_below(reading, titles)
    if not any(mention.value[0] == "title" and has_subject(mention.value[1]) for mention in titles):
        yield from named_by_page(reading.document)
    yield from _periods(reading)
    yield from _signature(reading)
    yield from named_in_text(reading)
    yield from _index_numbers(reading)
    yield from _years(reading)


def _from_metadata(reading: Reading) -> Iterator[Mention]:
    for item in reading.document.metadata:
        name = _METADATA.get(item.name)
        if name and (value := _metadata_value(name, item)):
            field = "issued" if name in _DATES else name
            text = item.span.of(reading.document.text)
            yield Mention(Kind.REPORT, item.span, text, (field, value), f"metadata-{item.name}")


def _metadata_value(name: str, item: Field) -> str | None:
    value = fold(item.value).strip()
    if name in _DATES:
        return parse_date(value)
    if name == "title":
        joined = join_title(item.value)
        return joined if is_title(fold(joined)) else None
    return None if item.value.strip() in _NOTHING else item.value.strip()


def _periods(reading: Reading) -> Iterator[Mention]:
    for start, end in reading.runs:
        for item in find_periods(reading.text, start, end):
            stated = _SCOPE.search(reading.text, max(start, item.start - 40), min(end, item.end + 20))
            rule = "period-stated" if stated else "period"
            repair = "date" if item.repaired else None
            mention = reading.mention(
                Kind.REPORT, item.start, item.end, ("period", (item.first, item.last)), rule, repair
            )
            yield mention
        for scope in _SCOPE_WORD.finditer(reading.text, start, min(end, start + 3000)):
            for item in find_spans_of_year(reading.text, _A_YEAR, scope.end(), min(end, scope.end() + 48)):
                if _STRICT_SCOPE.search(reading.text, max(start, item.start - 16), item.start):
                    ends = item.first[4:], item.last[4:]
                    yield reading.mention(Kind.REPORT, item.start, item.end, ("period", ends), "period-of-year")
            for item in find_months(reading.text, scope.end(), min(end, scope.end() + 48)):
                if _STRICT_SCOPE.search(reading.text, max(start, item.start - 16), item.start):
                    span = item.first, item.last
                    yield reading.mention(Kind.REPORT, item.start, item.end, ("period", span), "period-stated")


def _signature(reading: Reading) -> Iterator[Mention]:
    """The date that stands alone after the text, and the agency above it."""
    for start, end in reading.runs:
        for item in find_dates(reading.text, start, end):
            before, after = (
                reading.text[max(start, item.start - 90) : item.start],
                reading.text[item.end : item.end + 40],
            )
            signed = _SIGNED.search(before)
            agency = signed.group(1) if signed and AGENCY_END.search(signed.group(1)) else None
            if _PRINTED.match(after):
                yield reading.mention(Kind.REPORT, item.start, item.end, ("issued", item.first), "printed")
            if not _AFTER_DATE.match(after) or not (agency or _DATE_LINE.search(before)):
                continue
            yield reading.mention(Kind.REPORT, item.start, item.end, ("issued", item.first), "signature")
            if agency and signed:
                at = item.start - len(before) + signed.start(1)
                yield reading.mention(Kind.REPORT, at, at + len(agency), ("publisher", agency), "signature")


def _index_numbers(reading: Reading) -> Iterator[Mention]:
    if match := _INDEX.search(reading.text):
        yield reading.mention(Kind.REPORT, match.start(1), match.end(1), ("index_number", match.group(1)), "labelled")


def _years(reading: Reading) -> Iterator[Mention]:
    """The year of the report that the first sentence names, else the first year that the body speaks of."""
    for start, end in reading.runs[:1]:
        if match := _NAMED_YEAR.search(reading.text, start, min(end, start + 400)):
            yield reading.mention(Kind.REPORT, *match.span(1), ("year", int(match.group(1))), "named-year")
    for start, end in reading.runs:
        for item in find_years(reading.text[start : min(end, start + 3000)]):
            school = _SCHOOL_YEAR.match(
                reading.text, start + item.start
            )  # 2017-2018学年 is reported on when it is over
            year = int(item.first[:2] + school["last"][-2:]) if school else int(item.first)
            rule = "school-year" if school else "first-year"
            yield reading.mention(Kind.REPORT, start + item.start, start + item.end, ("year", year), rule)
            return
