"""The words around a mention: its sentence before and after it, folded, on one line."""

import re
from dataclasses import dataclass

from gigraph.models import Document, Span
from gigraph.text.lines import starts_block
from gigraph.text.view import fold

_REACH = 220  # characters before a mention that may belong to its sentence: a list of titles is long
_AHEAD = 90
_HEADING = 24
_ENDS = "。;!?"
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """A document's folded text, character by character that of the document."""

    text: str

    @classmethod
    def of(cls, document: Document) -> "Context":
        return cls(fold(document.text))

    def before(self, position: int) -> str:
        """The sentence up to a position, without white space.

        >>> Context("一、概述。根据 国务院\\n《条例》").before(12)
        '根据国务院'
        """
        begin = max(0, position - _REACH)
        for at in range(position - 1, begin - 1, -1):
            if self._breaks(at):
                begin = at + 1
                break
        return _WHITE.sub("", self.text[begin:position])

    def after(self, position: int) -> str:
        """The rest of the sentence from a position on, without white space."""
        end = min(len(self.text), position + _AHEAD)
        end = next((at for at in range(position, end) if self._breaks(at)), end)
        return _WHITE.sub("", self.text[position:end])

    def gap(self, before: Span, after: Span) -> str:
        """What stands between two mentions, without white space."""
        return _WHITE.sub("", self.text[before.end : after.start])

    def _breaks(self, at: int) -> bool:
        char = self.text[at]
        if char != "\n":
            return char in _ENDS
        rest = self.text[at + 1 : at + 41].lstrip(" ")
        if rest.startswith("\n") or starts_block(rest, 0) or self.text[at - 1 : at] in (":", "。"):
            return True
        return self._is_heading(at)

    def _is_heading(self, end: int) -> bool:
        """Whether the line that ends here is a heading: numbered, and shorter than any line of a printed page."""
        begin = self.text.rfind("\n", max(0, end - 2 * _HEADING), end) + 1
        line = self.text[begin:end].strip(" \t") if begin or end <= 2 * _HEADING else ""
        return 0 < len(line) <= _HEADING and starts_block(line, 0) and line[-1] not in ",、;("
