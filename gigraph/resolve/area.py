"""Regions and zones as a report sees them: the official form, the code they are keyed by, and the words for them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from gigraph.models import Document
from gigraph.registry.regions import Region, Regions
from gigraph.resolve.party import committee_of
from gigraph.text.view import visible_view


@dataclass(frozen=True, slots=True)
class Area:
    """name: official form (襄阳市襄州区). words: what a report under it calls it (区). code: the key of its bodies.

    grade: province, prefecture, county, zone, town, or body for an organisation in its own right.
    """

    name: str
    words: tuple[str, ...]
    code: str
    grade: str
    region: Region | None = None


def area_of(region: Region, regions: Regions, year: int | None) -> Area:
    """The area of a region of the registry."""
    return Area(regions.full_name(region, year), _words(region, regions), region.code, region.level, region)


def areas_above(area: Area, regions: Regions, year: int | None) -> tuple[Area, ...]:
    """The areas over an area, nearest first; a zone that shares a county's land has that county beside it."""
    if area.region is None:
        return ()
    beside = regions.at(area.region.area, year) if area.region.area else None
    above = regions.ancestors(area.region, year)
    return tuple(area_of(region, regions, year) for region in ((beside,) if beside else ()) + above)


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
            return Area(name, _zone_words(name, regions), "", "zone")
    words = _zone_words(name, regions)
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


def _zone_words(name: str, regions: Regions) -> tuple[str, ...]:
    short = ("高新区",) if "高新" in name else ("经开区",) if "经济技术" in name else ()
    return ("区", *(word for word in regions.words.called if name.endswith(word)), *short)


def unplaced_area(name: str) -> Area:
    """The area of a name that several regions bear, where none is told (新华区): what is named by it has no code."""
    return Area(name, (name[-1],), "", "county")


def _words(region: Region, regions: Regions) -> tuple[str, ...]:
    name = region.name
    if region.level == "zone":
        return _zone_words(name, regions)
    for ending, words in _ENDINGS:
        if name.endswith(ending):
            return words
    return (name[-1],)


_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("特别行政区", ("特区",)),
    ("自治区", ("自治区", "区")),
    ("自治州", ("自治州", "州")),
    ("自治县", ("自治县", "县")),
    ("自治旗", ("自治旗", "旗")),
    ("地区", ("地区", "地")),
    ("神农架林区", ("林区", "区")),
    ("新区", ("新区", "区")),
    ("特区", ("特区", "区")),
)


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


def seat(area: Area) -> str:
    """What governs an area: a zone's management committee, a prefecture's 行政公署, a government.

    >>> seat(Area("阿里地区", ("地区",), "542500", "prefecture")), seat(Area("礼泉县", ("县",), "610425", "county"))
    ('行政公署', '人民政府')
    """
    if area.name.endswith("街道"):
        return "办事处"
    return "管理委员会" if area.grade == "zone" else government_word(area.name, area.grade)


def government_word(place: str, grade: str) -> str:
    """行政公署 in a 地区 or a 盟, which have no people's congress; 人民政府 elsewhere (地方组织法)."""
    return "行政公署" if grade == "prefecture" and place.endswith(("地区", "盟")) else "人民政府"


_TOWN = re.compile(
    r"(?:人民政府)?([\u4e00-\u9fff]{1,10}?(?:民族乡|街道|苏木|镇|乡))"
    r"(?=人民政府|政府|党|委|工作委|纪律|办|人大|社区|便民|综合|纪委|(?:中心)?卫生院|中心[校小]|[小中]学|[\u4e00-\u9fff]{2,14}(?:小组|中心|[所站科室处])|$)(.*)"
)
_OF_TOWN = re.compile("[乡镇]|街道|苏木")
_TOWN_WORDS = {"街道": ("街道", "街"), "苏木": ("苏木",), "镇": ("镇",), "乡": ("乡",)}


def town_area(name: str) -> tuple[Area, str] | None:
    """The town, township or sub-district that a name begins with, and the rest of the name; its code is left empty.

    >>> area, rest = town_area("岚城乡人民政府")
    >>> area.name, area.words, rest
    ('岚城乡', ('乡',), '人民政府')
    """
    match = _TOWN.fullmatch(name) if _OF_TOWN.search(name) else None
    if not match or len(match.group(1)) < 2 or match.group(1) in ("乡镇", "街道", "民族乡"):
        return None
    words = next(words for ending, words in _TOWN_WORDS.items() if match.group(1).endswith(ending))
    return Area(match.group(1), words, "", "town"), match.group(2)


def parent_of(name: str, area: Area, kind: str) -> str | None:
    """The body that an area's body belongs to, where its name or its kind shows it; guidance is another line.

    >>> county = Area("礼泉县", ("县",), "610425", "county")
    >>> parent_of("礼泉县财政局", county, "department"), parent_of("中共礼泉县委宣传部", county, "department")
    ('礼泉县人民政府', '中共礼泉县委')
    """
    if name.endswith("领导小组办公室"):
        return name.removesuffix("办公室")
    committee = f"中共{area.name}委"
    if name.startswith(committee) and name not in (committee, committee + "员会"):
        return committee_of(area.name)
    government = area.name + seat(area)
    belongs = name.startswith(government) or (kind == "department" and name.startswith(area.name))
    return government if belongs and name != government and area.grade not in ("body", "town") else None
