"""Where an issuer code begins: the characters left of a year, without the words that lead in to it."""

import re
from functools import lru_cache

from gigraph.registry.issuer_codes import IssuerCodes
from gigraph.registry.wording import Wording
from gigraph.text.alternation import alternation

LONGEST = 10  # 岚综管办便函 has six characters, 国办公开办函 too; no code of ten is known
_RUN = re.compile(r"[\u4e00-\u9fff]{1,24}$")
# Single words that begin no code, and those that may (并政发 is 太原's, 和政发 和县's): these need what follows known.
_PLAIN_STARTS = frozenset("以按依及与或")
_DOUBTFUL_STARTS = frozenset("和并为如即见对将经由据照")
_ANYWHERE = frozenset("的了号第等")
# An agency named right before its code: 省教育厅湘教发, 财政部财预.
_AGENCY = re.compile(
    r"^(?:.{0,10}(?:省|市|县|区|州|国家|中国)[^省市县区]{1,10}(?:厅|局|委|办|院|署|室)|(?:[^省市县区]{1,8}|国家.{1,8})部)(?=.{2,8}$)"
)
# How codes of agencies that the registry does not know end; asked for only where the brackets are round.
_TYPICAL_END = re.compile(
    r"(?:发|函|字|办|令|文|通|电|传|规|政|府|委|告|知|批|复|秘|督|议|呈|报|请|任|教|财|建|民|公|安|法|审|环|农|林|水|交|商|卫|人社|综|党|组|号)$"
)


@lru_cache(maxsize=4)
def _lead_in(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternation(word for word in words if len(word) > 1 or word in _ANYWHERE))


def issuer_code_start(text: str, start: int, end: int, codes: IssuerCodes, wording: Wording) -> int | None:
    """The offset at which the issuer code begins that ends at `end`, not before `start`; None where none stands there.

    The longest code of the registry wins, unless what is left of it belongs to a longer code of an agency's own.
    """
    run = _RUN.search(text, max(start, end - 24), end)
    if not run:
        return None
    word, begin = run.group(), run.start()
    before = text[begin - 1] if begin > start else ""
    cut = _cut(word, before, codes, wording)
    rest = word[cut:]
    if len(rest) > LONGEST or not rest or (len(rest) == 1 and (before.isalnum() or rest not in codes)):
        return None
    return begin + cut


def _cut(word: str, before: str, codes: IssuerCodes, wording: Wording) -> int:
    cut = _behind_lead_ins(word, codes, wording)
    while word[cut:] not in codes and cut < len(word) - 1:
        step = _start_word(word[cut:], before if cut == 0 else "", codes)
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


def _behind_lead_ins(word: str, codes: IssuerCodes, wording: Wording) -> int:
    cut = 0
    for match in _lead_in(wording.lead_ins).finditer(word):
        if match.end() < len(word) and word[match.start() :] not in codes:
            cut = match.end()
    return cut


def _start_word(rest: str, before: str, codes: IssuerCodes) -> int:
    if rest[0] in _PLAIN_STARTS:
        return 1
    if rest[0] in _DOUBTFUL_STARTS and (rest[1:] in codes or rest[1] in codes.stems or before in "号》)"):
        return 1 if before or rest[1:] in codes or rest[1] in codes.stems else 0
    return 0


def _known_tail(rest: str, codes: IssuerCodes) -> int:
    """How much stands before a known code that ends here, where that is too much to be part of a longer code."""
    for at in range(1, len(rest) - 1):
        if rest[at:] in codes and (len(rest) > LONGEST or rest[at] in "国中" or rest[at] in codes.stems) and at >= 2:
            return 0 if rest[at - 1] in codes.stems and len(rest) <= LONGEST else at
    return 0


def is_code(code: str, codes: IssuerCodes) -> bool:
    """Whether a code that the registry does not know has the look of one, where its brackets alone do not say so."""
    return code in codes or (len(code) >= 2 and bool(_TYPICAL_END.search(code)))
