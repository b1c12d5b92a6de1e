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
from gigraph.models.mentions import (
    DocumentNumber,
    Kind,
    Mention,
    Outcome,
    Resolution,
)

__all__ = [
    "AgencyEntry",
    "Block",
    "CellEntry",
    "Document",
    "DocumentNumber",
    "Field",
    "Kind",
    "Mention",
    "Outcome",
    "Fingerprint",
    "PlatformEntry",
    "RegulationEntry",
    "ReportFacts",
    "ReportField",
    "Resolution",
    "Role",
    "Source",
    "Span",
    "StatisticEntry",
    "Table",
]
