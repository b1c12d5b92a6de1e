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
_SEVERAL = re.compile(r"[省市县区州旗镇乡各][、和及]?\Z")  # 市、县财政和审计部门 are many
_PROVINCE = re.compile(r"(?:省|自治区)\Z")
_DISTRICT = re.compile(r"(?<!自治)区\Z")
# Of these cities some departments are commissions, which no rule tells.
_MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})


def elliptical(
    text: str, prefixes: Iterable[Prefix], end: int, agencies: Agencies, own: frozenset[str]
) -> Iterator[Member]:
    """The members of such lists, each with the name that it stands for; own: the publisher's places."""
    of_municipality = {"市", *_MUNICIPALITIES} if own & _MUNICIPALITIES else _MUNICIPALITIES
    of_province = {"区"} if not any(map(_DISTRICT.search, own)) and any(map(_PROVINCE.search, own)) else set()
    for prefix in prefixes:
        if prefix.kind not in _KINDS or _SEVERAL.search(text, max(0, prefix.start - 2), prefix.start):
            continue
        members = _members(text, prefix.end, min(end, prefix.end + _FARTHEST))
        known = [(at, stop) for at, stop in members if text[at:stop] in agencies.matters]
        place = text[prefix.start : prefix.end]
        if len(known) < 2 or known[0][0] > prefix.end or 2 * len(known) < len(members) or place in of_municipality:
            continue
        province = place in of_province or _PROVINCE.search(place) is not None
        for at, stop in known:
            begin = prefix.start if at == prefix.end else at
            yield Member(begin, stop, place + _body(text[at:stop], agencies, province=province), "listed", stop)


def _members(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """The members of a list that ends in 部门 or 单位, also those that no table knows (消防); else none."""
    found = []
    while member := _MEMBER.match(text, at, end):
        found.append(member.span(1))
        if not member[2]:
            return found
        at = member.end()
    return []


def _body(stem: str, agencies: Agencies, *, province: bool) -> str:
    """The stem with what such bodies end in: a 厅 in provinces alone."""
    suffixes = agencies.matters[stem]
    return stem + next((suffix for suffix in suffixes if suffix != "厅" or province), suffixes[0])
