"""Who inspects for the centre: groups and offices (中央第三环境保护督察组), regional bureaus."""

import re
from collections.abc import Iterator

from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.text.fold import HAN

_INSPECTS = re.compile(r"(?:督察|督查|督导|巡视|巡查|巡察)(?:组(?![长织])|(?:工作)?(?:领导小组)?办公室)")
_REGIONAL = re.compile(
    rf"国家(?:自然资源|土地)督察[{HAN}]{{2,3}}?局|民航[{HAN}]{{2}}地区管理局|[东西华中][{HAN}]核与辐射安全监督站"
)
_TOPIC = re.compile(r"(?:中央|国务院)[\u4e00-\u9fff]{0,12}")


def of_the_centre(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Groups and offices of the centre that inspect (中央第三环境保护督察组, 国务院第九督查组)."""
    yield from (match.span() for match in _REGIONAL.finditer(text, start, end))
    for match in _INSPECTS.finditer(text, start, end):
        at = max(text.rfind(word, max(start, match.start() - 16), match.start()) for word in ("中央", "国务院"))
        if at >= start and lexicon.is_name(text[at + 2 : match.end()]) and _TOPIC.fullmatch(text, at, match.start()):
            yield at, match.end()
