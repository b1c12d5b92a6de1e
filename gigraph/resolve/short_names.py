"""What a name means from a report's place: each reading is one function, tried in order; none guesses by likeness."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from gigraph.registry.agencies import STATE
from gigraph.resolve.agency_name import AgencyName
from gigraph.resolve.area import Area
from gigraph.resolve.branches import at_level, level_branch, same_body
from gigraph.resolve.central_names import central_agency, national_office, vertical_organ
from gigraph.resolve.committees import committee
from gigraph.resolve.houses import house_unit, is_clinic, is_of_a_body
from gigraph.resolve.own_words import abbreviates, words_of
from gigraph.resolve.placed_names import (
    by_own_short_name,
    kind_of,
    named,
    of_administration,
    placed_group,
    placed_institution,
    region_agency,
    registry_of,
    with_area,
    with_county,
)
from gigraph.resolve.sector_bodies import is_of_a_sector, of_bureau, of_unknown
from gigraph.resolve.stationed import stationed
from gigraph.resolve.systems import of_system

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

_OWN = re.compile(
    r"^(?:我|本)(?=[省市州县区旗盟镇乡街局厅委部办院校署会中社馆队所站处室行]|关(?![于注心系])|总局|总署|总社|分局|学校|学院|医院|总?公司|集团|海关|街道|苏木|实验区|新区|开发区|总队|支队|大队|支行|中支|中心支行)"
)
_WHOLE = re.compile(r"^全(?=[省市州县区])")
_LEVEL = re.compile(
    r"^(?:自治[区州县旗]|综合实验区|实验区|试验区|新区|开发区|高新区|经开区|示范区|合作区|保税区|度假区|管理区|园区|街道|街(?=党?工委|纪工委)|苏木|地区|地(?=委|行署|行政公署)|[林特矿]区|[省市县区州旗盟镇乡])"
)
_NO_AGENCY = re.compile(r"关于|印发|转发|[《》。;:；：]|(?:大厅|网站|平台|系统|报告)$")
_NOT_A_UNIT = re.compile(r"[长级属部]|内(?!部审|审|保)|机关(?!党委|纪委|工会|办公|服务|后勤)|系统|务公开")
# 局机关信息中心 is the 局's; 机关服务中心 and 机关党委 are bodies of that name.
_OF_THE_SEAT = re.compile(
    r"^机关(?!服务|后勤|事务|党|纪|工会|团|工委)(?=[\u4e00-\u9fff]{2,12}(?:中心|办公室|[处科股室])$)"
)
_OF_A_REGION = re.compile(r"(?:人民)?政府|府|委(?!员会).*|人大.*|政协.*|政府信息公开.*")
_SUB_DISTRICT = re.compile(r"(?<=[\u4e00-\u9fff]街)办$")
_QUOTES, _QUOTED = frozenset("“\"'"), re.compile(r"[“\"'][^“”\"']+[”\"']")
_OFFICE_OF_OTHERS = re.compile(r"(?:人民)?政府办|府办|委办|法制办")
_ABBREVIATED, _HEAD_OF_BRANCH = re.compile(r".{2,20}?[局厅委办](?=.)"), re.compile(r"(.+局).{2,8}(?:分局|[总支大]队)$")
# What an organisation has of its own, whether its name or the place's stands before it: 水政监察大队, 河道站.
_FORCE = re.compile(
    r"(?:[大支总]队|(?:调查|执法|监察|稽查|检查|服务|抢险|工程|测量)队|[站段]|分局|管理[处所]|监督所|确权登记局|责任审计局|支付局|[核结]算局|评审局)$|^(?:(?:稽查|缉私)局|纪检(?:监察)?组|机关党委|机关纪委)$"
)
_HOUSES, _BRANCHES = ("学校", "学院", "医院", "公司", "集团"), ("分局", "支局")
# Level words and words of one's own that names of regions begin with, too.
_BEGINS_REGIONS, _UNITS = frozenset("市镇乡林矿特全本馆站社会关行台"), ("division", "party-group", "leading-group")
# No body of a place is called so, but for those that the tables know (国家税务局) and the state's reserves and parks.
_OF_THE_CENTRE = re.compile(
    r"(?:国家(?!级|税务|安全局|调查)(?!.{0,20}(?:公园|保护区|湿地|名胜区|开发区|园区))|中央|国务院)"
    r"[\u4e00-\u9fff]{1,20}(?:局|署|部|委|委员会|办|办公室|办公厅|指挥部|司)"
)


def clean(surface: str) -> str:
    """A surface without white space and quotation marks around it."""
    text = "".join(surface.split()).strip("《》、,，。.")
    if text.endswith("街办"):
        text = _SUB_DISTRICT.sub("道办", text)
    return text[1:-1] if text[:1] in _QUOTES and _QUOTED.fullmatch(text) else text


def understand(place: "Place", surface: str) -> AgencyName | None:
    """The agency that a surface means at a place, or None where it is no agency's name."""
    text = _spelled_out(place, clean(surface))
    if not text or place.registry is None or _NO_AGENCY.search(text):
        return None
    foreign = text.startswith(_HOUSES) or (text.startswith(_BRANCHES) and not of_system(place, text))
    if foreign and text[:2] not in words_of(place):  # 学校党委 in a bureau's report is any school's
        return None
    for reading in _OF_A_PLACE if _begins_with_place(place, text) else _READINGS:
        if found := reading(place, text):
            return found
    return None


