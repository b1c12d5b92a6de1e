"""From mentions to a report's distinct agencies, each resolved from the report's place; none is fused by likeness."""

import re
from dataclasses import dataclass, field, replace

from gigraph.extractors.agencies.groups import OFFICE_ALONE
from gigraph.extractors.agencies.institutions import GRADED
from gigraph.models import AgencyEntry, Document, Kind, Mention, Outcome, Resolution
from gigraph.registry import Registry
from gigraph.resolve.area import Area, seat
from gigraph.resolve.branches import branch
from gigraph.resolve.former import former, is_former
from gigraph.resolve.place import AgencyName, Place, clean
from gigraph.resolve.short_names import apart_from_publisher
from gigraph.resolve.signs import with_other_names, with_signs

# A bare name is that of an agency named in full elsewhere in the report, if there is one alone.
_BRANCH = re.compile(r"(?:分局|^稽查局|^缉私局)$")
_LATER = frozenset({"bare", "group"})


@dataclass
class _Group:
    name: AgencyName
    mentions: list[Mention] = field(default_factory=list)
    method: str = ""


def resolve(
    document: Document, mentions: tuple[Mention, ...], place: Place, registry: Registry
) -> tuple[AgencyEntry, ...]:
    """The report's agencies in the order of their first mention, the publisher first."""
    found = [mention for mention in mentions if mention.kind is Kind.AGENCY]
    groups: dict[tuple[str | None, str], _Group] = {}
    _publisher(place, groups)
    for mention in found:
        if mention.rule not in _LATER:
            _add(mention, _name(mention, place, document), groups)
    starts = _starts(place)
    for mention in found:
        if mention.rule in _LATER:
            if mention.value in OFFICE_ALONE:
                _add(mention, _office_of_group(mention, groups), groups)
            else:
                _add(mention, _meant(mention, place, groups, starts) or _own(mention, place), groups)
    _join(groups)
    _evidence_of_publisher(document, place, groups)
    entries = with_other_names(document, [_entry(group, place) for group in groups.values() if group.mentions])
    first = _publisher_name(place)
    ordered = sorted(entries, key=lambda entry: (entry.name != first, *_where(entry.mentions[0])))
    return with_signs(document, ordered)


