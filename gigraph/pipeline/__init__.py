"""One report from bytes to facts, and the digest that names this version of the pipeline."""

from pathlib import Path

from gigraph.documents import read_document
from gigraph.extractors import extract
from gigraph.models import Document, ReportFacts
from gigraph.registry import Registry, load_registry
from gigraph.resolve import resolve
from gigraph.text.reading import make_reading


def read_facts(path: Path, key: str | None = None, registry: Registry | None = None) -> ReportFacts:
    """What the report at a path says."""
    return facts_of(read_document(path, key), registry)


def facts_of(document: Document, registry: Registry | None = None) -> ReportFacts:
    """What a document says: view, mentions, entities."""
    registry = registry or load_registry()
    mentions = extract(make_reading(document), registry)
    return resolve(document, mentions, registry)
