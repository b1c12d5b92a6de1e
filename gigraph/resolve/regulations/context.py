"""The words around a mention: its sentence before and after it, folded, on one line."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from gigraph.models import Document, Span
from gigraph.text.lines import starts_block
from gigraph.text.view import fold

_REACH = 220  # characters before a mention that may belong to its sentence: a list of titles is long
_AHEAD = 90
_HEADING = 24
_MAY_END = re.compile(r"[。;!?\n]")
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

        >>> Context("本局概述。根据 国务院\\n《条例》").before(12)
        '根据国务院'
        """
        return _before(self.text, position)

    def after(self, position: int) -> str:
        """The rest of the sentence from a position on, without white space."""
        return _after(self.text, position)

    def gap(self, before: Span, after: Span) -> str:
        """What stands between two mentions, without white space."""
        return _WHITE.sub("", self.text[before.end : after.start])


@lru_cache(maxsize=256)  # what is asked of a citation is asked again of its entry
def _before(text: str, position: int) -> str:
    breaks = _breaks(text)
    last = bisect_left(breaks, position)
    begin = max(0, position - _REACH, breaks[last - 1] + 1 if last else 0)
    return _WHITE.sub("", text[begin:position])


@lru_cache(maxsize=256)
def _after(text: str, position: int) -> str:
    breaks, end = _breaks(text), position + _AHEAD
    following = bisect_left(breaks, position)
    if following < len(breaks):
        end = min(end, breaks[following])
    return _WHITE.sub("", text[position:end])


@lru_cache(maxsize=2)
def _breaks(text: str) -> list[int]:
    """Where the sentences of a text end."""
    return [match.start() for match in _MAY_END.finditer(text) if _ends(text, match.start())]


def _ends(text: str, at: int) -> bool:
    if text[at] != "\n":
        return True
    rest = text[at + 1 : at + 41].lstrip(" ")
    if rest.startswith("\n") or starts_block(rest, 0) or text[at - 1 : at] in (":", "。"):
        return True
    return _is_heading(text, at)


def _is_heading(text: str, end: int) -> bool:
    """Whether the line that ends here is a heading: numbered, and shorter than any line of a printed page."""
    begin = text.rfind("\n", max(0, end - 2 * _HEADING), end) + 1
    line = text[begin:end].strip(" \t") if begin or end <= 2 * _HEADING else ""
    return 0 < len(line) <= _HEADING and starts_block(line, 0) and line[-1] not in ",、;("
