"""What a body of a vertical system calls the others (总局, 会党委, 陕西总队, 浙江局), from its level and place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gigraph.registry.regions import CENTRE, short_name
from gigraph.registry.vertical_systems import Membership, SystemRow
from gigraph.resolve.agency_name import AgencyName
from gigraph.resolve.area import Area, area_of
from gigraph.resolve.branches import unit_of
from gigraph.resolve.locating import locate
from gigraph.resolve.placed_names import registry_of

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

_GRADES = ("province", "prefecture", "county")


def of_system(place: "Place", text: str) -> AgencyName | None:
    """A body of the publisher's system by what the system's reports call it, and a unit of it (总队办公室)."""
    system = membership(place)
    if system is None:
        return None
    for head, body in _heads(place, system, text):
        rest = text[len(head) :]
        if text.startswith(head) and (found := unit_of(place, body, rest) if rest else body):
            return found
    return None


def membership(place: "Place") -> Membership | None:
    """The publisher's system, if it belongs to one."""
    names = (place.body.name, *place.body.aliases, place.publisher) if place.body else ()
    systems = registry_of(place).systems
    return next((found for name in names if name and (found := systems.of(name, place.year))), None)


def _heads(place: "Place", system: Membership, text: str) -> Iterator[tuple[str, AgencyName]]:
    """What a text of the report may begin with, and the body that it means; the most certain first."""
    yield from _other_place(place, system, text)
    for row in system.rows:
        if not row.in_use(place.year):
            continue
        if row.level in ("centre", "named"):
            body = _body(row, None, place)
            yield from ((word, body) for word in row.words)
            continue
        for area in _areas(place, row):
            body = _body(row, area, place)
            for word in row.words:
                yield from ((level + word, body) for level in area.words)
                if word not in system.row.words and row.level != "any":
                    yield word, body


def _areas(place: "Place", row: SystemRow) -> Iterator[Area]:
    return (area for area in place.areas if area.grade in _GRADES and row.level in ("any", area.grade))


def _other_place(place: "Place", system: Membership, text: str) -> Iterator[tuple[str, AgencyName]]:
    """浙江局, 威海市局, 府谷县级队: a place before the word for a body of its level."""
    for area, length in _located(place, text):
        for row in system.rows:
            if row.level not in ("any", area.grade) or not row.in_use(place.year):
                continue
            for word in sorted(row.words, key=len, reverse=True):
                if text.startswith(word, length):
                    yield text[:length] + word, _body(row, area, place)


def _located(place: "Place", text: str) -> Iterator[tuple[Area, int]]:
    """The region that a text begins with, by its full or its short name: one alone, or the one near the report."""
    regions = registry_of(place).regions
    area, length = locate(text, regions, place.year, place.areas)
    if area and area.grade in _GRADES:
        yield area, length
    for size in (4, 3, 2):
        name = text[:size]
        if own := next((a for a in place.areas if a.region and short_name(a.region.name) == name), None):
            yield own, size
        elif name in regions.by_short_name:
            yield area_of(regions.by_short_name[name], regions, place.year), size
        near = {area.code for area in place.areas}
        found = [one for one in regions.counties.get(name, ()) if one.valid(place.year)]
        found = [one for one in found if len(found) == 1 or any(a.code in near for a in regions.ancestors(one))]
        if len({one.code for one in found}) == 1:
            yield area_of(found[-1], regions, place.year), size


def _body(row: SystemRow, area: Area | None, place: "Place") -> AgencyName:
    """The body of a row at a place, the publisher itself where it is one of its names."""
    full = area.name if area else ""
    short = short_name(area.region.name) if area and area.region else full
    short = short if len(short) > 1 else full  # 乾县
    name, *others = (form.replace("{full}", full).replace("{short}", short) for form in row.forms)
    own = place.publisher_agency
    if own and {name, *others} & {own.name, *own.aliases}:
        return own
    centre = registry_of(place).agencies.central_in(name, place.year)
    kind = centre.kind if centre else "vertical-organ"
    code = area.code if area else CENTRE
    return AgencyName(name, tuple(others), code, kind)
