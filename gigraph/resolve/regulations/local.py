"""Instruments of a region named as the state's are, with the region before the brackets: 省《物业管理条例》."""

from gigraph.extractors.local_names import given_by_regions, named_region, own_level
from gigraph.registry import Registry
from gigraph.resolve.place import Place

_LEAST = 3  # characters of a region's name that tells it: 城区, 郊区 are words, too


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
