"""From the space behind a label to the rows that stand in it: the label's own, and rows that the form does not know."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from gigraph.extractors.forms.cells import (
    CELL_ENDS,
    NOTHING,
    SCANNED,
    UNITS,
    ZERO,
    Token,
    cell_of,
    cells_of,
    says_nothing,
    tokens_of,
)
from gigraph.extractors.forms.labels import label_begin
from gigraph.registry.forms import FormItem, core

_UNIT = re.compile(rf"(?:单位[:：]?)?\(?(?:{UNITS})\)?")
_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3}){1,3}")
_HEAD = re.compile(r"申请人情况|统计指标|指标名称|\(本列数据的勾稽关系")  # how heads begin
# A page's number or its title.
_FOOT = re.compile(
    r"(?:[ \n|]{0,9}(?:[-—–][ ]?\d{1,3}[ ]?[-—–]|第[ ]?\d{1,3}[ ]?页.{0,12})"
    r"|[ \n][ |]{0,9}\d{1,3}|\n[ |]{0,9}[^\d|\n]{6,60})[ |]{0,9}\Z"
)
_LABEL_NEXT = re.compile(r"(?P<cell>[\d,.]{1,20}|[-—–/]{1,4}|无)[ ]{0,4}\n[ ]{0,4}(?P<label>[^\n]{2,120})")
_RUN = re.compile(r"\d{1,9}(?:[ \n]+\d{1,9}){1,20}")
_DATA = re.compile(
    rf"[ \n|]{{0,60}}(?:(?<![\d.])[+\-−]?\d[\d,]{{0,60}}(?:\.\d{{1,8}})?[ ]?(?:(?:{UNITS}){CELL_ENDS})?"
    r"(?=[ \n|\-—/]|$|(?=[(（]?[一二三四五六七八九十]{1,3}[)）、]))"
    r"|[-—–/\\]{1,8}(?=[ \n|]|$)|(?<=\|)[ \n]{0,20}\|"
    rf"|{ZERO}|(?<=[ \n|])(?:{NOTHING}|{SCANNED})(?=[ \n|]|$))"
)


class Segment(NamedTuple):
    """A row within a stretch of text: its own label where it is not the form's (None), and what is printed in it."""

    label: Token | None
    tokens: tuple[Token, ...]
    exact: bool


def segments_of(
    text: str,
    start: int,
    end: int,
    own: str,
    words: Sequence[str],
    barred: bool,
    followed: bool,
    unbarred: bool = False,
    columns: int = 0,
) -> list[Segment]:
    """The rows between a label's end and the next label's start.

    own: the label's core; words: those of all labels. followed: whether a label stands at `end`. unbarred: whether
    lines of the table end without a bar, so that behind the last one stands a cell, be it empty. columns: how many
    cells the row has where each is told from the next; digits that stand apart in one of them are one number.
    """
    if head := _HEAD.search(text, start, end):
        end, followed = _end_of_page(text, start, head.start(), max(columns, 1)), False
    exact = barred and text.find("|", start, end) != -1
    line = _line_of_grid(text, start, columns if unbarred else 0) if exact else None
    if line is not None and (not followed or _stands_alone(text, line, end)):
        end = line
    elif exact and followed:
        end, line = _end_of_line(text, start, end), None
    tokens = cells_of(text, start, end) if exact else list(tokens_of(text, start, end))
    if exact and unbarred:
        tokens = [part for token in tokens for part in _lines_of_cell(token)]
    if line is not None and unbarred and text[start:end].rstrip().endswith("|"):
        tokens.append(cell_of("", end))
    if exact and columns > 1 and len([*tokens[:columns], *(cell for cell in tokens[columns:] if cell.text)]) == columns:
        tokens = [joined(token) for token in tokens]
    elif exact and columns < 2:
        tokens = [joined(token) if _THOUSANDS.fullmatch(token.text) else token for token in tokens]
    if exact and any(token.kind == "text" and _is_run(token) for token in tokens):
        exact, tokens = False, list(tokens_of(text, start, end))
    return [
        Segment(label, tuple(found), exact) for label, found in _parted(text, start, tokens, own, words, exact, columns)
    ]


def _end_of_page(text: str, start: int, head: int, columns: int) -> int:
    """Where a row ends before a head that the next page prints anew, less the page's number and title before it."""
    line = text.rfind("\n", start, head)
    end = line if line > start else head
    foot = _FOOT.search(text, start, end)
    cells = sum(token.kind != "text" for token in tokens_of(text, start, foot.start())) if foot else 0
    sure = foot and re.search(r"[-—–第]", foot.group())
    return foot.start() if foot and cells >= (1 if sure else columns) else end


def _parted(
    text: str, start: int, tokens: Sequence[Token], own: str, words: Sequence[str], exact: bool, columns: int
) -> list[tuple[Token | None, list[Token]]]:
    """The tokens row by row, each row with the token that is its label."""
    if exact and _is_one_row(tokens, own, columns):
        return [(None, list(tokens))]  # what it says in a cell (见附件) begins no row
    segments: list[tuple[Token | None, list[Token]]] = [(None, [])]
    for index, token in enumerate(tokens):
        if token.kind != "text" or says_nothing(token):
            segments[-1][1].append(token)
        elif _is_fragment(token.text, own, words) and not (
            segments == [(None, [])] and _UNIT.fullmatch("".join(token.text.split()))
        ):
            continue
        elif _begins_row(token, tokens[index + 1 :], segments[-1][1], text[start : token.start]):
            segments[-1] = (segments[-1][0], _without_numbering(segments[-1][1], label_begin(text, token.start, "")))
            segments.append((token, []))
        elif exact:
            segments[-1][1].append(token)
    return segments


