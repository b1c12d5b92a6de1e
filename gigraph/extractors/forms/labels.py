"""Where a form's labels stand in a text: found by their characters in the form's order, never by position alone."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from gigraph.extractors.forms.cells import NOTHING
from gigraph.extractors.forms.sheet import Sheet
from gigraph.registry.forms import Form, FormItem, Wording

_MOST_HITS = 40  # of one wording in one text
_LONG = 6  # characters of a wording that hardly stands outside a table
_LONGEST = 250  # characters of a label with its note
_NEAR = 1200  # characters between a short label and a long one of its table
_NOTE = re.compile(r"[ \n]{0,4}[”’\"]?[ \n]{0,4}\((?![ \n]{0,2}[一二三四五六七八九十]{1,2}[ \n]{0,2}\))[^()|]{0,160}\)")
_NUMBERS = re.compile(r"\d[ \n]{1,9}\d")
_CONTENT = re.compile(r"[0-9|,。;]")
_SAYS_ZERO = re.compile(rf"(?:[〇零○]|{NOTHING})(?=[ \n|])")
_TOTAL = re.compile(r"[| ]{1,9}[总合][ ]?计")
_QUOTE = re.compile(r"[”’\"》]")
_GLUED = re.compile(r"(?:[条件次篇人个元]\d{2,12}|\d{8})\Z")
_GOES_ON = frozenset(' \n”’"》(')  # what a note or a closing mark behind a label begins with
# Numbering before a label: (一), 一、, 其中:, 1. and 1、; a digit that only a space parts from it is a cell's as soon.
_GAP, _NUMERAL = r"[ \n]{0,2}", "[一二三四五六七八九十]{1,2}"
_WRITTEN = re.compile(
    rf"(?:\({_GAP}{_NUMERAL}{_GAP}\)|{_NUMERAL}{_GAP}[、.]|其{_GAP}中{_GAP}:?(?:[ ]?\d[.、])?)"
    r"[ \n]{0,3}[“‘\"《]?$"
)
_NUMBERING_ENDS = frozenset(").、中:")  # what numbering ends with, if not with a digit
_DIGITS = re.compile(r"(?:\([ \n]{0,2})?(?P<digits>\d{1,2})(?P<mark>[ \n]{0,2}[.、)]|[ ])[ \n]{0,3}[“‘\"《]?$")


class Hit(NamedTuple):
    """An item of a form found in a sheet: `start` at its numbering, `core` at its own words, `end` behind its note."""

    order: int
    item: FormItem
    start: int
    core: int
    end: int
    weight: float


def find_hits(sheet: Sheet, form: Form, part: str) -> list[Hit]:
    """The places where labels of a part's items stand, by offset; short ones (其他, 规章) only near long ones."""
    pattern, begun = form.labels[part]
    found = [(match.start(), wording) for match in pattern.finditer(sheet.han) for wording in begun[match[1]]]
    long = list(_hits(sheet, [one for one in found if len(one[1].core) >= _LONG]))
    if not long:
        return []
    short = _hits(sheet, [one for one in found if len(one[1].core) < _LONG], [hit.core for hit in long])
    return sorted([*long, *short], key=_by_place)


def _is_near(place: int, places: Sequence[int]) -> bool:
    at = bisect_left(places, place)
    return (at < len(places) and places[at] - place <= _NEAR) or (at > 0 and place - places[at - 1] <= _NEAR)


_by_place = itemgetter(3, 0)  # core and order of a hit


def _hits(sheet: Sheet, found: Sequence[tuple[int, Wording]], near: Sequence[int] | None = None) -> Iterator[Hit]:
    """The wordings found that are labels; with `near`, only those that stand near one of these places."""
    counts: dict[int, int] = {}
    text, stretch = sheet.text, sheet.chinese.stretch
    for at, (core, order, item, number, weight) in found:
        first, last = stretch(at, at + len(core))
        count = counts.get(number, 0)
        if count < _MOST_HITS and _is_label(text, first, last, core, item):
            counts[number] = count + 1
            if near is not None and not _is_near(first, near):
                continue
            yield Hit(order, item, label_begin(text, first, item.number), first, _finish(text, last), weight)


