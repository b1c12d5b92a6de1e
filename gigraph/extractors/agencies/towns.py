"""Towns (城关镇, 兴华街道), of which no table knows the names: what stands before one tells where its name begins."""

import re
from collections.abc import Iterator
from itertools import takewhile

from gigraph.extractors.agencies.lexicon import TOWN_STATIONS, Lexicon
from gigraph.registry.lead_words import LeadWords

_HAN = re.compile(r"[\u4e00-\u9fff]")
# The kind behind the stem, where a body of the town follows; words that are no town's name.
_BODY = (
    r"(?=人民政府|政府|党委|党工委|党政|委员会|纪律检查委|工作委员会|办事处|办|便民服务|党群服务|社区[卫事服]|综合|文化站|文化服务|卫生院|卫生服务|退役军人|农业服务|社会事务"
    rf"|经济发展|中心[校小中卫幼]|中学|小学|纪委|人大|武装部|(?:{TOWN_STATIONS})所"
    r"|(?:林业|水利|农技|畜牧|计生|水保|农机|广播)(?:服务)?(?:站|中心)"
    r"|(?:民政|计生|综治|经发|城建|村建|安监|环保|扶贫|党建|组织|宣传|统战|信访|应急|人社|社保|农业|财政)办(?![理好]))"
)
_TOWN = re.compile(rf"(?:民族乡|街道|苏木|[镇乡]){_BODY}")
# For a look ahead: one character that is sought at a time is found at once.
TOWN_ENDS = tuple(re.compile(kind + _BODY) for kind in ("乡", "镇", "街道", "苏木"))
_NOT_TOWN = re.compile(
    r"(?:[城乡集村])?镇$|[家处两三四五六七八九十凡但却虽乃现旧便老小大省市县区].$|.*(?:若干|当地|邻近|周边|其[他它]|[外本]地|[个各全我本该每等的了县区省局厅]|市(?!.\Z)|[城一两三四五六七八九十]市|乡镇|镇街|所有|有关|党委|政府|党组)",
    re.DOTALL,
)
_BEFORE = frozenset("由经向报在对和与及到为至给请据照按将把从以是于即、")
# Further characters that no town of three begins with: 被城关镇.
_NEVER_FIRST = frozenset("被让使跟或并也还又均则用找再更因受需须没未已就才只仅另除设借的了")
_NO_FIRST = frozenset("由经报请据照按即")
# Verbs that towns are called by.
_PLACE_VERBS = frozenset({"建设", "合作", "联合", "开发", "发展", "保护", "新建", "建立", "创建", "实现"})
# Ends of other words: 然后由镇政府, 而且镇政府, 细则镇政府.
_ENDS_OTHERS = re.compile(
    r"(?:[由在向对被将把与从到为给让使及是已并也又按于等此该我各还这那未要的了以每所至其]|[否规原细准法通实守总]则|[而并况尚]且)\Z"
)
_TOWN_BEFORE = re.compile(r"(?:[镇乡]|街道)(?:人民政府|政府|办事处|党委)?、\Z")  # 某镇政府、四道河子镇政府
_LONG = 3  # characters of a stem; what is longer may be a phrase
_PARTY = ("中共", "共产党")
_KINDS = ("街道", "苏木", "镇", "乡")
_SEPARATOR = re.compile(r"[、和与及]\Z")
_OF_PLACES = frozenset("路街道桥村庄里湖河山岭沟屯营新东西南北口湾园城")


