"""Divisions beside divisions: what stands in one list with a division is one too, whatever matter it is named for.

人秘科、特色产业科负责: matters are an open class, and a list is of one sort.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.text.fold import HAN

_DIVISION = (
    r"(?:科(?![学技研普室长目级协员幻创教班])|股(?![份室东长权票金民市])|处(?!分|[理置罚于级室长所境突变以方事]))"
)
# What may follow the last of them: a mark, how many they are, or what they do.
_AFTER = re.compile(
    r"(?=[、,，。;；:：)）\n和与及等各共]|\Z)|[\d一二两三四五六七八九十]{1,3}个|分别|具体|负责|牵头|承[担办]|配合|协[助同]|联合"
    r"|共同|提供|汇总|审[核查]|为|对|在"
)


@dataclass(frozen=True, slots=True)
class Sort:
    """What members of a list end in: behind its joint, and before one."""

    behind: re.Pattern[str]
    before: re.Pattern[str]


def sort_of(suffix: str) -> Sort:
    """The members that end in a pattern."""
    return Sort(
        re.compile(rf"[、和与及](?P<unit>[{HAN}]{{2,9}}?{suffix})"),
        re.compile(rf"(?P<unit>[{HAN}]{{2,16}}{suffix})[、和与及]\Z"),
    )


_DIVISIONS = sort_of(_DIVISION)
_LONGEST = 20
_MOST = 12  # members of a list
_VAGUE = re.compile(
    r"^(?:各|有关|相关|其他|其它|部分|个别|业务|职能|全体|所有|以及|并|我|本|该)|[业职][务能][科处股]$|[科处股].*[科处股]$"
)


def beside_divisions(
    text: str, start: int, end: int, found: Sequence[tuple[int, int]], lexicon: Lexicon, sort: Sort = _DIVISIONS
) -> Iterator[tuple[int, int]]:
    """The members of lists on both sides of the units `found`, that are named for other matters."""
    taken = {at for begin, stop in found for at in range(begin, stop)}
    for begin, stop in found:
        for _ in range(_MOST):
            match = sort.behind.match(text, stop, end)
            if not match or match.end() - 1 in taken or not _is_division(match["unit"], lexicon):
                break
            if not _AFTER.match(text, match.end()) and not lexicon.leads.acts(text, match.end()):
                break
            yield match.span("unit")
            stop = match.end()
        for _ in range(_MOST):
            member = _member_before(text, start, begin, lexicon, sort)
            if member is None or member[1] - 1 in taken:
                break
            yield member
            begin = member[0]


def _member_before(text: str, start: int, begin: int, lexicon: Lexicon, sort: Sort) -> tuple[int, int] | None:
    """The division in the list before an offset: its name begins with its clause, behind a mark, or behind a verb."""
    match = sort.before.search(text, max(start, begin - _LONGEST), begin)
    if not match:
        return None
    at, stop = match.span("unit")
    leads = lexicon.leads
    at = max((place for place in range(at, stop - 2) if leads.leads(text, place, at)), default=at)
    free = at == start or not "\u4e00" <= text[at - 1] <= "\u9fff" or at > match.start("unit")
    return (at, stop) if free and stop - at > 2 and _is_division(text[at:stop], lexicon) else None


def _is_division(name: str, lexicon: Lexicon) -> bool:
    return not _VAGUE.search(name) and lexicon.is_name(name)
