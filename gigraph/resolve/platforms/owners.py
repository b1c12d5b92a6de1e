"""Whose platform it is: the agency that the words before a platform's noun mean from the report's place."""

import re
from dataclasses import dataclass
from itertools import pairwise

from gigraph.extractors.platforms import PlatformForm
from gigraph.registry import Registry
from gigraph.registry.regions import CENTRE
from gigraph.resolve.locating import locate
from gigraph.resolve.place import AgencyName, Place
from gigraph.resolve.placed_names import registry_of
from gigraph.resolve.platforms.short_areas import area_name, names_area, own_zone, short_names

_DISCLOSURE = re.compile(r"(?:政府|政务)?信息(?:与政务)?公开|政务公开")
_SCHOOLS = ("大学", "学院", "学校", "中学", "小学")
_OWN = re.compile(
    r"[我本](?:[局厅委办部院校所馆会站署队处社室行]|中心|单位|机关|部门|校区)?|单位|机关|部门|自身|自己|自建|校园|学校|医院|关区|[我本]关|[我本]?[分支]行"
)
_HOUSES = {"学校": _SCHOOLS, "校园": _SCHOOLS, "医院": ("医院", "卫生院"), "关区": ("海关",)}
_AREA = re.compile(
    r"[我本]?(?:自治[区州县旗]|地区|[省市县区州旗盟镇乡]|街道)|实验区|试验区|开发区|新区|高新区|经开区|示范区|园区|度假区|合作区"
)
_LEADER = re.compile(
    r"(省|市|县|区|州|旗|盟|镇|乡)长|(?P<autonomous>自治区)(?:人民政府)?主席|(局|厅|校|院|部|署|行|馆|所)长|主任"
)
_LEADERS_OF = {"主任": ("委员会", "办公室", "办", "中心", "社"), "校": _SCHOOLS}
# A level word that is the beginning of another word (市民, 县级) is none.
_LEVEL = re.compile(
    r"(?:全(?=.)|[我本]?(?=.(?!政(?!务|府信息)|[民场区县市直级属域委长内外辖际镇乡村州郊])))(自治区|地区|[省市县区州旗盟镇乡])"
)
_STARTS_OWN = re.compile(
    r"(?:[我本全]?(?:自治[区州县旗]|地区|[省市县区州旗盟镇乡])(?![直属级管域])|[我本]|[局厅委](?!属)|街道|实验区|开发区|新区|总[队行站]\Z)"
)
# Two bodies with one site: the government, or the management committee, runs it.
_SHARED = re.compile(r"([省市县区州旗])委、?\1(?=(?:人民)?政府)|党工委、?(?=管委会)")
_NO_BODY = re.compile(r"[“”]|[厅局委办院校会部署]政府\Z")
_OWNER_END = re.compile(r"[府局厅委部办院校馆所室署会队社处科]|中心|大学")
# 办事, 局属: the word goes on behind what could be the owner's last character.
_BRACKET = re.compile(r"\([\u4e00-\u9fff]{2,8}\)")  # 省发展改革委(物价局)网站
_GOES_ON = re.compile(
    r"[长级属]|(?<=办)[公事理件案税学]|(?<=网通办)|(?<=[校院局厅村居社处所委])务|(?<=校)园|(?<=^政府)(?:信息|网站)|(?<=政府)(?:信息(?:依申请)?公开|采购|购买|投资|债|数据)"
    r"|(?<=处)[理置罚]|(?<=社)[会保区]|(?<=科)[技学研普]|(?<=会)[计员议]|(?<=部)[门分]|(?<=所)有|(?<=[开创承主举]办)|(?<=人社)"
)
_NO_WHOLE_BODY = frozenset("社科会队署处室馆所")  # ends of bodies' names, no names: 南山社|会组织网
_OWN_HEAD = re.compile(r"[我本](?:单位|机关|部门|中心)(?=.)")
_CHINA = re.compile(r"“?中国[·.]?([^“”网]{2,6}?)(?:网)?(?:”|\Z|(?=门户|政府|官方))")


@dataclass(frozen=True, slots=True)
class Owner:
    """An owner and what of the name is left behind it; `area` alone where only the place is certain."""

    agency: AgencyName | None
    rest: str
    area: str | None = None


