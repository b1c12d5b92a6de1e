"""Statistics tables of reports, statutory and local: a mention a row, its value a `RowReading`."""

from collections.abc import Iterator, Sequence

from gigraph.extractors.forms.tables import row_readings, table_spans
from gigraph.models import Kind, Mention, Span
from gigraph.registry import Registry
from gigraph.text.reading import Reading


def extract(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """The rows of all statistics tables of a document; what they mean is decided when the whole report is known."""
    text = reading.document.text
    for row in row_readings(reading.document, registry):
        spans = [printed.span for printed in row.printed if printed.span is not None]
        span = spans[0] if len(spans) == 1 else _around(spans) if spans else row.label
        yield Mention(Kind.CELL, span, span.of(text), row, f"row-{row.form}", row.repair)


def _around(spans: Sequence[Span]) -> Span:
    return Span(min([one.start for one in spans]), max([one.end for one in spans]))


__all__ = ["extract", "table_spans"]
