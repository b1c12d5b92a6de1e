"""Units of schools, hospitals and companies, named bare in their own reports: 医务部, 客户服务中心, 附属医院, 纪委.

What a bureau's report calls so may be any body's; in the report of a house that has such units they are its own.
"""

import re
from collections.abc import Iterable, Iterator

from gigraph.extractors.agencies.divisions import divisions
from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.text.fold import HAN

# Names that publishers of this kind end in.
_HOUSE = re.compile(r"(?:大学|学院|学校|中学|小学|幼儿园|医院|卫生院|保健院|公司|集团)$")
# Behind matters, and whole names; the words in which the characters mean another thing.
_END = re.compile(
    r"(?P<whole>附属(?:第[一二三四五六])?(?:医院|中学|小学|学校)|研究生院|党委(?:宣传|组织|统战|学生工作|学工|教师工作|研究生工作|保卫|武装|人民武装)部"
    r"|纪委(?!书记|委员|副|全会|会议|办|监[委察]|驻)|党委(?=[、和](?:行政|校长|纪委)|高度重视|统一领导))"
    r"|部(?![门长分署队件位委级属])|中心(?!组|城|工作|小学|校|任务|内容)|(?<!网)站(?![点内台长在])|所(?![有属在需以得谓做长])"
    r"|(?:(?<=教科)|(?<=教研)|(?<=质控)|(?<=科研))室|办公室|办(?![公理事法结学件好案证文税电报复会实])"
)
_DEPARTMENT = re.compile(rf"[{HAN}]{{2,9}}?部(?![门长分署队件位委级属])")


def is_house(names: Iterable[str]) -> bool:
    """Whether a publisher, by one of its names, is of the kind that has such units."""
    return any(_HOUSE.search(name) for name in names)


def house_units(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where such units stand without the publisher's name or 公司, 学校 before them."""
    yield from divisions(text, start, end, lexicon, _END)


def house_unit_end(text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Where the unit ends that begins at an offset, behind a word for the publisher (公司综合管理部)."""
    found = _DEPARTMENT.match(text, start, end)
    stop = found.end() if found else start
    return next((stop for begin, stop in divisions(text, start, stop, lexicon, _END) if begin == start), None)
