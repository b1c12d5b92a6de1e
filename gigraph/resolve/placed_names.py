"""Names that begin with the centre's, a region's or a town's name as agencies; how any body of an area is named."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gigraph.registry import Registry
from gigraph.registry.agencies import STATE
from gigraph.registry.regions import CENTRE, Region, short_name
from gigraph.resolve.area import Area, locate, parent_of, seat, town_area
from gigraph.resolve.naming import AgencyName, full_forms

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

_COMMITTEE = re.compile(r"中共[^委]+委员会")
# A committee of a congress is neither the party's nor a department.
_CONGRESS = re.compile(
    r"(?:[\u4e00-\u9fff]{2,12}?(?:人民代表大会|人大)|中国人民政治协商会议)[\u4e00-\u9fff]{2,20}委员会$"
)
_PARTY = re.compile(r"(?:中共|中国共产党)(?=.)")
_INSTITUTION = re.compile(
    r"(?:大学|学院|博物馆|博物院|图书馆|科技馆|美术馆|纪念馆)(?:[\u4e00-\u9fff]{0,9}医院|(?<=大学)[\u4e00-\u9fff]{2,10}(?:研究院|研究中心|研究所))?$"
)
_OF_GOVERNMENT = re.compile(r"(?:人民)?政府(?=.{1,8}街道办事处)")

# A bureau by its place alone, and its units: 威海市局, 威海市局办公室.
OF_BODY = re.compile(r"[局厅](?![长级])(?=$|党|办公室|机关|[\u4e00-\u9fff]{2,8}[处科股室]$)")


def registry_of(place: "Place") -> Registry:
    assert place.registry is not None
    return place.registry


def kind_of(place: "Place", name: str) -> str | None:
    table = registry_of(place).agencies
    if name.startswith("中共") and _COMMITTEE.fullmatch(name):
        return "party-committee"
    if _CONGRESS.match(name):
        return "consultative" if "政" in name else "congress"
    row = table.aliases.get(name)
    return table.kind(row.full[0] if row else name) if name else None


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
    naming = full_forms(stem, rest, registry_of(place).agencies, "body", place.year)
    return AgencyName(naming.names[0], (*naming.names[1:], *aliases), CENTRE, kind, head)


def vertical_organ(place: "Place", text: str) -> AgencyName | None:
    """长沙海关, 湖南调查总队: organs of the centre that are named for a place by its short name."""
    registry = registry_of(place)
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


def placed_group(place: "Place", text: str) -> AgencyName | None:
    """咸阳口岸信息共享工作小组: a group named for the report's place by its short name is no group of the publisher."""
    shorts = ((area, short_name(area.region.name)) for area in place.areas if area.region)
    area = next((area for area, short in shorts if len(short) > 1 and text.startswith(short)), None)
    group = area is not None and kind_of(place, text) == "leading-group" and not text.startswith(area.name)
    return AgencyName(text, (), area.code, "leading-group") if area and group else None


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


def placed_institution(place: "Place", text: str) -> AgencyName | None:
    """兰州大学第一医院, 陕西历史博物馆: named for a place by its short name; of that place if it is the report's."""
    if not _INSTITUTION.search(text):
        return None
    if text[:2] in registry_of(place).house_words and "学" in text and not _own_name(place, text):
        return AgencyName(text, (), None, kind_of(place, text) or "institution")  # 西北大学: of no place by its name
    shorts = registry_of(place).regions.by_short_name
    region = next((shorts[text[:size]] for size in (4, 3, 2) if text[:size] in shorts), None)
    if region is None or text.startswith(region.name):
        return None
    code = region.code if any(area.code == region.code for area in place.areas) else None
    return AgencyName(text, (), code, kind_of(place, text) or "institution")


def _own_name(place: "Place", text: str) -> bool:
    return place.body is not None and text.startswith(place.body.name)


def region_agency(place: "Place", text: str) -> AgencyName | None:
    """湖南省财政厅, 中共湖南省委, 西咸新区; the name of a region alone is its government's."""
    party = _PARTY.match(text)
    bare = text[party.end() :] if party else text
    area, length = by_own_short_name(place, bare) or locate(bare, registry_of(place).regions, place.year, place.areas)
    rest = bare[length:]
    if _OF_GOVERNMENT.match(rest):
        rest = rest.removeprefix("人民").removeprefix("政府")
    if not length:
        return town_agency(place, text)
    if not rest:
        return named(place, area, seat(area)) if area else None
    if town := town_agency(place, rest, area):
        return replace(town, aliases=_others(town, town.aliases, text))
    if OF_BODY.match(rest) or (not kind_of(place, rest) and not kind_of(place, bare)):
        return None
    if bare != text and rest == "委员会":
        rest = "委"
    if area is None:  # several regions bear the name
        return AgencyName(bare, kind=kind_of(place, rest) or "agency")
    found = named(place, area, rest)
    return replace(found, aliases=_others(found, found.aliases, text))


