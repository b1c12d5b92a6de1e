"""The labels in the heads of tables that agencies draw up themselves, by what stands under them."""

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from gigraph.errors import RegistryError
from gigraph.registry.table import read_table


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A label in the head of a local table (seeds/registry/table_columns.tsv).

    place: first (over the rows' labels), unit (over their units), figures (over figures), words (what a label over
    something else than figures holds). example: a head, its cells parted by spaces, or by bars.
    """

    column: str
    place: str
    example: str


@dataclass(frozen=True, slots=True)
class TableColumns:
    """The labels by their place, each group the longest first."""

    first: tuple[str, ...]
    unit: tuple[str, ...]
    figures: tuple[str, ...]
    words: tuple[str, ...]


@lru_cache(maxsize=4)
def load_table_columns(folder: Path) -> TableColumns:
    """The labels in the heads of local tables. Raises RegistryError for a place that is not known."""
    places = [field.name for field in fields(TableColumns)]
    found: dict[str, list[str]] = {place: [] for place in places}
    for number, row in enumerate(read_table(folder / "table_columns.tsv", TableColumn), 2):
        if row.place not in found:
            where = f"table_columns.tsv:{number}"
            raise RegistryError(f"place {row.place!r} is none of {', '.join(places)}", where=where)
        found[row.place].append(row.column)
    return TableColumns(**{place: tuple(sorted(labels, key=_by_length)) for place, labels in found.items()})


def _by_length(label: str) -> tuple[int, str]:
    return -len(label), label
