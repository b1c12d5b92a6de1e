"""The words around a mention: its sentence before and after it, folded, on one line."""

import re
from dataclasses import dataclass, field

from gigraph.models import Document, Span
from gigraph.text.lines import starts_block
from gigraph.text.view import fold

_REACH = 220  # characters before a mention that may belong to its sentence: a list of titles is long
_AHEAD = 90
_HEADING = 24
_MARKS = "。;!?"  # that end a sentence; a line break may
_MAY_END = re.compile(rf"[{_MARKS}\n]")


@dataclass(frozen=True, slots=True)
class Context:
    """A document's folded text, character by character that of the document; what was asked once is remembered."""

    text: str
    _before: dict[int, str] = field(default_factory=dict, repr=False, compare=False)
    _after: dict[int, str] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, document: Document) -> "Context":
        return cls(fold(document.text))

    def before(self, position: int) -> str:
        """The sentence up to a position, without white space.

        >>> Context("本局概述。根据 国务院\\n《条例》").before(12)
        '根据国务院'
        """
        known = self._before.get(position)
        if known is None:
            begin = _begin(self.text, max(0, position - _REACH), position)
            known = self._before[position] = "".join(self.text[begin:position].split())
        return known

    def after(self, position: int) -> str:
        """The rest of the sentence from a position on, without white space."""
        known = self._after.get(position)
        if known is None:
            end = _end(self.text, position, position + _AHEAD)
            known = self._after[position] = "".join(self.text[position:end].split())
        return known

    def gap(self, before: Span, after: Span) -> str:
        """What stands between two mentions, without white space."""
        return "".join(self.text[before.end : after.start].split())


def _begin(text: str, begin: int, end: int) -> int:
    """Where the sentence begins whose words go up to an offset; `begin` where it ends nowhere between the two."""
    for mark in _MARKS:
        begin = max(begin, text.rfind(mark, begin, end) + 1)
    at = text.rfind("\n", begin, end)
    while at >= 0:
        if _ends(text, at):
            return at + 1
        at = text.rfind("\n", begin, at)
    return begin


def _end(text: str, begin: int, end: int) -> int:
    """Where the first sentence ends that ends between two offsets, else the second."""
    for match in _MAY_END.finditer(text, begin, end):
        at = match.start()
        if text[at] != "\n" or _ends(text, at):
            return at
    return end


def _ends(text: str, at: int) -> bool:
    """Whether the line break at an offset ends a sentence."""
    if text[at + 1 : at + 2] == "\n" or text[at - 1 : at] in (":", "。"):
        return True
    rest = text[at + 1 : at + 41].lstrip(" ")
    return rest.startswith("\n") or starts_block(rest, 0) or _is_heading(text, at)


def _is_heading(text: str, end: int) -> bool:
    """Whether the line that ends here is a heading: numbered, and shorter than any line of a printed page."""
    begin = text.rfind("\n", max(0, end - 2 * _HEADING), end) + 1
    line = text[begin:end].strip(" \t") if begin or end <= 2 * _HEADING else ""
    return 0 < len(line) <= _HEADING and starts_block(line, 0) and line[-1] not in ",、;("
