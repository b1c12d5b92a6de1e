"""Turtle: all statements, graph by graph under a comment that names it. Turtle itself has no graphs."""

import re
from typing import BinaryIO

from gigraph.exporters.statements import TYPE, Iri, Properties, Statements, Term, things
from gigraph.mapping.lines import iri, plain
from gigraph.store.terms import STRING
from gigraph.vocab import PREFIXES

_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*", re.ASCII)
_BARE = {
    PREFIXES["xsd"] + "boolean": re.compile("true|false"),
    PREFIXES["xsd"] + "integer": re.compile(r"0|-?[1-9][0-9]*"),
}


def write(source: Statements, stream: BinaryIO) -> None:
    """Writes all statements as Turtle."""
    stream.write(prefixes())
    for graph in source.graphs():
        stream.write(f"\n# {iri(graph)}\n".encode())
        for subject, properties in things(source, graph):
            stream.write(block(subject, properties).encode())


def prefixes() -> bytes:
    """The declarations of all prefixes."""
    return "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in sorted(PREFIXES.items())).encode()


def block(subject: Iri, properties: Properties) -> str:
    """All that is said of a thing, with an empty line before it.

    >>> print(block(Iri("urn:a"), [(Iri(TYPE), [Iri(PREFIXES["gi"] + "Region")])]).strip())
    <urn:a> a gi:Region .
    """
    lines = [f"{_verb(predicate)} {' , '.join(map(_term, values))}" for predicate, values in properties]
    return f"\n{_term(subject)} " + " ;\n    ".join(lines) + " .\n"


def _verb(predicate: Iri) -> str:
    return "a" if predicate == TYPE else _term(predicate)


def _term(value: Term) -> str:
    if isinstance(value, Iri):
        return _name(value)
    if value.language:
        return f"{plain(value.value)}@{value.language}"
    if value.datatype == STRING:
        return plain(value.value)
    bare = _BARE.get(value.datatype)
    if bare and bare.fullmatch(value.value):
        return value.value
    return f"{plain(value.value)}^^{_name(value.datatype)}"


def _name(full: str) -> str:
    """A prefixed name where the rest is plain ASCII, else the IRI."""
    cut = max(full.rfind("#"), full.rfind("/")) + 1
    prefix = _PREFIX_OF.get(full[:cut])
    return f"{prefix}:{full[cut:]}" if prefix and _LOCAL.fullmatch(full[cut:]) else iri(full)


_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
