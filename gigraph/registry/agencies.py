"""Curated knowledge of agencies' names: central organs, bodies and their short forms, kinds by suffix."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

# What official names of ministries begin with, and those of their units leave out (财政部办公厅).
STATE = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class CentralAgency:
    """seeds/registry/central_agencies.tsv: an organ of the centre with the years that it existed (inclusive).

    name: the official one (中华人民共和国财政部; 国发〔2018〕6号 lists them), a ministry has its short name
    as first alias.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    parent: str | None
    since: int | None
    until: int | None
    source: str
    checked: str | None


@dataclass(frozen=True, slots=True)
class BodyRow:
    """seeds/registry/agency_bodies.tsv: a kind of body that places have (财政 + 厅|局).

    shorts: short stems (发改, 发展改革); a short suffix stands for the long one (委 for 委员会, 办 for 办公室).
    sector: concept of the sectors. since, until: years in which places use the form, by the reforms; they only choose
    among forms of one short form.
    example: `surface=official name`, read from a county (礼泉县) of Shaanxi.
    """

    stem: str
    suffixes: tuple[str, ...]
    shorts: tuple[str, ...]
    sector: str
    since: int | None
    until: int | None
    example: str


@dataclass(frozen=True, slots=True)
class AliasRow:
    """seeds/registry/agency_aliases.tsv: what stands behind a place's name, and its full form with {} for that name.

    Several full forms are alternatives that cannot be told apart. other: further full forms of the same body.
    """

    short: str
    full: tuple[str, ...]
    other: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class KindRow:
    """seeds/registry/agency_kinds.tsv: the kind of agency that a suffix shows; the longest suffix decides."""

    suffix: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class StopRow:
    """seeds/registry/agency_stopwords.tsv: a word that bounds agencies' names.

    role: inside (never within an open name, unless in a word that is fine), start (never at its beginning), after (what
    follows makes it part of another name), level-left and level-right (words with the character of a level word),
    bare-left (characters that may stand before a name without a place's name); own (a body that an organisation has of
    its own: named without a place's name in its report, it is its). example: a phrase where it bounds, or stands.
    """

    word: str
    role: str
    example: str


# Organs of the centre that bear a place's short name (海关法 3; 统计法 26 and the like).
VERTICAL_ORGANS = (
    "海关|海事局|铁路局|铁路监督管理局|调查总队|调查队|出入境检验检疫局|出入境边防检查总站|银监局|银保监局|证监局|保监局|能源监管办"
    "|供电局|电业局|电力局|邮政管理局|通信管理局|专员办|煤矿安全监察局|矿山安全监察局|金融监管局"
)
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
    ) -> None:
        self.central_rows = tuple(central)
        self.bodies = tuple(bodies)
        self.alias_rows = tuple(aliases)
        self.kind_rows = tuple(kinds)

    @cached_property
    def central(self) -> dict[str, tuple[CentralAgency, ...]]:
        """Every name and alias of a central organ."""
        found: dict[str, list[CentralAgency]] = {}
        for row in self.central_rows:
            for name in dict.fromkeys((row.name, *row.aliases)):
                found.setdefault(name, []).append(row)
        return {name: tuple(rows) for name, rows in found.items()}

    @cached_property
    def central_sizes(self) -> dict[str, tuple[int, ...]]:
        """How long the names in `central` are that begin with two characters, the longest first."""
        return _sizes((name[:2], name) for name in self.central)

    def central_in(self, name: str, year: int | None) -> CentralAgency | None:
        """The one organ of the centre that a name means in a year; one that was abolished the year before counts."""
        rows = self.central.get(name)
        if not rows:
            return None
        rows = tuple(row for row in rows if _existed(row, year)) or rows
        return rows[0] if len(rows) == 1 else None

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
        return Agencies(self.central_rows, self.bodies, (), self.kind_rows)

    @cached_property
    def body_rows(self) -> dict[str, BodyRow]:
        """Full body name (财政厅, 财政局) to its row."""
        return {row.stem + suffix: row for row in self.bodies for suffix in row.suffixes}

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


def _existed(row: CentralAgency, year: int | None) -> bool:
    return year is None or ((row.since or year) <= year <= (row.until or year) + 1)


def _written(suffix: str) -> tuple[str, ...]:
    return (suffix, *(short for short, full in FULL_SUFFIX.items() if full == suffix))
