"""Titles and numbers that are listed before the one in question, taken out of the words before it."""

import re
from functools import lru_cache

from gigraph.registry.wording import Wording
from gigraph.text.alternation import alternation

# A list of titles before the one in question, with numbers and short forms in parentheses.
_LISTED = re.compile(
    r"(?:《[^《》]{1,120}(?:《[^《》]{1,80}》[^《》]{0,40}){0,2}》(?:的通知)?|[〈<][^〈〉<>]{1,80}[〉>]|(?P<code>[\u4e00-\u9fff]{1,12})〔\d{4}〕\d{1,5}号|(?<=[、,和及与])\d{1,5}号)"
    r"(?:\([^()]{0,60}\)){0,3}(?:等)?(?:[、,和及与并]|以及|暨){0,2}$"
)
_LISTING = "、,和及与并以暨"  # what stands between the titles of a list
_LISTED_ENDS = ("》", "〉", ">", "号", ")", "等", "的通知")


def without_list(before: str, wording: Wording) -> str:
    """The words before a title without those that are listed before it.

    >>> from gigraph.registry import load_registry
    >>> wording = load_registry().wording
    >>> without_list("根据《条例》(国令第711号)和", wording), without_list("印发鲁政办发〔2016〕1号、", wording)
    ('根据', '印发')
    """
    for _ in range(12):
        if not before.rstrip(_LISTING).endswith(_LISTED_ENDS):
            break
        listed = _LISTED.search(before)
        if listed is None:
            break
        verb = _issuing(wording).match(listed["code"] or "")  # 印发 before the code, of 印发鲁政办发
        before = before[: listed.start()] + (verb.group() if verb else "")
    return before


@lru_cache(maxsize=4)
def _issuing(wording: Wording) -> re.Pattern[str]:
    verbs = [verb.verb for verb in wording.verbs.values() if verb.relation != "cites" and len(verb.verb) > 1]
    return re.compile(rf"[\u4e00-\u9fff]{{0,8}}{alternation(verbs)}了?")
