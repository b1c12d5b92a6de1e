"""How a report calls its publisher: 我局, 省局, 县政务服务管理局."""

from functools import lru_cache

from gigraph.resolve.area import Area
from gigraph.resolve.naming import AgencyName

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