def apart_from_publisher(place: "Place", surface: str) -> AgencyName | None:
    """What a surface means where it cannot mean the publisher or a unit of it: 原县卫生局 of 某县卫生健康局."""
    text = clean(surface)
    return next(
        (found for reading in (central_agency, _by_level, region_agency) if (found := reading(place, text))), None
    )


def _begins_with_place(place: "Place", text: str) -> bool:
    """Whether what looks like a level word or a word of one's own begins the name of a region of the report's province.

    市南区财政局, 镇平县政府, 全州县公安局, 馆陶县水利局.
    """
    if text[0] not in _BEGINS_REGIONS:
        return False
    if by_own_short_name(place, text):  # 市南人民政府
        return True
    length, found = registry_of(place).regions.prefix(text, place.year)
    return length > 1 and any(region.code[:2] == area.code[:2] for region in found for area in place.areas)


def _spelled_out(place: "Place", text: str) -> str:
    """A short form that the report defines, alone or with a unit behind it (旗民委办公室), in full."""
    for short in sorted(place.known, key=len, reverse=True):
        full = place.known[short]
        if text == short or (len(short) > 2 and text.startswith(short) and not text.startswith(full)):
            return full + text[len(short) :]
    return text


def _publisher(place: "Place", text: str) -> AgencyName | None:
    """The publisher by its name, by 我局, 省局, or by a form that leaves characters of its name out (县政务局)."""
    publisher = place.publisher_agency
    if publisher is None:
        return None
    bare = _OWN.sub("", text)
    if bare in (publisher.name, *publisher.aliases) or text in (place.publisher, publisher.name):
        return publisher
    words = words_of(place)
    return publisher if bare in words or abbreviates(place, bare) else None


def _own_unit(place: "Place", text: str) -> AgencyName | None:
    """我局党组, 局办公室: what belongs to the publisher as an organisation."""
    bare = _OWN.sub("", text)
    abbreviated = (short.group(),) if (short := _ABBREVIATED.match(bare)) and abbreviates(place, short.group()) else ()
    for word in (*words_of(place), *abbreviated):
        if not bare.startswith(word) or (len(word) == 1 and bare.startswith(registry_of(place).matters)):
            continue  # 会计科 of a 联合会, 行政科 of a bank
        rest = _OF_THE_SEAT.sub("", bare[len(word) :])
        if rest.startswith("公") and word.endswith("办"):  # 办公室, not a 公室 of the 办
            continue
        if rest and not _NOT_A_UNIT.match(rest) and kind_of(place, rest):
            found = _under(place, place.body, rest)
            own = place.body.name if place.body and word == "学校" else ""  # 某大学学校办公室 may bear the word
            return with_area(found, Area(own, (), "", "body"), text) if own else found
    # 院办公室 in the report of a 中心 that is a hospital, too: whatever it calls itself, it is its own.
    rest = bare[1:] if bare[:1] in ("院", "校", "所", "站", "馆") and place.body else ""
    return _under(place, place.body, rest) if rest and not _NOT_A_UNIT.match(rest) and kind_of(place, rest) else None


def _superior(place: "Place", text: str) -> AgencyName | None:
    """市局, 省厅 in a county bureau's report: the same body at that level, where there is such a one."""
    match = _LEVEL.match(text)
    if place.body is None or not match or not place.areas:
        return None
    area, rest = place.area(match.group()), text[match.end() :]
    head = _HEAD_OF_BRANCH.match(place.body.name)  # the 市局 of a city's 支队 is over it
    if area is None or (area == place.areas[0] and not head) or rest[:1] not in ("局", "厅"):
        return None  # 市委 is the party's committee
    if head and rest[0] == "局" and head.group(1).startswith(area.name):
        full: str | None = head.group(1)  # 市局 in the report of 某市公安局某区分局
    else:
        full = at_level(place.body.name.replace(place.areas[0].name, "{}", 1), rest[0], place)
    if full is None or (rest[1:] and not kind_of(place, rest[1:])):
        return None
    body = AgencyName(full.replace("{}", area.name), (), area.code, "department")
    return _under(place, body, rest[1:]) if rest[1:] else body


