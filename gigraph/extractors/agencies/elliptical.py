"""Departments of a place that a list names by what they are for: 市发改、财政、环保等26个部门.

Behind a level word or a place's name alone, and two or more of them: 财政部门 and 税务、公安等部门 are types.
"""

import re
from collections.abc import Iterable, Iterator

from gigraph.extractors.agencies.prefixes import Prefix
from gigraph.extractors.agencies.shared_nouns import Member
from gigraph.registry.agencies import Agencies
from gigraph.text.fold import HAN

_DEPARTMENTS = (
    r"等?(?:[\d一二三四五六七八九十]{1,3}[余多]?[个家])?(?:相关|有关|职能|主管|成员|责任|业务|涉农){0,2}"
    r"(?:部门|单位)(?!预算|决算|职[能责])"
)
# A member, and what parts it from the next; nothing does where the list ends.
_MEMBER = re.compile(rf"([{HAN}]{{2,12}}?)(?:(、|以及|[和及与])|(?={_DEPARTMENTS}))")
_FARTHEST = 120  # code points from the first to 部门
_KINDS = ("level", "region")
_PROVINCE = re.compile(r"[省]\Z|自治区\Z|\A(?:自治)?区\Z")


def elliptical(text: str, prefixes: Iterable[Prefix], end: int, agencies: Agencies) -> Iterator[Member]:
    """The members of such lists, each with the name that it stands for."""
    for prefix in prefixes:
        if prefix.kind not in _KINDS:
            continue
        members = _members(text, prefix.end, min(end, prefix.end + _FARTHEST))
        known = [(at, stop) for at, stop in members if text[at:stop] in agencies.matters]
        if len(known) < 2 or known[0][0] > prefix.end or 2 * len(known) < len(members):
            continue
        place = text[prefix.start : prefix.end]
        for at, stop in known:
            begin = prefix.start if at == prefix.end else at
            yield Member(begin, stop, place + _body(text[at:stop], place, agencies), "listed", stop)


def _members(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """The members of a list that ends in 部门 or 单位, also those that no table knows (消防); else none."""
    found = []
    while member := _MEMBER.match(text, at, end):
        found.append(member.span(1))
        if not member[2]:
            return found
        at = member.end()
    return []


def _body(stem: str, place: str, agencies: Agencies) -> str:
    """The stem with what such bodies end in: a 厅 in provinces alone."""
    suffixes = agencies.matters[stem]
    province = _PROVINCE.search(place) is not None
    return stem + next((suffix for suffix in suffixes if suffix != "厅" or province), suffixes[0])
