"""A query's text with the values of its parameters where the store's planner sees them.

Oxigraph orders a query's patterns before it looks at what is substituted, so that it may begin with all citations where
one agency is asked for. A VALUES block at the beginning of each group that a value reaches says what to begin with; the
answer stays the same. The blocks are made of serialised terms, never of a person's words.
"""

from collections.abc import Mapping

from gigraph.queries.structure import Select, scan, selects
from gigraph.store import Bindable, serialised


def planned(sparql: str, terms: Mapping[str, Bindable]) -> str:
    """The text with `VALUES ?name { value }` for each term in its SELECT, and in every sub-SELECT that projects it.

    >>> planned("SELECT $a ?b { ?b ?p $a }", {"a": "x"})
    'SELECT $a ?b { VALUES ?a { "x" } ?b ?p $a }'
    """
    places: list[tuple[int, str]] = []
    for select in selects(scan(sparql)):
        used = [name for name in terms if _reaches(select, name)]
        block = "".join(f" VALUES ?{name} {{ {serialised(terms[name])} }}" for name in used)
        opening = next((token.end for token in select.tokens if token.text == "{"), None)
        if block and opening is not None:
            places.append((opening, block))
    for at, block in sorted(places, reverse=True):
        sparql = sparql[:at] + block + sparql[at:]
    return sparql


def _reaches(select: Select, name: str) -> bool:
    return select.projects(name) and any(token.is_variable and token.name == name for token in select.tokens)
