"""Section two by the heads that are printed over its blocks: their columns, their order, and the unit of money.

A block may have the columns of the other form (many reports of 2021), lack one, have one of its own, or set them in
another order; then its rows are read by what stands over them. A column that no form has keeps its label.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from gigraph.extractors.forms.column_order import fitted, has_number
from gigraph.extractors.forms.rows import Found, Region
from gigraph.extractors.forms.sheet import Sheet
from gigraph.registry.forms import Column, Form, core
from gigraph.text.alternation import alternation

_HAN = re.compile(r"[\u3400-\u9fff]")
_CONTENTS = re.compile(r"信[ \n|]{0,3}息[ \n|]{0,3}内[ \n|]{0,3}容")
_NOTE = re.compile(r"[ \n]{0,3}\([^()|]{0,30}\)")
_UNIT = re.compile(
    r"[ \n,、/]{0,3}\(?[ ]?(?:单位)?[ ]?:?[ ]?(?:人民币)?[ ]?(?P<unit>亿元|万元|千元|元)[ ]?(?:\)|(?![\u3400-\u9fff]))"
)
_NO_FIGURES = frozenset({"备注", "说明", "附注", "单位", "计量单位", "序号", "编号"})
_LONGEST, _FEWEST = 400, 3  # characters of a head, Chinese characters of a label
_CLOSE = 0.8  # of a label's characters are there


class _Label(NamedTuple):
    """A label in a head: its column (without a key if no form has it), the form by which it was read."""

    column: Column
    form: str


def by_heads(sheet: Sheet, forms: Mapping[str, Form], region: Region) -> Region:
    """The region of section two with each block's rows under the columns that are printed over them."""
    rows: list[Found] = []
    done, header = region.start, region.header
    for block, group in groupby(region.rows, key=lambda row: row.name.partition(" / ")[0]):
        own = list(group)
        head = sheet.text[max(done, own[0].start - _LONGEST) : own[0].start]
        found, sure = _under(head, block, own, forms, region.form)
        rows += found
        header = header and sure
        last = own[-1]
        done = last.tokens[-1].end if last.tokens else last.end
    return region._replace(rows=tuple(rows), header=header)


def _under(
    head: str, block: str, rows: Sequence[Found], forms: Mapping[str, Form], own: str
) -> tuple[Sequence[Found], bool]:
    """The rows of a block under the columns of its head, and whether these are sure."""
    if not (contents := list(_CONTENTS.finditer(head))):
        return rows, True
    labels = _labels(head, contents[-1].end(), block, forms, own)
    columns, printed = rows[0].columns, tuple(label.column for label in labels)
    keys = [column.key for column in printed if column.key]
    if not keys or printed == columns:
        return rows, True
    if len({*keys}) < len(keys):
        return rows, False
    if len(printed) < len(columns) or not all(column.key for column in printed):
        numbers = [row for row in fitted(rows, len(printed)) if has_number(row)]
        if not all(len(row.tokens) == len(printed) for row in numbers):
            return rows, False  # the head lost a label, or words that are none stand in it
    name = next(label.form for label in labels if label.column.key)
    return [_row(row, forms[name], printed) for row in fitted(rows, len(printed))], True


def _row(row: Found, form: Form, columns: tuple[Column, ...]) -> Found:
    """A row under other columns, by the label that the form has for it."""
    item = form.row("disclosure", row.key) if row.key else None
    if item is None:
        return row._replace(form="other", key="", columns=columns)
    return row._replace(form=form.name, name=item.name, columns=columns)


def _labels(head: str, begin: int, block: str, forms: Mapping[str, Form], own: str) -> list[_Label]:
    """The labels in a head behind 信息内容, by the form that has most of them in this block.

    Of two as good it is the one all of whose columns are there, else the table's own.
    """
    ordered = sorted(forms.values(), key=lambda form: form.name != own)
    found = [(list(_by_form(head, begin, block, form)), len({*_words(form, block).values()})) for form in ordered]
    known = [(sum(bool(label.column.key) for label in labels), columns) for labels, columns in found]
    best = max(range(len(found)), key=lambda at: (known[at][0], known[at][0] == known[at][1], -at))
    return found[best][0]


def _by_form(head: str, begin: int, block: str, form: Form) -> Iterator[_Label]:
    words = _words(form, block)
    if not words:
        return
    places = [match.start() for match in _HAN.finditer(head, begin)]
    known = list(re.finditer(alternation(words), "".join([head[at] for at in places])))
    seen = {words[match.group()].key for match in known}
    done = begin
    for match in known:
        start, behind = places[match.start()], places[match.end() - 1] + 1
        yield from _unknown(head[done:start], words, seen, form)
        column = words[match.group()]
        unit = _UNIT.match(head, behind) if column.unit or column.key == "amount" else None
        yield _Label(column._replace(unit=unit["unit"]) if unit else column, form.name)
        note = unit or _NOTE.match(head, behind)
        done = note.end() if note else behind
    yield from _unknown(head[done:], words, seen, form)


def _unknown(text: str, words: Mapping[str, Column], seen: set[str], form: Form) -> Iterator[_Label]:
    """The labels in a stretch of a head in which no known one stands; one that is mistyped is the form's."""
    for piece in re.split(r"[ |\n]+", _NOTE.sub(" ", text)):
        label = core(piece)
        if len(label) < _FEWEST or label in _NO_FIGURES:
            continue
        left = {column for word, column in words.items() if column.key not in seen and _is_close(label, word)}
        column = left.pop() if len(left) == 1 else Column("", piece)
        seen.add(column.key)
        yield _Label(column, form.name)


def _is_close(label: str, word: str) -> bool:
    return SequenceMatcher(None, label, word, autojunk=False).ratio() >= _CLOSE


@lru_cache(maxsize=64)
def _words(form: Form, block: str) -> dict[str, Column]:
    """The wordings of a block's columns."""
    columns = next(
        (own for item, own in form.columns.items() if item.kind == "row" and item.name.startswith(block)), ()
    )
    return {word: column for column in columns for word in form.wordings["disclosure", column.key]}
