"""The central types: frozen, slotted, standard library only. All offsets are code points in `Document.text`."""

from gigraph.models.documents import (
    Block,
    Document,
    Field,
    Role,
    Source,
    Span,
    Table,
)
from gigraph.models.entries import (
    AgencyEntry,
    CellEntry,
    Fingerprint,
    PlatformEntry,
    RegulationEntry,
    ReportFacts,
    ReportField,
    StatisticEntry,
)
from gigraph.models.furnishing import CodeEntry, ContactEntry, UrlEntry
from gigraph.models.mentions import (
    DocumentNumber,
    Kind,
    Mention,
    Outcome,
    Resolution,
    Style,
)

__all__ = [
    "AgencyEntry",
    "Block",
    "CellEntry",
    "CodeEntry",
    "ContactEntry",
    "Document",
    "DocumentNumber",
    "Field",
    "Fingerprint",
    "Kind",
    "Mention",
    "Outcome",
    "PlatformEntry",
    "RegulationEntry",
    "ReportFacts",
    "ReportField",
    "Resolution",
    "Role",
    "Source",
    "Span",
    "StatisticEntry",
    "Style",
    "Table",
    "UrlEntry",
]
