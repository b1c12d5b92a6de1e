"""Terms as the rest of gigraph sees them: nothing of the store's library leaks above `store`.

An IRI is a `str` that knows that it is one, so that rows can be printed, compared and used as keys without unwrapping.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

import pyoxigraph as ox

from gigraph.errors import QueryError

XSD = "http://www.w3.org/2001/XMLSchema#"
STRING = XSD + "string"
_INTEGERS = frozenset(
    XSD + name for name in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger", "unsignedInt")
)


class Iri(str):
    """An IRI; equal to the string with the same characters.

    >>> Iri("https://w3id.org/gigraph/id/report/1") == "https://w3id.org/gigraph/id/report/1"
    True
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal with its kind: `datatype` is an IRI, `language` a lower-case tag (its datatype is rdf:langString)."""

    value: str
    datatype: str = STRING
    language: str | None = None


Term = Iri | Literal
# A term made plain: literals become str, int, bool, Decimal or float by their datatype (dates stay str).
Value = Iri | str | int | bool | Decimal | float | None
# What a query's variable may be bound to.
Bindable = Iri | Literal | str | int | bool


class Triple(NamedTuple):
    """One statement of a CONSTRUCT answer."""

    subject: Iri
    predicate: Iri
    object: Term


class Quad(NamedTuple):
    """One statement of the store with its graph."""

    subject: Iri
    predicate: Iri
    object: Term
    graph: Iri


def term(found: object) -> Term:
    """The term for one of the library's. Raises TypeError for a blank node: gigraph writes none."""
    if isinstance(found, ox.Literal):
        return Literal(found.value, found.datatype.value, found.language)
    return _resource(found)


def _resource(found: object) -> Iri:
    if isinstance(found, ox.NamedNode):
        return Iri(found.value)
    if isinstance(found, ox.BlankNode):  # made by a user's CONSTRUCT template, never stored
        return Iri(f"_:{found.value}")
    raise TypeError(f"not a term of gigraph: {found!r}")


def plain(found: object) -> Value:
    """The plain Python value for one of the library's terms; a number that does not parse stays text."""
    if found is None:
        return None
    if not isinstance(found, ox.Literal):
        return _resource(found)
    text = found.value
    if found.language or (parser := _PARSERS.get(found.datatype.value)) is None:
        return text
    try:
        return parser(text)
    except (ValueError, ArithmeticError):
        return text


_PARSERS: dict[str, Callable[[str], Value]] = {
    **dict.fromkeys(_INTEGERS, int),
    XSD + "gYear": int,
    XSD + "boolean": lambda text: text in ("true", "1"),
    XSD + "decimal": Decimal,
    XSD + "double": float,
    XSD + "float": float,
}


def native(value: Bindable) -> ox.NamedNode | ox.Literal:
    """The library's term for a value that a caller gives. Raises QueryError where it cannot be one."""
    try:
        if isinstance(value, Iri):
            return ox.NamedNode(value)
        if isinstance(value, Literal):
            if value.language:
                return ox.Literal(value.value, language=value.language)
            return ox.Literal(value.value, datatype=ox.NamedNode(value.datatype))
        return ox.Literal(value)
    except (ValueError, TypeError) as error:
        raise QueryError(f"not a term: {error}", where=repr(value)) from error


def serialised(value: Bindable) -> str:
    """A value as SPARQL writes it, escaped. Raises QueryError where it cannot be a term.

    >>> serialised('a "b"')
    '"a \\\\"b\\\\""'
    """
    return str(native(value))


def bindings(values: Mapping[str, Bindable]) -> dict[ox.Variable, ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple]:
    """Substitutions for a query from variable names without ? and their values."""
    return {ox.Variable(name.lstrip("?$")): native(value) for name, value in values.items()}
