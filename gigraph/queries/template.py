"""A query file and its header, checked before anything is asked; every error says file:line.

    #+ summary: Agencies whose reports cite a regulation.
    #+ zh: 引用某一规范性文件的机关
    #+ param: regulation regulation
    #+ param: since year = 2008
    #+ param: region region = *
    #+ order: DESC(?year) ?agency
    #+ cost: Reads every citation: seconds on large graphs.

The header is grlc's form; the file stays valid SPARQL. A parameter is written $name in the query, all other variables
?name. `= value` is a default; `= *` makes the parameter optional: without a value the variable stays free. Parameters
are bound as terms, which reach a SELECT's result only through its projection (SPARQL-dev SEP-0007), hence the checks.
`cost` says why a query cannot answer at once on a large graph; one without it starts from something that is given, or
reads the entities graph alone.
"""

import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gigraph.errors import QueryError
from gigraph.queries.structure import Select, Token, scan, selects
from gigraph.resources import resource

# Kinds that are concepts of a scheme of the ontology, named by code or by label.
CONCEPTS: Final = ("agency-kind", "agency-level", "agency-sector", "platform-kind")
KINDS: Final = (
    "agency",
    "regulation",
    "platform",
    "region",
    "report",
    "indicator",
    "relation",
    "year",
    *CONCEPTS,
    "integer",
    "text",
)
KEYS: Final = ("summary", "zh", "theme", "param", "order", "example", "cost")
FREE: Final = "*"  # the default, or the value, that leaves an optional parameter free

