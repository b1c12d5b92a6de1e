"""What `gigraph extract` prints: one JSON object a report, in the form of the gold files, a stable contract.

Offsets count the code points of the document's text as it was read (LF line ends, no byte order mark); `text_digest`
names that text. Keys stand in a fixed order; a category that this version does not extract is null.
"""

from collections.abc import Iterable
from typing import Any

from gigraph.models import (
    AgencyEntry,
    CellEntry,
    CodeEntry,
    ContactEntry,
    Document,
    Mention,
    PlatformEntry,
    RegulationEntry,
    ReportFacts,
    Resolution,
    Span,
    StatisticEntry,
    UrlEntry,
)
from gigraph.text.fold import simplify

REPORT_FIELDS = ("title", "publisher", "year", "period_start", "period_end", "issued", "index_number")
_QUOTE = (8, 60)  # characters of a quote, at least and at most
_STEP = 4
_FIGURE = ("value", "unit", "of", "quote", "bound", "per", "scope", "period", "part_of")
_TRADITIONAL = "條"  # before a word it has the word read as one in traditional script
_CONTACT = ("kind", "value")
_URL = ("url", "host", "host_kind", "page", "platform", "platform_iri")
_CODE = ("kind", "value", "region")
_CELL = ("form", "row", "column", "value", "unit", "state", "candidates", "reason", "scope")


def to_json(facts: ReportFacts) -> dict[str, Any]:
    """The contract's object of one report: only dict, list, str, int, bool and None."""
    document = facts.document
    return {
        "file": document.source.key,
        "document_type": facts.document_type,
        "text_digest": document.digest,
        "url": document.source.url or None,
        "warnings": list(document.warnings),
        "report": _report(facts),
        "regulations": [_regulation(entry, document) for entry in facts.regulations],
        "agencies": [_agency(entry) for entry in facts.agencies],
        "platforms": [_platform(entry) for entry in facts.platforms],
        "statistics": _figures(facts.statistics),
        "tables": _values(_cells(facts, valued=True), _CELL),
        "open_cells": _values(_cells(facts, valued=False), _CELL),
        "contacts": _values(facts.contacts, _CONTACT),
        "urls": _values(facts.urls, _URL),
        "codes": _values(facts.codes, _CODE),
    }


def _report(facts: ReportFacts) -> dict[str, Any]:
    values: dict[str, Any] = {name: facts.value(name) for name in REPORT_FIELDS}
    values["evidence"] = {
        field.name: _mention(field.evidence)
        for name in REPORT_FIELDS
        for field in facts.fields
        if field.name == name and field.evidence
    }
    return values


def _regulation(entry: RegulationEntry, document: Document) -> dict[str, Any]:
    return {
        "name": entry.name,
        "aliases": list(entry.aliases),
        "number": entry.number,
        "issuer": entry.issuer,
        "relation": entry.relation,
        "bracketed": entry.bracketed,
        "quote": quote(document.text, _ordered(entry.mentions)[0].span) if entry.mentions else "",
        **_resolution(entry.resolution),
        "version": entry.version,
        "articles": list(entry.articles),
        "role": entry.role,
        "section": entry.section,
        "status": entry.status,
        "acts": list(entry.acts),
        "issuer_code": entry.issuer_code,
        "mentions": _mentions(entry.mentions),
    }


def _agency(entry: AgencyEntry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "aliases": list(entry.aliases),
        "kind": entry.kind,
        "region": entry.region,
        "parent": entry.parent,
        "shares_body_with": list(entry.shares_body_with),
        "surfaces": _surfaces(entry.mentions),
        **_resolution(entry.resolution),
        "mentions": _mentions(entry.mentions),
    }


def _platform(entry: PlatformEntry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "aliases": list(entry.aliases),
        "kind": entry.kind,
        "operator": entry.operator,
        "operator_iri": entry.operator_iri,
        "surfaces": _surfaces(entry.mentions),
        **_resolution(entry.resolution),
        "mentions": _mentions(entry.mentions),
    }


def _cells(facts: ReportFacts, *, valued: bool) -> list[CellEntry] | None:
    """The cells with a value, or those without: blanks, dashes, ambiguous ones (absent by the guideline)."""
    if facts.tables is None:
        return None
    return [cell for cell in facts.tables if (cell.value is not None) == valued]


def _figures(entries: Iterable[StatisticEntry] | None) -> list[dict[str, Any]] | None:
    """Figures with their units as they stand in the text: 條 in traditional script, which the graph has as 条."""
    values = _values(entries, _FIGURE)
    for entry, figure in zip(entries or (), values or (), strict=True):
        written = entry.mentions[0].text[-len(entry.unit) :] if entry.unit else ""
        if written != entry.unit and simplify(_TRADITIONAL + written) == simplify(_TRADITIONAL) + entry.unit:
            figure["unit"] = written
    return values


def _values(
    entries: Iterable[StatisticEntry | CellEntry | ContactEntry | UrlEntry | CodeEntry] | None, names: tuple[str, ...]
) -> list[dict[str, Any]] | None:
    """Figures, cells or the like with the named fields and their mentions."""
    if entries is None:
        return None
    return [
        {name: _plain(getattr(entry, name)) for name in names} | {"mentions": _mentions(entry.mentions)}
        for entry in entries
    ]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple | frozenset) else value


def _resolution(resolution: Resolution) -> dict[str, Any]:
    return {
        "outcome": resolution.outcome.value,
        "method": resolution.method,
        "iri": resolution.iri,
        "candidates": list(resolution.candidates),
    }


def _ordered(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda mention: mention.span)


def _mentions(mentions: Iterable[Mention]) -> list[dict[str, Any]]:
    return [_mention(mention) for mention in _ordered(mentions)]


def _mention(mention: Mention) -> dict[str, Any]:
    written = {"start": mention.span.start, "end": mention.span.end, "exact": mention.text}
    return written | ({"repair": mention.repair} if mention.repair else {})


def _surfaces(mentions: Iterable[Mention]) -> list[str]:
    return list(dict.fromkeys(mention.text for mention in _ordered(mentions)))


def quote(text: str, span: Span) -> str:
    """The words around a span, in its line, 8 to 60 characters, more of them until they stand in one place only.

    >>> quote("根据《条例》编制。落实《条例》的要求。", Span(11, 15))
    '制。落实《条例》的要求。'
    """
    least, most = _QUOTE
    start, end = span.start, min(span.end, span.start + most)
    floor = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    ceiling = len(text) if stop < 0 else stop
    while end - start < most and (end - start < least or text.count(text[start:end]) > 1):
        room = min(_STEP, most - (end - start))
        before = min(room, start - floor)
        start -= before
        after = min(room, most - (end - start), ceiling - end)
        end += after
        if not before and not after:
            break
    return text[start:end]
