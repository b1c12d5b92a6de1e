"""A document's text as patterns want to see it, with the way back to the characters as they stand.

Folding replaces one code point by one (widths, traditional script); only deletions (junk, zero-width marks, pinyin
glosses, spaces beside digits and brackets, line breaks within a sentence) move offsets, so the map is a short list of
breakpoints. Nothing is taken out of `Document.text` itself.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gigraph.models import Block, Role, Span
from gigraph.text.fold import HAN, fold, simplify
from gigraph.text.lines import line_joins, starts_block, within
from gigraph.text.typesetting import loose, torn_lines, torn_numbers

__all__ = ["HAN", "View", "fold", "make_view", "simplify", "visible_view"]

_INVISIBLE = "[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
# A pinyin gloss that a reading aid left behind: 政府(fǔ); the tone mark tells it from a unit or an abbreviation.
_GLOSS = rf"\((?<=[{HAN}]\()[a-zü]{{0,5}}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿếềê][a-zü]{{0,5}}\)"
# One by one: each is found by its first character, together they would be tried at every character.
_UNSEEN = (re.compile(f"{_INVISIBLE}{_INVISIBLE}{{0,998}}"), re.compile(_GLOSS))
# Without tone marks only a run of them is certain, each behind one character: 文(wen)件(jian), but not 公里(km).
_SYLLABLE = r"\((?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[iuü]?(?:[aeiouü]|ai|ei|ao|ou|an|en|ang|eng|ong|er|un|in|ing)\)"
_PLAIN_GLOSSES = re.compile(rf"(?:[{HAN}]{_SYLLABLE}){{2,60}}")
_PLAIN_GLOSS = re.compile(_SYLLABLE)
GLOSS = re.compile(rf"{_GLOSS}|{_SYLLABLE}")

# A title may be broken over lines.
_TITLE = re.compile(r"《[^《》。]{1,200}(?=[《》])")
_BREAK = re.compile(r" {0,40}\n {0,40}")


@dataclass(frozen=True, slots=True)
class View:
    """The folded text and its breakpoints: piece i starts at `_view[i]` here and at `_source[i]` in the document."""

    text: str
    _view: tuple[int, ...]
    _source: tuple[int, ...]

    def position(self, offset: int) -> int:
        """The document offset of the view's character at `offset`."""
        piece = bisect_right(self._view, offset) - 1
        return self._source[piece] + offset - self._view[piece]

    def span(self, start: int, end: int) -> Span:
        """The document's span of the view's characters start..end (end exclusive, not empty)."""
        views, piece = self._view, bisect_right(self._view, start) - 1
        first = self._source[piece] + start - views[piece]
        if piece + 1 == len(views) or end <= views[piece + 1]:  # all of one piece, as most are
            return Span(first, first + end - start)
        return Span(first, self.position(end - 1) + 1)

    def offset(self, position: int) -> int:
        """The first view offset whose character stands at or after a document position; the text's length if none."""
        piece = bisect_right(self._source, position) - 1
        if piece < 0:
            return 0
        following = self._view[piece + 1] if piece + 1 < len(self._view) else len(self.text)
        return min(self._view[piece] + position - self._source[piece], following)


def visible_view(text: str, aside: Iterable[tuple[int, int]] = ()) -> View:
    """The folded text without marks that are not seen, pinyin glosses and the ranges `aside`; everything else stays.

    >>> visible_view("發(fā)布單位").text, visible_view("首页本局报告", [(0, 2)]).text
    ('发布单位', '本局报告')
    """
    folded = fold(text)
    unseen = [*aside, *_not_seen(folded)]
    return _assemble(folded, list(_cut([(0, len(folded))], len(folded), unseen)))


def make_view(text: str, blocks: Sequence[Block] = ()) -> View:
    """The matching view of a document's text; junk blocks are not in it, lines of tables and furniture stay lines.

    >>> view = make_view("（国令第 711 号）")
    >>> view.text, view.span(1, 8)
    ('(国令第711号)', Span(start=1, end=10))
    """
    folded = fold(text)
    unseen = [(block.span.start, block.span.end) for block in blocks if block.role is Role.JUNK]
    unseen += _not_seen(folded)
    pieces = list(_cut([(0, len(folded))], len(folded), unseen))
    view = _assemble(folded, pieces)
    tables = _ranges(view, blocks, {Role.TABLE})
    apart = _ranges(view, blocks, {Role.TABLE, Role.FURNITURE})
    moved = list(loose(view.text, tables, apart))
    moved += [span for span in _breaks(view.text, apart) if not within(span[0], apart)]
    return _assemble(folded, list(_cut(pieces, len(view.text), moved))) if moved else view


def _not_seen(folded: str) -> list[tuple[int, int]]:
    """Marks without a width, and pinyin glosses."""
    found = [match.span() for pattern in _UNSEEN for match in pattern.finditer(folded)]
    for run in _PLAIN_GLOSSES.finditer(folded) if _PLAIN_GLOSS.search(folded) else ():
        found += [match.span() for match in _PLAIN_GLOSS.finditer(folded, *run.span())]
    return found


def _breaks(text: str, apart: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    yield from line_joins(text, apart) or torn_lines(text, apart)
    yield from torn_numbers(text)
    for title in _TITLE.finditer(text):
        if "\n" not in title.group():
            continue
        breaks = [match.span() for match in _BREAK.finditer(text, title.start(), title.end())]
        if not any(starts_block(text, end) for _, end in breaks):
            yield from breaks


def _ranges(view: View, blocks: Iterable[Block], roles: set[Role]) -> list[tuple[int, int]]:
    spans = [block.span for block in blocks if block.role in roles]
    return [(view.offset(span.start), view.offset(span.end)) for span in spans]


def _cut(pieces: list[tuple[int, int]], length: int, deletions: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of the document that stay without `deletions`, which are offsets in the text that `pieces` make."""
    index = begin = 0  # the piece, and where it begins in that text
    position = 0
    for start, end in [*sorted(deletions), (length, length)]:
        while position < start:
            source, stop = pieces[index]
            finish = begin + stop - source
            if position < finish:
                upto = min(start, finish)
                yield source + position - begin, source + upto - begin
                position = upto
            else:
                index, begin = index + 1, finish
        position = max(position, end)


def _assemble(folded: str, pieces: list[tuple[int, int]]) -> View:
    starts, sources, length, before = [], [], 0, -1
    for start, end in pieces or [(len(folded), len(folded))]:
        if start != before:
            starts.append(length)
            sources.append(start)
        length += end - start
        before = end
    return View("".join(folded[start:end] for start, end in pieces), tuple(starts), tuple(sources))
