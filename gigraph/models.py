"""The central types: frozen, slotted, standard library only. All offsets are code points in `Document.text`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Document.text`, end exclusive.

    >>> Span(2, 5).overlaps(Span(4, 9)), Span(2, 5).contains(Span(3, 5)), len(Span(2, 5))
    (True, True, 3)
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of the span."""
        return text[self.start : self.end]


class Role(StrEnum):
    """What a block of a document is: the report's own words, a table of it, the page around it, or junk."""

    BODY = "body"
    TABLE = "table"
    FURNITURE = "furniture"
    JUNK = "junk"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document with one role; blocks are sorted and apart, white space may lie between."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Field:
    """One item of metadata, found in the page's furniture or in an archive's header.

    name: index_number, issued, published, publisher, title, source, site_code, icp, url, document_type ...
    """

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from. `key` is its path under the build's root (NFC, with /) or the URL given for it."""

    key: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    digest: str = ""  # SHA-256 of the bytes, hexadecimal


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its cells in reading order: (row, column, text, span), spans already expanded."""

    span: Span
    cells: tuple[tuple[int, int, str, Span], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it was read. `text` is final (LF, no BOM, nothing taken out); every later offset refers to it."""

    text: str
    source: Source
    digest: str  # SHA-256 of `text` as UTF-8, hexadecimal; names the text in evidence
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    metadata: tuple[Field, ...] = ()
    warnings: tuple[str, ...] = ()  # stable codes: W-ENC-GUESS ...

    def field(self, *names: str) -> Field | None:
        """The first metadata field with one of the names, the names in order of preference."""
        for name in names:
            for field in self.metadata:
                if field.name == name and field.value:
                    return field
        return None


@dataclass(frozen=True, slots=True, order=True)
class DocumentNumber:
    """发文字号 (GB/T 9704-2012, 7.2.5): issuer code 机关代字, year, serial; a running order has `year` 0.

    >>> str(DocumentNumber("国办发", 2015, 15)), str(DocumentNumber("国务院令", 0, 492))
    ('国办发〔2015〕15号', '国务院令第492号')
    >>> str(DocumentNumber("交通运输部令", 2016, 20))
    '交通运输部令2016年第20号'
    """

    issuer_code: str
    year: int
    serial: int

    def __str__(self) -> str:
        if self.year == 0:
            return f"{self.issuer_code}第{self.serial}号"
        if self.issuer_code.endswith("令"):
            return f"{self.issuer_code}{self.year}年第{self.serial}号"
        return f"{self.issuer_code}〔{self.year}〕{self.serial}号"


class Kind(StrEnum):
    """What a mention is about; `extractors.settle` decides overlaps by these."""

    REPORT = "report"  # a field of the report itself; `value` is (field name, value)
    NUMBER = "number"  # a document number; `value` is a DocumentNumber
    TITLE = "title"  # a title in 《》 or another quotation mark
    BARE = "bare"  # a regulation named without brackets
    SHORT = "short"  # a short form (《条例》, 两个《要点》) or an anaphor (该办法)
    DEFINITION = "definition"  # (以下简称《条例》)
    PINPOINT = "pinpoint"  # 第二十条第（一）项
    AGENCY = "agency"
    PLATFORM = "platform"
    FIGURE = "figure"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Mention:
    """A find of an extractor. `text` is what stands at `span`, `value` its normal form, `rule` the rule."""

    kind: Kind
    span: Span
    text: str
    value: Any
    rule: str
    repair: str | None = None  # the kind of repair, where the text was damaged


class Outcome(StrEnum):
    """What became of a mention: exactly one identity, several candidates, or none."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a mention, or a group of mentions of one thing, was resolved to.

    iri: the identity, where the outcome is resolved. method: number, title, registry, place ...
    candidates: names (or IRIs) of the identities that it may be, where it is ambiguous.
    """

    outcome: Outcome
    iri: str | None = None
    method: str = ""
    candidates: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class CellEntry:
    """One cell of a statistics table.

    form, row, column: labels of annotation/FORMS.md; form is `other` where no form has the row. value: plain decimal,
    None where the state gives none. state: certain, inferred (an identity or the prose chose the reading), ambiguous
    (with candidates), blank, slash, dash, text, missing. reason: what an inferred or ambiguous cell rests on.
    key, column_key: indicators of the registry's forms, "" where it has none. table: number of the table in the report.
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

    def value(self, name: str) -> str | int | None:
        """The value of a field of the report: title, publisher, year, period_start, period_end, issued ...."""
        return next((field.value for field in self.fields if field.name == name), None)
