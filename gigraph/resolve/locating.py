"""Which region or zone a text begins with: of several of one name the one that is near, or that the document names."""

import re
from collections.abc import Callable

from gigraph.models import Document
from gigraph.registry.regions import Region, Regions
from gigraph.resolve.area import Area, area_of, zone_words
from gigraph.text.view import visible_view


def locate(
    text: str, regions: Regions, year: int | None, near: tuple[Area, ...] = (), document: Document | None = None
) -> tuple[Area | None, int]:
    """The area whose name a text begins with, and the length of that name; None where several bear it.

    Of several regions of one name the one among `near`, or the one whose parent the document names, is meant.
    """
    length, found = regions.prefix(text, year)
    words = regions.words
    zone = words.area.match(text) if not words.area_ends.isdisjoint(text) else None
    if zone and zone.end() > length and not _OF_A_LEVEL.match(zone.group(1)):
        return _zone(zone.group(1), regions, year, near, document), zone.end()
    if not length:
        return None, 0
    if len(found) > 1:
        found = _nearest(found, near, regions, year) or _named_in(found, regions, year, document) or found
    if len(found) > 1:
        return None, length
    known = next((area for area in near if area.region is found[0]), None)
    return known or area_of(found[0], regions, year), length


def _zone(
    name: str, regions: Regions, year: int | None, near: tuple[Area, ...], document: Document | None = None
) -> Area:
    """A zone that the registry does not know: keyed by the region that its name begins with, else by the nearest."""
    known = [a for a in near if a.grade == "zone" and a.name[:2] == name[:2] and any(map(name.endswith, a.words[1:]))]
    if len(known) == 1:  # 合肥开发区 in a report of 合肥经济技术开发区
        return known[0]
    length, found = regions.prefix(name, year)
    if len(found) == 1:
        rest, name = name[length:], regions.full_name(found[0], year) + name[length:]
        region: Region | None = _inner(rest, found[0], regions, year) or found[0]
    else:
        region = _short_region(name, regions, year, near, document)
        if region and region.level == "county" and _is_far(region, near):  # 曲江新区 in Shaanxi is not that of 曲江区
            return Area(name, zone_words(name, regions), "", "zone")
    words = zone_words(name, regions)
    above = area_of(region, regions, year) if region else near[0] if near else None
    code = above.code if above else ""
    own = Region(code, name, "zone", code) if code else None
    return Area(name, words, code, "zone", own)


# 县工业园区: some county's.
_OF_A_LEVEL = re.compile(r"[省市县区州盟旗](?:高新|经开|经济|开发|工业|产业|物流|园区|旅游|循环)")


def _is_far(region: Region, near: tuple[Area, ...]) -> bool:
    """Whether a region lies in another province than the report's place."""
    return bool(near) and not any(area.code[:2] == region.code[:2] for area in near)


def _short_region(
    name: str, regions: Regions, year: int | None, near: tuple[Area, ...], document: Document | None
) -> Region | None:
    """The region that a zone's name begins with in short: 长沙 in 长沙高新区, 万州区 in 重庆万州工业园区."""
    size = next((size for size in (2, 3) if name[:size] in regions.by_short_name), 0)
    if not size:
        stem = next((name[:size] for size in (4, 3, 2) if name[:size] in regions.counties), "")
        found = tuple(one for one in regions.counties.get(stem, ()) if one.valid(year))
        if len(found) > 1:
            found = _nearest(found, near, regions, year) or _named_in(found, regions, year, document)
        return found[0] if len(found) == 1 else None
    region = regions.by_short_name[name[:size]]
    return _inner(name[size:], region, regions, year) or region


def _inner(rest: str, region: Region, regions: Regions, year: int | None) -> Region | None:
    """The one region within another whose name without its kind begins these words: 肥东 in 合肥市肥东经济开发区."""
    for stem in (rest[:2], rest[:3]):
        found = [one for kind in "区县市旗" for one in regions.named(stem + kind, year)]
        inner = [one for one in found if any(a.code == region.code for a in regions.ancestors(one, year))]
        if len(inner) == 1:
            return inner[0]
    return None


def _nearest(
    found: tuple[Region, ...], near: tuple[Area, ...], regions: Regions, year: int | None
) -> tuple[Region, ...]:
    """Those of the same city, else of the same province as the report."""
    own = {area.code for area in near}
    if exact := tuple(region for region in found if region.code in own):
        return exact
    for area in near:
        inside = tuple(r for r in found if any(a.code == area.code for a in regions.ancestors(r, year)))
        if len(inside) == 1:
            return inside
    return ()


def without_spaces(document: Document) -> str:
    """A document's text as it is seen, in which names are sought that lines and cells part."""
    return re.sub(r"\s+", "", visible_view(document.text).text)


# What a report calls its province; one of Beijing's, Tianjin's, Shanghai's or Chongqing's speaks of none.
_PROVINCE = re.compile(r"(自治区|(?<![各外本兄])省)(?:人民政府|政府|党?委)(?![员派托])")


def _named_in(
    found: tuple[Region, ...], regions: Regions, year: int | None, document: Document | None
) -> tuple[Region, ...]:
    """Those whose full form, site code or parent the document names."""
    if document is None:
        return ()
    text = without_spaces(document)
    code = document.field("site_code")
    above = {match[-1] for match in _PROVINCE.findall(text)}
    tests: tuple[Callable[[Region], bool], ...] = (
        lambda r: regions.full_name(r, year) != r.name and regions.full_name(r, year) in text,
        lambda r: code is not None and code.value.startswith(r.code),
        lambda r: any(a.name in text for a in regions.ancestors(r, year)[:1]),
        lambda r: any(a.name in text for a in regions.ancestors(r, year)),
        lambda r: any(a.name[-1] in above for a in (r, *regions.ancestors(r, year))[-1:]),
    )
    for test in tests:
        if len(meant := tuple(r for r in found if test(r))) == 1:
            return meant
    return ()
