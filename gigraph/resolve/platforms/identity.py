"""What one mention of a platform stands for, before the mentions of a report are put together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gigraph.extractors.platforms import PlatformForm
from gigraph.models import Mention
from gigraph.registry import Registry
from gigraph.registry.platforms import PlatformName
from gigraph.resolve.place import AgencyName, Place
from gigraph.resolve.platforms.owners import Owner, owner, prefix_owner, publisher, site_owner


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
    def form(self) -> PlatformForm:
        form: PlatformForm = self.mention.value
        return form


def identify(mention: Mention, agencies: Iterable[Mention], place: Place, registry: Registry) -> Identity:
    """The identity of a mention whose value is a PlatformForm; `agencies` are those that the report names before it."""
    form: PlatformForm = mention.value
    if form.modifier == "中心" and (centre := _antecedent(mention, agencies)):
        form = replace(form, name=centre + form.name.removeprefix("中心"))
        mention = replace(mention, value=form)
    if form.use == "name":
        known = next((row for row in registry.platforms.names if row.name == form.name), None)
        return Identity(mention, ("name", form.name), form.name, form.kind, known=known)
    if form.use == "whole":
        return Identity(mention, ("group", form.kind, form.group), form.name, form.kind, bare=True)
    if form.use in {"site", "net"} and form.beside is None:
        return _site(mention, form, place)
    if form.use == "reading":
        return _reading_place(mention, form, place)
    if form.use == "number":
        return Identity(mention, ("hotline", form.name), form.name, form.kind, bare=True)
    if form.use == "title":
        return Identity(mention, ("title", form.name), form.name, form.kind)
    if not form.modifier:
        return Identity(mention, ("group", form.kind, form.group), form.name, form.kind, bare=True)
    return _named(mention, form, place)


def _antecedent(mention: Mention, agencies: Iterable[Mention]) -> str | None:
    """The last centre that the report named before it said 中心 alone."""
    named = (
        m.text for m in agencies if m.span.end <= mention.span.start and len(m.text) > 2 and m.text.endswith("中心")
    )
    return next(reversed(list(named)), None)


def _site(mention: Mention, form: PlatformForm, place: Place) -> Identity:
    if not form.modifier:
        return Identity(mention, ("site",), form.name, form.kind, bare=True, proper=False)
    proper = "”" in form.name or form.name.startswith("中国")
    found = site_owner(form, place)
    disclosure = "公开" in form.modifier and form.term in {"网", "网站"}
    if found is None:
        found = _named_after(form, publisher(place), place)
    if found is None:
        return Identity(mention, ("named", form.kind, plain(form.name)), form.name, form.kind)
    if found.agency is None:
        return Identity(mention, ("named", form.kind, plain(form.name)), form.name, form.kind, bare=disclosure)
    agency = found.agency
    if disclosure:
        name = form.name if form.name.startswith(agency.name[:2]) else agency.name + "信息公开" + form.term
        return Identity(mention, ("disclosure", agency.name), name, form.kind, agency, proper=proper)
    return Identity(
        mention, ("main", agency.name), agency.name + form.term, form.kind, agency, proper=proper or form.term == "网"
    )


def _named_after(form: PlatformForm, agency: AgencyName | None, place: Place) -> Owner | None:
    """湖南机关事务网 of 湖南省机关事务管理局: the place's short name and the body's trade."""
    areas = getattr(place, "areas", ())
    if agency is None or not areas or not agency.name.startswith(areas[0].name):
        return None
    trade = agency.name.removeprefix(areas[0].name)
    for ending in ("管理委员会", "管理局", "委员会", "局", "厅", "委", "办公室"):
        if trade.endswith(ending):
            trade = trade.removesuffix(ending)
            break
    short = areas[0].name[:-1]
    return Owner(agency, form.term) if trade and form.modifier in (short + trade, areas[0].name + trade) else None


def _reading_place(mention: Mention, form: PlatformForm, place: Place) -> Identity:
    agency = owner(form.name, place) if form.modifier else None
    name = agency.name if agency else form.name
    return Identity(mention, ("named", form.kind, name), name, form.kind, agency, bare=not form.modifier, proper=False)


def _named(mention: Mention, form: PlatformForm, place: Place) -> Identity:
    found = prefix_owner(form, place)
    name, agency = form.name, None
    if form.kind == "hotline":
        name = name.removesuffix("平台")
    if found and found.area:
        name, agency = found.area + found.rest.removesuffix("平台" if form.kind == "hotline" else ""), found.agency
    elif found and found.agency:
        agency = found.agency
        name = agency.name + found.rest
    digits = next((part for part in (form.name[:5],) if form.kind == "hotline" and part.isdigit()), None)
    key = ("hotline", digits) if digits else ("named", form.kind, plain(name))
    return Identity(mention, key, name, form.kind, agency, bare=False, proper=name == form.name)


def plain(name: str) -> str:
    """A name for comparison: 与 and 和 are one, quotation marks are none.

    >>> plain("“电子政务”与监察系统")
    '电子政务和监察系统'
    """
    return name.replace("与", "和").translate(dict.fromkeys(map(ord, "“”《》·.")))
