"""Committees and offices of congresses and of the 政协 in full, of which reports name the short forms alone."""

import re

from gigraph.registry.agencies import Agencies

_COMMITTEES = {"工委": "工作委员会", "工作委员会": "工作委员会", "委": "委员会", "委员会": "委员会"}
_OF_CONGRESS = re.compile(
    r"(?P<house>人大|人民代表大会|政协)(?P<standing>常委会|常务委员会)?"
    r"(?:(?P<word>[\u4e00-\u9fff]{1,10}?)(?P<last>工作委员会|工委|委员会|委)|(?P<office>办公[厅室]|办|研究室))"
)


def congress_unit(place: str, rest: str, agencies: Agencies) -> tuple[str, ...]:
    """人大财经委, 人大常委会农村工委, 政协提案委 and offices: the house, and the unit in full; or nothing.

    >>> from gigraph.registry import load_registry
    >>> congress_unit("礼泉县", "人大财经委", load_registry().agencies)[:2]
    ('礼泉县人民代表大会', '礼泉县人民代表大会财政经济委员会')
    """
    match = _OF_CONGRESS.fullmatch(rest) if rest not in agencies.body_names else None
    word = match["word"] if match else None
    if match is None or (word is not None and word not in agencies.committees):
        return ()
    standing = match["standing"] is not None or match["last"] in ("工委", "工作委员会") or word is None
    office = "办公室" if match["office"] == "办" else match["office"]
    last = _COMMITTEES[match["last"]] if word else office
    tail = agencies.committees[word] + last if word else office
    others: tuple[str, ...]
    if match["house"] == "政协":
        house, others = f"中国人民政治协商会议{place}委员会", (f"政协{place}委员会", f"{place}政协")
    else:
        house = place + "人民代表大会" + ("常务委员会" if standing else "")
        others = (place + "人大常委会", place + "人大") if standing else (place + "人大",)
    short = (others[-1] + word + last,) if word else ()
    return (house, *dict.fromkeys((house + tail, *(other + tail for other in others), *short, place + rest)))
