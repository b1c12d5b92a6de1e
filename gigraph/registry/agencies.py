"""Curated knowledge of agencies' names: central organs, bodies and their short forms, kinds by suffix."""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from gigraph.registry.agency_rows import (
    AliasRow,
    BodyRow,
    CentralAgency,
    CityRow,
    CommitteeRow,
    KindRow,
    OrganRow,
    OwnWords,
    SectorBody,
    SharedNoun,
)
from gigraph.registry.table import grouped, read_table
from gigraph.text.alternation import alternation

# What official names of ministries begin with, and those of their units leave out (财政部办公厅).
_OF_DEPARTMENTS = ("厅", "局", "委员会")
STATE = "中华人民共和国"
# Short suffixes and the full ones they stand for; one that is written in full stands for itself.
FULL_SUFFIX = {"委": "委员会", "办": "办公室"}


class Agencies:
    """The tables, indexed."""

    def __init__(
        self,
        central: Iterable[CentralAgency],
        bodies: Iterable[BodyRow],
        aliases: Iterable[AliasRow],
        kinds: Iterable[KindRow],
        organs: Iterable[OrganRow] = (),
        own_words: Iterable[OwnWords] = (),
        cities: Iterable[CityRow] = (),
        committees: Iterable[CommitteeRow] = (),
        shared_nouns: Iterable[SharedNoun] = (),
        sector_bodies: Iterable[SectorBody] = (),
    ) -> None:
        self.central_rows = tuple(central)
        self.bodies = tuple(bodies)
        self.alias_rows = tuple(aliases)
        self.kind_rows = tuple(kinds)
        self.organ_rows = tuple(organs)
        self.own_word_rows = tuple(own_words)
        self.cities = tuple(cities)
        self.committee_rows = tuple(committees)
        self.shared_noun_rows = tuple(shared_nouns)
        self.sector_body_rows = tuple(sector_bodies)

    @cached_property
    def central(self) -> dict[str, tuple[CentralAgency, ...]]:
        """Every name and alias of a central organ."""
        return grouped((name, row) for row in self.central_rows for name in dict.fromkeys((row.name, *row.aliases)))

    @cached_property
    def central_sizes(self) -> dict[str, tuple[int, ...]]:
        """How long the names in `central` are that begin with two characters, the longest first."""
        return _sizes((name[:2], name) for name in self.central)

    def central_in(self, name: str, year: int | None) -> CentralAgency | None:
        """The one organ of the centre that a name means in a year; one that was abolished the year before counts."""
        rows = self.central_of(name, year)
        return rows[0] if len(rows) == 1 else None

    def central_of(self, name: str, year: int | None) -> tuple[CentralAgency, ...]:
        """The organs of the centre that a name may mean in a year.

        A name that several bore one after another (国家广电总局) is that of those that there were in that year, else of
        those of the year before; one that none bore then is that of all. The state's name may stand before any
        (中华人民共和国国家发展和改革委员会).
        """
        rows = self.central.get(name) or self.central.get(name.removeprefix(STATE), ())
        kept = (tuple(row for row in rows if _existed(row, year, late)) for late in (0, 1))
        return next((found for found in kept if found), rows)

    @cached_property
    def body_names(self) -> dict[str, tuple[str, ...]]:
        """Every way to write a body (发改委, 发展和改革委员会) to its full forms; several are alternatives."""
        found: dict[str, dict[str, None]] = {}
        for row in self.bodies:
            for suffix in row.suffixes:
                full = row.stem + suffix
                found.setdefault(full, {})
                for stem in (row.stem, *row.shorts):
                    for written in _written(suffix):
                        found.setdefault(stem + written, {})[full] = None
        return {name: (name,) if name in self._full_bodies else tuple(full) for name, full in found.items()}

    @cached_property
    def body_sizes(self) -> dict[str, tuple[int, ...]]:
        """How long the names in `body_names` are that begin with two characters, the longest first."""
        return _sizes((name[:2], name) for name in self.body_names)

    def ends_a_body(self, words: str) -> bool:
        """Whether some body's name ends with words (审计局 with 计局)."""
        return f"{words}\n" in self._bodies_in_lines

    @cached_property
    def _bodies_in_lines(self) -> str:
        return "".join(f"{name}\n" for name in (*self.body_names, *self.central))

    def full_bodies(self, written: str, year: int | None = None) -> tuple[str, ...]:
        """The full forms that a written body (药监局) may stand for; of several those in use in a year."""
        names = self.body_names.get(written, ())
        if len(names) < 2 or year is None:
            return names
        return tuple(name for name in names if self.in_use(name, year)) or names

    def in_use(self, name: str, year: int | None) -> bool:
        """Whether places use a full form of a body in a year."""
        since, until = self._years[name]
        return year is None or ((since or year) <= year <= (until or year))

    @cached_property
    def _years(self) -> dict[str, tuple[int | None, int | None]]:
        return {row.stem + suffix: (row.since, row.until) for row in self.bodies for suffix in row.suffixes}

    @cached_property
    def _full_bodies(self) -> frozenset[str]:
        return frozenset(row.stem + suffix for row in self.bodies for suffix in row.suffixes)

    @cached_property
    def aliases(self) -> dict[str, AliasRow]:
        return {row.short: row for row in self.alias_rows}

    @cached_property
    def unaliased(self) -> "Agencies":
        """The same tables without aliases."""
        return Agencies(
            self.central_rows,
            self.bodies,
            (),
            self.kind_rows,
            self.organ_rows,
            self.own_word_rows,
            self.cities,
            self.committee_rows,
            self.shared_noun_rows,
            self.sector_body_rows,
        )

    @cached_property
    def body_rows(self) -> dict[str, BodyRow]:
        """Full body name (财政厅, 财政局) to its row."""
        return {row.stem + suffix: row for row in self.bodies for suffix in row.suffixes}

    @cached_property
    def matters(self) -> dict[str, tuple[str, ...]]:
        """What departments are for, in full and in short (发展和改革, 发改), with what their names end in."""
        offices = (row.short.removesuffix("局") for row in self.alias_rows if row.short.endswith("局"))  # 税务
        found: dict[str, dict[str, None]] = {stem: {"局": None} for stem in offices if len(stem) > 1}
        for row in (row for row in self.bodies if row.suffixes[0] in _OF_DEPARTMENTS):
            for stem in (row.stem, *row.shorts):
                found.setdefault(stem, {}).update(dict.fromkeys(row.suffixes))
        return {stem: tuple(suffixes) for stem, suffixes in found.items()}

    @cached_property
    def organs(self) -> tuple[str, ...]:
        """The organs of the centre that bear a place's short name."""
        return tuple(row.organ for row in self.organ_rows)

    @cached_property
    def placed_organ(self) -> re.Pattern[str]:
        """One of them with a place's short name (长沙海关)."""
        return re.compile(rf"([\u4e00-\u9fff]{{2,4}}?){alternation(self.organs)}")

    @cached_property
    def own_words(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The last word of a publisher's name, the longest first, with what its report calls it by that."""
        return tuple((row.last, row.words) for row in sorted(self.own_word_rows, key=lambda row: -len(row.last)))

    @cached_property
    def sub_provincial(self) -> frozenset[str]:
        """The sub-provincial cities."""
        return frozenset(row.name for row in self.cities)

    @cached_property
    def committees(self) -> dict[str, str]:
        """What committees of a congress or a 政协 are for, as written, and in full."""
        return {row.word: row.full for row in self.committee_rows}

    @cached_property
    def shared_nouns(self) -> dict[str, SharedNoun]:
        """What lists of lower bodies name once (海事处)."""
        return {row.noun: row for row in self.shared_noun_rows}

    @cached_property
    def sector_bodies(self) -> dict[str, SectorBody]:
        """What bodies under bureaus are called alone (车管所)."""
        return {row.word: row for row in self.sector_body_rows}

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {row.suffix: row.kind for row in self.kind_rows}

    @cached_property
    def _kind_sizes(self) -> dict[str, tuple[int, ...]]:
        """How long the known suffixes are that end with a character, the longest first."""
        return _sizes((suffix[-1:], suffix) for suffix in self._kinds)

    def kind(self, name: str) -> str | None:
        """The kind that the longest known suffix of a name shows, or None."""
        length = len(name)
        for size in self._kind_sizes.get(name[-1:], ()):
            if size <= length and (kind := self._kinds.get(name[length - size :])):
                return kind
        return None


def _sizes(words: Iterable[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for key, word in words:
        found.setdefault(key, set()).add(len(word))
    return {key: tuple(sorted(sizes, reverse=True)) for key, sizes in found.items()}


def _existed(row: CentralAgency, year: int | None, late: int) -> bool:
    """Whether an organ existed in a year, or up to so many years before it."""
    return year is None or ((row.since or year) <= year <= (row.until or year) + late)


def _written(suffix: str) -> tuple[str, ...]:
    return (suffix, *(short for short, full in FULL_SUFFIX.items() if full == suffix))


def read_agencies(folder: Path) -> Agencies:
    """The tables of agencies in a folder. Raises RegistryError with file and line."""
    return Agencies(
        read_table(folder / "central_agencies.tsv", CentralAgency),
        read_table(folder / "agency_bodies.tsv", BodyRow),
        read_table(folder / "agency_aliases.tsv", AliasRow),
        read_table(folder / "agency_kinds.tsv", KindRow),
        read_table(folder / "vertical_organs.tsv", OrganRow),
        read_table(folder / "own_words.tsv", OwnWords),
        read_table(folder / "sub_provincial_cities.tsv", CityRow),
        read_table(folder / "congress_committees.tsv", CommitteeRow),
        read_table(folder / "shared_nouns.tsv", SharedNoun),
        read_table(folder / "sector_bodies.tsv", SectorBody),
    )
