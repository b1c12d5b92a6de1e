"""Whose a number's code is as seen from the report's place, and who gives orders under a name.

机关代字 (GB/T 9704-2012, 7.2.5) are not unique: 新政发 is 新疆's, and among those who cite their own 新泰市's.
"""

import re
from collections.abc import Collection

from gigraph.models import DocumentNumber
from gigraph.registry import Registry
from gigraph.registry.agencies import STATE
from gigraph.registry.issuer_codes import CENTRE, IssuerCode
from gigraph.resolve.area import Area
from gigraph.resolve.place import AgencyName, Place
from gigraph.resolve.placed_names import registry_of

ORGAN = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{1,2}?)(?:政|府)(?P<office>办)?(?:发|函|字|办发|办函|规|通|明电|电|传|秘|综|文|复|督|便)*$"
)
# With which dozens of places' names go on: 江政办发 in a report from 镇江 may be another's.
_COMMON = frozenset("州阳江山安城南北东西中河海水宁平湖市区县")
# What a party committee's code is like, and some of the centre's are (民发, 林办发); those with 国, 中 are its alone.
_COMMITTEE = re.compile(r"[^国中](?:发|规|字|函|办|办[发规字函])")


def users_of(
    number: DocumentNumber, place: Place, registry: Registry, regions: Collection[str]
) -> tuple[IssuerCode, ...]:
    """The agencies of the registry that may have given a number, as seen from the report's place.

    None where they are all elsewhere and an area of the report's own begins with the code's stem: a 新政发 in a report
    from 新泰市 is that city's, not 新疆's, and a 民发 in one from 民乐县 may be its committee's. `regions` are the
    codes of the report's region and its parents.
    """
    code = number.issuer_code
    rows = registry.issuer_codes.users(code, number.year)
    central = bool(rows) and all(row.region == CENTRE for row in rows)
    if central and _COMMITTEE.fullmatch(code) and any(area.name.startswith(code[0]) for area in place.areas):
        return ()
    elsewhere = not any(row.region in (CENTRE, *regions) for row in rows)
    return () if elsewhere and areas_of(code, place, at_head=True) else rows


def areas_of(code: str, place: Place, *, at_head: bool) -> list[Area]:
    """The areas of the report's chain whose names have the stem of a code (咸 of 咸政发), or begin with it.

    Where the registry has codes of an area's government, the stem is theirs, whatever its name: 湖南省 is 湘.
    """
    match = ORGAN.match(code)
    if not match:
        return []
    stem = match["stem"]
    heads = registry_of(place).issuer_codes.heads
    told = [area for area in place.areas if code[:2] in heads.get(area.code, ())]
    unknown = [area for area in place.areas if area.code not in heads and area.grade != "province"]
    begun = [area for area in unknown if _own_name(area).startswith(stem)]
    if told:  # 黔府规 is the province's, no prefecture's; in a county of that letter it may be the county's
        return [*told, *(area for area in begun if area.grade != "prefecture")]
    if not at_head and len(begun) != 1:  # 林政发 is 林芝市's in a report from its 米林县
        begun = [area for area in unknown if stem in _own_name(area)[:-1]]
        if stem in _COMMON:  # 安政办 is 福安市's in its own report, as the city's begins with its own letter
            begun = [area for area in begun if [area] == begun and area is place.areas[0] and area.grade == "county"]
    return [a for a in begun if a.grade != "zone"] or begun  # 同政发 is 大同市's, not its zone's of that name


def _own_name(area: Area) -> str:
    """An area's name without that of the city over it: 新会区 of 江门市新会区."""
    return area.region.name if area.region else area.name


def agency_of_order(place: Place, order: DocumentNumber) -> AgencyName | None:
    """The agency that gives orders under a name: a ministry (建设部令), or a government; no bureau of a place does.

    None for the President's, who promulgates what the congress or its committee has passed.
    """
    body = order.issuer_name
    announces = order.instrument != "令"  # which bureaus do, too
    for name in (body, STATE + body) if body != "主席" else ():
        found = place.agency(name)
        if found and found.region and (announces or found.region == CENTRE or found.kind != "department"):
            return found
    return None
