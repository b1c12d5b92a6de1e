"""What a sentence tells of a number: what it counts, bound, per, scope, period, and the words to quote."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from gigraph.extractors.statistics.candidate import Candidate
from gigraph.registry.units import FigureWords

_CLAUSE, _SENTENCE = re.compile(r"[,。!?;:、\n|]"), re.compile(r"[。!?;\n]")  # the marks that end them
_LOOK_BACK = 120  # characters before a number in which its sentence begins
_LEAD = re.compile(
    r"(?:其中|同时|此外|另外|并且|以及|目前|现有|现(?=共|已)|截[至止][^,。;]{0,14}(?:底|日|末|前)|\d{4}年(?:度|底|末)?(?:以来)?|(?:\d{1,2}月)?\d{1,2}日"
    r"|今年以来|今年|全年|本年度?|年内|一年来|累计|先后|我局|我市|我县|我区|我省|我委|我厅|共|已|均|一是|二是|三是|四是|五是|六是|和|与|及|并|或)+"
)
_TAILS = (
    "共计", "合计", "总计", "累计", "共有", "共", "计", "达到", "达", "为", "近", "约", "有", "是", "在", "了", "已",
    "超过", "超", "逾", "至少", "不少于", "不低于", "突破", "各", "均", "由", "至", "到", "仅", "的", "之", "高达",
    "多达", "一共", "上", "(", ":", '"', "“",
)  # fmt: skip
_TAIL_ENDS = frozenset(word[-1] for word in _TAILS)
_TAIL = re.compile(f"(?:{'|'.join(map(re.escape, _TAILS))})+$")
_NOUN = re.compile(r"(?:\([^()]{0,12}\))?的?([\u4e00-\u9fffA-Za-z“”]{1,24}(?:\([^()]{1,6}\)[\u4e00-\u9fff]{1,12})?)")
_COMPARED = re.compile(
    r"同比|环比|(?:与|较|比)(?:上年|去年|上一年|上季|上月)度?(?:同期)?(?:相比)?|\d{1,2}月?份?[-—~至到]\d{1,2}月份?(?![日\d])"
)
_NO_NOUN = re.compile(
    r"(?:比|较|占|同比|环比|被|由|全部|均|已|并|及时|以上|以内|左右|其中|和|与|及|以及|减少|增加|增长|下降|压缩|缩短|提高|提升|降低|至|到)"
)


class Clause(NamedTuple):
    """The clause of a number: its offsets, and the offset at which its sentence begins."""

    start: int
    end: int
    sentence: int


def clause_of(text: str, found: Candidate, start: int, end: int) -> Clause:
    """The clause around a number within a run (start, end)."""
    first, last = max(start, found.start - _LOOK_BACK), min(end, found.end + 30)
    before = text[first : found.start][::-1]  # read backwards, the last mark is found first
    stop, clause = _CLAUSE.search(text, found.end, last), _CLAUSE.search(before)
    sentence = _SENTENCE.search(before, clause.start()) if clause else None
    return Clause(
        found.start - clause.start() if clause else first,
        stop.start() if stop else last,
        found.start - sentence.start() if sentence else first,
    )


def counted(text: str, found: Candidate, clause: Clause, earlier: str) -> str:
    """What a number counts, in short: the noun behind the unit, else the words before the number, else `earlier`.

    >>> found = Candidate(9, 12, 13, 156, "条", "arabic", "156")
    >>> counted("更新局网站工作动态156条", found, Clause(0, 13, 0), "")
    '更新局网站工作动态'
    """
    before = text[clause.start : found.start].strip()
    if "(" in before and before.count("(") > before.count(")"):
        before = before[before.rfind("(") + 1 :]
    if lead := _LEAD.match(before):
        before = before[lead.end() :]
    if before[-1:] in _TAIL_ENDS:
        before = _TAIL.sub("", before)
    before = before.strip(' (“”"')
    share = found.unit in ("%", "‰")
    noun = None if share else _NOUN.match(text, found.end, clause.end)
    if noun and not _NO_NOUN.match(text, found.end, clause.end):
        return noun[1][:24]
    if share and before.startswith("占") and earlier:
        return f"{earlier}占比"
    return before[-30:] or earlier


def quotation(text: str, found: Candidate, clause: Clause, start: int, end: int) -> tuple[int, int]:
    """The offsets of words that hold the number and stand in one place of the text."""
    left, right = clause.start, min(clause.end, found.end + 16)
    left = max(left, found.start - 40)
    while left < found.start and text[left] in " \n":
        left += 1
    while right - left < 60 and _stands_twice(text, text[left:right]):
        if left == start and right == end:
            break
        left, right = max(start, left - 6), min(end, right + 2)
    return left, right


def _stands_twice(text: str, words: str) -> bool:
    return text.find(words, text.find(words) + 1) != -1


def bound_of(text: str, found: Candidate, words: FigureWords) -> str | None:
    """≈, ≥ or ≤ where the text bounds the number (近10000余条 is ≈).

    >>> from gigraph.registry import load_registry
    >>> from gigraph.registry.units import load_figure_words
    >>> words = load_figure_words(load_registry().folder)
    >>> bound_of("达到320条以上", Candidate(2, 5, 6, 320, "条", "arabic", "320"), words)
    '≥'
    """
    if found.edge:
        return found.edge
    before, after = words.bound_before, words.bound_after
    left = text[max(0, found.start - 4) : found.start]
    if left[-1:] in before.ends and left.endswith(before.words) and not left.endswith(words.no_bounds):
        return next(before.values[word] for word in before.words if left.endswith(word))
    behind = after.pattern.match(text, found.end, found.end + 4)
    if behind and (len(behind.group()) > 1 or words.by_unit[found.unit].kind == "time"):
        return after.values[behind.group()]
    return "≥" if found.inside else None


def per_of(text: str, found: Candidate, clause: Clause, words: FigureWords) -> str | None:
    """The span of time that the number is for (每月督查1次 is month), None where it is for the whole period."""
    if words.per_before.pattern.search(text, clause.start, found.start):
        left = text[clause.start : found.start]
        best: tuple[int, str] | None = None
        for word, value in words.per_before.values.items():
            at = left.rfind(word)
            if at != -1 and len(left) - at - len(word) <= 16 and (best is None or at > best[0]):
                best = (at, value)
        if best:
            return best[1]
    behind = words.per_after.pattern.match(text, found.end, found.end + 3)
    return words.per_after.values[behind.group()] if behind else None


def period_of(text: str, found: Candidate, clause: Clause, words: FigureWords) -> str | None:
    """The period as the text gives it: what its own clause compares with (同比) or the months it names go first.

    >>> from gigraph.registry import load_registry
    >>> from gigraph.registry.units import load_figure_words
    >>> words, text = load_figure_words(load_registry().folder), "全年办理41件,同比增长5%"
    >>> period_of(text, Candidate(11, 12, 13, 5, "%", "arabic", "5"), Clause(7, 13, 0), words)
    '同比'
    """
    before = text[clause.start : found.start]
    own = _COMPARED.findall(before) if "比" in before or "较" in before or "月" in before else []
    return own[-1] if own else nearest_term(text, found, clause, "period", words)


def nearest_term(text: str, found: Candidate, clause: Clause, kind: str, words: FigureWords) -> str | None:
    """The word of a kind (scope, period) that stands last before the number in its sentence."""
    left = text[clause.sentence : found.start]
    found_ones = [(match.end(1), len(match[1]), match[1]) for match in words.any_of(kind).finditer(left)]
    return max(found_ones)[2] if found_ones else None


def measured(text: str, found: Candidate, words: FigureWords) -> tuple[Decimal, str]:
    """A number's value and unit: 三成 is 30 %, as 百分之三十 is; 130篇(条) has both classifiers, as written."""
    if found.unit == "成":
        return found.value * 10, "%"
    other = _other_unit(words).match(text, found.end) if found.unit and found.unit not in ("%", "‰") else None
    return found.value, found.unit + (other.group() if other else "")


@lru_cache(maxsize=4)
def _other_unit(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"\((?:{words.alternation})\)")
