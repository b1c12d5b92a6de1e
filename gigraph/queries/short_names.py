"""The full forms of an agency's short name as a person writes it: 临江市发改委 is 临江市发展和改革委员会."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from gigraph.registry.agencies import Agencies, read_agencies
from gigraph.resources import resource

_PLACE: Final = re.compile(r"[\u4e00-\u9fff]{0,20}?[省市县区州盟旗镇乡]")
# What a place's name may end with where a person leaves it out: 临江发改委.
_LEFT_OUT: Final = ("市", "县", "区", "省", "州", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区")
_OFFICE: Final = re.compile(r"(?:人民)?政?府办")
_LONGEST: Final = 40  # characters of a name


@lru_cache(maxsize=1)
def _agencies() -> Agencies:
    return read_agencies(resource("seeds", "registry"))


def in_full(name: str) -> Iterator[str]:
    """The full names that a short one may stand for, by the tables of bodies; none where it has no known short form.

    >>> list(in_full("临江市人社局")), list(in_full("省卫健委")), list(in_full("临江市财政局"))
    (['临江市人力资源和社会保障局'], ['省卫生健康委员会'], [])
    >>> list(in_full("临江县政府办")), list(in_full("国家发改委"))
    (['临江县人民政府办公室', '临江县人民政府办公厅'], ['国家发展和改革委员会'])
    """
    text = name.strip()
    if len(text) > _LONGEST:
        return
    if rows := _agencies().central.get(text):
        yield from (row.name for row in rows if row.name != text)
        return
    for cut in range(len(text) - 1):
        place, rest = text[:cut], text[cut:]
        if forms := _full(rest):
            whole = not place or _PLACE.fullmatch(place)
            places = (place,) if whole else tuple(place + end for end in _LEFT_OUT)
            names = (form.replace("{}", each) for each in places for form in forms)
            yield from (found for found in names if found != text)
            return


def _full(rest: str) -> tuple[str, ...]:
    """The full forms of what stands behind a place's name, with {} for the place."""
    if _OFFICE.fullmatch(rest):
        return ("{}人民政府办公室", "{}人民政府办公厅")
    row = _agencies().aliases.get(rest)
    return row.full if row else tuple("{}" + full for full in _agencies().body_names.get(rest, ()))