def site_owner(form: PlatformForm, place: Place) -> Owner | None:
    """The owner of a web site (局网站, 县政府门户网站, “中国·礼泉”网); None where the name is a name of its own."""
    words = _BRACKET.sub("", form.modifier) if "(" in form.modifier else form.modifier
    if form.term == "网" and words.endswith("政务服务"):  # a site of its own: 南山政务服务网
        return None
    if words == form.modifier and (agency := _china(words, place)):
        return Owner(agency, form.term)
    disclosure = _DISCLOSURE.search(words)
    if disclosure and disclosure.end() == len(words):
        words = words[: disclosure.start()]
        words += "政府" if words.endswith("人民") else ""  # 县人民政府|信息公开网
    government = form.term.startswith("政府")
    government |= bool(disclosure and disclosure.group().startswith("政府") and form.term not in {"网", "网站"})
    words = words.removesuffix("内部").removesuffix("外部")  # no 部 of a body
    for _ in range(5):
        if agency := owner(words, place) or (_by_short_name(words, place) if government else None):
            return Owner(agency, form.term)
        tail = word_between(words, registry_of(place))
        if tail is None:
            break
        words, government = words.removesuffix(tail), government or tail == "政府"
    if words:
        return None
    if government:
        return Owner(government_here(place), form.term)
    return Owner(None if disclosure else publisher(place), form.term)


def word_between(words: str, registry: Registry) -> str | None:
    """The longest of the words that may stand between an owner and 网站 which these words end with."""
    between = registry.platforms.between
    return next((word for word in between if words.endswith(word)), None) if words.endswith(between) else None


def disclosure_words(modifier: str) -> str:
    """The words of disclosure in a site's name: 政务公开 in 县政府政务公开网; 信息公开 where there are none."""
    match = _DISCLOSURE.search(modifier)
    return match.group() if match else "信息公开"


def owner(words: str, place: Place) -> AgencyName | None:
    """The agency that all of the words mean: 局, 我局, 县, 县政府, 省教育厅."""
    words = words.strip("“”《》")
    words = _SHARED.sub(r"\1", words) if "委" in words else words
    if not words or _NO_BODY.search(words):
        return None
    if words.lstrip("我本") == "委" and (place.publisher or "").endswith("管理委员会"):  # no party committee
        return publisher(place)
    if words in _HOUSES and not (place.publisher or "").endswith(_HOUSES[words]):
        return None  # of an education bureau 学校网站 is not its own
    if _OWN.fullmatch(words) or (words.lstrip("我本") == "街道" and (place.publisher or "").endswith("街道办事处")):
        return publisher(place)
    if (zone := own_zone(words, place.areas)) and zone[1] == len(words):
        return _fitting(place.agency(zone[0].name), place)
    if _AREA.fullmatch(words):
        return _fitting(place.agency(words.lstrip("我本") + "政府"), place)
    found = place.agency(words)
    if found is not None and _anchored(words, found, place):
        return _fitting(found, place)
    return _by_short_area(words, place)


def _by_short_area(words: str, place: Place) -> AgencyName | None:
    """宝鸡人力社保局 in a report of 宝鸡市: the area's short name before a body that is known."""
    for area in place.areas:
        short = short_names(area)[1]
        if (
            len(short) > 1
            and not words.endswith("政府")
            and words.startswith(short)
            and not words.startswith(short_names(area)[0])
        ):
            found = place.agency(area.name + words.removeprefix(short))
            certain = found and found.region == area.code and not found.candidates
            return _fitting(found, place) if certain else None
    return None


def _anchored(words: str, found: AgencyName, place: Place) -> bool:
    """Whether the words say by themselves whose body it is: by a place, a level or the publisher (not 图书馆)."""
    if found.name in (place.publisher, words) or found.region == CENTRE or _STARTS_OWN.match(words):
        return bool(found.region or found.name == place.publisher)
    return place.registry is not None and bool(locate(words, place.registry.regions, place.year, place.areas)[1])


