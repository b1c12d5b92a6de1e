"""A publisher whose place one report leaves open, joined to the agency that it is: exactly, or not at all.

A hundred counties have a 城关镇人民政府, so that a name alone joins nothing, however few of them a graph knows. The
full names agree, the report names bodies of the agency's own county or of its prefecture and of no other province,
and exactly one agency fits.
"""

from collections.abc import Collection, Iterable
from urllib.parse import unquote

from gigraph.iris import BASE, LOCAL_KEY
from gigraph.registry import Registry
from gigraph.registry.regions import CENTRE, Regions

_LOCAL = f"{BASE}agency/{LOCAL_KEY}"


def is_local(agency: str) -> bool:
    """Whether an agency's key is one report's own, since its region is not certain."""
    return agency.startswith(_LOCAL)


def fitting(named: Iterable[str], near: Collection[str], registry: Registry) -> list[str]:
    """Of the agencies that bear a local one's full name, those that fit the codes of regions that its report names."""
    codes = [code for code in near if code != CENTRE]
    return [other for other in named if codes and _fits(_region(other), codes, registry.regions)]


def _fits(code: str, near: Iterable[str], regions: Regions) -> bool:
    """Whether a county agrees with the codes that a report names: itself or its prefecture, and no other province."""
    region = regions.at(code)
    if region is None or any(other[:2] != code[:2] for other in near):
        return False
    above = {each.code for each in regions.ancestors(region) if each.level == "prefecture"}
    return any(other == code or other in above for other in near)


def _region(own: str) -> str:
    return unquote(own.removeprefix(f"{BASE}agency/")).partition("/")[0]
