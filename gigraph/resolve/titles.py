"""The report's title, chosen from the lines that read as one: its heading, not one of a list of reports around it."""

import re
from collections.abc import Iterable, Mapping

from gigraph.models import Document, Mention, ReportField
from gigraph.text.dates import find_years
from gigraph.text.fold import fold
from gigraph.text.report_title import LAW, title_subject

_RULES = ("metadata-title", "title-line", "title-sentence", "title-here", "title-other")
_LINES = frozenset({"metadata-title", "title-line"})
_GOVERNMENT = re.compile(r"人民政府|政府|办事处|行政公署|(?:管理委员|管委)会")

Candidates = Mapping[tuple[str, str], list[Mention]]  # the candidates by field and rule, in document order


def title_of(found: Candidates, document: Document) -> ReportField | None:
    """The page's title where it names the agency, else the first line that does, else the first of all.

    Of two lines that are both the title, one naming a town shortly and one in full, the fuller one.
    """
    ordered = [mention for rule in _RULES for mention in found.get(("title", rule), ())]
    ordered = _headings(ordered, document.text)
    ordered.sort(key=lambda mention: bool(LAW.search(mention.value[1])))  # one on disclosure goes before
    named = [mention for mention in ordered if title_subject(mention.value[1])]
    chosen = next(iter(named or ordered), None)
    if chosen and chosen.rule == "title-line":
        chosen = next((other for other in named if _is_fuller(other, chosen)), chosen)
    return ReportField("title", chosen.value[1], chosen) if chosen else None


def _headings(titles: list[Mention], text: str) -> list[Mention]:
    """The candidates that may be the heading: those before the first sentence where there are any.

    Lines after the last sentence are other reports'; so are those before the heading that name several agencies.
    """
    first, last = text.find("。"), text.rfind("。")
    if first < 0:
        return titles
    heads = [mention for mention in titles if mention.rule in _LINES and mention.span.end <= first]
    if not heads:
        return [mention for mention in titles if mention.rule not in _LINES or mention.span.start < last]
    nearest = max(heads, key=lambda mention: mention.span.start)
    if _are_many(heads):
        own = title_subject(nearest.value[1])
        heads = [mention for mention in heads if mention is nearest or _same(title_subject(mention.value[1]), own)]
    years = _years(nearest)
    rest = [mention for mention in titles if mention.rule not in _LINES]
    return [mention for mention in heads if not years or _years(mention) in ([], years)] + rest


def _are_many(heads: Iterable[Mention]) -> bool:
    """Whether titles name several agencies, none of which is another one's short name."""
    subjects = sorted({title_subject(mention.value[1]) for mention in heads} - {""})
    return any(not _same(one, other) for one in subjects for other in subjects)


def _same(one: str, other: str) -> bool:
    one, other = _GOVERNMENT.sub("", one), _GOVERNMENT.sub("", other)
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


def _is_fuller(other: Mention, chosen: Mention) -> bool:
    """Whether a title right behind the first one is that title with the agency's name in full."""
    short, full = title_subject(chosen.value[1]), title_subject(other.value[1])
    near = 0 < other.span.start - chosen.span.end < 8
    return near and len(full) > len(short) > 1 and short in full and _years(other) == _years(chosen)


def _years(title: Mention) -> list[str]:
    return [item.first for item in find_years(fold(title.value[1]))]
