"""From mentions to entities, in document order; exactly one candidate resolves, else the outcome is recorded."""

from gigraph.models import Document, Mention, ReportFacts
from gigraph.registry import Registry
from gigraph.resolve import agencies, furnishing, platforms, regulations, report, statistics, tables
from gigraph.resolve.place import make_place


def resolve(document: Document, mentions: tuple[Mention, ...], registry: Registry) -> ReportFacts:
    """What one report says: its own data, its regulations, agencies and platforms, its figures and tables."""
    document_type, fields = report.resolve(document, mentions, registry)
    place = make_place(fields, document, mentions, registry)
    named = platforms.resolve(document, mentions, place, registry)
    return ReportFacts(
        document=document,
        document_type=document_type,
        fields=place.fields,
        regulations=regulations.resolve(document, mentions, place, registry),
        agencies=agencies.resolve(document, mentions, place, registry),
        platforms=named,
        statistics=statistics.resolve(mentions),
        tables=tables.resolve(document, mentions, registry),
        contacts=furnishing.contacts(mentions),
        urls=furnishing.urls(document, mentions, named, registry),
        codes=furnishing.codes(document, place.fields, registry),
    )
