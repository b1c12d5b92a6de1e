"""JSON-LD, compacted with ontology/context.jsonld, which stands in the document: nothing is fetched to read it."""

import json
import re
from functools import lru_cache
from typing import Any, BinaryIO

from gigraph.exporters.statements import TYPE, Iri, Properties, Statements, Term, things
from gigraph.resources import resource
from gigraph.store.terms import STRING
from gigraph.vocab import PREFIXES

_BOOLEAN, _INTEGER = PREFIXES["xsd"] + "boolean", PREFIXES["xsd"] + "integer"
_CANONICAL_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")  # what a JSON number holds exactly


def write(source: Statements, stream: BinaryIO) -> None:
    """Writes all statements as one JSON-LD document: a named graph an entry, a thing a line."""
    terms = _terms()
    stream.write(b'{\n"@context": ' + _json(terms.context) + b',\n"@graph": [')
    for number, graph in enumerate(source.graphs()):
        stream.write(b",\n" if number else b"\n")
        stream.write(b'{"@id": ' + _json(terms.identifier(graph)) + b', "@graph": [')
        for turn, (subject, properties) in enumerate(things(source, graph)):
            stream.write(b",\n" if turn else b"\n")
            stream.write(_json(terms.node(subject, properties)))
        stream.write(b"\n]}")
    stream.write(b"\n]\n}\n")


class Terms:
    """A context made ready for compaction. It has one term a property, as ours has."""

    def __init__(self, context: dict[str, Any]) -> None:
        self.context = context
        self.prefixes = {name: value for name, value in context.items() if str(value).endswith(("#", "/"))}
        self.by_iri: dict[str, tuple[str, dict[str, str]]] = {}
        for name, value in context.items():
            definition = value if isinstance(value, dict) else {"@id": value}
            if name not in self.prefixes and not name.startswith("@"):
                self.by_iri[self._full(definition["@id"])] = (name, definition)

    def node(self, subject: Iri, properties: Properties) -> dict[str, Any]:
        """One thing with its properties."""
        found: dict[str, Any] = {"@id": self.identifier(subject)}
        for predicate, values in properties:
            if predicate == TYPE:
                classes = [self.name(str(value)) for value in values]
                found["@type"] = classes[0] if len(classes) == 1 else classes
                continue
            name, definition = self.by_iri.get(predicate, (self.name(predicate), {}))
            made = [self._value(value, definition) for value in values]
            found[name] = made[0] if len(made) == 1 and definition.get("@container") != "@set" else made
        return found

    def identifier(self, iri: str) -> str:
        """The IRI of a thing, shortened with the prefix id where it is one of ours."""
        rest = iri.removeprefix(PREFIXES["id"])
        return f"id:{rest}" if rest != iri and rest and not rest.startswith("//") else iri

    def name(self, iri: str) -> str:
        """A term or prefixed name of a vocabulary, or the IRI."""
        if iri in self.by_iri:
            return self.by_iri[iri][0]
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace) and prefix != "id":
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri

    def _full(self, name: str) -> str:
        prefix, _, rest = name.partition(":")
        return f"{self.prefixes[prefix]}{rest}"

    def _value(self, value: Term, definition: dict[str, str]) -> Any:
        """The value as short as the term's definition allows."""
        coerced = definition.get("@type")
        if isinstance(value, Iri):
            if coerced == "@vocab":
                return self.name(value)
            return self.identifier(value) if coerced == "@id" else {"@id": self.identifier(value)}
        if value.language:
            if definition.get("@language") == value.language:
                return value.value
            return {"@language": value.language, "@value": value.value}
        if value.datatype == STRING:
            return {"@value": value.value} if "@language" in definition or coerced else value.value
        if coerced is not None and not coerced.startswith("@") and self._full(coerced) == value.datatype:
            return _native(value.value, value.datatype)
        return {"@type": self.name(value.datatype), "@value": value.value}


def _native(text: str, datatype: str) -> str | bool | int:
    if datatype == _BOOLEAN and text in ("true", "false"):
        return text == "true"
    if datatype == _INTEGER and _CANONICAL_INTEGER.fullmatch(text):
        return int(text)
    return text


@lru_cache(maxsize=1)
def _terms() -> Terms:
    return Terms(json.loads(resource("ontology", "context.jsonld").read_text("utf-8"))["@context"])


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")
