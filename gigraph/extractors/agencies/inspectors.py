"""Who inspects for the centre: groups and offices (中央第三环境保护督察组), regional bureaus."""

import re
from collections.abc import Iterator

from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.text.fold import HAN

_INSPECTS = re.compile(r"(?:督察|督查|督导|巡视|巡查|巡察)(?:组(?![长织])|(?:工作)?(?:领导小组)?办公室)")
_REGIONAL = re.compile(
    rf"国家(?:自然资源|土地)督察[{HAN}]{{2,3}}?局|民航[{HAN}]{{2}}地区管理局|[东西华中][{HAN}]核与辐射安全监督站"
)
_INSTITUTE = re.compile(
    rf"(?:国家|中国)(?!级|政府|公共)[{HAN}]{{2,14}}?(?:(?<!服务)中心(?!组|城|区|小学)|研究[院所]|规划院|科学院|调查局|博物[馆院]|图书馆|档案馆|大学(?!生))"
    rf"(?:(?<=大学)[{HAN}]{{2,10}}?(?:研究院|研究中心))?(?![网区路])"
)
_TOPIC = re.compile(r"(?:中央|国务院)[\u4e00-\u9fff]{0,12}")


def of_the_centre(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Groups and offices of the centre that inspect (中央第三环境保护督察组, 国务院第九督查组)."""
    national = text.find("国家", start, end) >= 0
    if national or text.find("地区管理局", start, end) >= 0 or text.find("安全监督站", start, end) >= 0:
        yield from (match.span() for match in _REGIONAL.finditer(text, start, end))
    if national or text.find("中国", start, end) >= 0:
        yield from _institutes(text, start, end, lexicon)
    if text.find("督", start, end) < 0 and text.find("巡", start, end) < 0:
        return
    for match in _INSPECTS.finditer(text, start, end):
        at = max(text.rfind(word, max(start, match.start() - 16), match.start()) for word in ("中央", "国务院"))
        if at >= start and lexicon.is_name(text[at + 2 : match.end()]) and _TOPIC.fullmatch(text, at, match.start()):
            yield at, match.end()


def _institutes(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Institutions of the whole country (国家信息中心, 中国标准化研究院)."""
    for match in _INSTITUTE.finditer(text, start, end):
        named = lexicon.central.match(text, match.start()) is not None
        if not named and lexicon.may_begin(text, start, match.start()) and lexicon.is_name(match.group()):
            yield match.span()
