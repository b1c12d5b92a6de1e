"""Groups that a discipline commission stations with a body (县纪委驻县财政局纪检组): one body, no two."""

import re
from typing import TYPE_CHECKING

from gigraph.registry.agencies import STATE
from gigraph.registry.regions import CENTRE
from gigraph.resolve.naming import AgencyName

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

_STATIONED = re.compile(
    r"(?P<head>[\u4e00-\u9fff]{1,20}?(?:纪委监委|纪委|监委|纪律检查委员会))"
    r"(?P<how>(?:派出?)?驻|第[一二三四五六七八九十\d]{1,3}(?:派驻)?)(?P<seat>[\u4e00-\u9fff]{0,14}?)(?P<group>纪检(?:监察)?组)"
)
# Before 2018 the bureau of supervision stationed its own: 驻厅监察室.
_OFFICE = re.compile(
    r"(?P<head>[\u4e00-\u9fff]{0,20}?监察[厅局部])(?P<how>(?:派出?)?驻)(?P<seat>[\u4e00-\u9fff]{1,14}?)(?P<group>监察[室局])"
)


_HERE = re.compile(r"(?P<how>(?:派出?)?驻)(?:[我本]?(?P<seat>[局厅委办社部院])(?=纪检|监察[室局])|(?<=派驻)(?=纪检))")


def _commission(place: "Place", text: str) -> str:
    """The text with the commission of the publisher's place before it where it names none: 驻局纪检组."""
    here = _HERE.match(text)
    if here is None or place.body is None or not (place.areas or place.body.region == CENTRE):
        return text
    own, grade = (place.areas[0].name, place.areas[0].grade) if place.areas else ("", "centre")
    if text[here.end() :].startswith("监察"):
        head = own + {"centre": "监察部", "province": "监察厅"}.get(grade, "监察局")
    else:
        head = own + ("纪委" if own else "中央纪委")
    return head + here["how"] + place.body.name.removeprefix(STATE) + text[here.end() :]


def stationed(place: "Place", text: str) -> AgencyName | None:
    """The group in full, of the commission and of the body that it is stationed with."""
    here = _HERE.match(text)
    if here and place.body and place.registry and place.registry.systems.of(place.body.name, place.year):
        rest = place.body.name + text[here.end() :]  # with a body of the centre no place's commission stations one
        return AgencyName("驻" + rest, (rest,), place.body.region, "discipline", place.body.name)
    full = _commission(place, text)
    match = _STATIONED.fullmatch(full) or _OFFICE.fullmatch(full)
    head = place.agency(match["head"]) if match else None
    if match is None or head is None:
        return None
    seat = match["seat"]
    if seat and not seat.startswith("第"):
        body = place.agency(seat)
        if body is None:
            return None
        seat = body.name
    behind = match["how"] + seat + match["group"]
    short = next((form for form in head.aliases if form.endswith("委监委")), "")
    # Of two commissions at one table, reports write no more than the short name of both.
    heads = (short, "中共" + short, head.name.replace("、", "")) if short else (head.name, *head.aliases)
    names = (*(form + behind for form in heads), heads[-1] + match["how"] + match["seat"] + match["group"])
    here_alone = (f"驻{seat}{match['group']}",) if here else ()  # by whom it is stationed, the text does not say
    name, *aliases = dict.fromkeys((*names, *here_alone))
    return AgencyName(name, tuple(aliases), head.region, "discipline", head.name)