def with_towns(text: str, start: int, end: int, runs: list[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The runs of region names, and towns: behind a region's name (遂溪县建新镇) they belong to it (由两城镇: alone).

    A town that has once been told from the words before it is known in the rest of the stretch.
    """
    ends = {stop: begin for begin, stop in runs}
    found = dict.fromkeys(runs)
    known: set[str] = set()
    doubtful: list[re.Match[str]] = []
    for match in _TOWN.finditer(text, start, end) if _any_ends(text, start, end) else ():
        at = match.start()
        stems = _stems(text, start, at)
        run = next((at - size for size in stems if at - size in ends), None)
        if run is not None:
            if _NOT_TOWN.match(text[run : at + 1]):
                continue
            found.pop((ends[run], run), None)
            found[ends[run], match.end()] = None
            known.add(text[run : match.end()])
        elif any(begin <= at < stop for begin, stop in runs):
            continue
        elif (size := _free_stem(text, start, at, stems, lexicon.leads)) and _is_stem(text[at - size : at], lexicon):
            found[at - size, match.end()] = None
            known.add(text[at - size : match.end()])
        else:
            doubtful.append(match)
    for match in doubtful:
        stop = match.end()
        begins = (at for at in range(match.start() - 5, match.start()) if text[at:stop] in known)
        if (begin := next(begins, None)) is not None:
            found[begin, stop] = None
    return sorted(found)


def listed_towns(text: str, start: int, at: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The towns of a list before one that a body follows (城关镇、史德镇、烟霞镇政府), from right to left."""
    while comma := _SEPARATOR.search(text, max(start, at - 1), at):
        stop = comma.start()
        kind = next((word for word in _KINDS if text.endswith(word, start, stop)), "-")
        begins = (stop - len(kind) - size for size in (2, 3, 4) if stop - len(kind) - size >= start)
        at = next((begin for begin in begins if _is_listed(text, start, begin, stop, lexicon)), -1)
        if at < 0 or kind == "-":
            return
        yield at, stop


def _is_listed(text: str, start: int, begin: int, stop: int, lexicon: Lexicon) -> bool:
    name, before = text[begin:stop], text[begin - 1 : begin] if begin > start else ""
    kind = next((word for word in _KINDS if name.endswith(word)), "")
    stem = name.removesuffix(kind)
    if not all(map(_HAN.match, name)) or _NOT_TOWN.match(stem + kind[:1]) or not _is_stem(stem, lexicon):
        return False
    if _begins_with_lead(text, begin, stop, lexicon.leads):
        return False
    clause = not _HAN.match(before)
    return before in _BEFORE or lexicon.leads.before(text, begin, start) > 0 or (clause and len(name) < 5)


def _is_stem(stem: str, lexicon: Lexicon) -> bool:
    """Whether a town may be called so: by a particle, too (那马镇, 均安镇, 里则街道), but none that leads to 镇政府."""
    if _ENDS_OTHERS.search(stem):
        return False
    if not 1 < len(stem) <= _LONG:
        return lexicon.has_no_word(stem)
    if lexicon.leads.names_nothing(stem) and not lexicon.fine.fullmatch(stem):  # 其余镇政府; but 大中镇
        return False
    return not lexicon.longer.search(lexicon.fine.sub("", stem)) and not lexicon.longer_start.match(stem)


def _any_ends(text: str, start: int, end: int) -> bool:
    return any(pattern.search(text, start, end) for pattern in TOWN_ENDS)


def _stems(text: str, start: int, at: int) -> list[int]:
    sizes = range(1, min(6, at - start + 1))
    return list(takewhile(lambda size: _HAN.match(text, at - size) is not None, sizes))


def _free_stem(text: str, start: int, at: int, stems: list[int], leads: LeadWords) -> int | None:
    """How far left a town's name reaches: to the nearest word that may stand before it; mostly two characters."""
    verb = leads.before(text, at, start)
    if verb and text[at - verb : at] not in _PLACE_VERBS:  # 考核街道党工委, 及时报送镇人大
        return None
    for size in (2, 3, 1, 4, 5):
        begin = at - size
        if (
            size not in stems
            or (size == 1 and (text[begin] in leads.single or text.startswith("街道", at)))
            or text[begin] in _NO_FIRST
            or _NOT_TOWN.match(text[begin : at + 1])
            or (text[begin] in _BEFORE and (size == 1 or _NOT_TOWN.match(text[begin + 1 : at + 1])))
        ):
            continue
        if begin == start or not _HAN.match(text, begin - 1):
            short = size <= _LONG or (_TOWN_BEFORE.search(text, start, begin) and not leads.has_verb(text[begin:at]))
            if short and not _begins_with_lead(text, begin, at, leads):
                return size
        elif _is_led(text, start, begin, leads) or (size in (2, 3) and text[begin - 1] in _NEVER_FIRST):
            return size
    return None


def _is_led(text: str, start: int, begin: int, leads: LeadWords) -> bool:
    """Whether a word ends there that stands before names; also before 原 (由原城关镇人民政府)."""
    if text[begin - 1] == "原" and begin - 1 > start:
        begin -= 1
    if text.endswith(_PARTY, start, begin):
        return True
    return text[begin - 1] in _BEFORE or leads.before(text, begin, start) > 0


def _begins_with_lead(text: str, begin: int, at: int, leads: LeadWords) -> bool:
    """通过某镇 is no town; 建设路街道 and 新建镇 may be."""
    return any(text[begin:stop] in leads.words and text[stop] not in _OF_PLACES for stop in range(begin + 2, at))
