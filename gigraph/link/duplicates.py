"""Which reports are one report from several sources, and which are versions of one another. Exact, not by likeness.

Reports are compared within a group: same publisher (as the report names it) and same year. Within it

- the same letters and digits of the body (text/fingerprint.py) are one report: all but one are `gi:duplicateOf` that
  one, and only it counts. It is the one whose graph says most, of several the first by its source key.
- other bodies stay apart and count apart. Where the agency is certainly one and the kind of document the same, the
  share of clauses that both have tells what they are: at least `ALIKE` and the same figures, a suspected copy
  (`gi:nearDuplicateOf`); at least `ALIKE` with other figures, another version (`gi:otherVersionOf`); less, but the same
  title, two texts under one title (`gi:sharesTitleWith`).
- what is left, of whatever kinds, with the same statutory table (all certain cells are the very same: a table that was
  published apart, a page that has the report's table and other words) shares it (`gi:sharesTableWith`): one figure of
  one agency and year, from whichever it is taken. That is no copy: a second edition may correct words alone.

A statement about a version or a shared thing stands with the later one, in one order for all, so that of several the
last is nowhere behind.

A pure function of the groups: what changes in one group changes nothing in another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from gigraph.iris import BASE
from gigraph.link.stocks import Row
from gigraph.mapping.lines import iri, name
from gigraph.text.fingerprint import SKETCH

ALIKE = 0.5  # of the clauses of both taken together
Group = tuple[str, str]
Statement = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Copy:
    """One report as it is compared.

    publisher: IRI, None where it is not known; name: as the report gives it. statements: how many its graph has.
    body, figures: digests, None where the report has no prose; clauses: digests of a sample of its clauses, with spaces
    between them. table: digest of its certain cells, None where it has none.
    """

    report: str
    key: str
    publisher: str | None
    name: str
    year: str
    statements: int
    title: str | None
    kind: str | None
    issued: str | None
    body: str | None
    figures: str | None
    clauses: str
    table: str | None = None

    @property
    def group(self) -> Group:
        """The reports that it is compared with."""
        return self.name, self.year

    @property
    def region(self) -> str | None:
        """The code of the publisher's region, where its key has one: only then is the agency certainly one."""
        code = (self.publisher or "").removeprefix(f"{BASE}agency/").partition("/")[0]
        return code if len(code) == 6 and code.isdecimal() else None


def copy_of(publisher: Row, report: Row) -> Copy:
    """What is compared of a report, from its contribution's `publisher` and `report`."""
    own, key, statements, title, kind, issued, body, figures, clauses, table = report
    agency, name, year = publisher
    words = title, kind, issued, body, figures, clauses or "", table
    return Copy(own, key or "", agency, name or "", year or "", statements, *words)


def copy_statements(members: Sequence[Copy]) -> Iterator[str]:
    """What the reports of a group are to one another, as statements without graph."""
    if len(members) > 1:
        for own, relation, other in within_group(members):
            yield f"{iri(own)} {name(relation)} {iri(other)}"


def within_group(members: Iterable[Copy]) -> Iterator[Statement]:
    """The statements about the reports of one group."""
    canonical = []
    for same in _same(members).values():
        first, *others = sorted(same, key=lambda copy: (-copy.statements, copy.key))
        canonical.append(first)
        yield from ((other.report, "gi:duplicateOf", first.report) for other in others)
    yield from _versions(canonical)


def _same(members: Iterable[Copy]) -> Mapping[object, list[Copy]]:
    """The members by what they say; equal words of agencies of two regions are a form that both filled in."""
    found: dict[tuple[str, str], list[Copy]] = {}
    apart: dict[object, list[Copy]] = {}
    for copy in members:
        if copy.body is None or not copy.name:
            apart[copy.report] = [copy]
        else:
            found.setdefault((copy.body, copy.kind or ""), []).append(copy)
    for words, same in found.items():
        regions = {copy.region for copy in same if copy.region}
        for copy in same:
            place = copy.region if len(regions) > 1 else "one"
            apart.setdefault((words, place or copy.report), []).append(copy)
    return apart


def _versions(members: Iterable[Copy]) -> Iterator[Statement]:
    agencies: dict[str | None, list[Copy]] = {}
    for copy in members:
        if copy.region and copy.year:
            agencies.setdefault(copy.publisher, []).append(copy)
    for same in agencies.values():
        for first, second in combinations(sorted(same, key=lambda copy: (copy.issued or "", copy.key)), 2):
            relation = _relation(first, second)
            if relation:
                yield second.report, relation, first.report


def _relation(first: Copy, second: Copy) -> str | None:
    is_kind = first.kind == second.kind
    if is_kind and first.body and second.body and share(first.clauses, second.clauses) >= ALIKE:
        return "gi:nearDuplicateOf" if first.figures == second.figures else "gi:otherVersionOf"
    if is_kind and first.title and first.title == second.title:
        return "gi:sharesTitleWith"
    return "gi:sharesTableWith" if first.table and first.table == second.table else None


def share(first: str, second: str) -> float:
    """The share of clauses that two reports have in common among all of both: exact where both have few, else sampled.

    >>> share("a b c", "b c d")
    0.5
    """
    return _share(frozenset(first.split()), frozenset(second.split()))


def _share(first: frozenset[str], second: frozenset[str]) -> float:
    sample = sorted(first | second)[:SKETCH]
    return sum(clause in first and clause in second for clause in sample) / len(sample) if sample else 0.0
