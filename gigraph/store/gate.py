"""What a query text must pass before it is parsed: no network, and nothing that overflows the parser's stack.

The store's library has no switch against SERVICE, and crashes the whole process on deep nesting.
"""

import re

from gigraph.errors import QueryError

MAX_DEPTH = 64
MAX_LENGTH = 200_000
MAX_OPERATORS = 2_000
_JOINS = frozenset({"UNION", "OPTIONAL", "MINUS", "EXISTS"})

# One token at a time: comments, strings, IRIs, variables, names with a colon, numbers, words, the rest.
TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n\r]*+)
    | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*+\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*+'''
                | "(?!"")(?:[^"\\\n\r]|\\.)*+" | '(?!'')(?:[^'\\\n\r]|\\.)*+')
    | (?P<unclosed>["'])
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*+>)
    | (?P<variable>[?$][\w·]++)
    | (?P<prefix>(?:[^\W\d_][\w.-]{0,100}+|_)?):(?:[\w:.·%-]|\\.)*+
    | (?P<number>[0-9][0-9.]*+)
    | (?P<word>[^\W\d]\w*+)
    | (?P<operator>\|\||&&|[!+*/^|-])
    | (?P<open>[{(\[])
    | (?P<close>[})\]])
    """,
    re.VERBOSE | re.DOTALL,
)


def check_query(sparql: str) -> None:
    """Passes a query text that is safe to hand to the store; raises QueryError with what to do otherwise.

    >>> check_query('SELECT ?s WHERE { GRAPH ?g { ?s ?p "SERVICE" } } # no SERVICE')
    >>> check_query("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    gigraph.errors.QueryError: query: SERVICE is refused. A query reads this graph alone and opens no network connection
    """
    if len(sparql) > MAX_LENGTH:
        raise QueryError(f"{len(sparql)} characters, more than {MAX_LENGTH}", where="query")
    depth = operators = 0
    for match in TOKEN.finditer(sparql):
        kind, text = match.lastgroup, match.group().upper()
        if kind == "open":
            depth += 1
            if depth > MAX_DEPTH:
                raise QueryError(f"brackets nested deeper than {MAX_DEPTH}", where="query", hint="Simplify the query")
        elif kind == "close":
            depth -= 1
        elif kind == "operator" or text in _JOINS:
            operators += 1
        elif kind == "unclosed":
            raise QueryError("a string is not closed", where=f"query, character {match.start() + 1}")
        elif _asks_service(kind, text):
            hint = "A query reads this graph alone and opens no network connection"
            raise QueryError("SERVICE is refused", where="query", hint=hint)
    if operators > MAX_OPERATORS:
        raise QueryError(f"more than {MAX_OPERATORS} operators", where="query", hint="Simplify the query")


def _asks_service(kind: str | None, text: str) -> bool:
    # The parser takes the keyword without a space behind it: SERVICE:x is the keyword and a name with an empty prefix.
    return (kind == "word" and "SERVICE" in text) or (kind == "prefix" and text.partition(":")[0].endswith("SERVICE"))
