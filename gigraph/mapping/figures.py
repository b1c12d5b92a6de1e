"""Figures of a report: cells of its statutory tables, and numbers of its running text.

A cell with a value and a known indicator is an observation of the data set (RDF Data Cube); the report is the slice
that fixes agency, year and scope once for all of them. All other cells, and numbers of the running text, are facts
beside the data set.
"""

import re
from decimal import Decimal
from functools import lru_cache

from gigraph.iris import mint, turn_key
from gigraph.mapping.beside import tables_beside
from gigraph.mapping.lines import NAMES, Pair, concept, decimal, iri, plain, zh
from gigraph.mapping.statements import Statements
from gigraph.models import CellEntry, ReportFacts, StatisticEntry

DATASET, STRUCTURE = mint("dataset", "figures"), mint("slice-key", "report")
_OBSERVATION, _HAS_CELL = NAMES["qb:observation"], NAMES["gi:hasCell"]
_POWERS = {"元": -4, "千元": -1, "百万元": 2, "亿元": 4}  # of ten, to 万元
_EVERYONE = "all"  # the applicant where a form does not tell applicants apart


def add_figures(into: Statements, facts: ReportFacts, report: str) -> None:
    """The statements about all cells and figures, and the report's own about them; `report` is its IRI."""
    own = f"<{report}>"
    turns: dict[str, int] = {}
    cells: list[str] = []  # the report's own statements about them
    observes = False
    whose = _whose(facts)
    beside = tables_beside(facts.tables or (), whose)
    for cell in facts.tables or ():
        # Taken apart at once, as a report has hundreds of cells.
        form, row, column, value, unit, state, mentions, candidates, reason, part, key, column_key, table, _, _ = cell
        own_key = turn_key(turns, f"{form}\n{row}\n{column}")
        subject = f"<{report}/cell/{own_key}>"
        if table in beside:
            cells.append(f"{_HAS_CELL} {subject}")
            _cell_beside(into, subject, cell)
        elif observed := _observed(form, part, key, column_key, value, state, reason, unit):
            observes = True
            cells.append(f"{_OBSERVATION} {subject}")
            if len(mentions) == 1 and not mentions[0].repair:
                into.tell_all(subject, observed, mentions[0])
            else:
                into.tell(subject, observed, mentions)
        else:
            cells.append(f"{_HAS_CELL} {subject}")
            amounts = [each for text in candidates for each in _amount("gi:possibleAmount", text)]
            into.tell(subject, (*_amount("gi:amount", value), *amounts, *_about(cell)), mentions)
    if cells:
        into.tell(own, cells)
    if observes:
        into.add(own, "gi:figureScope", concept("figure-scope", whose) if whose else None)
        into.add(own, "qb:sliceStructure", iri(STRUCTURE))
        into.add(iri(DATASET), "qb:slice", own)
    figures = facts.statistics or ()
    keys = (turn_key(turns, f"{figure.of}\n{figure.unit}\n{figure.value}") for figure in figures)
    subjects = [f"<{report}/figure/{key}>" for key in keys]
    for subject, figure in zip(subjects, figures, strict=True):
        into.add(own, "gi:hasFigure", subject)
        _figure(into, subject, figure, subjects[figure.part_of] if figure.part_of is not None else None)


def _cell_beside(into: Statements, subject: str, cell: CellEntry) -> None:
    """A cell of a table that contradicts another: with its labels and its scope, under no indicator."""
    labels = (cell.row, cell.column) if cell.row else (cell.column, "")
    about = _labelled(*labels, cell.state, "tables-differ", cell.unit)
    scope = (f"{NAMES['gi:statedScope']} {zh(cell.scope)}",) if cell.scope else ()
    amounts = [each for text in cell.candidates for each in _amount("gi:possibleAmount", text)]
    into.tell(subject, (*_amount("gi:amount", cell.value), *amounts, *about, *scope), cell.mentions)


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


@lru_cache(maxsize=4096)
def _amount(predicate: str, value: str | None) -> tuple[str, ...]:
    """The statement that tells an amount; none where there is no number."""
    amount = decimal(value)
    return (f"{NAMES[predicate]} {amount}",) if amount else ()


@lru_cache(maxsize=8192)
def _observed(
    form: str, part: str, row: str, column: str, value: str | None, state: str, reason: str, unit: str
) -> tuple[str, ...]:
    """The statements that tell what is observed, sorted; none where a cell has no value or no indicator."""
    value, unit = in_the_forms_money(value, unit)
    amount, indicator = _amount("gi:amount", value), _indicator(form, part, row, column)
    if not amount or not indicator:
        return ()
    applicant = column if part == "requests" else ""
    return tuple(sorted((*amount, *_of_form("gi:Observation", indicator, applicant, state, reason, unit))))


def in_the_forms_money(value: str | None, unit: str) -> tuple[str | None, str]:
    """A sum of money in 万元, the unit of the forms, so that what reports print in other units compares and adds up.

    >>> in_the_forms_money("125000", "元"), in_the_forms_money("1.2", "亿元"), in_the_forms_money("7", "件")
    (('12.5', '万元'), ('12000', '万元'), ('7', '件'))
    """
    power = _POWERS.get(unit)
    if power is None or value is None or not re.fullmatch(r"-?\d{1,18}(?:\.\d{1,8})?", value):
        return value, unit
    plain_value = f"{Decimal(value).scaleb(power):f}"
    return plain_value.rstrip("0").rstrip(".") if "." in plain_value else plain_value, "万元"


def _about(cell: CellEntry) -> tuple[str, ...]:
    """The statements that tell what a cell is: the same in all reports whose form has it and that print it so.

    It keeps its labels where it has no indicator.
    """
    state = cell.state, cell.reason, cell.unit
    if indicator := indicator_iri(cell):
        return _of_form("gi:Cell", indicator, cell.column_key if cell.part == "requests" else "", *state)
    return _labelled(cell.row, cell.column, *state)


@lru_cache(maxsize=8192)
def _of_form(kind: str, indicator: str, applicant: str, state: str, reason: str, unit: str) -> tuple[str, ...]:
    return _statements(
        kind,
        [("gi:indicator", iri(indicator)), ("gi:applicant", concept("applicant", applicant or _EVERYONE))],
        (state, reason, unit),
    )


@lru_cache(maxsize=4096)
def _labelled(row: str, column: str, state: str, reason: str, unit: str) -> tuple[str, ...]:
    labels: list[Pair] = [("gi:row", zh(row) if row else None), ("gi:column", zh(column) if column else None)]
    return _statements("gi:Cell", labels, (state, reason, unit))


def _statements(kind: str, what: list[Pair], printed: tuple[str, str, str]) -> tuple[str, ...]:
    state, reason, unit = printed
    pairs: list[Pair] = [
        ("rdf:type", NAMES[kind]),
        *what,
        ("gi:state", concept("cell-state", state)),
        ("gi:reason", plain(reason) if reason else None),
        ("gi:unit", plain(unit) if unit else None),
    ]
    return tuple([f"{NAMES[predicate]} {value}" for predicate, value in pairs if value])


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


def _whose(facts: ReportFacts) -> str | None:
    """Whose figures they are: a government's report sums up its area, any other agency's speaks of itself alone."""
    kinds = {entry.kind for entry in facts.agencies if entry.name == facts.value("publisher")}
    if len(kinds) != 1:
        return None
    return "aggregate" if kinds == {"government"} else "own"
