"""Words over a statistics table that tell whose figures it has: the whole area's or system's, or the agency's own."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gigraph.errors import RegistryError
from gigraph.registry.table import read_table

_SCOPES = ("aggregate", "own")


@dataclass(frozen=True, slots=True)
class TableScope:
    """A word (seeds/registry/table_scopes.tsv). scope: aggregate or own. example: a line over a table."""

    word: str
    scope: str
    example: str


@lru_cache(maxsize=4)
def load_table_scopes(folder: Path) -> dict[str, str]:
    """The scope of each word, the longest first. Raises RegistryError for a scope that is not known."""
    found: dict[str, str] = {}
    for number, row in enumerate(read_table(folder / "table_scopes.tsv", TableScope), 2):
        if row.scope not in _SCOPES:
            where = f"table_scopes.tsv:{number}"
            raise RegistryError(f"scope {row.scope!r} is none of {', '.join(_SCOPES)}", where=where)
        found[row.word] = row.scope
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))
