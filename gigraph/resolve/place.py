"""Where a report stands: its publisher, the region and its parents, and what short names mean from there."""

import re
from dataclasses import dataclass, field, replace

from gigraph.iris import LOCAL_KEY, key_digest, mint
from gigraph.models import Document, Kind, Mention, ReportField
from gigraph.registry import Registry
from gigraph.registry.agencies import STATE
from gigraph.registry.regions import Regions
from gigraph.resolve.agency_name import AgencyName
from gigraph.resolve.area import Area, area_of, areas_above, town_area, unplaced_area
from gigraph.resolve.area_in_text import located_in_text
from gigraph.resolve.central_names import central_agency, vertical_organ
from gigraph.resolve.furnishing import located_by_codes
from gigraph.resolve.locating import locate
from gigraph.resolve.placed_names import region_agency
from gigraph.resolve.schools import KEY as SCHOOL
from gigraph.resolve.schools import is_school
from gigraph.resolve.short_names import clean, understand

__all__ = ["AgencyName", "Place", "clean", "make_place"]

_PUBLISHER = "\n"  # in the cache of surfaces, none of which is a line break
_SCHOOL = re.compile(r"(?:大学|学院|学校|中学|小学|医院|图书馆|博物馆|博物院|报社|电视台|科技馆|美术馆|文化馆|纪念馆)$")
_UNIVERSITY = re.compile(r"(?:大学|学院)$")
_PARTY = re.compile(r"中共|中国共产党")
_AREA_ITSELF = re.compile(r"(?:人民)?政府|管理委员会|管委会|行政公署|委|党工委|(?:街道)?办事处")


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one report in the hierarchy.

    areas: the publisher's own area and those above it, nearest first. body: the publisher as an organisation (a 局, a
    大学), or None where it is a government or a management committee. known: short forms that the report defines.
    """

    fields: tuple[ReportField, ...]
    publisher: str | None
    registry: Registry | None = None
    source_key: str = ""
    year: int | None = None
    areas: tuple[Area, ...] = ()
    body: AgencyName | None = None
    known: dict[str, str] = field(default_factory=dict)
    _cache: dict[str, AgencyName | None] = field(default_factory=dict, repr=False, compare=False)

    def agency(self, surface: str) -> AgencyName | None:
        """The agency that a surface (省财政厅, 局办公室, 国务院, 我局) means in this report, or None."""
        if surface not in self._cache:
            self._cache[surface] = understand(self, surface)
        return self._cache[surface]

    def key_of(self, agency: AgencyName) -> str | None:
        """What tells an agency from others of its name: the code of its region; None where no place is certain.

        A school's own name does, and that of its units: 清华大学, 清华大学校长办公室.
        """
        own = self.body.name if self.body is not None and self.body.region is None else ""
        if agency.region is None and is_school(own) and agency.name.removeprefix("中共").startswith(own):
            return SCHOOL
        return agency.region

    def agency_iri(self, agency: AgencyName) -> str:
        """The agency's identity: its key and full name, or the report and full name where nothing tells it apart."""
        key = self.key_of(agency) or f"{LOCAL_KEY}{key_digest(self.source_key)}"
        return mint("agency", key, agency.name)

    def area(self, word: str) -> Area | None:
        """The area that a level word (省, 市, 县, 区, 实验区) means here: the nearest that is called so."""
        return next((area for area in self.areas if word in area.words), None)

    @property
    def publisher_agency(self) -> AgencyName | None:
        """The publisher in its full form."""
        if self.publisher is None or self.body is not None:
            return self.body
        if _PUBLISHER not in self._cache:
            self._cache[_PUBLISHER] = region_agency(self, clean(self.publisher)) or AgencyName(self.publisher)
        return self._cache[_PUBLISHER]


