"""The cells of a report that the same agency's reports of the years before and after speak of too.

Section two: documents made, repealed and in force (form of 2021). Section three: requests carried over from the year
before and carried forward to the next (forms of 2019 and 2021). Read from the report graph's N-Quads lines.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from gigraph.iris import BASE
from gigraph.vocab import term

CARRIED_IN: Final = "requests/carried-over"
CARRIED_OUT: Final = "requests/carried-forward"
DOCUMENTS: Final = ("disclosure/rules", "disclosure/normative-documents")
FLOWS: Final = ("made", "repealed", "in-force")
APPLICANTS: Final = (
    "natural-persons", "companies", "research-institutions", "public-welfare-organisations", "legal-services",
    "other-organisations", "all",
)  # fmt: skip

_ROWS: Final = {f"{form}/{row}": row for form in ("2019", "2021") for row in (CARRIED_IN, CARRIED_OUT)}
_ROWS_BY_FLOW: Final = {f"2021/{row}/{flow}": (row, flow) for row in DOCUMENTS for flow in FLOWS}
_INDICATORS: Final = {f"<{BASE}indicator/{path}>".encode() for path in (*_ROWS, *_ROWS_BY_FLOW)}
_INDICATOR: Final = f"<{term('gi:indicator')}>".encode()
_WANTED: Final = {
    f"<{term(f'gi:{name}')}>".encode(): name
    for name in ("indicator", "applicant", "state", "amount", "possibleAmount", "reason", "unit", "evidence")
}
_EXACT: Final = f"<{term('gi:exact')}>".encode()

Row = list[Any]  # of str, None and lists of str


def stock_cells(lines: Iterable[bytes]) -> list[Row]:
    """The cells, sorted: (IRI, row, column, indicator, state, amount, possible amounts, reason, unit, span, run).

    The column is an applicant or one of FLOWS; amounts are as in the graph. The span of the evidence and the run of
    digits printed there are told of ambiguous cells only.
    """
    lines = list(lines)
    every = b"\n".join(lines)  # most reports are of other forms
    if not any(indicator in every for indicator in _INDICATORS):
        return []
    wanted = {
        own
        for own, _, rest in (line.split(b" ", 2) for line in lines if _INDICATOR in line)
        if rest.split(b" ", 1)[0] in _INDICATORS
    }
    if not wanted:
        return []
    held = (line.split(b" ", 2) for line in lines)
    nodes: dict[bytes, dict[str, list[str]]] = {own: {} for own in wanted}
    printed: dict[str, str] = {}
    for own, predicate, rest in held:
        if own in wanted and (name := _WANTED.get(predicate)):
            nodes[own].setdefault(name, []).append(_value(rest))
        elif predicate == _EXACT:
            printed[own[1:-1].decode()] = _value(rest)
    return sorted((_row(own[1:-1].decode(), node, printed) for own, node in nodes.items()), key=repr)


def is_open(cells: Sequence[Row]) -> bool:
    """Whether one of the cells is ambiguous."""
    return any(cell[4] == "ambiguous" for cell in cells)


def _row(own: str, node: dict[str, list[str]], printed: dict[str, str]) -> Row:
    indicator = node["indicator"][0].removeprefix(f"{BASE}indicator/")
    applicant = node["applicant"][0].rpartition("/")[2] if "applicant" in node else "all"
    row, column = _ROWS_BY_FLOW.get(indicator) or (_ROWS[indicator], applicant)
    state = node["state"][0].rpartition("/")[2] if "state" in node else None
    span = _first(node, "evidence") if state == "ambiguous" else None
    return [
        own, row, column, indicator, state, _first(node, "amount"), sorted(node.get("possibleAmount", ())),
        _first(node, "reason"), _first(node, "unit"), span, printed.get(span or ""),
    ]  # fmt: skip


def _first(node: dict[str, list[str]], name: str) -> str | None:
    return node[name][0] if name in node else None


def _value(rest: bytes) -> str:
    """An IRI, or the text of a literal with escapes left as they are: numbers and runs of digits have none."""
    if rest.startswith(b"<"):
        return rest[1 : rest.index(b">")].decode()
    return rest[1 : rest.rindex(b'"')].decode()
