"""What an area is called in short, as the names of sites and accounts call it."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from gigraph.registry.regions import short_name
from gigraph.resolve.area import Area
from gigraph.resolve.place import AgencyName

_ZONE = re.compile(r"[我本全]?((?:[\u4e00-\u9fff]{0,8}?(?<!园))园?区)(?![域内外直属管委别块间])")
_OF_ZONE = re.compile(r"(\w{2,4}?)(?:综合|经济|高新|技术|国家|开发|示范|实验|试验|工业|产业|旅游|新区)")


def short_names(area: Area) -> tuple[str, ...]:
    """襄阳市襄州区: 襄州区, 襄州. 合肥经济技术开发区: 合肥."""
    return _shortened(area.region.name if area.region else area.name)


def names_area(words: str, areas: Iterable[Area]) -> bool:
    """Whether words are what one of the areas is called, in full, in short or by its level, and no more."""
    return any(words in (area.name, *area.words, *short_names(area)) for area in areas)


@lru_cache(maxsize=1024)
def _shortened(own: str) -> tuple[str, ...]:
    zone = _OF_ZONE.match(own)
    return own, short_name(own), *((zone.group(1),) if zone else ())


def own_zone(name: str, areas: Sequence[Area]) -> tuple[Area, int] | None:
    """The zone that the publisher belongs to, where a name begins with what it is called, and how long that is.

    开发区, 稀土高新区: characters of its name in their order; 园区 and 区 are any zone in its own reports.
    """
    match = _ZONE.match(name)
    if not match or not areas or areas[0].grade != "zone":
        return None
    left = iter(areas[0].name)
    fits = match[1] == "园区" or all(character in left for character in match[1])
    return (areas[0], match.end()) if fits else None


def area_name(agency: AgencyName) -> str | None:
    """The area that a government or a management committee is named for, in full."""
    for suffix in ("人民政府", "管理委员会", "行政公署"):
        if agency.name.endswith(suffix):
            return agency.name.removesuffix(suffix)
    return None
