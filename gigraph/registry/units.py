"""What stands beside a number in running text: units, what makes it no figure, words of bound, per, scope, period."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from gigraph.registry.table import read_table
from gigraph.text.alternation import alternation

# A year, and a time up to which (截至2015年底); one that a figure is compared with (比2014年) is not the figure's.
_YEAR_FIRST = "截12"
_YEAR = (
    r"(?<![比较与于同])(?:截[至止]到?[^,。;、]{0,14}?(?:底|末|日|前)|截至目前|截止目前"
    r"|(?:19|20)\d{2}(?:—|-|至)?(?:20\d{2})?(?:年度|学年|年))"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """seeds/registry/units.tsv: a unit or classifier. kind: count, money, time, ratio, score, measure.

    chinese: `yes` where a written numeral may stand before it (两次, not 两分). not_before: what may not follow (部门).
    but_before: longer words that may, though they begin so: 起诉 is no unit's, in 3起诉讼 起 is one.
    only_before: what must follow (3日内 is a span of time, 3日 a date).
    """

    unit: str
    kind: str
    chinese: str
    not_before: tuple[str, ...]
    but_before: tuple[str, ...]
    only_before: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class NumberExclusion:
    """seeds/registry/number_exclusions.tsv: words that make a number none of the guideline's statistics.

    place: after (what follows number and unit), before (what the text before the number ends with), within (a phrase
    that the number is part of). script: any, chinese (written numerals). units: those that it is about, none for all.
    """

    phrase: str
    place: str
    script: str
    units: tuple[str, ...]
    reason: str
    example: str


@dataclass(frozen=True, slots=True)
class FigureTerm:
    """seeds/registry/figure_terms.tsv: a word that tells of a figure its bound, per, scope or period.

    kind no-bound: a word that ends as one of bound does. bare: a number behind it is a figure without a unit; value:
    any number, or a large one (in 万) alone. thing: a noun that makes of a slogan's word a thing that is counted
    (三个服务 is a slogan, 三个服务窗口 are counted).

    profile: a word of sentences that describe the publisher's place (总人口); work: a word by which they tell of the
    reported work all the same.

    place: before the number, inside (between number and unit), after the unit, sentence (anywhere in it).
    """

    term: str
    kind: str
    value: str
    place: str
    example: str


class Phrases(NamedTuple):
    """The exclusions of one place by phrase, the phrases' lengths (rising), last characters, a pattern of any."""

    rules: Mapping[str, Sequence[NumberExclusion]]
    lengths: tuple[int, ...]
    ends: frozenset[str]
    pattern: re.Pattern[str]


class Terms(NamedTuple):
    """The terms of one kind and place: words, longest first, their last characters, values, a pattern."""

    words: tuple[str, ...]
    ends: frozenset[str]
    values: dict[str, str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, eq=False)
