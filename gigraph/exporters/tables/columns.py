"""The tables, their columns, and what these hold. Names and order are stable; new columns come at the end."""

from dataclasses import dataclass
from typing import Any, Final

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. type: text, integer, number (exact in text formats, a double in Parquet), boolean, date, list."""

    name: str
    type: str
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table and its columns."""

    name: str
    about: str
    columns: tuple[Column, ...]


def _columns(lines: str) -> tuple[Column, ...]:
    """Columns from lines of name, type and meaning."""
    return tuple(Column(*(part.strip() for part in line.split("|"))) for line in lines.splitlines() if line.strip())


_EVIDENCE = """
places | integer | in how many places the report says so
start | integer | where the first of them begins in the text of the source, in code points
end | integer | where it ends, exclusive
quote | text | its words as they stand there
"""
_REPORT = """
report | text | IRI of the report
source_key | text | path or URL of the source that the report was read from
year | integer | report year
agency | text | IRI of the publisher
agency_label | text | its name
"""

TABLES: Final[dict[str, Table]] = {
    table.name: table
    for table in (
        Table("agencies", "every agency that reports name or the registry holds", _columns("""
            agency | text | IRI
            label | text | name
            kind | text | government, department, office, division …
            kind_label | text | kind in Chinese
            region | text | code of GB/T 2260
            region_label | text | name of the region
            level | text | central, province, prefecture, county, township
            sector | text | field of work
            system | text | system that it belongs to
            parent | text | IRI of the agency above it
            parent_label | text | its name
            same_as | text | IRI of the agency that this is another IRI of
            other_names | list | short and other names
            issuer_codes | list | 机关代字
        """)),
        Table("regulations", "every instrument that reports cite, and dated versions of it", _columns("""
            regulation | text | IRI
            label | text | title, or number where no title is known
            number | text | 发文字号, 令号
            type | text | law, regulation, normative document …
            type_label | text | type in Chinese
            issuer | text | IRI of the agency that passed it
            issuer_label | text | its name
            dated | date | date of the document
            in_force | date | from when it is in force
            no_longer_in_force | date | from when it is not
            version_of | text | IRI of the work that this is a dated version of
            same_as | text | IRI of the instrument that this is another IRI of
            in_registry | boolean | whether the registry holds it
            other_names | list | short and other titles
        """)),
        Table("platforms", "every platform: websites, weibo, wechat, boards, halls …", _columns("""
            platform | text | IRI
            label | text | name
            kind | text | website, weibo, wechat …
            kind_label | text | kind in Chinese
            operator | text | IRI of the agency that runs it
            operator_label | text | its name
            other_names | list | short and other names
        """)),
        Table("reports", "every report, with its source", _columns(_REPORT + """
            title | text | title
            type | text | annual-report, work-report …
            region | text | code of the publisher's region
            region_label | text | its name
            period_start | date | first day of the period
            period_end | date | last day
            issued | date | day of publication
            index_number | text | 索引号
            scope | text | whose figures it gives: aggregate (a government's area) or own
            media_type | text | of the source
            digest | text | SHA-256 of the source's bytes
            url | text | where the source is on the web
            duplicate_of | text | IRI of the report that this is another copy of
        """)),
        Table("citations", "a row an instrument that a report cites, issues or discloses", _columns(
            "citation | text | IRI\n" + _REPORT.lstrip() + """
            relation | text | cites: acts under it; issues: drew it up itself; discloses: put it on line
            outcome | text | Resolved, Ambiguous, Unresolved
            method | text | how it was resolved
            regulation | text | IRI of the instrument where it is resolved
            regulation_label | text | its title
            regulation_number | text | its number
            version | text | IRI of the version in force at the time
            stated_name | text | title as the report has it
            stated_number | text | number as the report has it
            stated_issuer | text | issuer as the report has it
            bracketed | boolean | whether it stands in 《》
            formula | boolean | whether it is cited in the opening formula (编制依据) alone
            role | text | in what part: report-basis, implementation, study …
            status | text | of an instrument of its own: done, planned …
            section | text | heading under which it first stands
            pinpoints | list | articles named
            repairs | list | what was mended in the text to read it
            """ + _EVIDENCE)),
        Table("mentions", "a row an agency or a platform that a report names", _columns(
            "mention | text | IRI\n" + _REPORT.lstrip() + """
            entity_kind | text | agency or platform
            outcome | text | Resolved, Ambiguous, Unresolved
            method | text | how it was resolved
            entity | text | IRI of the agency or platform where it is resolved
            entity_label | text | its name
            stated_name | text | full name as the report gives it
            stated_kind | text | kind as the report gives it
            other_names | list | other names in this report
            """ + _EVIDENCE)),
        Table("observations", "a row a cell of the statutory tables with a value and an indicator", _columns(
            "observation | text | IRI\n" + _REPORT.lstrip() + """
            region | text | code of the publisher's region
            region_label | text | its name
            indicator | text | IRI of the indicator
            indicator_code | text | form/part/row and column
            indicator_label | text | its label in Chinese
            applicant | text | whose requests: all, natural-person, enterprise …
            amount | number | the value
            unit | text | as the table gives it
            state | text | certain or inferred
            reason | text | why, where it is inferred
            scope | text | aggregate (a government's area) or own
            derived | boolean | not stated by the report: a neighbouring year's report decides it
            """ + _EVIDENCE)),
    )
}  # fmt: skip


def manual() -> str:
    """What all tables and columns hold, in Markdown."""
    lines = ["# Tables", "", "Lists are joined by ; in CSV and TSV. Reports that are there twice count once."]
    for table in TABLES.values():
        lines += [
            "",
            f"## {table.name}",
            "",
            f"{table.about}",
            "",
            "| column | type | what it holds |",
            "|---|---|---|",
        ]
        lines += [f"| {column.name} | {column.type} | {column.about} |" for column in table.columns]
    return "\n".join(lines) + "\n"
