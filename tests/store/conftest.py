"""Graphs of a few statements, as the mapping writes them."""

import hashlib
from collections.abc import Callable

import pytest

from gigraph.iris import report_graph, report_iri
from gigraph.store import Entry, graph_digest

Batch = tuple[bytes, Entry]


def make_graph(key: str, *values: str) -> Batch:
    """The lines and the manifest row of a report graph with one statement a value."""
    graph, subject = report_graph(key), report_iri(key)
    lines = sorted({f'<{subject}> <http://e/p> "{value}"@zh <{graph}> .'.encode() for value in values})
    digest = hashlib.sha256("".join(values).encode()).hexdigest()
    entry = Entry(graph, digest, "pipeline-1", len(lines), graph_digest(lines), key)
    return b"".join(line + b"\n" for line in lines), entry


@pytest.fixture
def graph_of() -> Callable[..., Batch]:
    return make_graph
