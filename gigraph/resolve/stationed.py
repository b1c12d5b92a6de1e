"""Groups that a discipline commission stations with a body (县纪委驻县财政局纪检组): one body, no two.

Their full name begins with the commission; since 2018 it is that of both commissions at one table (纪委监委).
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gigraph.registry.agencies import STATE
from gigraph.registry.regions import CENTRE
from gigraph.resolve.agency_name import AgencyName

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

_GROUP = r"(?P<group>纪检(?:监察)?组(?:监察室)?)"
_NUMBERED = r"(?:派驻第[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十\d]{1,3}(?:派驻)?)"
_STATIONED = re.compile(
    r"(?P<head>[\u4e00-\u9fff]{1,20}?(?:纪委监委|纪委国家监委|纪委|监委|纪律检查委员会))"
    rf"(?P<how>{_NUMBERED}|(?:派出?)?驻)(?P<seat>[\u4e00-\u9fff]{{0,14}}?){_GROUP}"
)
# Before 2018 the bureau of supervision stationed its own: 驻厅监察室.
_OFFICE = re.compile(
    r"(?P<head>[\u4e00-\u9fff]{0,20}?监察[厅局部])(?P<how>(?:派出?)?驻)(?P<seat>[\u4e00-\u9fff]{1,14}?)(?P<group>监察[室局])"
)
_HERE = re.compile(r"(?P<how>(?:派出?)?驻)(?:[我本]?(?P<seat>[局厅委办社部院])(?=纪检|监察[室局])|(?<=派驻)(?=纪检))")
_BY_NUMBER = re.compile(rf"{_NUMBERED}(?=纪检)")
_ELSEWHERE = re.compile(r"(?:派出?)?驻(?P<seat>[\u4e00-\u9fff]{2,14}?)(?=纪检(?:监察)?组|监察[室局])")
_JOINED = 2018  # the year from which the two commissions work as one (监察法第十一条)
_CENTRE = {"纪委监委": "中央纪委国家监委", "纪委": "中央纪委"}


def stationed(place: "Place", text: str) -> AgencyName | None:
    """The group in full, of the commission and of the body that it is stationed with."""
    here = _HERE.match(text)
    if here and place.body and place.registry and place.registry.systems.of(place.body.name, place.year):
        rest = place.body.name + text[here.end() :]  # with a body of the centre no place's commission stations one
        return AgencyName("驻" + rest, (rest,), place.body.region, "discipline", place.body.name)
    found = [name for full in _in_full(place, text) if (name := _of_commission(place, full, bool(here)))]
    if not found:
        return None
    first = found[0]
    aliases = dict.fromkeys(form for name in found for form in (name.name, *name.aliases) if form != first.name)
    return AgencyName(first.name, tuple(aliases), first.region, first.kind, first.parent)


def _in_full(place: "Place", text: str) -> Iterator[str]:
    """The text with the commission before it, where it names none (驻局纪检组): first as it is called in that year."""
    here, numbered, elsewhere = _HERE.match(text), _BY_NUMBER.match(text), _ELSEWHERE.match(text)
    own = place.body if here or numbered else place.agency(elsewhere["seat"]) if elsewhere else None
    if not (here or numbered or elsewhere):
        yield text
    elif own is not None and (area := _area(place, own)) is not None:
        rest = text
        if here:
            rest = here["how"] + own.name.removeprefix(STATE) + text[here.end() :]
        if re.search("纪检", text):
            heads = ("纪委", "纪委监委") if (place.year or 0) < _JOINED else ("纪委监委", "纪委")
            yield from ((area + head if area else _CENTRE[head]) + rest for head in heads)
        else:
            grade = next((one.grade for one in place.areas if one.name == area), "") if area else "centre"
            yield area + {"centre": "监察部", "province": "监察厅"}.get(grade, "监察局") + rest


def _area(place: "Place", body: AgencyName) -> str | None:
    """The name of the area whose commission stations a group with a body, empty for the centre's; None if unknown."""
    if body.region == CENTRE:
        return ""
    if body is place.body:
        return place.areas[0].name if place.areas else None
    return next((area.name for area in place.areas if area.code == body.region), None)


def _of_commission(place: "Place", full: str, here: bool) -> AgencyName | None:
    match = _STATIONED.fullmatch(full) or _OFFICE.fullmatch(full)
    if match is None:
        return None
    both = match["head"] == _CENTRE["纪委监委"]
    head = place.agency(_CENTRE["纪委"] if both else match["head"])
    if head is None:
        return None
    seat = match["seat"]
    numbered = "第" in match["how"]
    if seat and not numbered and not seat.endswith("系统"):
        body = place.agency(seat.removeprefix("我").removeprefix("本") if seat[0] in "我本" else seat)
        if body is None:
            return None
        seat = body.name.removeprefix(STATE)
    elif not seat and not numbered and place.body is not None:  # 县纪委派驻纪检组: with the publisher
        seat = place.body.name.removeprefix(STATE)
    return _name(match, head, seat, both, here)


def _name(match: re.Match[str], head: AgencyName, seat: str, both: bool, here: bool) -> AgencyName:
    behind = match["how"] + seat + match["group"]
    short = next((form for form in head.aliases if form.endswith("委监委")), "")
    # Of two commissions at one table, reports write no more than the short name of both.
    heads = (short, "中共" + short, head.name.replace("、", "")) if short else (head.name, *head.aliases)
    heads = (_CENTRE["纪委监委"],) if both else heads
    names = (*(form + behind for form in heads), heads[-1] + match["how"] + match["seat"] + match["group"])
    here_alone = (f"驻{seat}{match['group']}",) if here else ()  # by whom it is stationed, the text does not say
    name, *aliases = dict.fromkeys((*names, *here_alone))
    return AgencyName(name, tuple(aliases), head.region, "discipline", head.name)
