"""The report's own fields of an invented text, as the extractors of fields and agencies and the resolver give them."""

from gigraph.documents import text_document
from gigraph.extractors import agencies
from gigraph.extractors import report as extractor
from gigraph.models import Document, ReportField, Source
from gigraph.registry import load_registry
from gigraph.resolve import report
from gigraph.text.reading import make_reading

BODY = "\n\n本报告根据《中华人民共和国政府信息公开条例》编制。我局认真做好公开工作,没有收到申请。\n"


def fields(text: str) -> tuple[Document, str, dict[str, ReportField]]:
    """The document, its kind, and its fields by name."""
    registry = load_registry()
    document = text_document(text, Source("report.txt"))
    reading = make_reading(document)
    found = (*extractor.extract(reading, registry), *agencies.extract(reading, registry))
    kind, items = report.resolve(document, found, registry)
    return document, kind, {item.name: item for item in items}
