"""Bodies beside and under the publisher that the text names by less than a name: 威海市局, 城南 of 城南等3个海事处."""

from typing import TYPE_CHECKING

from gigraph.registry.agencies import STATE
from gigraph.registry.regions import short_name
from gigraph.resolve.agency_name import AgencyName
from gigraph.resolve.area import Area
from gigraph.resolve.locating import locate
from gigraph.resolve.placed_names import OF_BODY, kind_of, named, region_agency, registry_of, with_area

if TYPE_CHECKING:
    from gigraph.resolve.place import Place


def same_body(place: "Place", text: str) -> AgencyName | None:
    """威海市局 in a county bureau's report: the body of the publisher's own kind of another place.

    The publisher's name must hold its own place's; the other's stands in it instead (国家税务总局威海市税务局).
    """
    if place.body is None or not place.areas or place.areas[0].region is None:
        return None
    area, length = locate(text, registry_of(place).regions, place.year, place.areas)
    match = OF_BODY.match(text, length) if length and area else None
    own = place.areas[0].name
    if match is None or area is None or own not in place.body.name or not place.body.name.endswith(match.group()):
        return None
    if area.grade not in ("province", "prefecture", "county"):
        return None
    head, _, tail = place.body.name.partition(own)
    rest = text[match.end() :]
    name = head + area.name + tail
    body = AgencyName(name, (area.name + tail,) if head else (), area.code, place.body.kind)
    return unit_of(place, body, rest) if rest else body


def city_branch(place: "Place", area: Area, rest: str) -> AgencyName | None:
    """区公安分局, 县生态环境分局: a branch of the city's bureau, whose trade is another than the publisher's."""
    region, table = area.region, registry_of(place).agencies
    city = next((one for one in place.areas if one.grade == "prefecture"), None)
    full = table.full_bodies(rest.removesuffix("分局") + "局", place.year) if rest.endswith("分局") else ()
    if region is None or region.level != "county" or city is None or len(full) != 1:
        return None
    own = registry_of(place).agencies.body_rows.get(place.body.name.removeprefix(area.name)) if place.body else None
    if own and own.sector == table.body_rows[full[0]].sector:
        return None
    head = city.name + full[0]
    short = short_name(region.name)
    stems = (region.name, short) if region.name.endswith("区") or len(short) < 2 else (short, region.name)
    forms = (*(f"{head}{stem}分局" for stem in stems), area.name + rest, region.name + rest)
    name, *aliases = dict.fromkeys(forms)
    return AgencyName(name, tuple(aliases), area.code, "department", head)


def level_branch(place: "Place", area: Area, rest: str) -> AgencyName | None:
    """A branch of the city's bureau, or (市价格监督检查分局) of the publisher."""
    if not rest.endswith("分局"):
        return None
    own = place.body if area is place.areas[0] else None
    return city_branch(place, area, rest) or (with_area(unit_of(place, own, rest), area, rest) if own else None)


def unit_of(place: "Place", body: AgencyName, rest: str) -> AgencyName | None:
    """A unit (办公室, 党组) of a body."""
    if not kind_of(place, rest):
        return None
    name = named(place, Area(body.name.removeprefix(STATE), (), body.region or "", "body"), rest)
    return AgencyName(name.name, (*name.aliases, body.name + rest), name.region, name.kind, body.name)


def branch(place: "Place", text: str) -> AgencyName | None:
    """A lower body of the publisher, named for what tells it from the others (城南海事处), in full."""
    table = registry_of(place).agencies.shared_nouns
    row = next((table[text[at:]] for at in range(1, len(text)) if text[at:] in table), None)
    if row is None:
        return region_agency(place, text)
    if place.body is None:
        return None
    member, own = text.removesuffix(row.noun), place.body.name
    forms = (row.full, *row.others)
    heads = (own, *place.body.aliases, own.removeprefix(STATE))
    names = dict.fromkeys(form.replace("{own}", head).replace("{}", member) for form in forms for head in heads)
    name, *aliases = (form for form in names)
    kind = kind_of(place, name) or "department"
    return AgencyName(name, tuple(aliases), place.body.region, kind, own)


def at_level(inner: str, word: str, place: "Place") -> str | None:
    """The form of a body ({}财政局) with the suffix that the level uses (厅), if the registry knows it."""
    if "{}" not in inner:
        return None
    if inner.endswith(word):
        return inner
    rows = (
        row
        for row in registry_of(place).agencies.bodies
        for suffix in row.suffixes
        if inner == "{}" + row.stem + suffix
    )
    suffixes = {"厅": "厅", "局": "局", "委": "委员会"}
    return next(("{}" + row.stem + suffixes[word] for row in rows if suffixes[word] in row.suffixes), None)
