"""What one mention of a platform stands for, before the mentions of a report are put together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gigraph.extractors.platforms import PlatformForm
from gigraph.models import Mention
from gigraph.registry import Registry
from gigraph.registry.platforms import PlatformName
from gigraph.resolve.place import AgencyName, Place
from gigraph.resolve.platforms.owners import owner, prefix_owner, publisher, site_owner

_NUMBER = re.compile(r"(?<!\d)\d{5}(?!\d)")
_BODIES = ("管理委员会", "管理局", "委员会", "局", "厅", "委", "办公室")


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
        """The form that the extractor gave."""
        form: PlatformForm = self.mention.value
        return form


def identify(mention: Mention, agencies: Iterable[Mention], place: Place, registry: Registry) -> Identity:
    """The identity of a mention whose value is a PlatformForm; `agencies` are those that the report names."""
    form: PlatformForm = mention.value
    if form.modifier == "中心" and (centre := _antecedent(mention, agencies)):
        form = replace(form, name=centre + form.name.removeprefix("中心"))
        mention = replace(mention, value=form)
    if form.use == "name":
        known = next((row for row in registry.platforms.names if row.name == form.name), None)
        return Identity(mention, ("name", form.name), form.name, form.kind, known=known)
    if form.beside is not None:
        return Identity(mention, ("named", form.kind, plain(form.name)), form.name, form.kind)
    if form.use in {"site", "net"}:
        return _site(mention, form, place)
    if form.use == "title" and form.kind != "gazette":
        return Identity(mention, ("title", form.name), form.name, form.kind)
    if form.use == "number":
        return Identity(mention, ("hotline", form.name), form.name, form.kind, bare=True)
    if form.use == "whole" or (form.term and not form.modifier):
        return Identity(mention, ("group", form.kind, form.group), form.name, form.kind, bare=True)
    if form.use == "reading":
        return _reading_place(mention, form, place)
    return _named(mention, form, place)


def _antecedent(mention: Mention, agencies: Iterable[Mention]) -> str | None:
    """The last centre that the report named before it said 中心 alone."""
    values = [agency.value for agency in agencies if agency.span.end <= mention.span.start]
    names = [value if isinstance(value, str) else value[0] for value in values]
    return next((name for name in reversed(names) if len(name) > 2 and name.endswith("中心")), None)


def _site(mention: Mention, form: PlatformForm, place: Place) -> Identity:
    if not form.modifier:
        return Identity(mention, ("site",), form.name, form.kind, bare=True, proper=False)
    found = site_owner(form, place)
    disclosure = "公开" in form.modifier and form.term in {"网", "网站"}
    if found is None and (agency := _named_after(form, place)):
        name = agency.name + form.term
        return Identity(mention, ("after", agency.name, form.name), name, form.kind, agency)
    if found is None:
        return _named(mention, form, place)
    if found.agency is None:
        key = ("open",) if disclosure else ("named", form.kind, plain(form.name))
        return Identity(mention, key, form.name, form.kind, bare=disclosure)
    agency = found.agency
    proper = "”" in form.name or form.name.startswith("中国") or form.term == "网"
    if disclosure:
        written = form.modifier[:2] in agency.name
        name = form.name if written else agency.name + "信息公开" + form.term
        return Identity(mention, ("disclosure", agency.name), name, form.kind, agency, proper=proper)
    return Identity(mention, ("main", agency.name), agency.name + form.term, form.kind, agency, proper=proper)


def _named_after(form: PlatformForm, place: Place) -> AgencyName | None:
    """湖南机关事务网 in a report of 湖南省机关事务管理局: the place's short name and the body's trade."""
    agency = publisher(place)
    if agency is None or not place.areas or not agency.name.startswith(place.areas[0].name):
        return None
    area = place.areas[0].name
    trade = agency.name.removeprefix(area)
    ending = next((ending for ending in _BODIES if trade.endswith(ending)), "")
    trade = trade.removesuffix(ending)
    return agency if trade and form.modifier in (area[:-1] + trade, area + trade) else None


def _reading_place(mention: Mention, form: PlatformForm, place: Place) -> Identity:
    agency = owner(form.name, place)
    name = agency.name if agency else form.name
    return Identity(mention, ("named", form.kind, name), name, form.kind, agency, proper=False)


def _named(mention: Mention, form: PlatformForm, place: Place) -> Identity:
    found = prefix_owner(form, place)
    name, agency = form.name, None
    if found and (found.area or found.agency):
        agency = found.agency
        own = found.area or (agency.name if agency and not found.rest.startswith("“") else "")
        name = own + found.rest
    if form.kind == "hotline":
        name = name.removesuffix("平台")
    number = _NUMBER.search(form.name) if form.kind == "hotline" else None
    key = ("hotline", number.group()) if number else ("named", form.kind, plain(name))
    return Identity(mention, key, name, form.kind, agency, proper=name == form.name)


def plain(name: str) -> str:
    """A name for comparison: 与 and 和 are one, quotation marks are none.

    >>> plain("“电子政务”与监察系统")
    '电子政务和监察系统'
    """
    return name.replace("与", "和").translate(dict.fromkeys(map(ord, "“”《》·.")))
