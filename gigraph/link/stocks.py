"""The cells of a report that the same agency's reports of the years before and after speak of too.

Section two: documents made, repealed and in force (form of 2021). Section three: requests carried over from the year
before and carried forward to the next (forms of 2019 and 2021). Beside them a digest of all cells, by which two
documents are known to have one table. Read from what the report's graph states.
"""

import hashlib
from collections.abc import Sequence
from typing import Any, Final

from gigraph.iris import BASE
from gigraph.link.stated import Node, first, node_of
from gigraph.mapping import Stated
from gigraph.vocab import term

CARRIED_IN: Final = "requests/carried-over"
CARRIED_OUT: Final = "requests/carried-forward"
DOCUMENTS: Final = ("disclosure/rules", "disclosure/normative-documents")
FLOWS: Final = ("made", "repealed", "in-force")

_ROWS: Final = {f"{form}/{row}": row for form in ("2019", "2021") for row in (CARRIED_IN, CARRIED_OUT)}
_ROWS_BY_FLOW: Final = {f"2021/{row}/{flow}": (row, flow) for row in DOCUMENTS for flow in FLOWS}
_INDICATOR: Final = f"<{term('gi:indicator')}>"
_OF_STOCKS: Final = frozenset(f"{_INDICATOR} <{BASE}indicator/{path}>" for path in (*_ROWS, *_ROWS_BY_FLOW))
_WANTED: Final = {
    f"<{term(f'gi:{name}')}>": name
    for name in ("indicator", "applicant", "state", "amount", "possibleAmount", "reason", "unit", "evidence")
}

_OBSERVED: Final = f"<{term('rdf:type')}> <{term('gi:Observation')}>"
_CERTAIN: Final = f"<{term('gi:state')}> <{BASE}cell-state/certain>"
_CELL: Final = tuple(f"<{term(name)}> " for name in ("gi:amount", "gi:applicant", "gi:indicator"))

Row = list[Any]  # of str, None and lists of str


def stock_cells(stated: Stated) -> list[Row]:
    """The cells, sorted: (IRI, row, column, indicator, state, amount, possible amounts, reason, unit, span, run).

    The column is an applicant or one of FLOWS; amounts are as in the graph. The span of the evidence and the run of
    digits printed there are told of ambiguous cells only.
    """
    cells = ((own, about) for own, about in stated.things.items() if not _OF_STOCKS.isdisjoint(about))
    return sorted((_row(own[1:-1], node_of(about, _WANTED), stated.words) for own, about in cells), key=repr)


def table_digest(stated: Stated) -> str | None:
    """A digest of all observations that are certain (indicator, applicant and amount); None where there are none."""
    cells = sorted(
        "".join([statement for statement in about if statement.startswith(_CELL)])
        for about in stated.things.values()
        if _CERTAIN in about and _OBSERVED in about
    )
    return hashlib.sha256("\n".join(cells).encode()).hexdigest() if cells else None


def is_open(cells: Sequence[Row]) -> bool:
    """Whether one of the cells is ambiguous."""
    return any(cell[4] == "ambiguous" for cell in cells)


def _row(own: str, found: Node, printed: dict[str, str]) -> Row:
    indicator = found["indicator"][0].removeprefix(f"{BASE}indicator/")
    applicant = found["applicant"][0].rpartition("/")[2] if "applicant" in found else "all"
    row, column = _ROWS_BY_FLOW.get(indicator) or (_ROWS[indicator], applicant)
    state = found["state"][0].rpartition("/")[2] if "state" in found else None
    span = first(found, "evidence") if state == "ambiguous" else None
    return [
        own, row, column, indicator, state, first(found, "amount"), sorted(found.get("possibleAmount", ())),
        first(found, "reason"), first(found, "unit"), span, printed.get(f"<{span}>"),
    ]  # fmt: skip
