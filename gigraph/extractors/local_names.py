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
_OWN_LEVEL = re.compile(
    r"(?:[我本]|根据|依据|按照|依照|遵守|贯彻|落实|执行|学习|宣传|实施|新修订的|[、,，和及与]|^)"
    rf"{_LEVEL}{{1,2}}$|(?<![全各外])省$"
)
_WHOLE_LEVEL = re.compile(rf"全{_LEVEL}$")
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


def own_level(text: str, end: int, *, whole: bool = False) -> str | None:
    """The level word right before an offset by which a report says that what follows is a region's; None without one.

    `whole`: 全省, too, which says as often where a law of the state is applied.

    >>> own_level("宣传省", 3), own_level("我市", 2), own_level("全市", 2), own_level("居民小区", 4)
    ('省', '市', None, None)
    """
    begin = max(0, end - 8)
    found = _OWN_LEVEL.search(text[begin:end]) or (_WHOLE_LEVEL.search(text[begin:end]) if whole else None)
    return re.search(rf"{_LEVEL}$", found.group())[0] if found else None  # type: ignore[index]


def named_region(text: str, end: int, regions: Regions, least: int = 2) -> int:
    """Where the name of a region begins that ends at an offset; the offset itself where there is none."""
    begins = range(max(0, end - _LONGEST_REGION), end - least + 1)
    return next((at for at in begins if text[at:end] in regions.by_name), end)


def phrase_begins(text: str, at: int, leads: LeadWords) -> bool:
    """Whether a name may begin at an offset: 草原防火条例 in 宣传草原防火条例, not in 森林草原防火条例."""
    return _PHRASE.search(text[max(0, at - 3) : at]) is not None or leads.leads(text, at)
