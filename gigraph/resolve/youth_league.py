"""Committees of the youth league, whose short names end as the party's do: 团县委 is not 县委."""

import re
from typing import TYPE_CHECKING

from gigraph.resolve.area import locate
from gigraph.resolve.naming import AgencyName
from gigraph.resolve.placed_names import registry_of

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

_LEAGUE = re.compile(r"(?:共青)?团(?P<place>[\u4e00-\u9fff]{1,12}?)委(?:员会)?(?P<unit>办公室|机关党支部)?")


def youth_league(place: "Place", text: str) -> AgencyName | None:
    """团县委, 共青团礼泉县委 and their offices in full."""
    match = _LEAGUE.fullmatch(text)
    if match is None:
        return None
    area = place.area(match["place"])
    if area is None:
        area, length = locate(match["place"], registry_of(place).regions, place.year, place.areas)
        if area is None or length != len(match["place"]):
            return None
    committee, unit = f"共青团{area.name}委", match["unit"] or ""
    name = f"{committee}员会{unit}"
    aliases = (
        committee + unit,
        f"中国共产主义青年团{area.name}委员会{unit}",
        f"共产主义青年团{area.name}委员会{unit}",
        f"团{area.name}委{unit}",
    )
    parent = f"{committee}员会" if unit else None
    return AgencyName(name, aliases, area.code or None, "mass-organisation", parent)