def by_own_short_name(place: "Place", text: str) -> tuple[Area, int] | None:
    """The publisher's area, or one above it, by its short name: 平乡人民政府 in a report of 平乡县.

    Before other words than 人民政府 only where another region bears that name (巴州政府网站 in a report of 巴州区).
    """
    names = registry_of(place).regions.by_name
    for area in place.areas:
        short = short_name(area.region.name) if area.region else ""
        if len(short) < 2 or not text.startswith(short) or (area.region and text.startswith(area.region.name)):
            continue
        if short in names or text.startswith("人民政府", len(short)):
            return area, len(short)
    return None


_ZONE_COMMITTEE = re.compile(r"(?P<level>[市县区州盟旗])(?P<zone>[\u4e00-\u9fff]{0,10}(?:区|园))(?:管委会|管理委员会)")


def _zone_of_level(place: "Place", text: str) -> AgencyName | None:
    """市高新区管委会, 县工业园区管委会: the zone of the area that the level word means, not a zone of that name."""
    match = _ZONE_COMMITTEE.fullmatch(text)
    area = next((one for one in place.areas if match and match["level"] in one.words and one.region), None)
    if match is None or area is None or area.grade == "zone" or area.region is None:
        return None
    short = short_name(area.region.name)
    full, brief = area.name + match["zone"], short + match["zone"]
    names = (brief, full) if area.grade == "prefecture" else (full, brief)
    name, *aliases = dict.fromkeys(form + end for form in names for end in ("管理委员会", "管委会"))
    return AgencyName(name, tuple(aliases), area.code, "zone-committee")


def of_administration(place: "Place", text: str) -> AgencyName | None:
    """行署, 行署住建局: of the 地区 or 盟 that the report's place lies in; 市高新区管委会: of the city's zone."""
    area = next((area for area in place.areas if seat(area) == "行政公署"), None)
    if area is None or not text.startswith("行署"):
        return _zone_of_level(place, text)
    rest = text.removeprefix("行署")
    found = named(place, area, rest if rest.endswith("局") else text)
    return replace(found, aliases=(*found.aliases, area.name + text)) if rest else found


def town_agency(place: "Place", text: str, county: Area | None = None) -> AgencyName | None:
    """岚城乡人民政府: towns take no county's name, but are keyed by the county."""
    found = town_area(text)
    if found is None:
        return None
    town, rest = found
    county = county or next((area for area in place.areas if area.grade not in ("town", "body")), None)
    rest = rest or ("办事处" if town.name.endswith("街道") else "人民政府")
    if not kind_of(place, rest) and rest != "办":
        return None
    name = named(place, replace(town, code=county.code if county else ""), rest)
    return replace(name, aliases=_others(name, name.aliases, county.name + name.name if county else ()))


def named(place: "Place", area: Area, rest: str) -> AgencyName:
    """The body `rest` of an area, in full."""
    naming = full_forms(area.name, rest, registry_of(place).agencies, area.grade, place.year)
    kind = kind_of(place, naming.names[0]) or "agency"
    parent = naming.parent or parent_of(naming.names[0], area, kind)
    return AgencyName(naming.names[0], naming.names[1:], area.code or None, kind, parent, naming.alternatives)


def with_county(place: "Place", found: AgencyName, text: str) -> AgencyName:
    """A town's body with the forms that name the county, or the town's government, before it."""
    county = next((area.name for area in place.areas[1:] if area.region), "")
    if found.name.startswith("中共"):
        forms: tuple[str, ...] = ("中共" + county + found.name.removeprefix("中共"),)
    else:
        own, seated = place.areas[0].name + text, place.areas[0].name + seat(place.areas[0]) + text
        forms = (county + found.name, own, county + own, seated, (place.publisher or "") + text, county + seated)
    aliases = tuple(form for form in dict.fromkeys((*found.aliases, *forms)) if form not in (found.name, text))
    return replace(found, aliases=aliases)


def with_area(found: AgencyName | None, area: Area, rest: str) -> AgencyName | None:
    """A unit of a body, which may also be called by the place's name alone (礼泉县水政监察大队)."""
    return replace(found, aliases=(*found.aliases, area.name + rest)) if found else None


def _others(name: AgencyName, *groups: tuple[str, ...] | str) -> tuple[str, ...]:
    forms = (form for group in groups for form in ((group,) if isinstance(group, str) else group))
    return tuple(form for form in dict.fromkeys(forms) if form != name.name)
