"""Rows that a report adds behind the last one of section two or three: kept with their labels, as those between are."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gigraph.extractors.forms.cells import Token, cell_of, cells_between
from gigraph.extractors.forms.rows import Found, Region
from gigraph.registry.forms import Column

_HAN = re.compile(r"[\u3400-\u9fff]")
_BLOCK = re.compile(r"[ |]{0,9}(第二十条第 ?\([一二三四五六七八九十]{1,3}\) ?项)[ |]{0,9}")
_LINE = re.compile(r"[ ]{0,9}([\u3400-\u9fff()、/“”.\d]{2,40}?)((?: {1,9}(?:\d{1,9}(?:\.\d{1,4})?|[-—/]))+)[ ]{0,9}")
_MOST = 12  # rows behind the last
_LONGEST = 40  # characters of a label


def with_rows_behind(text: str, regions: Sequence[Region]) -> list[Region]:
    """The regions of a sheet in order; sections two and three with the rows behind their last one, up to the next."""
    found: list[Region] = []
    for region, following in pairwise([*regions, None]):
        assert region is not None
        if region.part in ("disclosure", "requests") and region.rows:
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
        label, own = cells[0] if cells else None, _fitting(cells[1:], len(columns))
        if label is None or not own or not _is_label(label) or not any(cell.kind == "number" for cell in own):
            return
        name = " / ".join([*([parent] if parent else []), re.sub(r"\s", "", label.text)])
        yield Found("other", "", name, "", columns, tuple(own), True, label.start, label.end, None)


def _cells(line: str, start: int) -> list[Token]:
    """The cells of a line: between its bars, or those of a row whose numbers spaces part."""
    if "|" in line:
        lead = len(line) - len(line.lstrip(" |"))
        return cells_between(
            line[lead:].rstrip(" |").split("|") if lead else line.rstrip().removesuffix("|").split("|"), start + lead
        )
    row = _LINE.fullmatch(line)
    if not row:
        return []
    numbers = [cell_of(match.group(), start + row.start(2) + match.start()) for match in re.finditer(r"\S+", row[2])]
    return [cell_of(row[1], start + row.start(1)), *numbers]


def _fitting(cells: Sequence[Token], columns: int) -> Sequence[Token]:
    """The cells less the padding behind them; none where there are fewer or more than columns."""
    return (
        cells[:columns]
        if columns and all(cell.kind == "blank" for cell in cells[columns:]) and len(cells) >= columns
        else ()
    )


def _is_label(cell: Token) -> bool:
    return cell.kind == "text" and len(cell.text) <= _LONGEST and len(_HAN.findall(cell.text)) > 1
