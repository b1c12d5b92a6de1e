"""The report's own fields, chosen from their candidates in the order of the annotation guideline."""

import re
from collections.abc import Iterator

from gigraph.models import Document, Kind, Mention, ReportField, Span
from gigraph.registry import Registry
from gigraph.resolve.document_types import document_type, type_of
from gigraph.resolve.issued import ISSUED, issued
from gigraph.resolve.publisher import official_publisher, placed_part, town_speaking
from gigraph.resolve.titles import title_of
from gigraph.text.fold import fold
from gigraph.text.report_title import title_subject
from gigraph.text.title_period import school_year, title_period, title_years

__all__ = ["document_type", "resolve"]

# Where the text names the publisher in passing: taken where the place is certain (extractors/publisher_names.py).
# The government's office compiles the government's report, unless it speaks of itself.
_GOVERNMENT_OFFICE = re.compile(r"(?<=政府)办(?:公[室厅])?$")
# An office or a group of disclosure compiles the report of the body that it belongs to.
_DISCLOSURE_OFFICE = re.compile(
    r"(?<=.[府局厅委会院署省市县区州旗盟])(?:(?:(?:政府|政务)?信息(?:与政务)?公开|政务公开|政务服务)(?:工作)?[、和与及]?){1,3}(?:领导小组)?办公室$"
)
_SIGNED = ("signature", "below-title")
_OFFICES = (
    (re.compile(r"(?<=.[局厅])办公[室厅]$"), re.compile(r"[我本全][局厅]")),
    (_GOVERNMENT_OFFICE, re.compile(r"[我全](?:[省市县区州旗盟镇乡]|街道)")),
)
_OF_THE_OFFICE = re.compile(r"[我本](?:办|厅|室|办公[室厅])(?![理公事法])")
_PUBLISHER_RULES = (
    "signature", "below-title", "filled-in", "here-is", "compiled-by", "opening", "metadata-publisher", "called",
    "subject", "metadata-source", "contact", "site", "school", "page",
)  # fmt: skip
_OF_THE_TEXT = frozenset({"metadata-issued", "signature", "below-title"})
_IN_PASSING = frozenset({"called", "subject", "contact", "site", "school", "page"})
_QUOTED_TITLE = re.compile(r"《[^《》]{0,80}》")

_Found = dict[tuple[str, str], list[Mention]]  # the candidates by field and rule, in document order


def resolve(
    document: Document, mentions: tuple[Mention, ...], registry: Registry
) -> tuple[str, tuple[ReportField, ...]]:
    """The kind of document and the fields that are known, each with its evidence where the text states it."""
    found: _Found = {}
    for mention in mentions:
        if mention.kind is Kind.REPORT:
            found.setdefault((mention.value[0], mention.rule), []).append(mention)
    title = title_of(found, document)
    year = _year(title, found)
    known = {m.value[1]: m.value[0] for m in mentions if m.kind is Kind.AGENCY and m.rule == "definition"}
    fields = [
        title,
        _publisher(title, found, document, registry, year, known),
        year,
        *_period(found, year, title),
        issued(found, year, title, document),
    ]
    fields.append(_first(found, "index_number", ("metadata-index_number", "labelled")))
    return type_of(str(title.value) if title else "", document), tuple(item for item in fields if item is not None)


def _candidates(found: _Found, name: str, *rules: str) -> Iterator[Mention]:
    for rule in rules:
        yield from found.get((name, rule), ())


def _first(found: _Found, name: str, rules: tuple[str, ...]) -> ReportField | None:
    mention = next(_candidates(found, name, *rules), None)
    return ReportField(name, mention.value[1], mention) if mention else None


def _year(title: ReportField | None, found: _Found) -> ReportField | None:
    """The year in the title, else that of the stated period, of the first year of the text, of the date less one."""
    if title:
        whole = fold(str(title.value))
        for text in (_QUOTED_TITLE.sub("", whole), whole):
            if years := title_years(text):
                return ReportField("year", school_year(text) or years[0], title.evidence)
    for mention in _candidates(found, "period", "period-stated", "period"):
        return ReportField("year", int(mention.value[1][1][:4]), mention)
    signed = {mention.span.start for mention in _candidates(found, "issued", "signature", "below-title")}
    for mention in _candidates(found, "year", "named-year", "first-year", "school-year"):
        if mention.span.start not in signed:
            return ReportField("year", mention.value[1], mention)
    for mention in _candidates(found, "issued", *ISSUED):
        year, month = int(mention.value[1][:4]), mention.value[1][5:7]
        own = month == "12" and mention.rule in _OF_THE_TEXT  # signed at the end of the year that it is on
        return ReportField("year", year if own else year - 1, mention)
    return None


def _period(found: _Found, year: ReportField | None, title: ReportField | None) -> Iterator[ReportField]:
    """The span that the figures are said to cover, else the one that the title names, else the calendar year."""
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
    elif number is not None and title and (span := title_period(fold(_QUOTED_TITLE.sub("", str(title.value))), number)):
        yield ReportField("period_start", span[0], title.evidence)
        yield ReportField("period_end", span[1], title.evidence)
    elif number is not None:
        yield ReportField("period_start", f"{number}-01-01")
        yield ReportField("period_end", f"{number}-12-31")


def _is_school_year(year: ReportField) -> bool:
    """Whether the year is the second of a school year that the title or the text's first year names."""
    return year.evidence is not None and (
        year.evidence.rule == "school-year" or school_year(fold(year.evidence.text)) is not None
    )


def _months(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1


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
            name = placed_part(name, registry, number) or town_speaking(name, document.text)
        elif mention.rule == "compiled-by" and not _OF_THE_OFFICE.search(document.text):
            name = _signed_for(_GOVERNMENT_OFFICE.sub("", name), document.text)
        elif mention.rule in _SIGNED and not _OF_THE_OFFICE.search(document.text):
            name = _signed_for(name, document.text)
        if mention.rule in ("compiled-by", "opening", *_SIGNED):
            name = _DISCLOSURE_OFFICE.sub("", name) if name else name
        if name:
            named.append((name, mention))
    chosen = official_publisher(tuple(name for name, _ in named), document, registry, number, known)
    if chosen is None:
        return None
    name, index = chosen
    return ReportField("publisher", name, _within(named[index][1], named[index][0]))


def _signed_for(name: str, text: str) -> str:
    """The body whose report its office signed: a 局's where the text says 我局, a government's where it says 我县."""
    for office, own in _OFFICES:
        body = office.sub("", name)
        if body != name and own.search(text):
            return body
    return name


def _within(evidence: Mention, words: str) -> Mention:
    """The part of a mention that are these words, where they stand in it as they are."""
    at = evidence.text.find(words)
    if at < 0 or words == evidence.text:
        return evidence
    span = Span(evidence.span.start + at, evidence.span.start + at + len(words))
    return evidence._replace(span=span, text=words)
