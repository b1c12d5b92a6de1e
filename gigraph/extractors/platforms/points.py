"""Points for reading in houses that the text names: in 在县档案馆、县图书馆设立查阅点 the houses are the platforms."""

import re
from collections.abc import Sequence

from gigraph.extractors.platforms.channels import NUMBERED
from gigraph.extractors.platforms.form import Found
from gigraph.extractors.platforms.lexicon import Lexicon
from gigraph.text.numerals import FEW

_POINT = ("查阅点", "查阅室", "查阅处", "查阅站", "查询点", "查询室", "查询处")
_SET_UP = "设立|设置|设有|设了|设|建立|建成|建有|开设|开辟|辟有|增设|开放|配备|挂牌"
# What stands between the last house and its point: 县图书馆|等场所分别设立了2个, 县图书馆|一楼设有, 县档案馆|作为
_FROM_HOUSE = re.compile(
    r"(?:[、和及与][^,。;、\n]{2,14}){0,6}(?:等[^,。;、\n]{0,6})?"
    r"(?:内|里|大厅|[一二三]楼|[一二三]层|办公楼|分别|均|都|各|也|已|共|同时|专门){0,4},?"
    rf"(?:(?:{_SET_UP})(?:[了的为]|起来的)?(?:{FEW}[余多]?[个处家间])?|(?:确定|指定|作|列)?为|作|是|(?<=馆)的)"
    r"(?:公众|公共|对外|固定|集中|便民|专门)?"
)
_TO_HOUSE = re.compile(
    r"(?:主要|分别|均|都|也|统一){0,2}(?:设立?在|设置在|设于|位于|包括|分布在|为|有|:)[^。;\n]{0,16}"
)
_NEXT = re.compile(r"(?:建设)?[。:\s]?[^。;\n]{0,40}")  # 公共查阅点。在县档案馆提供目录
_FARTHEST = 48
_FOR_READING = ("档案馆", "档案局", "图书馆", "文化馆", "书屋", "博物馆", "文化站")


def without_points(text: str, nouns: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The nouns found, but for those points that are only what houses named beside them are."""
    houses = [noun for noun in nouns if noun.form.use == "reading" and _is_named(noun, lexicon)]
    return [noun for noun in nouns if not (_is_point(noun) and _in_house(text, noun, houses))]


def _is_named(house: Found, lexicon: Lexicon) -> bool:
    return house.form.modifier not in lexicon.bodies


def _is_point(noun: Found) -> bool:
    return noun.form.kind == "hall" and not noun.form.modifier and noun.form.term.endswith(_POINT)


def _in_house(text: str, point: Found, houses: Sequence[Found]) -> bool:
    headed = NUMBERED.search(text, max(0, point.start - 4), point.start)
    before = [house for house in houses if house.end <= point.start <= house.end + _FARTHEST]
    # In the one hall of 在县政务服务中心设立查阅点 a point has its own desk; an archive is the point itself.
    desk = len(before) == 1 and not before[0].form.term.endswith(_FOR_READING)
    for house in houses:
        if house in before:
            if not desk and _FROM_HOUSE.fullmatch(text, house.end, point.start):
                return True
        elif point.end <= house.start <= point.end + _FARTHEST:
            if _TO_HOUSE.fullmatch(text, point.end, house.start):
                return True
            if headed and _NEXT.fullmatch(text, point.end, house.start):
                return True
    return False
