"""What a report's graph states, by subject: read from its lines, as they come back from a store."""

import re
from collections.abc import Iterable, Mapping

from gigraph.mapping import Stated
from gigraph.vocab import term

_ESCAPED = re.compile(r'\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|([tbnrf"\\]))')
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "\\": "\\"}
_TYPE, _SPAN, _EXACT = (f"<{term(name)}>" for name in ("rdf:type", "gi:TextSpan", "gi:exact"))

Node = dict[str, list[str]]  # the values of a thing's properties, by short names


def stated_in(lines: Iterable[bytes]) -> Stated:
    """The statements of canonical N-Quads or N-Triples lines of one graph; what is no statement counts as one.

    >>> stated = stated_in([b'<a:s> <a:p> "x y" <a:g> .', b"<a:s> <a:p> <a:o> ."])
    >>> stated.things, stated.count
    ({'<a:s>': ['<a:p> "x y"', '<a:p> <a:o>']}, 2)
    """
    things: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    count = 0
    for line in lines:
        count += 1
        own, _, rest = line.decode().partition(" ")
        predicate, _, rest = rest.partition(" ")
        if predicate == _EXACT:
            words[own] = value(rest)
        elif rest and not (predicate == _TYPE and rest.startswith(_SPAN)):
            things.setdefault(own, []).append(f"{predicate} {_object(rest)}")
    return Stated(things, words, count)


def node_of(about: Iterable[str], wanted: Mapping[str, str]) -> Node:
    """The values of one thing's properties, from its statements. wanted: the short name of each predicate that counts.

    >>> node_of(['<a:p> "x"', "<a:p> <a:o>", "<a:q> <a:o>"], {"<a:p>": "name"})
    {'name': ['x', 'a:o']}
    """
    found: Node = {}
    for statement in about:
        predicate, _, rest = statement.partition(" ")
        if name := wanted.get(predicate):
            found.setdefault(name, []).append(value(rest))
    return found


def first(found: Node, name: str) -> str | None:
    """The first value of a property, None where it has none."""
    return found[name][0] if name in found else None


def value(found: str) -> str:
    """An IRI or the text of a literal, from an object as it stands in a line; what follows it there is no matter."""
    if found.startswith("<"):
        return found[1 : found.index(">")]
    text = found[1 : found.rindex('"')]
    return _ESCAPED.sub(_unescape, text) if "\\" in text else text


def _object(rest: str) -> str:
    """The object at the start of a line's rest, without the name of the graph and the full stop."""
    end = rest.index(">") + 1 if rest.startswith("<") else rest.find(" ", rest.rindex('"'))
    return rest[:end]


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _PLAIN[match[3]]
