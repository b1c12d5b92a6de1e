"""Zones that are named for a place by its short name (长沙高新区), and what may stand before such a name."""

from collections.abc import Iterator

from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.registry.regions import Regions

BEFORE_COUNTIES = frozenset("省市州盟区县旗局厅委府原各某其该及")  # 陕西省乾县, 市财政局乾县分局, 原户县


def zones(
    text: str, start: int, end: int, regions: Regions, own: frozenset[str], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Zones named for a region (长沙高新区, 合肥经开区, 苏州工业园区); no 白山旅游区 in 太白山旅游区."""
    words = regions.words
    ahead = any(last.search(text, start, end) for last in words.zone_ends)
    for match in words.zone.finditer(text, start, end) if ahead else ():
        for size in (7, 6, 5, 4, 3, 2):
            begin = match.start() - size
            name = text[max(start, begin) : match.start()]
            if begin >= start and (
                name in regions.by_short_name or name in regions.by_name or name in regions.counties
            ):
                if _stands(text, start, begin, name, regions, own, lexicon):
                    yield begin, match.end()
                break


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
