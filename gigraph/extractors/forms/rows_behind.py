"""Rows that a report adds behind the last one of a form's table: kept with their labels, as those between are."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gigraph.extractors.forms.cells import UNITS, Token, cell_of, cells_between
from gigraph.extractors.forms.rows import Found, Region
from gigraph.registry.forms import Column

_HAN = re.compile(r"[\u3400-\u9fff]")
_BLOCK = re.compile(r"[ |]{0,9}(第二十条第 ?\([一二三四五六七八九十]{1,3}\) ?项)[ |]{0,9}")
_NUMBER = r"(?:\d{1,9}(?:\.\d{1,4})?|[-—/])"
_LINE = re.compile(
    rf"[ ]{{0,9}}(?P<label>[\u3400-\u9fff()、/“”.\d]{{2,40}}?)"
    rf"(?P<cells>(?: {{1,9}}(?:{UNITS}))?(?: {{1,9}}{_NUMBER}){{1,9}})[ ]{{0,9}}"
)
_UNITS = frozenset(UNITS.split("|"))
_MOST = 12  # rows behind the last
_LONGEST = 40  # characters of a label


def with_rows_behind(text: str, regions: Sequence[Region]) -> list[Region]:
    """The regions of a sheet in order; all but section four with the rows behind their last one, up to the next."""
    found: list[Region] = []
    for region, following in pairwise([*regions, None]):
        assert region is not None
        if region.part != "review" and region.rows:
            rows = list(_behind(text, region, following.start if following else len(text)))
            if rows:
                region = region._replace(rows=(*region.rows, *rows), end=max(region.end, rows[-1].tokens[-1].end))
        found.append(region)
    return found


def _behind(text: str, region: Region, until: int) -> Iterator[Found]:
    last = region.rows[-1]
    end = text.find("\n", max(last.end, last.tokens[-1].start if last.tokens else 0))
    columns, parent = last.columns, last.name.rpartition(" / ")[0] if region.part == "disclosure" else ""
    for _ in range(_MOST):
        start, end = end + 1, text.find("\n", end + 1)
        end = end if end != -1 else len(text)
        if not start or start >= end or end > until:
            return
        line = text[start:end]
        if block := _BLOCK.fullmatch(line):
            columns, parent = (), block[1]
            continue
        cells = _cells(line, start)
        if parent and len(cells) > 1 and all(cell.kind == "text" for cell in cells):
            columns = tuple(Column("", re.sub(r"\s", "", cell.text)) for cell in cells[1:])
            continue
        if region.part == "statistics":
            unit = re.sub(r"\s", "", cells[1].text) if len(cells) > 2 else ""
            if unit not in _UNITS:
                return
            cells, columns = [cells[0], *cells[2:]], tuple(column._replace(unit=unit) for column in columns)
        label, own = cells[0] if cells else None, _fitting(cells[1:], len(columns))
        if label is None or not own or not _is_label(label) or not any(cell.kind == "number" for cell in own):
            return
        name = " / ".join([*([parent] if parent else []), re.sub(r"\s", "", label.text)])
        yield Found("other", "", name, columns[0].unit, columns, tuple(own), True, label.start, label.end, None)


def _cells(line: str, start: int) -> list[Token]:
    """The cells of a line: between its bars, or those of a row whose numbers spaces part."""
    if "|" in line:
        lead = len(line) - len(line.lstrip(" |")) if line.lstrip().startswith("|") else 0
        return cells_between(line[lead:].rstrip().removesuffix("|").split("|"), start + lead)
    row = _LINE.fullmatch(line)
    if not row:
        return []
    cells = re.finditer(r"\S+", row["cells"])
    numbers = [cell_of(cell.group(), start + row.start("cells") + cell.start()) for cell in cells]
    return [cell_of(row["label"], start + row.start("label")), *numbers]


def _fitting(cells: Sequence[Token], columns: int) -> Sequence[Token]:
    """The cells less the padding behind them; none where there are fewer or more than columns."""
    padded = len(cells) >= columns > 0 and all(cell.kind == "blank" for cell in cells[columns:])
    return cells[:columns] if padded else ()


def _is_label(cell: Token) -> bool:
    return cell.kind == "text" and len(cell.text) <= _LONGEST and len(_HAN.findall(cell.text)) > 1
