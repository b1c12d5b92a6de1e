"""The words beside numbers: order, references, and every example run."""

import re

import pytest

from gigraph.extractors.statistics.candidate import Candidate
from gigraph.extractors.statistics.context import bound_of, clause_of, nearest_term, per_of
from gigraph.extractors.statistics.numbers import find_candidates
from gigraph.extractors.statistics.outs import is_figure
from gigraph.extractors.statistics.profile import profiles
from gigraph.registry import load_registry
from gigraph.registry.units import FigureTerm, NumberExclusion, Unit, load_figure_words

FOLDER = load_registry().folder
WORDS = load_figure_words(FOLDER)


def _figures(text: str) -> list[Candidate]:
    found = [one for one in find_candidates(text, 0, len(text), WORDS) if is_figure(text, one, 0, len(text), WORDS)]
    return sorted(found, key=lambda one: (one.start - one.end, one.start))


@pytest.mark.parametrize("file", ["units", "number_exclusions", "figure_terms"])
def test_rows_are_sorted_and_unique(file: str) -> None:
    rows = [tuple(line.split("\t")) for line in (FOLDER / f"{file}.tsv").read_text("utf-8").splitlines()[1:]]
    assert rows == sorted(rows)
    assert len(set(rows)) == len(rows)


def test_a_unit_stands_once_and_has_a_kind() -> None:
    assert len(WORDS.by_unit) == len(WORDS.units)
    assert {unit.kind for unit in WORDS.units} == {"count", "money", "time", "ratio", "score", "measure"}
    assert {unit.chinese for unit in WORDS.units} == {"yes", "no"}


@pytest.mark.parametrize("unit", WORDS.units, ids=lambda unit: unit.unit)
def test_a_units_example_is_a_figure_in_that_unit(unit: Unit) -> None:
    assert _figures(unit.example)[0].unit == unit.unit


@pytest.mark.parametrize("unit", [unit for unit in WORDS.units if unit.not_before], ids=lambda unit: unit.unit)
def test_a_unit_is_none_before_words_that_it_begins(unit: Unit) -> None:
    for word in unit.not_before:
        longer = any(other.unit.startswith(unit.unit + word[:1]) for other in WORDS.units)
        assert longer or all(found.unit != unit.unit for found in _figures(f"共有37{unit.unit}{word}"))


@pytest.mark.parametrize("unit", [unit for unit in WORDS.units if unit.but_before], ids=lambda unit: unit.unit)
def test_a_unit_is_one_before_longer_words(unit: Unit) -> None:
    for word in unit.but_before:
        assert word.startswith(unit.not_before), word
        assert _figures(f"共有37{unit.unit}{word}")[0].unit == unit.unit


@pytest.mark.parametrize("rule", WORDS.exclusions, ids=lambda rule: f"{rule.place} {rule.phrase}")
def test_an_exclusions_example_has_no_figure(rule: NumberExclusion) -> None:
    assert rule.phrase in rule.example
    assert _figures(rule.example) == []


def test_an_exclusion_names_units_of_the_registry() -> None:
    assert {unit for rule in WORDS.exclusions for unit in rule.units} <= set(WORDS.by_unit)


@pytest.mark.parametrize("term", WORDS.terms, ids=lambda term: f"{term.kind} {term.term}")
def test_a_terms_example_is_read_so(term: FigureTerm) -> None:
    text = term.example
    if term.kind == "bare":
        (figure,) = _figures(text)
        assert figure.unit == ""
        assert _figures(text.replace(term.term, "某某")) == []
        return
    if term.kind == "thing":
        assert len(_figures(text)) == 1
        assert _figures(text.removesuffix(term.term)) == []
        return
    if term.place == "sentence":
        described = bool(profiles(text, 0, len(text), WORDS))
        assert described == (term.kind == "profile")
        other = text.replace(term.term, "某某")
        assert bool(profiles(other, 0, len(other), WORDS)) != described or term.kind == "profile"
        return
    found = next(one for one in _figures(text) if one.unit)
    clause = clause_of(text, found, 0, len(text))
    if term.kind == "no-bound":
        assert bound_of(text, found, WORDS) is None
        other = text.replace(term.term, "有" + term.term[-1])
        assert bound_of(other, _figures(other)[0], WORDS)
    elif term.kind == "bound":
        assert bound_of(text, found, WORDS) == term.value
    elif term.kind == "per":
        assert per_of(text, found, clause, WORDS) == term.value
    else:
        assert re.search(re.escape(term.term) + "$", nearest_term(text, found, clause, term.kind, WORDS) or "")
