"""Divisions named bare (人事科、法规处各派一名联络员): told by the matters that they are named for.

Any words may stand before 科, 处 or 司; a name is read only where it is made of matters from one end to the other, and
stands free at both (not: 计划处理, 综合科室, 各业务科).
"""

import re
from collections.abc import Iterator

from gigraph.extractors.agencies.lexicon import Lexicon

# What a division ends in; the words in which the character means another thing.
# The last character is looked for first: a search is fast where it begins with a class.
_END = re.compile(
    r"[处科股司室局队组委](?:(?<=处)(?!分(?![别头工管送解])|[理置罚于级室长所境突变以方事])|(?<=科)(?![学技研普室长目级协员幻创教班])"
    r"|(?<=股)(?![份室东长权票金民市])|(?<=司)(?<!公司)(?!法(?!律[^师])|[机令长局仪务职考])"
    r"|(?:(?<=监察室)|(?<=督导室)|(?<=政工室)|(?<=警务保障室)|(?<=督查室)|(?<=法规室)|(?<=法制室)|(?<=审理室)|(?<=综合室)|(?<=研究室))"
    r"|(?:(?<=分局)|(?<=稽查局)|(?<=缉私局)|(?<=[局厅委办社部院]监察局))(?![长级])|(?:(?<=大队)|(?<=支队)|(?<=总队))(?!长)|(?:(?<=纪检组)|(?<=纪检监察组))(?![长织]|监察室)"
    r"|(?:(?<=机关党委)|(?<=机关纪委))(?!书记|委员|副))"
)
# Whole names, which no place's begins.
_BUREAU = re.compile(
    r"(?:第[一二三四五六七八九十]{1,2}(?:税务)?分局|(?:第[一二三四五六七八九十]{1,2})?稽查局|缉私局)\Z"
)
_SUFFIX = re.compile(
    r"(?:分局|稽查局|缉私局|大队|支队|总队|(?:派驻第[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十\d]{1,3}派驻|(?:派出?)?驻[\u4e00-\u9fff]{0,10}?[局厅委办社部院]|派驻)?纪检(?:监察)?组(?:监察室)?|(?:派出?)?驻[我本]?[局厅委办社部院]监察[室局]|机关(?:党委|纪委))\Z"
)
# What branches are named for that are named for no place.
_BRANCH_WORD = re.compile(
    r"(?:直属(?:税务|海事)?|高新(?:技术开发)?区?|经(?:济技术)?开(?:发)?区|开发区|水上|缉私|森林|铁路|机场|城区|新区|工业园区?|车辆购置税征收管理|涉外税收)\Z"
)
# Whole names of which nothing is looked for on the left.
_WHOLE, _LONG, _SUFFIXED = frozenset("组委"), frozenset("组委局队"), frozenset("组委局队室")
_GOES_ON = re.compile(r"(?:副?[长室]|系统|部门|人员)")
_JOINT = frozenset("和与")
_DIVISION_ENDS = frozenset("室处科")
_VERBS = frozenset({"指导", "推进"})  # no name begins with them: 指导平安建设办公室
_NUMERALS = frozenset("一二三四五六七八九")
_MOST_WORDS = 5
_OF_EACH = re.compile(
    r"(?:各|个别|部分|少数|一些|有的|其他|其余)(?:级|地|有关|相关|业务|职能|直属|下属){0,2}(?:单位|部门|[局处科股镇乡县市区]|委|办)[^,。;；:\n]{0,12}\Z"
)


def divisions(
    text: str, start: int, end: int, lexicon: Lexicon, ends: re.Pattern[str] = _END
) -> Iterator[tuple[int, int]]:
    """Where divisions stand that no organisation's name precedes; a group `whole` of `ends` is a name by itself."""
    left = start
    for match in ends.finditer(text, start, end):
        stop = match.end()
        suffix = _SUFFIX.search(text, max(left, stop - 18), stop) if match.group() in _SUFFIXED else None
        last = suffix.start() if suffix else match.start()
        in_full = match.group() not in _LONG or ends is not _END
        if _GOES_ON.match(text, stop) or last < left or (suffix is None and not in_full):
            continue
        if match.group() == "局" and ends is _END:
            whole_name = _BUREAU.search(text, max(left, stop - 10), stop) or (
                suffix if suffix and "驻" in suffix.group() else None
            )
            begin = whole_name.start() if whole_name else _place_begin(text, left, last, lexicon)
        else:
            whole = match.group() in _WHOLE or (suffix and match.group() == "室") or match.lastgroup == "whole"
            last -= not whole and text[last - 1] in _NUMERALS  # 基教一科
            begin = last if whole else _begin(text, left, last, lexicon)
        if begin is None or not lexicon.may_begin(text, start, begin):
            continue
        if text[begin:stop] in lexicon.points or _is_of_body_before(text, begin, stop):
            continue
        if not _OF_EACH.search(text, max(start, begin - 30), begin):
            left = stop
            yield begin, stop


def _place_begin(text: str, start: int, stop: int, lexicon: Lexicon) -> int | None:
    """Where the words begin that a branch is named for: a place's short name (秦都分局), or what it does (直属分局)."""
    word = _BRANCH_WORD.search(text, max(start, stop - 10), stop)
    if word and lexicon.may_begin(text, start, word.start()):
        return word.start()
    begins = (stop - size for size in range(6, 1, -1) if stop - size >= start)
    return next((at for at in begins if text[at:stop] in lexicon.branches and lexicon.may_begin(text, start, at)), None)


def _is_of_body_before(text: str, begin: int, stop: int) -> bool:
    """县财政局(预算股); but 纪委办公室(监察处) are two divisions with one staff."""
    in_brackets = text.startswith("(", begin - 1) and text.startswith(")", stop)
    return in_brackets and text[begin - 2] not in _DIVISION_ENDS


def _begin(text: str, start: int, stop: int, lexicon: Lexicon) -> int | None:
    """The farthest place from which matters alone stand up to an offset, and a name may begin."""
    matters, sizes = lexicon.matters, lexicon.matter_sizes
    at, found, named = stop, None, False
    for _ in range(_MOST_WORDS):
        size = next((size for size in sizes if at - size >= start and text[at - size : at] in matters), 0)
        if not size:
            break
        word = text[at - size : at]
        named = named or matters[word]
        at -= size
        if named and word not in _VERBS and lexicon.may_begin(text, start, at):
            found = at
        if at > start and text[at - 1] in _JOINT:  # 政策与法规处; also what ends the name: 会同综合处和财务处
            at -= 1
    return found
