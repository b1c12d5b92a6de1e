"""Terms and statements as canonical N-Quads text: strings in, strings out, no term objects.

The escapes are those of canonical N-Quads (RDF 1.2 N-Quads, "Canonical form"), which Oxigraph writes too, so that a
line made here equals the line of a dump byte for byte.
"""

import datetime
import re
from collections.abc import Iterable
from functools import lru_cache

from gigraph.iris import mint
from gigraph.vocab import term

# Characters that a canonical literal may not hold as they are.
_SPECIAL = re.compile('[\x00-\x1f"\\\\\x7f\ud800-\udfff\ufffe\uffff]')
_ESCAPE = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
# Characters that IRIREF forbids; `iris.mint` never makes them, an IRI of other origin may hold them.
_NO_IRI = re.compile('[\x00-\x20<>"{}|^`\\\\\x7f\ud800-\udfff]')
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# What fits an xsd:decimal of Oxigraph (18 digits behind the point, 128 bits in all).
_DECIMAL = re.compile(r"([+-]?)0*(\d{1,18})(?:\.(\d{0,17}?)0*)?", re.ASCII)

Pair = tuple[str, str | None]  # a prefixed name of a property, and a term in N-Quads or None for no statement


def plain(text: str) -> str:
    r"""A plain literal; a lone surrogate, which no encoding can hold, becomes U+FFFD.

    >>> print(plain('甲"乙\n'))
    "甲\"乙\n"
    """
    if text.isprintable() and '"' not in text and "\\" not in text:  # a superset of the special ones is not printable
        return f'"{text}"'
    return f'"{_SPECIAL.sub(_escape, text)}"'


def zh(text: str) -> str:
    """A literal in Chinese.

    >>> zh("条例")
    '"条例"@zh'
    """
    return plain(text) + "@zh"


def typed(text: str, datatype: str) -> str:
    """A literal with a datatype given as a prefixed name; the text is the caller's care.

    >>> typed("2015", "xsd:gYear")
    '"2015"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    """
    return f"{plain(text)}^^{name(datatype)}"


def boolean(value: bool) -> str:
    """An xsd:boolean."""
    return _TRUE if value else _FALSE


def date(text: object) -> str | None:
    """An xsd:date from YYYY-MM-DD, None where that is no day of the calendar (2018-02-30) or not of this form.

    >>> date("2018-02-30") is None, date("2016-02-29")
    (True, '"2016-02-29"^^<http://www.w3.org/2001/XMLSchema#date>')
    """
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        return None
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return typed(text, "xsd:date")


@lru_cache(maxsize=4096)
def decimal(text: object) -> str | None:
    """An xsd:decimal in canonical form, as Oxigraph writes it; None for what is no plain decimal number.

    >>> print(decimal("012.50"), decimal("-0"), decimal("1e3"))
    "12.5"^^<http://www.w3.org/2001/XMLSchema#decimal> "0"^^<http://www.w3.org/2001/XMLSchema#decimal> None
    """
    match = _DECIMAL.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        return None
    number = match[2] + (f".{match[3]}" if match[3] else "")
    return typed(f"-{number}" if match[1] == "-" and number != "0" else number, "xsd:decimal")


@lru_cache(maxsize=4096)
def iri(value: str) -> str:
    """An IRI in angle brackets; what may not stand between them is percent-encoded."""
    return f"<{_NO_IRI.sub(_percent, value)}>"


@lru_cache(maxsize=4096)
def concept(kind: str, *parts: str) -> str:
    """A term of one of our vocabularies, whose IRI is minted from its kind and key.

    >>> concept("cell-state", "certain")
    '<https://w3id.org/gigraph/id/cell-state/certain>'
    """
    return iri(mint(kind, *parts))


class _Names(dict[str, str]):
    """Terms by their prefixed names, each made when it is first asked for."""

    def __missing__(self, prefixed: str) -> str:
        made = self[prefixed] = f"<{term(prefixed)}>"
        return made


NAMES = _Names()  # the same as `name`, for those who ask for thousands
_TRUE, _FALSE = (f'"{value}"^^{NAMES["xsd:boolean"]}' for value in ("true", "false"))
_TYPE = NAMES["rdf:type"]


def name(prefixed: str) -> str:
    """A term of the vocabulary in angle brackets; raises KeyError for one that data may not use."""
    return NAMES[prefixed]


def node(subject: str, kind: str, pairs: Iterable[Pair]) -> list[str]:
    """The statements about one thing, without graph: its class and a statement for each pair that has an object."""
    found = [f"{subject} {NAMES[predicate]} {value}" for predicate, value in pairs if value is not None]
    found.append(f"{subject} {_TYPE} {NAMES[kind]}")
    return found


def graph_data(graph: str, statements: Iterable[str]) -> bytes:
    """The statements, sorted already and each once, as N-Quads lines in the graph with this IRI, in UTF-8.

    >>> graph_data("a:g", ["<a:s> <a:p> <a:o>"])
    b'<a:s> <a:p> <a:o> <a:g> .\\n'
    """
    end = f" {iri(graph)} .\n"
    return "".join([statement + end for statement in statements]).encode()


def graph_lines(graph: str, statements: Iterable[str]) -> list[bytes]:
    """The statements as sorted N-Quads lines without newlines, each once, in the graph with this IRI."""
    return graph_data(graph, sorted(set(statements))).splitlines()


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return _ESCAPE.get(char) or f"\\u{ord(char):04X}"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))
