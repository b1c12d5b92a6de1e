"""A roster against the graph: for each body and year whether there is a report; 0 and not assessable apart."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from gigraph.iris import BASE, mint
from gigraph.queries.asking import rows_of
from gigraph.queries.roster import RosterRow
from gigraph.queries.short_names import in_full
from gigraph.registry import Registry
from gigraph.registry.regions import CENTRE, Region, Regions
from gigraph.search import Hit, find
from gigraph.store import Graph, Iri

_PLACED: Final = re.compile(r"[省市县区州盟旗镇乡]|\A(?:国家|全国|中国)")
ANNUAL: Final = mint("document-type", "annual-report")


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a roster as the graph knows it.

    outcome: resolved, ambiguous (with the candidates), or unknown (the graph has no agency of that name there).
    reports: by year the (report, publisher's name) pairs of it and of what it was and became by whole transfers.
    """

    row: RosterRow
    outcome: str
    agency: str | None = None
    label: str | None = None
    candidates: tuple[str, ...] = ()
    reports: dict[int, list[tuple[str, str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """One body and year. report: 1 there is one, 0 there is none, None (NA) where the body is ambiguous."""

    body: Body
    year: int
    report: int | None

    def record(self) -> dict[str, Any]:
        """The cell as plain data."""
        row, found = self.body.row, self.body.reports.get(self.year, [])
        return {
            "line": row.line,
            "body": row.body,
            "region": row.region.code if row.region else None,
            "regionLabel": row.region.name if row.region else None,
            "type": row.type or None,
            "year": self.year,
            "report": "NA" if self.report is None else self.report,
            "outcome": self.body.outcome,
            "agency": self.body.agency,
            "agencyLabel": self.body.label,
            "candidates": list(self.body.candidates),
            "publishers": sorted({publisher for _, publisher in found}),
            "reports": [report for report, _ in found],
        }


def coverage(
    graph: Graph, index: Path, rows: Iterable[RosterRow], registry: Registry, first: int | None, last: int | None
) -> list[Cell]:
    """The cells of all rows in the roster's order.

    A row's open years are `first` and `last`, else the first and last year of any report of the graph. A body is
    found by its exact name, or the region's name and its own (财政局, also 县财政局, in 礼泉县) in the row's region, or
    by the full names that its short one stands for; never by likeness. Renamed and merged bodies go on under their
    other names, as `agency-series` has it.
    """
    years = _years(graph)
    begin, end = first or min(years, default=0), last or max(years, default=-1)
    cells = []
    for row in rows:
        body = _body(graph, index, row, registry)
        for year in range(row.since or begin, (row.until or end) + 1):
            present = None if body.outcome == "ambiguous" else int(year in body.reports)
            cells.append(Cell(body, year, present))
    return cells


def summary(cells: Iterable[Cell], by: str) -> list[dict[str, Any]]:
    """Counts by year, region, type or body: expected, reported, missing, not assessable, and the share reported."""
    groups: dict[tuple[Any, ...], list[Cell]] = {}
    for cell in cells:
        groups.setdefault(_KEYS[by](cell), []).append(cell)
    return [_counted(by, key, found) for key, found in sorted(groups.items(), key=lambda item: _order(by, item[0]))]


def _counted(by: str, key: tuple[Any, ...], cells: list[Cell]) -> dict[str, Any]:
    reported, missing = (sum(cell.report == value for cell in cells) for value in (1, 0))
    assessed = reported + missing
    record: dict[str, Any] = {"region": key[0], "regionLabel": key[1]} if by == "region" else {by: key[0]}
    if by == "body":
        body = cells[0].body
        record |= {"line": body.row.line, "outcome": body.outcome, "agencyLabel": body.label}
        record |= {"years": [cell.year for cell in cells if cell.report == 1]}
        record |= {"missingYears": [cell.year for cell in cells if cell.report == 0]}
    return record | {
        "expected": len(cells), "reported": reported, "missing": missing, "notAssessable": len(cells) - assessed,
        "share": round(reported / assessed, 4) if assessed else None,
    }  # fmt: skip


_KEYS: Final[dict[str, Callable[[Cell], tuple[Any, ...]]]] = {
    "year": lambda cell: (cell.year,),
    "region": lambda cell: (region.code, region.name) if (region := cell.body.row.region) else (None, None),
    "type": lambda cell: (cell.body.row.type or None,),
    "body": lambda cell: (cell.body.row.body, cell.body.row.line),
}


def _order(by: str, key: tuple[Any, ...]) -> tuple[Any, ...]:
    return (key[1],) if by == "body" else (key[0] is None, key[0] or "")


def _body(graph: Graph, index: Path, row: RosterRow, registry: Registry) -> Body:
    hits = _named(index, row, registry)
    if len(hits) > 1:
        return Body(row, "ambiguous", candidates=tuple(f"{hit.label} <{hit.iri}>" for hit in hits))
    if not hits:
        return Body(row, "unknown")
    return Body(row, "resolved", hits[0].iri, hits[0].label, (), _reports(graph, hits[0].iri))


def _named(index: Path, row: RosterRow, registry: Registry) -> list[Hit]:
    """The agencies of exactly this name in the region: where it is the own name of any, those alone.

    A short name that no agency bears (礼泉县卫健局) is written out by the tables of bodies.
    """
    names, regions = [row.body], registry.regions
    if row.region:
        own = without_level(row.body, row.region, registry)
        names += [regions.full_name(row.region) + name for name in dict.fromkeys((row.body, own))]
    written = [full for name in names for full in in_full(name) if row.region or _names_its_place(name, full)]
    return _of_names(index, names, row, regions) or _of_names(index, written, row, regions)


def _names_its_place(short: str, full: str) -> bool:
    """Whether a short name has its place in full (临江市卫健委, 国家卫健委), so that no region need be given."""
    return any(full.startswith(short[: place.end()]) for place in _PLACED.finditer(short))


def _of_names(index: Path, names: Iterable[str], row: RosterRow, regions: Regions) -> list[Hit]:
    found = {hit.iri: hit for name in names for hit in find(index, name, ("agency",)) if hit.how in ("exact", "alias")}
    for depth in _depths(row):
        for how in ("exact", "alias"):
            hits = [hit for hit in found.values() if hit.how == how and depth(hit.iri, regions)]
            if hits:
                return sorted(hits, key=lambda hit: hit.iri)
    return []


def without_level(name: str, region: Region, registry: Registry) -> str:
    """A body's name without the level word of its region; where that is the beginning of another word, it stays.

    >>> from gigraph.registry import load_registry
    >>> registry = load_registry()
    >>> county, city = registry.regions.named("礼泉县")[0], registry.regions.named("咸阳市")[0]
    >>> without_level("县财政局", county, registry), without_level("市市场监督管理局", city, registry)
    ('财政局', '市场监督管理局')
    >>> without_level("市场监督管理局", city, registry), without_level("市民服务中心", city, registry)
    ('市场监督管理局', '市民服务中心')
    """
    rest, bodies = name[1:], registry.agencies.body_names
    if len(name) < 3 or not region.name.endswith(name[0]):
        return name
    is_word = name in bodies or any(name.startswith(word) for word in registry.words_with_level)
    return name if is_word and rest not in bodies else rest


def _depths(row: RosterRow) -> "Iterator[Callable[[str, Regions], bool]]":
    """Whose region counts: the row's own, then those below it; any, where the row has none."""
    if row.region is None:
        yield lambda iri, regions: True
        return
    code = row.region.code
    yield lambda iri, regions: _code(iri) == code
    if code != CENTRE:
        yield lambda iri, regions: _below(_code(iri), code, regions)


def _below(code: str, above: str, regions: Regions) -> bool:
    region = regions.at(code)
    return region is not None and any(each.code == above for each in regions.ancestors(region))


def _code(iri: str) -> str:
    return unquote(iri.removeprefix(f"{BASE}agency/")).partition("/")[0]


def _reports(graph: Graph, agency: str) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    for row in rows_of(graph, "agency-series", {"agency": Iri(agency)}):
        if row["year"] is not None and row["type"] == ANNUAL:
            found.setdefault(int(row["year"]), []).append((str(row["report"]), str(row["publisherLabel"])))
    return found


def _years(graph: Graph) -> set[int]:
    return {int(row["year"]) for row in rows_of(graph, "reports-by-year") if row["year"] is not None}
