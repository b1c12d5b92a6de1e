"""Institutions without a level word before them: named for a place by its short name, or alone at the head of a clause.

兰州大学第一医院, 陕西历史博物馆; 某陵园管理局、某公园管理处另有年报.
"""

import re
from collections.abc import Iterator

from gigraph.extractors.agencies.lexicon import AFTER_SCHOOL, NUMBERED_SCHOOL, PLAIN_SCHOOL, Lexicon
from gigraph.extractors.agencies.names import is_part_of_more
from gigraph.text.fold import HAN

# What else a bureau has, behind its own rooms: 各科室和水文勘测中心、种子管理站; 局机关及某水库管理处.
# The last character is looked for first: a search is fast where it begins with a class.
_BESIDE_ROOMS = re.compile(
    r"(?<=[局厅委])属(?:事业)?(?:单位)?(?!于|地|实|性|各)|[室关厅楼](?:(?<=[科处股]室)|(?<=[局厅委办]机关)(?<![各级].机关)|(?<=[局厅委办府]大厅)|(?<=楼大厅)|(?<=[局厅委办府][一二]楼))"
    r"(?:以及|和|及|与|、)"
)
_MEMBER = re.compile(
    rf"(?:\d{{3,5}})?[{HAN}]{{2,14}}?(?:中心(?!组|城|小学|校|任务|内容|工作)|(?:保健|福利|设计|规划|养老|敬老|研究|科学)院|[图档博文科美艺]\w{{0,2}}馆"
    r"|(?<![车网油电基驿转圾费压])站(?![点内台长在])|(?<![场厕])所(?![有属在需以得谓做长])|(?:管理|服务|事务)处(?![理置罚分])|[大支总]队(?!长)|(?<!分)段|局(?![长部面]))"
)
_BETWEEN = re.compile(r"、|以及|[和及与]")
_AND = re.compile(r"[和及与]")
_GENERIC = re.compile(
    r"(?:便民|党群|社区|村级|综合|政务|公共|咨询|查阅|查询|基层|乡镇|镇级|邻里|就近|窗口|办税|办事)(?:服务)?(?:中心|所|站)$|^(?:各|全|下属|直属|所属|二级|有关|相关|其他|部分|社区|村)|[乡镇村街]"
)
# What bodies that bear a place's short name end in: of learning, of collections, of science.
HOUSES = r"(?:大学|学院|博物馆|博物院|图书馆|科技馆|美术馆|纪念馆)"
ACADEMIES = r"(?:检验检测|检[验测疫]|考试|设计|规划|科学|调查|考古研究|测绘|质检)院"
SCHOOLS = rf"(?:中学|小学|幼儿园|学校|{NUMBERED_SCHOOL})"
# The last character is looked for first, as above.
_HOUSE_LAST = re.compile("[学院馆园校中](?![生长])")
_HOUSE_END = re.compile(
    rf"(?:{HOUSES}(?![生路街网报区镇乡村城]|派[出遣驻]所|学会|协会)|{ACADEMIES}(?![长士区内里落])|{SCHOOLS}(?!{AFTER_SCHOOL}))"
)
_HOUSE_SIZES = (5, 4, 3, 2)  # characters of such endings
# What belongs to a university, behind its name: hospitals, schools, colleges.
_OF_UNIVERSITY = (
    re.compile(
        rf"(?:[{HAN}]{{2,8}}?学院)?(?:附属)?(?:第[一二三四五六七八九十])?(?:附属)?(?![附第])[{HAN}]{{0,6}}?医院(?![{HAN}]?长)"
    ),
    re.compile(rf"(?:第[一二三四五六七八九十])?附属(?:[{HAN}]{{0,4}}?){SCHOOLS}(?!{AFTER_SCHOOL})"),
    re.compile(rf"[{HAN}]{{1,10}}?(?:学院|研究院|研究中心|研究所)(?![{HAN}]{{0,2}}[长网生])"),
    re.compile(rf"[{HAN}]{{2,6}}?系(?<![关联体派干直嫡谱语]系)(?![{HAN}]{{0,1}}[统列主])"),
)
_OF_PLACE = re.compile("[省市县区州旗镇乡]")
_PLAIN = re.compile(PLAIN_SCHOOL)
_ANY_SCHOOL = re.compile("小学|幼儿园|学校")
_SCHOOL = re.compile(rf"中学|{NUMBERED_SCHOOL}")  # a county may be called 平安: 平安学校 are many
_FARTHEST = 12
_HAN = re.compile(f"[{HAN}]")
# A body that only its last words tell: what manages something.
_MANAGES = re.compile(
    r"(?:管理(?:局|处|所|站|(?:服务|保护)?中心|委员会)|移民局)(?![长级内属限有在需以得谓做涉理置罚分])"
)
_SHORTEST, _LONGEST = 2, 8
# A reserve or a park with its grade: its name alone tells it apart.
_GRADED = r"(?:国家级?|[省市区]级)(?:自然保护区|风景名胜区|水利风景区|[\u4e00-\u9fff]{0,4}公园)"
GRADED = re.compile(rf"[{HAN}]{{2}}{_GRADED}")
_RESERVE = re.compile(
    rf"(?P<name>[{HAN}]{{2,{_LONGEST}}}){_GRADED}"
    r"(?:(?:保护|服务|建设|事务|管护){0,2}管理(?:局|处|所|站|(?:服务|保护)?中心|委员会)|管护(?:中心|站|局))(?![长级内属限有在需以得谓做])"
)
_NO_STEM = re.compile(
    r"^(?:物业|小区|楼宇|停车|社会|基层|下属|所属|直属|派出|有关|相关|其他|其它|部分|多个|几个|两个|等|业务|行业|主管|专门|专职|日常|统一|规范|综合|具体|分级|分类|共同)"
    r"|[的了着过地得和与及或]"
)


