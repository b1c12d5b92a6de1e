"""Where an issuer code begins: the characters left of a year, without the words that lead in to it."""

import re
from functools import lru_cache
from typing import NamedTuple

from gigraph.registry import Registry
from gigraph.registry.issuer_codes import IssuerCodes
from gigraph.registry.lead_words import LeadWords
from gigraph.registry.region_codes import short_name
from gigraph.text.alternation import alternation

LONGEST = 10  # 岚综管办便函 has six characters, 国办公开办函 too; no code of ten is known
_RUN = re.compile(r"[\u4e00-\u9fff]{1,24}$")
# Single words that begin no code, and those that may (并政发 is 太原's, 和政发 和县's): these need what follows known.
_PLAIN_STARTS = frozenset("以按依及与或")
_DOUBTFUL_STARTS = frozenset("和并为如即见对将经由据照")
_GAP = re.compile("[ \n]{1,6}$")
_WIDEST_GAP = 6
_ANYWHERE = frozenset("的了号第等")
# Words before names with which codes of bodies begin: 办公共发, 发改办, 经信发.
_BEGIN_CODES = frozenset("办发经学能设管查报选转问并")
# What a code has behind its place: the body, and the kind of its documents.
_OWN_BODY = re.compile(
    r".{1,2}[政府委办党教财建民公司法审环农林水交商卫人社综组统监市国应文体住城规自医信机管档税纪宣编气科工经旅扶乡粮退招地镇街督考信]"
    r"[\u4e00-\u9fff]{0,5}(?:发|函|字|办|令|文|通|传|规|告|批|复|秘|督|议|呈|报|请|任|综)$"
)
# An agency named right before its code: 省教育厅湘教发, 财政部财预.
_AGENCY = re.compile(
    r"^(?:.{0,10}(?:省|市|县|区|州|国家|中国)[^省市县区]{1,10}(?:厅|局|委|办|院|署|室)|(?:[^省市县区]{1,8}|国家.{1,8})部)(?=.{2,8}$)"
)
# How codes of agencies that the registry does not know end; asked for only where the brackets are round.
_TYPICAL_END = re.compile(
    r"(?:发|函|字|办|令|文|通|电|传|规|政|府|委|告|知|批|复|秘|督|议|呈|报|请|任|教|财|建|民|公|安|法|审|环|农|林|水|交|商|卫|人社|综|党|组|号)$"
)


class CodeWords(NamedTuple):
    """What tells a code from the words before it.

    firsts: the characters that regions' names begin with; pairs: the first two. own: the characters of the names of the
    publisher's places, with which the codes of their bodies begin (礼政办发). lead: words that stand in no code. free:
    characters that stand before codes, and begin none.
    """

    codes: IssuerCodes
    leads: LeadWords
    lead: re.Pattern[str]
    firsts: frozenset[str]
    pairs: frozenset[str]
    free: frozenset[str]
    own: frozenset[str]


@lru_cache(maxsize=4)
def _words_of(registry: Registry) -> CodeWords:
    leads, names = registry.lead_words, registry.regions.by_name
    lead_ins = (word for word in registry.wording.lead_ins if len(word) > 1 or word in _ANYWHERE)
    firsts = frozenset(name[0] for name in names)
    lead = re.compile(alternation((*lead_ins, *leads.sure)))
    free = leads.single - firsts - _BEGIN_CODES
    pairs = frozenset(name[:2] for name in names)
    return CodeWords(registry.issuer_codes, leads, lead, firsts, pairs, free, frozenset())


def code_words(registry: Registry, own: frozenset[str]) -> CodeWords:
    """What tells codes in a report whose publisher's places are `own`, in full and in short."""
    stems = frozenset(char for name in own for char in short_name(name))
    return _words_of(registry)._replace(own=stems)


def issuer_code_start(text: str, start: int, end: int, words: CodeWords) -> int | None:
    """The offset at which the issuer code begins that ends at `end`, not before `start`; None where none stands there.

    The longest code of the registry wins, unless what is left of it belongs to a longer code of an agency's own.
    """
    run = _RUN.search(text, max(start, end - 24), end)
    if not run:
        return None
    if text[run.start() - 1 : run.start()] in (" ", "\n") and run.group() not in words.codes:
        parted = _parted_code_start(text, start, end, words)
        if parted is not None:
            return parted
    word, begin = run.group(), run.start()
    before = text[begin - 1] if begin > start else ""
    cut = _cut(word, before, words)
    rest = word[cut:]
    if words.lead.fullmatch(rest) and rest not in words.codes:  # 根据〔2017〕47号: the code is lost
        return None
    if len(rest) > LONGEST or not rest or (len(rest) == 1 and (before.isalnum() or rest not in words.codes)):
        return None
    return begin + cut


