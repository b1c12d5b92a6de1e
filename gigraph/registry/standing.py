"""Where an agency stands: system, level and sector, each only where name, kind and region make it certain."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gigraph.registry.agencies import STATE, Agencies
from gigraph.registry.agency_rows import BodyRow
from gigraph.registry.regions import CENTRE, Regions

_PARTY = "中共"
_CONFERENCE = "中国人民政治协商会议"
# Systems by kind of agency; units of others (offices, divisions) have the system of what they belong to.
_SYSTEMS = {
    "party-committee": "party",
    "party-group": "party",
    "congress": "congress",
    "consultative": "consultative",
    "discipline": "supervision",
    "court": "court",
    "procuratorate": "procuratorate",
    "mass-organisation": "mass-organisation",
    "institution": "institution",
    "government": "government",
    "township": "government",
    "subdistrict": "government",
    "prefecture-office": "government",
    "zone-committee": "government",
    "department": "government",
    "vertical-organ": "government",
}
_TOWNS = frozenset({"township", "subdistrict"})
_ZONE = re.compile(r"(?:开发|高新|实验|试验|示范|保税|合作|度假|[新园])区")
_CENTRAL_BODY = re.compile(r"(?:国家|中国|国务院)?(.{2,14}?)(?:部|总局|局|委员会|署|办公室)")


@dataclass(frozen=True, slots=True)
class Standing:
    """Codes of the schemes of systems, levels and sectors; None where one is not certain."""

    system: str | None
    level: str | None
    sector: str | None


def standing(
    name: str, kind: str | None, region: str | None, parent: str | None, agencies: Agencies, regions: Regions
) -> Standing:
    """The standing of an agency, by its full name, its kind, the code of its region and its parent's full name."""
    own = body_of_region(name, region, agencies, regions)
    above = body_of_region(parent, region, agencies, regions) if parent else None
    row = own or above
    sector = row.sector if row else None
    return Standing(_system(name, kind, parent, agencies), _level(name, kind, region, regions), sector)


def body_of_region(name: str, region: str | None, agencies: Agencies, regions: Regions) -> BodyRow | None:
    """The row of the body that an agency is, where its name is a place's name and a body's in full."""
    if region is None:
        return None
    if region == CENTRE:
        match = _CENTRAL_BODY.fullmatch(name.removeprefix(STATE))
        rows = [row for row in agencies.bodies if match and row.stem == match[1]]
        return rows[0] if rows else None
    bare = _without_place(name, region, regions)
    if bare is None:
        return None
    return agencies.body_rows.get(bare) or agencies.body_rows.get(bare.removeprefix("人民政府"))


def _without_place(name: str, region: str, regions: Regions) -> str | None:
    """What stands behind the name of the region in a name, None where it does not stand there."""
    bare = name.removeprefix(_PARTY).removeprefix(_CONFERENCE)
    found = next((form for form in _names_of(region, regions) if bare.startswith(form)), None)
    return bare.removeprefix(found) if found else None


@lru_cache(maxsize=4096)  # a report names many bodies of few regions
def _names_of(region: str, regions: Regions) -> tuple[str, ...]:
    """The names that the region of a code has borne, the longest first."""
    names = {form for each in regions.by_code.get(region, ()) for form in (regions.full_name(each), each.name)}
    return tuple(sorted(names, key=len, reverse=True))


def _system(name: str, kind: str | None, parent: str | None, agencies: Agencies) -> str | None:
    if name.startswith(_PARTY):
        return "supervision" if kind == "discipline" else "party"
    if kind in ("office", "division", None):
        return _SYSTEMS.get(agencies.kind(parent) or "") if parent else None
    return _SYSTEMS.get(kind)


def _level(name: str, kind: str | None, region: str | None, regions: Regions) -> str | None:
    """The level of the region, for towns their own; a zone or a branch has none that is certain."""
    if kind in _TOWNS:
        return "township"
    if region == CENTRE:
        return "central"
    if region is None or kind == "zone-committee" or _without_place(name, region, regions) is None:
        return None
    found = regions.at(region)
    return (
        found.level if found and not re.search(r"(?:开发|高新|实验|试验|示范|保税|合作|度假|[新园])区", name) else None
    )
