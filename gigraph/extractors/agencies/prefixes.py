"""What agencies' names begin with: a region's name, a level word (省, 县, 局), one's own (我局), the whole (全省)."""

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.extractors.agencies.towns import with_towns
from gigraph.extractors.agencies.zones import BEFORE_COUNTIES, behind_place, zones
from gigraph.registry.lead_words import LeadWords
from gigraph.registry.regions import Regions

_LEVEL_CHAR = re.compile(
    r"自治[区州县旗]|[林特]区|综合实验区|实验区|试验区|高新区|经开区|开发区|示范区|新区|园区|街道|街(?=党?工委|纪工委)|苏木|行署(?=[\u4e00-\u9fff]{2,12}局)|地区|(?<![各当本属])地(?=委(?:$|[^\u4e00-\u9fff员派托]|[行政宣组统办和的]))|[省市县区州旗盟镇乡]|学校|集团公司|公司|集团(?!有限|股份)|(?:学|医)院(?![路街镇乡区派])|[局厅委部署校院]|[分支]局(?=党组|党委|机关|纪|办公室|[\u4e00-\u9fff]{2,6}[科股室队])|总局|总署|[办社](?=党组|党委|机关党委)|社(?=办公室)|馆(?=办公室|党|机关|领导小组|[\u4e00-\u9fff]{2,6}[部科])|总队|支队|大队|中心"
)
_START = attrgetter("start")
_REGION_END = re.compile(r"[省市县区州旗盟]")
_BEHIND_BODY = re.compile(r"[局委府馆会办厅院校心处科所站队社县市省]")  # 市政府和县政府 in that county's report, too
_JOINED = re.compile(r"[\u4e00-\u9fff”)、\n]")  # 落实《条例》和县委的要求: a title is blanked to line ends
_DIRECT = re.compile(r"直(?:属?机关|属)?")
_NO_BUREAU = frozenset("找再更因凭靠受须没就才只仅被跟也还又则未已")  # no bureau's name ends with them before 局
_COUNTED = re.compile(r"[\d一二三四五六七八九十几多余两][家个所]\Z")  # 12家省直医院
_SELF, _WHOLES = frozenset("我本"), frozenset("省市县区州")
_ORGANISATION = frozenset("局厅委部署校院办社馆") | {
    "学校",
    "分局",
    "支局",
    "总局",
    "总署",
    "学院",
    "医院",
    "公司",
    "集团",
    "集团公司",
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
    levels = _level_prefixes(text, start, end, covered, own, lexicon)
    single = (one for one in levels if not _COUNTED.search(text, max(start, one.start - 3), one.start))
    return sorted((*taken, *single), key=_START)


def _region_prefixes(
    text: str, start: int, end: int, regions: Regions, own: frozenset[str], lexicon: Lexicon
) -> list[Prefix]:
    """Runs of region names in a stretch (湖南省长沙市岳麓区), zones included; they do not overlap."""
    leads = lexicon.leads
    spans = [*_region_names(text, start, end, regions), *zones(text, start, end, regions, own, lexicon)]
    runs: list[Prefix] = []
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if runs and first < runs[-1].end:
            if last > runs[-1].end and first > runs[-1].start:
                continue
            if last > runs[-1].end:
                runs[-1] = Prefix(first, last, "region")
        elif runs and first == runs[-1].end:
            runs[-1] = Prefix(runs[-1].start, last, "region")
        elif _is_place(text, first, last, regions, own, leads) and not (
            last - first == 2 and _is_torn(text, first, start, regions, own, lexicon)
        ):
            runs.append(Prefix(first, last, "region"))
    towns = with_towns(text, start, end, [(run.start, run.end) for run in runs], lexicon)
    return [Prefix(begin, stop, "region") for begin, stop in towns]


def _is_place(text: str, start: int, end: int, regions: Regions, own: frozenset[str], leads: LeadWords) -> bool:
    """Whether a region's name is read as one, though its words may have another meaning there."""
    name, words = text[start:end], regions.words
    if _runs_over(text, start, end, own, regions, leads):
        return False
    if name in own:
        return name not in words.clauses or not _BEHIND_BODY.match(text, start - 1)
    if name in words.nouns or (name in words.clauses and _JOINED.match(text, start - 1)):
        return False
    is_word = name in words.in_names_of_sites  # 会同县财政局
    return not is_word or _is_near(name, own, regions) or behind_place(text, start, regions)


def _runs_over(text: str, start: int, end: int, own: frozenset[str], regions: Regions, leads: LeadWords) -> bool:
    """Whether a word that leads in to names ends within a county's name: 公开 and 县财政局 are no 开县财政局.

    In reports of its own province a county stands behind a word of one character: 到 and 达县.
    """
    size = leads.before(text, end - 1) if end - start == 2 else 0
    if size < 2:
        return False
    near = text[start:end] in own or _is_near(text[start:end], own, regions)
    return not (
        near and (text[start - size + 1 : start] in leads.single or text[start - size + 1 : start] in leads.words)
    )


def _is_torn(text: str, begin: int, start: int, regions: Regions, own: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a county's name of two characters is the end of a word and the beginning of another.

    完成县档案馆 and 清单县财政局 hold no 成县 or 单县; of 县级, 县城 and 县域 its 县 is a part.
    """
    name = text[begin : begin + 2]
    if name in own:
        return False
    if lexicon.level_right.match(text, begin + 1) and not lexicon.known.match(text, begin + 2):
        return True
    free = lexicon.may_begin(text, start, begin) or text[begin - 1] in BEFORE_COUNTIES
    return not (free or _is_near(name, own, regions) or behind_place(text, begin, regions))


def _is_near(name: str, own: frozenset[str], regions: Regions) -> bool:
    """Whether a region lies in a province or a city of the publisher's."""
    return any(above.name in own for region in regions.named(name) for above in regions.ancestors(region))


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


def _level_prefixes(
    text: str, start: int, end: int, covered: set[int], own: frozenset[str], lexicon: Lexicon
) -> Iterator[Prefix]:
    """Level words that stand free: not within a region's name, not within another word (城市, 市场)."""
    parks = any(name.endswith("园区") for name in own)
    for match in _LEVEL_CHAR.finditer(text, start, end):
        at, stop = match.span()
        if at in covered or stop - 1 in covered:
            continue
        word, before = match.group(), text[at - 1] if at > start else ""
        if before in _SELF and not _is_word(text, at - 1, start):
            yield Prefix(at - 1, stop, "own")
        elif before == "全" and word in _WHOLES and not _is_led(text, at, start, lexicon):
            yield Prefix(at - 1, stop, "whole")
        elif word in _ORGANISATION:
            free = _is_free(text, at, start, before, lexicon) and not lexicon.level_right.match(text, at)
            if free and not (len(word) == 1 and _is_matter(text, at, lexicon)):  # 院感科, 校友办公室
                yield Prefix(at, stop, "organisation")
        elif word == "园区" and parks and lexicon.may_begin(text, start, at):
            yield Prefix(at, stop, "level")
        elif _left_word(text, stop, lexicon) and not _is_led(text, at, start, lexicon):
            continue  # 城市; but not in 深入市政府
        elif not _right_word(text, stop, lexicon):
            yield Prefix(at, _behind_direct(text, stop, lexicon), "level")


def _is_led(text: str, at: int, start: int, lexicon: Lexicon) -> bool:
    """Whether a word ends there that leads in to names for certain, 入 among its ends (引入市政府…)."""
    return lexicon.leads.before(text, at, start, sure=text[at - 1] != "入") > 0


def _is_free(text: str, at: int, start: int, before: str, lexicon: Lexicon) -> bool:
    """Whether 局, 厅, 院 stand for the publisher: 由局办公室; also 管理局办公室 where the sentence begins with 管理."""
    if not "\u4e00" <= before <= "\u9fff" or before in lexicon.bare_left or before in _NO_BUREAU:
        return True
    size = lexicon.leads.before(text, at, start)
    if not size or text[at - size : at] in lexicon.leads.sure or lexicon.led(text, start, at):
        return size > 0
    first = at - size
    alone = first <= start or not "\u4e00" <= text[first - 1] <= "\u9fff" or text[first - 2] in _SELF
    return text[at] in "局厅院校" and alone and not lexicon.known.match(text, first)


def _behind_direct(text: str, end: int, lexicon: Lexicon) -> int:
    """省直政府采购中心, 市直机关事务管理局: 直 and 直机关 belong to the prefix of a known body."""
    if lexicon.known.match(text, end):
        return end
    direct = _DIRECT.match(text, end)
    return direct.end() if direct and lexicon.known.match(text, direct.end()) else end


def _left_word(text: str, end: int, lexicon: Lexicon) -> bool:
    words = lexicon.level_left  # of two to four characters
    return (
        (text[end - 1] == "州" and text[max(0, end - 2) : end] in lexicon.places)  # 惠州
        or text[max(0, end - 2) : end] in words
        or text[max(0, end - 3) : end] in words
        or text[max(0, end - 4) : end] in words
    )


def _right_word(text: str, end: int, lexicon: Lexicon) -> bool:
    """市场, 区域; but 市 and 民政局 are two words, though 市民 is one."""
    if not lexicon.level_right.match(text, end - 1) or _is_matter(text, end, lexicon) > _is_matter(
        text, end - 1, lexicon
    ):
        return False  # 市 and 价格监督检查分局
    known = lexicon.known.match(text, end)
    return known is None or len(known.group()) < 3


def _is_matter(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a matter that divisions are named for begins at an offset, of two characters or more."""
    sizes = (size for size in lexicon.matter_sizes if size > 1 and text[at : at + size] in lexicon.matters)
    return any(text[at + size - 1 : at + size + 1] != "管理" for size in sizes)  # 县城管理办公室


def _is_word(text: str, at: int, start: int) -> bool:
    """基本, 根本, 日本: 本 is no pronoun there."""
    return text[at] == "本" and at > start and text[at - 1] in "基根日资成样标文版"
