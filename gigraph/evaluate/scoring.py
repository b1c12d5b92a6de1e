"""Matching of output with gold, category by category, by the annotation guideline's "Scoring"."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from gigraph.pipeline.contract import REPORT_FIELDS

Entry = Mapping[str, Any]

_DROPPED = re.compile(r"[\s《》〈〉「」『』“”\"'‘’()（）\[\]〔〕【】、,，.。:：;；·•\-—_]")
_ACCURACIES = ("relation_accuracy", "number_accuracy")


@dataclass(slots=True)
class Tally:
    """Hits, extras and misses of one category, with precision, recall and F1 (1 where nothing was to be found)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def to_json(self) -> dict[str, float]:
        """The counts and the figures, these rounded to four digits."""
        figures = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {"tp": self.tp, "fp": self.fp, "fn": self.fn} | {
            name: round(value, 4) for name, value in figures.items()
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry that does not agree. kind: missed, extra, or field (of the report)."""

    file: str
    category: str
    kind: str
    text: str


@dataclass(slots=True)
class Scores:
    """All scores of a run. `accuracies` are (right, of) of the relation and the number of matched regulations."""

    reports: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    accuracies: dict[str, tuple[int, int]] = field(default_factory=lambda: dict.fromkeys(_ACCURACIES, (0, 0)))
    differences: list[Difference] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def tally(self, category: str) -> Tally:
        return self.tallies.setdefault(category, Tally())

    def values(self) -> dict[str, float]:
        """F1 of each category and the accuracies, rounded to four digits: what floors are compared with."""
        values = {category: round(tally.f1, 4) for category, tally in sorted(self.tallies.items())}
        for name, (right, of) in self.accuracies.items():
            values[name] = round(right / of, 4) if of else 1.0
        return values

    def to_json(self) -> dict[str, dict[str, float]]:
        """The figures as the reference scorer prints them."""
        out: dict[str, dict[str, float]] = {
            category: tally.to_json() for category, tally in sorted(self.tallies.items())
        }
        for name, (right, of) in self.accuracies.items():
            out[name] = {"hits": right, "of": of, "f1": self.values()[name]}
        return out


def normal(text: Any) -> str:
    """A text as it is compared: NFKC, lower case, without white space, brackets, quotes and punctuation.

    >>> normal("《政府信息公开条例》（国令 第７１１号）")
    '政府信息公开条例国令第711号'
    """
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text or "")).lower()


def _decimal(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value).replace(",", "")).normalize()
    except InvalidOperation:
        return None


def _names(entry: Entry) -> set[str]:
    return {normal(entry.get("name")), *(normal(alias) for alias in entry.get("aliases") or [])} - {""}


def _surfaces(entry: Entry) -> set[str]:
    return {normal(surface) for surface in entry.get("surfaces") or []} - {""}


def _same_regulation(gold: Entry, system: Entry) -> bool:
    if gold.get("number") and system.get("number") and normal(gold["number"]) == normal(system["number"]):
        return True
    return _same_name(gold, system)


def _same_name(gold: Entry, system: Entry) -> bool:
    return bool(_names(gold) & _names(system))


def _same_surface(gold: Entry, system: Entry) -> bool:
    forms = _surfaces(gold) & (_surfaces(system) | _names(system))
    return _same_name(gold, system) or bool(forms) or bool(_names(gold) & _surfaces(system))


def _same_statistic(gold: Entry, system: Entry) -> bool:
    if _decimal(gold["value"]) != _decimal(system["value"]) or normal(gold.get("unit")) != normal(system.get("unit")):
        return False
    return _overlap(normal(gold.get("quote")), normal(system.get("quote")))


def _overlap(one: str, other: str) -> bool:
    """Whether two quotes share a run of five characters, or the whole of the shorter one."""
    length = min(5, len(one), len(other))
    return length > 0 and any(one[at : at + length] in other for at in range(len(one) - length + 1))


def _same_cell(gold: Entry, system: Entry) -> bool:
    return (
        _decimal(gold["value"]) == _decimal(system["value"])
        and normal(gold["row"]) == normal(system["row"])
        and normal(gold.get("column")) == normal(system.get("column"))
    )


# category, key of the entries, when two entries are the same, whether differences are listed
_CATEGORIES: tuple[tuple[str, str, Callable[[Entry, Entry], bool], bool], ...] = (
    ("regulations", "regulations", _same_regulation, True),
    ("agencies", "agencies", _same_name, True),
    ("agencies~surface", "agencies", _same_surface, False),
    ("platforms", "platforms", _same_name, True),
    ("platforms~surface", "platforms", _same_surface, False),
    ("statistics", "statistics", _same_statistic, True),
    ("tables", "tables", _same_cell, True),
)


def score(gold: Mapping[str, Entry], outputs: Mapping[str, Entry]) -> Scores:
    """The scores of outputs against gold, both by the report's file name; a missing output counts as empty."""
    scores = Scores(reports=len(gold))
    for name, expected in gold.items():
        output = outputs.get(name) or {}
        _score_fields(scores, name, expected.get("report") or {}, output.get("report") or {})
        for category, key, same, listed in _CATEGORIES:
            hits, missed, extra = _pair(expected.get(key) or [], output.get(key) or [], same)
            _count(scores.tally(category), hits, missed, extra)
            if category == "regulations":
                _score_regulations(scores, hits, missed, extra)
            if listed:
                scores.differences += [Difference(name, category, "missed", _told(entry)) for entry in missed]
                scores.differences += [Difference(name, category, "extra", _told(entry)) for entry in extra]
    return scores


def _pair(
    gold: Iterable[Entry], system: Iterable[Entry], same: Callable[[Entry, Entry], bool]
) -> tuple[list[tuple[Entry, Entry]], list[Entry], list[Entry]]:
    """One entry to one, in order: pairs, gold entries without a partner, output entries without one."""
    left, hits, missed = list(system), [], []
    for entry in gold:
        partner = next((index for index, other in enumerate(left) if same(entry, other)), None)
        if partner is None:
            missed.append(entry)
        else:
            hits.append((entry, left.pop(partner)))
    return hits, missed, left


def _count(tally: Tally, hits: list[Any], missed: list[Any], extra: list[Any]) -> None:
    tally.tp += len(hits)
    tally.fn += len(missed)
    tally.fp += len(extra)


def _score_fields(scores: Scores, name: str, gold: Entry, system: Entry) -> None:
    for key in REPORT_FIELDS:
        expected, given = gold.get(key), system.get(key)
        if expected in (None, "") and given in (None, ""):
            continue
        compare = normal if key in ("title", "publisher") else str
        if compare(str(expected or "")) == compare(str(given or "")):
            scores.tally("report").tp += 1
            continue
        scores.tally("report").fn += expected not in (None, "")
        scores.tally("report").fp += given not in (None, "")
        scores.differences.append(Difference(name, "report", "field", f"{key}: gold {expected!r}, output {given!r}"))


def _score_regulations(
    scores: Scores, hits: list[tuple[Entry, Entry]], missed: list[Entry], extra: list[Entry]
) -> None:
    def bracketed(entries: Iterable[Entry]) -> list[Entry]:
        return [entry for entry in entries if entry.get("bracketed", True)]

    _count(
        scores.tally("regulations~bracketed"), bracketed(gold for gold, _ in hits), bracketed(missed), bracketed(extra)
    )
    relations = [gold.get("relation") == system.get("relation") for gold, system in hits]
    numbers = [normal(gold["number"]) == normal(system.get("number")) for gold, system in hits if gold.get("number")]
    for name, found in zip(_ACCURACIES, (relations, numbers), strict=True):
        right, of = scores.accuracies[name]
        scores.accuracies[name] = (right + sum(found), of + len(found))


def _told(entry: Entry) -> str:
    keys = ("number", "name", "value", "unit", "row", "column", "quote", "surfaces", "relation")
    return " · ".join(str(entry[key]) for key in keys if entry.get(key))
