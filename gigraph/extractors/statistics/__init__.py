"""Figures of running text (annotation guideline, "statistics"): one mention a number, its value a `Figure`."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from gigraph.extractors.forms import table_spans
from gigraph.extractors.own_place import own_places
from gigraph.extractors.statistics.candidate import Candidate
from gigraph.extractors.statistics.context import (
    bound_of,
    clause_of,
    counted,
    measured,
    nearest_term,
    per_of,
    period_of,
    quotation,
)
from gigraph.extractors.statistics.figure import Figure
from gigraph.extractors.statistics.numbers import find_candidates
from gigraph.extractors.statistics.outs import is_figure
from gigraph.extractors.statistics.profile import profiles
from gigraph.models import Kind, Mention, Span
from gigraph.registry import Registry
from gigraph.registry.regions import Regions
from gigraph.registry.units import FigureWords, load_figure_words
from gigraph.text.numerals import plain
from gigraph.text.reading import Reading


def extract(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """The figures of a reading's running text, in order; tables are left to `forms`."""
    words = load_figure_words(registry.folder)
    tables = tuple(sorted(table_spans(reading.document, registry)))
    places = _Places(registry.regions, own_places(reading, registry))
    for start, end in reading.runs:
        settled = (found for found in _settled(reading, start, end, words) if not _in_table(reading, found, tables))
        kept = [found for found in settled if found.script != "chinese" or not _in_place(reading.text, found, places)]
        yield from _mentions(reading, kept, start, end, words)


def _settled(reading: Reading, start: int, end: int, words: FigureWords) -> list[Candidate]:
    """The numbers of a run that are figures, in order; of two that overlap the longer stays."""
    found = [
        one
        for one in find_candidates(reading.text, start, end, words)
        if is_figure(reading.text, one, start, end, words)
    ]
    described = profiles(reading.text, start, end, words)
    found = [one for one in found if not any(begin <= one.start < stop for begin, stop in described)]
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start <= kept[-1].end - kept[-1].start:
                continue
            kept.pop()
        kept.append(one)
    return kept


def _in_table(reading: Reading, found: Candidate, tables: tuple[Span, ...]) -> bool:
    at = reading.view.position(found.start)
    last = bisect_right(tables, at, key=lambda table: table.start) - 1
    return last >= 0 and at < tables[last].end


class _Places(NamedTuple):
    """The regions, and the publisher's own places in full and in short."""

    regions: Regions
    own: frozenset[str]


def _in_place(text: str, found: Candidate, places: _Places) -> bool:
    """Whether a written number is the beginning of a place's name: 七台河市, 五通桥区, 三门 in a report of 三门县."""
    return places.regions.length_at(text, found.start) > 0 or any(
        text.startswith(name, found.start) for name in places.own
    )


def _mentions(reading: Reading, kept: list[Candidate], start: int, end: int, words: FigureWords) -> Iterator[Mention]:
    text, earlier = reading.text, ""
    done: list[tuple[Candidate, int, Span]] = []  # figures so far, with the start of their sentence and their span
    for found in kept:
        clause = clause_of(text, found, start, end)
        of = counted(text, found, clause, earlier)
        quote = reading.view.span(*quotation(text, found, clause, start, end)).of(reading.document.text)
        value, unit = measured(text, found, words)
        figure = Figure(
            value=plain(value),
            unit=unit,
            of=of,
            quote=quote,
            bound=bound_of(text, found, words),
            per=per_of(text, found, clause, words),
            scope=nearest_term(text, found, clause, "scope", words),
            period=period_of(text, found, clause, words),
            whole=_whole(text, found, clause.sentence, done),
        )
        mention = reading.mention(Kind.FIGURE, found.start, found.end, figure, f"figure-{found.script}")
        done.append((found, clause.sentence, mention.span))
        earlier = of
        yield mention


def _whole(text: str, found: Candidate, sentence: int, done: list[tuple[Candidate, int, Span]]) -> Span | None:
    """The figure that this one is a part of: the last of its unit before 其中, in its sentence or the one before."""
    if found.unit in ("%", "‰"):
        return None
    at = text.rfind("其中", sentence, found.start)
    bracket = text.rfind("(", sentence, found.start)
    if bracket != -1 and text.find(")", bracket, found.start) == -1:
        at = max(at, bracket)
    elif at != -1 and "(" in text[max(sentence, at - 1) : at]:
        return None  # 其中 stood in a bracket that is closed
    if at == -1:
        return None
    begun = [start for _, start, span in done if start < sentence][-1:] if at - sentence <= 2 else [sentence]
    wholes = [span for other, start, span in done if [start] == begun and other.start < at and other.unit == found.unit]
    return wholes[-1] if wholes else None
