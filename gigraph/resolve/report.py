"""The report's own fields, chosen from their candidates in the order of the annotation guideline."""

import re
from collections.abc import Iterator

from gigraph.models import Document, Kind, Mention, ReportField, Span
from gigraph.registry import Registry
from gigraph.resolve.publisher import official_publisher, placed_part
from gigraph.text.dates import find_years
from gigraph.text.fold import fold
from gigraph.text.report_title import LAW, title_subject

# Kinds of document by words of the title, the first that fits (ontology/document-types.ttl).
_TYPES = (
    (re.compile(r"(?:半年|季度|月份?)(?:政府|政务|信息|工作)"), "interim-report"),
    (re.compile(r"(?:落实|贯彻|执行).{0,80}(?:报告|总结|情况)"), "implementation-report"),
    (re.compile(r"自查|自评|自检"), "self-assessment"),
    (re.compile(r"年度报告|年报|年度.{0,12}报告|公开.{0,6}报告|报告"), "annual-report"),
    (re.compile(r"总结"), "work-summary"),
    (re.compile(r"统计表"), "statistics-table"),
    (re.compile(r"要点|方案|计划"), "plan"),
    (re.compile(r"指南|目录"), "guide"),
    (re.compile(r"通知|公告"), "notice"),
)
_ISSUED = ("metadata-issued", "signature", "below-title", "metadata-published", "page-line", "metadata-updated")
# Where the text names the publisher in passing: taken where the place is certain (extractors/publisher_names.py).
# The government's office compiles the government's report, unless it speaks of itself.
_GOVERNMENT_OFFICE = re.compile(r"(?<=政府)办(?:公[室厅])?$")
# An office or a group of disclosure compiles the report of the body that it belongs to.
_DISCLOSURE_OFFICE = re.compile(
    r"(?<=.[府局厅委会院署省市县区州旗盟])(?:(?:(?:政府|政务)?信息(?:与政务)?公开|政务公开|政务服务)(?:工作)?[、和与及]?){1,3}(?:领导小组)?办公室$"
)
_OF_THE_OFFICE = re.compile(r"[我本](?:办|厅|室|办公[室厅])(?![理公事法])")
_PUBLISHER_RULES = (
    "signature", "filled-in", "here-is", "compiled-by", "opening", "metadata-publisher", "called", "subject",
    "metadata-source", "contact", "site", "school",
)  # fmt: skip
_IN_PASSING = frozenset({"called", "subject", "contact", "site", "school"})
_QUOTED_TITLE = re.compile(r"《[^《》]{0,80}》")
_SCHOOL_YEAR = re.compile(r"(20\d{2})[-—~～至/](20\d{2}|\d{2})学年")

_Found = dict[tuple[str, str], list[Mention]]  # the candidates by field and rule, in document order


def resolve(
    document: Document, mentions: tuple[Mention, ...], registry: Registry
) -> tuple[str, tuple[ReportField, ...]]:
    """The kind of document and the fields that are known, each with its evidence where the text states it."""
    found: _Found = {}
    for mention in mentions:
        if mention.kind is Kind.REPORT:
            found.setdefault((mention.value[0], mention.rule), []).append(mention)
    title = _title(found)
    year = _year(title, found)
    known = {m.value[1]: m.value[0] for m in mentions if m.kind is Kind.AGENCY and m.rule == "definition"}
    fields = [
        title,
        _publisher(title, found, document, registry, year, known),
        year,
        *_period(found, year),
        _issued(found, year, title),
    ]
    fields.append(_first(found, "index_number", ("metadata-index_number", "labelled")))
    return document_type(str(title.value) if title else ""), tuple(item for item in fields if item is not None)


def document_type(title: str) -> str:
    """The concept of ontology/document-types.ttl that a title shows.

    >>> document_type("某市落实《2014年政府信息公开工作要点》情况报告"), document_type("某县2018年政府信息公开年报")
    ('implementation-report', 'annual-report')
    """
    if not title:
        return "annual-report"
    folded = fold(title)
    return next((kind for pattern, kind in _TYPES if pattern.search(folded)), "other")


def _candidates(found: _Found, name: str, *rules: str) -> Iterator[Mention]:
    for rule in rules:
        yield from found.get((name, rule), ())


def _first(found: _Found, name: str, rules: tuple[str, ...]) -> ReportField | None:
    mention = next(_candidates(found, name, *rules), None)
    return ReportField(name, mention.value[1], mention) if mention else None


def _title(found: _Found) -> ReportField | None:
    """The page's title where it names the agency, else the first line that does, else the first of all.

    Of two lines that are both the title, one naming a town shortly and one in full, the fuller one.
    """
    ordered = list(_candidates(found, "title", "metadata-title", "title-line", "title-sentence", "title-here"))
    ordered.sort(key=lambda mention: bool(LAW.search(mention.value[1])))  # one on disclosure goes before
    named = [mention for mention in ordered if title_subject(mention.value[1])]
    chosen = next(iter(named or ordered), None)
    if chosen and chosen.rule == "title-line":
        chosen = next((other for other in named if _is_fuller(other, chosen)), chosen)
    return ReportField("title", chosen.value[1], chosen) if chosen else None


