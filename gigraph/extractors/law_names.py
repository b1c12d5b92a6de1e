"""Laws and other works that their names alone make known, without brackets, and what implements them."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from gigraph.extractors.brackets import Bracketed
from gigraph.extractors.implementing import implementing
from gigraph.extractors.local_names import given_by_regions, named_region, own_level, phrase_begins
from gigraph.extractors.regional_rules import state_rules
from gigraph.models import Kind, Mention
from gigraph.registry import Registry
from gigraph.registry.agencies import STATE
from gigraph.registry.regulations import Regulations
from gigraph.text.alternation import Endings
from gigraph.text.reading import Reading
from gigraph.text.titles import clean_title

# Behind a law's name these make another word: 行政许可法律, 保密法规, 预算法定.
_NOT_BEHIND_LAW = re.compile(r"[律制定治庭院学盲人官务医案令网]|规(?!定)")
_LONG_ENOUGH = 4  # characters of a name that other words hardly end with
_IN_PARENTHESES = re.compile(r"\([^()\n]{1,40}\)")
_JOINED = ("及", "和", "与", "暨")  # with which it begins


def law_names(
    reading: Reading, registry: Registry, found: Sequence[Bracketed], inside: Container[int]
) -> Iterator[Mention]:
    """BARE mentions of laws and other works that their names alone make known (registry), and of their 实施办法.

    `inside`: the offsets that stand in what was `found` between brackets.
    """
    text, regulations = reading.text, registry.regulations
    names = _names(regulations)
    for start, end in (place for run in reading.runs for place in names.find(text, *run)):
        if start in inside or (text[end - 1] == "法" and _NOT_BEHIND_LAW.match(text, end)):
            continue
        if end - start < _LONG_ENOUGH and not phrase_begins(text, start, registry.title_leads):  # 档案法
            continue
        begin = _local_start(text, start, text[start:end], registry)
        if begin is not None:
            yield reading.mention(Kind.BARE, begin, end, text[begin:end], "law-name")
        if begin == start:
            yield from implementing(reading, end, text[start:end], regulations)
    for start, end in state_rules(reading):
        if start not in inside:
            yield reading.mention(Kind.BARE, start, end, text[start:end], "law-name")
    for bracketed in found:
        number = _IN_PARENTHESES.match(text, bracketed.end)
        end = number.end() if number else bracketed.end
        if text[end : end + 1] in _JOINED:
            title = clean_title(text[slice(*bracketed.inner)])
            yield from implementing(reading, end, title, regulations)


@lru_cache(maxsize=4)
def _names(regulations: Regulations) -> Endings:
    return Endings(regulations.bare_names)


def _local_start(text: str, start: int, name: str, registry: Registry) -> int | None:
    """Where a name begins: with the region before it, if it is one that regions give, too (湖南省物业管理条例).

    None where that is not told: 省优化营商环境条例 is not the State Council's, 《优化营商环境条例》 is; and where the
    name is the end of a longer one.
    """
    if not given_by_regions(registry.regulations.bare_names[name], name):
        return start
    begin = named_region(text, start, registry.regions)
    if begin < start:
        return begin
    issuer = registry.regulations.bare_names[name].lead_issuer or "\0"
    if text.endswith((issuer, issuer.removeprefix(STATE)), 0, start):  # 教育部高等学校信息公开办法
        return start
    told = not own_level(text, start, registry.title_leads, whole=True) and phrase_begins(
        text, start, registry.title_leads
    )
    return start if told else None
