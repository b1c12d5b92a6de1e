"""Parameters bound for a store that is asked over the network: values become part of the text, as terms.

The embedded store takes substitutions beside the query. Here each occurrence of a bound variable is replaced by the
value as the store's library writes it, token by token, so that a value is a term whatever its characters are. A SELECT
still has the variable as a column and may group by it: a BIND at the end of its pattern gives it the value.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gigraph.errors import QueryError
from gigraph.store.gate import TOKEN
from gigraph.store.terms import Bindable, Iri, native

_ESCAPED = re.compile(r"\\(.)")
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_ASSIGNING = frozenset({"AS", "VALUES"})


@dataclass(slots=True)
class _Token:
    """A token with what stands between it and the one before."""

    before: str
    kind: str
    text: str

    @property
    def word(self) -> str:
        """A keyword in capitals, nothing for other tokens."""
        return self.text.upper() if self.kind == "word" else ""

    @property
    def name(self) -> str:
        """A variable's name, nothing for other tokens."""
        return self.text[1:] if self.kind == "variable" else ""


@dataclass(slots=True)
class _Select:
    """A SELECT that is being read: whose columns they are, at which depth its clause stands, what it calls a value."""

    depth: int
    outer: bool
    columns: dict[str, str] = field(default_factory=dict)  # bound name: what it is called in this clause
    state: str = "clause"  # clause, pattern, modifiers
    star: bool = False


def bound(sparql: str, values: Mapping[str, Bindable], prefixes: Mapping[str, str]) -> str:
    r"""The query's text with its values and its prefixes written into it, to be sent as it is.

    Raises QueryError for a value that is no term, and for a variable that the query itself assigns.

    >>> print(bound("SELECT ?a $b { ?a <a:p> $b }", {"b": 'x" }'}, {}))
    SELECT ?a ?b { ?a <a:p> "x\" }"  BIND ("x\" }" AS ?b) }
    """
    terms = {name.lstrip("?$"): str(native(value)) for name, value in values.items()}
    tokens = _without_blocks(list(_tokens(sparql)), terms)
    declared = {
        tokens[i + 1].text for i, token in enumerate(tokens[:-1]) if token.word == "PREFIX"
    }  # with the colon, as they are written
    head = "".join(
        f"PREFIX {name}: {native(Iri(iri))}\n" for name, iri in prefixes.items() if f"{name}:" not in declared
    )
    return head + "".join(_written(tokens, terms, prefixes))


