"""One report from bytes to facts, and the digest that names this version of the pipeline."""

from dataclasses import replace
from pathlib import Path

from gigraph.documents import read_document
from gigraph.extractors import extract
from gigraph.models import Document, ReportFacts
from gigraph.pipeline.doubts import doubts_of
from gigraph.registry import Registry, load_registry
from gigraph.resolve import resolve
from gigraph.text.fingerprint import fingerprint
from gigraph.text.reading import make_reading


def read_facts(path: Path | str, key: str | None = None, registry: Registry | None = None) -> ReportFacts:
    """What the report at a path says."""
    return facts_of(read_document(path, key), registry)


def facts_of(document: Document, registry: Registry | None = None) -> ReportFacts:
    """What a document says: view, mentions, entities; and by what it is known to be the same as another.

    The document of the facts has the warnings that its content gives besides those that its reading gave.
    """
    registry = registry or load_registry()
    reading = make_reading(document)
    facts = resolve(document, extract(reading, registry), registry)
    title = next((field.evidence for field in facts.fields if field.name == "title"), None)
    doubts = doubts_of(reading, facts, registry)
    warned = replace(document, warnings=tuple(dict.fromkeys((*document.warnings, *doubts))))
    return replace(facts, document=warned, fingerprint=fingerprint(reading, title.span if title else None))
