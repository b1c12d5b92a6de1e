"""Tables of a report that contradict each other: which of them states the report's figures, and which stand beside.

An agency may print a form twice, for its area or system and for itself. The data set has one figure an agency,
indicator and year, so that nothing is summed up twice: of tables that differ it takes the one whose caption tells the
report's own scope, else none of them.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from gigraph.models import CellEntry

_Cells = dict[tuple[str, str], str]


def tables_beside(cells: Iterable[CellEntry], whose: str | None) -> frozenset[int]:
    """The numbers of the tables that stand beside the data set. whose: the report's scope, aggregate or own.

    >>> from gigraph.models import CellEntry
    >>> one = CellEntry("2021", "行", "列", "5", "", "certain", (), part="requests", key="new", whose="aggregate")
    >>> other = one._replace(value="2", table=1, whose="own")
    >>> [sorted(tables_beside([one, other], scope)) for scope in ("own", "aggregate", None)]
    [[0], [1], [0, 1]]
    """
    tables: dict[str, dict[int, _Cells]] = {}
    told: dict[int, str] = {}
    for cell in cells:
        if (cell.key or cell.column_key) and cell.value is not None:
            tables.setdefault(cell.part, {}).setdefault(cell.table, {})[cell.key, cell.column_key] = cell.value
            told[cell.table] = cell.whose
    return frozenset(table for part in tables.values() if len(part) > 1 for table in _beside(part, told, whose))


def _beside(tables: dict[int, _Cells], told: dict[int, str], whose: str | None) -> Iterator[int]:
    differing = {
        table for one, other in combinations(tables, 2) if _differ(tables[one], tables[other]) for table in (one, other)
    }
    own = [table for table in differing if whose and told[table] == whose]
    yield from (table for table in differing if len(own) != 1 or table != own[0])


def _differ(one: _Cells, other: _Cells) -> bool:
    return any(one[cell] != other[cell] for cell in one.keys() & other.keys())
