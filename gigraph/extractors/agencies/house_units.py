"""Units of schools, hospitals, companies and towns, named bare in their own reports: 医务部, 附属医院, 财政所, 纪委.

What a bureau's report calls so may be any body's; in the report of a house that has such units they are its own.
"""

import re
from collections.abc import Iterable, Iterator

from gigraph.extractors.agencies.beside import beside_divisions, sort_of
from gigraph.extractors.agencies.divisions import divisions
from gigraph.extractors.agencies.groups import is_plural
from gigraph.extractors.agencies.lexicon import OFFICE_GOES_ON, Lexicon
from gigraph.extractors.agencies.unprefixed import known_bodies
from gigraph.text.fold import HAN

# Names that publishers of this kind end in.
_HOUSE = re.compile(
    r"(?:大学|学院|学校|中学|小学|幼儿园|医院|卫生院|保健院|公司|集团|图书馆|博物馆|博物院|文化馆|美术馆|科技馆|纪念馆|研究院|研究所|报社|融媒体中心|传媒中心|电视台|出版社)$"
)
_UNIVERSITY = re.compile(r"大学$")
# Their colleges bear any name: 文学院, 化学与化工学院.
_COLLEGE = re.compile(
    rf"(?<![{HAN}])(?P<name>[{HAN}]{{1,12}}学院)(?![长内级生里各{HAN}]?(?:长|网|官网))(?=[、,，。;；和与及等]|试|开|公|设|负|[{HAN}]{{2}})"
)
_NO_COLLEGE = re.compile(
    r".*大学|.*(?:各|全校|二级|有关|相关|所[在属]|部分|独立|下[属设]|试点|教学|专业|单位|部门|我校|本校|学校|[个的所级类本该]|以及|职业|技术)学院|我|本|该|[由在向从与和及]|对(?!外)|经(?![济贸管])"
)
# Behind matters, and whole names; the words in which the characters mean another thing.
_END = re.compile(
    r"(?P<whole>附属(?:第[一二三四五六])?(?:医院|中学|小学|学校)|(?:研究|本科)生院|党委(?:宣传|组织|统战|学生工作|学工|教师工作|研究生工作|保卫|武装|人民武装)部"
    r"|纪委(?!书记|委员|副|全会|会议|办|监[委察]|驻)|党委(?=[、和](?:行政|校长|纪委)|高度重视|统一领导))"
    r"|部(?![门长分署队件位委级属])|中心(?!组|城|工作|小学|校|任务|内容)|(?<!网)站(?![点内台长在上式])|所(?![有属在需以得谓做长])"
    rf"|(?:(?<=教科)|(?<=教研)|(?<=质控)|(?<=科研)|(?<=病案)|(?<=总务)|(?<=教务)|(?<=政教))室|办公室|办(?!{OFFICE_GOES_ON})"
)
# Publishers that are a town or a street, and what their units end in, behind matters.
_TOWN = re.compile(r"(?:[镇乡]|街道|苏木)(?:人民政府|政府|办事处)?$")
_TOWN_END = re.compile(
    r"部(?![门长分署队件位委级属])|(?P<whole>派出所)(?![有所属在需以得谓做长])|中心(?!组|城|区|工作|小学|校|任务|内容|镇|村|户)|(?<!网)站(?![点内台长在上式])|所(?![有属在需以得谓做长])|中队(?!长)"
    rf"|办公室(?!主任)|办(?!{OFFICE_GOES_ON})"
)
# Publishers that are a zone's committee, and what its departments end in, behind matters.
_ZONE = re.compile(r"(?:管理委员会|管委会)$")
_ZONE_END = re.compile(
    r"(?P<whole>综合(?:行政)?执法队)|部(?![门长分署队件位委级属])|局(?![长面部级势限])|办公室(?!主任)"
)
_BESIDE_TOWN = sort_of(
    r"(?:办公室(?!主任)|(?<!网)站(?![点内台长在上式])|(?:服务|事务|管理|指挥)中心|[大中]队(?!长)|(?<!场)所(?![有属在需以得谓做长]))"
)
_BESIDE_ZONE = sort_of(r"(?:办公室(?!主任)|部(?![门长分署队件位委级属])|局(?![长面部级势限])|(?:服务|事务|管理)中心)")
_ZONE_UNIT = r"(?:[HAN]{2,8}[部局](?![门长])|综合(?:行政)?执法[大支]?队|[HAN]{2,6}办公室)".replace("HAN", HAN)
# 应急管理部、综合执法队: a zone's own, where the ministry bears the same name.
_BESIDE = re.compile(rf"[、和及与]{_ZONE_UNIT}"), re.compile(rf"{_ZONE_UNIT}[、和及与]$")
# What each village or block has, and what the words before say of it; 各村与农经站对账 speaks of one.
_COUNTED = re.compile(r"(?:共计?|达|约)?(?:\d|[一二三四五六七八九十百几多]{1,3}[个所处家])")
_OF_VILLAGES = re.compile(
    r"(?:建设|新建)(?![\u4e00-\u9fff]{0,6}办)|社区(?:党群|综合|便民|服务|日间|居家|养老|矫正)|[\u4e00-\u9fff]{0,4}村(?:级|便民|党群|综合|服务)"
)
_EACH_VILLAGE = re.compile(
    r"各(?!项|类|种|站|科|办)|\d个|[一二两三四五六七八九十]个|村(?![镇建])|社区[、(]|均|普遍|全部|[全共新]建|共有|全覆盖"
)
_JOINT = frozenset("和与及")
_ADDRESSES, _CLAUSE = frozenset("与向由经报同"), "。;；\n,，:："
_DEPARTMENT = re.compile(rf"[{HAN}]{{2,9}}?部(?![门长分署队件位委级属])")


