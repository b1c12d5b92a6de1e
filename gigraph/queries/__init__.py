"""Questions as files: load, check, bind and ask them; and the look-ups that are made of them."""

from gigraph.queries.asking import ask
from gigraph.queries.binding import RELATIONS, bind, relation_term
from gigraph.queries.library import find_query, load_checks, load_queries, load_query
from gigraph.queries.template import FREE, Parameter, Query, parse_query

__all__ = [
    "FREE", "RELATIONS", "Parameter", "Query", "ask", "bind", "find_query", "load_checks", "load_queries",
    "load_query", "parse_query", "relation_term",
]  # fmt: skip
