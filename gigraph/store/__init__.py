"""The one package that knows the store's library: writing, publishing and reading a graph."""

from gigraph.store.answers import Answer, Rows
from gigraph.store.manifest import (
    MANIFEST,
    Entry,
    graph_digest,
    manifest_digest,
    read_entries,
    root_digest,
    triples_digest,
)
from gigraph.store.reader import Graph, memory_graph, open_graph
from gigraph.store.terms import Bindable, Iri, Literal, Quad, Term, Triple, Value, serialised
from gigraph.store.writer import Writer, open_writer

__all__ = [
    "MANIFEST", "Answer", "Bindable", "Entry", "Graph", "Iri", "Literal", "Quad", "Rows", "Term", "Triple", "Value",
    "Writer", "graph_digest", "manifest_digest", "memory_graph", "open_graph", "open_writer", "read_entries",
    "root_digest", "serialised", "triples_digest",
]  # fmt: skip