def is_house(names: Iterable[str]) -> bool:
    """Whether a publisher, by one of its names, is of the kind that has such units."""
    return any(_HOUSE.search(name) for name in names)


def house_units(text: str, start: int, end: int, names: Iterable[str], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where such units of the publisher, of one of its names, stand without that name or 公司, 学校 before them."""
    names = tuple(names)
    if is_house(names):
        yield from divisions(text, start, end, lexicon, _END)
        if any(_UNIVERSITY.search(name) for name in names):
            yield from _colleges(text, start, end, lexicon)
    elif is_zone(names):
        found = tuple(divisions(text, start, end, lexicon, _ZONE_END))
        yield from (*found, *beside_divisions(text, start, end, found, lexicon, _BESIDE_ZONE))
    elif any(_TOWN.search(name) for name in names):
        found = tuple(divisions(text, start, end, lexicon, _TOWN_END))
        for span in (*found, *beside_divisions(text, start, end, found, lexicon, _BESIDE_TOWN)):
            if not _is_of_villages(text, start, *span):
                yield span
    elif under := lexicon.under_bureau(names):
        yield from known_bodies(text, start, end, under, lexicon)


def _colleges(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Colleges at the beginning of a clause or in a list."""
    for found in _COLLEGE.finditer(text, start, end):
        if not _NO_COLLEGE.match(found["name"]) and lexicon.is_name(found["name"]):
            yield found.span("name")


def is_zone(names: Iterable[str]) -> bool:
    """Whether a publisher, by one of its names, is the committee of a zone."""
    return any(_ZONE.search(name) for name in names)


def beside_units(text: str, start: int, begin: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a name of a zone's report that a ministry bears, too, stands in a list with a department of the zone."""
    if text[begin - 1] in _JOINT:  # 生态环境和应急管理部
        return any(text[begin - 1 - size : begin - 1] in lexicon.matters for size in (2, 3, 4))
    behind, before = _BESIDE[0].match(text, stop), _BESIDE[1].search(text, max(start, begin - 12), begin)
    units = (found.group().strip("、和及与") for found in (behind, before) if found)
    return any(not lexicon.central.search(unit) for unit in units)


def _is_of_villages(text: str, start: int, begin: int, stop: int) -> bool:
    """Whether a name in a town's report is what each of its villages has: 各村均建有便民服务站, 便民服务站12个."""
    if _COUNTED.match(text, stop) or _OF_VILLAGES.match(text, begin):
        return True
    return text[begin - 1] not in _ADDRESSES and is_plural(text, start, begin, _CLAUSE, _EACH_VILLAGE)


def house_unit_end(text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Where the unit ends that begins at an offset, behind a word for the publisher (公司综合管理部)."""
    found = _DEPARTMENT.match(text, start, end)
    stop = found.end() if found else start
    return next((stop for begin, stop in divisions(text, start, stop, lexicon, _END) if begin == start), None)
