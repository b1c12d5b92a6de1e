"""The bodies for which an issuer stands: several in a row, a government for its general office, a ministry in short."""

import re
from functools import lru_cache

from gigraph.registry.agencies import STATE
from gigraph.text.titles import begins_as_agency, is_agency

_GENERAL_OFFICE = re.compile(r"(?<=国务院|民政府|委员会)办公[厅室]$")
# Joint issuers stand one behind the other, with or without a mark between: 省委办公厅省政府办公厅.
_NAMES = re.compile(
    r"[、 ]|(?<=委)(?=(?:[\u4e00-\u9fff]{2,6})?[省市县区州旗盟](?:人民)?政府$)|(?<=中办)(?=国办)|(?<=中央)(?=国务院)"
    r"|(?<=办公厅)(?=[\u4e00-\u9fff]{2,12}(?:人民政府|政府|办公厅))"
    r"|(?<=办公室)(?=[\u4e00-\u9fff]{2,12}(?:人民政府|政府))"
)
# 某县公安局某县司法局: the name of the place again begins another body's.
_AGAIN = re.compile(
    r"^(?P<first>(?P<place>[\u4e00-\u9fff]{2,10}?[省市县区州旗盟])[\u4e00-\u9fff]{2,20}?[局厅委办院署室会府部])(?=(?P=place))"
)
_AND = re.compile(r"(?<=[部委局署厅院府办室会])[和与及](?=[\u4e00-\u9fff]{1,16}[部委局署厅院府办室会]$)")
_TWO_OFFICES = re.compile(r"(?:(?P<level>省|自治区|[市县区州旗盟])|中央)两办")
_COMMITTEE_AND_GOVERNMENT = re.compile(r"^(([\u4e00-\u9fff]{1,10}?)党)委(?:人民)?政府$")  # 镇党委政府


def names_in(issuers: str) -> list[str]:
    """The names of one issuer, or of several that stand in a row.

    >>> names_in("省委省政府"), names_in("镇党委政府"), names_in("国务院办公厅")
    (['省委', '省政府'], ['镇党委', '镇政府'], ['国务院办公厅'])
    >>> names_in("省两办"), names_in("市两办")
    (['省委办公厅', '省政府办公厅'], ['市委办公室', '市政府办公室'])
    >>> names_in("南山县公安局南山县司法局"), names_in("财政部和国家发展改革委"), names_in("市文化和旅游局")
    (['南山县公安局', '南山县司法局'], ['财政部', '国家发展改革委'], ['市文化和旅游局'])
    """
    if two := _TWO_OFFICES.fullmatch(issuers):
        level, office = two["level"], "厅" if two["level"] in ("省", "自治区") else "室"
        return [f"{level}委办公{office}", f"{level}政府办公{office}"] if level else ["中办", "国办"]
    issuers = _AGAIN.sub(r"\g<first>、", issuers)
    for joint in _AND.finditer(issuers):
        if is_agency(issuers[: joint.start()]) and begins_as_agency(issuers[joint.end() :]):
            issuers = f"{issuers[: joint.start()]}、{issuers[joint.end() :]}"
    return [name for name in _NAMES.split(_COMMITTEE_AND_GOVERNMENT.sub(r"\1委、\2政府", issuers)) if name]


@lru_cache(maxsize=1024)
def body_of(name: str) -> str:
    """A government or committee for its general office: one in the key of a title (国务院办公厅 and 国务院).

    A ministry goes by its short name, as in titles and document numbers.

    >>> body_of("湖南省人民政府办公厅"), body_of("咸阳市人民政府办公室"), body_of("中华人民共和国财政部")
    ('湖南省人民政府', '咸阳市人民政府', '财政部')
    """
    return _GENERAL_OFFICE.sub("", name.removeprefix(STATE) or name)


@lru_cache(maxsize=1024)
def bodies_of(issuers: str) -> frozenset[str]:
    """The bodies of one issuer, or of several that are joined by 、.

    >>> sorted(bodies_of("国务院办公厅、财政部"))
    ['国务院', '财政部']
    """
    return frozenset(map(body_of, issuers.split("、")))
