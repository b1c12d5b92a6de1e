"""What one mention of a platform stands for, before the mentions of a report are put together."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from gigraph.extractors.platforms import PlatformForm
from gigraph.models import Mention
from gigraph.registry import Registry
from gigraph.registry.platforms import PlatformName
from gigraph.resolve.place import AgencyName, Place
from gigraph.resolve.platforms.by_trade import named_after
from gigraph.resolve.platforms.owners import disclosure_words, owner, prefix_owner, publisher, site_owner
from gigraph.resolve.platforms.schools import site_of_school
from gigraph.resolve.platforms.short_areas import own_zone, short_names

# Boards of which each village has one: 村组公示栏 is what the report also calls 公示栏.
_OF_VILLAGES = re.compile(
    r"(?=[\s\S]{0,8}?(?:[村组屯队]|社区|小区|嘎查|居民|基层))"
    r"(?:[镇乡村组屯队社级里()居]|社区|街道|小区|嘎查|苏木|居民|基层|乡镇|农村|渔村|牧区|村民小组|[两三]级){1,5}"
)
_LEVEL = re.compile(r"[我本省市县区州旗盟镇乡局厅委]")  # 市政府: whose it is only the report's place tells
_SORT = re.compile(r"(?:官方|政务|新浪)+\Z")
_NAMED = 3  # characters of an account's own name, at least
_PLACED_KINDS = frozenset({"system", "hall", "hotline", "mailbox"})
_ACCOUNTS = frozenset({"weibo", "wechat"})
_PLAIN = str.maketrans("与", "和", "“”《》·.")
_OWN_SITES = {"官网", "官方网站"}  # of a body that is no government
_NUMBER = re.compile(r"(?<!\d)(?:\d{5}|9[56]\d{4})(?!\d)")
_OWN_NAME = re.compile(r"“([^“”]{1,16})”")


@dataclass(frozen=True, slots=True)
class Identity:
    """One mention read from the report's place.

    key: equal for mentions of one platform. name: the full form where the owner is certain, else as in the text.
    bare: the name lacks what would tell it from others of its noun. proper: the text's form may stand as an alias.
    """

    mention: Mention
    key: tuple[str, ...]
    name: str
    kind: str
    operator: AgencyName | None = None
    known: PlatformName | None = None
    bare: bool = False
    proper: bool = True

    @property
    def generic(self) -> bool:
        """Whether it is a kind of channel that keeps its printed form as a name (guideline, "platforms": 公示栏)."""
        return self.form.use in {"generic", "channel"} and self.kind in {"board", "hall", "mailbox"}

    @property
    def of_villages(self) -> bool:
        """Whether it is a board of which each village has one."""
        return self.key[0] == "villages"

    @property
    def form(self) -> PlatformForm:
        """The form that the extractor gave."""
        form: PlatformForm = self.mention.value
        return form


def identify(mention: Mention, place: Place, registry: Registry) -> Identity:
    """The identity of a mention whose value is a PlatformForm."""
    form: PlatformForm = mention.value
    if form.use == "name":
        known = next((row for row in registry.platforms.names if row.name == form.name), None)
        return Identity(mention, ("name", form.name), form.name, form.kind, known=known)
    if form.beside is not None:
        return Identity(mention, ("named", form.kind, plain(form.name)), form.name, form.kind)
    if form.term == "新闻网" and not form.modifier and (school := site_of_school(form, place)):
        return Identity(mention, ("named", form.kind, school[1]), school[1], form.kind, school[0], proper=False)
    if form.use in {"site", "net"}:
        return _site(mention, form, place)
    if form.use == "title" and form.kind != "gazette":
        return Identity(mention, ("title", form.name), form.name, form.kind)
    if form.use == "number":
        key = ("hotline", form.name.removesuffix("平台"))
        return Identity(mention, key, form.name, form.kind, bare=True)
    if form.use == "whole" or (form.term and not form.modifier):
        return Identity(mention, ("group", form.kind, form.group), form.name, form.kind, bare=True)
    if form.use == "reading":
        return _reading_place(mention, form, place)
    if form.kind == "board" and _OF_VILLAGES.fullmatch(form.modifier):
        return Identity(mention, ("villages", form.kind, form.group), form.name, form.kind)
    return _account(mention, form, place, registry) or _named(mention, form, place)


def _site(mention: Mention, form: PlatformForm, place: Place) -> Identity:
    if not form.modifier:
        if form.term in _OWN_SITES and place.body:
            return Identity(mention, ("main", place.body.name), place.body.name + form.term, form.kind, place.body)
        return Identity(mention, ("site",), form.name, form.kind, bare=True, proper=False)
    found = site_owner(form, place)
    placed = form.term in {"门户网", "门户网站"} and not form.modifier.startswith(("政府", "政务", "信息"))
    disclosure = "公开" in form.modifier and (form.term in {"网", "网站"} or placed)
    if found is None and (agency := named_after(form, place)):
        name = agency.name + form.term
        return Identity(mention, ("after", agency.name, form.name), name, form.kind, agency)
    if (found is None or found.agency is None) and (school := site_of_school(form, place)):
        agency, name = school
        if disclosure:
            return Identity(mention, ("disclosure", agency.name), name, form.kind, agency, proper=False)
        return Identity(mention, ("named", form.kind, name), name, form.kind, agency, proper=False)
    if found is None:
        return _named(mention, form, place)
    if found.agency is None:
        key = ("open",) if disclosure else ("named", form.kind, plain(form.name))
        return Identity(mention, key, form.name, form.kind, bare=disclosure)
    agency = found.agency
    named = form.modifier.startswith(tuple(area.region.name for area in place.areas if area.region))  # 镇远县政府网站
    written = form.modifier[:2] in agency.name and len(form.modifier) > 2
    written &= not agency.name.endswith(form.modifier[:2])  # 学院信息公开网: its own
    written &= named or not _LEVEL.match(form.modifier)
    written |= form.modifier in agency.aliases
    proper = "”" in form.name or form.name.startswith("中国") or form.term == "网" or written
    proper = proper or not agency.region  # whose place is not certain keeps the printed form
    if disclosure:
        name = form.name if written else _disclosure_name(form, agency)
        return Identity(mention, ("disclosure", agency.name), name, form.kind, agency, proper=proper)
    return Identity(mention, ("main", agency.name), agency.name + form.term, form.kind, agency, proper=proper)


def _disclosure_name(form: PlatformForm, agency: AgencyName) -> str:
    """湖南省政府信息公开网, of the government; 湖南省林业局信息公开网."""
    words = disclosure_words(form.modifier)
    if not agency.name.endswith("政府"):
        return agency.name + words + form.term
    if words == "政府信息公开" and "人民政府" not in form.modifier:
        return agency.name.removesuffix("人民政府") + words + form.term
    return agency.name + words.removeprefix("政府") + form.term


def _account(mention: Mention, form: PlatformForm, place: Place, registry: Registry) -> Identity | None:
    """The publisher's own account without a name of its own (学校官方微博): one with the bare noun."""
    if form.kind not in _ACCOUNTS or not form.term or "“" in form.name:
        return None
    found = prefix_owner(form, place)
    if found is None or found.agency is None or found.agency != publisher(place):
        return None
    group = next((row.group for row in registry.platforms.terms if row.term == found.rest), None)
    if group is None:
        return None
    name = found.agency.name + found.rest
    return Identity(mention, ("group", form.kind, group), name, form.kind, found.agency, proper=name == form.name)


