"""Organs of the centre, what belongs to them, and those of them that are named for a place."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gigraph.registry.agencies import STATE
from gigraph.registry.regions import CENTRE, Region, short_name
from gigraph.resolve.agency_name import AgencyName
from gigraph.resolve.locating import locate
from gigraph.resolve.naming import full_forms
from gigraph.resolve.placed_names import kind_of, registry_of

if TYPE_CHECKING:
    from gigraph.resolve.place import Place


def central_agency(place: "Place", text: str) -> AgencyName | None:
    """国务院, 教育部, and what belongs to them: 教育部办公厅, 水利部太湖流域管理局, 国家税务总局咸阳市税务局."""
    table = registry_of(place).agencies
    rows = table.central_of(text, place.year)
    if len(rows) == 1:
        return AgencyName(rows[0].name, rows[0].aliases, CENTRE, rows[0].kind, rows[0].parent)
    if rows:  # 国家广电总局 in the year in which another took the name over
        return AgencyName(text, (), CENTRE, rows[0].kind, None, tuple(row.name for row in rows))
    for end in table.central_sizes.get(text[:2], ()):
        heads = table.central_of(text[:end], place.year) if 1 < end < len(text) else ()
        if len(heads) == 1 and (kind := kind_of(place, text[end:])):
            return _belonging(place, heads[0].name, text[end:], kind)
    return None


def _belonging(place: "Place", head: str, rest: str, kind: str) -> AgencyName:
    stem = head.removeprefix(STATE) or head
    aliases = (head + rest,) if stem != head else ()
    area, length = locate(rest, registry_of(place).regions, place.year, place.areas)
    if length:
        return AgencyName(stem + rest, (rest, *aliases), area.code if area else None, kind, head)
    if organ := vertical_organ(place, rest):
        return replace(organ, name=stem + rest, aliases=aliases, parent=head)
    if unit := _unit_of_organ(place, stem, rest):
        return replace(unit, aliases=aliases)
    naming = full_forms(stem, rest, registry_of(place).agencies, "body", place.year)
    return AgencyName(naming.names[0], (*naming.names[1:], *aliases), CENTRE, kind, head)


def _unit_of_organ(place: "Place", stem: str, rest: str) -> AgencyName | None:
    """国家统计局礼泉调查队办公室, written in full: it lies where the organ does, not at the centre."""
    organs = registry_of(place).agencies.organs
    for end in range(len(rest) - 2, 3, -1):
        if rest[:end].endswith(organs) and (kind := kind_of(place, rest[end:])):
            organ = vertical_organ(place, rest[:end])
            return AgencyName(stem + rest, (), organ.region, kind, stem + rest[:end]) if organ else None
    return None


def vertical_organ(place: "Place", text: str) -> AgencyName | None:
    """长沙海关, 湖南调查总队: organs of the centre that are named for a place by its short name.

    With the state's name in front (中华人民共和国长沙海关) it is the same body, as its own papers call it.
    """
    registry = registry_of(place)
    if text.startswith(STATE) and (organ := vertical_organ(place, text.removeprefix(STATE))):
        return replace(organ, aliases=(*organ.aliases, text))
    match = registry.agencies.placed_organ.fullmatch(text) if text.endswith(registry.agencies.organs) else None
    if match is None:
        return None
    region = _by_short_name(place, match.group(1))
    if region is None:
        return None
    forms = registry.systems.full_forms(text, match.group(1), place.year) or (text,)
    name = forms[0] if forms[0].endswith(text) else text  # of 咸阳银监分局 the full name has other words
    court = kind_of(place, text)
    kind = court if court in ("court", "procuratorate") else "vertical-organ"
    return AgencyName(name, tuple(form for form in forms if form != name), region.code, kind)


# The office of a group of several ministries: 全国某工作部际联席会议办公室.
_NATIONAL = re.compile(
    r"(?:全国|国务院)[\u4e00-\u9fff]{2,20}(?:(?:领导小组|协调小组|指挥部)(?:办公室)?|(?:(?:联席|协调)会议|委员会)办公室)"
    r"|[\u4e00-\u9fff]{2,20}部际(?:联席|协调)会议(?:办公室)?"
    r"|(?:中央|国务院)[\u4e00-\u9fff]{0,14}(?:督察|督查|督导|巡视|巡查|巡察)(?:组|(?:工作)?(?:领导小组)?办公室)"
    r"|国家(?:自然资源|土地)督察[\u4e00-\u9fff]{2,3}局|民航[\u4e00-\u9fff]{2}地区管理局|[\u4e00-\u9fff]{2}核与辐射安全监督站"
    r"|(?:国家|中国)[\u4e00-\u9fff]{2,14}(?:中心|研究[院所]|规划院|科学院|调查局|检定研究院|博物馆|博物院|图书馆|档案馆|大学(?:[\u4e00-\u9fff]{2,10}(?:研究院|研究中心))?)"
)


def national_office(place: "Place", text: str) -> AgencyName | None:
    """全国清仓查库工作部际联席会议办公室: of the centre, whoever reports."""
    if not _NATIONAL.fullmatch(text):
        return None
    return AgencyName(text, (), CENTRE, kind_of(place, text) or "leading-group", text.removesuffix("办公室") or None)


def _by_short_name(place: "Place", short: str) -> Region | None:
    """The region of a short name, a county's (礼泉调查队) where it is the report's or no other is called so."""
    regions = registry_of(place).regions
    if short in regions.by_short_name:
        return regions.by_short_name[short]
    near = [a.region for a in place.areas if a.region and short_name(a.region.name) == short]
    alone = {one.code: one for one in regions.counties.get(short, ()) if one.valid(place.year)}
    return near[0] if near else next(iter(alone.values())) if len(alone) == 1 else None
