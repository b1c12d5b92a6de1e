"""The stable codes of what can be wrong with a document: rows of problem_codes.tsv, for messages and for the manual."""

from dataclasses import dataclass
from functools import lru_cache

from gigraph.registry.table import read_table
from gigraph.resources import resource


@dataclass(frozen=True, slots=True)
class ProblemCode:
    """A code. E-...: the document is skipped; W-...: it is in the graph, and this is to be known of it."""

    code: str
    meaning: str
    mend: str

    @property
    def effect(self) -> str:
        """skipped or warning."""
        return "skipped" if self.code.startswith("E-") else "warning"

    @property
    def message(self) -> str:
        """What is wrong and what can be done, in a line."""
        return f"{self.meaning}. {self.mend}" if self.mend != "Nothing" else self.meaning


@lru_cache(maxsize=1)
def problem_codes() -> dict[str, ProblemCode]:
    """All codes by name, in the order of the table."""
    rows = read_table(resource("seeds", "registry", "problem_codes.tsv"), ProblemCode)
    return {row.code: row for row in rows}
