"""Where the tables of a plain text are: rows with column bars, and the statutory forms, flattened ones too.

The forms are those of 国办发〔2014〕32号, 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号, and older local ones.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gigraph.documents.words import UNMARKED, table_heads, table_pattern
from gigraph.text.runs import Runs

_NUMBER = r"\d[\d.,]{0,20}(?:万?元)?|[-—/\\]{1,4}|无"
_UNIT = r"人次|人|条|件|次|篇|份|个|宗|期|元|万元|——"
_ENUMERATOR = r"[(]?[一二三四五六七八九十\d]{1,2}[)、.]|其中:?"
_ROW = re.compile(rf"(?:{_ENUMERATOR}){{0,2}}[^。;\d]{{2,60}}?(?:{_UNIT})(?:{_NUMBER})")
_SECTION = re.compile(r"[一二三四五六七]、(?:总体|概述|主动公开政府|收到和处理|政府信息公开行政|因政府|存在|其他需要)")
# In prose a classifier follows the number (公开信息320条); in a table the unit has a cell of its own before it.
_PROSE = re.compile(r"[:,]?(?:为|共|有|约|达)?\d[\d.]{0,12}(?:人次|[件条次人篇宗个])")
_CAPTION = re.compile(
    r"(?:附[件表]\d{0,2}:?)?(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:情况)?统计(?:报)?表"
    r"(?:[(]?(?:19|20)\d\d年度?[)]?)?(?:填报单位(?:[(]盖?章?[)])?:.{0,30})?$"
)
_SIGNATURE = re.compile(r":(?:\d{4}年\d{1,2}月\d{1,2}日|[\d-]{5,20})")
_HEADING = re.compile(r"[一二三四五六七八九十]、[^。;]{0,20}$")
_MARKS = re.compile(f"([{re.escape(''.join(UNMARKED))}]{{1,999}})")
_LONGEST_GAP = 60  # characters that may lie between two labels of one table
_LONGEST_CELL = 80


def table_spans(text: str, floor: int = 0) -> list[tuple[int, int]]:
    """The tables of a folded text, from the offset `floor` on, as sorted ranges that do not overlap.

    >>> text = "共公开20条。第二十条第(一)项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 三、收到和处理"
    >>> [text[start:end] for start, end in table_spans(text)]
    ['第二十条第(一)项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0']
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*_barred(text, floor), *_statutory(text)]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _barred(text: str, floor: int) -> Iterator[tuple[int, int]]:
    """Runs of lines with column bars; one short line without may stand between two (a cell broken over lines)."""
    begin = 0
    run: list[tuple[int, int]] = []
    bars = gap = 0
    for line in text.split("\n"):
        end = begin + len(line)
        if "|" in line and begin >= floor and "。" not in line and max(map(len, line.split("|"))) <= _LONGEST_CELL:
            run.append((begin, end))
            bars, gap = bars + line.count("|"), 0
        elif line.strip():
            gap += 1
            if gap > 1 or len(line) > 30 or "。" in line:
                yield from _bounds(run, bars)
                run, bars, gap = [], 0, 0
        begin = end + 1
    yield from _bounds(run, bars)


def _bounds(run: list[tuple[int, int]], bars: int) -> Iterator[tuple[int, int]]:
    if len(run) >= 2 and bars >= 4:
        yield run[0][0], run[-1][1]


@dataclass(slots=True)
class _Cluster:
    """Labels of tables that stand together; offsets are those of the text without white space and marks."""

    start: int
    end: int
    labels: int
    heads: int
    prose: int

    def is_table(self) -> bool:
        return self.labels >= 3 and (self.heads >= 2 or self.labels >= 8) and self.prose * 2 < self.labels


def _statutory(text: str) -> Iterator[tuple[int, int]]:
    runs = Runs(text, _MARKS)
    bare = runs.chars
    clusters = [cluster for cluster in _clusters(bare) if cluster.is_table()]
    if not clusters:
        return
    floor = 0
    for cluster in clusters:
        start = max(_extend_back(bare, cluster.start), floor)
        end = floor = _extend_on(runs, cluster)
        if start < end:
            yield runs.stretch(start, end)


def _clusters(bare: str) -> Iterator[_Cluster]:
    heads = table_heads()
    current: _Cluster | None = None
    for match in table_pattern("head", "yes").finditer(bare):
        gap = bare[current.end : match.start()][: _LONGEST_GAP + 1] if current else ""
        if current and len(gap) <= _LONGEST_GAP and "。" not in gap and not _SECTION.search(gap):
            current.end = match.end()
        else:
            if current:
                yield current
            current = _Cluster(match.start(), match.end(), 0, 0, 0)
        current.labels += 1
        current.heads += match.group() in heads
        current.prose += _PROSE.match(bare, match.end()) is not None
    if current:
        yield current


def _extend_back(bare: str, start: int) -> int:
    """Before the first label: words of the head that are also words of prose, and the table's caption."""
    weak = re.compile(rf"(?:{table_pattern('no').pattern}|{_ENUMERATOR}|[()]){{1,30}}$")
    found = weak.search(bare[max(0, start - 80) : start])
    start -= len(found.group()) if found else 0
    before = bare[max(0, start - 90) : start]
    caption = _CAPTION.search(before)
    if not caption or _HEADING.search(before[: caption.start()]):
        return start
    return start - len(caption.group())


def _extend_on(runs: Runs, cluster: _Cluster) -> int:
    """After the last label: its values, the rows of a local form, the date under it; not a year that begins prose."""
    bare = runs.chars
    signature = _SIGNATURE.match(bare, cluster.end)
    if signature:
        return signature.end()
    weak = table_pattern("no").pattern
    values = re.compile(rf"(?:{_NUMBER}|{_UNIT}|[():.,]|(?:{weak})(?=\d|[-—/]|{weak})){{1,120}}")
    end = _after(values, bare, cluster.end)
    while cluster.heads and (row := _ROW.match(bare, end)) and not _SECTION.match(bare, end):
        end = _after(values, bare, row.end())
    return end - len(_date_after(runs, cluster.end, end))


def _date_after(runs: Runs, floor: int, end: int) -> str:
    """The digits at the end of a table that begin a date after it: 2020 in 7730.282020年."""
    bare = runs.chars
    if bare[end : end + 1] not in ("年", "月", "日"):
        return ""
    start = end
    while start > floor and bare[start - 1].isdigit() and runs.place(start - 1) + 1 == runs.place(start):
        start -= 1
    digits = bare[start:end]
    return digits[-4:] if digits[-4:-2] in ("19", "20") else digits


def _after(pattern: re.Pattern[str], bare: str, position: int) -> int:
    match = pattern.match(bare, position)
    return match.end() if match else position
