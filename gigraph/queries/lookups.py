"""Who cites what, as a person asks it: one entry a pair and relation, with its years and the words that say so."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any, Final

from gigraph.queries.asking import rows_of
from gigraph.queries.binding import RELATIONS, relation_term
from gigraph.queries.names import work_of
from gigraph.store import Bindable, Graph, Iri
from gigraph.vocab import gi

MANY: Final = 100  # agencies that cite a regulation, from which on their words are not all read for a table
SHOWN: Final = 10  # agencies whose words are read then


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with an identity, its name, and its number where it has one."""

    iri: str
    name: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report: where they stand (code points in the text of `source`, end exclusive), the articles named.

    role, section: in what part the regulation is cited in this report, and under which heading it first stands.
    """

    text: str
    year: int | None
    source: str
    start: int
    end: int
    report: str
    pinpoints: tuple[str, ...] = ()
    role: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """An agency's citations of one regulation, in one version and with one relation.

    agency is None for reports whose publisher is not known; version None where it is not certain or there is only one.
    """

    agency: Thing | None
    regulation: Thing
    version: Thing | None
    relation: str
    quotes: tuple[Quote, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the reports, ascending."""
        return tuple(sorted({quote.year for quote in self.quotes if quote.year is not None}))

    @property
    def reports(self) -> int:
        """How many reports say so."""
        return len({quote.report for quote in self.quotes})

    def record(self) -> dict[str, Any]:
        """The entry as plain data, one level of nesting for its evidence."""
        return {
            "agency": self.agency.iri if self.agency else None,
            "agencyLabel": self.agency.name if self.agency else None,
            "regulation": self.regulation.iri,
            "regulationLabel": self.regulation.name,
            "number": (self.version.number if self.version else None) or self.regulation.number,
            "version": self.version.iri if self.version else None,
            "versionLabel": self.version.name if self.version else None,
            "relation": self.relation,
            "years": list(self.years),
            "reports": self.reports,
            "roles": sorted({quote.role for quote in self.quotes if quote.role}),
            "pinpoints": sorted({article for quote in self.quotes for article in quote.pinpoints}),
            "evidence": [asdict(quote) for quote in self.quotes],
        }


def cited_by(graph: Graph, regulation: str, relation: str | None = None) -> tuple[Cited, ...]:
    """The agencies whose reports cite a regulation, by version and agency.

    `regulation` is the IRI of a work, which gives all its versions, or of one dated version. `relation` is cites,
    issues, discloses, or None (also all) for every one.
    """
    rows = rows_of(graph, "evidence-of-citation", {"regulation": Iri(regulation)} | _relation(relation))
    return _by_agency(rows, "publisher")


def cited_by_first(
    graph: Graph, regulation: str, relation: str | None = None, *, most: int = SHOWN
) -> tuple[tuple[Cited, ...], int]:
    """What `cited_by` gives where few agencies cite a regulation; else that of the first by name, quickly.

    Beside it the number of agencies left out: 0 unless more than MANY cite it. Those of `most` agencies are read one by
    one then, so that the words in thousands of reports are not. Reports without a publisher are not among these.
    """
    asked = {"regulation": Iri(regulation)} | _relation(relation)
    agencies = list(dict.fromkeys(row["agency"] for row in rows_of(graph, "citing-agencies", asked)))
    if len(agencies) <= max(MANY, most):
        return cited_by(graph, regulation, relation), 0
    pairs = (asked | {"agency": Iri(agency)} for agency in agencies[:most])
    rows = [row for terms in pairs for row in rows_of(graph, "evidence-of-agency-and-regulation", terms)]
    return _by_agency(rows, "agency"), len(agencies) - most


def _by_agency(rows: list[dict[str, Any]], agency: str) -> tuple[Cited, ...]:
    """The rows of one regulation by version and agency; `agency` is the column that has it."""
    entries = [
        Cited(_thing(row, agency), _known(row, "cited"), _thing(row, "version"), _local(row["relation"]), quotes)
        for row, quotes in _groups(rows, (agency, "cited", "version", "relation"))
    ]
    return tuple(sorted(entries, key=lambda entry: (*_version_order(entry), entry.agency.name if entry.agency else "")))