def prefix_owner(form: PlatformForm, place: Place) -> Owner | None:
    """The owner that the name of a system, an account or a board begins with, and the rest (省政府|网站群)."""
    name = form.name
    if leader := _leader(form, place):
        return leader
    if (head := _OWN_HEAD.match(name)) and (agency := publisher(place)):
        return Owner(agency, name[head.end() :])
    quote = name.find("“", 1, len(form.modifier))
    if quote > 0 and (agency := owner(name[:quote], place)):
        return Owner(agency, name[quote:])
    shorts = {short for area in place.areas for short in short_names(area)}  # 榆社日报: 榆社县, and no 社
    limit = 0 if name.startswith("全") else len(form.modifier)
    if form.kind == "gazette" and form.term.startswith("政府") and form.modifier:  # 县|政府公报
        limit += len("政府")
    for match in reversed(list(_OWNER_END.finditer(name, 0, limit))):
        before = name[: match.end()]
        if before in shorts or _is_part(form, match.end()) or "“" in before or "网站" in before:
            continue  # 县政府网站财政局子站: the government's
        if match.group() in _NO_WHOLE_BODY and names_area(name[: match.start()], place.areas):
            continue
        if agency := owner(name[: match.end()], place):
            return Owner(agency, name[match.end() :])
    if zone := own_zone(name[:limit], place.areas):
        return Owner(None, name[zone[1] :], zone[0].name)
    return _by_level(name, shorts, place)


def _is_part(form: PlatformForm, end: int) -> bool:
    """Whether the word goes on behind the owner's last character; not in 市政府|信息公开申请办理系统."""
    owned = form.kind == "system" and _DISCLOSURE.match(form.name, end)
    return not owned and _GOES_ON.match(form.name, end) is not None


def _by_level(name: str, shorts: set[str], place: Place) -> Owner | None:
    level = None if name.startswith(tuple(shorts)) else _LEVEL.match(name)  # 市南日报 of 市南区
    if level and level.end() < len(name):
        area = place.agency(level.group(1) + "政府")
        if area and area.region and (site := area_name(area)):
            return Owner(None, name[level.end() :], site)
    return None


def _leader(form: PlatformForm, place: Place) -> Owner | None:
    """局长信箱, 12345市长热线: the leader's body has them."""
    match = _LEADER.search(form.modifier)
    if not match or form.kind not in {"mailbox", "hotline"}:
        return None
    before = form.name[: match.start()]
    if before and not before.isdigit():
        return None
    if match["autonomous"] and (agency := _fitting(place.agency("自治区政府"), place)):
        return Owner(agency, form.name.removeprefix("自治区"), area_name(agency))
    if match.group(1):
        agency = _fitting(place.agency(match.group(1) + "政府"), place)
        return Owner(agency, form.name, area_name(agency)) if agency and agency.region else None
    found = publisher(place)
    word = match.group(3) or match.group()
    if found and found.name.endswith(_LEADERS_OF.get(word, (word,))):
        return Owner(found, form.name)
    return None


def publisher(place: Place) -> AgencyName | None:
    """The report's publisher."""
    return place.publisher_agency


def government_here(place: Place) -> AgencyName | None:
    """The government, or the management committee, of the publisher's own area; a central organ speaks of itself."""
    found = publisher(place)
    if found is None or found.region == CENTRE or found.name.endswith(("人民政府", "管理委员会", "行政公署")):
        return found
    return _fitting(place.agency(place.areas[0].name), place) if place.areas else None


def _fitting(agency: AgencyName | None, place: Place) -> AgencyName | None:
    """A zone has a management committee and no government of its own."""
    found = publisher(place)
    if agency and found and found.name.endswith("管理委员会"):
        zone = agency.name.removesuffix("人民政府").removesuffix("管理委员会")
        return found if found.name.removesuffix("管理委员会").endswith(zone) else agency
    return agency


def _china(words: str, place: Place) -> AgencyName | None:
    """“中国·礼泉”: the custom of naming a government's portal after its place, if that is the publisher's place."""
    match = _CHINA.match(words)
    found = publisher(place)
    if match and found and found.region == CENTRE:  # 中国海关门户网站 in a report of 海关总署
        return found if match.group(1) in found.name else None
    if match is None and words.startswith("“"):
        return _city_and_district(words.strip("“”"), place)
    return _by_short_name(match.group(1), place) if match else None


def _city_and_district(words: str, place: Place) -> AgencyName | None:
    """“上海静安”门户网站: the custom of naming a district's portal after the city and the district in short."""
    for area, above in pairwise(place.areas):
        if area.region and words in {short_names(above)[1] + name for name in short_names(area)}:
            return _fitting(place.agency(area.name), place)
    return None


def _by_short_name(words: str, place: Place) -> AgencyName | None:
    """荔湾 in 荔湾政府网: the government of the nearest of the publisher's areas that is called so."""
    named = next((area for area in place.areas if words in (area.name, *short_names(area))), None)
    return _fitting(place.agency(named.name), place) if named and len(words) > 1 else None