_HEADER = re.compile(r"#\+\s*(\w+)\s*:\s*(.*?)\s*$")
_PARAM = re.compile(r"(\w+)\s+([\w-]+)(?:\s*=\s*(.+))?$")
_ORDER = re.compile(r"(ASC|DESC)?\(?\?(\w+)\)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, its kind (KINDS), its default as a person would write it (None where it is required)."""

    name: str
    kind: str
    default: str | None = None

    @property
    def optional(self) -> bool:
        """Whether the query can run with the variable free."""
        return self.default == FREE

    @property
    def required(self) -> bool:
        """Whether a value must be given."""
        return self.default is None


@dataclass(frozen=True, slots=True)
class Query:
    """A checked query file.

    order: (column, descending) pairs, for Python. form: SELECT, ASK, CONSTRUCT … cost: why it may take long, or empty.
    """

    name: str
    path: Path
    text: str
    summary: str
    zh: str
    theme: str
    example: str
    parameters: tuple[Parameter, ...]
    order: tuple[tuple[str, bool], ...]
    form: str
    columns: tuple[str, ...]
    cost: str = ""

    @property
    def is_shipped(self) -> bool:
        """Whether it belongs to the library that is shipped; else it is a user's own."""
        return self.path.is_relative_to(resource("queries"))

    def parameter(self, name: str) -> Parameter:
        """The parameter of this name. Raises QueryError with a suggestion where there is none."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        names = [parameter.name for parameter in self.parameters]
        near = difflib.get_close_matches(name, names, 1)
        hint = f"Did you mean {near[0]}?" if near else f"Its parameters: {', '.join(names) or 'none'}"
        raise QueryError(f"has no parameter {name!r}", where=self.name, hint=hint)


@dataclass(slots=True)
class _Header:
    """What the #+ lines of a file say, with the line of each."""

    values: dict[str, str]
    parameters: dict[str, tuple[Parameter, int]]
    order: list[tuple[str, bool]]
    order_line: int


def parse_query(text: str, path: Path) -> Query:
    """The query of a file's text. Raises QueryError (file:line) for a header or a structure that cannot be right.

    SPARQL syntax is not checked here (`load_queries` does).
    """
    header = _header(text, path)
    tokens = scan(text)
    form = next((t.text.upper() for t in tokens if t.text.upper() in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")), "")
    if not form:
        raise _error(path, 1, "there is no SELECT, ASK or CONSTRUCT")
    found = selects(tokens)
    _check_parameters(path, header, tokens)
    for select in found:
        _check_projection(path, header, select)
    if form == "SELECT":
        _check_order(path, header, found[0])
    return Query(
        path.stem, path, text, header.values["summary"], header.values.get("zh", ""), header.values.get("theme", ""),
        header.values.get("example", ""), tuple(parameter for parameter, _ in header.parameters.values()),
        tuple(header.order), form, found[0].columns if form == "SELECT" else (),
        header.values.get("cost", ""),
    )  # fmt: skip


def _header(text: str, path: Path) -> _Header:
    header = _Header({}, {}, [], 1)
    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith("#+"):
            continue
        match = _HEADER.match(line)
        if match is None or match[1] not in KEYS:
            raise _error(path, number, f"cannot read {line!r}", f"A header line is '#+ key: value', key of {_or(KEYS)}")
        key, value = match.groups()
        if key == "param":
            parameter = _parameter(value, path, number)
            if parameter.name in header.parameters:
                raise _error(path, number, f"parameter {parameter.name} is declared twice")
            header.parameters[parameter.name] = parameter, number
        elif key == "order":
            header.order += _order(value, path, number)
            header.order_line = number
        else:
            header.values[key] = value
    if not header.values.get("summary"):
        raise _error(path, 1, "there is no '#+ summary:'", "Say in one sentence what the query answers")
    return header


def _parameter(value: str, path: Path, line: int) -> Parameter:
    match = _PARAM.match(value)
    if match is None:
        raise _error(path, line, f"cannot read the parameter {value!r}", "Write '#+ param: name kind' or '… = default'")
    name, kind, default = match.groups()
    if kind not in KINDS:
        raise _error(path, line, f"parameter {name} has the unknown kind {kind!r}", f"Kinds: {_or(KINDS)}")
    return Parameter(name, kind, default)


def _order(value: str, path: Path, line: int) -> list[tuple[str, bool]]:
    columns = []
    for item in value.split():
        match = _ORDER.match(item)
        if match is None:
            raise _error(path, line, f"cannot read the order {item!r}", "Write '#+ order: DESC(?year) ?agency'")
        columns.append((match[2], (match[1] or "").upper() == "DESC"))
    return columns


def _check_parameters(path: Path, header: _Header, tokens: tuple[Token, ...]) -> None:
    for i, token in enumerate(tokens):
        if not token.is_variable:
            continue
        declared = token.name in header.parameters
        if token.text[0] == "$" and not declared:
            raise _error(path, token.line, f"{token.text} is not declared", f"Add '#+ param: {token.name} KIND'")
        if token.text[0] == "?" and declared:
            raise _error(path, token.line, f"parameter {token.name} is written {token.text}", f"Write ${token.name}")
        if declared and [t.text.upper() for t in tokens[max(i - 2, 0) : i]] == ["BOUND", "("]:
            # Oxigraph's optimiser decides BOUND before it sees the substitution: the answer would be wrong, silently.
            raise _error(path, token.line, f"BOUND({token.text}) does not see the bound value",
                         f"Write FILTER(COALESCE(… {token.text} …, true))")  # fmt: skip
    used = {token.name for token in tokens if token.is_variable and token.depth > 0}
    for name, (_, line) in header.parameters.items():
        if name not in used:
            raise _error(path, line, f"parameter {name} is not used in the query")


def _check_projection(path: Path, header: _Header, select: Select) -> None:
    used = {token.name for token in select.tokens if token.is_variable}
    for name in header.parameters:
        if name in used and not select.projects(name):
            place = "the SELECT" if select.outer else "a sub-SELECT that uses it"
            raise _error(path, select.line, f"parameter {name} is not projected by {place}",
                         f"Write SELECT … ${name}, else the value given is ignored")  # fmt: skip


def _check_order(path: Path, header: _Header, select: Select) -> None:
    for column, _ in header.order:
        if not select.star and column not in select.columns:
            raise _error(path, header.order_line, f"the order names ?{column}, which is not projected")
    one_row = select.aggregates and not select.has("GROUP", "BY")
    if not (header.order or one_row or select.has("ORDER", "BY")):
        raise _error(path, select.line, "rows without an order", "Add '#+ order: ?column' or ORDER BY")


def _error(path: Path, line: int, what: str, hint: str = "") -> QueryError:
    return QueryError(what, where=f"{path.name}:{line}", hint=hint)


def _or(names: tuple[str, ...]) -> str:
    return ", ".join(names[:-1]) + " or " + names[-1]