def _by_level(place: "Place", text: str) -> AgencyName | None:
    """省财政厅, 市委, 区管委会."""
    bare = _WHOLE.sub("", _OWN.sub("", text))
    match, registry = _LEVEL.match(bare), registry_of(place)
    if not match or not bare[match.end() :] or bare in registry.agencies.body_names:
        return None
    rest = bare[match.end() :]
    known = rest in registry.agencies.body_names or rest in registry.agencies.aliases
    is_word = bare.startswith(registry.words_with_level) and not rest.startswith(registry.matters)
    if not known and is_word and not _LEVEL.match(rest):
        return None  # 市容科 is a division, no 容科 of the 市; but 县市政局 is the county's
    if not kind_of(place, rest) and rest not in ("府", "办"):
        return None
    areas = [area for area in place.areas if match.group() in area.words]
    if _OF_A_REGION.fullmatch(rest):  # a zone has neither: 区委、区政府 are those of the district that it lies in
        areas = [area for area in areas if area.grade != "zone"] or areas
    if not areas:
        return AgencyName(bare, kind=kind_of(place, rest) or "agency")
    if a_branch := level_branch(place, areas[0], rest):
        return a_branch
    # The nearest is meant, unless another gives the publisher's own name (区工业园区管委会 of 某区工业园区).
    readings = [named(place, area, rest) for area in areas]
    own = place.publisher or "-"
    found = next((reading for reading in readings if reading.name.startswith(own)), readings[0])
    return with_county(place, found, rest) if found is readings[0] and areas[0].grade == "town" else found


def _bare(place: "Place", text: str) -> AgencyName | None:
    """财务处, 政府办, 公共资源交易中心: no place's name; units belong to the publisher, bodies to its area."""
    kind = kind_of(place, text)
    if kind is None or is_clinic(text) or is_of_a_sector(place, text):
        return None
    office = kind == "office" and not _OFFICE_OF_OTHERS.match(text)
    registry, force = registry_of(place), _FORCE.search(text) is not None
    house = text.endswith("馆") and "学校" in words_of(place)  # a school has a library of its own
    unit = house or force or kind in _UNITS or text in registry.own_units or office
    if unit and not is_of_a_body(place, text) and place.body is not None and text not in registry.agencies.aliases:
        found_own = _under(place, place.body, text)
        placed = with_area(found_own, place.areas[0], text) if force and place.areas else None
        return of_unknown(place, placed, text) if placed else found_own
    if not place.areas or (_OF_THE_CENTRE.fullmatch(text) and text not in registry.agencies.body_names):
        return central_agency(place, "国家" + text) or AgencyName(text, kind=kind)  # 发展改革委 in a ministry's report
    if text in ("办公室", "办公厅"):
        street = "办事处" if place.areas[0].name.endswith("街道") else "人民政府"
        text = {"zone": "管委会", "town": street}.get(place.areas[0].grade, "政府") + text
    found = of_unknown(place, named(place, place.areas[0], text), text)
    return with_county(place, found, text) if place.areas[0].grade == "town" and found.region else found


def _under(place: "Place", body: AgencyName | None, rest: str) -> AgencyName | None:
    if body is None:
        return None
    stem = body.name.removeprefix(STATE)
    name = named(place, Area(stem, (), body.region or "", "body"), rest)
    aliases = (*name.aliases, body.name + rest) if stem != body.name else name.aliases
    return replace(name, aliases=aliases, parent=body.name)


_READINGS: tuple[Callable[["Place", str], AgencyName | None], ...] = (
    stationed,
    central_agency,
    national_office,
    of_administration,
    committee,
    _publisher,
    of_system,
    _own_unit,
    _superior,
    _by_level,
    vertical_organ,
    same_body,
    region_agency,
    placed_institution,
    placed_group,
    house_unit,
    of_bureau,
    _bare,
)
_NOT_OF_A_PLACE = (_own_unit, _superior, _by_level, placed_institution)
_OF_A_PLACE = tuple(reading for reading in _READINGS if reading not in _NOT_OF_A_PLACE)
