"""Instruments of a region named as the state's are, with the region before the brackets: 省《物业管理条例》."""

import re

from gigraph.extractors.local_names import given_by_regions, named_region, own_level
from gigraph.registry import Registry
from gigraph.resolve.place import Place

_LEAST = 3  # characters of a region's name that tells it: 城区, 郊区 are words, too

_YEAR = re.compile(r"^20\d\d年度?")
_YEAR_FIRST = re.compile(r"(?P<year>20\d\d年)度?(?=[\u4e00-\u9fff])")
_ALL_OF = re.compile(r"全(?P<level>省|自治区|[市县区州盟旗])(?:20\d\d年|政务|政府|信息|党务|行政|依法|法治|财政|预算)")


def of_area_above(name: str, place: Place, registry: Registry) -> bool:
    """Whether a title begins with the name of a region over the publisher's own, and does not name this one.

    Such a title is not the publisher's to give (a county's bureau helps to revise its province's 条例), but a town
    gives 《某县某镇…办法》, and who publishes for a zone may give what bears its city's name.
    """
    if not place.areas or place.areas[0].grade not in ("prefecture", "county", "town"):
        return False
    name = _YEAR.sub("", name)
    level = _ALL_OF.match(name)
    if level:
        area = place.area(level["level"])
        return area is not None and area.code != place.areas[0].code
    length, regions = registry.regions.prefix(name, place.year)
    above = {area.code for area in place.areas[1:]} - {place.areas[0].code}
    own = place.areas[0].region
    return (
        length >= _LEAST
        and len({region.code for region in regions} & above) == len(regions)
        and not (own and own.name in name)
        and place.areas[0].name not in name
    )


def local_title(name: str, before: str, place: Place, registry: Registry) -> str | None:
    """The title with its region, where `before` ends with one and regions give what the state gives under that name.

    None where the title is not a region's; empty where it is, but of which region is not certain (省 in a report from
    nowhere).
    """
    works = [work for work in registry.regulations.named(name) if not work.number]  # notices are one agency's
    if not any(given_by_regions(work, name) for work in works) or registry.regions.prefix(name, place.year)[0]:
        return None
    begin = named_region(before, len(before), registry.regions, _LEAST)
    if begin < len(before):
        return before[begin:] + name
    level = own_level(before, len(before), registry.title_leads)
    if level is None:
        return None
    area = place.area(level)
    return area.name + name if area else ""


def placed_title(name: str, place: Place) -> str | None:
    """A title that its jurisdiction begins, also behind the year: 2022年江西省…要点 is 江西省2022年…要点."""
    if _jurisdiction(name, place):
        return name
    year = _YEAR_FIRST.match(name)
    rest = name[year.end() :] if year else ""
    if not year or place.registry is None or not _jurisdiction(rest, place):
        return None
    length = place.registry.regions.prefix(rest, place.year)[0]
    return rest[:length] + year["year"] + rest[length:]


def _jurisdiction(name: str, place: Place) -> bool:
    """Whether a title begins with the name of one region, as local instruments must (规章制定程序条例)."""
    if place.registry is None:
        return False
    length, regions = place.registry.regions.prefix(name, place.year)
    codes = {area.code for area in place.areas}
    return length >= 3 and (len(regions) == 1 or len([r for r in regions if r.code in codes]) == 1)
