"""Why a number or a title means what it means: each step from the text to an identity, as a person can check it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from gigraph.extractors import extract
from gigraph.models import Document, DocumentNumber, Kind, Mention, RegulationEntry, ReportField, Source
from gigraph.registry import Registry, load_registry
from gigraph.registry.regulations import Regulation
from gigraph.resolve import regulations
from gigraph.resolve.place import Place, make_place
from gigraph.resolve.regulations.issuers import Issuers
from gigraph.text.document_number import parse_document_number, typed_number
from gigraph.text.reading import make_reading

# Numbers that begin with their issuer's name, by the word behind it.
_NAMED = (("令", "order"), ("公告", "announcement"), ("通告", "announcement"))
_MARKS = "《〈「<"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what was looked at, what was found, and what that rests on (a row's source, a rule, a repair)."""

    step: str
    found: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The steps in order, and the entries that the text gives (several where it names several documents)."""

    steps: tuple[Step, ...]
    entries: tuple[RegulationEntry, ...]


def explain(
    text: str, year: int | None = None, publisher: str | None = None, registry: Registry | None = None
) -> Explanation:
    """How a citation is resolved as a report of a year and a publisher would have it.

    text: a number, a title or both, damaged as they may be. year: the report year, which bounds the years that a
    damaged number may have. publisher: decides codes and titles that several places share.
    """
    registry = registry or load_registry()
    document = _document(text, year, registry)
    mentions = extract(make_reading(document), registry)
    values = (("publisher", publisher), ("year", year))
    fields = tuple(ReportField(name, value) for name, value in values if value is not None)
    place = make_place(fields, document, mentions, registry)
    entries = regulations.resolve(document, mentions, place, registry)
    steps = [step for mention in mentions for step in _mention(mention, place, registry)]
    steps += [step for entry in entries for step in _entry(entry, registry)]
    return Explanation(tuple(steps) or (_nothing(text, year),), entries)


def _nothing(text: str, year: int | None) -> Step:
    """Why a text gives nothing: it is no number, or a damaged one that would be of a year after the report's next."""
    later = parse_document_number(text) if year else ()
    if later:
        return Step(
            "reading", " or ".join(map(str, later)), f"damaged, and too late for a report of {year}; see --year"
        )
    return Step("reading", "no number and no title", "nothing to resolve")


def _document(text: str, year: int | None, registry: Registry) -> Document:
    """The text as a report might have it: in a sentence, a bare title in its marks, with the year's last day."""
    text = str(typed_number(text) or " ".join(text.split()))
    bare = not any(mark in text for mark in _MARKS) and not parse_document_number(text)
    named = (
        f"《{text}》" if bare and (registry.regulations.named(text) or registry.wording.instrument_type(text)) else text
    )
    words = f"按照{named}要求。" + (f"\n\n{year}年12月31日" if year else "")
    return Document(words, Source("text"), hashlib.sha256(words.encode()).hexdigest())


def _mention(mention: Mention, place: Place, registry: Registry) -> Iterator[Step]:
    if mention.kind is Kind.NUMBER:
        readings = mention.value if isinstance(mention.value, tuple) else (mention.value,)
        yield Step("number", " or ".join(map(str, readings)), f"{mention.repair or 'as written'}: {mention.text}")
        if not readings[0].instrument:
            yield _issuer(readings[0], place, registry)
    elif mention.kind in (Kind.TITLE, Kind.BARE, Kind.SHORT):
        title = mention.value if isinstance(mention.value, str) else mention.value[0]
        yield Step("title", title, f"{mention.repair or mention.rule}: {mention.text}")
        works = registry.regulations.named(title)
        yield Step("works of this title", "; ".join(map(_row, works)) or "none in the registry", "word for word")


def _issuer(number: DocumentNumber, place: Place, registry: Registry) -> Step:
    issuers = Issuers(place, registry)
    rows = issuers.users(number)
    if chosen := issuers.by_number(number):
        source = next(
            (row.source for row in rows if row.issuer == chosen.name), "its stem is that of the report's area"
        )
        return Step("issuer", chosen.name, f"code {number.issuer_code}: {source}")
    names = " or ".join(row.issuer for row in rows)
    known = "an agency's elsewhere" if number.issuer_code in registry.issuer_codes else "not in the registry"
    basis = f"code {number.issuer_code} is {'shared' if rows else known}"
    return Step("issuer", names or "not known", basis)


def _entry(entry: RegulationEntry, registry: Registry) -> Iterator[Step]:
    resolution = entry.resolution
    kind = next((kind for word, kind in _NAMED if word in (entry.number or "")), None)
    if kind:
        yield Step(kind, entry.number or "", f"issued by {entry.issuer}" if entry.issuer else "")
    work = next((row for row in registry.regulations.rows if row.iri == resolution.iri), None)
    if work:
        yield Step("registry", _row(work), work.source)
        if work.repealed:
            yield Step("repealed", work.repealed, f"replaced by {work.successor}" if work.successor else "")
        for version in registry.regulations.versions_of(work.title):
            until = f" to {version.last_day}" if version.last_day else " on"
            mark = "meant" if version.iri == entry.version else "not meant" if entry.version else "not decided"
            yield Step("version", f"{version.order or version.issued}, in force {version.in_force}{until}", mark)
    for candidate in resolution.candidates:
        yield Step("candidate", candidate, "")
    yield Step("outcome", str(resolution.outcome), resolution.method or "no rule gives exactly one identity")
    if resolution.iri:
        yield Step("identity", resolution.iri, "")


def _row(work: Regulation) -> str:
    facts = [work.number, work.issuer, f"dated {work.issued}" if work.issued else None]
    return f"{work.title} ({', '.join(fact for fact in facts if fact)})" if any(facts) else work.title
