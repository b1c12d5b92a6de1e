"""Sites that bear their owner's trade instead of its name: 湖南机关事务网, 教育网站."""

from gigraph.extractors.platforms import PlatformForm
from gigraph.resolve.area import Area
from gigraph.resolve.place import AgencyName, Place
from gigraph.resolve.placed_names import registry_of
from gigraph.resolve.platforms.owners import publisher, word_between
from gigraph.resolve.platforms.short_areas import short_names

_BODIES = ("管理委员会", "管理局", "委员会", "局", "厅", "委", "办公室")


def named_after(form: PlatformForm, place: Place) -> AgencyName | None:
    """The publisher, where a site bears its trade: 湖南机关事务网; 教育网站 in a report of 武汉市教育局."""
    agency = publisher(place)
    if agency is None or not place.areas or not agency.name.startswith(place.areas[0].name):
        return None
    area = place.areas[0]
    rest = agency.name.removeprefix(area.name)
    ending = next((ending for ending in _BODIES if rest.endswith(ending)), "")
    if not ending:
        return None
    words = form.modifier.strip("“”").removesuffix("网")
    short = next((name for name in (area.name, *short_names(area)) if words.startswith(name)), "")
    trade = words.removeprefix(short)
    if len(trade) < 2 or not (short or form.term.endswith(("网站", "官网"))):
        return None
    for _ in range(3):
        if trade == rest.removesuffix(ending) or _is_short_for(trade + ending, area, agency, place):
            return agency
        trade = trade.removesuffix(word_between(trade, registry_of(place)) or "")
        if len(trade) < 2:  # 河南政务服务网 names no trade
            break
    return None


def _is_short_for(words: str, area: Area, agency: AgencyName, place: Place) -> bool:
    """Whether 人社局 is the publisher 人力资源和社会保障局, by the registry of short names."""
    found = place.agency(area.name + words)
    return bool(found and found.name == agency.name and not found.candidates)
