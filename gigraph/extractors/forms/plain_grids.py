"""Local tables of figures whose cells stand apart by spaces, or in a line each behind serial numbers: bars for both.

Such a table has a head without figures (类别 数量 占比) whose last labels tell of amounts, and three rows or more, each
with a cell for each label: 机构职能 12 3.9%.
"""

import re
from collections.abc import Iterator, Sequence

_GAP = re.compile(r" {1,40}")
_AMOUNT = re.compile(r"[数量额率比计次]|增减|增幅|\([^()]{1,4}\)$|^20\d\d年")  # a label over figures
_NUMBER = re.compile(r"[+\-]?\d[\d,]{0,15}(?:\.\d{1,6})?%?")
_LABEL = re.compile(r"[^。;,!?:]{1,20}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_OTHERS = re.compile(r"信息内容|单位$")  # tables that are read otherwise
_SERIAL = ("序号", "编号")
_FEWEST, _MOST_COLUMNS = 3, 12


def with_grid_bars(text: str) -> str:
    """The text with bars between the cells of such tables, of the same length."""
    breaks = {*_of_spaces(text), *_of_lines(text)}
    return "".join(["|" if at in breaks else char for at, char in enumerate(text)]) if breaks else text


def _of_spaces(text: str) -> Iterator[int]:
    """The spaces between the cells of tables with a row a line."""
    lines = _lines(text)
    for at, (_, head) in enumerate(lines):
        labels = head.split()
        if not 2 <= len(labels) <= _MOST_COLUMNS or not _is_head(labels):
            continue
        rows = []
        for start, line in lines[at + 1 :]:
            if not _is_row(line.split(), labels):
                break
            rows.append((start, line))
        if len(rows) >= _FEWEST and not any(_OTHERS.search(line) for _, line in rows):
            for start, line in (lines[at], *rows):
                begin = len(line) - len(line.lstrip())
                yield from (start + gap.start() for gap in _GAP.finditer(line.rstrip(), begin))


def _of_lines(text: str) -> Iterator[int]:
    """The line breaks between the cells of tables with a cell a line, whose rows are counted."""
    lines = _lines(text)
    words = [line.strip() for _, line in lines]
    for at, word in enumerate(words):
        if word not in _SERIAL or "1" not in words[at : at + _MOST_COLUMNS]:
            continue
        width = words.index("1", at) - at
        head = words[at : at + width]
        if width < 2 or not _is_head(head):
            continue
        last = at + width
        while words[last : last + 1] == [str((last - at) // width)] and _is_row(words[last : last + width], head):
            last += width
        if (last - at) // width > _FEWEST and not any(_OTHERS.search(one) for one in words[at:last]):
            ends = (lines[line][0] + len(lines[line][1]) for line in range(at, last) if (line - at + 1) % width)
            yield from ends


def _lines(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, line))
        start += len(line) + 1
    return found


def _is_head(labels: Sequence[str]) -> bool:
    figures = [label for label in labels if _AMOUNT.search(label)]
    return (
        bool(figures)
        and bool(_AMOUNT.search(labels[-1]))
        and not _AMOUNT.search(labels[0])
        and not any(_OTHERS.search(label) for label in labels)
        and all(_LABEL.fullmatch(label) and _HAN.search(label) for label in labels)
    )


def _is_row(cells: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether a line has a label, and a figure under each label that tells of amounts."""
    serial = labels[0] in _SERIAL
    if len(cells) != len(labels) or (serial and not cells[0].isdecimal()):
        return False
    if not _HAN.search(cells[serial]) or not _LABEL.fullmatch(cells[serial]):
        return False
    pairs = zip(labels[serial:], cells[serial:], strict=True)
    return all(bool(_AMOUNT.search(label)) == bool(_NUMBER.fullmatch(cell)) for label, cell in pairs)
