"""Bodies under a bureau that its report names alone (a police bureau's 车管所, a civil affairs bureau's 福利院)."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gigraph.registry.agencies import STATE
from gigraph.registry.standing import body_of_region
from gigraph.resolve.agency_name import AgencyName
from gigraph.resolve.branches import city_branch, unit_of
from gigraph.resolve.placed_names import named, registry_of

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

_DISCLOSURE_OFFICE = re.compile(r"(?:政务公开|(?:政府)?信息公开)(?:工作)?办(?:公室)?")
_MANAGES = re.compile(r"(?:管理(?:局|处|所|站|(?:服务|保护)?中心|委员会)|移民局)$")


def is_of_a_sector(place: "Place", text: str) -> bool:
    """Whether only reports of a sector's bureaus tell whose a body is that they name by this alone."""
    if place.areas and place.areas[0].grade == "town":  # which has stations and offices of its own
        return False
    table = registry_of(place).agencies
    return text in table.sector_bodies and text not in table.body_names and text not in table.aliases


def of_unknown(place: "Place", found: AgencyName, text: str) -> AgencyName:
    """The body, without a region where no table knows it: what it was taken for may be another's (滨海市政管理局)."""
    return replace(found, region=None, aliases=(*found.aliases, text)) if _is_unknown(place, text) else found


def _is_unknown(place: "Place", text: str) -> bool:
    table = registry_of(place).agencies
    names = (table.body_names, table.aliases, table.sector_bodies)
    if text.startswith(registry_of(place).matters) or any(text in known for known in names):
        return False
    known = any(text[:size] in table.body_names for size in table.body_sizes.get(text[:2], ()))
    return not known and _MANAGES.search(text) is not None


def of_bureau(place: "Place", text: str) -> AgencyName | None:
    """What a bureau's report names alone: a body of its sector, its office, a branch of a city's."""
    if place.body and _DISCLOSURE_OFFICE.fullmatch(text):
        return unit_of(place, place.body, text)
    if place.areas and (found := city_branch(place, place.areas[0], text)):
        return found
    return _of_sector(place, text)


def _of_sector(place: "Place", text: str) -> AgencyName | None:
    """Such a body in full, if the publisher is a bureau of its sector."""
    row = registry_of(place).agencies.sector_bodies.get(text)
    if row is None or place.body is None or not place.areas or _sector(place) not in row.sectors:
        return None
    own, area = place.body.name.removeprefix(STATE), place.areas[0]
    words = dict.fromkeys((row.full or row.word, row.word))
    under, placed = ([head + word for word in words] for head in (own, area.name))
    name, *others = [*under, *placed] if row.of == "body" else [*placed, *under]
    return replace(named(place, area, row.full or row.word), name=name, aliases=tuple(others), parent=place.body.name)


def _sector(place: "Place") -> str | None:
    """The sector of the bureau that publishes, where its name tells it."""
    registry, body = registry_of(place), place.body
    row = body_of_region(body.name, body.region, registry.agencies, registry.regions) if body else None
    return row.sector if row else None
