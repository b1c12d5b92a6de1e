"""The layout of a report's graph, one small function a class."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from gigraph.iris import BASE, LOCAL_KEY, key_digest, mint, report_graph, report_iri, turn_key
from gigraph.mapping.figures import add_figures
from gigraph.mapping.furnishing import add_furnishing
from gigraph.mapping.lines import NAMES, Pair, boolean, concept, date, iri, name, plain, typed, zh
from gigraph.mapping.statements import Stated, Statements, triples
from gigraph.models import (
    AgencyEntry,
    Document,
    Fingerprint,
    Outcome,
    PlatformEntry,
    RegulationEntry,
    ReportFacts,
    ReportField,
    Resolution,
)
from gigraph.resolve.roles import is_formula

Entry = TypeVar("Entry", RegulationEntry, AgencyEntry, PlatformEntry)

_OUTCOMES = {
    Outcome.RESOLVED: "gi:Resolved",
    Outcome.AMBIGUOUS: "gi:Ambiguous",
    Outcome.UNRESOLVED: "gi:Unresolved",
}


@dataclass(frozen=True, slots=True)
class ReportGraph:
    """A report's named graph. triples: sorted N-Triples lines in UTF-8, each once. stated: the same by subject."""

    iri: str
    triples: bytes
    stated: Stated

    @property
    def count(self) -> int:
        """How many statements there are."""
        return self.stated.count

    @property
    def data(self) -> bytes:
        """Sorted N-Quads lines in UTF-8, each ended by a newline."""
        # A literal holds no newline; to split and join takes two thirds of the time of a replacement.
        return f" {iri(self.iri)} .\n".encode().join(self.triples.split(b" .\n"))


def map_report(facts: ReportFacts) -> ReportGraph:
    """The report's graph."""
    stated = _statements(facts).stated()
    return ReportGraph(report_graph(facts.document.source.key), triples(stated), stated)


def _statements(facts: ReportFacts) -> Statements:
    into = Statements(facts.document)
    subject = report_iri(facts.document.source.key)
    agencies = _identities(facts.agencies)
    publisher = _publisher(facts, agencies)
    parts: list[Pair] = []

    def part(predicate: str, path: str) -> str:
        made = f"<{subject}/{path}>"
        parts.append((predicate, made))
        return made

    for field in facts.fields:
        _field(into, part("gi:hasField", f"field/{field.name}"), field)
    for entry, key in _keyed(facts.regulations, lambda entry: entry.number or entry.name):
        _citation(into, part("gi:hasCitation", f"citation/{key}"), entry, subject, publisher, facts.document.text)
        if entry.issuer_code and (issuer := agencies.get(entry.issuer or "")):
            into.add(iri(issuer), "gi:issuerCode", plain(entry.issuer_code))
    for agency, key in _keyed(facts.agencies, lambda entry: entry.name):
        _agency(into, part("gi:hasAgencyMention", f"agency/{key}"), agency)
    for platform, key in _keyed(facts.platforms, lambda entry: entry.name):
        here = part("gi:hasPlatformMention", f"platform/{key}")
        _platform(into, here, platform, platform.operator_iri or agencies.get(platform.operator or ""))
    add_figures(into, facts, subject)
    add_furnishing(into, facts, subject)
    _report(into, subject, facts, publisher, parts)
    _source(into, facts.document)
    return into


def _publisher(facts: ReportFacts, agencies: dict[str, str]) -> str | None:
    """The publisher's identity; where its place is not certain, one of this report's own, which its mention says."""
    name = facts.value("publisher")
    if not name:
        return None
    own = mint("agency", f"{LOCAL_KEY}{key_digest(facts.document.source.key)}", str(name))
    return agencies.get(str(name), own)


def _report(into: Statements, subject: str, facts: ReportFacts, publisher: str | None, parts: list[Pair]) -> None:
    year, index = facts.value("year"), facts.value("index_number")
    source = mint("source", key_digest(facts.document.source.key))
    into.node(
        iri(subject),
        "gi:Report",
        [
            ("dct:title", _text(facts.value("title"))),
            ("dct:type", concept("document-type", facts.document_type)),
            ("dct:creator", iri(publisher) if publisher else None),
            ("gi:reportYear", typed(f"{year:04}", "xsd:gYear") if isinstance(year, int) else None),
            ("gi:periodStart", date(facts.value("period_start"))),
            ("gi:periodEnd", date(facts.value("period_end"))),
            ("dct:issued", date(facts.value("issued"))),
            ("gi:indexNumber", plain(str(index)) if index else None),
            ("prov:hadPrimarySource", iri(source)),
            *(_fingerprint(facts.fingerprint) if facts.fingerprint else ()),
            *parts,
        ],
    )


def _fingerprint(found: Fingerprint) -> Iterator[Pair]:
    yield "gi:bodyDigest", plain(found.body)
    yield "gi:figuresDigest", plain(found.figures)
    yield "gi:clauseSketch", plain(" ".join(found.clauses))


