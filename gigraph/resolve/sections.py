"""The headings of a report: under which of them a place stands."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from gigraph.models import Document, Role
from gigraph.text.alternation import alternation
from gigraph.text.view import fold

_SPACE = r"[ \t\u00a0\u3000]"
# Headings of the first level: 一、 and 第一部分 (GB/T 9704-2012, 7.3.3: 一、 is the first level of a text).
_HEADING = re.compile(
    rf"\n{_SPACE}{{0,40}}(?:[一二三四五六七八九十]{{1,3}}{_SPACE}{{0,4}}[、.]|第[一二三四五六七八九十]{{1,3}}(?:部分|章)[:、]?)"
    rf"{_SPACE}{{0,8}}(?P<title>[^\n。;:!?《]{{2,40}}?){_SPACE}{{0,40}}(?=[。:;]|$)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Sections:
    """The headings of the first level by the offset at which each begins."""

    starts: tuple[int, ...] = ()
    titles: tuple[str, ...] = ()

    @classmethod
    def of(cls, document: Document, known: tuple[str, ...] = ()) -> "Sections":
        """The headings of a document's body; one without blocks is all body.

        `known`: headings that are also found within a line, where a page lost its line breaks (一、概述2017年，…).
        """
        text = fold(document.text)
        # With a break before the text, each line is found by the break before it, which is sought faster than a line.
        found = {match.start("title") - 1: (match.start(), match) for match in _HEADING.finditer("\n" + text)}
        for match in _within(known).finditer(text) if known else ():
            found.setdefault(match.start("title"), (match.start(), match))
        in_body = _body(document)
        headings = [(start, at, match) for at, (start, match) in sorted(found.items()) if in_body(at)]
        return cls(
            tuple([start for start, _, _ in headings]),
            tuple(["".join(document.text[at : at + len(match["title"])].split()) for _, at, match in headings]),
        )

    def at(self, offset: int) -> str | None:
        """The heading above an offset of the document's text, None before the first.

        >>> Sections((0, 20), ("概述", "主动公开情况")).at(25)
        '主动公开情况'
        """
        index = bisect_right(self.starts, offset) - 1
        return self.titles[index] if index >= 0 else None


@lru_cache(maxsize=4)
def _within(known: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"[一二三四五六七八九十](?<![\u4e00-\u9fff].)[一二三四五六七八九十]{{0,2}}、{_SPACE}{{0,8}}(?P<title>{alternation(known)})"
    )


def _body(document: Document) -> Callable[[int], bool]:
    """What tells whether an offset is in the body."""
    blocks = document.blocks
    if not blocks:
        return lambda offset: True
    starts = [block.span.start for block in blocks]

    def in_body(offset: int) -> bool:
        index = bisect_right(starts, offset) - 1
        return index >= 0 and blocks[index].role is Role.BODY and offset < blocks[index].span.end

    return in_body
