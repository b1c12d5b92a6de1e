"""A publisher whose place one report leaves open, joined to the agency that it is: exactly, or not at all.

A hundred counties have a 城关镇人民政府, so that a name alone joins nothing, however few of them a graph knows. The
full names agree, the report names bodies of the agency's own county or of its prefecture and of no other province,
and exactly one agency fits.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from gigraph.iris import BASE
from gigraph.link.tally import Votes, is_local
from gigraph.registry import Registry
from gigraph.registry.regions import CENTRE, Regions


def same_agencies(agencies: Mapping[str, Votes], registry: Registry) -> dict[str, str]:
    """For each local agency that is joined: the agency. `agencies` are the votes by IRI, in any order."""
    called: dict[str, set[str]] = {}
    for own, votes in agencies.items():
        if not is_local(own):
            for name in votes.all("name", "published_as"):
                called.setdefault(name, set()).add(own)
    found = {}
    for own, votes in agencies.items():
        if is_local(own) and (near := votes.all("near") - {CENTRE}):
            named = {other for name in votes.all("published_as") for other in called.get(name, ())}
            fitting = [other for other in named if _fits(_region(other), near, registry.regions)]
            if len(fitting) == 1:
                found[own] = fitting[0]
    return found


def _fits(code: str, near: Iterable[str], regions: Regions) -> bool:
    """Whether a county agrees with the codes that a report names: itself or its prefecture, and no other province."""
    region = regions.at(code)
    if region is None or any(other[:2] != code[:2] for other in near):
        return False
    above = {each.code for each in regions.ancestors(region) if each.level == "prefecture"}
    return any(other == code or other in above for other in near)


def _region(own: str) -> str:
    return unquote(own.removeprefix(f"{BASE}agency/")).partition("/")[0]
