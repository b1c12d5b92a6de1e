"""Invented reports for tests: the lines that the mapping writes of their facts, and those that the link pass makes."""

import hashlib
from collections.abc import Iterable, Mapping

from gigraph.iris import mint
from gigraph.link import contribution, link
from gigraph.mapping import map_report
from gigraph.models import (
    AgencyEntry,
    CellEntry,
    ContactEntry,
    Document,
    Kind,
    Mention,
    Outcome,
    PlatformEntry,
    RegulationEntry,
    ReportFacts,
    ReportField,
    Resolution,
    Source,
    Span,
    UrlEntry,
)
from gigraph.registry import Registry, load_registry

Entry = RegulationEntry | AgencyEntry | PlatformEntry | ContactEntry | UrlEntry | CellEntry

WORDS = "文字" * 5
MENTION = (Mention(Kind.TITLE, Span(0, 2), "文字", None, "test"),)


def resolved(iri: str | None, *candidates: str, method: str = "test") -> Resolution:
    """To one thing; without it to several, or to none."""
    outcome = Outcome.RESOLVED if iri else Outcome.AMBIGUOUS if candidates else Outcome.UNRESOLVED
    return Resolution(outcome, iri, method, candidates)


def agency(name: str, region: str, kind: str = "department", parent: str | None = None) -> AgencyEntry:
    """An agency of a region."""
    return AgencyEntry(name, (), MENTION, resolved(mint("agency", region, name)), kind, region, parent)


def report(key: str, fields: Mapping[str, str | int], entries: Iterable[Entry], text: str = WORDS) -> bytes:
    """The lines of an annual report; the digest of its text is that of its key."""
    document = Document(text, Source(key, digest="0" * 64), hashlib.sha256(key.encode()).hexdigest())
    given = list(entries)
    facts = ReportFacts(
        document,
        "annual-report",
        tuple(ReportField(name, value) for name, value in fields.items()),
        tuple(entry for entry in given if isinstance(entry, RegulationEntry)),
        tuple(entry for entry in given if isinstance(entry, AgencyEntry)),
        tuple(entry for entry in given if isinstance(entry, PlatformEntry)),
        tables=tuple(entry for entry in given if isinstance(entry, CellEntry)),
        contacts=tuple(entry for entry in given if isinstance(entry, ContactEntry)),
        urls=tuple(entry for entry in given if isinstance(entry, UrlEntry)),
    )
    return map_report(facts).data


def entities(reports: Iterable[bytes], registry: Registry | None = None) -> list[bytes]:
    """The lines of the entities graph."""
    return link((contribution(lines.splitlines()) for lines in reports), registry or load_registry())


def whole(reports: Iterable[bytes]) -> bytes:
    """The reports with the entities graph."""
    given = list(reports)
    return b"".join([*given, *(line + b"\n" for line in entities(given))])
