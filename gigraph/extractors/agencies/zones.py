"""Zones that are named for a place by its short name (长沙高新区), and what may stand before such a name."""

import re
from collections.abc import Iterator

from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.registry.regions import Regions
from gigraph.text.fold import HAN

BEFORE_COUNTIES = frozenset("省市州盟区县旗局厅委府原各某其该及")  # 陕西省乾县, 市财政局乾县分局, 原户县

_OWN_NAME_SIZES = (2, 3, 4)  # characters of the name that a zone has behind its place's: 仲恺, 西海岸
_OWN_NAME = re.compile(
    rf"(?!国家|各|全|其[他它]|有关|相关|级|等|两|多|本|该|的)[{HAN}]{{2,4}}"
    r"(?<![省市县区州的等级个各全该本])(?<!产业|经济|技术|工业|农业|旅游|综合|示范|保税)"
)


def zones(
    text: str, start: int, end: int, regions: Regions, own: frozenset[str], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Zones named for a region (长沙高新区, 合肥经开区, 苏州工业园区); no 白山旅游区 in 太白山旅游区."""
    words = regions.words
    ahead = any(last.search(text, start, end) for last in words.zone_ends)
    for match in words.zone.finditer(text, start, end) if ahead else ():
        begin = _behind_own_name(text, start, match.start(), regions, lexicon)
        if begin is None:
            begin = _behind_place(text, start, match.start(), regions, own, lexicon)
        if begin is not None:
            yield begin, match.end()


def _behind_place(
    text: str, start: int, stop: int, regions: Regions, own: frozenset[str], lexicon: Lexicon
) -> int | None:
    """Where the longest place right before a zone's word begins, if it stands there; else None."""
    for size in (7, 6, 5, 4, 3, 2):
        begin = stop - size
        if begin >= start and _is_place(text[begin:stop], regions):
            return begin if _stands(text, start, begin, text[begin:stop], regions, own, lexicon) else None
    return None


def _is_place(name: str, regions: Regions) -> bool:
    return name in regions.by_short_name or name in regions.by_name or name in regions.counties


def _behind_own_name(text: str, start: int, stop: int, regions: Regions, lexicon: Lexicon) -> int | None:
    """Where a place stands free before a zone's own name (惠州仲恺高新区, 广州南沙新区), or None; no 湖南长沙高新区."""
    for own_size in _OWN_NAME_SIZES:
        at = stop - own_size
        own_name = text[max(start, at) : stop]
        if at <= start or not _OWN_NAME.fullmatch(own_name) or not lexicon.is_name(own_name):
            continue
        for size in (4, 3, 2):
            begin = at - size
            name = text[max(start, begin) : at]
            above = regions.by_short_name.get(name)
            known = above is not None or name in regions.counties
            part = above is not None and above.level == "province" and _is_place(own_name, regions)
            if begin >= start and known and not part and lexicon.may_begin(text, start, begin):
                return begin
    return None


def _stands(text: str, start: int, at: int, name: str, regions: Regions, own: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a place's short name is no part of a longer one: it is near, or a word ends before it."""
    found = (regions.by_short_name[name],) if name in regions.by_short_name else regions.counties.get(name, ())
    if (
        not found
        or not own  # where the report stands is not told
        or any(above.name in own for region in found for above in (region, *regions.ancestors(region)))
    ):
        return True
    free = lexicon.may_begin(text, start, at) or text[at - 1] in BEFORE_COUNTIES
    return free or behind_place(text, at, regions)


def behind_place(text: str, start: int, regions: Regions) -> bool:
    """Whether a province or a city is named right before (湖南会同县)."""
    return text[start - 2 : start] in regions.by_short_name or text[start - 3 : start] in regions.by_short_name
