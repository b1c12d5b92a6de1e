"""What stands beside a number in running text: units, what makes it no figure, words of bound, per, scope, period."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from gigraph.registry.table import read_table
from gigraph.text.alternation import alternation

_NEVER = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Unit:
    """seeds/registry/units.tsv: a unit or classifier. kind: count, money, time, ratio, score, measure.

    chinese: `yes` where a written numeral may stand before it (两次, not 两分). not_before: what may not follow (部门).
    """

    unit: str
    kind: str
    chinese: str
    not_before: tuple[str, ...]
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

    place: before the number, inside (between number and unit), after the unit.
    """

    term: str
    kind: str
    value: str
    place: str
    example: str


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

    def terms_of(self, kind: str, place: str) -> tuple[FigureTerm, ...]:
        """The terms of one kind and place, the longest first."""
        return self._terms.get((kind, place), ())

    def any_of(self, kind: str) -> re.Pattern[str]:
        """A pattern of the characters with which words of a kind (before a number) begin; group 1 is the longest word.

        The word is looked at from behind its first character: so a search is fast, and words may overlap.
        """
        return self._anywhere[kind]

    @cached_property
    def _anywhere(self) -> dict[str, re.Pattern[str]]:
        kinds = dict.fromkeys(term.kind for term in self.terms)
        words = {kind: [term.term for term in self.terms_of(kind, "before")] for kind in kinds}
        return {kind: re.compile(f"{_first(words[kind])}(?<=(?=({alternation(words[kind])})).)") for kind in kinds}

    def found_in(self, kind: str, place: str) -> re.Pattern[str]:
        """A pattern that finds any term of one kind and place."""
        return self._found.get((kind, place), _NEVER)

    @cached_property
    def _found(self) -> dict[tuple[str, str], re.Pattern[str]]:
        return {key: re.compile(alternation(term.term for term in terms)) for key, terms in self._terms.items()}

    def exclusions_at(self, place: str) -> tuple[NumberExclusion, ...]:
        """The exclusions of one place."""
        return self._exclusions.get(place, ())

    def phrases_at(self, place: str) -> tuple[str, ...]:
        """The phrases of the exclusions of one place."""
        return self._phrases.get(place, ())

    @cached_property
    def _terms(self) -> dict[tuple[str, str], tuple[FigureTerm, ...]]:
        found: dict[tuple[str, str], list[FigureTerm]] = {}
        for term in sorted(self.terms, key=lambda term: (-len(term.term), term.term)):
            found.setdefault((term.kind, term.place), []).append(term)
        return {key: tuple(terms) for key, terms in found.items()}

    @cached_property
    def _exclusions(self) -> dict[str, tuple[NumberExclusion, ...]]:
        places = dict.fromkeys(rule.place for rule in self.exclusions)
        return {place: tuple(rule for rule in self.exclusions if rule.place == place) for place in places}

    @cached_property
    def _phrases(self) -> dict[str, tuple[str, ...]]:
        return {place: tuple({rule.phrase for rule in rules}) for place, rules in self._exclusions.items()}


def _first(words: list[str]) -> str:
    """The characters that words begin with: tried first, as most places of a text have none of them."""
    return f"[{''.join(sorted({re.escape(word[0]) for word in words}))}]" if words else "(?!)"


def _unit_source(unit: Unit) -> str:
    source = re.escape(unit.unit)
    if not unit.not_before:
        return source
    return f"{source}(?!{'|'.join(map(re.escape, unit.not_before))})"


@lru_cache(maxsize=4)
def load_figure_words(folder: Path) -> FigureWords:
    """The words beside numbers from a registry's folder. Raises RegistryError with file:line."""
    return FigureWords(
        tuple(read_table(folder / "units.tsv", Unit)),
        tuple(read_table(folder / "number_exclusions.tsv", NumberExclusion)),
        tuple(read_table(folder / "figure_terms.tsv", FigureTerm)),
    )
