"""The name that stands behind a prefix: the body, and the units of it behind that."""

import re

from gigraph.extractors.agencies.lexicon import Lexicon

GOVERNMENT_NOUN = re.compile(
    r"政府(?=信息公开|公开信息|公开工作|信息与|信息和|信息化|采购|集中采购|网站|门户|网|职能|投资|购买|性|债务|公报|政报|与社会)"
)
_WORK = re.compile(r"信息公开(?:工作)?的?(?:部署|要求|安排|决策|统一|总体|精神|会议|有关|相关)")
_OTHER_WORD = re.compile(
    r"委(?=[托派任培]|员(?!会))|办(?=[理事法结学件好案证文税电报复会实])|局(?=长(?![\u4e00-\u9fff]{1,3}(?:分局|支局|[区县市])))|部(?=[门长分署队])|心组"
)
_ANOTHER = re.compile(r"[省市县区州旗](?:(?:人民)?政府|府办)|[省市县区州旗]委")
# 市人大十五届三次会议, 区委九次全会: a meeting.
_SESSION = re.compile(r"第?[一二三四五六七八九十\d]{1,3}(?:届(?!.{0,3}常委会)|次(?:全会|全委|全体会议|党代))")
_PERSON_OR_MORE = re.compile(r"部门|系统(?!内)|机关各|各(?:处|科|股|部)")


def body_end(text: str, start: int, end: int, lexicon: Lexicon, open_name: bool = True) -> int | None:
    """Where the body that begins at an offset ends, or None; the longest of the known and the open reading."""
    known = lexicon.known.match(text, start, end)
    stop = known.end() if known else None
    of_both = text.startswith("委、", start - 3) and _WORK.match(text, stop or start)  # 市委、市政府信息公开工作的部署
    if (
        stop is not None
        and not of_both
        and text[start:stop] in ("政府", "人民政府")
        and GOVERNMENT_NOUN.match(text, stop - 2)
    ):
        stop = None if text[start:stop] == "政府" else stop
    if stop is not None and _cut_short(text, stop):
        stop = None
    if open_name and (stop is None or text[start:stop] in ("委", "党委", "人大", "府")):
        found = lexicon.body.match(text, start, end)
        if found and lexicon.is_name(found.group()) and (stop is None or _is_longer(text, start, stop)):
            stop = max(stop or 0, found.end())
    if stop is None or _PERSON_OR_MORE.match(text, stop):
        return None
    return stop


def _is_longer(text: str, start: int, stop: int) -> bool:
    """区委员会 goes on, 区委区政府 does not."""
    return text.startswith(("员会",), stop)


def _cut_short(text: str, stop: int) -> bool:
    """委托, 委员, 办理, 局长: the last character begins another word."""
    return _OTHER_WORD.match(text, stop - 1) is not None


def tails_end(text: str, start: int, stop: int, end: int, lexicon: Lexicon) -> int:
    """Where the units behind a body end (办公室, 财务处, 党组, 领导小组办公室); `stop` where there is none."""
    for _ in range(3):
        found = lexicon.tail.match(text, stop, end)
        if not found or not _is_unit(text, start, stop, found.group(), found.end(), lexicon):
            return stop
        stop = found.end()
    return stop


def _is_unit(text: str, start: int, stop: int, unit: str, end: int, lexicon: Lexicon) -> bool:
    if not lexicon.is_name(unit) or _ANOTHER.search(unit):
        return False
    if GOVERNMENT_NOUN.match(text, stop - 2) and text[stop - 2 : stop] == "政府":
        return text[start:stop].endswith("人民政府")
    return not _cut_short(text, end)


def is_part_of_more(text: str, stop: int, lexicon: Lexicon) -> bool:
    """Whether what follows a name makes it part of a platform's name or of a person's (省政府门户网站, 人大代表)."""
    return lexicon.after.match(text, stop) is not None or _SESSION.match(text, stop) is not None
