"""The publisher's full official name from the names that title, signature, text and metadata give."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from gigraph.models import Document
from gigraph.registry import Registry
from gigraph.resolve.area import Area, areas_above, seat
from gigraph.resolve.area_in_text import (
    addressed,
    county_in_text,
    governed_in_text,
    located_in_text,
    with_a_site_in_text,
)
from gigraph.resolve.locating import locate
from gigraph.resolve.naming import full_forms

_LEVEL = re.compile(r"^(?:自治区|[省市县区州旗盟镇乡])(?=.)")
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,10}(?:镇|乡|街道|苏木)$")
_STEM = re.compile(r"([\u4e00-\u9fff]{1,10}?(?:镇|乡|街道|苏木))(?:人民政府|政府|办事处|办)?")
_TOWN_BODY = re.compile(r"(?:镇|乡|苏木|街道)(?:人民)?政府$|街道办(?:事处)?$")
_TOWN_AND_PARTY = re.compile(r"(?<=[镇乡])党委[、和]?(?:人民)?政府$")
_STREET_GOVERNMENT = re.compile(r"(?<=街道)(?:人民)?政府$")
# A town that has its name from a place elsewhere: 天津街道, 吉林镇.
_NAMED_FOR = re.compile(r"[^省市县区州旗盟](?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|办)?")
# How a text speaks of its own body or place.
_SPEAKS = re.compile(r"[我本全](省|市|县|区|州|旗|盟|镇|乡|街|局|厅|委|办(?!公)|院|校|处|中心)")
_BEGINNING = 3000  # characters
_COMMITTEE = ("管委会", "管委", "管理委员会")
# 某区政府某街道办事处: an agency of the district's government, named without it; with 人民政府 it is the full name.
_OF_THE_GOVERNMENT = re.compile(
    r"(?<=[区县市])(?:政府(?=[\u4e00-\u9fff]{2,8}街道(?:办|$))|人民政府(?=[\u4e00-\u9fff]{2,8}街道(?:办(?!事处)|$)))"
)
_JUNK = re.compile(r"^(?:关于|标题[::]?|我|本)|[\s\"“”]|\([^()]{0,12}\)|（[^（）]{0,12}）$")


def official_publisher(
    names: tuple[str, ...],
    document: Document,
    registry: Registry,
    year: int | None,
    known: Mapping[str, str] = MappingProxyType({}),
) -> tuple[str, int] | None:
    """The full name by the first usable of `names` (in order of trust), and its index; None where none is usable.

    A name without a place (市公安局) takes it from a later name that ends alike, or from the page's site code.
    known: the short forms that the report defines, with what they stand for.
    """
    bared = (_OF_THE_GOVERNMENT.sub("", _without_junk(name, registry)) for name in names)
    cleaned = [known.get(bare, bare) for bare in bared]
    for index, name in enumerate(cleaned):
        if not _usable(name, registry):
            continue
        return _official(name, cleaned, document, registry, year), index
    return None


def _without_junk(name: str, registry: Registry) -> str:
    """A name without 关于 and 我 before it and without brackets; 本 of 本溪市 stays."""
    placed = registry.regions.length_at(name, 0) > 0
    return _JUNK.sub(lambda junk: junk.group() if placed and junk.start() == 0 else "", name)


def _official(name: str, names: list[str], document: Document, registry: Registry, year: int | None) -> str:
    if central := registry.agencies.central_in(name, year):
        return central.name
    area, length = locate(name, registry.regions, year, (), document)
    if length and not _NAMED_FOR.fullmatch(name[length - 1 :]):
        return _placed(area, name, length, registry, year)
    if town := _STEM.fullmatch(name):
        return _town(town.group(1), name, names, document, registry, year)
    if not (_LEVEL.match(name) or name in registry.agencies.body_names):
        return _unplaced(name)
    return _by_level(name, names, document, registry, year)


def _by_level(name: str, names: list[str], document: Document, registry: Registry, year: int | None) -> str:
    """A body's full name whose place a later name, the text or the page's site code gives."""
    level = _LEVEL.match(name)
    rest = name[level.end() :] if level else name
    forms = tuple(dict.fromkeys((rest, *registry.agencies.full_bodies(rest, year))))  # 卫健委, 卫生健康委员会
    for other in names:
        area, length = locate(other, registry.regions, year, (), document)
        if length and other.endswith(forms):
            return _placed(area, other, length, registry, year)
    located = (located_in_text(form, document, registry.regions, year) for form in forms)
    # 市卫健委 is not the province's that the text names, too
    area = next((found for found in located if found and (not level or level.group() in found.words)), None)
    if not area and level:
        area = governed_in_text(level.group(), document, registry.regions, year)
        area = area or with_a_site_in_text(level.group(), document, registry.regions, year)
    if not area:
        above = _site_area(document, registry, year)
        area = next((a for a in above if not level or level.group() in a.words), None)
        area = area or _addressed(level.group() if level else "", rest, document, registry, year)
    return _placed(area, area.name + rest, len(area.name), registry, year) if area else name


def _addressed(level: str, rest: str, document: Document, registry: Registry, year: int | None) -> Area | None:
    """The area that the text's address lies in, of the level that the name or the text tells (县公安局)."""
    said = {level} if level else set(re.findall(rf"([省市县区州旗盟]){re.escape(rest)}", document.text))
    lies_in = addressed(document, registry.regions, year) if len(said) == 1 else ()
    return next((area for area in lies_in if said & set(area.words)), None)