def form_of(sparql: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE. Raises QueryError for a text that is none of them."""
    form = next((token.word for token in _tokens(sparql) if token.word in _FORMS), "")
    if not form:
        raise QueryError("is no SELECT, ASK, CONSTRUCT or DESCRIBE", where="query")
    return form


def wrapped(select: str, head: str, tail: str) -> str:
    """A SELECT inside another one: its prologue, `head`, itself in braces, `tail`.

    >>> wrapped("PREFIX a: <a:> SELECT ?s { ?s a:p 1 }", "SELECT * WHERE", "LIMIT 2")
    'PREFIX a: <a:> SELECT * WHERE { { SELECT ?s { ?s a:p 1 } } } LIMIT 2'
    """
    prologue = ""
    for token in _tokens(select):
        if token.word == "SELECT":
            prologue += token.before
            break
        prologue += token.before + token.text
    return f"{prologue}{head} {{ {{ {select[len(prologue) :]} }} }} {tail}".rstrip()


def _tokens(sparql: str) -> Iterator[_Token]:
    end = 0
    for match in TOKEN.finditer(sparql):
        if match.lastgroup == "comment":
            continue
        between = sparql[end : match.start()]
        yield _Token(_without_comments(between), match.lastgroup or "", match.group())
        end = match.end()
    yield _Token(_without_comments(sparql[end:]), "end", "")


def _without_blocks(tokens: list[_Token], terms: Mapping[str, str]) -> list[_Token]:
    """The tokens without each `VALUES ?name { value }` that says of a bound variable what is going to be said."""
    kept: list[_Token] = []
    at = 0
    while at < len(tokens):
        name = tokens[at + 1].name if tokens[at].word == "VALUES" else ""
        if name in terms and tokens[at + 2].text == "{":
            end = next(i for i in range(at, len(tokens)) if tokens[i].text in ("}", ""))
            told = "".join(token.before + token.text for token in tokens[at + 3 : end]) + tokens[end].before
            if told.strip() == terms[name]:
                at = end + 1
                continue
        kept.append(tokens[at])
        at += 1
    return kept


def _without_comments(text: str) -> str:
    return TOKEN.sub(lambda match: " " if match.lastgroup == "comment" else match.group(), text)


def _written(tokens: list[_Token], terms: Mapping[str, str], prefixes: Mapping[str, str]) -> Iterator[str]:
    depth, selects = 0, list[_Select]()
    for i, token in enumerate(tokens):
        yield token.before
        if token.text in ("}", "") and selects:
            depth -= token.text == "}"
            while selects and depth < selects[-1].depth:
                selects.pop()
            if selects and selects[-1].state == "pattern" and depth == selects[-1].depth:
                selects[-1].state = "modifiers"
                yield _bindings(selects[-1], terms)
        elif token.text == "}":
            depth -= 1
        elif token.word == "SELECT":
            selects.append(_select(tokens, i, depth, terms, outer=not selects))
        if token.text == "{":
            if selects and selects[-1].state == "clause" and depth == selects[-1].depth:
                selects[-1].state = "pattern"
            depth += 1
        yield _one(tokens, i, selects, terms, prefixes)


def _select(tokens: list[_Token], start: int, depth: int, terms: Mapping[str, str], *, outer: bool) -> _Select:
    found = _Select(depth, outer)
    nesting = 0
    for i in range(start + 1, len(tokens)):
        token = tokens[i]
        if token.text == "{" or token.word in ("WHERE", "FROM"):
            break
        nesting += (token.text == "(") - (token.text == ")")
        found.star |= token.text == "*" and nesting == 0
        if token.name in terms and nesting == 0:
            # In a sub-SELECT under a name of its own, which cannot meet that of the SELECT around it.
            found.columns[token.name] = token.name if outer else f"{token.name}_{start}"
    if found.star and outer:
        found.columns = {token.name: token.name for token in tokens[start:] if token.name in terms}
    return found


def _bindings(select: _Select, terms: Mapping[str, str]) -> str:
    return "".join(f" BIND ({terms[name]} AS ?{called}) " for name, called in select.columns.items())


def _one(
    tokens: list[_Token], at: int, selects: list[_Select], terms: Mapping[str, str], prefixes: Mapping[str, str]
) -> str:
    token = tokens[at]
    if token.kind == "prefix" and "\\" in token.text:
        return _full(token.text, prefixes)  # not every store reads the escapes of local names
    if token.name not in terms:
        return token.text
    here = selects[-1] if selects else None
    if here and here.state != "pattern":
        return f"?{here.columns.get(token.name, token.name)}"
    if any(not (s.outer or s.star or token.name in s.columns) for s in selects):
        return token.text  # a variable of a sub-SELECT's own, which only looks the same
    if _is_assigned(tokens, at):
        raise QueryError(f"{token.text} gets a value in the query and cannot be given another", where="query")
    return terms[token.name]


def _is_assigned(tokens: list[_Token], at: int) -> bool:
    if tokens[at - 1].word in _ASSIGNING:
        return True
    while at and tokens[at].name:
        at -= 1
    return tokens[at].text == "(" and tokens[at - 1].word == "VALUES"


def _full(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = name.partition(":")
    if prefix not in prefixes:
        return name
    return str(native(Iri(prefixes[prefix] + _ESCAPED.sub(r"\1", local))))