def _parted_code_start(text: str, start: int, end: int, words: CodeWords) -> int | None:
    """Where a code begins that a line's end or spaces part (国办|发, 甘 政 办 发); None where no code is known to."""
    places: list[int] = []  # of the characters, from the last on
    at = end
    while at > start and len(places) < LONGEST:
        gap = _GAP.search(text, max(start, at - _WIDEST_GAP), at)
        at = gap.start() if gap else at
        if at == start or not "\u4e00" <= text[at - 1] <= "\u9fff":
            break
        at -= 1
        places.append(at)
    for size in range(len(places), 1, -1):
        code = "".join(text[place] for place in reversed(places[:size]))
        if places[0] - places[size - 1] >= size and (code in words.codes or _is_own(code, words)):
            return places[size - 1]
    return None


def _cut(word: str, before: str, words: CodeWords) -> int:
    codes = words.codes
    cut = _behind_lead_ins(word, words)
    while word[cut:] not in codes and cut < len(word) - 1:
        step = _start_word(word, cut, word[cut - 1] if cut else before, words)
        if not step:
            break
        cut += step
    rest = word[cut:]
    if rest in codes:
        return cut
    agency = _AGENCY.match(rest)
    if agency:
        return cut + agency.end()
    return cut + _known_tail(rest, codes)


def _behind_lead_ins(word: str, words: CodeWords) -> int:
    cut = 0
    for match in words.lead.finditer(word):
        own = words.own.issuperset(match.group()) and _is_own(word[match.start() :], words)  # 新建政办发 in 新建区
        if match.end() < len(word) and word[match.start() :] not in words.codes and not own:
            cut = match.end()
    return cut


def _start_word(word: str, cut: int, before: str, words: CodeWords) -> int:
    """How many characters the words have that stand at `cut`, before a code; 0 where the code begins."""
    rest, codes = word[cut:], words.codes
    if _is_own(rest, words):
        return 0
    if size := _before_place(word, cut, words):
        return size
    if rest[0] in _PLAIN_STARTS:
        return 1
    known = rest[1:] in codes or rest[1] in codes.stems
    if rest[0] in _DOUBTFUL_STARTS and (known or (before and before in "号文件》)")):
        return 1
    return int(rest[0] in words.free and len(rest) > 2)


def _before_place(word: str, cut: int, words: CodeWords) -> int:
    """How many characters stand before a code that begins with its place: a known one, one's own, or behind a word."""
    places, stems = range(cut + 1, len(word) - 1), words.own | words.codes.stems
    for at in places:
        code, left = word[at:], word[at - 1]
        own = _is_own(code, words)
        if own or (code in words.codes and (code[0] in "国中" or code[0] in words.codes.stems)):
            led = left in words.leads.single and left + code[0] not in words.pairs
            if led or words.leads.before(word, at, cut) or (own and at - cut > 1 and left not in stems):
                return at - cut
    for at in places:
        left, first = word[at - 1], word[at]
        led = left in words.free or words.leads.before(word, at, cut) == at - cut
        of_stem = first in stems and left in words.leads.single and left + first not in words.pairs
        if len(word) - at > 2 and (of_stem or (led and (first in words.firsts or first in stems))):
            return at - cut
    return 0


def _is_own(code: str, words: CodeWords) -> bool:
    """Whether a code begins with a place of the publisher's and goes on as codes of bodies do (礼政办发, 咸礼教字)."""
    return code[0] in words.own and _OWN_BODY.match(code) is not None


def _known_tail(rest: str, codes: IssuerCodes) -> int:
    """How much stands before a known code that ends here, where that is too much to be part of a longer code."""
    for at in range(1, len(rest) - 1):
        if rest[at:] in codes and (len(rest) > LONGEST or rest[at] in "国中" or rest[at] in codes.stems) and at >= 2:
            return 0 if rest[at - 1] in codes.stems and len(rest) <= LONGEST else at
    return 0


def is_code(code: str, codes: IssuerCodes) -> bool:
    """Whether a code that the registry does not know has the look of one, where its brackets alone do not say so."""
    return code in codes or (len(code) >= 2 and bool(_TYPICAL_END.search(code)))
