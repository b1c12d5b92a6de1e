"""All that the graph says about one thing, in sections: what `gigraph show` prints."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from gigraph.queries.asking import rows_of
from gigraph.queries.lookups import Cited, cited_by, cited_by_first, cites
from gigraph.store import Graph, Iri

Records = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a card: records that share their keys. more: things left out, where all were too many to read."""

    title: str
    records: Records
    more: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """What the graph says about one thing. `facts` are (property, value) pairs, empty sections are not there.

    left_out: titles of sections that were not asked for, where a brief card was wanted.
    """

    iri: str
    kind: str
    facts: tuple[tuple[str, Any], ...]
    sections: tuple[Section, ...]
    left_out: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """The card as plain data; a property with several values has a list."""
        values: dict[str, list[Any]] = {}
        for name, value in self.facts:
            values.setdefault(name, []).append(value)
        facts = {name: found[0] if len(found) == 1 else found for name, found in values.items()}
        sections = {section.title: section.records for section in self.sections}
        return {"iri": self.iri, "kind": self.kind, "facts": facts, "sections": sections}

    def flat(self) -> Records:
        """The card as (property, value) records: the facts, then a record for each thing of each section."""
        facts = [{"property": name, "value": value} for name, value in self.facts]
        return facts + [
            {"property": section.title, "value": _headline(record)}
            for section in self.sections
            for record in section.records
        ]


def card(graph: Graph, iri: str, kind: str, *, brief: bool = False) -> Card:
    """The card of a thing; `kind` is agency, regulation, platform, region or report.

    brief: of a regulation that very many cite, the words of the first agencies alone, and not what is cited with it.
    """
    profile = "report-fields" if kind == "report" else f"{kind}-profile"
    names = ("field", "value") if kind == "report" else ("property", "value")
    facts = tuple((row[names[0]], row[names[1]]) for row in rows_of(graph, profile, {kind: Iri(iri)}))
    entries, more = cited_by_first(graph, iri) if brief and kind == "regulation" else (None, 0)
    sections, left_out = list[Section](), list[str]()
    for title, make in _SECTIONS[kind]:
        if make is _cited_by and entries is not None:
            sections.append(Section(title, _citing(entries), more))
        elif more and make is _TOGETHER:
            left_out.append(title)
        else:
            sections.append(Section(title, make(graph, iri)))
    return Card(str(iri), kind, facts, tuple(section for section in sections if section.records), tuple(left_out))


def _query(name: str, kind: str, *columns: str) -> Callable[[Graph, str], Records]:
    """A section made of some columns of a shipped query, each combination once, in the query's order."""

    def make(graph: Graph, iri: str) -> Records:
        found = ({column: row[column] for column in columns} for row in rows_of(graph, name, {kind: Iri(iri)}))
        return list({tuple(record.values()): record for record in found}.values())

    return make


def _platforms(graph: Graph, iri: str) -> Records:
    """The platforms of an agency, one record each, with years and the words used."""
    rows = rows_of(graph, "platforms-of-agency", {"agency": Iri(iri)})
    return _merged(rows, "platform", "platformLabel", "kindLabel", "operatorLabel")


def _users(graph: Graph, iri: str) -> Records:
    """The agencies that use a platform, one record each, with years and the words used."""
    return _merged(rows_of(graph, "agencies-using-platform", {"platform": Iri(iri)}), "agency", "agencyLabel")


def _merged(rows: Records, *columns: str) -> Records:
    """The rows as one record for each thing of the first column, with its years and the words used."""
    merged: dict[str, dict[str, Any]] = {}
    for row in rows:
        first = {key: row[key] for key in columns} | {"years": [], "quotes": []}
        # A platform of which it is not certain which it is has a name and no IRI.
        record = merged.setdefault(row[columns[0]] or row[columns[1]], first)
        for key, value in (("years", row["year"]), ("quotes", row["quote"])):
            if value and value not in record[key]:
                record[key].append(value)
    return list(merged.values())


def _cites(graph: Graph, iri: str) -> Records:
    return [_without(entry.record(), "agency", "agencyLabel") for entry in cites(graph, iri)]


def _cited_by(graph: Graph, iri: str) -> Records:
    return _citing(cited_by(graph, iri))


def _citing(entries: Iterable[Cited]) -> Records:
    return [_without(entry.record(), "regulation", "regulationLabel") for entry in entries]


def _named_by(graph: Graph, iri: str) -> Records:
    """The other agencies whose reports name an agency."""
    found = _query("mentions-of-agency", "agency", "publisher", "publisherLabel", "year", "quote")(graph, iri)
    return [record for record in found if record["publisher"] != iri]


_REPORTS = _query("reports-of-agency", "agency", "year", "title", "typeLabel", "issued", "sourceKey", "report")
_HISTORY = _query("agency-history", "agency", "date", "until", "kindLabel", "eventLabel", "side", "source", "event")
_UNITS = _query("agencies-under-agency", "agency", "under", "underLabel", "kindLabel", "parentLabel")
_CONTACTS = _query("contacts-of-agency", "agency", "year", "detail", "value")
_HOSTS = _query("hosts-of-agency", "agency", "host", "hostKind", "url", "stated", "year")
_VERSIONS = _query(
    "regulation-versions", "regulation",
    "version", "versionLabel", "number", "dated", "inForce", "noLongerInForce", "reports",
)  # fmt: skip
_IMPLEMENTING = _query(
    "implements-chains", "regulation", "instrument", "instrumentLabel", "number", "directlyLabel", "agencies"
)
_TOGETHER = _query("regulations-cited-together", "regulation", "other", "otherLabel", "reports")
_AGENCIES = _query("agencies-in-region", "region", "agency", "agencyLabel", "kindLabel", "placeLabel", "reports")
_SOURCES = _query("report-sources", "report", "standing", "sourceKey", "url", "format", "digest")
_CITATIONS = _query(
    "citations-of-report", "report",
    "quote", "relation", "outcome", "regulation", "regulationLabel", "number", "start", "end",
)  # fmt: skip

_SECTIONS: Final[dict[str, tuple[tuple[str, Callable[[Graph, str], Records]], ...]]] = {
    "agency": (
        ("reports", _REPORTS),
        ("history", _HISTORY),
        ("regulations", _cites),
        ("platforms", _platforms),
        ("units", _UNITS),
        ("contacts", _CONTACTS),
        ("addresses on other than government hosts", _HOSTS),
        ("named by", _named_by),
    ),
    "regulation": (
        ("versions", _VERSIONS),
        ("cited by", _cited_by),
        ("implemented by", _IMPLEMENTING),
        ("cited together with", _TOGETHER),
    ),
    "platform": (("used by", _users),),
    "region": (("agencies", _AGENCIES),),
    "report": (("sources", _SOURCES), ("citations", _CITATIONS)),
}


def _headline(record: dict[str, Any]) -> Any:
    """The one value that tells a section's record from the others."""
    named = (record[key] for key in ("title", "quote") if record.get(key))
    return next(named, next((value for key, value in record.items() if key.endswith("Label") and value), None))


def _without(record: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in names}
