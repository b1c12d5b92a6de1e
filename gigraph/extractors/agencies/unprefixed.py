"""Names without a place's name: central organs, units and bodies named bare, defined short forms."""

import re
from collections.abc import Iterator

from gigraph.extractors.agencies.beside import beside_divisions
from gigraph.extractors.agencies.divisions import divisions
from gigraph.extractors.agencies.groups import is_plural
from gigraph.extractors.agencies.inspectors import of_the_centre
from gigraph.extractors.agencies.institutions import beside_rooms, managing_bodies, protected_areas
from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.extractors.agencies.names import cut_short, is_part_of_more, tails_end
from gigraph.extractors.agencies.offices import acting_offices
from gigraph.text.fold import HAN

_BARE_OFFICE = re.compile(
    r"工委(?=[、和与]管委会)"
    r"|(?<=[,。;\n])(?P<first>办公室)(?=安排|配备|指定|收集|整理|起草|编制(?!的)|登记|转办|审核|汇总|梳理)|(?:(?<=[报送])|(?<=经)|(?<=交由)|(?<=提交))办公室(?=[审初复核汇登备把转存]|统一|编号|签)|办公[厅室](?=主抓|牵头|负责|具体负责|具体承|主要领导|主要负责|统筹|承办|汇总|统一|承担|归口|(?:的)?同志|会同|(?:[、和与及][\u4e00-\u9fff]{2,8}[科处股室司](?![室长法]))|为(?:牵头|责任|主管|承办|[^,。;、]{0,12}(?:机构|部门|科室|处室|单位))|作为)"
)
_GROUP = re.compile(r"小组|领导组|下设|设立办公室")
# A division that acts: 由综合科负责, 报法规处审核.
_BARE_UNIT = re.compile(
    r"(?:(?<=[由经报送])|(?<=明确)(?![由经报送])|(?<=[指确]定)(?![由经报送]))([\u4e00-\u9fff]{2,8}(?:处|科|股|监察室|办公室))(?=负责|牵头|具体|承担|统一|审核|汇总|组织|实施|对|初审|把关|协助|配合|[为是]|作为)"
    r"|(?<=[,。;:\n])(?!明确|指定|确定|安排|委托|设立|成立|[由经报送以在将对让使各该本我其])([\u4e00-\u9fff]{2,6}(?:处|科|股|监察室)|[\u4e00-\u9fff]{2,12}办公室)(?=(?:具体)?负责|牵头|具体承|承担|受理|接待|回访|公[示布]|回复|答复|督办|为[^,。;]{2,24}(?:部门|科室|处室|机构))"
)
# How such a division ends, and how far before that it may begin.
_ACTING = re.compile(
    r"(?:[处科股]|监察室|办公室)(?=负责|牵头|具体|承担|统一|审核|汇总|组织|实施|对|初审|把关|协助|配合|受理|接待|回访|公[示布]|回复|答复|督办|[为是]|作为)"
)
_LONGEST_ACTING = 12
# Units of an organisation in a list that says so: 综合科、法规科、执法大队等科室.
# One way to read each, or a long list would be read in as many ways as its members' powers.
_LISTED_UNIT = r"(?:[\u4e00-\u9fff]{0,10}办公室|[\u4e00-\u9fff]{2,10}(?:中心|[处科股队所]|(?<!办公)室))"
_UNIT_LIST = re.compile(
    rf"(?P<units>(?:{_LISTED_UNIT}、){{1,16}}{_LISTED_UNIT}(?:(?:和|及){_LISTED_UNIT})?)等?(?:[\d一二三四五六七八九十多几]{{0,3}}个)?(?=[处科股]室|内设机构|部门|负责(?:人|同志)|主要负责)"
)
_LISTED_END = re.compile("、(?:(?<=[处科股队所室]、)|(?<=中心、))")  # what parts a list's member from the next
_LONGEST_UNIT = 14  # characters of a list's member and that
_NOT_THE_UNIT = re.compile(r"^.{0,8}(?:包括|涉及|组织|协调|明确|确定|由|对|将|为|有|是|[和及与])")
_SENTENCE, _ROOMS = "。;；\n", re.compile(r"各(?:业务|职能|有关|相关)?[股科处]室")
_CLAUSE = "。;；\n,，:："
_NOT_CENTRAL = frozenset("省市县区州各全")  # 省财政部门
_NO_BARE = frozenset({"政府", "人民政府", "党工委管委会", "检察院"})
# 新建便民服务中心12个, 完成福利院建设项目; 8所敬老院、福利院
_COUNTED = re.compile(
    r"(?:\d{1,4}|[一二两三四五六七八九十]{1,3})[个处所家座]|(?:新|改|扩|改扩|迁|重)?建设?(?:项目|工程)"
)
_COUNTED_WITH = re.compile(rf"(?:\d|[一二两三四五六七八九十几多])[个所家处座][{HAN}]{{2,10}}[、和及]\Z")
_GOES_ON = re.compile(r"门|长|员|托|理(?!顺)|法(?![规制治])|事(?!先|前)|组(?![织建成])|系统|部门")
_DEFINED = re.compile(rf"\((?:以下|下)?(?:统一)?简?称:?(?:为)?[“\"'「]?([{HAN}]{{2,16}})[”\"'」]?\)")
# 人民银行长春中心支行 is no 行长.
_GENERAL = re.compile(
    rf"(?:门|令|队|长(?![{HAN}]{{1,3}}(?:[支分][行局]|中心支行|营业管理部))|级|分(?!别|批|析|享|期|发|送|解|管|工|类)|属(?!于)|署|件|委员|分局|部门|机关(?!事务))"
)