def placed_institutions(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Universities, museums and libraries that begin with the short name of a place."""
    for last in _HOUSE_LAST.finditer(text, start, end):
        match = _house_at(text, start, last.end())
        begin = _placed_begin(text, start, match.start(), lexicon) if match else None
        if match and begin is not None:
            stop = _house_end(text, match.end(), end, lexicon)
            if not is_part_of_more(text, stop, lexicon):
                start = stop
                yield begin, stop


def _house_at(text: str, start: int, stop: int) -> re.Match[str] | None:
    """The longest ending of a house's name that ends at an offset."""
    found = (_HOUSE_END.match(text, stop - size) for size in _HOUSE_SIZES if stop - size >= start)
    return next((match for match in found if match and match.end() == stop), None)


def _house_end(text: str, stop: int, end: int, lexicon: Lexicon) -> int:
    """Where the college or the hospital of a university ends, else where the university does."""
    found = (part.match(text, stop, end) for part in _OF_UNIVERSITY if text.startswith(("大学", "学院"), stop - 2))
    return next((match.end() for match in found if match and _is_house(match.group(), lexicon)), stop)


def _is_house(name: str, lexicon: Lexicon) -> bool:
    return lexicon.is_name(name) and not _OF_PLACE.search(name)


def _placed_begin(text: str, start: int, stop: int, lexicon: Lexicon) -> int | None:
    """The farthest place on the left where a place's short name stands free, with no other word up to the end."""
    university = text.startswith(("大学", "学院"), stop)
    for at in range(max(start, stop - _FARTHEST), stop - 1):
        for size in lexicon.place_sizes:
            name = text[at : at + size] if at + size <= stop else ""
            alone, school = at + size == stop, _SCHOOL.match(text, stop)
            if alone and _ANY_SCHOOL.match(text, stop):  # 上海学校 are many
                continue
            house = university and name in lexicon.house_words
            if not (name in lexicon.places or house or (alone and school and name in lexicon.counties)):
                continue
            if lexicon.may_begin(text, start, at) and _is_filler(text[at + size : stop], lexicon):
                return at
    return None


def _is_filler(filler: str, lexicon: Lexicon) -> bool:
    """交通, 师范; no level word (长沙市图书馆 has a prefix) and nothing that stands in no name."""
    return (
        all(_HAN.match(char) for char in filler)
        and not filler.startswith(("省", "市", "县", "区"))
        and not _PLAIN.search(filler)
        and lexicon.is_name(filler)
    )


def beside_rooms(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Stations, institutes and centres of the publisher in a list behind its rooms (各科室和种子管理站、水文中心)."""
    for rooms in _BESIDE_ROOMS.finditer(text, start, end):
        at = rooms.end()
        for _ in range(12):
            found = _MEMBER.match(text, at, end)
            if not found or not _is_own(found.group(), lexicon) or is_part_of_more(text, found.end(), lexicon):
                break
            yield found.span()
            between = _BETWEEN.match(text, found.end(), end)
            if not between:
                break
            at = between.end()


def _is_own(name: str, lexicon: Lexicon) -> bool:
    return lexicon.is_name(name) and not _GENERIC.search(name) and not _AND.search(name)


def protected_areas(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Who manages a reserve or a park with a grade, by its whole name (太白山国家级自然保护区管理局)."""
    for match in _RESERVE.finditer(text, start, end):
        first, stop = match.span("name")
        begins = (at for at in range(first, stop - 1) if lexicon.may_begin(text, start, at))
        begin = next((at for at in begins if _is_reserve(text[at:stop], lexicon)), None)
        if begin is not None and not is_part_of_more(text, match.end(), lexicon):
            yield begin, match.end()


def _is_reserve(stem: str, lexicon: Lexicon) -> bool:
    """Whether a stem is a reserve's name; 全省国家级自然保护区 are many."""
    return stem[-1] not in "省市县区州旗盟内" and lexicon.has_no_word(stem) and not _NO_STEM.search(stem)


def managing_bodies(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Bodies that manage something, where their name begins a clause or follows another body's in a list."""
    for match in _MANAGES.finditer(text, start, end):
        begin = match.start()
        while begin > max(start, match.start() - _LONGEST - 1) and _HAN.match(text, begin - 1):
            begin -= 1
        if text[begin] == "原":  # 原食品药品监督管理局
            begin += 1
        stem = text[begin : match.start()]
        if not _SHORTEST <= len(stem) <= _LONGEST or _NO_STEM.search(stem) or not lexicon.is_name(stem + "局"):
            continue
        if not is_part_of_more(text, match.end(), lexicon):
            yield begin, match.end()
