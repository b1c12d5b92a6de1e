"""Where titles begin and end: 《》 with others inside, and marks that lost their partner. One pass with a stack."""

import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from gigraph.registry.document_nouns import DocumentNouns

LONGEST = 150  # characters; titles of notices that name what they issue reach 110
_MARK = re.compile(r"《(?!《《《)|[》〈〉<>。\n]")  # of a long run of opening marks the last three count
_BEGINS = re.compile(r"《(?!《《《)|》")
_PLAIN = re.compile(rf"《[^《》〈〉<>。\n]{{0,{LONGEST - 1}}}》")  # most titles: no mark inside, none lost
# What stands between two opening marks where the second opens a title inside the first.
_EMBEDS = re.compile(
    r"(?:印发|转发|批转|关于|实施|施行|贯彻|落实|执行|修改|修订|发布|公布|颁布|下发|废止|宣传|学习"
    r"|做好|开展|答复|印送|对|及|与|和|按照|根据)[^、,。]{0,12}$"
)


class _Endings(NamedTuple):
    """How titles that lost a mark end: behind one inside it, without the closing mark, without the opening one."""

    after_inner: re.Pattern[str]
    unclosed: re.Pattern[str]
    unopened: re.Pattern[str]


@lru_cache(maxsize=4)
def _endings(nouns: DocumentNouns) -> _Endings:
    noun = nouns.of("unclosed")
    return _Endings(
        re.compile(rf"[^《》。\n]{{0,60}}?{noun}(?=$|[(,、;:。\n])"),
        re.compile(rf"《([^《》〈〉。\n;]{{2,80}}?{noun})(?:[（(](?:试行|暂行|修订)[)）])?(?=[(（,，、;:。\n]|$)"),
        re.compile(
            r"(?:按照|根据|依据|依照|贯彻|落实|执行|遵守|学习|印发|制定|出台)(?:了)?"
            rf"(?P<title>[^《》〈〉,，。;、()（）\n]{{4,50}}{noun})$"
        ),
    )


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A stretch with its marks; `inner` is what stands between them; `repair` says which mark was lost."""

    start: int
    end: int
    inner: tuple[int, int]
    repair: str | None = None


@dataclass(slots=True)
class _Open:
    at: int
    inside: list[Bracketed]
    angle: int | None = None  # a 〉 or > without its own opening mark, which may have closed this
    angles: int = 0


def titles(text: str, start: int, end: int, nouns: DocumentNouns) -> Iterator[Bracketed]:
    """The outermost titles in 《》 between two offsets, in order; `nouns` are those with which documents' names end.

    >>> nouns = DocumentNouns(())
    >>> text = "《关于印发《要点》的通知》和《办法》"
    >>> [text[title.inner[0] : title.inner[1]] for title in titles(text, 0, len(text), nouns)]
    ['关于印发《要点》的通知', '办法']
    """
    position = start
    while match := _BEGINS.search(text, position, end):
        at = match.start()
        if plain := _PLAIN.match(text, at, end):
            position = plain.end()
            yield Bracketed(at, position, (at + 1, position - 1))
        elif text[at] == "》":
            position = at + 1
            yield from _unopened(text, start, at, _endings(nouns))
        else:
            position = yield from _nested(text, at, end, _endings(nouns))


def positions(found: Iterable[Bracketed]) -> frozenset[int]:
    """The offsets that stand in a bracketed stretch, its marks included."""
    return frozenset(chain.from_iterable(range(bracketed.start, bracketed.end) for bracketed in found))


def _nested(text: str, start: int, end: int, endings: _Endings) -> Generator[Bracketed, None, int]:
    """The titles from an opening mark on that is not closed as the first thing; returns where the last ends."""
    stack: list[_Open] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if stack and (mark in "。\n" or at - stack[0].at > LONGEST):
            yield from _give_up(text, stack, at, endings)
            return at
        if mark == "《":
            stack.append(_Open(at, []))
        elif mark == "》":
            yield from _close(stack, at)
            if not stack:
                return at + 1
        elif mark in "〈<":
            stack[-1].angles += 1
        elif mark in "〉>":
            _angle(stack[-1], at)
    yield from _give_up(text, stack, end, endings)
    return end


def _close(stack: list[_Open], at: int) -> Iterator[Bracketed]:
    opening = stack.pop()
    title = Bracketed(opening.at, at + 1, (opening.at + 1, at))
    if stack:
        stack[-1].inside.append(title)
    else:
        yield title


def _unopened(text: str, start: int, at: int, endings: _Endings) -> Iterator[Bracketed]:
    """按照广东省政府信息公开规定》: a title that lost its opening mark, behind a word of citing."""
    match = endings.unopened.search(text, max(start, at - 60), at)
    if match:
        yield Bracketed(match.start("title"), at + 1, match.span("title"), "lost-opening-mark")


def _angle(opening: _Open, at: int) -> None:
    if opening.angles:
        opening.angles -= 1
    elif opening.angle is None:
        opening.angle = at


def _give_up(text: str, stack: list[_Open], limit: int, endings: _Endings) -> Iterator[Bracketed]:
    """What the titles were that lack a closing mark, each looked at once."""
    for position, opening in enumerate(stack):
        following = stack[position + 1].at if position + 1 < len(stack) else limit
        yield from _unclosed(text, opening, min(following, opening.at + LONGEST), endings)


def _unclosed(text: str, opening: _Open, limit: int, endings: _Endings) -> Iterator[Bracketed]:
    first = opening.inside[0] if opening.inside else None
    closed_early = opening.angle is not None and first is not None and opening.angle < first.start
    if first and not closed_early and _EMBEDS.search(text, max(opening.at + 1, first.start - 24), first.start):
        yield _around(text, opening.at, first, limit, endings)
        yield from opening.inside[1:]
        return
    stop = first.start if first else limit
    if opening.angle is not None and opening.angle < stop:
        yield Bracketed(opening.at, opening.angle + 1, (opening.at + 1, opening.angle), "other-closing-mark")
    else:
        match = endings.unclosed.match(text, opening.at, stop)
        if match:
            yield Bracketed(opening.at, match.end(1), match.span(1), "lost-closing-mark")
    yield from opening.inside


def _around(text: str, start: int, inner: Bracketed, limit: int, endings: _Endings) -> Bracketed:
    """《关于印发《X》的通知 without its last mark, or 《关于印发《X的通知》 without the inner one."""
    after = endings.after_inner.match(text, inner.end, max(limit, inner.end))
    end = after.end() if after else inner.end
    return Bracketed(start, end, (start + 1, end if after else inner.end - 1), "lost-closing-mark")
