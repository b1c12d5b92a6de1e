"""Where the agency begins that stands right before a document: behind a word of citing, or at a sentence's head.

Without brackets only what an agency issued is a definite document: 落实省政府办公厅2016年政务公开工作要点.
"""

import re
from functools import lru_cache

from gigraph.registry.lead_words import LeadWords
from gigraph.registry.wording import Wording
from gigraph.registry.wording_rows import LeadWord
from gigraph.text.titles import SURE_LEVELS, is_agency

VAGUE = re.compile(r"有关|相关|各项|系列|一批|若干个|上级|各级|各类|主管|重要")
DOES = re.compile(r"制定|制订|研究|印发|出台|编制|下发|发布|公布|拟定|修订|[了的]")
_ENDS = ("", "了", "好")
_LONGEST = 26  # characters of a name and the words before it
_MOST_JOINT = 6
_HAN_RUN = re.compile(rf"[\u4e00-\u9fff]{{2,{_LONGEST}}}$")
_AFTER_TITLE = re.compile(r"[)》号](?:和|及|、|以及|与)$")
# A name that has begun and not ended, with no adverb behind: 市, 省安全监督; 市局, 全市深入 are none.
_NAME_BEGUN = re.compile(
    r"(?<![全我本])(?:[省市县区州旗盟镇乡]|自治[区州县])[^局厅委办院会室府部认进积深严全并为地及要组]{0,4}$"
)
_NAMED = re.compile(r"(?:国务院|国家|中共|中央|省|市|县|区|州|[\u4e00-\u9fff]{2,6}[省市县区州])[\u4e00-\u9fff]{1,10}$")


@lru_cache(maxsize=4)
def _citing(wording: Wording) -> LeadWords:
    """Verbs that cite a document: sure ones, and those that bodies' names have, too (学习, 检查)."""
    plain = frozenset(wording.lead_words("plain"))
    verbs = wording.before_titles("cites")
    rows = (LeadWord(verb + end, "plain" if verb in plain else "ambiguous") for verb in verbs for end in _ENDS)
    return LeadWords((*rows, LeadWord("以", "ambiguous")))


def agency_start(text: str, end: int, wording: Wording) -> int | None:
    """Where the agency begins whose name ends right before an offset and follows a word of citing; None without one.

    >>> from gigraph.registry import load_registry
    >>> agency_start("我局学习了市政府", 8, load_registry().wording)
    5
    """
    run = _HAN_RUN.search(text, max(0, end - _LONGEST), end)
    if not run or not is_agency(run.group()) or VAGUE.search(run.group()):
        return None
    begin = _behind_citing(text, run.start(), end, _citing(wording))
    if begin is None and text[run.start()] == "以" and is_agency(text[run.start() + 1 : end]):  # 以市政府…要点为抓手
        begin = run.start() + 1
    if begin is not None:
        return begin
    before = text[run.start() - 1] if run.start() else "\n"
    named = before in ",。;、\n " and _NAMED.match(run.group()) and not DOES.search(run.group())
    return run.start() if named else None


def agencies_start(text: str, end: int, wording: Wording) -> int | None:
    """Where the first of those begins that issue together what follows (省委、省政府关于…的意见), as `agency_start`.

    >>> from gigraph.registry import load_registry
    >>> agencies_start("贯彻中办、国办", 7, load_registry().wording)
    2
    """
    begin = agency_start(text, end, wording)
    at = begin if begin is not None else _listed_start(text, end)
    for _ in range(_MOST_JOINT):
        if not at or text[at - 1] != "、":
            break
        before = agency_start(text, at - 1, wording)
        begin = before if before is not None else begin
        at = before if before is not None else _listed_start(text, at - 1)
    return begin


def _listed_start(text: str, end: int) -> int | None:
    """Where a name begins that ends at an offset and stands behind another in a list (中央军委 in 国务院、中央军委)."""
    run = _HAN_RUN.search(text, max(0, end - _LONGEST), end)
    if not run or not text.startswith("、", run.start() - 1) or VAGUE.search(run.group()):
        return None
    return run.start() if is_agency(run.group()) else None


def _behind_citing(text: str, start: int, end: int, citing: LeadWords) -> int | None:
    """Where a name begins behind a word of citing that is no part of it; the last such place between two offsets."""
    for at in range(end - 2, start - 1, -1):
        if DOES.search(text, at, end):  # 结合实际制定了省政府办公厅…办法: what somebody drew up
            return None
        if not is_agency(text[at:end]):
            continue
        size = citing.before(text, at, start)
        if size and not _in_name(text, start, at - size, size, citing):
            return at
        if _AFTER_TITLE.search(text, max(0, at - 3), at):
            return at
        if text[at] in SURE_LEVELS and citing.leads(text, at, start):
            return at
    return None


def _in_name(text: str, start: int, verb: int, size: int, citing: LeadWords) -> bool:
    """Whether a verb at an offset is a part of a body's name: of 市宣传教育中心, not of 市教育局宣传教育部的."""
    if citing.before(text, verb + size, start, sure=True):
        return False
    return citing.before(text, verb, start, sure=True) > 0 or _NAME_BEGUN.search(text, start, verb) is not None


def of_several(agencies: str) -> bool:
    """Whether a document is that of one agency and of another: 国务院办公厅和市政府办公厅2014年…要点 are two."""
    return any(is_agency(agencies[: match.start()]) for match in re.finditer("[和与及]", agencies))
