"""What a caller may choose of formats that go from report to report."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """table: one of TABLES alone, as a file. copies: with the reports that are there more than once.

    documents: the folder that was built from, for the words around quotes. license: the URL or name of a licence for
    what is published; published: the day of it (YYYY-MM-DD). step: told what is being done.
    """

    table: str | None = None
    copies: bool = False
    documents: Path | None = None
    license: str | None = None
    published: str | None = None
    step: Callable[[str], None] = lambda _: None


NONE = Options()
