"""The one area that a report's own text tells: a town's county, or the region that governs there."""

import re
from collections.abc import Iterable

from gigraph.models import Document
from gigraph.registry.regions import Region, Regions
from gigraph.resolve.area import Area, area_of, areas_above
from gigraph.resolve.locating import locate, without_spaces
from gigraph.text.view import visible_view


def located_in_text(name: str, document: Document, regions: Regions, year: int | None) -> Area | None:
    """The one county in whose name's company a text names a town (遂溪县建新镇)."""
    text = without_spaces(document)
    found = {}
    for match in re.finditer(re.escape(name), text):
        sizes = (_ending_at(text, match.start(), size, regions, year) for size in range(11, 1, -1))
        for region in next(filter(None, sizes), ()):  # the longest name: 安县 is not in 乾安县
            found[region.code] = region
    return area_of(next(iter(found.values())), regions, year) if len(found) == 1 else None


def _ending_at(text: str, end: int, size: int, regions: Regions, year: int | None) -> tuple[Region, ...]:
    """The regions whose name of some size ends at an offset; of several the one under what is named before it."""
    if end < size:
        return ()
    found = regions.named(text[end - size : end], year)
    for above in range(2, min(12, end - size + 1)) if len(found) > 1 else ():
        length, inside = regions.prefix(text[end - size - above : end], year)
        if length == size + above and len(inside) == 1:
            return inside
    return found


_GOVERNED = re.compile(r"人民政府(?!信息公开(?:条例|规定|办法))|(?<!人民)政府(?!信息|采购)|行政公署|行署")


def governed_in_text(level: str, document: Document, regions: Regions, year: int | None) -> Area | None:
    """The one region with a level word (县) whose government a text names (礼泉县人民政府门户网站)."""
    return _only(area for area in _governed(document, regions, year) if level in area.words)


_SITE = re.compile(r"政府(?:信息公开|门户|公众信息)?网")


def with_a_site_in_text(level: str, document: Document, regions: Regions, year: int | None) -> Area | None:
    """The one prefecture with a level word whose government's site a text calls by its short name (咸阳政府网)."""
    text = visible_view(document.text).text
    found = {}
    for match in _SITE.finditer(text):
        shorts = (text[match.start() - size : match.start()] for size in (4, 3, 2))
        region = next((regions.by_short_name[short] for short in shorts if short in regions.by_short_name), None)
        area = area_of(region, regions, year) if region else None
        if area and area.grade == "prefecture" and level in area.words:
            found[area.code] = area
    return _only(found.values())


def county_in_text(document: Document, regions: Regions, year: int | None) -> Area | None:
    """The one county, district or county-level city whose government a town's report names."""
    return _only(area for area in _governed(document, regions, year) if area.grade == "county")


_ADDRESS = re.compile(r"(?:通[讯信]|联系|办公|单位)?(?:地址|地点)[:：]?([\u4e00-\u9fff]{4,30})")


def addressed(document: Document, regions: Regions, year: int | None) -> tuple[Area, ...]:
    """The area that the first address of a text lies in, and those above it; none where it begins with no region."""
    match = _ADDRESS.search(without_spaces(document))
    area, _ = locate(match.group(1), regions, year) if match else (None, 0)
    return (area, *areas_above(area, regions, year)) if area else ()


def _only(areas: Iterable[Area]) -> Area | None:
    found = tuple(areas)
    return found[0] if len(found) == 1 else None


def _governed(document: Document, regions: Regions, year: int | None) -> tuple[Area, ...]:
    """The regions whose governments a text names."""
    text = without_spaces(document)
    found = {}
    for match in _GOVERNED.finditer(text):
        sizes = range(min(11, match.start()), 1, -1)
        names = (_ending_at(text, match.start(), size, regions, year) for size in sizes)
        for region in next(filter(None, names), ()):
            found[region.code] = region
    return tuple(area_of(region, regions, year) for region in found.values())
