"""What networks of citations are made of: one tie a citation that was resolved and is chosen."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from gigraph.network.choice import BASIS, Choice
from gigraph.network.facts import Facts, Source, code
from gigraph.store.terms import Value
from gigraph.vocab import PREFIXES

_TIES = """
SELECT ?agency ?regulation ?relation ?report ?year ?formula ?role WHERE {
  GRAPH ?g {
    ?citation cito:hasCitedEntity ?regulation ;
      gi:agent ?agency ;
      gi:relation ?relation ;
      cito:hasCitingEntity ?report .
    OPTIONAL { ?report gi:reportYear ?year }
    OPTIONAL { ?citation gi:formula ?formula }
    OPTIONAL { ?citation gi:role ?role }
  }
}
"""


@dataclass(frozen=True, slots=True)
class Tie:
    """One agency's report and one regulation that it cites. formula: named only where the report says its ground."""

    agency: str
    regulation: str
    relation: str
    report: str
    year: int | None
    formula: bool
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties that are chosen, sorted, and how many more would be but for "formula" or a type of instrument."""

    chosen: list[Tie]
    left_out: Mapping[str, int]


def read_ties(source: Source, facts: Facts, choice: Choice) -> Ties:
    """The ties of a choice; reports that are duplicates of others do not count."""
    copies = facts.copies()
    chosen, left_out = [], Counter[str]()
    for tie in {_tie(row, facts) for row in source.select(_TIES, prefixes=PREFIXES)}:
        kind = facts.kind(tie.regulation)
        if tie.report in copies or not _fits(tie, kind, facts, choice):
            continue
        if why := choice.leaves_out(tie.formula, kind):
            left_out[why] += 1
        else:
            chosen.append(tie)
    return Ties(sorted(chosen, key=_order), {why: left_out[why] for why in sorted(left_out)})


def _fits(tie: Tie, kind: str, facts: Facts, choice: Choice) -> bool:
    return (
        choice.names(tie.relation, tie.role)
        and choice.in_time(tie.year)
        and (not choice.types or kind in choice.types)
        and facts.fits(tie.agency, choice)
    )


def _tie(row: tuple[Value, ...], facts: Facts) -> Tie:
    agency, regulation, relation, report, year, formula, role = row
    part = code(str(role)) if role is not None else None
    return Tie(
        facts.one(str(agency)), facts.one(str(regulation)), str(relation).removeprefix(PREFIXES["gi"]),
        str(report), known_year(year), formula is True or part == BASIS, part,
    )  # fmt: skip


def known_year(value: Value) -> int | None:
    """The year of a cell, None for an empty one."""
    return int(str(value)) if value is not None else None


def _order(tie: Tie) -> tuple[str, str, str, int, str, bool, str]:
    return (tie.agency, tie.regulation, tie.relation, tie.year or 0, tie.report, tie.formula, tie.role or "")
