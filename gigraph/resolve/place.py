"""Where a report stands: its publisher, the region and its parents, and what short names mean from there."""

from dataclasses import dataclass

from gigraph.models import Document, Mention, ReportField
from gigraph.registry import Registry


@dataclass(frozen=True, slots=True)
class AgencyName:
    """An agency's full official name as a short form was understood from the report's place.

    name: 湖南省财政厅. aliases: other full forms. region: GB/T 2260 code (100000 for the centre) or None. kind: concept of
    the agency kinds. parent: full name of the agency it belongs to. candidates: full names where it is ambiguous.
    """

    name: str
    aliases: tuple[str, ...] = ()
    region: str | None = None
    kind: str = "agency"
    parent: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one report in the hierarchy."""

    fields: tuple[ReportField, ...]
    publisher: str | None

    def agency(self, surface: str) -> AgencyName | None:
        """The agency that a surface (省财政厅, 局办公室, 国务院, 我局) means in this report, or None."""
        return None

    def agency_iri(self, agency: AgencyName) -> str:
        """The agency's identity: region and full name, or the report and full name where the region is not certain."""
        raise NotImplementedError


def make_place(
    fields: tuple[ReportField, ...], document: Document, mentions: tuple[Mention, ...], registry: Registry
) -> Place:
    """The place of a report from its own fields and the agencies that it names."""
    publisher = next((field.value for field in fields if field.name == "publisher"), None)
    return Place(fields, publisher if isinstance(publisher, str) else None)
