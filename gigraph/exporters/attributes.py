"""Attributes of nodes and edges as files want them: typed, clean of what XML cannot hold, never empty of value."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from xml.sax.saxutils import quoteattr

# What XML 1.0 (section 2.2, Char) cannot hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Attributes = Mapping[str, object]


def clean(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _NO_XML.sub("", text)


@lru_cache(maxsize=1 << 16)  # the same values come again and again
def attribute(text: str) -> str:
    r"""A text in quotation marks and escaped, as an attribute's value; characters that XML cannot hold are left out.

    >>> attribute('a"b<\x00')
    '\'a"b&lt;\''
    """
    return quoteattr(clean(text))


def text_of(value: object, where: str) -> str:
    """A value as both formats write it. Raises TypeError for None and whatever is no text, number or truth value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    raise TypeError(f"{where}: an attribute is text, a number or a truth value, not {value!r}")


def plain(data: Attributes, where: str) -> dict[str, object]:
    """Attributes for JSON: texts cleaned, others as they are. Raises TypeError as `text_of` does."""
    found: dict[str, object] = {}
    for name, value in data.items():
        found[name] = clean(text_of(value, where)) if not isinstance(value, bool | int | float) else value
    return found


def json_line(value: object) -> bytes:
    """A value as JSON on one line. Raises ValueError for a number that JSON has not."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


def columns(things: Iterable[Attributes]) -> dict[str, str]:
    """The attributes' names, sorted, each with the type that holds all its values: boolean, long, double or string."""
    types: dict[str, set[type]] = {}
    for thing in things:
        for name, value in thing.items():
            types.setdefault(name, set()).add(type(value))
    return {name: _widest(types[name]) for name in sorted(types)}


def _widest(types: set[type]) -> str:
    if types == {bool}:
        return "boolean"
    if types == {int}:
        return "long"
    return "double" if types <= {int, float} else "string"
