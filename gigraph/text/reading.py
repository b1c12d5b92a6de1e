"""A document as the extractors read it: the matching view, cut to the report's own words, and mentions made from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gigraph.models import Document, Kind, Mention, Role
from gigraph.text.lookalikes import MISREAD_LETTER
from gigraph.text.view import GLOSS, View, fold, make_view


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, its view, and the runs of the view (start, end) that are body text; no pattern reaches over a gap."""

    document: Document
    view: View
    runs: tuple[tuple[int, int], ...]

    def __hash__(self) -> int:
        return hash(self.document)

    @property
    def text(self) -> str:
        """The view's text; offsets into it go through `mention` on their way out."""
        return self.view.text

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the body, in order; offsets are those of the view."""
        for start, end in self.runs:
            yield from pattern.finditer(self.view.text, start, end)

    def mention(self, kind: Kind, start: int, end: int, value: Any, rule: str, repair: str | None = None) -> Mention:
        """A mention from view offsets; its span and text are the document's. A pinyin gloss inside is a repair,
        and so are letters that were read as digits (〔20l6〕).
        """
        span = self.view.span(start, end)
        text = span.of(self.document.text)
        if repair is None and len(text) > end - start and GLOSS.search(fold(text)):
            repair = "gloss"
        elif repair is None and MISREAD_LETTER.search(text) and _digits(text) < _digits(self.text[start:end]):
            repair = "letters-for-digits"
        return Mention(kind, span, text, value, rule, repair)


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def make_reading(document: Document) -> Reading:
    """The reading of a document; one without blocks is all body."""
    view = make_view(document.text, document.blocks)
    return Reading(document, view, tuple(_runs(document, view)))


def _runs(document: Document, view: View) -> Iterator[tuple[int, int]]:
    """The body's runs; junk (a page number, a mark of emphasis) does not end one, a table or page furniture does."""
    if not document.blocks:
        if view.text:
            yield 0, len(view.text)
        return
    start = end = 0
    for block in document.blocks:
        if block.role is Role.BODY:
            start = start if end else view.offset(block.span.start)
            end = view.offset(block.span.end)
        elif block.role is not Role.JUNK and end:
            if start < end:
                yield start, end
            end = 0
    if start < end:
        yield start, end
