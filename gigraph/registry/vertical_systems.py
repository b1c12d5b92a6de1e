"""The systems of organs of the centre with lower bodies in the provinces: what each body of one is called."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from gigraph.text.fold import HAN

_PLACE = re.compile(r"\{[a-z]+\}")


@dataclass(frozen=True, slots=True)
class SystemRow:
    """seeds/registry/vertical_systems.tsv: the bodies of a system at a level.

    level: centre, province, prefecture, county, any of the three, or named for no region. name, others: full names with
    {full} (咸阳市) or {short} (咸阳) for the place. words: what reports of the system call such a body by (总队, 局).
    since, until: years. example: `publisher:surface=full name`.
    """

    system: str
    level: str
    name: str
    others: tuple[str, ...]
    words: tuple[str, ...]
    since: int | None
    until: int | None
    example: str

    @property
    def forms(self) -> tuple[str, ...]:
        """All names."""
        return (self.name, *self.others)

    def in_use(self, year: int | None) -> bool:
        """Whether there were such bodies in a year, or in the year before (a report of the year after a reform)."""
        return year is None or ((self.since or year) <= year <= (self.until or year) + 1)


class Membership(NamedTuple):
    """A body's row, and the other rows of its system."""

    row: SystemRow
    rows: tuple[SystemRow, ...]


class Systems:
    """The table, indexed by the names of its bodies."""

    def __init__(self, rows: Iterable[SystemRow]) -> None:
        self.rows = tuple(rows)
        self._found: dict[tuple[str, int | None], Membership | None] = {}  # what `of` has answered

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], SystemRow], ...]:
        found = [(form, row) for row in self.rows if row.level != "centre" for form in row.forms]
        found.sort(key=lambda item: -len(_PLACE.sub("", item[0])))
        place = f"[{HAN}]{{2,14}}"
        return tuple((re.compile(place.join(map(re.escape, _PLACE.split(form)))), row) for form, row in found)

    def full_forms(self, name: str, short: str, year: int | None = None) -> tuple[str, ...]:
        """All names of a body named for a place by its short name (陕西调查总队), the official first; none if unknown.

        Nothing where rows in use that year tell different bodies.
        """
        found = {
            tuple(form.replace("{short}", short) for form in row.forms)
            for row in self.rows
            if row.in_use(year) and any(form.replace("{short}", short) == name for form in row.forms)
        }
        return next(iter(found)) if len(found) == 1 else ()

    def of(self, name: str, year: int | None = None) -> Membership | None:
        """The system that a body belongs to by its name, as there was one in a year."""
        if (name, year) not in self._found:
            row = next((row for form, row in self._patterns if row.in_use(year) and form.fullmatch(name)), None)
            rows = tuple(other for other in self.rows if row and other.system == row.system)
            self._found[name, year] = Membership(row, rows) if row else None
        return self._found[name, year]
