"""From what stands behind a place's name (财政厅, 政府办, 委宣传部) to the full official forms of the body it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from gigraph.registry.agencies import Agencies
from gigraph.resolve.area import government_word
from gigraph.resolve.congress import congress_unit
from gigraph.resolve.party import committee_forms, committee_of, of_place

# 政府信息公开领导小组 and 政府采购中心 speak of government information and purchases, not of a part of the government.
_GOVERNMENT = re.compile(
    r"人民政府(?=.)|政府(?=.)(?!信息公开|信息与|信息和|信息化|采购|集中采购|网站|职能|投资|购买|性|债务|与)"
)
_DIVISION = re.compile(r"[\u4e00-\u9fff]{1,16}(?<!办公|办事|管理|研究|参事|督查|督察|值班)[处科股室]")
_DISCLOSURE = re.compile(r"(?:政务公开|(?:政府)?信息公开)[处科股]")  # of the government's office
_OF_PARTY = {"党组": "中共{}党组", "机关党委": "中共{}机关委员会", "团委": "共青团{}委员会"}
_OF_PARTY |= {"机关纪委": "中共{}机关纪律检查委员会"}
_SEATS = ("政府", "府", "委", "会", "委办", "政府办", "府办")  # units of these are named by other steps
_GOVERNMENTS = frozenset({"政府", "人民政府", "府"})
_OF_COMMITTEE = re.compile(
    r"委(?!员会)[\u4e00-\u9fff]{2,12}(?:部|办|办公室|工委|委员会|室|小组|院|社|局|部[\u4e00-\u9fff]{2,8}[处科股]|(?:巡视|巡察|督[查察导])组)|委(?:巡视|巡察)组"
    r"|委办公?[厅室][\u4e00-\u9fff]{2,8}[处科股]"
)
_DIRECT = re.compile(r"直(?:属?机关|属)?")
_OFFICE = re.compile(r"(?:(?:人民)?政府|行政?公?署)办(?:公[厅室])?|府办(?:公[厅室])?")


@dataclass(frozen=True, slots=True)
class Naming:
    """Full forms of one body, the official one first; `alternatives` are names of other bodies that it may be."""

    names: tuple[str, ...]
    alternatives: tuple[str, ...] = ()
    parent: str | None = None


def full_forms(place: str, rest: str, agencies: Agencies, grade: str = "county", year: int | None = None) -> Naming:
    """The body `rest` of a place (礼泉县), or of a zone or an organisation, in full.

    grade: province, prefecture, county, zone, town or body; it decides between 办公厅 and 办公室.

    >>> full_forms("礼泉县", "信息股", Agencies((), (), (), ())).names
    ('礼泉县信息股',)
    """
    for step in _STEPS:
        if naming := step(place, rest, agencies, grade, year):
            return naming
    return Naming((place + rest,))


def _sub_district(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    if grade != "town" or not place.endswith("街道") or rest not in ("办事处", "办", "街道办事处"):
        return None
    return Naming((place + "办事处",))


def office_word(place: str, grade: str, agencies: Agencies) -> str:
    """办公厅 at provinces and sub-provincial cities, 办公室 below."""
    return "办公厅" if grade == "province" or place in agencies.sub_provincial else "办公室"


def _offices(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    match = _OFFICE.match(rest)
    if not match:
        return None
    written = match.group()
    word = written[-3:] if written.endswith(("办公厅", "办公室")) else office_word(place, grade, agencies)
    government = place + government_word(place, grade)
    office, tail = government + word, rest[match.end() :]
    if not tail:
        return Naming(_distinct(office, *(() if written.endswith(word) else (place + rest,))), parent=government)
    if tail.startswith(("厅", "室")) or not _is_unit(tail, agencies):
        return None
    if tail in ("党组", "党委", "机关党委"):
        return _tails(office, tail, agencies, grade, year)
    return Naming(_distinct(office + _spelled_out(tail), office + tail), parent=office)


def _committee(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    if rest == "委" and grade == "town":  # 镇委
        return _rows(place, "党委", agencies, grade, year)
    forms = committee_forms(place, rest, grade)
    return Naming(forms) if forms else None


def _rows(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    full = rest == "委办" and office_word(place, grade, agencies) == "办公厅"
    row = agencies.aliases.get("委办公厅" if full else rest)
    if row is None:
        return None
    if grade == "zone" and row.full[0].startswith("{}人民政府") and rest not in _GOVERNMENTS:
        inner = row.full[0].removeprefix("{}人民政府")  # a zone has a management committee, no government
        return Naming(_distinct(place + inner, f"{place}管理委员会{inner}", place + rest))
    word = government_word(place, grade)
    governed = "{}人民政府"
    forms = ("{}" + word + form.removeprefix(governed) if form.startswith(governed) else form for form in row.full)
    name, *alternatives = (of_place(form, place) for form in forms)
    return Naming(_distinct(name, *(of_place(form, place) for form in row.other)), tuple(alternatives))


def _party(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    """委教育工委, 党委办公厅: organs of the party committee without a row."""
    if rest.startswith("党委") and len(rest) > 3 and grade not in ("town", "body"):
        of_committee = rest.removeprefix("党")
        row = _rows(place, of_committee, agencies, grade, year) or _party(place, of_committee, agencies, grade, year)
        return replace(row, names=_distinct(*row.names, place + rest)) if row else None
    if not _OF_COMMITTEE.fullmatch(rest):
        return None
    tail = _spelled_out(re.sub(r"工委$", "工作委员会", rest))
    return Naming(_distinct(f"中共{place}{tail}", place + rest), parent=committee_of(place))


def _congress(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    names = congress_unit(place, rest, agencies)
    return Naming(names[1:], parent=names[0]) if names else None


def _zone_units(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    """管委会信息公开工作办公室: units of a management committee, whose name is written out."""
    if not rest.startswith("管委会") or len(rest) < 5:
        return None
    committee = place + "管理委员会"
    tail = rest.removeprefix("管委会")
    return Naming(_distinct(committee + _spelled_out(tail), place + rest), parent=committee)


def _government_divisions(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    match = _GOVERNMENT.match(rest)
    if grade in ("province", "prefecture", "county") and _DISCLOSURE.fullmatch(rest):
        office = place + government_word(place, grade) + office_word(place, grade, agencies)
        return Naming((office + rest, place + rest, f"{place}人民政府{rest}"), parent=office)
    if not match:
        return None
    if rest.startswith("人民政府信息公开"):  # 政府信息公开 is the matter, its 政府 is not the government
        forms = (place + _spelled_out(rest.removeprefix("人民")), place + _spelled_out(rest), place + rest)
        return Naming(_distinct(*forms), parent=f"{place}人民政府")
    government, tail = f"{place}人民政府", rest[match.end() :]
    if _DIVISION.fullmatch(tail):
        # A 处, 科 or 股 "of the government" belongs to the government's office.
        office = government + office_word(place, grade, agencies)
        return Naming((office + tail, government + tail), parent=office)
    inner = full_forms(government, tail, agencies.unaliased, "body")
    printed = place + rest
    return Naming(_distinct(*inner.names, place + inner.names[0].removeprefix(government), printed), parent=government)


def _directly_under(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    """省直政府采购中心, 省直机关政府采购中心: one body, whose full name repeats the level word."""
    match = _DIRECT.match(rest)
    if not match or rest[match.end() :] not in agencies.body_names:
        return None
    level, body = place[-1], rest[match.end() :]
    return Naming(
        (f"{place}{level}直机关{body}", f"{place}直机关{body}", f"{place}{level}直{body}", f"{place}直{body}")
    )


def _bodies(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    for end in agencies.body_sizes.get(rest[:2], ()):
        full = agencies.full_bodies(rest[:end], year) if 1 < end <= len(rest) else ()
        tail = rest[end:]
        if not full or (tail and not _is_unit(tail, agencies)):
            continue
        if len(full) > 1:
            return Naming((place + rest,), tuple(place + name + _spelled_out(tail) for name in full))
        head = place + full[0]
        if tail in ("党组", "党委", "机关党委"):
            return _tails(head, tail, agencies, grade, year)
        return Naming(_distinct(head + _spelled_out(tail), place + rest), parent=head if tail else None)
    return None


def _row_units(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    """残联办公室, 网信办综合科: a unit of a body that is known by its short form."""
    for end in range(len(rest) - 2, 1, -1):
        row = agencies.aliases.get(rest[:end])
        if (
            row is None
            or rest[:end].endswith(_SEATS)
            or rest.startswith("公", end)
            or not _is_unit(rest[end:], agencies)
        ):
            continue
        head = _rows(place, rest[:end], agencies, grade, year)
        if head is None or head.alternatives:
            return None
        unit = _spelled_out(rest[end:])
        return Naming(_distinct(*(name + unit for name in head.names), place + rest), parent=head.names[0])
    return None


def _tails(place: str, rest: str, agencies: Agencies, grade: str, year: int | None) -> Naming | None:
    """局党组, 机关党委, 信息办: what belongs to an organisation by its last word."""
    if rest in _OF_PARTY:
        return Naming((_OF_PARTY[rest].format(place), place + rest), parent=place)
    if rest == "党委" and grade != "town":
        return Naming((f"中共{place}委员会", place + rest), parent=place)
    if rest == "机关办公室":
        return Naming((place + "办公室", place + rest), parent=place)
    spelled = _spelled_out(rest)
    return Naming((place + spelled, place + rest)) if spelled != rest else None


def _is_unit(tail: str, agencies: Agencies) -> bool:
    return agencies.kind(tail) is not None and not tail.startswith(("和", "与", "等", "的"))


def _spelled_out(name: str) -> str:
    """信息办 to 信息办公室; 办 alone to 办公室."""
    return name + "公室" if name.endswith("办") else name


def _distinct(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


_Step = Callable[[str, str, Agencies, str, int | None], Naming | None]
_STEPS: tuple[_Step, ...] = (
    _sub_district,
    _offices,
    _committee,
    _rows,
    _party,
    _congress,
    _zone_units,
    _government_divisions,
    _directly_under,
    _bodies,
    _row_units,
    _tails,
)
