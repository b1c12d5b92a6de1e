"""Platforms of one report: mentions to entries, with kind, operator and identity."""

import re
from dataclasses import replace
from itertools import chain

from gigraph.iris import LOCAL_KEY, key_digest, mint
from gigraph.models import Document, Kind, Mention, Outcome, PlatformEntry, Resolution
from gigraph.registry import Registry
from gigraph.resolve.place import Place
from gigraph.resolve.platforms.gather import Group, gather
from gigraph.resolve.platforms.identity import Identity, account_name, identify
from gigraph.resolve.platforms.nearby import at_the_portal, with_antecedents
from gigraph.resolve.platforms.owners import government_here, publisher

_KEYS = {"main": "门户网站", "disclosure": "信息公开网"}
_NUMBER = re.compile(r"(?<!\d)\d{5}(?!\d)")
_NUMBER_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff])(?:\((?:电话:?|热线:?)?|“)?(\d{4,6})[)”]?\Z")
_QUOTED = re.compile(r"“([^“”]{3,16})”([^“”]{2,8})")


def resolve(
    document: Document, mentions: tuple[Mention, ...], place: Place, registry: Registry
) -> tuple[PlatformEntry, ...]:
    """The platforms that the mentions name, in document order.

    A platform is resolved where its operator is certain or the registry knows it by name; else its identity is local to
    the report and the outcome says unresolved, or ambiguous where its operator may be one of several.
    """
    agencies = [mention for mention in mentions if mention.kind is Kind.AGENCY]
    platforms = [mention for mention in mentions if mention.kind is Kind.PLATFORM]
    read = with_antecedents(platforms, agencies, place, document.text)
    identified = [identify(mention, place, registry) for mention in read]
    here = government_here(place)
    area = here.name.removesuffix("人民政府").removesuffix("管理委员会") if here else None
    own = publisher(place)
    offices = ("", "办公厅", "办公室")
    government = here.name if here and own and own.name.removeprefix(here.name) in offices else None
    identities = list(at_the_portal(identified, own.name if own else None, government, document.text))
    return tuple(_entry(group, document, place) for group in gather(identities, area, own.name if own else None))


def _entry(group: Group, document: Document, place: Place) -> PlatformEntry:
    first = group.first
    if first.form.use == "reading" and first.bare and (here := place.agency(first.name)):
        first = replace(first, name=here.name, operator=here)
    name = _name(first, group, place)
    operator = first.operator.name if first.operator else first.known.operator if first.known else None
    forms = dict.fromkeys(chain.from_iterable(_forms(item) for item in group.items if item.proper or item.generic))
    forms |= dict.fromkeys(first.known.aliases if first.known else ())
    forms.pop(name, None)
    aliases = tuple(forms)
    mentions = tuple(item.mention for item in group.items)
    resolution = _resolution(first, name, document, place)
    return PlatformEntry(name, aliases, first.kind, mentions, resolution, operator, _operator_iri(first, place))


def _forms(item: Identity) -> tuple[str, ...]:
    """A name, and what stands in quotation marks before its noun: “南山发布”微信公众号, 南山发布.

    A generic channel with an owner before it is also called as it is printed: 公告栏 of 本单位公告栏.
    """
    name = item.form.name
    if item.of_villages:
        return (name, item.form.term)
    if item.generic and item.operator:
        printed = item.name.removeprefix(item.operator.name)
        return (printed,) if name.startswith(("我", "本")) else (name, printed)
    if behind := _NUMBER_BEHIND.search(name):  # 投诉平台8890, 便民热线(12345)
        return (name, name[: behind.start()], behind[1])
    if (
        item.kind == "hotline"
        and (number := _NUMBER.search(name))
        and number.start()
        and len(name) - number.start() > 6
    ):
        return (name, name[number.start() :])
    printed = item.mention.text
    if item.form.use == "window" and name != printed and name.endswith(printed):  # 市政务中心民政窗口, 民政窗口
        return (name, printed)
    quoted = _QUOTED.fullmatch(name) if name.startswith("“") else None
    if quoted is None:
        return (name,)
    noun, term = quoted.group(2), item.form.term
    of_account = item.kind in {"weibo", "wechat"} and bool(term) and noun.endswith(term)  # “南山发布”新浪微博
    return (name, quoted.group(1)) if of_account or noun == term else (name,)


def _operator_iri(first: Identity, place: Place) -> str | None:
    certain = first.operator and place.key_of(first.operator) and not first.operator.candidates
    return place.agency_iri(first.operator) if first.operator and certain else None


def _name(first: Identity, group: Group, place: Place) -> str:
    """A web site that the text calls a portal anywhere is named as a portal."""
    if first.key[0] in {"main", "site"}:
        owner = first.operator or publisher(place)
        if owner is None:
            return first.name
        portal = any("门户" in item.form.name for item in group.items)
        return owner.name + ("门户网站" if portal else "网站")
    return first.name


def _resolution(first: Identity, name: str, document: Document, place: Place) -> Resolution:
    if first.known:
        return Resolution(Outcome.RESOLVED, mint("platform", first.known.name), "registry")
    where = place.key_of(first.operator) if first.operator else None
    if first.operator and where and not first.operator.candidates:
        # The key of an agency's main site, of its site of disclosure and of an account does not depend on what a
        # report calls it: “南山发布”微信公众号 of one year is “南山发布”官方微信 of the next.
        key = _KEYS.get(first.key[0]) or account_name(first) or name
        return Resolution(Outcome.RESOLVED, mint("platform", where, first.operator.name, key), "operator")
    local = mint("platform", f"{LOCAL_KEY}{key_digest(document.source.key)}", name)
    if first.operator and first.operator.candidates:
        return Resolution(Outcome.AMBIGUOUS, local, "operator", first.operator.candidates)
    return Resolution(Outcome.UNRESOLVED, local, "name")