class FigureWords:
    """The three tables, with look-ups that are made once; two are the same if they are the same object."""

    units: tuple[Unit, ...]
    exclusions: tuple[NumberExclusion, ...]
    terms: tuple[FigureTerm, ...]

    @cached_property
    def by_unit(self) -> dict[str, Unit]:
        return {unit.unit: unit for unit in self.units}

    @cached_property
    def alternation(self) -> str:
        """The source of a pattern that matches a unit where it is one, the longest first."""
        ordered = sorted(self.units, key=lambda unit: (-len(unit.unit), unit.unit))
        return "|".join(_unit_source(unit) for unit in ordered)

    @cached_property
    def written(self) -> str:
        """The same for units that a written numeral may stand before."""
        ordered = sorted(
            (unit for unit in self.units if unit.chinese == "yes"), key=lambda unit: (-len(unit.unit), unit.unit)
        )
        return "|".join(_unit_source(unit) for unit in ordered)

    @cached_property
    def bound_before(self) -> Terms:
        """Words of bound before a number."""
        return self._of("bound", "before")

    @cached_property
    def bound_after(self) -> Terms:
        """Words of bound behind a unit."""
        return self._of("bound", "after")

    @cached_property
    def no_bounds(self) -> tuple[str, ...]:
        """Words that end as a word of bound does."""
        return self._of("no-bound", "before").words

    def bare(self, value: str) -> tuple[str, ...]:
        """The words behind which a number is a figure without a unit: any number, or large ones (3.2万)."""
        terms = self._of("bare", "before")
        return tuple(word for word in terms.words if terms.values[word] == value)

    @cached_property
    def per_before(self) -> Terms:
        """Words before a number that tell what span of time it is for."""
        return self._of("per", "before")

    @cached_property
    def per_after(self) -> Terms:
        """Words behind a unit that tell what span of time a number is for."""
        return self._of("per", "after")

    @cached_property
    def profile(self) -> re.Pattern[str]:
        """Words of sentences that describe the publisher's place or house."""
        return self._of("profile", "sentence").pattern

    @cached_property
    def work(self) -> re.Pattern[str]:
        """Words of sentences that tell of the reported work."""
        return self._of("work", "sentence").pattern

    @cached_property
    def thing(self) -> re.Pattern[str]:
        """Behind a slogan's word, what makes it a thing that is counted (三个服务窗口, 两个重点工作专班)."""
        return re.compile(
            rf"[\u4e00-\u9fff]{{0,2}}?(?:{alternation(self._of('thing', 'after').words)})(?!工作|任务|建设|意识|大局)"
        )

    def any_of(self, kind: str) -> re.Pattern[str]:
        """A pattern of the characters with which words of a kind (before a number) begin; group 1 is the longest word.

        A year is a word of period, too. The word is looked at from behind its first character: so a search is fast,
        and words may overlap.
        """
        return self._anywhere[kind]

    @cached_property
    def _anywhere(self) -> dict[str, re.Pattern[str]]:
        kinds = dict.fromkeys(term.kind for term in self.terms)
        words = {kind: self._of(kind, "before").words for kind in kinds}
        also = {"period": (_YEAR_FIRST, f"|{_YEAR}")}
        return {kind: _anywhere(words[kind], *also.get(kind, ())) for kind in kinds}

    @cached_property
    def excluded_after(self) -> Phrases:
        """What excludes a number where it follows number and unit."""
        return self._at("after")

    @cached_property
    def excluded_before(self) -> Phrases:
        """What excludes a number where the text before it ends so."""
        return self._at("before")

    @cached_property
    def excluded_within(self) -> Phrases:
        """What excludes a number that is a part of it."""
        return self._at("within")

    def _at(self, place: str) -> Phrases:
        rules: dict[str, list[NumberExclusion]] = {}
        for rule in self.exclusions:
            if rule.place == place:
                rules.setdefault(rule.phrase, []).append(rule)
        lengths = tuple(sorted({0, *map(len, rules)}))
        return Phrases(rules, lengths, frozenset(phrase[-1] for phrase in rules), re.compile(alternation(rules)))

    def _of(self, kind: str, place: str) -> Terms:
        terms = (term for term in self.terms if (term.kind, term.place) == (kind, place))
        ordered = sorted(terms, key=lambda term: (-len(term.term), term.term))
        values = {term.term: term.value for term in ordered}
        return Terms(tuple(values), frozenset(word[-1] for word in values), values, re.compile(alternation(values)))


def _anywhere(words: tuple[str, ...], first: str = "", also: str = "") -> re.Pattern[str]:
    """A pattern of the characters that words begin with, tried first, as most places of a text have none of them."""
    first += "".join(sorted({re.escape(word[0]) for word in words}))
    return re.compile(f"[{first}](?<=(?=({alternation(words)}{also})).)" if first else "(?!)()")


def _unit_source(unit: Unit) -> str:
    source = re.escape(unit.unit)
    if unit.only_before:
        return f"{source}(?={'|'.join(map(re.escape, unit.only_before))})"
    if not unit.not_before:
        return source
    barred = f"(?!{'|'.join(map(re.escape, unit.not_before))})"
    return (
        f"{source}(?:{barred}|(?={'|'.join(map(re.escape, unit.but_before))}))" if unit.but_before else source + barred
    )


@lru_cache(maxsize=4)
def load_figure_words(folder: Path) -> FigureWords:
    """The words beside numbers from a registry's folder. Raises RegistryError with file:line."""
    return FigureWords(
        tuple(read_table(folder / "units.tsv", Unit)),
        tuple(read_table(folder / "number_exclusions.tsv", NumberExclusion)),
        tuple(read_table(folder / "figure_terms.tsv", FigureTerm)),
    )
