"""Dated changes of organisations: the reforms of the State Council, and local ones that have one date for a level."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from gigraph.errors import RegistryError
from gigraph.registry.region_codes import CENTRE, Region
from gigraph.registry.regions import Regions

_SCOPES = ("central", "province", "prefecture", "county", "local")
# 计划单列市 changed with the provinces; districts of municipalities have no date that holds for all of them.
_WITH_PROVINCES = frozenset({"210200", "330200", "350200", "370200", "440300"})
_MUNICIPALITIES = ("11", "12", "31", "50")


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """seeds/registry/agency_changes.tsv: a change of organisations on a day, or within a time that differs by place.

    kind: concept of the kinds of change. scope: central (names are those of central organs), or a level: then names are
    patterns with {} for the full name of any region of that level (local: of any level). before, after: organisations;
    one that goes on under its name stands in both. partial: those of `before` that gave a part of their duties alone:
    no series of reports goes on over them. until: the last day by which it was done everywhere, where `date` is only
    the first possible; such a pattern speaks of organisations that are known by both names, and of no other.
    """

    date: str
    until: str | None
    kind: str
    scope: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    partial: tuple[str, ...]
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
    until: str = ""
    partial: tuple[str, ...] = ()

    def among(self, names: Container[str]) -> "Change | None":
        """The change as far as it is certain, if only these names are known to be in use; None where it is not."""
        if not self.until:
            return self
        before, after = (tuple(name for name in side if name in names) for side in (self.before, self.after))
        same = set(before) == set(after)
        partial = tuple(name for name in self.partial if name in before)
        return replace(self, before=before, after=after, partial=partial) if before and after and not same else None


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
        changes = (self._local(row, region) for row, endings in self._local_rows if name.endswith(endings))
        return tuple(sorted(change for change in changes if change and name in (*change.before, *change.after)))

    @cached_property
    def _local_rows(self) -> tuple[tuple[ChangeRow, tuple[str, ...]], ...]:
        """The rows of no central organs, each with how the names of all organisations end that it may be of."""
        rows = (row for row in self.rows if row.scope != "central")
        return tuple((row, tuple({form.partition("{}")[2] for form in (*row.before, *row.after)})) for row in rows)

    @cached_property
    def _central(self) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = {}
        for row in self.rows:
            if row.scope == "central":
                change = Change(
                    row.date, CENTRE, row.kind, row.before, row.after, row.source, row.until or "", row.partial
                )
                for name in dict.fromkeys((*row.before, *row.after)):
                    found.setdefault(name, []).append(change)
        return found

    def _local(self, row: ChangeRow, code: str) -> Change | None:
        """A row's change in the region of a code; None where the row does not speak of that region."""
        region = self._regions.at(code, int(row.date[:4]))
        if not region or not _applies(row, region):
            return None
        place = self._regions.full_name(region, int(row.date[:4]))
        sides = (row.before, row.after, row.partial)
        before, after, partial = (tuple(form.format(place) for form in forms) for forms in sides)
        return Change(row.date, code, row.kind, before, after, row.source, row.until or "", partial)


def _applies(row: ChangeRow, region: Region) -> bool:
    if row.until:  # the forms of the names (厅, 局) show the level, the time covers all places
        return row.scope == "local" or row.scope == region.level
    return row.scope == _level(region)


def _level(region: Region) -> str | None:
    """The level with which a region changed, None where none is certain."""
    if region.level == "county" and region.code[:2] in _MUNICIPALITIES:
        return None
    return "province" if region.code in _WITH_PROVINCES else region.level
