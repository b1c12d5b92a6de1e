"""Words of places' names: what zones are called, and regions whose names may as well be other words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gigraph.errors import RegistryError
from gigraph.registry.table import read_table
from gigraph.text.alternation import alternation

USES = frozenset({"name", "area", "called", "trade"})
READINGS = frozenset({"noun", "clause", "built"})


@dataclass(frozen=True, slots=True)
class ZoneWord:
    """seeds/registry/zone_words.tsv: a word by which zones are named.

    uses: name (a zone's name ends with it behind a region's: 长沙高新区), area (so does the name of a zone that the
    registry of regions does not know, whatever stands before it), called (what reports of such a zone call it), trade
    (stands before a word of `name`: 经济技术). example: a zone so named.
    """

    word: str
    uses: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class DoubtfulPlace:
    """seeds/registry/doubtful_places.tsv: a region whose name may as well be other words.

    reading: noun (a common noun, 城区: the region only behind its city's name), clause (a word of the sentence and a
    level word, 时任|县委书记), built (so, in names of sites everywhere: 新建|县政府网站). Far from its province, any of
    the last two is other words. example: where it is no place.
    """

    name: str
    reading: str
    example: str


class PlaceWords:
    """The two tables, indexed."""

    def __init__(self, zones: Iterable[ZoneWord] = (), doubtful: Iterable[DoubtfulPlace] = ()) -> None:
        self.zones = tuple(zones)
        self.doubtful = tuple(doubtful)

    def _zone_words(self, use: str) -> tuple[str, ...]:
        """The words of a use, the longest first."""
        words = (row.word for row in self.zones if use in row.uses)
        return tuple(sorted(words, key=lambda word: (-len(word), word)))

    @cached_property
    def zone(self) -> re.Pattern[str]:
        """What a zone's name has behind a region's name: a word, with a trade before it or without (经济技术开发区)."""
        words, trades = self._zone_words("name"), self._zone_words("trade")
        return re.compile(alternation(trade + word for trade in ("", *trades) for word in words))

    @cached_property
    def zone_ends(self) -> tuple[re.Pattern[str], ...]:
        """What `zone` ends in, for a look ahead: one character that is sought at a time is found at once."""
        words = self._zone_words("name")
        return tuple(
            re.compile(f"{last}(?<={'|'.join(sorted({word[-2:] for word in words if word[-1] == last}))})")
            for last in sorted({word[-1] for word in words})
        )

    @cached_property
    def area(self) -> re.Pattern[str]:
        """A zone's whole name, the registry of regions apart."""
        return re.compile(rf"([\u4e00-\u9fff]{{2,16}}?{alternation(self._zone_words('area'))})")

    @cached_property
    def area_ends(self) -> frozenset[str]:
        """The characters with which all names that `area` finds end."""
        return frozenset(word[-1] for word in self._zone_words("area"))

    @cached_property
    def called(self) -> tuple[str, ...]:
        """What zones are called in their own reports, the longest first."""
        return self._zone_words("called")

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Regions that are common nouns, too."""
        return self._read_as("noun")

    @cached_property
    def clauses(self) -> frozenset[str]:
        """Regions that are a word of the sentence and a level word, too."""
        return self._read_as("clause")

    @cached_property
    def in_names_of_sites(self) -> frozenset[str]:
        """Regions that are other words, too, where a site is named."""
        return self.clauses | self._read_as("built")

    def _read_as(self, reading: str) -> frozenset[str]:
        return frozenset(row.name for row in self.doubtful if row.reading == reading)


def read_place_words(folder: Path) -> PlaceWords:
    """The rows of zone_words.tsv and doubtful_places.tsv in a folder. Raises RegistryError with file and line."""
    zones, doubtful = (
        read_table(folder / "zone_words.tsv", ZoneWord),
        read_table(folder / "doubtful_places.tsv", DoubtfulPlace),
    )
    _check("zone_words.tsv", [row.uses for row in zones], USES)
    _check("doubtful_places.tsv", [(row.reading,) for row in doubtful], READINGS)
    return PlaceWords(zones, doubtful)


def _check(file: str, cells: list[tuple[str, ...]], allowed: frozenset[str]) -> None:
    for number, values in enumerate(cells, 2):
        if not values or not allowed.issuperset(values):
            wrong = "|".join(values)
            raise RegistryError(f"{wrong!r} is none of {', '.join(sorted(allowed))}", where=f"{file}:{number}")
