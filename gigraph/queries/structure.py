"""What the loader must know of a SPARQL text: its variables, its SELECT clauses and how far each of them reaches.

A scanner, not a parser: strings, IRIs and comments are skipped as the grammar has them (SPARQL 1.1, 19.8), the rest is
words, variables and brackets. Syntax proper is checked by the store.
"""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"{3}(?:(?:\"|\"\")?(?:[^\"\\]|\\.))*\"{3} | '{3}(?:(?:'|'')?(?:[^'\\]|\\.))*'{3}
               | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<word>(?:[^\W\d][\w.-]*)?:[\w.%-]* | [^\W\d]\w*)
    | (?P<mark>[{}()*])
    """,
    re.VERBOSE | re.DOTALL,
)
_AGGREGATES = frozenset({"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"})


@dataclass(frozen=True, slots=True)
class Token:
    """A variable (with its ? or $), a word or a bracket; its line (from 1), and how many braces are open around it.

    end: where it ends in the text, exclusive.
    """

    text: str
    line: int
    depth: int
    end: int = 0

    @property
    def is_variable(self) -> bool:
        return self.text[0] in "?$"

    @property
    def name(self) -> str:
        """A variable's name without its mark."""
        return self.text[1:]


@dataclass(frozen=True, slots=True)
class Select:
    """One SELECT: what it projects, and the tokens that belong to it (its own clause, group and modifiers)."""

    line: int
    outer: bool
    columns: tuple[str, ...]  # names in order, those of (... AS ?x) too
    plain: frozenset[str]  # names projected as they are
    star: bool
    aggregates: bool  # nothing but aggregates, so that there is one row without GROUP BY
    tokens: tuple[Token, ...]

    def projects(self, name: str) -> bool:
        """Whether a variable is visible outside as it is bound inside."""
        return self.star or name in self.plain

    def has(self, *words: str) -> bool:
        """Whether the clause's own modifiers hold these words one after another."""
        depth = self.tokens[0].depth
        own = [token.text.upper() for token in self.tokens if token.depth == depth]
        return any(own[i : i + len(words)] == list(words) for i in range(len(own)))


def scan(sparql: str) -> tuple[Token, ...]:
    """The tokens of a SPARQL text that matter here.

    >>> [token.text for token in scan('SELECT ?a { ?a <p?x> "?b" } # ?c')]
    ['SELECT', '?a', '{', '?a', '}']
    """
    tokens = []
    depth = 0
    line, counted = 1, 0
    for match in _TOKEN.finditer(sparql):
        line += sparql.count("\n", counted, match.start())
        counted = match.start()
        if match.lastgroup not in ("variable", "word", "mark"):
            continue
        text = match.group()
        depth -= text == "}"
        tokens.append(Token(text, line, depth, match.end()))
        depth += text == "{"
    return tuple(tokens)


def selects(tokens: tuple[Token, ...]) -> tuple[Select, ...]:
    """Every SELECT of a query, the outermost first.

    >>> [(s.outer, s.columns) for s in selects(scan("SELECT ?a { { SELECT ?a (COUNT(?b) AS ?n) { } GROUP BY ?a } }"))]
    [(True, ('a',)), (False, ('a', 'n'))]
    """
    return tuple(_select(tokens, i) for i, token in enumerate(tokens) if token.text.upper() == "SELECT")


def _select(tokens: tuple[Token, ...], start: int) -> Select:
    depth = tokens[start].depth
    end = next((i for i in range(start, len(tokens)) if tokens[i].depth < depth), len(tokens))
    clause: list[Token] = []
    for token in tokens[start + 1 : end]:
        if token.text == "{" or token.text.upper() in ("WHERE", "FROM"):
            break
        clause.append(token)
    columns, plain, expressions = _projection(clause)
    star = any(token.text == "*" for token in clause) and not columns
    aggregates = bool(expressions) and not plain and all(_AGGREGATES & words for words in expressions)
    return Select(tokens[start].line, depth == 0, tuple(columns), frozenset(plain), star, aggregates, tokens[start:end])


def _projection(clause: list[Token]) -> tuple[list[str], set[str], list[set[str]]]:
    """Column names in order, those projected as they are, and the words of each expression."""
    columns: list[str] = []
    plain: set[str] = set()
    expressions: list[set[str]] = []
    nesting = 0
    for i, token in enumerate(clause):
        nesting += (token.text == "(") - (token.text == ")")
        if token.text == "(" and nesting == 1:
            expressions.append(set())
        elif nesting:
            expressions[-1].add(token.text.upper())
        if token.is_variable and nesting == 0:
            columns.append(token.name)
            plain.add(token.name)
        elif token.is_variable and nesting == 1 and clause[i - 1].text.upper() == "AS":
            columns.append(token.name)
    return columns, plain, expressions
