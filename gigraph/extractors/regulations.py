"""Regulations as a report names them: numbers, titles, names without brackets, and the articles that it points to."""

from collections.abc import Iterator

from gigraph.extractors import document_numbers
from gigraph.extractors.bare_names import agency_documents
from gigraph.extractors.brackets import positions, titles
from gigraph.extractors.drafted import drafted_documents
from gigraph.extractors.law_names import law_names
from gigraph.extractors.numbered_titles import without_others_numbers, without_their_numbers
from gigraph.extractors.pinpoints import pinpoints
from gigraph.extractors.titles import bracketed_titles, other_titles
from gigraph.models import Mention
from gigraph.registry import Registry
from gigraph.text.reading import Reading


def extract(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """NUMBER, TITLE, BARE and PINPOINT mentions of a reading's body."""
    nouns = registry.document_nouns
    whole = [bracketed for start, end in reading.runs for bracketed in titles(reading.text, start, end, nouns)]
    inside = positions(whole)
    found = list(without_their_numbers(reading, whole))
    named = list(bracketed_titles(reading, registry, found))
    yield from without_others_numbers(document_numbers.extract(reading, registry), named)
    yield from named
    yield from other_titles(reading, registry, inside)
    yield from law_names(reading, registry, found, inside)
    yield from agency_documents(reading, registry, inside)
    yield from drafted_documents(reading, registry, found, inside)
    yield from pinpoints(reading)
