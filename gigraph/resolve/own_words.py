"""How a report calls its publisher: 我局, 省局, 县政务服务管理局."""

from functools import lru_cache
from typing import TYPE_CHECKING

from gigraph.resolve.area import Area
from gigraph.resolve.naming import AgencyName
from gigraph.resolve.placed_names import registry_of

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

# How a report calls its publisher, by the last word of the publisher's name.
_LAST_WORDS: dict[str, tuple[str, ...]] = {
    "委员会": ("委",),
    "办公室": ("办", "室"),
    "办公厅": ("办公厅", "厅"),
    "大学": ("学校", "校"),
    "学院": ("学校", "学院", "院", "校"),
    "学校": ("学校", "校"),
    "中学": ("学校", "校"),
    "小学": ("学校", "校"),
    "医院": ("医院", "院"),
    "中心": ("中心",),
    "海关": ("关", "海关"),
    "总队": ("总队", "队"),
    "支队": ("支队", "队"),
    "大队": ("大队", "队"),
    "分局": ("分局", "局"),
    "总局": ("总局", "局"),
    "总社": ("总社", "社"),
    **{word: (word,) for word in "局厅部署院馆所站社会处行"},
}


def own_words(body: AgencyName | None, areas: tuple[Area, ...]) -> tuple[str, ...]:
    """How a report calls its publisher, an organisation, by its body and its areas; longest first.

    >>> own_words(AgencyName("礼泉县财政局"), (Area("礼泉县", ("县",), "610425", "county"),))
    ('礼泉县财政局', '县财政局', '财政局', '县局', '局')
    """
    if body is None:
        return ()
    area = areas[0] if areas else None
    return _words(body.name, body.aliases, area.name if area else "", area.words if area else ())


@lru_cache(maxsize=16)  # asked for each name of a report
def _words(name: str, aliases: tuple[str, ...], area: str, levels: tuple[str, ...]) -> tuple[str, ...]:
    placed = next((form for form in (name, *aliases) if area and form.startswith(area)), name)
    inner = placed.removeprefix(area)
    short = next((words for last, words in _LAST_WORDS.items() if inner.endswith(last)), ())
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
