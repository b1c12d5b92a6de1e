"""机关代字: the codes before the year of a document number (GB/T 9704-2012, 7.2.5), and whose they are.

No prefix separates some codes (宁政发 is Ningxia's and Nanjing's): such a code has several rows, told apart by region.
Others passed from one body to its successor (环发, 国卫办发): theirs are told apart by the year of the number. In the
year of the change both numbered, so that the code alone does not say whose such a number is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gigraph.registry.table import grouped, read_table

CENTRE = "100000"


@dataclass(frozen=True, slots=True)
class IssuerCode:
    """issuer_codes.tsv: a code, the full name of the agency (of joint documents the lead), and its region's code.

    since, until: the first and the last year in which numbers with the code are the agency's; empty where open.
    """

    code: str
    issuer: str
    region: str
    since: int | None
    until: int | None
    source: str
    checked: str | None

    def used_in(self, year: int | None) -> bool:
        """Whether a number of a year may be the agency's; of no year: whether the agency ever used the code."""
        return year is None or (self.since or year) <= year <= (self.until or year)


class IssuerCodes:
    """All issuer codes, indexed."""

    def __init__(self, rows: Iterable[IssuerCode]) -> None:
        self.rows = tuple(rows)

    @cached_property
    def by_code(self) -> dict[str, tuple[IssuerCode, ...]]:
        """Code to the agencies that use it."""
        return grouped((row.code, row) for row in self.rows)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The characters with which codes of provinces and cities begin (湘, 穗, 甬)."""
        return frozenset(row.code[0] for row in self.rows if row.region != CENTRE)

    @cached_property
    def heads(self) -> dict[str, frozenset[str]]:
        """Region to the two characters with which its government's codes begin: 湘政, 穗府, 洪府."""
        found: dict[str, set[str]] = {}
        for row in self.rows:
            if row.region != CENTRE and row.code[1:2] in ("政", "府"):
                found.setdefault(row.region, set()).add(row.code[:2])
        return {region: frozenset(heads) for region, heads in found.items()}

    @cached_property
    def offices(self) -> dict[str, str]:
        """Region to the one general office of its government that has codes: 福州市人民政府办公厅."""
        found: dict[str, set[str]] = {}
        for row in self.rows:
            if row.issuer.endswith(("人民政府办公厅", "人民政府办公室")):
                found.setdefault(row.region, set()).add(row.issuer)
        return {region: min(names) for region, names in found.items() if len(names) == 1}

    def __contains__(self, code: str) -> bool:
        return code in self.by_code

    def users(self, code: str, year: int | None = None) -> tuple[IssuerCode, ...]:
        """The agencies that may have given a number with a code in a year; without a year, all that used the code."""
        return tuple(row for row in self.by_code.get(code, ()) if row.used_in(year))

    def issuer(self, code: str, regions: Iterable[str] = (), year: int | None = None) -> IssuerCode | None:
        """The one agency that uses a code; of several, the one of whose region the report is, else None.

        `regions` are the GB/T 2260 codes of the report's region and its parents, `year` is the number's own.
        """
        rows = self.users(code, year)
        if len(rows) == 1:
            return rows[0]
        chain = set(regions)
        near = [row for row in rows if row.region in chain]
        return near[0] if len(near) == 1 else None


def read_issuer_codes(folder: Path) -> IssuerCodes:
    """The issuer codes of a folder of tables. Raises RegistryError with file and line."""
    return IssuerCodes(read_table(folder / "issuer_codes.tsv", IssuerCode))