def _source(into: Statements, document: Document) -> None:
    source = document.source
    into.node(
        iri(mint("source", key_digest(source.key))),
        "gi:SourceDocument",
        [
            ("gi:sourceKey", plain(source.key)),
            ("dct:format", plain(source.media_type)),
            ("gi:encoding", plain(source.encoding) if source.encoding else None),
            ("gi:digest", plain(source.digest) if source.digest else None),
            ("schema:url", plain(source.url) if source.url else None),
        ],
    )


def _field(into: Statements, subject: str, field: ReportField) -> None:
    values: list[Pair] = [("gi:field", plain(field.name)), ("gi:value", plain(str(field.value)))]
    into.node(subject, "gi:ReportField", values, (field.evidence,) if field.evidence else ())


def _citation(
    into: Statements, subject: str, entry: RegulationEntry, report: str, publisher: str | None, text: str
) -> None:
    pairs: list[Pair] = [
        ("cito:hasCitingEntity", iri(report)),
        ("gi:agent", iri(publisher) if publisher else None),
        ("gi:relation", name(f"gi:{entry.relation}")),
        ("gi:statedNumber", plain(entry.number) if entry.number else None),
        ("gi:statedIssuer", _text(entry.issuer)),
        ("gi:bracketed", boolean(entry.bracketed)),
        ("gi:formula", boolean(True) if is_formula(text, entry.mentions) else None),
        ("gi:citedVersion", iri(entry.version) if entry.version else None),
        *(("gi:pinpoint", plain(article)) for article in entry.articles),
        ("gi:role", concept("citation-role", entry.role) if entry.role else None),
        ("gi:section", _text(entry.section)),
        ("gi:status", concept("instrument-status", entry.status) if entry.status else None),
        *(("gi:act", name(f"gi:{act}")) for act in entry.acts),
        *_named(entry.name, entry.aliases),
        *_resolution(entry.resolution, "cito:hasCitedEntity"),
    ]
    into.node(subject, "gi:Citation", pairs, entry.mentions)


def _agency(into: Statements, subject: str, entry: AgencyEntry) -> None:
    pairs: list[Pair] = [
        ("gi:statedKind", plain(entry.kind)),
        ("gi:statedRegion", plain(entry.region) if entry.region else None),
        ("gi:statedParent", _text(entry.parent)),
        *_named(entry.name, entry.aliases),
        *_resolution(entry.resolution, "gi:refersTo"),
        *(("gi:sharesBodyWith", iri(other)) for other in entry.shares_body_with),
    ]
    into.node(subject, "gi:AgencyMention", pairs, entry.mentions)


def _platform(into: Statements, subject: str, entry: PlatformEntry, operator: str | None) -> None:
    pairs: list[Pair] = [
        ("gi:statedKind", plain(entry.kind)),
        ("gi:statedOperator", _text(entry.operator)),
        ("gi:operator", iri(operator) if operator else None),
        *_named(entry.name, entry.aliases),
        *_resolution(entry.resolution, "gi:refersTo"),
    ]
    into.node(subject, "gi:PlatformMention", pairs, entry.mentions)


def _named(own: str | None, aliases: Iterable[str]) -> list[Pair]:
    return [("gi:name", _text(own)), *[("gi:otherName", _text(alias)) for alias in aliases if alias != own]]


def _resolution(resolution: Resolution, predicate: str) -> list[Pair]:
    found: list[Pair] = [
        ("gi:outcome", NAMES[_OUTCOMES[resolution.outcome]]),
        ("gi:method", plain(resolution.method) if resolution.method else None),
    ]
    if resolution.outcome is Outcome.RESOLVED and resolution.iri:
        found.append((predicate, iri(resolution.iri)))
    for candidate in resolution.candidates:
        known = candidate.startswith(BASE)
        found.append(("gi:candidate", iri(candidate)) if known else ("gi:candidateName", _text(candidate)))
    return found


def _text(value: str | int | None) -> str | None:
    return zh(str(value)) if value else None


def _identities(agencies: Iterable[AgencyEntry]) -> dict[str, str]:
    """The IRI for each name that means one agency alone in this report; a full name goes before another's alias."""
    full: dict[str, set[str]] = {}
    other: dict[str, set[str]] = {}
    for entry in agencies:
        if entry.resolution.outcome is Outcome.RESOLVED and entry.resolution.iri:
            full.setdefault(entry.name, set()).add(entry.resolution.iri)
            for alias in entry.aliases:
                other.setdefault(alias, set()).add(entry.resolution.iri)
    return {own: min(iris) for own, iris in (other | full).items() if len(iris) == 1}


def _keyed(entries: Iterable[Entry], spell: Callable[[Entry], str | None]) -> Iterator[tuple[Entry, str]]:
    """Each entry with 12 hexadecimal digits that stay the same while other entries come and go.

    The key is the identity, else what the text calls it; a second entry with the same key (two unresolved 《办法》)
    is told apart by its turn among these.
    """
    turns: dict[str, int] = {}
    for entry in entries:
        yield entry, turn_key(turns, entry.resolution.iri or spell(entry) or "")
