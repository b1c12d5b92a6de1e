"""What reports of a vertical system call its bodies, where others have no name: 关党组, 浙江局, 陕西总队, 会党委."""

import re
from collections.abc import Iterator
from functools import lru_cache

from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.extractors.agencies.lists import Head
from gigraph.extractors.agencies.names import is_part_of_more, tails_end
from gigraph.registry import Registry
from gigraph.text.alternation import alternation

# Words of one character are names only before a unit that is theirs: 关党组, 会党委; not 关工作, 会办公室.
_UNIT = re.compile(r"党组|党委|机关党委|办公[厅室]|政治部|纪检组|监察室|[政关][务]公开(?:工作)?(?:领导小组|办公室|办)")
_BEHIND = re.compile(
    r"[长级面员伍内属系]|部(?!署)|机关(?!党委)"
    r"|(?:[、和与及][\u4e00-\u9fff]{1,4}局){1,3}(?:门户|官方|互联网|外)?网"  # 总局、省局门户网站
)
_OTHER_WORDS = frozenset("有相无")  # 有关办公室, 相关党组织
# Where a word is one of a level (省总队, 市队); 省局 is read in any report.
_LEVEL = r"(?:自治区|[省市州盟县区旗])"


def of_systems(
    text: str, start: int, end: int, names: tuple[str, ...], registry: Registry, lexicon: Lexicon
) -> Iterator[Head]:
    """Heads of such names, if one of the publisher's names is that of a body of a system."""
    words = _words(names, registry)
    if words is None:
        return
    for match in words.finditer(text, start, end):
        begin = match.start()
        if match["level"] is None and (short := _place_before(text, start, begin, registry)):
            begin -= short
        elif match["level"] is None and not _is_whole(text, match):
            continue
        if not _free(text, start, begin, lexicon) or _BEHIND.match(text, match.end()):
            continue
        stop = tails_end(text, begin, match.end(), end, lexicon)
        if not is_part_of_more(text, stop, lexicon):
            yield Head(begin, match.end(), stop, "organisation")


@lru_cache(maxsize=4)  # asked for with each stretch of a report
def _words(names: tuple[str, ...], registry: Registry) -> re.Pattern[str] | None:
    found = next((system for name in names if (system := registry.systems.of(name))), None)
    if found is None:
        return None
    words = {word for row in found.rows for word in row.words}
    return re.compile(rf"(?P<level>{_LEVEL}(?=[总支大]?队|总站))?(?P<word>{alternation(words)})")


def _is_whole(text: str, match: re.Match[str]) -> bool:
    """Whether a word stands for a body by itself; one of a single character before a unit of the body alone."""
    if len(match["word"]) > 1:
        return True
    return _UNIT.match(text, match.end()) is not None and text[match.start() - 1 : match.start()] not in _OTHER_WORDS


def _place_before(text: str, start: int, end: int, registry: Registry) -> int:
    """How long the short name of a place is that ends at an offset; 0 where none does."""
    regions = registry.regions
    for size in (4, 3, 2):
        name = text[end - size : end] if end - size >= start else ""
        if name in regions.by_short_name or name in regions.counties:
            return size
    return 0


def _free(text: str, start: int, at: int, lexicon: Lexicon) -> bool:
    before = text[at - 1] if at > start else ""
    if not "\u4e00" <= before <= "\u9fff" or before in lexicon.bare_left:
        return True
    return lexicon.leads.before(text, at, start, sure=True) > 0
