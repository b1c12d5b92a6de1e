"""The name index: from a name, short name, document number or IRI as a person writes it to the things that bear it.

A SQLite file in each generation. Nothing is chosen for the user: all hits of the best class come back, so that an
ambiguous name is seen to be one. Classes: the exact name, an alias, the end of a name (省财政厅), any part of one.
"""

from gigraph.search.finding import CLASSES, Hit, beginning, find, suggest
from gigraph.search.names import INDEXED, KINDS, Name, normalise
from gigraph.search.writing import index_damages, update_index, write_index

__all__ = [
    "CLASSES", "INDEXED", "KINDS", "Hit", "Name", "beginning", "find", "index_damages", "normalise", "suggest",
    "update_index", "write_index",
]  # fmt: skip
