"""What a sentence tells of a number: what it counts, bound, per, scope, period, and the words to quote."""

import re
from dataclasses import dataclass

from gigraph.extractors.statistics.candidate import Candidate
from gigraph.registry.units import FigureWords

_CLAUSE = re.compile(r"[,。!?;:、\n|]")
_SENTENCE = "。!?;\n"  # of the marks that end a clause those that end a sentence, too
_LEAD = re.compile(
    r"^(?:其中|同时|此外|另外|并且|以及|目前|现有|现(?=共|已)|截[至止][^,。;]{0,14}(?:底|日|末|前)|\d{4}年(?:度|底|末)?(?:以来)?|(?:\d{1,2}月)?\d{1,2}日"
    r"|今年以来|今年|全年|本年度?|年内|一年来|累计|先后|我局|我市|我县|我区|我省|我委|我厅|共|已|均|一是|二是|三是|四是|五是|六是|和|与|及|并|或)+"
)
_TAIL = re.compile(
    r"(?:共计|合计|总计|累计|共有|共|计|达到|达|为|近|约|有|是|在|了|已|超过|超|逾|至少|不少于|不低于|突破|各|均|由|至|到|仅|的|之|高达|多达|一共|上|[(:\"“])+$"
)
_NOUN = re.compile(
    r"^(?:\([^()]{0,12}\))?(?:的)?([\u4e00-\u9fffA-Za-z“”]{1,24}(?:\([^()]{1,6}\)[\u4e00-\u9fff]{1,12})?)"
)
_NO_NOUN = re.compile(
    r"(?:比|较|占|同比|环比|被|由|全部|均|已|并|及时|以上|以内|左右|其中|和|与|及|以及|减少|增加|增长|下降|压缩|缩短|提高|提升|降低|至|到)"
)
_YEAR = re.compile(
    r"(?<![比较与于同])(?:截[至止]到?[^,。;、]{0,14}?(?:底|末|日|前)|截至目前|截止目前|(?:19|20)\d{2}(?:—|-|至)?(?:20\d{2})?(?:年度|学年|年))"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause of a number: its offsets, and the offset at which its sentence begins."""

    start: int
    end: int
    sentence: int


def clause_of(text: str, found: Candidate, start: int, end: int) -> Clause:
    """The clause around a number within a run (start, end)."""
    head = text[max(start, found.start - 120) : found.start]
    offset = found.start - len(head)
    cuts = [match.end() for match in _CLAUSE.finditer(head)]
    sentences = [cut for cut in cuts if head[cut - 1] in _SENTENCE]
    stop = _CLAUSE.search(text, found.end, min(end, found.end + 30))
    finish = stop.start() if stop else min(end, found.end + 30)
    return Clause(offset + (cuts[-1] if cuts else 0), finish, offset + (sentences[-1] if sentences else 0))


def counted(text: str, found: Candidate, clause: Clause, earlier: str) -> str:
    """What a number counts, in short: the noun behind the unit, else the words before the number, else `earlier`.

    >>> found = Candidate(9, 12, 13, 156, "条", "arabic", "156")
    >>> counted("更新局网站工作动态156条", found, Clause(0, 13, 0), "")
    '更新局网站工作动态'
    """
    before = text[clause.start : found.start].strip()
    if before.count("(") > before.count(")"):
        before = before[before.rfind("(") + 1 :]
    before = _TAIL.sub("", _LEAD.sub("", before)).strip(' (“”"')
    after = text[found.end : clause.end]
    noun = _NOUN.match(after)
    if noun and found.unit not in ("%", "‰") and not _NO_NOUN.match(after):
        return noun[1][:24]
    if found.unit in ("%", "‰") and before.startswith("占") and earlier:
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
    left, right = text[max(0, found.start - 4) : found.start], text[found.end : found.end + 4]
    for term in words.terms_of("bound", "before") if words.found_in("bound", "before").search(left) else ():
        if left.endswith(term.term) and not left.endswith(
            ("最近", "附近", "预约", "节约", "集约", "网上", "以上", "线上")
        ):
            return term.value
    for term in words.terms_of("bound", "after") if words.found_in("bound", "after").match(right) else ():
        if right.startswith(term.term) and (len(term.term) > 1 or words.by_unit[found.unit].kind == "time"):
            return term.value
    return "≥" if found.inside else None


def per_of(text: str, found: Candidate, clause: Clause, words: FigureWords) -> str | None:
    """The span of time that the number is for (每月督查1次 is month), None where it is for the whole period."""
    left, right = text[clause.start : found.start], text[found.end : found.end + 3]
    best: tuple[int, str] | None = None
    for term in words.terms_of("per", "before") if words.found_in("per", "before").search(left) else ():
        at = left.rfind(term.term)
        if at != -1 and len(left) - at - len(term.term) <= 16 and (best is None or at > best[0]):
            best = (at, term.value)
    if best:
        return best[1]
    if not words.found_in("per", "after").match(right):
        return None
    return next((term.value for term in words.terms_of("per", "after") if right.startswith(term.term)), None)


def nearest_term(text: str, found: Candidate, clause: Clause, kind: str, words: FigureWords) -> str | None:
    """The word of a kind (scope, period) that stands last before the number in its sentence."""
    left = text[clause.sentence : found.start]
    best: tuple[int, int, str] | None = None
    for match in words.any_of(kind).finditer(left):
        best = max(best or (-1, 0, ""), (match.end(1), len(match[1]), match[1]))
    if kind == "period":
        for match in _YEAR.finditer(left):
            best = max(best or (-1, 0, ""), (match.end(), len(match.group()), match.group()))
    return best[2] if best else None
