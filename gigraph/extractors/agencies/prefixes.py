"""What agencies' names begin with: a region's name, a level word (省, 县, 局), one's own (我局), the whole (全省)."""

import re
from collections.abc import Iterator
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.registry.regions import Regions

_LEVEL_CHAR = re.compile(
    r"自治[区州县旗]|[林特]区|综合实验区|实验区|试验区|高新区|经开区|开发区|示范区|新区|园区|街道|地区|(?<![各当本属])地(?=委(?:$|[^\u4e00-\u9fff员派托]|[行政宣组统办和的]))|[省市县区州旗盟镇乡]|学校|(?:学|医)院(?![路街镇乡区派])|[局厅委部署校院]|总局|总署|[办社](?=党组|党委|机关党委)|总队|支队|大队|中心"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_START = attrgetter("start")
_REGION_END = re.compile(r"[省市县区州旗盟]")
_BEHIND_BODY = re.compile(r"[局委府馆会办厅院校心处科所站队社县市省]")  # 市政府和县政府 in that county's report, too
_JOINED = re.compile(r"[\u4e00-\u9fff”)、\n]")  # 落实《条例》和县委的要求: a title is blanked to line ends
# Town names: the kind behind the stem, where a body of the town follows; words that are no town's name.
_TOWN_BODY = r"(?=人民政府|政府|党委|党工委|党政|办事处|办|便民服务中心|综合)"
_TOWN = re.compile(rf"(?:民族乡|街道|苏木|[镇乡]){_TOWN_BODY}")
# What towns end in, for a look ahead: one character that is sought at a time is found at once.
TOWN_ENDS = tuple(re.compile(kind + _TOWN_BODY) for kind in ("乡", "镇", "街道", "苏木"))
_NOT_TOWN = re.compile(r"(?:[城乡集村])?镇$|.*(?:[各全我本该每等的了县市区省]|乡镇|镇街|所有|有关)", re.DOTALL)
_BEFORE = frozenset("由经向报在对和与及到为至给请据照按将把从以是于即、")
_DIRECT = re.compile(r"直(?:属?机关|属)?")
_SELF, _WHOLES = frozenset("我本"), frozenset("省市县区州")
_ORGANISATION = frozenset("局厅委部署校院办社") | {
    "学校",
    "总局",
    "总署",
    "学院",
    "医院",
    "总队",
    "支队",
    "大队",
    "中心",
}


class Prefix(NamedTuple):
    """kind: region, level, organisation (局, 厅: the publisher itself), own (我局), whole (全省)."""

    start: int
    end: int
    kind: str


def prefixes_of(
    text: str, start: int, end: int, regions: Regions, lexicon: Lexicon, own: frozenset[str]
) -> list[Prefix]:
    """What names begin with in a stretch, in order; `own`: the publisher's places, in full and in short."""
    shorts = sorted(name for name in own if name not in regions.by_name)
    found = _region_prefixes(text, start, end, regions, own, lexicon)
    taken = [prefix for prefix in found if text[prefix.start : prefix.end] not in shorts]  # 平乡 of 平乡县 is no town
    covered = {position for prefix in taken for position in range(prefix.start, prefix.end)}
    for name in shorts:
        at = text.find(name, start, end)
        while at >= 0:
            stop = at + len(name)
            if text.startswith("人民政府", stop) and at not in covered:  # 礼泉人民政府
                taken.append(Prefix(at, stop, "region"))
            covered.update(range(at, stop))  # no level word in 西市 of 西市区, in 南部 of 南部县
            at = text.find(name, stop, end)
    return sorted((*taken, *_level_prefixes(text, start, end, covered, lexicon)), key=_START)


def _region_prefixes(
    text: str, start: int, end: int, regions: Regions, own: frozenset[str], lexicon: Lexicon
) -> list[Prefix]:
    """Runs of region names in a stretch (湖南省长沙市岳麓区), zones included; they do not overlap."""
    spans = list(_region_names(text, start, end, regions)) + list(_zones(text, start, end, regions))
    runs: list[Prefix] = []
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if runs and first < runs[-1].end:
            if last > runs[-1].end and first > runs[-1].start:
                continue
            if last > runs[-1].end:
                runs[-1] = Prefix(first, last, "region")
        elif runs and first == runs[-1].end:
            runs[-1] = Prefix(runs[-1].start, last, "region")
        elif _is_place(text, first, last, regions, own):
            runs.append(Prefix(first, last, "region"))
    return _with_towns(text, start, end, runs, lexicon)


def _is_place(text: str, start: int, end: int, regions: Regions, own: frozenset[str]) -> bool:
    """Whether a region's name is read as one, though its words may have another meaning there."""
    name, words = text[start:end], regions.words
    if name in own:
        return name not in words.clauses or not _BEHIND_BODY.match(text, start - 1)
    return name not in words.nouns and not (name in words.clauses and _JOINED.match(text, start - 1))


def _with_towns(text: str, start: int, end: int, runs: list[Prefix], lexicon: Lexicon) -> list[Prefix]:
    """Town names behind a region's name (遂溪县建新镇) belong to it, others are prefixes of their own (由两城镇).

    A town that has once been told from the words before it is known in the rest of the stretch.
    """
    ends = {run.end: run for run in runs}
    found = dict.fromkeys(runs)
    known: set[str] = set()
    doubtful: list[re.Match[str]] = []
    for match in _TOWN.finditer(text, start, end) if _ends_in(text, start, end, TOWN_ENDS) else ():
        at = match.start()
        stems = _stems(text, start, at)
        if run := next((ends[at - size] for size in stems if at - size in ends), None):
            if _NOT_TOWN.match(text[run.end : at + 1]):
                continue
            found.pop(run, None)
            found[Prefix(run.start, match.end(), "region")] = None
            known.add(text[run.end : match.end()])
        elif any(run.start <= at < run.end for run in runs):
            continue
        elif (size := _free_stem(text, start, at, stems)) and lexicon.is_name(text[at - size : at]):
            found[Prefix(at - size, match.end(), "region")] = None
            known.add(text[at - size : match.end()])
        else:
            doubtful.append(match)
    for match in doubtful:
        name = next(
            (
                text[at : match.end()]
                for at in range(match.start() - 5, match.start())
                if text[at : match.end()] in known
            ),
            None,
        )
        if name:
            found[Prefix(match.end() - len(name), match.end(), "region")] = None
    return sorted(found, key=lambda run: run.start)


def _ends_in(text: str, start: int, end: int, ends: tuple[re.Pattern[str], ...]) -> bool:
    return any(pattern.search(text, start, end) for pattern in ends)


def _stems(text: str, start: int, at: int) -> list[int]:
    sizes = range(1, min(6, at - start + 1))
    return list(takewhile(lambda size: _HAN.match(text, at - size) is not None, sizes))


def _free_stem(text: str, start: int, at: int, stems: list[int]) -> int | None:
    """How far left a town's name reaches: to the nearest word that may stand before it; two or three characters."""
    for size in (2, 3, 1):
        begin = at - size
        if size not in stems or _NOT_TOWN.match(text[begin : at + 1]) or text[begin] in _BEFORE - {"和"}:
            continue
        if begin == start or not _HAN.match(text, begin - 1) or text[begin - 1] in _BEFORE:
            return size
    return None


def _region_names(text: str, start: int, end: int, regions: Regions) -> Iterator[tuple[int, int]]:
    names, endings = regions.by_name, regions.name_endings
    taken = start
    for match in _REGION_END.finditer(text, start, end):
        for size in endings.get(text[max(taken, match.end() - 2) : match.end()], ()):
            begin, stop = match.end() - size, match.end()
            if begin >= taken and text[begin:stop] in names:
                taken = stop + 1 if stop < end and text[begin : stop + 1] in names else stop  # 赣县区
                yield begin, taken
                break


def _zones(text: str, start: int, end: int, regions: Regions) -> Iterator[tuple[int, int]]:
    """Zones named for a region (长沙高新区, 合肥经开区, 苏州工业园区)."""
    words = regions.words
    for match in words.zone.finditer(text, start, end) if _ends_in(text, start, end, words.zone_ends) else ():
        for size in (7, 6, 5, 4, 3, 2):
            begin = match.start() - size
            name = text[max(start, begin) : match.start()]
            if begin >= start and (
                name in regions.by_short_name or name in regions.by_name or name in regions.counties
            ):
                yield begin, match.end()
                break


def _level_prefixes(text: str, start: int, end: int, covered: set[int], lexicon: Lexicon) -> Iterator[Prefix]:
    """Level words that stand free: not within a region's name, not within another word (城市, 市场)."""
    for match in _LEVEL_CHAR.finditer(text, start, end):
        at, stop = match.span()
        if at in covered or stop - 1 in covered:
            continue
        word, before = match.group(), text[at - 1] if at > start else ""
        if before in _SELF and not _is_word(text, at - 1, start):
            yield Prefix(at - 1, stop, "own")
        elif before == "全" and word in _WHOLES:
            yield Prefix(at - 1, stop, "whole")
        elif word in _ORGANISATION:
            free = not "\u4e00" <= before <= "\u9fff" or before in lexicon.bare_left
            if free and not lexicon.level_right.match(text, at):
                yield Prefix(at, stop, "organisation")
        elif not _left_word(text, stop, lexicon) and not _right_word(text, stop, lexicon):
            yield Prefix(at, _behind_direct(text, stop, lexicon), "level")


def _behind_direct(text: str, end: int, lexicon: Lexicon) -> int:
    """省直政府采购中心, 市直机关事务管理局: 直 and 直机关 belong to the prefix of a known body."""
    if lexicon.known.match(text, end):
        return end
    direct = _DIRECT.match(text, end)
    return direct.end() if direct and lexicon.known.match(text, direct.end()) else end


def _left_word(text: str, end: int, lexicon: Lexicon) -> bool:
    words = lexicon.level_left  # of two to four characters
    return (
        text[max(0, end - 2) : end] in words
        or text[max(0, end - 3) : end] in words
        or text[max(0, end - 4) : end] in words
    )


def _right_word(text: str, end: int, lexicon: Lexicon) -> bool:
    """市场, 区域; but 市 and 民政局 are two words, though 市民 is one."""
    if not lexicon.level_right.match(text, end - 1):
        return False
    known = lexicon.known.match(text, end)
    return known is None or len(known.group()) < 3


def _is_word(text: str, at: int, start: int) -> bool:
    """基本, 根本, 日本: 本 is no pronoun there."""
    return text[at] == "本" and at > start and text[at - 1] in "基根日资成样标文版"
