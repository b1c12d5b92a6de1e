"""Names that begin with a region's or a town's name as agencies; how any body of an area is named."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from gigraph.extractors.agencies.institutions import ACADEMIES, GRADED, HOUSES, SCHOOLS
from gigraph.registry import Registry
from gigraph.registry.regions import short_name
from gigraph.resolve.agency_name import AgencyName
from gigraph.resolve.area import Area, area_of, parent_of, seat, town_area, unplaced_area
from gigraph.resolve.locating import locate
from gigraph.resolve.naming import full_forms
from gigraph.resolve.party import OF_TOWNS

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

_COMMITTEE = re.compile(r"中共[^委]+委员会")
# A committee of a congress is neither the party's nor a department.
_CONGRESS = re.compile(
    r"(?:[\u4e00-\u9fff]{2,12}?(?:人民代表大会|人大)|中国人民政治协商会议)[\u4e00-\u9fff]{2,20}委员会$"
)
_PARTY = re.compile(r"\A(?:中共|中国共产党)(?=.)")
_INSTITUTION = re.compile(
    rf"(?:{ACADEMIES}|{SCHOOLS}|{HOUSES})(?:[\u4e00-\u9fff]{{0,16}}(?:医院|{SCHOOLS})|(?<=大学)[\u4e00-\u9fff]{{2,10}}(?:研究院|研究中心|研究所)|(?<=大学|学院)[\u4e00-\u9fff]{{2,6}}系)?$"
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


def placed_group(place: "Place", text: str) -> AgencyName | None:
    """咸阳口岸信息共享工作小组: a group named for the report's place by its short name is no group of the publisher."""
    shorts = ((area, short_name(area.region.name)) for area in place.areas if area.region)
    area = next((area for area, short in shorts if len(short) > 1 and text.startswith(short)), None)
    group = area is not None and kind_of(place, text) == "leading-group" and not text.startswith(area.name)
    return AgencyName(text, (), area.code, "leading-group") if area and group else None


def placed_institution(place: "Place", text: str) -> AgencyName | None:
    """兰州大学第一医院, 陕西历史博物馆: named for a place by its short name; of that place if it is the report's."""
    if not (graded := GRADED.search(text)) and not _INSTITUTION.search(text):
        return None
    if graded or (
        text.startswith(tuple(registry_of(place).house_words)) and "学" in text and not _own_name(place, text)
    ):
        return AgencyName(text, (), None, kind_of(place, text) or "institution")  # 西北大学: of no place by its name
    shorts = registry_of(place).regions.by_short_name
    region = next((shorts[text[:size]] for size in (4, 3, 2) if text[:size] in shorts), None)
    if region is None and (counties := registry_of(place).regions.counties.get(text[:2])):  # 静宁一中
        own = next((area for area in place.areas if area.code in [county.code for county in counties]), None)
        return named(place, own, text[2:]) if own else AgencyName(text, (), None, "institution")
    if region is None or text.startswith(region.name):
        return None
    code = region.code if any(area.code == region.code for area in place.areas) else None
    return AgencyName(text, (), code, kind_of(place, text) or "institution")


def _own_name(place: "Place", text: str) -> bool:
    return place.body is not None and text.startswith(place.body.name)


def region_agency(place: "Place", text: str) -> AgencyName | None:
    """湖南省财政厅, 中共湖南省委, 西咸新区; the name of a region alone is its government's."""
    bare = _PARTY.sub("", text)
    area, length = by_own_short_name(place, bare) or locate(bare, registry_of(place).regions, place.year, place.areas)
    rest = bare[length:]
    if _OF_GOVERNMENT.match(rest):
        rest = rest.removeprefix("人民").removeprefix("政府")
    if not length:
        return town_agency(place, bare)
    if not rest:
        return named(place, area, seat(area)) if area else None
    if town := town_agency(place, rest, area):
        return replace(town, aliases=_others(town, town.aliases, text))
    if OF_BODY.match(rest) or (not kind_of(place, rest) and not kind_of(place, bare)):
        return None
    if bare != text and rest.startswith("委员会"):
        rest = "委" + rest.removeprefix("委员会")
    area = area or unplaced_area(bare[:length])
    found = named(place, area, rest)
    if bare != text and not found.name.startswith("中共"):  # 中共某县纪律检查委员会办公室
        found = replace(found, name="中共" + found.name)
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
    rest = OF_TOWNS.get(rest, rest) or ("办事处" if town.name.endswith("街道") else "人民政府")
    if not kind_of(place, rest) and rest != "办":
        return None
    name = named(place, replace(town, code=county.code if county else ""), rest)
    return replace(name, aliases=_others(name, name.aliases, county.name + name.name if county else ()))


def named(place: "Place", area: Area, rest: str) -> AgencyName:
    """The body `rest` of an area, in full."""
    naming = full_forms(area.name, rest, registry_of(place).agencies, area.grade, place.year)
    kind = kind_of(place, naming.names[0]) or "agency"
    parent = naming.parent or parent_of(naming.names[0], area, kind)
    candidates = naming.alternatives or ([] if area.code else _of_bearers(place, area, rest))
    return AgencyName(naming.names[0], naming.names[1:], area.code or None, kind, parent, tuple(candidates))


def _of_bearers(place: "Place", area: Area, rest: str) -> Iterator[str]:
    """The bodies `rest` of the regions that bear the name of one that is not told (新华区)."""
    regions = registry_of(place).regions
    for region in regions.named(area.name, place.year) if area.grade == "county" else ():
        yield named(place, area_of(region, regions, place.year), rest).name


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
