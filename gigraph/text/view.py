"""A document's text as patterns want to see it, with the way back to the characters as they stand.

Folding replaces one code point by one (widths, traditional script); only deletions (zero-width marks, spaces beside
digits, line breaks within a sentence) move offsets, so the map is a short list of breakpoints.
Nothing is taken out of `Document.text` itself.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gigraph.models import Span

HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff"

# Full-width ASCII to ASCII, spaces of all kinds to a space, and the bracket forms that fonts and readers confuse.
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD |= dict.fromkeys((0x3000, 0xA0, 0x09, 0x2002, 0x2003, 0x2009, 0x202F), ord(" "))
_FOLD |= {ord(a): ord(b) for a, b in zip("﹝﹞〘〙〖〗﹤﹥﹐﹑﹔﹕﹖﹗﹙﹚﹪〝〞„•・", "〔〕〔〕【】<>,、;:?!()%“”“··", strict=True)}

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_DIGIT_SPACE = re.compile(rf"(?<=[{HAN}〔(\[第])[ ]{{1,4}}(?=[0-9])|(?<=[0-9])[ ]{{1,4}}(?=[{HAN}〕)\]%])")
_TITLE_BREAK = re.compile(r"《[^《》\n]{0,80}(\s{0,8}\n\s{0,8})(?=[^《》\n]{1,80}[》《])")
_LINE_BREAK = re.compile(r"[ ]{0,8}\n[ ]{0,8}(?=\S)")
_STARTS_BLOCK = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[、)）.]|\d{1,2}[.、)）]|第[一二三四五六七八九十百\d]{1,4}[条章节部]|[-•●■]|附[件表:：]"
)
# Frequent characters of government prose that exist in traditional script alone: enough to see which script it is.
_TRADITIONAL = re.compile("[國務報發關規實縣條據時應為網單開導處員會]")


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
        return Span(self.position(start), self.position(end - 1) + 1)

    def offset(self, position: int) -> int:
        """The first view offset whose character stands at or after a document position."""
        piece = bisect_right(self._source, position) - 1
        following = self._view[piece + 1] if piece + 1 < len(self._view) else len(self.text)
        return min(self._view[piece] + position - self._source[piece], following)


def make_view(text: str) -> View:
    """The matching view of a document's text.

    >>> view = make_view("（国令第 711 号）")
    >>> view.text, view.span(1, 8)
    ('(国令第711号)', Span(start=1, end=10))
    """
    folded = simplify(text.translate(_FOLD))
    pieces: list[str] = []
    starts, sources = [], []
    position = length = 0
    for start, end in _deletions(folded):
        if start > position:
            pieces.append(folded[position:start])
            starts.append(length)
            sources.append(position)
            length += start - position
        position = max(position, end)
    pieces.append(folded[position:])
    starts.append(length)
    sources.append(position)
    return View("".join(pieces), tuple(starts), tuple(sources))


def simplify(text: str) -> str:
    """Traditional characters replaced one by one, where the text is in traditional script; the length stays.

    >>> simplify("政府信息公開條例")
    '政府信息公开条例'
    """
    if not _TRADITIONAL.search(text):
        return text
    return text.translate({ord(ch): _simplified(ch) for ch in set(text) if ch > "\u3400"})


@lru_cache(maxsize=20_000)
def _simplified(char: str) -> str:
    converted = _converter().convert(char)
    return converted if len(converted) == 1 else char


@lru_cache(maxsize=1)
def _converter():  # type: ignore[no-untyped-def]  # the library has no types; it is loaded only where it is needed
    from opencc import OpenCC

    return OpenCC("t2s")


def _deletions(text: str) -> list[tuple[int, int]]:
    found = [match.span() for match in _INVISIBLE.finditer(text)]
    found += [match.span() for match in _DIGIT_SPACE.finditer(text)]
    found += [match.span(1) for match in _TITLE_BREAK.finditer(text)]
    if is_wrapped(text):
        found += _wraps(text)
    return sorted(found)


def is_wrapped(text: str) -> bool:
    """Whether the lines are those of a printed page: many, of limited length, most of them ending within a sentence."""
    lines = [line.strip() for line in text.split("\n")]
    long = [line for line in lines if len(line) >= 15]
    if len(long) < 8 or sorted(map(len, long))[len(long) * 9 // 10] > 60:
        return False
    return sum(line[-1] not in "。!?;:.；：！？" for line in long) * 2 > len(long)


def _wraps(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in _LINE_BREAK.finditer(text):
        line = text[begin : match.start()]
        begin = match.end()
        if not line or line[-1] in "。!?;:|" or "\n" in match.group().strip(" ")[1:]:
            continue
        within = line.count("《") > line.count("》") or line.count("(") > line.count(")")
        if (len(line) >= 15 or within) and not _STARTS_BLOCK.match(text, match.end()):
            yield match.span()
