"""Contact, addresses on the web and codes of one report, each once with all its places."""

import re
from collections.abc import Iterable, Iterator

from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from gigraph.models import (
    CodeEntry,
    ContactEntry,
    Document,
    Field,
    Kind,
    Mention,
    Outcome,
    PlatformEntry,
    ReportField,
    Role,
    UrlEntry,
)
from gigraph.registry import Registry
from gigraph.resolve.area import Area, area_of

_URL = re.compile(r"(?:https?://)?(?P<host>[\w.-]{4,200}\.[\w-]{2,20})(?=[:/?#]|$)")
_BETWEEN = re.compile(
    r"[\s”\"』」)）]{0,3}(?:的)?(?:网址|域名|地址)?(?:为|是)?[\s(（:：,，“\"]{1,4}(?:网址|域名|地址)?[\s:：]{0,2}"
)
_SITE_CODE = re.compile(r"\d{10}|bm\d{8}")
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_FRONT = re.compile(r"[0-9A-Za-z]{6,18}(?:-[0-9Xx](?=[/-]))?")


def contacts(mentions: Iterable[Mention]) -> tuple[ContactEntry, ...]:
    """The details of the report's contact in the order of the text."""
    found: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        if mention.kind is Kind.CONTACT:
            found.setdefault(mention.value, []).append(mention)
    return tuple(ContactEntry(*key, tuple(places)) for key, places in found.items())


def urls(
    document: Document, mentions: Iterable[Mention], platforms: Iterable[PlatformEntry], registry: Registry
) -> tuple[UrlEntry, ...]:
    """The addresses that the text states, in its order, with the platform that each stands beside; then the page's."""
    ends = {place.span.end: entry for entry in platforms for place in entry.mentions}
    found: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        if mention.kind is Kind.URL:
            found.setdefault(mention.value, []).append(mention)
    entries = [_stated(*key, places, ends, document, registry) for key, places in found.items()]
    return (*entries, *_page(document, registry))


def _stated(
    url: str, host: str, places: list[Mention], ends: dict[int, PlatformEntry], document: Document, registry: Registry
) -> UrlEntry:
    beside = {id(entry): entry for place in places if (entry := _before(place.span.start, ends, document))}
    entry = next(iter(beside.values())) if len(beside) == 1 else None
    known = entry is not None and entry.resolution.outcome is Outcome.RESOLVED
    return UrlEntry(
        url, host, registry.contacts.host_kind(host), tuple(places),
        platform=entry.name if entry else None, platform_iri=entry.resolution.iri if entry and known else None,
    )  # fmt: skip


def _before(start: int, ends: dict[int, PlatformEntry], document: Document) -> PlatformEntry | None:
    """The platform whose name ends where a bracket or a colon leads to an address: 门户网站（www…）."""
    for size in range(1, 13):
        entry = ends.get(start - size)
        if entry and _BETWEEN.fullmatch(document.text[start - size : start]):
            return entry
    return None


def _page(document: Document, registry: Registry) -> Iterator[UrlEntry]:
    field = document.field("url")
    match = _URL.match(field.value) if field else None
    if field and match:
        host = match["host"].lower()
        yield UrlEntry(
            field.value, host, registry.contacts.host_kind(host), (_evidence(field, document, Kind.URL),), page=True
        )


def codes(document: Document, fields: Iterable[ReportField], registry: Registry) -> tuple[CodeEntry, ...]:
    """The page's codes: 网站标识码, and what the front of the 索引号 is where a standard tells."""
    return (*_site_codes(document, registry), *_index_codes(fields, registry))


def _site_codes(document: Document, registry: Registry) -> Iterator[CodeEntry]:
    """网站标识码: a region's six digits and a number of four, or bm and eight digits for organs of the centre."""
    field = document.field("site_code")
    if field and _SITE_CODE.fullmatch(field.value):
        region = None if field.value.startswith("bm") else _region(field.value[:6], registry)
        yield CodeEntry("site-code", field.value, region, (_evidence(field, document, Kind.REPORT),))


def _index_codes(fields: Iterable[ReportField], registry: Registry) -> Iterator[CodeEntry]:
    field = next((item for item in fields if item.name == "index_number"), None)
    found = index_code(str(field.value)) if field else None
    if field and found:
        kind, value = found
        digits = value[2:8] if kind == "credit-code" else value if kind == "region-code" else ""
        region = _region(digits, registry)
        if region or kind != "region-code":
            yield CodeEntry(kind, value, region, (field.evidence,) if field.evidence else ())


def located_by_codes(document: Document, registry: Registry, year: int | None) -> Area | None:
    """The county that the page's codes agree on, where the report's own text names it or a region above it.

    For a publisher that title, signature and text do not place. The foot of a mirror may be another body's, so a code
    alone places nobody, and it never goes against what the text says.
    """
    index = document.field("index_number")
    fields = (ReportField("index_number", index.value),) if index else ()
    found = {entry.region for entry in codes(document, fields, registry)} - {None}
    region = registry.regions.at(found.pop() or "", year) if len(found) == 1 else None
    if region is None or region.level != "county":
        return None
    body = "".join(block.span.of(document.text) for block in document.blocks if block.role is Role.BODY)
    text = "".join((body or document.text).split())
    named = (region, *registry.regions.ancestors(region, year))
    return area_of(region, registry.regions, year) if any(each.name in text for each in named) else None


def index_code(number: str) -> tuple[str, str] | None:
    """What stands in front of an 索引号 where check digits or a length make it certain: kind and code.

    A unified credit code (GB 32100-2015), an organisation code (GB 11714-1997), 11 or 12 and a region's digits (the
    front of a credit code), or six digits of a region.

    >>> index_code("000014349/2017-00027"), index_code("01527918X-2020-153077"), index_code("610425-20180205-001")
    (('organisation-code', '00001434-9'), ('organisation-code', '01527918-X'), ('region-code', '610425'))
    >>> index_code("610S00021/2016-10457") is None
    True
    """
    match = _FRONT.match(number)
    front = match.group().upper().replace("-", "") if match and number[match.end() : match.end() + 1] in "/-_" else ""
    if len(front) == 18 and _is_credit_code(front):
        return "credit-code", front
    if len(front) == 9 and _is_organisation_code(front):
        return "organisation-code", f"{front[:8]}-{front[8]}"
    if len(front) == 8 and front[:2] in ("11", "12") and front.isdecimal():
        return "region-code", front[2:]
    return ("region-code", front) if len(front) == 6 and front.isdecimal() else None


def _is_credit_code(code: str) -> bool:
    try:
        return bool(uscc.validate(code))
    except ValidationError:
        return False


def _is_organisation_code(code: str) -> bool:
    """GB 11714-1997, 3.3: the last character checks the eight before it."""
    total = sum(weight * int(char, 36) for weight, char in zip(_WEIGHTS, code, strict=False))
    rest = 11 - total % 11
    return code[8] == ("X" if rest == 10 else str(rest % 11))


def _region(code: str, registry: Registry) -> str | None:
    return code if code and registry.regions.at(code) else None


def _evidence(field: Field, document: Document, kind: Kind) -> Mention:
    return Mention(kind, field.span, field.span.of(document.text), field.value, f"metadata-{field.name}")