def _town(town: str, name: str, names: list[str], document: Document, registry: Registry, year: int | None) -> str:
    """A town's government with the county that a fuller name, the town's own name in the text, or the text gives it.

    A name that says no more than the town is that of its government.
    """
    bare = _unplaced(name)
    for other in names:
        area, length = locate(other, registry.regions, year, (), document)
        if length and other.removeprefix(other[:length]).startswith(town):
            return _placed(area, other[:length] + bare, length, registry, year)
    area = located_in_text(town, document, registry.regions, year) or county_in_text(document, registry.regions, year)
    lies_in = () if area else addressed(document, registry.regions, year)
    area = area or next((above for above in lies_in if above.grade == "county"), None)
    return _placed(area, area.name + bare, len(area.name), registry, year) if area else bare


def placed_part(name: str, registry: Registry, year: int | None) -> str | None:
    """The part of a name, given in passing, that begins with a place's name or a level word; None where none does.

    The part is a body's name or a place's own (由某县教育局: 某县教育局); 街道 and towns are not told so.
    """
    for start in range(max(len(name) - 2, 0)):
        part = name[start:]
        area, length = locate(part, registry.regions, year)
        central = registry.agencies.central_in(part, year)
        rest = part[length:]
        if central or (
            length and (not rest or (rest in _COMMITTEE and area and area.code) or registry.agencies.kind(rest))
        ):
            return part
        sizes = (size for size in (3, 2) if part[:size] in registry.regions.by_short_name)
        if any(registry.agencies.kind(part[size:]) == "vertical-organ" for size in sizes):
            return part  # 长沙海关, 南京海事局
    if name.endswith(("大学", "学院")):
        return name
    level = _LEVEL.match(name)
    return name if level and name[level.end() :] in registry.agencies.body_names else None


def town_speaking(name: str, text: str) -> str | None:
    """A town or street, given in passing without its place, of whom the text speaks as its own; None of another.

    >>> [town_speaking("东关街道办事处", text) for text in ("2013年，我街道公开信息。", "我区公开信息。")]
    ['东关街道办事处', None]
    """
    town = _STEM.fullmatch(name)
    if not town:
        return None
    said = [match.group(1) for match in _SPEAKS.finditer(text, 0, _BEGINNING)]
    own = sum(word in ("镇", "乡", "街", "办") and town.group(1)[-1] in (word, "道") for word in said)
    return name if own == len(said) else None


def _usable(name: str, registry: Registry) -> bool:
    return (
        len(name) >= 2
        and not re.fullmatch(r"(?:年度?|工作|政府|信息|政务|本级|单位|[省市县区])+", name)
        and "网" not in name[-2:]
    )


def _placed(area: Area | None, name: str, length: int, registry: Registry, year: int | None) -> str:
    """A name that begins with a place's name: an area alone is its government or management committee."""
    rest = name[length:]
    if area is None:
        return name if rest else name + "人民政府"
    if not rest:
        return area.name + seat(area)
    rest = _TOWN_AND_PARTY.sub("人民政府", rest)
    if _TOWN.search(rest) or _TOWN_BODY.search(rest):
        # A district's town stands under the city, too (韶关市武江区某镇人民政府), a county's under the county alone.
        # A place in short (保亭县) has its name in full.
        stands = area.region is not None and name[:length].endswith(area.region.name)
        above = name[:length] if stands and not area.name.endswith(name[:length]) else area.name
        return above + _unplaced(rest)
    forms = full_forms(area.name, rest, registry.agencies, area.grade, year).names
    return area.name + rest if area.name + rest in forms and rest in registry.agencies.full_bodies(rest) else forms[0]


def _unplaced(name: str) -> str:
    if re.search(r"(?:镇|乡|苏木)$", name):
        return name + "人民政府"
    name = _STREET_GOVERNMENT.sub("", name)  # a street has no government of its own
    if name.endswith("街道"):
        return name + "办事处"
    name = re.sub(r"(?<=[镇乡])政府$", "人民政府", name)
    return re.sub(r"管委会?$", "管理委员会", re.sub(r"(?<=街道)办$", "办事处", name))


def _site_area(document: Document, registry: Registry, year: int | None) -> tuple[Area, ...]:
    """The area that the page's 网站标识码 begins with the code of, and those above it."""
    field = document.field("site_code")
    region = registry.regions.at(field.value[:6], year) if field else None
    if region is None:
        return ()
    area, _ = locate(registry.regions.full_name(region, year), registry.regions, year)
    return (area, *areas_above(area, registry.regions, year)) if area else ()