def _where(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _publisher_name(place: Place) -> str | None:
    agency = place.publisher_agency
    return agency.name if agency else None


def _publisher(place: Place, groups: dict[tuple[str | None, str], _Group]) -> None:
    if agency := place.publisher_agency:
        groups[agency.region, agency.name] = _Group(agency, method="publisher")


def _name(mention: Mention, place: Place, document: Document) -> AgencyName | None:
    if mention.rule == "definition":
        full, short = mention.value
        return place.agency(full) if place.registry and place.registry.agencies.kind(short) else None
    if mention.rule == "branch":
        return branch(place, mention.value)
    name = place.agency(mention.value)
    if name is not None and (name.candidates or name is place.publisher_agency):
        name = _one_before(mention, name, place, document)
    if name is not None and mention.rule == "listed":
        name = _doubtful_in_zone(name, place)
    if name is None or (
        name.region is None and mention.rule in ("named", "listed", "shared") and not _certain(name, place)
    ):
        return None
    return name


def _one_before(mention: Mention, name: AgencyName, place: Place, document: Document) -> AgencyName:
    """原县卫生局 in the report of 某县卫生健康局: not the publisher, whose name it seems to shorten."""
    inner = name.name.removeprefix(place.areas[0].name) if place.areas else name.name
    named = not name.candidates and clean(mention.value).endswith(inner)
    if named or not is_former(document.text, mention):
        return name
    apart = name if name.candidates else apart_from_publisher(place, mention.value)
    return former(place, apart) if apart else name


def _doubtful_in_zone(name: AgencyName, place: Place) -> AgencyName:
    """区交建局、教育局: where a zone shares a county's land, a listed body may be the county's as well."""
    zone = place.areas[0] if place.areas and place.areas[0].grade == "zone" else None
    county = zone.region.area if zone and zone.region else None
    body = name.name.removeprefix(zone.name) if zone else ""
    if zone is None or county is None or name.candidates or body not in _bodies(place):
        return name
    other = next((area for area in place.areas if area.code == county and area is not zone), None)
    return replace(name, candidates=(name.name.replace(zone.name, other.name, 1),)) if other else name


def _bodies(place: Place) -> dict[str, tuple[str, ...]]:
    return place.registry.agencies.body_names if place.registry else {}


def _certain(name: AgencyName, place: Place) -> bool:
    """Whether a name without a region still tells the body apart: the publisher's own, or one of several."""
    own = place.areas[0].name if place.areas else place.publisher or ""
    return (
        name.parent is not None
        or (name.kind == "zone-committee" and len(name.name) > len("开发区管理委员会"))  # its name tells it apart
        or bool(name.candidates)
        or GRADED.search(name.name) is not None  # 太白山国家级自然保护区管理局
        or bool(own and name.name.removeprefix("中共").startswith(own))
    )


def _add(mention: Mention, name: AgencyName | None, groups: dict[tuple[str | None, str], _Group]) -> None:
    if name is None:
        return
    group = groups.get((name.region, name.name))
    if group is None:
        group = groups[name.region, name.name] = _Group(name, method=mention.rule)
    if group.name.candidates and not name.candidates:  # the full name stands in the text, too
        group.name = name
    group.mentions.append(mention)


def _meant(
    mention: Mention, place: Place, groups: dict[tuple[str | None, str], _Group], starts: frozenset[str]
) -> AgencyName | None:
    """The one agency of the report whose name is a place's name and this one."""
    bare = place.agency(mention.value)
    text = clean(mention.value)
    ends = {text, bare.name, *bare.aliases} if bare else {text}
    meant = [group.name for group in groups.values() if _is_called(group.name, ends, text, starts)]
    return meant[0] if len(meant) == 1 else None


def _is_called(name: AgencyName, ends: set[str], text: str, starts: frozenset[str]) -> bool:
    """Whether one of an agency's full names is one of `ends`, or a place's name and the text."""
    forms = (name.name, *name.aliases)
    return not ends.isdisjoint(forms) or any(
        form.endswith(text) and form.removesuffix(text) in starts for form in forms
    )


def _office_of_group(mention: Mention, groups: dict[tuple[str | None, str], _Group]) -> AgencyName | None:
    """领导小组办公室 alone: the office of the group that was named last before it."""
    before = [
        (max((other.span for other in group.mentions if other.span < mention.span), default=None), group.name)
        for group in groups.values()
        if group.name.name.endswith("小组")
    ]
    named = [(span, name) for span, name in before if span]
    if not named:
        return None
    name = max(named, key=lambda item: item[0])[1]
    offices = tuple(alias + "办公室" for alias in name.aliases)
    return replace(name, name=name.name + "办公室", aliases=offices, kind="office", parent=name.name)


def _join(groups: dict[tuple[str | None, str], _Group]) -> None:
    """Groups that are one body by a rule: the only candidate that the text names in full, 领导小组 and 工作领导小组."""
    for key, group in list(groups.items()):
        if not group.name.candidates and "组" not in group.name.name:
            continue
        meant = [other for other in groups.values() if _takes_in(other.name, group.name)]
        if len(meant) == 1 and group.mentions:
            meant[0].mentions += group.mentions
            if not group.name.candidates:
                meant[0].name = replace(meant[0].name, aliases=(*meant[0].name.aliases, group.name.name))
            del groups[key]


def _takes_in(full: AgencyName, name: AgencyName) -> bool:
    if full.region != name.region or full.name == name.name:
        return False
    if name.candidates:
        return full.name in name.candidates
    return len(full.name) > len(name.name) and _without_work(full.name) == name.name


def _without_work(name: str) -> str | None:
    """A leading group's name without 工作, which reports write or leave out."""
    return re.sub(r"工作(?=领导小组|领导组|小组)", "", name) if "小组" in name or "领导组" in name else None


def _starts(place: Place) -> frozenset[str]:
    """What stands before a body's own words in full names: a place's name, and the words for what is directly under."""
    starts = {area.name for area in place.areas} | {
        area.name + word + "直" for area in place.areas for word in area.words
    }
    starts |= {area.name + word + "直机关" for area in place.areas for word in area.words}
    return frozenset(starts)


def _own(mention: Mention, place: Place) -> AgencyName | None:
    name = place.agency(mention.value)
    zone = place.areas[0] if place.areas and place.areas[0].grade == "zone" else None
    if mention.value == "工委" and zone is None:
        return None
    if place.body is None and _BRANCH.search(str(mention.value)):
        return None
    if name and name.kind == "division" and place.body is None:  # a government has none: whose it is, is not told
        return _of_committee(name, zone, mention.value) if zone else None
    return name if name and (name.region or _certain(name, place)) else None


def _of_committee(name: AgencyName, zone: Area, text: str) -> AgencyName:
    """规划建设处 in the report of a zone: of its management committee."""
    committee = zone.name + seat(zone)
    return replace(name, name=committee + text, aliases=(zone.name + text,), parent=committee)


def _evidence_of_publisher(document: Document, place: Place, groups: dict[tuple[str | None, str], _Group]) -> None:
    """A publisher whom the text calls 我局 alone has its name in the title for evidence."""
    agency = place.publisher_agency
    evidence = next((item.evidence for item in place.fields if item.name == "publisher"), None)
    if agency is None or evidence is None:
        return
    group = groups[agency.region, agency.name]
    if not group.mentions:
        group.mentions.append(Mention(Kind.AGENCY, evidence.span, evidence.text, agency.name, "publisher"))


def _entry(group: _Group, place: Place) -> AgencyEntry:
    name = group.name
    mentions = tuple(sorted(group.mentions, key=_where))
    aliases = tuple(alias for alias in name.aliases if alias != name.name)
    return AgencyEntry(name.name, aliases, mentions, _resolution(group, place), name.kind, name.region, name.parent)


def _resolution(group: _Group, place: Place) -> Resolution:
    name = group.name
    if name.candidates:
        return Resolution(Outcome.AMBIGUOUS, place.agency_iri(name), group.method, name.candidates)
    if place.key_of(name) is None:
        return Resolution(Outcome.UNRESOLVED, place.agency_iri(name), group.method)
    return Resolution(Outcome.RESOLVED, place.agency_iri(name), group.method)