def _is_fuller(other: Mention, chosen: Mention) -> bool:
    """Whether a title right behind the first one is that title with the agency's name in full."""
    short, full = title_subject(chosen.value[1]), title_subject(other.value[1])
    near = 0 < other.span.start - chosen.span.end < 8
    return near and len(full) > len(short) > 1 and short in full and _years(other) == _years(chosen)


def _years(title: Mention) -> list[str]:
    return [item.first for item in find_years(fold(title.value[1]))]


def _year(title: ReportField | None, found: _Found) -> ReportField | None:
    """The year in the title, else that of the stated period, of the first year of the text, of the date less one."""
    if title:
        whole = fold(str(title.value))
        for text in (_QUOTED_TITLE.sub("", whole), whole):
            if years := [int(item.first) for item in find_years(text)]:
                school = _SCHOOL_YEAR.search(text)
                year = int(school.group(2)) % 100 + 2000 if school else years[0]
                return ReportField("year", year, title.evidence)
    for mention in _candidates(found, "period", "period-stated", "period"):
        return ReportField("year", int(mention.value[1][1][:4]), mention)
    for mention in _candidates(found, "year", "named-year", "first-year", "school-year"):
        return ReportField("year", mention.value[1], mention)
    for mention in _candidates(found, "issued", *_ISSUED):
        return ReportField("year", int(mention.value[1][:4]) - 1, mention)
    return None


def _period(found: _Found, year: ReportField | None) -> Iterator[ReportField]:
    """The span that the figures are said to cover, else the calendar year."""
    stated = list(_candidates(found, "period", "period-stated", "period-of-year", "period"))
    number = int(year.value) if year else None
    for mention in stated:
        first, last = mention.value[1]
        if mention.rule == "period-of-year":
            first, last = f"{number}{first}", f"{number}{last}"
        covers = number is None or number in (int(first[:4]), int(last[:4]))
        if covers and _months(first, last) >= (6 if mention.rule == "period" else 3):
            yield ReportField("period_start", first, mention)
            yield ReportField("period_end", last, mention)
            return
    if number is not None and year and _is_school_year(year):  # 教育部: from September to August
        yield ReportField("period_start", f"{number - 1}-09-01")
        yield ReportField("period_end", f"{number}-08-31")
    elif number is not None:
        yield ReportField("period_start", f"{number}-01-01")
        yield ReportField("period_end", f"{number}-12-31")


def _is_school_year(year: ReportField) -> bool:
    """Whether the year is the second of a school year that the title or the text's first year names."""
    return year.evidence is not None and (year.evidence.rule == "school-year" or "学年" in year.evidence.text)


def _months(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1


def _issued(found: _Found, year: ReportField | None, title: ReportField | None) -> ReportField | None:
    """发文日期, the last date under a signature, the page's date of publication; none before the reported year.

    A date that stands alone above the title is no signature: it counts where there is no other.
    """
    least = str(year.value) if year else ""
    head = title.evidence.span.start if title and title.evidence else 0
    above: Mention | None = None
    for rule in _ISSUED:
        dates = [mention for mention in _candidates(found, "issued", rule) if mention.value[1][:4] >= least]
        if rule == "signature":
            above = next((mention for mention in dates if mention.span.end <= head), None)
            dates = [mention for mention in reversed(dates) if mention.span.end > head]
        if dates:
            return ReportField("issued", dates[0].value[1], dates[0])
    return ReportField("issued", above.value[1], above) if above else None


def _publisher(
    title: ReportField | None,
    found: _Found,
    document: Document,
    registry: Registry,
    year: ReportField | None,
    known: dict[str, str],
) -> ReportField | None:
    named: list[tuple[str, Mention]] = []
    if title and title.evidence and (subject := title_subject(str(title.value))):
        named.append((subject, title.evidence))
    number = int(year.value) if year else None
    for mention in _candidates(found, "publisher", *_PUBLISHER_RULES):
        name = mention.value[1]
        if mention.rule in _IN_PASSING:
            name = placed_part(name, registry, number)
        elif mention.rule == "compiled-by" and not _OF_THE_OFFICE.search(document.text):
            name = _GOVERNMENT_OFFICE.sub("", name)
        if mention.rule in ("compiled-by", "opening"):
            name = _DISCLOSURE_OFFICE.sub("", name) if name else name
        if name:
            named.append((name, mention))
    chosen = official_publisher(tuple(name for name, _ in named), document, registry, number, known)
    if chosen is None:
        return None
    name, index = chosen
    return ReportField("publisher", name, _within(named[index][1], named[index][0]))


def _within(evidence: Mention, words: str) -> Mention:
    """The part of a mention that are these words, where they stand in it as they are."""
    at = evidence.text.find(words)
    if at < 0 or words == evidence.text:
        return evidence
    span = Span(evidence.span.start + at, evidence.span.start + at + len(words))
    return evidence._replace(span=span, text=words)
