"""RDF/XML: all statements, for tools that read nothing else. https://www.w3.org/TR/rdf-syntax-grammar/

It has no graphs, XML 1.0 has no control characters (they are left out), and a property's IRI must end in a name.
"""

import re
from functools import lru_cache
from typing import BinaryIO
from xml.sax.saxutils import escape

from gigraph.errors import UsageError
from gigraph.exporters.attributes import attribute, clean
from gigraph.exporters.statements import Iri, Properties, Statements, Term, things
from gigraph.mapping.lines import iri
from gigraph.store.terms import STRING
from gigraph.vocab import PREFIXES

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*\Z", re.ASCII)
_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_KEPT = {"\r": "&#13;"}  # a reader of XML would make a line end of it


def write(source: Statements, stream: BinaryIO) -> None:
    """Writes all statements as RDF/XML. Raises UsageError for a property that XML has no name for."""
    spaces = "".join(f"\n  xmlns:{prefix}={_resource(name)}" for prefix, name in sorted(PREFIXES.items()))
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'.encode())
    for graph in source.graphs():
        stream.write(f"<!-- {iri(graph).replace('--', '%2D%2D')} -->\n".encode())
        for subject, properties in things(source, graph):
            stream.write(_description(subject, properties).encode())
    stream.write(b"</rdf:RDF>\n")


def _description(subject: Iri, properties: Properties) -> str:
    lines = [_property(predicate, value) for predicate, values in properties for value in values]
    return f"<rdf:Description rdf:about={_resource(subject)}>\n" + "".join(lines) + "</rdf:Description>\n"


def _property(predicate: Iri, value: Term) -> str:
    """
    >>> _property(Iri("http://purl.org/dc/terms/creator"), Iri("urn:a"))
    '  <dct:creator rdf:resource="urn:a"/>\\n'
    """
    name, space = _element(predicate)
    if isinstance(value, Iri):
        return f"  <{name}{space} rdf:resource={_resource(value)}/>\n"
    kind = ""
    if value.language:
        kind = f" xml:lang={attribute(value.language)}"
    elif value.datatype != STRING:
        kind = f" rdf:datatype={_resource(value.datatype)}"
    return f"  <{name}{space}{kind}>{escape(clean(value.value), _KEPT)}</{name}>\n"


@lru_cache(maxsize=4096)
def _element(predicate: str) -> tuple[str, str]:
    """The name of a property's element, and the declaration of its namespace where it has no prefix of ours."""
    match = _NAME.search(predicate)
    if match is None:
        raise UsageError("cannot be the name of an element", where=predicate, hint="Take turtle, trig or nquads")
    space, name = predicate[: match.start()], match[0]
    if space in _PREFIX_OF:
        return f"{_PREFIX_OF[space]}:{name}", ""
    return f"p:{name}", f" xmlns:p={_resource(space)}"


def _resource(full: str) -> str:
    """An IRI as an attribute's value, what may not stand in it percent-encoded."""
    return attribute(iri(full)[1:-1])
