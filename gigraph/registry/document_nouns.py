"""The nouns that documents' names end with, by where they are looked for: rules as rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gigraph.errors import RegistryError
from gigraph.registry.table import read_table
from gigraph.text.alternation import alternation

USES = frozenset(
    {
        "unclosed", "drafted", "yearly", "lasting", "issued", "about", "notice", "followed", "short", "referred",
        "generic",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocumentNoun:
    """seeds/registry/document_nouns.tsv: a noun with which a document's name ends.

    use: where it does. unclosed: in a title that lost a mark. drafted: behind a verb of drafting (制定了信息发布办法).
    yearly, lasting, issued, about: in a name without brackets, of a year (2016年政务公开工作要点), of an agency
    (省政府办公厅政务公开实施办法), behind who issued it (省政府发布的网站设计规范), behind its matter (关于…的意见).
    notice, followed: behind the brackets of what it forwards (关于印发《…》的通知) or carries out (《…要点》实施方案).
    short: alone, for a document that was named before (《办法》); referred: so, where that was defined; generic: alone,
    for none. example: a sentence with such a name.
    """

    noun: str
    use: str
    example: str


class DocumentNouns:
    """The rows, indexed by use."""

    def __init__(self, rows: Iterable[DocumentNoun]) -> None:
        self.rows = tuple(rows)

    def of(self, *uses: str) -> str:
        """The source of a pattern of the nouns of some uses."""
        return alternation(row.noun for row in self.rows if row.use in uses)

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """What the titles of notices end with."""
        return tuple(row.noun for row in self.rows if row.use == "notice")


def read_document_nouns(folder: Path) -> DocumentNouns:
    """The rows of document_nouns.tsv in a folder. Raises RegistryError with file and line."""
    rows = read_table(folder / "document_nouns.tsv", DocumentNoun)
    for number, row in enumerate(rows, 2):
        if row.use not in USES:
            raise RegistryError(
                f"{row.use!r} is none of {', '.join(sorted(USES))}", where=f"document_nouns.tsv:{number}"
            )
    return DocumentNouns(rows)
