"""The regulations that reports cite most: works with number, issuer and dates, their dated versions, their other names.

A law is its title, its versions are dated; an order promulgates a version. A notice and its annex are one work. Every
fact stands in two sources that do not depend on one another, or not at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gigraph.errors import RegistryError
from gigraph.iris import mint
from gigraph.models import DocumentNumber
from gigraph.registry.table import grouped, read_table
from gigraph.text.document_number import parse_document_number
from gigraph.text.titles import title_forms, title_key, without_edition

# Titles of these kinds are known by name alone; those of others need their issuer or number, unless an alias says else.
_LAWS = ("法", "法典")
_NAMED_BY_TITLE = ("法", "法典", "条例", "规定", "办法", "细则", "纲要", "指引", "格式", "规则")


@dataclass(frozen=True, slots=True)
class Regulation:
    """regulations.tsv: one work. Dates are ISO 8601 or empty; `issuer` joins several by 、, the lead first.

    type: concept of the instrument types. successor, implements: titles of other rows. generic: `yes` where the annex
    has a title that any agency may give (2015年政府信息公开工作要点): it resolves only with its issuer or number;
    `regions` where regions give one of that name: behind a region's name 道路运输条例 is that region's.
    """

    title: str
    number: str | None
    issuer: str | None
    type: str
    generic: str | None
    issued: str | None
    in_force: str | None
    repealed: str | None
    successor: str | None
    implements: str | None
    source: str
    checked: str | None

    @property
    def iri(self) -> str:
        """The work's identity: its number, else its title."""
        return mint("regulation", self.number or self.title)

    @property
    def lead_issuer(self) -> str | None:
        return self.issuer.split("、")[0] if self.issuer else None


@dataclass(frozen=True, slots=True)
class Version:
    """regulation_versions.tsv: a dated text of a work. `last_day` is the last day in force, empty while it is.

    order: the promulgating order in normal form. articles: how many the text has, where that is certain.
    forms: the statutory tables that name its articles, a space between each.
    """

    title: str
    issued: str
    order: str | None
    in_force: str
    last_day: str | None
    articles: int | None
    source: str
    checked: str | None
    forms: str | None = None

    @property
    def iri(self) -> str:
        """The version's identity: its work's title and the day on which its text was issued."""
        return mint("regulation", self.title, self.issued)


@dataclass(frozen=True, slots=True)
class Alias:
    """regulation_aliases.tsv: another name. bare: `yes` where it means the work without any brackets too."""

    alias: str
    title: str
    bare: str | None
    example: str


class Regulations:
    """All works, indexed by number, by order, and by every form of their names; exact only."""

    def __init__(
        self, rows: Iterable[Regulation], versions: Iterable[Version] = (), aliases: Iterable[Alias] = ()
    ) -> None:
        self.rows = tuple(rows)
        self.by_title = {row.title: row for row in self.rows}
        self.versions = tuple(sorted(versions, key=lambda version: (version.title, version.in_force)))
        self.aliases = tuple(aliases)
        for alias in self.aliases:
            self._require(alias.title, f"alias {alias.alias}")
        for version in self.versions:
            self._require(version.title, f"version of {version.issued}")

    def _require(self, title: str, what: str) -> None:
        if title not in self.by_title:
            raise RegistryError(f"{what} belongs to {title!r}, which is no row", where="regulations.tsv")

    @cached_property
    def by_number(self) -> dict[str, Regulation]:
        """Document number in normal form to its work."""
        return {row.number: row for row in self.rows if row.number}

    @cached_property
    def by_order(self) -> dict[str, tuple[Version, ...]]:
        """Order (国务院令第492号) to the versions that it promulgated; orders that start anew have several."""
        return grouped((version.order, version) for version in self.versions if version.order)

    @cached_property
    def by_name(self) -> dict[str, tuple[Regulation, ...]]:
        """Comparable form of every title, annex and alias to the works that bear it."""
        found: dict[str, dict[str, Regulation]] = {}
        for row in self.rows:
            for form in title_forms(row.title):
                found.setdefault(title_key(form), {})[row.title] = row
        for alias in self.aliases:
            found.setdefault(title_key(alias.alias), {})[alias.title] = self.by_title[alias.title]
        return {key: tuple(rows.values()) for key, rows in found.items()}

    @cached_property
    def bare_names(self) -> dict[str, Regulation]:
        """Names that mean one work also without brackets: laws with or without 中华人民共和国, aliases so marked."""
        names: dict[str, Regulation] = {}
        for row in self.rows:
            for form in title_forms(row.title) if row.generic != "yes" else ():
                least = 3 if form.endswith(_LAWS) else 4  # 档案法
                if len(form) >= least and form.endswith(_NAMED_BY_TITLE) and not form.startswith("关于"):
                    names[form] = row
        return names | {alias.alias: self.by_title[alias.title] for alias in self.aliases if alias.bare}

    def versions_of(self, title: str) -> tuple[Version, ...]:
        """The dated versions of a work, oldest first."""
        return self._versions_by_title.get(title, ())

    @cached_property
    def _versions_by_title(self) -> dict[str, tuple[Version, ...]]:
        found: dict[str, list[Version]] = {}
        for version in self.versions:
            found.setdefault(version.title, []).append(version)
        return {title: tuple(versions) for title, versions in found.items()}

    def numbered(self, number: DocumentNumber) -> tuple[Regulation, tuple[Version, ...]] | None:
        """The one work of a number, with the versions that the number promulgates; None where none or several."""
        row = self.by_number.get(str(number))
        if row:
            return row, ()
        versions = self.by_order.get(str(number), ())
        titles = {version.title for version in versions}
        return (self.by_title[titles.pop()], versions) if len(titles) == 1 else None

    def named(self, title: str) -> tuple[Regulation, ...]:
        """The works that a title means, word for word, the year of its edition apart: 条例（2019修订）."""
        return self.by_name.get(title_key(title), ()) or self.by_name.get(title_key(without_edition(title)), ())

    def find(self, text: str) -> tuple[Regulation, ...]:
        """The works that a number or a name, as a person types it, means exactly."""
        for number in parse_document_number(text):
            if found := self.numbered(number):
                return (found[0],)
        return self.named(text)


def read_regulations(folder: Path) -> Regulations:
    """The regulations of a folder of tables. Raises RegistryError with file and line."""
    return Regulations(
        read_table(folder / "regulations.tsv", Regulation),
        read_table(folder / "regulation_versions.tsv", Version),
        read_table(folder / "regulation_aliases.tsv", Alias),
    )
