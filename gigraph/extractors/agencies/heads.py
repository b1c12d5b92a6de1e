"""Names behind a prefix (市财政局 behind 市): where they end, and which of them are parts of others."""

import re
from collections.abc import Iterable

from gigraph.extractors.agencies.groups import group_start
from gigraph.extractors.agencies.house_units import house_unit_end
from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.extractors.agencies.lists import Head
from gigraph.extractors.agencies.names import body_end, is_part_of_more, name_start, tails_end
from gigraph.extractors.agencies.prefixes import Prefix

_BUREAU = re.compile(r"[局厅](?![长级面]|部(?!署))")  # 省局, 市局
_GENERAL = re.compile(r"(?:人民)?政府|委|人大|政协")  # 全市政府 is none of them
_HAS_DEPARTMENTS = re.compile(r"(?:街道|开发区|高新区|经开区|园区|新区|示范区|合作区|保税区|实验区)\Z")
_OF_SELF = ("own", "organisation")
_LEAGUE = re.compile(r"共青团$|(?<![集社财军师兵剧乐代表工考察商])团$")
_SELF = frozenset("局厅委办院会社校部署中心馆行")


def head_of(text: str, prefix: Prefix, end: int, lexicon: Lexicon) -> Head | None:
    """The name that stands behind a prefix; None where none does, or it is a part of another word."""
    bureau = _BUREAU.match(text, prefix.end, end) if prefix.kind in ("level", "region") else None
    if bureau:  # 市局, 威海市局, 市局办公室: an organisation, as 局 is
        prefix = Prefix(prefix.start, bureau.end(), "organisation")
        stop: int | None = tails_end(text, prefix.start, prefix.end, end, lexicon)
    else:
        stop = _name_end(text, prefix, end, lexicon)
    if stop is None or is_part_of_more(text, stop, lexicon):
        return None
    start = name_start(text, prefix.start, prefix.end, stop)
    if text.startswith("委", prefix.end) and (league := _LEAGUE.search(text, max(0, start - 4), start)):
        start = league.start()  # 团县委 is not 县委
    return Head(start, prefix.end, stop, prefix.kind)


def _name_end(text: str, prefix: Prefix, end: int, lexicon: Lexicon) -> int | None:
    limit = min(end, prefix.end + 32)
    if prefix.kind == "organisation" or (prefix.kind == "own" and text[prefix.end - 1] in _SELF):
        return _unit_end(text, prefix, limit, lexicon)
    stop = body_end(text, prefix.end, limit, lexicon, open_name=prefix.kind != "whole")
    if stop is None and prefix.kind == "region" and text[prefix.end - 1] in "镇乡道木":  # 某街道办公室
        stop = tails_end(text, prefix.start, prefix.end, limit, lexicon)
        return stop if stop > prefix.end else None
    if stop is None and _HAS_DEPARTMENTS.search(text, prefix.start, prefix.end):
        return house_unit_end(text, prefix.end, limit, lexicon)
    if stop is None or (prefix.kind == "whole" and _GENERAL.match(text, prefix.end)):
        return None
    return tails_end(text, prefix.start, stop, end, lexicon)


def _unit_end(text: str, prefix: Prefix, limit: int, lexicon: Lexicon) -> int | None:
    """局办公室, 局政府信息公开工作领导小组: a unit or a leading group of the publisher."""
    stop = tails_end(text, prefix.start, prefix.end, limit, lexicon)
    if stop > prefix.end:
        return stop
    grouped = text.find("小组", prefix.end, limit) >= 0  # looked for first, as few units are groups
    group = lexicon.body.match(text, prefix.end, limit) if grouped else None
    if not group or not group.group().endswith("小组") or not lexicon.is_name(group.group()):
        return house_unit_end(text, prefix.end, limit, lexicon)
    mark = lexicon.group.search(text, prefix.end, group.end())
    begins = mark is None or group_start(text, prefix.end, mark.start(), lexicon) in (None, prefix.end)
    return group.end() if begins else None


def without_holders(text: str, heads: list[Head], centres: list[tuple[int, int]], lexicon: Lexicon) -> list[Head]:
    """Heads without those whose last unit is another body with words before it (我局邀请县财政局办公室)."""
    begins: dict[int, list[int]] = {}
    for begin, stop in (*((head.start, head.end) for head in heads), *centres):
        begins.setdefault(stop, []).append(begin)
    return [
        head
        for head in heads
        if not any(
            head.prefix_end < begin and (head.kind in _OF_SELF or _stands_apart(text, begin, head.prefix_end, lexicon))
            for begin in begins[head.end]
        )
    ]


def _stands_apart(text: str, begin: int, start: int, lexicon: Lexicon) -> bool:
    """Whether a word, no part of a body's name (勘查开发|局), parts it from the one before; 驻 joins them."""
    body = text[start : begin + 1] if text[begin] in _SELF else ""
    whole = lexicon.body.fullmatch(body) and lexicon.is_name(body)
    return text[begin - 1] != "驻" and lexicon.leads.leads(text, begin, start) and not whole


def outermost(heads: Iterable[Head]) -> list[Head]:
    """Heads without those within another (区规划局 in 某经济区规划局)."""
    kept: list[Head] = []
    for head in heads:
        if not kept or head.start >= kept[-1].end or head.end > kept[-1].end:
            kept.append(head)
    return kept
