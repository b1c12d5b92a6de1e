"""Figures of a report: cells of its statutory tables, and numbers of its running text.

A cell with a value and a known indicator is an observation of the data set (RDF Data Cube); the report is the slice
that fixes agency, year and scope once for all of them. All other cells, and numbers of the running text, are facts
beside the data set.
"""

from collections.abc import Iterator
from functools import lru_cache

from gigraph.iris import mint, turn_key
from gigraph.mapping.lines import Pair, concept, decimal, iri, plain, zh
from gigraph.mapping.statements import Statements
from gigraph.models import CellEntry, ReportFacts, StatisticEntry

DATASET, STRUCTURE = mint("dataset", "figures"), mint("slice-key", "report")
_EVERYONE = "all"  # the applicant where a form does not tell applicants apart


def add_figures(into: Statements, facts: ReportFacts, report: str) -> None:
    """The statements about all cells and figures, and the report's own about them; `report` is its IRI."""
    own = f"<{report}>"
    turns: dict[str, int] = {}
    observes = False
    for cell in facts.tables or ():
        key = turn_key(turns, f"{cell.form}\n{cell.row}\n{cell.column}")
        subject = f"<{report}/cell/{key}>"
        observed = decimal(cell.value) if indicator_iri(cell) else None
        if observed:
            observes = True
            into.add(own, "qb:observation", subject)
            pairs = [("gi:amount", observed), *_dimensions(cell), *_common(cell)]
            into.node(subject, "gi:Observation", pairs, cell.mentions)
        else:
            into.add(own, "gi:hasCell", subject)
            _cell(into, subject, cell)
    if observes:
        into.add(own, "gi:figureScope", _scope(facts))
        into.add(own, "qb:sliceStructure", iri(STRUCTURE))
        into.add(iri(DATASET), "qb:slice", own)
    figures = facts.statistics or ()
    keys = (turn_key(turns, f"{figure.of}\n{figure.unit}\n{figure.value}") for figure in figures)
    subjects = [f"<{report}/figure/{key}>" for key in keys]
    for subject, figure in zip(subjects, figures, strict=True):
        into.add(own, "gi:hasFigure", subject)
        _figure(into, subject, figure, subjects[figure.part_of] if figure.part_of is not None else None)


def indicator_iri(cell: CellEntry) -> str | None:
    """The indicator of a cell, if the forms have one: a row, in section two with its column, in section four a column.

    In section three the column is the applicant, a dimension of its own.
    """
    return _indicator(cell.form, cell.part, cell.key, cell.column_key)


@lru_cache(maxsize=4096)
def _indicator(form: str, part: str, row: str, column: str) -> str | None:
    keys = {"statistics": (row,), "requests": (row,), "disclosure": (row, column), "review": (column,)}
    found = keys.get(part, ())
    return mint("indicator", form, part, *found) if found and all(found) else None


def _cell(into: Statements, subject: str, cell: CellEntry) -> None:
    """A cell without a comparable value keeps its labels where it has no indicator, and the readings it may have."""
    labels: list[Pair] = list(_dimensions(cell))
    if not labels:
        labels = [
            (each, zh(text) if text else None) for each, text in (("gi:row", cell.row), ("gi:column", cell.column))
        ]
    pairs: list[Pair] = [
        ("gi:amount", decimal(cell.value)),
        *labels,
        *(("gi:possibleAmount", decimal(candidate)) for candidate in cell.candidates),
        *_common(cell),
    ]
    into.node(subject, "gi:Cell", pairs, cell.mentions)


def _dimensions(cell: CellEntry) -> Iterator[Pair]:
    if indicator := indicator_iri(cell):
        applicant = cell.column_key if cell.part == "requests" and cell.column_key else _EVERYONE
        yield "gi:indicator", iri(indicator)
        yield "gi:applicant", concept("applicant", applicant)


def _common(cell: CellEntry) -> Iterator[Pair]:
    yield "gi:state", concept("cell-state", cell.state)
    yield "gi:reason", plain(cell.reason) if cell.reason else None
    yield "gi:unit", plain(cell.unit) if cell.unit else None


def _figure(into: Statements, subject: str, figure: StatisticEntry, whole: str | None) -> None:
    pairs: list[Pair] = [
        ("gi:amount", decimal(figure.value)),
        ("gi:of", zh(figure.of) if figure.of else None),
        ("gi:unit", plain(figure.unit) if figure.unit else None),
        ("gi:bound", plain(figure.bound) if figure.bound else None),
        ("gi:per", plain(figure.per) if figure.per else None),
        ("gi:statedScope", zh(figure.scope) if figure.scope else None),
        ("gi:statedPeriod", zh(figure.period) if figure.period else None),
        ("gi:partOf", whole),
    ]
    into.node(subject, "gi:Figure", pairs, figure.mentions)


def _scope(facts: ReportFacts) -> str | None:
    """Whose figures they are: a government's report sums up its area, any other agency's speaks of itself alone."""
    kinds = {entry.kind for entry in facts.agencies if entry.name == facts.value("publisher")}
    if len(kinds) != 1:
        return None
    return concept("figure-scope", "aggregate" if kinds == {"government"} else "own")
