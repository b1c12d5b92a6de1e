"""What regions are called besides their own names."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gigraph.registry.regions import Regions


def names_by_code(regions: "Regions") -> dict[str, frozenset[str]]:
    """By code all that a region is and was called: 湘 and 湖南, 襄樊市, 巴州; no zones, nor short names of several.

    >>> from gigraph.registry import load_registry
    >>> sorted(load_registry().regions.other_names["420600"])
    ['襄樊', '襄樊市', '襄阳', '襄阳市']
    """
    found: dict[str, set[str]] = {row.code: set(row.characters) for row in regions.provinces}
    for name, bearers in regions.by_name.items():
        for region in bearers:
            if region.level != "zone":
                found.setdefault(region.code, set()).add(name)
    for short, region in regions.by_short_name.items():
        found.setdefault(region.code, set()).add(short)
    return {code: frozenset(names) for code, names in found.items()}
