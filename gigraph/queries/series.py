"""One indicator over the years: the values of each agency, comparable across the forms, and where the series breaks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from gigraph.queries.asking import rows_of
from gigraph.store import Bindable, Graph, Iri, Literal
from gigraph.vocab import PREFIXES


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a series. form: that it was printed in; crosswalk: exact, or close where the measures only come near.

    state: certain, inferred or computed. derived: how, where the report itself does not state the value:
    neighbouring-year, sum-of-parts, sum-of-parts-blank-as-zero. scope: aggregate (a government's area), own, or None.
    counts: false where another report of the agency for that year, a later version or copy, has another value that
    counts instead. quote: the words of the report, None where a neighbouring year decided.
    """

    agency: str
    agencyLabel: str  # noqa: N815  # the key of the records, as in every other answer
    year: int
    value: Decimal
    unit: str | None
    state: str
    derived: str | None
    scope: str | None
    form: str
    crosswalk: str
    counts: bool
    quote: str | None
    report: str


@dataclass(frozen=True, slots=True)
class Break:
    """The first year in which an indicator is another, and why."""

    year: int
    label: str


@dataclass(frozen=True, slots=True)
class Series:
    """The points of an indicator, by agency and year, with the breaks between the years that they span."""

    indicator: str
    points: tuple[Point, ...]
    breaks: tuple[Break, ...]

    def records(self) -> list[dict[str, Any]]:
        """A record a point; `break` tells what changed since the agency's last year."""
        records, last = [], dict[str, int]()
        for point in self.points:
            before = last.get(point.agency, point.year)
            told = [one.label for one in self.breaks if before < one.year <= point.year]
            records.append({**asdict(point), "break": "; ".join(told) or None})
            last[point.agency] = point.year
        return records

    def by_agency(self) -> dict[str, list[tuple[int, Decimal]]]:
        """The values that count of each agency by its name, with their years."""
        found: dict[str, dict[int, Decimal]] = {}
        for point in self.points:
            if not point.counts:
                continue
            found.setdefault(point.agencyLabel, {}).setdefault(point.year, point.value)
        return {name: sorted(values.items()) for name, values in found.items()}


def series(
    graph: Graph,
    indicator: str,
    *,
    agency: str | None = None,
    region: str | None = None,
    since: int | None = None,
    until: int | None = None,
    close: bool = False,
) -> Series:
    """The series of an indicator (its IRI), of one agency or a region's agencies (IRIs too), between two report years.

    A heading without a row of its own is the sum of its rows; a report that has one of them open, or not at all, has
    no point. A cell that a report leaves open has the value that a neighbouring year's report decides, if any. Of
    several reports of an agency for one year one counts; the others have points only where their values differ.
    close: with values of other forms that come near the indicator without being the same measure.
    """
    terms: dict[str, Bindable] = {"indicator": Iri(indicator), "match": "close" if close else "exact"}
    terms |= {name: Iri(iri) for name, iri in (("agency", agency), ("region", region)) if iri}
    years = (("since", since), ("until", until))
    terms |= {name: Literal(f"{year:04}", PREFIXES["xsd"] + "gYear") for name, year in years if year is not None}
    printed = terms | {"indicator": Iri(_total(indicator))}
    points = [_point(row) for row in rows_of(graph, "indicator-series", printed)]
    stated = {point.report for point in points}
    sums = rows_of(graph, "heading-series", {name: term for name, term in terms.items() if name != "match"})
    points += [_sum(row) for row in sums if row["value"] is not None and str(row["report"]) not in stated]
    points = list(_one_a_year(points))
    points.sort(key=lambda point: (point.agencyLabel, point.year, point.form, not point.counts))
    return Series(indicator, tuple(points), _breaks(graph, indicator, points))


def _one_a_year(points: Iterable[Point]) -> Iterator[Point]:
    """The points with one that counts for each agency, year and nearness of the measure.

    It is that of the report which no later version or copy stands for, of several the first by its IRI. The others
    are left out where they say the same; a report's own second table does not come between.
    """
    groups: dict[tuple[str, int, str], list[Point]] = {}
    for point in points:
        groups.setdefault((point.agency, point.year, point.crosswalk), []).append(point)
    for group in groups.values():
        first = min(group, key=lambda point: (not point.counts, point.report))
        values = {point.value for point in group if point.report == first.report}
        for point in group:
            own = point.report == first.report
            if own or point.value not in values:
                yield replace(point, counts=own)


def _total(indicator: str) -> str:
    """The row that states the total of a heading, where the form has one; else the indicator itself."""
    return re.sub(r"/requests/results$", "/requests/total", indicator)


def _sum(row: dict[str, Any]) -> Point:
    """The sum of the rows below a heading; rows left blank count as none, and it is said."""
    derived = "sum-of-parts-blank-as-zero" if row["blank"] else "sum-of-parts"
    return _point(row | {"unit": None, "state": "computed", "derived": derived, "crosswalk": "exact", "quote": None})


def _point(row: dict[str, Any]) -> Point:
    return Point(
        str(row["agency"]), row["agencyLabel"] or str(row["agency"]), row["year"], row["value"], row["unit"],
        row["state"], row["derived"], row["scope"], row["form"], row["crosswalk"], row["counts"], row["quote"],
        str(row["report"]),
    )  # fmt: skip


def _breaks(graph: Graph, indicator: str, points: Iterable[Point]) -> tuple[Break, ...]:
    years = [point.year for point in points]
    rows = rows_of(graph, "series-breaks", {"indicator": Iri(indicator)})
    return tuple(
        Break(row["year"], row["breakLabel"]) for row in rows if years and min(years) < row["year"] <= max(years)
    )
