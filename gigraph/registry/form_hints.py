"""The words by which a report's running text speaks of cells of the statutory tables."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gigraph.registry.table import read_table


@dataclass(frozen=True, slots=True)
class FormHint:
    """Words by which the running text speaks of a cell (seeds/registry/form_hints.tsv).

    A figure is the cell's where its words hold all of `all_of`, one of `any_of` if there are any, and its unit fits.
    """

    form: str
    part: str
    row: str
    column: str
    all_of: tuple[str, ...]
    any_of: tuple[str, ...]
    units: tuple[str, ...]
    example: str

    def speaks_of(self, words: str, unit: str) -> bool:
        """Whether a figure with these words around it is this cell's."""
        fits = all(word in words for word in self.all_of) and (
            not self.any_of or any(word in words for word in self.any_of)
        )
        return fits and unit in self.units


@lru_cache(maxsize=4)
def load_form_hints(folder: Path) -> tuple[FormHint, ...]:
    """The words by which the running text speaks of cells."""
    return tuple(read_table(folder / "form_hints.tsv", FormHint))
