"""What a school, a hospital or a company has of its own: in its report a bare name is its unit, not the place's."""

import re
from typing import TYPE_CHECKING

from gigraph.extractors.agencies.house_units import is_house as has_house_units
from gigraph.registry.agencies import STATE
from gigraph.resolve.agency_name import AgencyName
from gigraph.resolve.area import Area
from gigraph.resolve.placed_names import kind_of, named, registry_of

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

# The party's organs; those of a place bear the same words, but other names in full (中共某县委宣传部).
_OF_PARTY = re.compile(r"(?:党委(?=.))?((?:宣传|组织|统战)部)|党委([\u4e00-\u9fff]{2,6}部)")
_PARTY = frozenset({"党委", "纪委", "纪检委", "纪委办公室", "党政办", "党政办公室", "党委办公室", "团委"})
_CLINIC = re.compile(
    r"(?:急诊|检验|放射|药剂|护理|麻醉|康复|影像|病理|输血|口腔|妇产|肿瘤|[内外儿骨眼])科|急诊室|(?:门诊|住院|护理)部"
)


def is_house(place: "Place") -> bool:
    """Whether the publisher is a school, a hospital or a company.

    >>> from gigraph.resolve.place import Place
    >>> is_house(Place((), "礼泉县医院", body=AgencyName("礼泉县医院"))), is_house(Place((), "礼泉县人民政府"))
    (True, False)
    """
    return place.body is not None and has_house_units((place.body.name,))


def is_of_a_body(place: "Place", text: str) -> bool:
    """Whether a bare name begins with that of a body that places have: 卫健委法规科."""
    table = registry_of(place).agencies
    sizes = table.body_sizes.get(text[:2], ())
    return any(2 < size < len(text) and text[:size] in table.body_names for size in sizes)


def is_clinic(text: str) -> bool:
    """Whether a name is that of what any hospital has, which in a bureau's report is no unit of the bureau."""
    return _CLINIC.fullmatch(text) is not None


def house_unit(place: "Place", text: str) -> AgencyName | None:
    """宣传部, 纪委, 客户服务中心 in the report of such a house, in full; what the tables know as a place's is left."""
    body = place.body
    if body is None or not is_house(place):
        return None
    if party := _OF_PARTY.fullmatch(text):
        part = party.group(1) or party.group(2)
        name = f"中共{body.name}委员会{part}"
        return AgencyName(name, (f"{body.name}党委{part}", body.name + part), body.region, "division", body.name)
    table = registry_of(place).agencies
    if text not in _PARTY and (text in table.aliases or text in table.body_names or not kind_of(place, text)):
        return None
    if is_of_a_body(place, text):
        return None
    stem = body.name.removeprefix(STATE)
    found = named(place, Area(stem, (), body.region or "", "body"), text)
    aliases = tuple(form for form in dict.fromkeys((*found.aliases, body.name + text)) if form != found.name)
    return AgencyName(found.name, aliases, found.region, found.kind, body.name)