def _is_label(text: str, first: int, last: int, core: str, item: FormItem) -> bool:
    """Whether the characters stand together, no cell's content among them; a short label ends where its cell ends."""
    length = len(core)
    if last - first > length and (last - first > 3 * length + 24 or _CONTENT.search(text, first, last)):
        return False
    if length > 4 or item.kind in ("block", "group"):
        return True
    if item.number and _numbered_otherwise(text, first, item.number):
        return False
    rest = text[last : last + 40].lstrip(' \n”’"')
    following = "0" if _SAYS_ZERO.match(rest) else rest[:1]
    if item.kind == "row" and item.number and not _numbering_before(text, first):
        if following == "|" and _TOTAL.match(rest):
            return False  # the head: 其他 | 总计
        return following in "0123456789|-—/+(" and following != ""
    return following == "" or not "\u3400" <= following <= "\u9fff" or item.kind != "row"


def _numbering_before(text: str, first: int) -> bool:
    return bool(_WRITTEN.search(text, max(0, first - 12), first) or _DIGITS.search(text, max(0, first - 8), first))


def _numbered_otherwise(text: str, first: int, number: str) -> bool:
    """Whether a label bears numbering of another style than its own: （六）其他 is not 3.其他."""
    written = _WRITTEN.search(text, max(0, first - 12), first)
    return number[:1].isdigit() and written is not None and written.group()[:1] in "(一二三四五六七八九十"


def label_begin(text: str, first: int, number: str) -> int:
    """Where the label begins with its numbering. Of digits glued to those of a cell only the label's own are its.

    >>> label_begin("00000002.其他法律行政法规禁止公开", 9, "2."), label_begin("0 0 61 行政许可", 7, "")
    (7, 7)
    """
    before = text[max(0, first - 14) : first].rstrip(' \n“‘"《')
    if before[-1:] not in _NUMBERING_ENDS and not before[-1:].isdecimal():
        return first
    written = _WRITTEN.search(text, max(0, first - 14), first)
    if written:
        return written.start()
    match = _DIGITS.search(text, max(0, first - 8), first)
    if not match:
        return first
    expected, digits = number.rstrip("."), match["digits"]
    if match.group().startswith("(") and match["mark"].endswith(")"):
        return match.start()
    start = match.start("digits")
    glued = text[max(0, start - 1) : start].isdigit()
    if match["mark"] == " ":
        if expected and digits.endswith(expected) and _GLUED.search(text, max(0, start - 12), match.end("digits")):
            return match.end("digits") - len(expected)  # 条22 政府网站: the label's number follows the cell's at once
        return start if digits == expected and not glued else first
    if expected.isdecimal() and digits.endswith(expected):
        return match.end("digits") - len(expected)
    return match.end("digits") - 1


def _finish(text: str, last: int) -> int:
    if text[last : last + 1] not in _GOES_ON:
        return last
    note = _NOTE.match(text, last)
    if note and not _NUMBERS.search(note.group()):  # a printed page sets a row's numbers between the lines of its note
        return note.end()
    quote = _QUOTE.match(text, last)
    return quote.end() if quote else last


def best_chain(hits: Sequence[Hit], reach: int) -> tuple[Hit, ...]:
    """The heaviest run of hits with rising offsets in the form's order; a gap costs, beyond `reach` it ends the run."""
    best: list[tuple[float, int]] = []  # of the runs that end here: weight, the hit before
    seen: list[tuple[float, int, int, int]] = []  # the weight of the heaviest so far; order, core and end of the hit
    most, furthest = 0.0, reach + _LONGEST
    for order, _, start, core, end, weight in hits:
        score, previous = weight, -1
        earlier = len(seen) - 1
        while earlier >= 0:
            heaviest, before, place, stop = seen[earlier]
            # A run that could not be heavier than the one found ends the search: what goes before weighs no more.
            if heaviest + weight <= score or start - place > furthest:
                break
            gap = start - stop
            if before < order and 0 <= gap <= reach:
                candidate = best[earlier][0] + weight - gap / 100 - 0.3 * (order - before - 1)
                if candidate > score:
                    score, previous = candidate, earlier
            earlier -= 1
        most = max(most, score)
        best.append((score, previous))
        seen.append((most, order, core, end))
    if not best:
        return ()
    at = [score for score, _ in best].index(most)
    chain = []
    while at != -1:
        chain.append(hits[at])
        at = best[at][1]
    return tuple(reversed(chain))
