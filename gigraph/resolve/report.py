from gigraph.models import Document, Mention, ReportField
from gigraph.registry import Registry


def resolve(document: Document, mentions: tuple[Mention, ...], registry: Registry) -> tuple[str, tuple[ReportField, ...]]:
    return "annual-report", ()
