"""The head of a table with a column of units: 统计指标 | 单位 | 统计数, 指标名称 | 计量单位 | 2014年度 | 历年累计."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gigraph.extractors.forms.cells import UNITS
from gigraph.registry.table_columns import TableColumns

_MOST_COLUMNS = 8
_GAP, _LONGEST_GAP = re.compile(r"[ \n]+\Z"), 12
_LABEL = r"[ ]{0,20}(?=[^\n]{0,8}[\u4e00-\u9fff])[^\n|。;,]{2,60}"
_ROWS = re.compile(
    rf"(?:(?<=\n)|\A)(?:{_LABEL}[ |]{{1,9}}(?:{UNITS})[ |]{{1,20}}[\d,.]{{1,20}}[ |]{{0,20}}\n){{4,200}}"
)
_REMARKS = frozenset({"备注"})


@dataclass(frozen=True, slots=True)
class Head:
    """A head: its offsets and the labels of its columns of figures (empty where they have none).

    remarks: whether a column of remarks is among them; coded: whether a code of each row stands before its figures,
    numbered: before its unit.
    """

    start: int
    end: int
    columns: tuple[str, ...]
    remarks: bool
    coded: bool
    numbered: bool = False


def _spread(word: str) -> str:
    return "[ \n]{0,3}".join(map(re.escape, word))


@lru_cache(maxsize=4)
def _patterns(columns: TableColumns) -> tuple[re.Pattern[str], re.Pattern[str]]:
    first, unit, names = ("|".join(map(_spread, labels)) for labels in (columns.first, columns.unit, columns.figures))
    code = r"(?:代[ ]?码|编[ ]?码|行[ ]?次)[ \n|]{0,12}"
    head = re.compile(
        rf"(?:{first})[ \n|]{{0,12}}(?P<number>{code})?(?:{unit})[ \n|]{{0,12}}(?P<code>代[ ]?码[ \n|]{{0,12}})?"
    )
    column = re.compile(rf"[ \n|]{{0,12}}(?P<column>(?:19|20)\d\d[ ]?年[ ]?度?(?:统计数|数量|数据|实际)?|{names})")
    return head, column


def find_heads(text: str, columns: TableColumns) -> Iterator[Head]:
    """The heads in a text, in order. `columns` are the labels of the registry.

    >>> text = "指标名称计量单位2017年度历年累计主动公开文件数条00"
    >>> columns = TableColumns(first=("指标名称",), unit=("计量单位",), figures=("历年累计", "统计数"), words=())
    >>> [head.columns for head in find_heads(text, columns)]
    [('2017年度', '历年累计')]
    """
    head, column = _patterns(columns)
    for match in head.finditer(text):
        names, end = _listed(text, match.end(), column)
        if "|" in match.group():
            names, end = max((names, end), _barred(text, match.end()), key=lambda found: len(found[0]))
        if names or "|" in match.group():
            remarks = any(name in _REMARKS for name in names)
            figures = tuple(name for name in names if name not in _REMARKS)
            yield Head(match.start(), end, figures, remarks, bool(match["code"]), bool(match["number"]))


def _listed(text: str, end: int, column: re.Pattern[str]) -> tuple[list[str], int]:
    """The labels of columns that the registry knows, from an offset on, and where they end."""
    names: list[str] = []
    while (found := column.match(text, end)) and len(names) < _MOST_COLUMNS and _stands_apart(text, end, found):
        parts = _two(
            text[max(0, found.start("column") - _LONGEST_GAP) : found.start("column")], found["column"], column
        )
        names += parts or [re.sub(r"\s", "", found["column"])]
        end = found.end()
    return names, end


def _two(before: str, label: str, column: re.Pattern[str]) -> list[str]:
    """The labels in what looks like one, if as much space parts them as stands before them (单位 本年 累计)."""
    gap = _GAP.search(before)
    parts = label.split(gap.group()) if gap else []
    return parts if len(parts) == 2 and all(column.fullmatch(part) for part in parts) else []


def _barred(text: str, start: int) -> tuple[list[str], int]:
    """The labels in the cells that are left in the head's line, whatever they are."""
    stop = text.find("\n", start)
    cells = [re.sub(r"\s", "", cell) for cell in text[start : stop if stop != -1 else start].split("|")]
    names = [cell for cell in cells if cell]
    labels = len(names) <= _MOST_COLUMNS and all(re.fullmatch(r"[\u3400-\u9fff()\d]{2,20}", name) for name in names)
    return (names, stop) if names and labels else ([], start)


def _stands_apart(text: str, before: int, found: re.Match[str]) -> bool:
    """Whether a column's label ends where it should: space before it and a character behind it begin a row's label."""
    parted = found.start("column") > before or text[before - 1] in " \n|"
    return not parted or not "\u3400" <= text[found.end() : found.end() + 1] <= "\u9fff"


def headless(text: str) -> Iterator[Head]:
    """Where four lines or more stand together that each have a label, a unit and a figure, and no head above them.

    >>> [head.start for head in headless("概述\\n" + "公开信息数 条 12\\n" * 4)]
    [3]
    """
    yield from (Head(match.start(), match.start(), (), False, False) for match in _ROWS.finditer(text))
