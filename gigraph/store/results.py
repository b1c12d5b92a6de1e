"""Answers in the formats of the SPARQL and RDF standards, written by the store's library."""

import json
from typing import Any, Final

import pyoxigraph as ox

from gigraph.errors import UsageError
from gigraph.store.answers import Answer, Rows
from gigraph.store.terms import STRING, Iri, Literal, Term, Triple, native

_OF_ROWS: Final = {
    "srj": ox.QueryResultsFormat.JSON,  # SPARQL 1.1 Query Results JSON Format
    "srx": ox.QueryResultsFormat.XML,  # SPARQL Query Results XML Format
    "srcsv": ox.QueryResultsFormat.CSV,  # SPARQL 1.1 Query Results CSV and TSV Formats
    "srtsv": ox.QueryResultsFormat.TSV,
}
_OF_TRIPLES: Final = {
    "nt": ox.RdfFormat.N_TRIPLES,
    "ttl": ox.RdfFormat.TURTLE,
    "rdf": ox.RdfFormat.RDF_XML,
}


def serialize(answer: Answer, form: str, prefixes: dict[str, str] | None = None) -> bytes:
    """An answer whose cells are terms (`terms=True`): rows as srj, srx, srcsv or srtsv, triples as nt, ttl or rdf.

    prefixes: for Turtle and RDF/XML. Raises UsageError where the format is none for this kind of answer.
    """
    if isinstance(answer, tuple):
        return _triples(answer, form, prefixes or {})
    if form not in _OF_ROWS:
        raise UsageError(f"{form} is for statements", hint=f"The answer is a table: {', '.join(_OF_ROWS)}")
    if isinstance(answer, bool) and form in ("srcsv", "srtsv"):
        raise UsageError(f"{form} has no yes or no", hint="Use srj or srx")
    written = _json(answer)
    if form == "srj":
        return written
    parsed = ox.parse_query_results(written, format=ox.QueryResultsFormat.JSON)
    return parsed.serialize(format=_OF_ROWS[form]) or b""


def _triples(answer: tuple[Triple, ...], form: str, prefixes: dict[str, str]) -> bytes:
    if form not in _OF_TRIPLES:
        raise UsageError(f"{form} is for tables", hint=f"The answer is statements: {', '.join(_OF_TRIPLES)}")
    statements = [ox.Triple(_node(t.subject), _property(t.predicate), _node(t.object)) for t in answer]
    named = prefixes if form != "nt" else None
    return ox.serialize(statements, format=_OF_TRIPLES[form], prefixes=named) or b""


def _property(iri: Iri) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _node(term: Term) -> Any:
    if isinstance(term, Iri) and term.startswith("_:"):  # of a CONSTRUCT's own making
        return ox.BlankNode(term[2:])
    return native(term)


def _json(answer: Rows | bool) -> bytes:
    if isinstance(answer, bool):
        found: dict[str, Any] = {"head": {}, "boolean": answer}
    else:
        bindings = [
            {name: _cell(cell) for name, cell in zip(answer.variables, row, strict=True) if cell is not None}
            for row in answer.rows
        ]
        found = {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False).encode()


def _cell(cell: object) -> dict[str, str]:
    if isinstance(cell, Iri):
        return {"type": "bnode", "value": cell[2:]} if cell.startswith("_:") else {"type": "uri", "value": cell}
    if not isinstance(cell, Literal):
        raise TypeError(f"not a term: {cell!r}")
    kind = {"xml:lang": cell.language} if cell.language else {}
    if not kind and cell.datatype != STRING:
        kind = {"datatype": cell.datatype}
    return {"type": "literal", "value": cell.value, **kind}