def central(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Organs of the centre with the units behind them (教育部办公厅); no 财政部门, no 教育部令."""
    sent = tuple(of_the_centre(text, start, end, lexicon))
    yield from sent
    done = start
    for match in lexicon.central.finditer(text, start, end):
        # 中央纪委国家监委驻民政部纪检监察组
        if match.start() < done or any(at <= match.start() < to for at, to in sent):
            continue
        before = text[match.start() - 1 : match.start()] if match.start() > start else ""
        led = lexicon.leads.before(text, match.start(), start, sure=True)  # 健全国家税务总局…
        if _GENERAL.match(text, match.end()) or (before in _NOT_CENTRAL and not led):
            continue
        stop = tails_end(text, match.start(), match.end(), end, lexicon)
        if not is_part_of_more(text, stop, lexicon):
            done = stop
            yield match.start(), stop


def vertical(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Organs of the centre that are named for a place by its short name (长沙海关), with their units."""
    for match in lexicon.vertical.finditer(text, start, end):
        begin = _place_before(text, start, match.start(), lexicon)
        if begin is None:
            continue
        start = match.end()
        stop = tails_end(text, begin, match.end(), end, lexicon)
        if not is_part_of_more(text, stop, lexicon):
            yield begin, stop


def _place_before(text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Where the short name of a place begins that ends at an offset."""
    sizes = (size for size in lexicon.place_sizes if end - size >= start)
    known = (lexicon.places, lexicon.counties)  # 礼泉调查队
    return next((end - size for size in sizes if any(text[end - size : end] in names for names in known)), None)


def bare_bodies(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Known bodies and a few offices that stand alone (政府办, 公共资源交易中心, 办公室牵头)."""
    yield from known_bodies(text, start, end, lexicon.known, lexicon)
    yield from _unit_lists(text, start, end, lexicon)
    for match in _before(_ACTING, _LONGEST_ACTING, _BARE_UNIT, text, start, end):
        group = match.lastindex or 0
        begin = _behind_verb(text, match.start(group), match.end(group), lexicon)  # 增设行政审批科负责
        if lexicon.is_name(text[begin : match.end()]) and not is_plural(text, start, match.start()):
            yield begin, match.end()
    found = tuple(divisions(text, start, end, lexicon))
    yield from found
    yield from beside_divisions(text, start, end, found, lexicon)
    yield from protected_areas(text, start, end, lexicon)
    for begin, stop in managing_bodies(text, start, end, lexicon):
        if not is_plural(text, start, begin, _CLAUSE):
            yield begin, stop
    yield from beside_rooms(text, start, end, lexicon)
    yield from acting_offices(text, start, end, lexicon)
    for match in _BARE_OFFICE.finditer(text, start, end):
        at = match.start()
        if match["first"] and _GROUP.search(text, max(start, at - 50), at):  # 领导小组下设办公室,办公室安排专人
            continue
        if _free_left(text, start, at, lexicon) and (text[at - 1] in "报送经" or not _of_each(text, start, at)):
            yield match.span()


def _of_each(text: str, start: int, at: int) -> bool:
    """Whether each of several has an office; 各股室指定信息员,办公室负责汇总 speaks of one."""
    clause = max(text.rfind(mark, max(start, at - 60), at) for mark in _SENTENCE) + 1
    rooms = _ROOMS.search(text, max(clause, start), at) if text[at - 1] in ",、" else None
    return is_plural(text, max(start, rooms.end()) if rooms else start, at)


def known_bodies(
    text: str, start: int, end: int, known: re.Pattern[str], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Bodies that the registry knows, of three characters or more."""
    for match in known.finditer(text, start, end):
        at, stop = match.span()
        if (
            (stop - at < 3 and match.group() != "行署")
            or match.group() in _NO_BARE
            or not _free_left(text, start, at, lexicon)
        ):
            continue
        if not _is_counted(text, start, at, stop):
            stop = tails_end(text, at, stop, end, lexicon)
            if _free_right(text, stop, lexicon) and not _is_counted(text, start, at, stop):
                yield at, stop


def _before(
    mark: re.Pattern[str], longest: int, pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """The matches of a pattern, tried only where one may begin: not farther than `longest` before a mark."""
    for place in (one.start() for one in mark.finditer(text, start, end)):
        for at in range(max(start, place - longest), place - 1):
            if found := pattern.match(text, at, end):
                yield found
                start = found.end()
                break


def _unit_lists(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    for found in _before(_LISTED_END, _LONGEST_UNIT, _UNIT_LIST, text, start, end):
        if is_plural(text, start, found.start(), _CLAUSE):
            continue
        for unit in re.finditer(r"(?:[^、等和及]|[和及](?![^、等和及]{2,10}$)){3,24}", found["units"]):
            at = found.start() + unit.start()
            cut = _NOT_THE_UNIT.match(unit.group())
            begin, stop = at + (cut.end() if cut else 0), found.start() + unit.end()
            begin = _behind_verb(text, begin, stop, lexicon) if unit.start() == 0 else begin
            if stop - begin >= 3 and lexicon.is_name(text[begin:stop]):
                yield begin, stop


def _behind_verb(text: str, start: int, stop: int, lexicon: Lexicon) -> int:
    """Where a list's first unit begins, behind a word that leads in to it and is no matter: 督促经济发展办公室."""
    leads = lexicon.leads
    verbs = (at for at in range(min(start + 4, stop - 3), start + 1, -1) if leads.before(text, at, start) == at - start)
    return next((at for at in verbs if text[start:at] not in lexicon.matters), start)


def _free_left(text: str, start: int, at: int, lexicon: Lexicon) -> bool:
    before = text[at - 1] if at > start else ""
    if lexicon.leads.before(text, at, start, sure=True) or lexicon.led(text, start, at):
        return True
    if before == "原" and not any(text[at - size : at] in lexicon.counties for size in (2, 3)):  # 平原, 中原
        return not any(text[at - size : at] in lexicon.places for size in (2, 3))  # 原工商局; 太原
    if before in lexicon.bare_left:
        return not text.startswith("综合", at - 2) or at - 2 < start
    return not "\u4e00" <= before <= "\u9fff"


def _free_right(text: str, stop: int, lexicon: Lexicon) -> bool:
    return not (_GOES_ON.match(text, stop) or cut_short(text, stop, lexicon) or is_part_of_more(text, stop, lexicon))


def _is_counted(text: str, start: int, at: int, stop: int) -> bool:
    """Whether several are meant, or a building."""
    return (
        _COUNTED.match(text, stop) is not None
        or _COUNTED_WITH.search(text, max(start, at - 16), at) is not None
        or is_plural(text, start, at, _CLAUSE)
    )


def definition(text: str, stop: int) -> tuple[int, int] | None:
    """The short form that is defined right behind a name: (以下简称区办公室)."""
    match = _DEFINED.match(text, stop)
    return match.span(1) if match else None
