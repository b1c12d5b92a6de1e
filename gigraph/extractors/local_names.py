"""Names that regions give as the state does: 省物业管理条例 and 湖南省《物业管理条例》 are not the State Council's.

立法法 (2023) 80, 82, 93: congresses and governments of provinces and cities give 条例, 规定, 办法 of their own.
"""

import re

from gigraph.registry.agencies import STATE
from gigraph.registry.lead_words import LeadWords
from gigraph.registry.regions import Regions
from gigraph.registry.regulations import Regulation

_GIVEN_BY_REGIONS = frozenset({"administrative-regulation", "rule"})
_LEVEL = r"(?:省|自治[区州县]|[市县区州旗盟])"
_AT_END = re.compile(rf"{_LEVEL}{{1,2}}$")
_BEFORE_OWN = "我本、,，和及与的 "
_NOT_PROVINCE = "全各外"
_FARTHEST = 8  # characters of a verb and a level word behind it
_LONGEST_REGION = 10
_PHRASE = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[的了和及与或暨即如是为对以将把在从由到至向就含等该新]"
    r"|国务院|国家|现行|全面|有关|相关|宣贯|我[局厅委院市省县区])$"
)


def given_by_regions(work: Regulation, name: str) -> bool:
    """Whether regions give an instrument of a work's name, too; not of the state's own, nor of one named in full."""
    if work.type not in _GIVEN_BY_REGIONS or name.startswith(STATE):
        return False
    return work.generic == "regions" or not work.title.startswith(STATE)


def own_level(text: str, end: int, leads: LeadWords, *, whole: bool = False) -> str | None:
    """The level word right before an offset by which a report says that what follows is a region's; None without one.

    leads: the words before names; `whole`: 全省, too, which says as often where a law of the state is applied.

    >>> from gigraph.registry import load_registry
    >>> leads = load_registry().title_leads
    >>> [own_level(words, len(words), leads) for words in ("宣传省", "遵循市", "我市", "全市", "居民小区")]
    ['省', '市', '市', None, None]
    """
    begin = max(0, end - _FARTHEST)
    found = _AT_END.search(text[begin:end])
    if not found:
        return None
    at, level = begin + found.start(), re.findall(_LEVEL, found.group())[-1]
    before = text[at - 1 : at]
    if before == "全":
        return level if whole else None
    led = not before or before in _BEFORE_OWN or not before.isalnum() or leads.leads(text, at)
    return level if led or (level == "省" and before not in _NOT_PROVINCE) else None


def named_region(text: str, end: int, regions: Regions, least: int = 2) -> int:
    """Where the name of a region begins that ends at an offset; the offset itself where there is none."""
    begins = range(max(0, end - _LONGEST_REGION), end - least + 1)
    return next((at for at in begins if text[at:end] in regions.by_name), end)


def phrase_begins(text: str, at: int, leads: LeadWords) -> bool:
    """Whether a name may begin at an offset: 草原防火条例 in 宣传草原防火条例, not in 森林草原防火条例."""
    return _PHRASE.search(text[max(0, at - 3) : at]) is not None or leads.leads(text, at)
