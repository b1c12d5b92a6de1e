"""The three statutory tables: every label in the order in which the form prints it, and other wordings of a label."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from gigraph.errors import RegistryError
from gigraph.registry.table import read_table
from gigraph.text.alternation import alternation
from gigraph.text.fold import HAN, fold

_NOT_HAN = re.compile(f"[^{HAN}]+")
_NOTE = re.compile(r"\((?![一二三四五六七八九十]{1,2}\))[^()]{0,80}\)")
# The columns of section three by their keys, in the order of both forms.
APPLICANTS = (
    "natural-persons", "companies", "research-institutions", "public-welfare-organisations", "legal-services",
    "other-organisations", "all",
)  # fmt: skip
_FILES = {"2014-statistics": "form_2014.tsv", "2019": "form_2019.tsv", "2021": "form_2021.tsv"}


@dataclass(frozen=True, slots=True)
class FormItem:
    """One label of a form (seeds/registry/form_*.tsv, in printed order).

    part: statistics (the table of 2014), disclosure, requests, review (sections two to four of the annual report).
    kind: block, group, column, heading, row; columns of a part or block stand before its rows. key: the indicator's.
    name: the label as FORMS gives it, outer to inner. label: its own words. number: its numbering. unit: its unit.
    """

    part: str
    kind: str
    key: str
    name: str
    label: str
    number: str
    unit: str
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class FormAlias:
    """Another wording of a label (seeds/registry/form_aliases.tsv)."""

    form: str
    part: str
    key: str
    label: str
    example: str


class Wording(NamedTuple):
    """One wording of an item: its core, the item and its place in its part, and the wording's own number there.

    weight: by how many characters it tells its item, a row's a little more; beyond twelve none counts.
    """

    core: str
    order: int
    item: FormItem
    number: int
    weight: float


class Column(NamedTuple):
    """A column of a row: its key where the form knows it, its label as FORMS gives it or as printed, its unit."""

    key: str
    name: str
    unit: str = ""


class Labels(NamedTuple):
    """The wordings of a part: a pattern of the characters that they begin with, and those that the text then holds.

    Group 1 of the pattern is the longest core; `begun` has it with all that are a beginning of it.
    """

    pattern: re.Pattern[str]
    begun: Mapping[str, tuple[Wording, ...]]


@dataclass(frozen=True)
class Form:
    """A form with its items in printed order and the other wordings of each."""

    name: str
    items: tuple[FormItem, ...]
    aliases: tuple[FormAlias, ...]

    @cached_property
    def parts(self) -> dict[str, tuple[FormItem, ...]]:
        """The items by part, each in printed order."""
        names = dict.fromkeys(item.part for item in self.items)
        return {name: tuple(item for item in self.items if item.part == name) for name in names}

    @cached_property
    def wordings(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """The cores of all wordings by part and key of an item, its own first."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for item in self.items:
            aliases = (alias.label for alias in self.aliases if (alias.part, alias.key) == (item.part, item.key))
            words = found.get((item.part, item.key), ())
            found[item.part, item.key] = tuple(dict.fromkeys((*words, core(item.label), *map(core, aliases))))
        return found

    @cached_property
    def labels(self) -> dict[str, Labels]:
        """The wordings of all items by part, as a text is searched for them."""
        return {part: _labels(items, self.wordings) for part, items in self.parts.items()}

    @cached_property
    def heads(self) -> re.Pattern[str]:
        """The wordings of blocks and columns of section two: without one of them there is none."""
        heads = [item for item in self.items if item.part == "disclosure" and item.kind in ("block", "column")]
        words = (word for item in heads for word in self.wordings[item.part, item.key])
        return re.compile(alternation(word for word in words if word))

    @cached_property
    def columns(self) -> dict[FormItem, tuple[Column, ...]]:
        """The columns of each label behind them: those of its part, in section two those of its block."""
        found: dict[FormItem, tuple[Column, ...]] = {}
        for part, items in self.parts.items():
            open_ones: list[Column] = []
            for item in items:
                if item.kind == "block" and part == "disclosure":
                    open_ones = []
                elif item.kind == "column":
                    open_ones.append(Column(item.key, item.name, item.unit))
                found[item] = tuple(open_ones)
        return found

    def row(self, part: str, key: str) -> FormItem | None:
        """The row of a part with a key."""
        return self._rows.get((part, key))

    @cached_property
    def _rows(self) -> dict[tuple[str, str], FormItem]:
        return {(item.part, item.key): item for item in reversed(self.items) if item.kind == "row"}


def _labels(items: Sequence[FormItem], wordings: Mapping[tuple[str, str], Sequence[str]]) -> Labels:
    cores = [(core, order, item) for order, item in enumerate(items) for core in wordings[item.part, item.key]]
    found = [Wording(*one, number, _weight(one[0], one[2])) for number, one in enumerate(cores) if one[0]]
    first = "".join(sorted({wording.core[0] for wording in found}))
    # The label is looked at from behind its first character: so a search is fast, and labels may overlap.
    pattern = re.compile(f"[{first}](?<=(?=({alternation(wording.core for wording in found)})).)")
    begun = {longest: tuple(one for one in found if longest.startswith(one.core)) for longest, *_ in found}
    return Labels(pattern, begun)


def _weight(core: str, item: FormItem) -> float:
    return min(len(core), 12) + (0.5 if item.kind == "row" else 0.0)


@lru_cache(maxsize=4096)
def core(label: str) -> str:
    """What labels are compared by: their Chinese characters, without a note in brackets.

    >>> core("危及“三安全一稳定”"), core("专职人员数(不包括政府公报及政府网站工作人员数)"), core("第二十条第（一）项")
    ('危及三安全一稳定', '专职人员数', '第二十条第一项')
    """
    return _NOT_HAN.sub("", _NOTE.sub("", fold(label)))


@lru_cache(maxsize=4)
def load_forms(folder: Path) -> dict[str, Form]:
    """The forms by name from a registry's folder. Raises RegistryError with file:line."""
    aliases = read_table(folder / "form_aliases.tsv", FormAlias)
    forms = {
        name: Form(name, tuple(read_table(folder / file, FormItem)), _of(aliases, name))
        for name, file in _FILES.items()
    }
    for number, alias in enumerate(aliases, 2):
        form = forms.get(alias.form)
        if form is None or not any((item.part, item.key) == (alias.part, alias.key) for item in form.items):
            raise RegistryError(f"no label {alias.key!r} in form {alias.form!r}", where=f"form_aliases.tsv:{number}")
    return forms


def _of(aliases: list[FormAlias], form: str) -> tuple[FormAlias, ...]:
    """A form's aliases; requests and review are the same in both forms of the annual report."""
    annual = ("2019", "2021")
    return tuple(
        alias
        for alias in aliases
        if alias.form == form or (form in annual and alias.form in annual and alias.part != "disclosure")
    )
