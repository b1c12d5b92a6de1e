"""Cells that stayed ambiguous, decided by the same agency's report of the year before or after.

Two stocks go from one report to the next: documents in force (last year's + made - repealed = this year's) and
requests (last year's carried forward = this year's carried over, by applicant). A cell gets a derived value only where
all readings that fit what the neighbour states agree; real tables have slips, so where none fits, the contradiction is
stated and nothing derived. The report's own graph does not change.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gigraph.iris import BASE, mint
from gigraph.link.stocks import CARRIED_IN, CARRIED_OUT, DOCUMENTS, FLOWS, Row
from gigraph.mapping.lines import Pair, decimal, iri, name, node, plain
from gigraph.registry.forms import APPLICANTS
from gigraph.resolve.cell_values import MOST_CANDIDATES

_STEPS = 20_000  # of the search for the readings of one row
_RUN = re.compile(r"[0-9\s]{1,200}")
_BLANKS = "fewer-numbers-than-cells"  # the reason of cells in a row that leaves empty ones out: each may be blank
_READ = ("several-readings", _BLANKS)
_ORDER = {CARRIED_IN: APPLICANTS, CARRIED_OUT: APPLICANTS} | dict.fromkeys(DOCUMENTS, FLOWS)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with the values that it may have; one alone where the report states it, none where it cannot be told."""

    iri: str
    indicator: str
    column: str
    options: tuple[int, ...]
    open: bool
    unit: str | None
    span: str | None
    run: str | None
    blanks: bool
    whole: bool  # the options are all there are

    @property
    def value(self) -> int | None:
        return self.options[0] if len(self.options) == 1 and not self.open else None


_Line = dict[str, _Cell]  # the cells of a row by column


@dataclass(slots=True)
class _Known:
    """What the neighbours say of a row's columns: the value, and the cells that it comes from."""

    values: dict[str, int] = field(default_factory=dict)
    sources: dict[str, set[str]] = field(default_factory=dict)

    def tell(self, column: str, value: int, *cells: _Cell) -> None:
        self.values[column] = value
        self.sources.setdefault(column, set()).update(cell.iri for cell in cells)


def neighbour_statements(reports: Iterable[tuple[int, Sequence[Row]]]) -> Iterator[str]:
    """The derived values and contradictions of one agency's reports, as statements without graph.

    reports: the year of each and its `stock_cells`, in any order; copies of a report may be among them.
    """
    lines = [(year, row, line) for year, cells in reports for row, line in _lines(cells).items()]
    stated = _stated(lines)
    for year, row, line in lines:
        if any(cell.open for cell in line.values()):
            yield from _decide(row, line, year, stated)


def _lines(cells: Sequence[Row]) -> dict[str, _Line]:
    """The rows of one report, without those that it has twice (two tables: whose figures they are is not known)."""
    found: dict[str, _Line] = {}
    twice = set()
    for cell in cells:
        row, read = cell[1], _cell(cell)
        if read.column in found.setdefault(row, {}):
            twice.add(row)
        found[row][read.column] = read
    return {row: line for row, line in found.items() if row not in twice}


def _cell(row: Row) -> _Cell:
    own, _, column, indicator, state, amount, candidates, reason, unit, span, run = row
    is_open = state == "ambiguous" and reason in _READ
    blanks = is_open and reason == _BLANKS
    texts = candidates if is_open else [amount] if amount else []
    options = {int(text) for text in texts if text.isdecimal()} | ({0} if blanks else set())
    whole = not blanks and len(candidates) < MOST_CANDIDATES
    return _Cell(own, indicator, column, tuple(sorted(options)), is_open, unit, span, run, blanks, whole)


_Stated = Mapping[tuple[int, str, str], tuple[int, list[_Cell]]]


def _stated(lines: Iterable[tuple[int, str, _Line]]) -> _Stated:
    """By year, row and column: the value that all reports of the year agree on, with its cells."""
    found: dict[tuple[int, str, str], dict[int, list[_Cell]]] = {}
    for year, row, line in lines:
        for column, cell in line.items():
            if cell.value is not None:
                found.setdefault((year, row, column), {}).setdefault(cell.value, []).append(cell)
    return {key: next(iter(values.items())) for key, values in found.items() if len(values) == 1}


def _decide(row: str, line: _Line, year: int, stated: _Stated) -> Iterator[str]:
    known, before = _Known(), None
    if row in DOCUMENTS:
        before = stated.get((year - 1, row, "in-force")) if len(line) == len(FLOWS) else None
        later = [stated.get((year + 1, row, flow)) for flow in FLOWS]
        if all(later):
            (made, a), (repealed, b), (in_force, c) = (each for each in later if each)
            known.tell("in-force", in_force - made + repealed, *a, *b, *c)
    else:
        other, at = (CARRIED_OUT, year - 1) if row == CARRIED_IN else (CARRIED_IN, year + 1)
        for column in line:
            if there := stated.get((at, other, column)):
                known.tell(column, there[0], *there[1])
    if before:
        known.sources["before"] = {cell.iri for cell in before[1]}
    if known.sources:
        cells = [line[column] for column in _ORDER[row] if column in line]
        yield from _fit(cells, known, before[0] if before else None)