def make_place(
    fields: tuple[ReportField, ...], document: Document, mentions: tuple[Mention, ...], registry: Registry
) -> Place:
    """The place of a report from its own fields and the agencies that it names."""
    publisher = next((item.value for item in fields if item.name == "publisher"), None)
    year = next((item.value for item in fields if item.name == "year"), None)
    year = year if isinstance(year, int) else None
    known = {m.value[1]: m.value[0] for m in mentions if m.kind is Kind.AGENCY and m.rule == "definition"}
    if not isinstance(publisher, str):
        return Place(fields, None, registry, document.source.key, year, known=known)
    name = clean(publisher)
    placed = name.removeprefix(STATE) if name.removeprefix(STATE).endswith(registry.agencies.organs) else name
    areas, rest = _areas(placed, document, registry, year)
    place = Place(fields, publisher, registry, document.source.key, year, areas, None, known)
    if rest and not _AREA_ITSELF.fullmatch(rest):
        body = _body(place, placed) or AgencyName(placed, kind=registry.agencies.kind(name) or "agency")
        if name not in (body.name, *body.aliases):  # 中华人民共和国长沙海关 is 长沙海关
            body = replace(body, aliases=(*body.aliases, name))
        return replace(place, body=body, _cache={})
    return place


def _body(place: Place, name: str) -> AgencyName | None:
    return central_agency(place, name) or vertical_organ(place, name) or region_agency(place, name)


def _areas(name: str, document: Document, registry: Registry, year: int | None) -> tuple[tuple[Area, ...], str]:
    """The areas of a publisher, nearest first, and what stands behind their names in its own."""
    regions = registry.regions
    head = next((name[:end] for end in range(len(name) - 1, 1, -1) if name[:end] in registry.agencies.central), "")
    if match := registry.agencies.placed_organ.fullmatch(name[len(head) :]):
        own = _placed_short(match.group(1), regions, year)
        if own:
            return (own, *areas_above(own, regions, year)), name
    area, length = locate(name[len(head) :], regions, year, (), document)
    rest = name[len(head) + length :]
    if not length and not head and (inner := _inner(name, regions, year, document)):
        area, length, rest = inner
    if head and not length:
        return (), name
    if not length and _SCHOOL.search(name):
        area = _named_short(name, document, regions, year)
        return (area, *areas_above(area, regions, year)) if area else (), name
    if not length and (town := town_area(name)):
        area = located_in_text(town[0].name, document, regions, year) or located_by_codes(document, registry, year)
    if length and area is None and not head:
        area = unplaced_area(name[:length])
    areas = (area, *areas_above(area, regions, year)) if area else ()
    if town := town_area(rest):
        county = area.code if area else ""
        return (replace(town[0], code=county), *areas), town[1]
    return (*_branch(rest, areas, regions, year), *areas), head + rest if head else rest


def _inner(name: str, regions: Regions, year: int | None, document: Document) -> tuple[Area, int, str] | None:
    """The area that a name has in the middle (中共礼泉县委, 共青团礼泉县委员会), where that ends, and the rest."""
    for at in range(2, min(len(name) - 3, 16)):
        area, length = locate(name[at:], regions, year, (), document)
        if area and length > 2:
            return area, at + length, name[at + length :] if _PARTY.fullmatch(name[:at]) else name
    return None


def _placed_short(name: str, regions: Regions, year: int | None) -> Area | None:
    """The area of a short name, of a county where one alone is called so (礼泉 of 礼泉调查队)."""
    if region := regions.by_short_name.get(name):
        return area_of(region, regions, year)
    found = {one.code: one for one in regions.counties.get(name, ()) if one.valid(year)}
    return area_of(next(iter(found.values())), regions, year) if len(found) == 1 else None


def _named_short(name: str, document: Document, regions: Regions, year: int | None) -> Area | None:
    """The area whose short name a school's name begins with (咸阳师范学院).

    A university lies in that province; whether it belongs to that city, is told where the text names it in full.
    """
    region = regions.by_short_name.get(name[:3]) or regions.by_short_name.get(name[:2])
    if region and region.name not in document.text and _UNIVERSITY.search(name):
        region = (region, *regions.ancestors(region, year))[-1]
    return area_of(region, regions, year) if region else None


def _branch(rest: str, areas: tuple[Area, ...], regions: Regions, year: int | None) -> tuple[Area, ...]:
    """The district that a branch is named for (公安局长宁分局, 公安局长宁区分局), under the publisher's area."""
    match = re.search(r"局([\u4e00-\u9fff]{2,6}?)[区县]?分局$", rest)
    if not match or not areas:
        return ()
    found = [region for kind in "区县市" for region in regions.named(match.group(1) + kind, year)]
    found = [region for region in found if any(a.code == areas[0].code for a in regions.ancestors(region, year))]
    return (area_of(found[0], regions, year),) if len(found) == 1 else ()