def cites(graph: Graph, agency: str, relation: str | None = None) -> tuple[Cited, ...]:
    """The regulations that the reports of an agency (its IRI) cite, then those that it issues, then those it discloses.

    Within a relation, those named in most reports come first.
    """
    rows = rows_of(graph, "citations-of-agency", {"agency": Iri(agency)} | _relation(relation))
    entries = [
        Cited(_thing(row, "agency"), _known(row, "regulation"), _thing(row, "version"), _local(row["relation"]), quotes)
        for row, quotes in _groups(rows, ("regulation", "version", "relation"))
    ]
    total: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        total[entry.relation, entry.regulation.iri] += entry.reports

    def order(entry: Cited) -> tuple[Any, ...]:
        often = total[entry.relation, entry.regulation.iri]
        return RELATIONS.index(entry.relation), -often, entry.regulation.name, *_version_order(entry)

    return tuple(sorted(entries, key=order))


def has_report(graph: Graph, agency: str) -> bool:
    """Whether the graph holds a report of an agency (its IRI)."""
    return bool(rows_of(graph, "reports-of-agency", {"agency": Iri(agency)}))


def without_identity(graph: Graph, agency: str) -> int:
    """How many citations in the reports of an agency (its IRI) have no identity: unresolved ones and ambiguous ones."""
    terms = {"agency": Iri(agency)}
    unresolved = {
        (row["report"], row["number"] or row["name"]) for row in rows_of(graph, "unresolved-citations", terms)
    }
    ambiguous = {
        (row["report"], row["name"] or row["quote"])
        for row in rows_of(graph, "ambiguous-mentions", terms)
        if row["kind"] == gi("Citation")
    }
    return len(unresolved | ambiguous)


def citing_agencies(graph: Graph) -> tuple[Thing, ...]:
    """The agencies whose reports are in the graph, by name."""
    rows = rows_of(graph, "publishers")
    return tuple(_known(row, "agency") for row in rows)


def most_cited(graph: Graph) -> list[dict[str, Any]]:
    """The regulations with the number of agencies and reports that name them, most agencies first."""
    return rows_of(graph, "top-regulations")


def uncertain_version(graph: Graph, version: str, relation: str | None = None) -> tuple[Thing, int] | None:
    """For a dated version: its work, and how many reports cite that without a certain version; None where none does."""
    work = work_of(graph, version)
    terms = {"regulation": Iri(work or version)} | _relation(relation)
    rows = rows_of(graph, "citations-without-version", terms) if work else []
    reports = {row["report"] for row in rows}
    return (Thing(str(work), rows[0]["regulationLabel"]), len(reports)) if rows else None


def _relation(relation: str | None) -> dict[str, Bindable]:
    return {"relation": relation_term(relation)} if relation and relation != "all" else {}


def _groups(rows: list[dict[str, Any]], by: tuple[str, ...]) -> Iterator[tuple[dict[str, Any], tuple[Quote, ...]]]:
    """The rows that agree in some columns: the first of each group, and the quotes of all."""

    def key(row: dict[str, Any]) -> tuple[str, ...]:
        return tuple(row[name] or "" for name in by)

    for _, group in groupby(sorted(rows, key=key), key):
        members = list(group)
        yield members[0], _quotes(members)


def _quotes(rows: list[dict[str, Any]]) -> tuple[Quote, ...]:
    """The places that rows speak of, each once with all the articles named, by year, source and place."""
    places: dict[tuple[Any, ...], set[str]] = {}
    for row in rows:
        how = (row["roleLabel"] or "", row["section"] or "")
        place = (row["year"], row["sourceKey"], row["start"], row["end"], row["quote"], row["report"], *how)
        places.setdefault(place, set()).update([row["pinpoint"]] if row["pinpoint"] else [])
    ordered = sorted(places.items(), key=lambda item: (item[0][0] or 0, *item[0][1:]))
    return tuple(
        Quote(quote, year, source, start, end, report, tuple(sorted(articles)), role or None, section or None)
        for (year, source, start, end, quote, report, role, section), articles in ordered
    )


def _thing(row: Mapping[str, Any], name: str) -> Thing | None:
    """The thing of the columns name, nameLabel and nameNumber."""
    if row[name] is None:
        return None
    return Thing(row[name], row[f"{name}Label"] or row[name], row.get(f"{name}Number"))


def _known(row: Mapping[str, Any], name: str) -> Thing:
    return Thing(row[name], row[f"{name}Label"], row.get(f"{name}Number"))


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _version_order(entry: Cited) -> tuple[bool, str]:
    """Certain versions first, by their names."""
    return entry.version is None, entry.version.name if entry.version else ""
