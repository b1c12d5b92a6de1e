"""From a reading to mentions. An extractor knows nothing of RDF, of stores, or of the other extractors.

To add one: a module with `extract(reading, registry)` and its line in EXTRACTORS.
"""

from collections.abc import Callable, Iterable

from gigraph.extractors import (
    agencies,
    contacts,
    forms,
    platforms,
    regulations,
    report,
    short_forms,
    statistics,
    urls,
)
from gigraph.extractors.settle import settle
from gigraph.models import Mention
from gigraph.registry import Registry
from gigraph.text.reading import Reading

Extractor = Callable[[Reading, Registry], Iterable[Mention]]

EXTRACTORS: tuple[Extractor, ...] = (
    report.extract,
    regulations.extract,
    short_forms.extract,
    platforms.extract,
    agencies.extract,
    statistics.extract,
    forms.extract,
    contacts.extract,
    urls.extract,
)


def extract(reading: Reading, registry: Registry) -> tuple[Mention, ...]:
    """All mentions of a reading in document order, overlaps settled."""
    return settle(mention for extractor in EXTRACTORS for mention in extractor(reading, registry))


__all__ = ["EXTRACTORS", "extract", "settle"]
