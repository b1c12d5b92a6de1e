"""Committees named by their organisation and a place: 团县委 is not 县委, 政协礼泉县委员会 not 中共礼泉县委."""

import re
from typing import TYPE_CHECKING

from gigraph.resolve.agency_name import AgencyName
from gigraph.resolve.area import Area
from gigraph.resolve.locating import locate
from gigraph.resolve.placed_names import named, registry_of

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

_LEAGUE = re.compile(r"(?:共青)?团(?P<place>[\u4e00-\u9fff]{1,12}?)委(?:员会)?(?P<unit>办公室|机关党支部)?")
_PREFECTURE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,8})地委(?!员会)(?P<unit>[\u4e00-\u9fff]{0,12})")
# What the full name has, and what the shorter form of a body that is no place's: 兰州大学党委宣传部.
_PARTS = (("纪律检查委员会", "纪委"), ("机关委员会", "机关党委"), ("委员会", "党委"), ("党组", "党组"))
_CONFERENCE = re.compile(
    r"(?:中国人民政治协商会议|政协)(?P<place>[\u4e00-\u9fff]{1,16}?)委员会(?P<unit>[\u4e00-\u9fff]{0,12})"
)


def committee(place: "Place", text: str) -> AgencyName | None:
    """The committee of the party, the youth league or the 政协 that a text names in full, or a unit of one."""
    return _youth_league(place, text) or _conference(place, text) or _party(place, text)


def _youth_league(place: "Place", text: str) -> AgencyName | None:
    """团县委, 共青团礼泉县委 and their offices in full."""
    match = _LEAGUE.fullmatch(text)
    area = _area(place, match["place"]) if match else None
    if match is None or area is None:
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


def _conference(place: "Place", text: str) -> AgencyName | None:
    """政协礼泉县委员会, 中国人民政治协商会议礼泉县委员会办公室."""
    match = _CONFERENCE.fullmatch(text)
    area = _area(place, match["place"]) if match else None
    return named(place, area, "政协" + match["unit"]) if match and area else None


def _party(place: "Place", text: str) -> AgencyName | None:
    """中共礼泉县财政局党组, 中共喀什地委, 中共某某大学委员会宣传部: what a shorter form is written out to."""
    if not text.startswith("中共"):
        return None
    bare = text.removeprefix("中共")
    if prefecture := _PREFECTURE.fullmatch(bare):
        area = _area(place, prefecture["place"] + "地区")
        return named(place, area, "委" + prefecture["unit"]) if area else None
    for full, short in _PARTS:
        at = bare.find(full)
        found = place.agency(bare[:at] + short + bare[at + len(full) :]) if at > 0 else None
        if found and found.name == text:
            return found
    return None


def _area(place: "Place", words: str) -> Area | None:
    """The area that all of the words name, by its name or as the report's place calls it (县)."""
    if known := place.area(words):
        return known
    area, length = locate(words, registry_of(place).regions, place.year, place.areas)
    return area if length == len(words) else None
