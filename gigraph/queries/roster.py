"""A roster: which bodies should report in which years, as a table of a user's. Every error names file and line."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gigraph.documents.encodings import decode
from gigraph.documents.kinds import kind_of
from gigraph.errors import ReadError, UsageError
from gigraph.registry.region_codes import CENTRE, Region
from gigraph.registry.regions import Regions

HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "body": ("body", "agency", "name", "机关", "单位", "机关名称", "单位名称", "名称"),
    "region": ("region", "地区", "区划", "行政区划", "区划代码", "行政区划代码", "地区代码"),
    "type": ("type", "kind", "类型", "类别", "机关类型", "单位类型"),
    "since": ("from", "since", "起", "起始", "起始年", "起始年份", "起始年度", "开始年份"),
    "until": ("to", "until", "止", "截止", "截止年", "截止年份", "截止年度", "结束年份"),
}
_SHOWN = 10  # problems that a message lists
_YEAR = re.compile(r"((?:19|20)\d\d)年?度?")
_CENTRAL = Region(CENTRE, "中央", "central", "")
_OPEN = frozenset({"", "-", "—", "至今", "今"})


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One body of a roster. line: of the file, from 1. region: None for an empty cell. Years are inclusive, or open."""

    line: int
    body: str
    region: Region | None = None
    type: str = ""
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """The rows of a roster in order, and the columns that say nothing that is used."""

    rows: tuple[RosterRow, ...]
    ignored: tuple[str, ...] = ()


def read_roster(path: Path, regions: Regions) -> Roster:
    """The roster of a CSV or TSV file (parted by comma, semicolon or tab, whichever its first line has most of).

    Its first line names the columns in English or Chinese (HEADINGS); `body` must be there, years may be open. A region
    is a GB/T 2260 code or a name, with the names above it where several regions bear it (吉林省长春市朝阳区).
    Raises UsageError (file:line, all problems together), ReadError for characters that cannot be told.
    """
    try:
        data = path.read_bytes()
        if kind := kind_of(data):
            raise UsageError(f"is no CSV file but {kind[0]}", where=str(path), hint="Save it as CSV (UTF-8)")
        text = decode(data, None, str(path)).text
    except OSError as error:
        raise ReadError("E-PERM", error.strerror or str(error), where=str(path)) from error
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    header = [cell.strip() for cell in next(lines, [])]
    columns = _columns(header, path.name)
    rows, problems = list[RosterRow](), list[str]()
    for cells in lines:
        if any(cell.strip() for cell in cells):
            values = {name: cells[at].strip() if at < len(cells) else "" for name, at in columns.items()}
            try:
                rows.append(_row(lines.line_num, values, regions))
            except ValueError as error:
                problems.append(f"{path.name}:{lines.line_num}: {error}")
    if problems:
        more = f"\n  … and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        raise UsageError("\n  ".join(problems[:_SHOWN]) + more, hint="Mend these lines and run the command again")
    if not rows:
        raise UsageError("has no row below its header", where=path.name, hint="Write one row for each body")
    return Roster(tuple(rows), tuple(name for at, name in enumerate(header) if at not in columns.values() and name))


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",\t;", key=first.count)


def _columns(header: list[str], where: str) -> dict[str, int]:
    """The position of each column that is used."""
    found: dict[str, int] = {}
    for at, cell in enumerate(header):
        name = next((name for name, words in HEADINGS.items() if cell.lower() in words), None)
        if name in found:
            raise UsageError(f"two columns are {name}: {header[found[name]]} and {cell}", where=f"{where}:1")
        if name:
            found[name] = at
    if "body" not in found:
        hint = "Its first line is such as body,region,type,from,to or 单位,地区,类型,起,止"
        raise UsageError(f"no column names the bodies: {', '.join(header) or 'empty'}", where=f"{where}:1", hint=hint)
    return found


def _row(line: int, values: dict[str, str], regions: Regions) -> RosterRow:
    body = values["body"]
    if not body:
        raise ValueError("names no body")
    since, until = (_year(values.get(name, "")) for name in ("since", "until"))
    if since and until and since > until:
        raise ValueError(f"ends ({until}) before it begins ({since})")
    region = values.get("region", "")
    return RosterRow(line, body, _region(region, regions) if region else None, values.get("type", ""), since, until)


def _year(cell: str) -> int | None:
    match = _YEAR.fullmatch(cell)
    if not match and cell not in _OPEN:
        raise ValueError(f"{cell!r} is no year: write four digits, such as 2016, or nothing")
    return int(match[1]) if match else None


def _region(cell: str, regions: Regions) -> Region:
    if cell in (CENTRE, "中央", "中国"):
        return _CENTRAL
    if re.fullmatch(r"\d{6}", cell):
        found = [known] if (known := regions.at(cell)) else []
    else:
        length, candidates = regions.prefix(cell)
        found = list(candidates) if length == len(cell) else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise ValueError(f"no region is called {cell!r}")
    raise ValueError(f"region {cell!r} may be {' or '.join(_told(found, regions))}: give the code")


def _told(found: list[Region], regions: Regions) -> Iterator[str]:
    for region in found:
        above = "".join(parent.name for parent in reversed(regions.ancestors(region)))
        yield f"{region.code} {above}{region.name}"
