"""Lists of regions or towns of which the last alone has the body behind it: 甲县、乙县档案局; 城关镇、烟霞镇政府."""

import re
from collections.abc import Iterable, Iterator

from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.extractors.agencies.lists import Head
from gigraph.extractors.agencies.shared_nouns import Member
from gigraph.extractors.agencies.towns import listed_towns
from gigraph.registry.regions import Regions

_SEPARATORS = re.compile(r"[、和与及]\Z")
_DOWN = ("镇", "乡", "街道")


def of_regions(text: str, start: int, heads: Iterable[Head], regions: Regions, lexicon: Lexicon) -> Iterator[Member]:
    """甲县、乙县档案局; 甲、乙县政府; 甲市、乙县政府: what stands behind the last of several regions is each one's."""
    for head in heads:
        level = text[head.prefix_end - 1]
        if head.kind == "region" and text.endswith(_DOWN, 0, head.prefix_end):
            for begin, stop in listed_towns(text, start, head.start, lexicon):
                yield Member(begin, stop, text[begin:stop] + text[head.prefix_end : head.end], "shared", stop)
        if head.kind != "region" or level not in "省县市区旗":
            continue
        kinds = tuple("县市区旗") if level != "省" else (level,)
        at = head.start
        while at > start and (comma := _SEPARATORS.search(text, max(start, at - 2), at)):
            found = next(
                (
                    (begin, name)
                    for begin in range(max(start, comma.start() - 8), comma.start() - 1)
                    for name in (text[begin : comma.start()],)
                    if (name if name.endswith(kinds) else name + level) in regions.by_name
                    and name not in regions.words.nouns
                ),
                None,
            )
            if found is None:
                break
            at, name = found
            full = name if name.endswith(kinds) else name + level
            yield Member(at, comma.start(), full + text[head.prefix_end : head.end], "shared", comma.start())