def _fit(cells: Sequence[_Cell], known: _Known, before: int | None) -> Iterator[str]:
    """What the readings of a row that agree with the neighbours have in common; or that none does."""
    choices = [_choice(cell, known) for cell in cells]
    broken = [cell for cell, choice in zip(cells, choices, strict=True) if choice == set() and cell.options]
    for cell in broken:
        if cell.whole or not cell.open:
            yield from _contradiction(cell, known.sources[cell.column])
    runs = {cell.run for cell in cells if cell.open}
    run = runs.pop() if len(runs) == 1 else None
    if broken or run is None or not _RUN.fullmatch(run):
        return
    readings = _readings(choices, run, blanks=any(cell.blanks for cell in cells))
    fitting = [reading for reading in readings if _balances(cells, reading, before)]
    if readings and not fitting and not any(cell.blanks for cell in cells):
        for cell in cells:
            if cell.open:
                yield from _contradiction(cell, known.sources["before"])
    sources = set().union(*known.sources.values())
    for cell, values in zip(cells, zip(*fitting, strict=True), strict=False):
        if cell.open and len(set(values)) == 1 and not (cell.blanks and values[0] == 0):
            yield from _derived(cell, values[0], sources)


def _choice(cell: _Cell, known: _Known) -> set[int] | None:
    """The values that a cell may have beside the neighbours; None where any may stand there."""
    told = known.values.get(cell.column)
    options = set(cell.options) if cell.whole or cell.value is not None else None
    if told is None:
        return options
    return {told} if options is None or told in options else set()


def _readings(choices: Sequence[set[int] | None], run: str, *, blanks: bool) -> set[tuple[int, ...]]:
    """The ways to part a run of digits into cells; with blanks, a cell of zero may be left out. Empty if too many."""
    steps = 0

    def walk(at: int, start: int) -> Iterator[tuple[int, ...]]:
        nonlocal steps
        steps += 1
        while start < len(run) and run[start].isspace():
            start += 1
        if at == len(choices):
            yield from [()] if start == len(run) else []
            return
        choice = choices[at]
        if blanks and (choice is None or 0 in choice):
            yield from ((0, *rest) for rest in walk(at + 1, start))
        for end in range(start + 1, len(run) + 1 if steps < _STEPS else 0):
            piece = run[start:end]
            if not piece.isdecimal() or (piece[0] == "0" and len(piece) > 1):
                break
            if choice is None or int(piece) in choice:
                yield from ((int(piece), *rest) for rest in walk(at + 1, end))

    found = set(walk(0, 0))
    return found if steps < _STEPS else set()


def _balances(cells: Sequence[_Cell], reading: Sequence[int], before: int | None) -> bool:
    """Whether documents in force are those of last year with what was made, without what was repealed."""
    if before is None:
        return True
    values = dict(zip((cell.column for cell in cells), reading, strict=True))
    return before + values["made"] - values["repealed"] == values["in-force"]


def _derived(cell: _Cell, value: int, sources: set[str]) -> Iterator[str]:
    """An observation of the report beside its own graph, from the open cell and those of the neighbours."""
    report, _, key = cell.iri.partition("/cell/")
    own = iri(f"{report}/derived/{key}")
    column = cell.column if cell.column in APPLICANTS else "all"
    pairs: list[Pair] = [
        ("gi:amount", decimal(str(value))),
        ("gi:indicator", iri(f"{BASE}indicator/{cell.indicator}")),
        ("gi:applicant", iri(mint("applicant", column))),
        ("gi:state", iri(mint("cell-state", "inferred"))),
        ("gi:reason", plain("neighbouring-year")),
        ("gi:unit", plain(cell.unit) if cell.unit else None),
        ("gi:decides", iri(cell.iri)),
        ("gi:evidence", iri(cell.span) if cell.span else None),
        *(("prov:wasDerivedFrom", iri(source)) for source in sorted({cell.iri, *sources})),
    ]
    yield from node(own, "gi:Observation", pairs)
    yield f"{iri(report)} {name('qb:observation')} {own}"


def _contradiction(cell: _Cell, sources: Iterable[str]) -> Iterator[str]:
    yield from (f"{iri(cell.iri)} {name('gi:contradictedBy')} {iri(source)}" for source in sorted(sources))
