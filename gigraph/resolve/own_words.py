"""How a report calls its publisher: 我局, 省局, 县政务服务管理局."""

from functools import lru_cache
from typing import TYPE_CHECKING

from gigraph.registry.agencies import Agencies
from gigraph.resolve.agency_name import AgencyName
from gigraph.resolve.area import Area
from gigraph.resolve.placed_names import registry_of

if TYPE_CHECKING:
    from gigraph.resolve.place import Place


def own_words(body: AgencyName | None, areas: tuple[Area, ...], agencies: Agencies) -> tuple[str, ...]:
    """How a report calls its publisher, an organisation, by its body and its areas; longest first.

    >>> from gigraph.registry import load_registry
    >>> area = Area("礼泉县", ("县",), "610425", "county")
    >>> own_words(AgencyName("礼泉县财政局"), (area,), load_registry().agencies)
    ('礼泉县财政局', '县财政局', '财政局', '县局', '局')
    """
    if body is None:
        return ()
    area = areas[0] if areas else None
    return _words(body.name, body.aliases, area.name if area else "", area.words if area else (), agencies)


def words_of(place: "Place") -> tuple[str, ...]:
    """How a report calls its publisher, from its place."""
    return own_words(place.body, place.areas, registry_of(place).agencies)


@lru_cache(maxsize=16)  # asked for each name of a report
def _words(
    name: str, aliases: tuple[str, ...], area: str, levels: tuple[str, ...], agencies: Agencies
) -> tuple[str, ...]:
    placed = next((form for form in (name, *aliases) if area and form.startswith(area)), name)
    inner = placed.removeprefix(area)
    short = next((words for last, words in agencies.own_words if inner.endswith(last)), ())
    words = {name, inner, *aliases, *short}
    for level in levels:
        # 区委 is the party's committee, also in the report of a 委员会.
        words |= {level + inner, *(level + word for word in short if word != "委")}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def abbreviates(place: "Place", text: str) -> bool:
    """Whether a name with the publisher's place leaves out characters of the publisher's name alone (县政务局).

    The first two characters behind the level word stand together in the publisher's name, the others in their order,
    and no other body is written so; or all bodies that are written so leave out characters of the publisher's name,
    too (经合局 of 经济技术合作局: 经济合作局).
    """
    area = place.areas[0] if place.areas else None
    level = next((word for word in ((area.name, *area.words) if area else ()) if text.startswith(word)), None)
    if place.body is None or area is None or level is None:
        return False
    short, full = text.removeprefix(level), place.body.name.removeprefix(area.name).removeprefix("人民政府")
    table = registry_of(place).agencies
    others = {name for name in table.body_names.get(short, ()) if name != full and table.in_use(name, place.year)}
    stem, last = short[:-1], {"委": "委员会", "办": "办公室"}.get(short[-1:], short[-1:])
    if len(stem) < 2 or len(short) >= len(full) or not full.endswith(last):
        return False
    if others:
        return full[0] == stem[0] and all(_leaves_out(other.replace("和", ""), full) for other in others)
    return stem[:2] in full and _leaves_out(stem, full[full.index(stem[:2]) :])


def _leaves_out(short: str, full: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)
