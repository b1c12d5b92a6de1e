"""Rows that a report adds behind the last one of a form's table: kept with their labels, as those between are."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gigraph.extractors.forms.cells import UNITS, Token, cell_of, cells_between
from gigraph.extractors.forms.rows import Found, Region
from gigraph.registry.forms import Column

_HAN = re.compile(r"[\u3400-\u9fff]")
_BLOCK = re.compile(r"[ |]{0,9}(第二十条第 ?\([一二三四五六七八九十]{1,3}\) ?项)[ |]{0,9}")
_NUMBER = r"(?:\d{1,9}(?:\.\d{1,4})?|[-—–/]{1,4})"
_LINE = re.compile(
    rf"[ ]{{0,9}}(?P<label>[\u3400-\u9fff()、/“”.\d]{{2,40}}?)"
    rf"(?P<cells>(?: {{1,9}}(?:{UNITS}))?(?: {{1,9}}{_NUMBER}){{1,9}})[ ]{{0,9}}"
)
_ALONE = re.compile(r"[^|\n ]{2,60}")  # what fills a line as the one cell that it has
_DATA = re.compile(rf"[ |]{{0,9}}(?:(?:{UNITS}|{_NUMBER})[ |]{{1,9}}){{0,9}}(?:{UNITS}|{_NUMBER})[ |]{{0,9}}")
_CELL = re.compile(r"[^ |]+")
_CONTENTS = re.compile(r"信 ?息 ?内 ?容")
_HEAD_LINE = re.compile(r"[ ]{0,9}信 ?息 ?内 ?容(?: {1,9}[\u3400-\u9fff()/、:]{3,20}){1,6}[ ]{0,9}")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、")
_UNITS = frozenset(UNITS.split("|"))
_MOST = 12  # rows behind the last
_LONGEST, _SHORT = 40, 12  # characters of a label, of one that names a matter of section two


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
    place = text.find("\n", max(last.end, last.tokens[-1].start if last.tokens else 0))
    columns, parent = last.columns, last.name.rpartition(" / ")[0] if region.part == "disclosure" else ""
    for _ in range(_MOST):
        line = _next_line(text, place, until)
        if line is None:
            return
        if block := _BLOCK.fullmatch(text[slice(*line)]):
            columns, parent, place = (), block[1], line[1]
            continue
        cells, place = _row(text, line, until)
        if parent and cells and region.part == "disclosure" and (head := _columns(text, cells, line, until)):
            columns, place = head
            continue
        if region.part == "statistics":
            if cells and _HEADING.match(cells[0].text) and all(cell.kind in ("dash", "blank") for cell in cells[1:]):
                parent = re.sub(r"\s", "", cells[0].text)
                continue
            unit = re.sub(r"\s", "", cells[1].text) if len(cells) > 2 else ""
            if unit not in _UNITS:
                return
            cells, columns = [cells[0], *cells[2:]], tuple(column._replace(unit=unit) for column in columns)
        label, own = cells[0] if cells else None, _fitting(cells[1:], len(columns))
        if label is None or not own or not _is_label(label) or not any(cell.kind == "number" for cell in own):
            return
        if len(own) == 1 and place > line[1] and region.part == "disclosure" and not _is_matter(label):
            return  # the next section or a note, and the number of a page
        name = " / ".join([*([parent] if parent else []), re.sub(r"\s", "", label.text)])
        yield Found("other", "", name, columns[0].unit, columns, tuple(own), True, label.start, label.end, None)


def _next_line(text: str, place: int, until: int) -> tuple[int, int] | None:
    """The next line with something in it, from the line break at an offset on; None where the next table begins."""
    while 0 <= place < until:
        start, end = place + 1, text.find("\n", place + 1)
        end = end if end != -1 else len(text)
        if end > until:
            return None
        if text[start:end].strip(" |"):
            return start, end
        place = end if end < len(text) else -1
    return None


def _row(text: str, line: tuple[int, int], until: int) -> tuple[list[Token], int]:
    """The cells of the row that begins in a line, each in it or in a line of its own, and where the last line ends."""
    start, end = line
    words = text[start:end].strip(" |")
    if cells := _cells(text[start:end], start) if words.strip() and not _ALONE.fullmatch(words) else []:
        return cells, end
    begin = text.index(words, start, end)
    cells = [cell_of(words, begin)]
    while (following := _next_line(text, end, until)) and (data := _DATA.fullmatch(text[slice(*following)])):
        cells += [cell_of(cell.group(), following[0] + cell.start()) for cell in _CELL.finditer(data.group())]
        end = following[1]
    return cells, end


def _columns(
    text: str, cells: Sequence[Token], line: tuple[int, int], until: int
) -> tuple[tuple[Column, ...], int] | None:
    """The columns of a head (信息内容 and labels, in a line or in one each before the first row's), and its end."""
    if len(cells) > 1:
        named = all(cell.kind == "text" for cell in cells)
        return (tuple(Column("", re.sub(r"\s", "", cell.text)) for cell in cells[1:]), line[1]) if named else None
    if not _CONTENTS.fullmatch(cells[0].text):
        return None
    lines: list[tuple[int, int]] = []
    end = line[1]
    while len(lines) < _MOST and (following := _next_line(text, end, until)):
        if _DATA.fullmatch(text[slice(*following)]):
            break
        lines.append(following)
        end = following[1]
    if len(lines) < 2:
        return None
    return tuple(Column("", text[slice(*one)].strip(" |")) for one in lines[:-1]), lines[-1][0] - 1


def _cells(line: str, start: int) -> list[Token]:
    """The cells of a line: between its bars, or those of a row whose numbers spaces part."""
    if "|" in line:
        lead = len(line) - len(line.lstrip(" |")) if line.lstrip().startswith("|") else 0
        return cells_between(line[lead:].rstrip().removesuffix("|").split("|"), start + lead)
    if head := _HEAD_LINE.fullmatch(line):
        return [cell_of(cell.group(), start + cell.start()) for cell in re.finditer(r"\S+", head.group())]
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


def _is_matter(cell: Token) -> bool:
    """Whether a cell can name a matter of section two: a few characters, no number of a section before them."""
    return len(cell.text) <= _SHORT and not _HEADING.match(cell.text)


def _is_label(cell: Token) -> bool:
    return cell.kind == "text" and len(cell.text) <= _LONGEST and len(_HAN.findall(cell.text)) > 1