def _is_one_row(tokens: Sequence[Token], own: str, columns: int) -> bool:
    """Whether cells are those of one row, less the padding at its ends, whatever is in them."""
    filled = [at for at, token in enumerate(tokens) if token.kind != "blank"]
    if columns < 1 or not filled or not filled[-1] - filled[0] < columns <= len(tokens):
        return False
    first = tokens[filled[0]]
    return (
        first.kind != "text" or len(core(first.text)) < 2 or (len(filled) > 1 and not is_within(core(first.text), own))
    )


def _end_of_line(text: str, start: int, end: int) -> int:
    """Where a row ends if cells stand before the next label in its line: serial numbers, a spanning label."""
    line = text.rfind("\n", start, end)
    return line if line > start and "|" in text[line:end] and text[line:end].strip(" \n|") != "" else end


def _line_of_grid(text: str, start: int, columns: int) -> int | None:
    """The end of the line at `start` where a row is a line: bars at both its ends, or as many as in the next one.

    columns: where lines end without a bar, as many bars as the row has cells tell it, too.
    """
    begin, line = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    line = line if line != -1 else len(text)
    row = text[begin:line].strip()
    bars = row.count("|")
    if columns > 1 and text.count("|", start, line) == columns and row[-1:] == "|":
        return line
    if bars < 3:
        return None
    if row[0] == row[-1] == "|":
        return line
    before = text.rfind("\n", 0, max(begin - 1, 0)) + 1
    stop = text.find("\n", line + 1)
    behind = text.count("|", line + 1, stop if stop != -1 else len(text))
    return line if bars in (text.count("|", before, begin), behind) else None


def _stands_alone(text: str, line: int, end: int) -> bool:
    """Whether no other row stands between a row's end and the next label: empty cells at most, or cells in its line."""
    return line < end and (text.find("\n", line + 1, end) == -1 or not text[line:end].strip(" \n|"))


def _lines_of_cell(token: Token) -> Iterator[Token]:
    """A cell apart from the label in the next line where no bar parts the two: 0 and 9.其他情形."""
    lines = _LABEL_NEXT.fullmatch(token.text) if token.kind == "text" else None
    if not lines:
        yield token
        return
    yield cell_of(lines["cell"], token.start)
    yield Token("text", lines["label"], token.start + lines.start("label"), token.end)


def _without_numbering(printed: list[Token], begin: int) -> list[Token]:
    """The cells before a label that begins with its numbering at an offset: 00000002.其他 is seven cells and 2."""
    if not printed or printed[-1].end <= begin:
        return printed
    last = printed.pop()
    if last.start < begin:
        printed.append(Token(last.kind, last.text[: begin - last.start], last.start, begin))
    return printed


def _is_run(token: Token) -> bool:
    """Whether a cell holds the numbers of several cells."""
    return bool(_RUN.fullmatch(token.text))


def joined(token: Token) -> Token:
    """A number whose digits were set apart (1 2); one that begins with a zero may be several numbers, and stays."""
    if token.kind != "text" or not _is_run(token) or token.text.startswith("0"):
        return token
    return Token("number", "".join(token.text.split()), token.start, token.end, repair="digits-joined")


def _begins_row(token: Token, following: Sequence[Token], printed: Sequence[Token], between: str) -> bool:
    if _UNIT.fullmatch("".join(token.text.split())):
        return False
    if not printed and "|" not in between and not between.strip():
        return False  # the rest of the row's own label
    numbers = [other for other in following if other.kind == "number"]
    return bool(numbers) and len(core(token.text)) >= 2


def _is_fragment(text: str, own: str, words: Sequence[str]) -> bool:
    """Whether a text is a piece of the row's own label, or of one that stands upright beside several rows."""
    found = core(text)
    return len(found) < 2 or is_within(found, own) or (len(found) <= 6 and any(is_within(found, one) for one in words))


def is_within(part: str, whole: str) -> bool:
    """Whether the characters of one text stand in another in the same order."""
    at = -1
    for char in part:
        at = whole.find(char, at + 1)
        if at == -1:
            return False
    return True


def likely_item(label: str, items: Sequence[FormItem]) -> FormItem | None:
    """The one item, of those missing in its place, that a cut or mistyped label is; None where it may be several."""
    found = core(label)
    close = [item for item in items if _close(found, core(item.label))]
    return close[0] if len(close) == 1 else None


def _close(found: str, label: str) -> bool:
    if len(found) >= 4 and len(found) * 2 >= len(label) and is_within(found, label):
        return True
    return len(found) >= 4 and SequenceMatcher(None, found, label, autojunk=False).ratio() >= 0.8


def end_of_data(text: str, start: int, most: int) -> int:
    """Where the cells behind the last label of a table end, `most` of them."""
    position = start
    for _ in range(most):
        match = _DATA.match(text, position)
        if not match:
            break
        position = match.end()
    return position
