"""政府信息公开情况统计表 of 2014 to 2018: rows of label, unit and number, known by the labels of 国办发〔2014〕32号."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from gigraph.extractors.forms.annual_rows import is_unbarred
from gigraph.extractors.forms.cells import UNITS, Token
from gigraph.extractors.forms.heads import Head
from gigraph.extractors.forms.labels import Hit, best_chain, find_hits
from gigraph.extractors.forms.rows import Found, Region
from gigraph.extractors.forms.segments import Segment, end_of_data, likely_item, segments_of
from gigraph.extractors.forms.serials import without_page_numbers, without_serials
from gigraph.extractors.forms.sheet import Sheet
from gigraph.extractors.forms.torn_rows import torn_rows
from gigraph.registry.forms import Column, Form, FormItem, core

FORM = "2014-statistics"
_REACH = 500
_FEWEST = 15  # rows that make the table this form; local tables share some ten labels with it
PART = 4  # of a table that a page break or an editor cut in two
_UNITS = frozenset(UNITS.split("|"))
_MONEY = re.compile(r"[ \n|:]{0,9}\(?(?:单位:?)?(?P<unit>元|千元|万元|亿元)(?![\u3400-\u9fff])")
_LAST_UNIT = re.compile("[ \n|]{0,60}(?:" + "|".join("[ ]{0,3}".join(unit) for unit in UNITS.split("|")) + ")")  # 人 次


def statistics_regions(
    sheet: Sheet, forms: Mapping[str, Form], heads: Sequence[Head], fewest: int = _FEWEST
) -> Iterator[Region]:
    """The tables of the form of 2014 in a sheet; `heads` are the heads of tables with units that stand there.

    fewest: how many labels make one; PART where the table may go on in another sheet.
    """
    form = forms[FORM]
    hits = find_hits(sheet, form, "statistics")
    while True:
        chain = best_chain(hits, _REACH)
        if len(chain) < fewest and not (chain and torn_rows(sheet.text, chain[0].start, form, "statistics")):
            return
        yield _region(sheet, form, chain, heads)
        hits = [hit for hit in hits if hit.end <= chain[0].start or hit.start >= chain[-1].end]


def _region(sheet: Sheet, form: Form, chain: Sequence[Hit], heads: Sequence[Head]) -> Region:
    text = sheet.text
    head = next(
        (one for one in reversed(heads) if one.end <= chain[0].start + 4 and chain[0].start - one.end < 200), None
    )
    start = head.start if head else chain[0].start
    rows = torn_rows(text, chain[0].start, form, "statistics")
    if not rows:
        rows = without_serials([row for index, hit in enumerate(chain) for row in _rows(text, form, chain, index)])
        rows = without_page_numbers(text, rows)
    wide = _width(rows)
    columns = tuple(Column("", name) for name in head.columns) if head and len(head.columns) == wide > 1 else ()
    if wide > 1 and not columns:
        columns = tuple(Column("", f"第{number}列") for number in range(1, wide + 1))
    found = tuple(_with_columns(row, columns) for row in rows)
    end = max((token.end for row in rows for token in row.tokens), default=chain[-1].end)
    return Region(form.name, "statistics", start, max(end, chain[-1].end), found, head is not None)


def _rows(text: str, form: Form, chain: Sequence[Hit], index: int) -> Iterator[Found]:
    hit = chain[index]
    following = chain[index + 1] if index + 1 < len(chain) else None
    stop = following.start if following else _end(text, hit.end)
    barred = text.count("|", hit.start, stop) > 0
    unbarred = barred and is_unbarred(text, chain[0].start, chain[-1].start)
    segments = segments_of(text, hit.end, stop, core(hit.item.label), (), barred, following is not None, unbarred)
    yield _in_its_money(text, _row(form.name, hit.item, segments[0], hit.start, hit.end, None))
    if len(segments) == 1:
        return
    left = list(form.parts["statistics"][hit.order + 1 : following.order if following else None])
    for segment in segments[1:]:
        if segment.label is None:
            continue
        known = likely_item(segment.label.text, left)
        if known:
            left = left[left.index(known) + 1 :]
            yield _row(form.name, known, segment, segment.label.start, segment.label.end, "cut-label")
        else:
            yield _unknown(hit.item, segment)


def _end(text: str, start: int) -> int:
    """Where the last row ends: behind its unit and its number, or its number behind a colon."""
    start += text.startswith(":", start)
    unit = _LAST_UNIT.match(text, start)
    return end_of_data(text, unit.end() if unit else start, 4)


def _row(form: str, item: FormItem, segment: Segment, start: int, end: int, repair: str | None) -> Found:
    unit, tokens = _split_unit(segment.tokens, item.unit, segment.exact)
    return Found(form, item.key, item.name, unit or item.unit, (), tokens, segment.exact, start, end, repair)


def _in_its_money(text: str, row: Found) -> Found:
    """A row of money in the unit that stands behind its label, where that is another than the form's (元 for 万元)."""
    printed = _MONEY.match(text, row.end) if row.unit == "万元" else None
    return row._replace(unit=printed["unit"]) if printed else row


def _unknown(before: FormItem, segment: Segment) -> Found:
    """A row that the form does not have: a sibling of the row before it."""
    label = segment.label
    assert label is not None
    unit, tokens = _split_unit(segment.tokens, "", segment.exact)
    parents = before.name.rsplit(" / ", 1)[0] + " / " if " / " in before.name else ""
    name = label.text.strip().removesuffix("(").strip()
    for known in sorted(_UNITS, key=len, reverse=True):
        if not unit and name.endswith((" " + known, "\n" + known)):
            name, unit = name[: -len(known)].strip(), known
    return Found("other", "", parents + name, unit, (), tokens, segment.exact, label.start, label.end, None)


def _split_unit(tokens: Sequence[Token], unit: str, exact: bool) -> tuple[str, tuple[Token, ...]]:
    """The cell of the unit apart from those of the figures; in a row without unit it is a dash (——)."""
    if not tokens:
        return "", ()
    first, *others = tokens
    if exact and first.kind == "blank" and others and (unit or len(others) > 1):
        first, *others = others
    if first.kind == "text" and (printed := "".join(first.text.split())) in _UNITS:  # 万 元
        return printed, tuple(others)
    if first.kind == "dash" and not unit:
        return "", tuple(others)
    return "", (first, *others)


def _width(rows: Sequence[Found]) -> int:
    """How many figures most rows have."""
    counts = Counter(sum(token.kind == "number" for token in row.tokens) for row in rows)
    counts.pop(0, None)
    return counts.most_common(1)[0][0] if counts else 1


def _with_columns(row: Found, columns: tuple[Column, ...]) -> Found:
    """A row of a table with more than one column of figures is none of the form's."""
    form, key = ("other", "") if columns else (row.form, row.key)
    named = tuple(Column("", column.name, row.unit) for column in columns) or (Column("", "", row.unit),)
    return row._replace(form=form, key=key, columns=named)
