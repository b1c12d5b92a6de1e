"""Local tables with a column of units, whose rows no national form knows: kept with their labels as printed."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from gigraph.extractors.forms.cells import NUMBER, UNITS, Token, cell_of, tokens_of
from gigraph.extractors.forms.heads import Head
from gigraph.extractors.forms.outline import Outline
from gigraph.extractors.forms.rows import Found, Region
from gigraph.extractors.forms.serials import without_page_numbers, without_serials
from gigraph.extractors.forms.sheet import Sheet
from gigraph.registry.forms import Column

_LONGEST = 90  # characters of a label with what else stands between two rows
_ROW = re.compile(
    rf"(?P<unit>{UNITS})"
    rf"(?P<data>(?=[ \n|]{{0,12}}(?:[+\-−]?\d|[-—–/]))(?:[ \n|]{{1,24}}|{NUMBER}|[-—–/]{{1,6}}){{1,24}})"
    r"(?P<after>[、.)．])?"
)
_CODE = re.compile(r"[ \n|]{0,12}\d{1,3}[ \n|]{0,12}\Z")  # of a row, between its label and its unit
_SERIAL, _FIRST = (
    re.compile(r"序[ ]?号[ \n|]{0,5}\Z"),
    re.compile(r"^\d{1,3}(?![\d.、)])"),
)  # before the first row's label
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、")
_NUMBERED = re.compile(r"^(?:其中[:,]?)?(\d{1,2})[、.]")


def variant_regions(sheet: Sheet, heads: Sequence[Head], taken: Sequence[Region]) -> Iterator[Region]:
    """The tables behind heads that no other region holds."""
    for head, following in zip_longest(heads, heads[1:]):
        if any(region.start - 40 <= head.start < region.end for region in taken):
            continue
        found = tuple(_rows(sheet.text, head, following.start if following else len(sheet.text)))
        rows = tuple(without_page_numbers(sheet.text, without_serials(found)))
        if len(rows) >= 2:
            end = max(max((token.end for token in row.tokens), default=row.end) for row in rows)
            yield Region("other", "variant", head.start, end, rows, bool(head.columns))


def _rows(text: str, head: Head, limit: int) -> Iterator[Found]:
    outline = Outline()
    position, number = head.end, 0
    while match := _ROW.search(text, position, min(limit, position + _LONGEST + 120)):
        between = text[position : match.start()]
        label = _label(_CODE.sub("", between) if head.numbered else between)
        if label is None:
            return
        if position == head.end and _SERIAL.search(text[max(0, head.start - 8) : head.start]):
            label = _FIRST.sub("", label)
        for heading in _headings(text[position : match.start()]):
            outline.add(heading)
        data_end = match.end("data")
        if match["after"]:
            data_end -= _numbering(match["data"], number + 1)
        data_end = _end_of_line(text, match.start("data"), data_end)
        numbered = _NUMBERED.match(label)
        number = int(numbered[1]) if numbered else 0
        yield _row(text, head, outline.add(label), match, data_end, position)
        position = data_end


def _end_of_line(text: str, start: int, end: int) -> int:
    """Where a row's data end if the next row's serial number stands in a cell before its label."""
    line = text.rfind("\n", start, end)
    return line if line > start and re.fullmatch(r"\n[ |]{0,9}\d{1,3}[ ]{0,3}\|[ ]{0,9}", text[line:end]) else end


def _label(between: str) -> str | None:
    """The label at the end of what stands between two rows; None where that is no label but running text."""
    if "|" in between:
        cells = [cell.strip() for cell in between.split("|")]
        between = next((cell for cell in reversed(cells) if re.search(r"[\u3400-\u9fff]", cell)), "")
    between = re.sub(r"^[ \n]*甲[ \n]*乙[ \n]*丙?[ \n\d]{0,20}", "", between)
    between = re.split(r"[-—–]{1,6}(?=[\u3400-\u9fff(\d])", between)[-1]
    label = re.sub(r"\s+", "", between).strip("|,、")
    if not len(re.findall(r"[\u3400-\u9fff]", label)) >= 2 or len(label) > _LONGEST or re.search(r"[。;!?]", label):
        return None
    return label


def _headings(between: str) -> Iterator[str]:
    """The rows between two others that have a numbered label (一、) and in all other cells nothing or a dash."""
    for line in between.split("\n")[:-1]:
        cells = [cell for each in line.split("|") if (cell := re.sub(r"\s+", "", each))]
        if "|" in line and cells and _HEADING.match(cells[0]) and not any(re.search(r"\w", cell) for cell in cells[1:]):
            yield cells[0]


def _numbering(data: str, expected: int) -> int:
    """How many digits at the end of a row's data are the next row's numbering (2、)."""
    digits = re.search(r"\d+$", data)
    if not digits:
        return 0
    for likely in (str(expected), "1"):
        if digits.group().endswith(likely):
            return len(likely)
    return 1


def _row(text: str, head: Head, name: str, match: re.Match[str], data_end: int, start: int) -> Found:
    unit, begin = match["unit"], match.end("unit")
    exact = text.count("|", begin, data_end) >= max(len(head.columns), 1)
    tokens = tuple(_cells(text, begin, data_end) if exact else tokens_of(text, begin, data_end))
    if head.coded and len(tokens) > 1:
        tokens = tokens[1:]
    names = head.columns or ("",)
    columns = tuple(Column("", column, unit) for column in names)
    return Found("other", "", name, unit, columns, tokens, exact, start + _lead(text, start), match.end("unit"), None)


def _lead(text: str, start: int) -> int:
    return len(text[start : start + 60]) - len(text[start : start + 60].lstrip(" \n|"))


def _cells(text: str, start: int, end: int) -> Iterator[Token]:
    """The cells behind the unit's: the unit's own ends at the first bar."""
    bars = [start + match.start() for match in re.finditer(r"\|", text[start:end])]
    for one, following in zip(bars, [*bars[1:], end], strict=True):
        cell = cell_of(text[one + 1 : following], one + 1)
        if cell.kind != "blank" or following != end:
            yield cell