def _reading_place(mention: Mention, form: PlatformForm, place: Place) -> Identity:
    agency = owner(form.name, place)
    zone = None if agency else own_zone(form.name, place.areas)
    name = agency.name if agency else zone[0].name + form.name[zone[1] :] if zone else form.name
    return Identity(mention, ("named", form.kind, name), name, form.kind, agency, proper=False)


def _named(mention: Mention, form: PlatformForm, place: Place) -> Identity:
    # “南山人社” alone is what an account calls itself.
    found = prefix_owner(form, place) if form.term or mention.text[:1] not in {"“", '"'} else None
    name, agency = form.name, None if found else _before_noun(mention, form, place)
    if found and (found.area or found.agency):
        agency = found.agency
        own = found.area or (agency.name if agency and not found.rest.startswith("“") else "")
        name = own + found.rest
    elif form.kind in _PLACED_KINDS:  # 鼓楼区政务服务平台: a district's takes the name of its city
        name = _in_full(form.name, place)
    if form.kind == "hotline":
        name = name.removesuffix("平台")
    number = _NUMBER.search(form.name) if form.kind == "hotline" else None
    key = (
        ("hotline", number.group())
        if number
        else _account_key(form) or ("named", form.kind, plain(_keyed(name, form, place)))
    )
    return Identity(
        mention, key, name, form.kind, agency, proper=name == form.name or not found or form.kind == "gazette"
    )


def _before_noun(mention: Mention, form: PlatformForm, place: Place) -> AgencyName | None:
    """Whose account it is where its name stands behind the noun: 局 in 局官方微信“南山水务”."""
    if not form.term or not form.name.startswith("“") or not mention.text.endswith(("”", '"')):
        return None
    words = _SORT.sub("", mention.text.partition(form.term)[0])
    found = prefix_owner(replace(form, name=words + form.term), place) if words and words[0] not in '“"' else None
    return found.agency if found and found.rest == form.term else None


def _in_full(name: str, place: Place) -> str:
    """A name with the full form of the district that it begins with, one of the publisher's areas."""
    forms = ((area.region.name, area.name) for area in place.areas if area.region and area.name != area.region.name)
    return next((full + name.removeprefix(own) for own, full in forms if name.startswith(own)), name)


def _keyed(name: str, form: PlatformForm, place: Place) -> str:
    """礼泉县电视台 where the text says 礼泉电视台, a station of the publisher's own area."""
    if form.kind != "press" or not form.term.endswith("台"):
        return name
    for area in place.areas:
        short = short_names(area)[1]
        if len(short) > 1 and name.startswith(short) and not name.startswith(area.name):
            return area.name + name.removeprefix(short)
    return name


def _account_key(form: PlatformForm) -> tuple[str, ...] | None:
    """“南山发布”官方微博 and 南山发布新浪微博 are one: the name without what sorts the account."""
    if form.kind not in {*_ACCOUNTS, "app"} or not form.term:
        return None
    core = _SORT.sub("", plain(form.modifier))
    if len(core) < _NAMED:
        return None
    return ("account", form.kind, form.group, core)


def account_name(found: Identity) -> str | None:
    """What stays of an agency's account's name from report to report, None for other platforms: 南山发布微信, 微信."""
    if found.kind not in _ACCOUNTS or not found.operator:
        return None
    if quoted := _OWN_NAME.search(found.name):
        return quoted.group(1) + found.form.group
    return found.form.group if found.key[0] == "group" else None


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name for comparison: 与 and 和 are one, quotation marks are none.

    >>> plain("“电子政务”与监察系统")
    '电子政务和监察系统'
    """
    return name.translate(_PLAIN)
