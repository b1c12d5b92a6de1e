"""gigraph: a knowledge graph from Chinese government-information disclosure reports.

The public verbs, each loaded when it is first used:

    read(path)             a document, as every later step sees it
    extract(path)          what one report says: its own data, regulations, agencies, platforms
    build_graph(paths, store)   reports into a store
    open_graph(store)      the store: series, tables and questions as data frames, SPARQL
    load_queries()         the questions that are shipped
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gigraph.build import build as build_graph
    from gigraph.documents import read_document as read
    from gigraph.pipeline import read_facts as extract
    from gigraph.queries import load_queries
    from gigraph.queries.archive import open_graph

__all__ = ["build_graph", "extract", "load_queries", "open_graph", "read"]

_VERBS = {
    "build_graph": ("gigraph.build", "build"),  # gigraph.build is the package
    "extract": ("gigraph.pipeline", "read_facts"),
    "load_queries": ("gigraph.queries", "load_queries"),
    "open_graph": ("gigraph.queries.archive", "open_graph"),
    "read": ("gigraph.documents", "read_document"),
}


def __getattr__(name: str) -> Any:
    if name not in _VERBS:
        raise AttributeError(f"module 'gigraph' has no attribute {name!r}")
    module, verb = _VERBS[name]
    return getattr(import_module(module), verb)


def __dir__() -> list[str]:
    return sorted([*globals(), *_VERBS])
