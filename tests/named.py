"""The bodies that one sentence of an invented report names."""

from gigraph.documents import text_document
from gigraph.models import Source
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry

REGISTRY = load_registry()


def named(publisher: str, text: str, year: int = 2019) -> set[str]:
    """The full names of the bodies that a text names, without the publisher."""
    title = f"{publisher}{year}年政府信息公开工作年度报告"
    report = facts_of(text_document(f"{title}\n\n　　本报告按年编制。\n　　{text}\n", Source("report.txt")), REGISTRY)
    names = [entry.name for entry in report.agencies]
    return set(names[1:])
