"""Dated changes of organisations: the reforms of the State Council, and local ones that have one date for a level."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from gigraph.errors import RegistryError
from gigraph.registry.region_codes import CENTRE, Region
from gigraph.registry.regions import Regions

_SCOPES = ("central", "province", "prefecture", "county")
# 计划单列市 changed with the provinces; districts of municipalities have no date that holds for all of them.
_WITH_PROVINCES = frozenset({"210200", "330200", "350200", "370200", "440300"})
_MUNICIPALITIES = ("11", "12", "31", "50")


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """seeds/registry/agency_changes.tsv: a change of organisations on a day.

    kind: concept of the kinds of change. scope: central (names are those of central organs), or a level: then names are
    patterns with {} for the full name of any region of that level. before, after: organisations; one that goes on
    under its name stands in both.
    """

    date: str
    kind: str
    scope: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    source: str
    checked: str


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A change of one region's (or the centre's) organisations, all named in full."""

    date: str
    region: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    source: str


class Changes:
    """The changes, found by the name of an organisation that takes part."""

    def __init__(self, rows: Iterable[ChangeRow], regions: Regions) -> None:
        self.rows, self._regions = tuple(rows), regions
        for row in self.rows:
            if row.scope not in _SCOPES:
                raise RegistryError(f"scope {row.scope!r} is none of {_SCOPES}", where="agency_changes.tsv")

    def of(self, region: str, name: str) -> tuple[Change, ...]:
        """The changes that an organisation took part in, by the code of its region and its full name; oldest first."""
        if region == CENTRE:
            return tuple(sorted(self._central.get(name, ())))
        if not any(_may_mean(row, name) for row in self.rows):
            return ()
        return tuple(sorted(change for change in self._local(region) if name in (*change.before, *change.after)))

    @cached_property
    def _central(self) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = {}
        for row in self.rows:
            if row.scope == "central":
                change = Change(row.date, CENTRE, row.kind, row.before, row.after, row.source)
                for name in dict.fromkeys((*row.before, *row.after)):
                    found.setdefault(name, []).append(change)
        return found

    def _local(self, code: str) -> Iterator[Change]:
        for row in self.rows:
            region = self._regions.at(code, int(row.date[:4]))
            if region and row.scope == _level(region):
                place = self._regions.full_name(region, int(row.date[:4]))
                before, after = (tuple(form.format(place) for form in forms) for forms in (row.before, row.after))
                yield Change(row.date, code, row.kind, before, after, row.source)


def _may_mean(row: ChangeRow, name: str) -> bool:
    forms = (form.partition("{}")[2] for form in (*row.before, *row.after))
    return row.scope != "central" and any(name.endswith(form) for form in forms)


def _level(region: Region) -> str | None:
    """The level with which a region changed, None where none is certain."""
    if region.level == "county" and region.code[:2] in _MUNICIPALITIES:
        return None
    return "province" if region.code in _WITH_PROVINCES else region.level
