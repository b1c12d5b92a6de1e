"""Regions and zones as a report sees them: the official form, the code they are keyed by, and the words for them."""

import re
from dataclasses import dataclass

from gigraph.registry.regions import Region, Regions
from gigraph.resolve.party import committee_of


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


def zone_words(name: str, regions: Regions) -> tuple[str, ...]:
    """What a report under a zone calls it."""
    short = ("高新区",) if "高新" in name else ("经开区",) if "经济技术" in name else ()
    return ("区", *(word for word in regions.words.called if name.endswith(word)), *short)


def unplaced_area(name: str) -> Area:
    """The area of a name that several regions bear, where none is told (新华区): what is named by it has no code."""
    return Area(name, (name[-1],), "", "county")


def _words(region: Region, regions: Regions) -> tuple[str, ...]:
    name = region.name
    if region.level == "zone":
        return zone_words(name, regions)
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
    r"(?=人民政府|政府|党|委|工作委|纪律|办|人大|社区|便民|综合|纪委|(?:中心)?卫生院|中心[校小]|[小中]学|[\u4e00-\u9fff]{2,14}(?:小组|中心|[所站科室处]|办$)|$)(.*)"
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
