"""What one report says, thing by thing: the entries of the annotation guideline, and all of them together."""

from dataclasses import dataclass
from typing import NamedTuple

from gigraph.models.documents import Document
from gigraph.models.furnishing import CodeEntry, ContactEntry, UrlEntry
from gigraph.models.mentions import Mention, Resolution


@dataclass(frozen=True, slots=True)
class ReportField:
    """One field of the report with the words that it was read from (None where it was derived, as a calendar year)."""

    name: str
    value: str | int
    evidence: Mention | None = None


@dataclass(frozen=True, slots=True)
class RegulationEntry:
    """One distinct regulation of a report (annotation guideline, "regulations").

    role: in what part it is cited (research notes on the domain, 10): report-basis, drafting-basis, implementation,
    study, disclosure; of several the most telling. section: the heading under which it first stands. status: of what
    the publisher issues: done, draft, planned. acts: what is said further: revises, repeals, forwards. issuer_code: the
    issuer's own code (机关代字) where this report alone makes it known.
    """

    name: str | None
    aliases: tuple[str, ...]
    number: str | None
    issuer: str | None
    relation: str  # cites, issues, discloses
    bracketed: bool
    mentions: tuple[Mention, ...]
    resolution: Resolution
    version: str | None = None  # IRI of the dated version
    articles: tuple[str, ...] = ()
    role: str | None = None
    section: str | None = None
    status: str | None = None
    acts: tuple[str, ...] = ()
    issuer_code: str | None = None


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """One distinct agency of a report. `region` is a GB/T 2260 code or None where it is not certain."""

    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    resolution: Resolution
    kind: str = "agency"  # concept of the agency kinds: government, department, division, leading-group ...
    region: str | None = None
    parent: str | None = None  # full name of the agency that it belongs to
    shares_body_with: tuple[str, ...] = ()  # identities of agencies that are this body under another sign


@dataclass(frozen=True, slots=True)
class PlatformEntry:
    """One distinct platform of a report, with its kind and the full name of its operator where the owner is certain."""

    name: str
    aliases: tuple[str, ...]
    kind: str  # website, weibo, wechat, app, press, gazette, hotline, mailbox, system, hall, board, other
    mentions: tuple[Mention, ...]
    resolution: Resolution
    operator: str | None = None
    operator_iri: str | None = (
        None  # the operator's identity, also where the text names it in the platform's name alone
    )


@dataclass(frozen=True, slots=True)
class StatisticEntry:
    """One number of the running text (annotation guideline, "statistics"), in the text's order.

    value: plain decimal, money in 元. unit: the classifier as written. bound: ≈, ≥ or ≤. per: day, week, month,
    quarter, half-year, year. scope: whose figure it is (全市, 本机关), period: the words for it (2015年, 累计), both as
    written. part_of: index of the entry that it is a part of (其中).
    """

    value: str
    unit: str
    of: str
    quote: str
    mentions: tuple[Mention, ...]
    bound: str | None = None
    per: str | None = None
    scope: str | None = None
    period: str | None = None
    part_of: int | None = None


class CellEntry(NamedTuple):
    """One cell of a statistics table; a tuple, as a report may have hundreds.

    form, row, column: labels of annotation/FORMS.md; form is `other` where no form has the row. value: plain decimal,
    None where the state gives none. state: certain, inferred (an identity or the prose chose the reading), ambiguous
    (with candidates), blank, slash, dash, text, missing. reason: what an inferred or ambiguous cell rests on.
    key, column_key: indicators of the registry's forms, "" where it has none. table: number of the table in the report.
    scope: the word over the table that tells whose figures it has, where the report has the form twice; whose: what
    that is, aggregate or own.
    """

    form: str
    row: str
    column: str
    value: str | None
    unit: str
    state: str
    mentions: tuple[Mention, ...]
    candidates: tuple[str, ...] = ()
    reason: str = ""
    part: str = ""
    key: str = ""
    column_key: str = ""
    table: int = 0
    scope: str = ""
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is compared to tell whether two documents are one report (text/fingerprint.py).

    body: SHA-256 of its letters and digits. figures: SHA-256 of its numbers, sorted. clauses: digests of a fair sample
    of its clauses, sorted.
    """

    body: str
    figures: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """All that one report says. A category that is None is not extracted by this version."""

    document: Document
    document_type: str  # concept of ontology/document-types.ttl: annual-report, implementation-report ...
    fields: tuple[ReportField, ...]
    regulations: tuple[RegulationEntry, ...]
    agencies: tuple[AgencyEntry, ...]
    platforms: tuple[PlatformEntry, ...]
    statistics: tuple[StatisticEntry, ...] | None = None
    tables: tuple[CellEntry, ...] | None = None
    contacts: tuple[ContactEntry, ...] = ()
    urls: tuple[UrlEntry, ...] = ()
    codes: tuple[CodeEntry, ...] = ()
    fingerprint: Fingerprint | None = None

    def value(self, name: str) -> str | int | None:
        """The value of a field of the report: title, publisher, year, period_start, period_end, issued ...."""
        return next((field.value for field in self.fields if field.name == name), None)
