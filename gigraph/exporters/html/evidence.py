"""The words of reports that edges rest on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gigraph.iris import place_of
from gigraph.network import Source
from gigraph.network.facts import Facts
from gigraph.vocab import PREFIXES

_PLATFORM = "uses"
_REPORTS = """
SELECT ?report ?key ?title ?year WHERE {
  GRAPH ?g {
    ?report prov:hadPrimarySource/gi:sourceKey ?key .
    OPTIONAL { ?report dct:title ?title }
    OPTIONAL { ?report gi:reportYear ?year }
  }
}
"""
_CITED = """
SELECT ?agency ?thing ?relation ?report ?span ?quote ?section ?pinpoint WHERE {
  GRAPH ?g {
    ?citation cito:hasCitedEntity ?thing ;
      gi:agent ?agency ;
      gi:relation ?relation ;
      cito:hasCitingEntity ?report ;
      gi:evidence ?span .
    ?span gi:exact ?quote .
    OPTIONAL { ?citation gi:section ?section }
    OPTIONAL { ?citation gi:pinpoint ?pinpoint }
  }
}
"""
_USED = """
SELECT ?agency ?thing ?report ?span ?quote WHERE {
  GRAPH ?g {
    ?report gi:hasPlatformMention ?mention ;
      dct:creator ?agency .
    ?mention gi:refersTo ?thing ;
      gi:evidence ?span .
    ?span gi:exact ?quote .
  }
}
"""


@dataclass(frozen=True, slots=True)
class Report:
    """Where quotes come from. key: the source's key."""

    key: str
    title: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with its place: start and end in code points of the text whose digest begins with `text`."""

    report: str
    text: str
    start: int
    end: int
    quote: str
    section: str = ""
    pinpoints: tuple[str, ...] = ()


Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Passages by the pair that they join and by relation."""

    reports: dict[str, Report]
    passages: dict[Pair, dict[str, list[Passage]]]

    def of(self, source: str, target: str, relation: str, years: Sequence[int] = ()) -> list[Passage]:
        """The passages for an edge, of the reports of some years where years are given.

        One of each report comes before a second of any; newer reports come first.
        """
        found = [p for p in self.passages.get((source, target), {}).get(relation, []) if self._in(p, years)]
        found.sort(key=lambda p: (-(self.reports[p.report].year or 0), self.reports[p.report].key, p.start, p.end))
        turns: dict[str, int] = defaultdict(int)
        ranked = []
        for place, passage in enumerate(found):
            ranked.append((turns[passage.report], place, passage))
            turns[passage.report] += 1
        return [passage for _, _, passage in sorted(ranked, key=lambda row: row[:2])]

    def _in(self, passage: Passage, years: Sequence[int]) -> bool:
        return not years or self.reports[passage.report].year in years


def read_evidence(source: Source) -> Evidence:
    """The passages of all citations and uses of platforms that are resolved; duplicate reports do not count."""
    facts = Facts(source)
    copies = facts.copies()
    reports = {
        str(report): Report(str(key), str(title or ""), int(str(year)) if year is not None else None)
        for report, key, title, year in source.select(_REPORTS, prefixes=PREFIXES)
        if str(report) not in copies
    }
    rows: dict[tuple[str, str, str], dict[tuple[str, str, int, int], Passage]] = defaultdict(dict)
    for agency, thing, relation, *rest in source.select(_CITED, prefixes=PREFIXES):
        local = str(relation).removeprefix(PREFIXES["gi"])
        _add(rows[facts.one(str(agency)), facts.one(str(thing)), local], reports, *map(_text, rest))
    for agency, thing, *rest in source.select(_USED, prefixes=PREFIXES):
        _add(rows[facts.one(str(agency)), str(thing), _PLATFORM], reports, *map(_text, rest))
    passages: dict[Pair, dict[str, list[Passage]]] = defaultdict(dict)
    for (agency, thing, relation), found in rows.items():
        passages[agency, thing][relation] = list(found.values())
    return Evidence(reports, passages)


def _add(
    found: dict[tuple[str, str, int, int], Passage], reports: Iterable[str], report: str, span: str, quote: str,
    section: str = "", pinpoint: str = "",
) -> None:  # fmt: skip
    """Adds a passage; rows of one place differ by their pinpoints alone, which are joined."""
    if report not in reports:
        return
    text, start, end = place_of(span)
    before = found.get((report, text, start, end), Passage(report, text, start, end, quote, section))
    pinpoints = tuple(sorted({*before.pinpoints, pinpoint} - {""}))
    found[report, text, start, end] = replace(before, pinpoints=pinpoints)


def _text(value: object) -> str:
    return "" if value is None else str(value)
