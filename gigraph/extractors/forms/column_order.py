"""Section three where a page sets the applicants in another order than the form, or leaves out 总计.

The head tells the order, and every row's cells keep the columns under which they stand, those too that are not one a
column. The head's word alone is not enough where a page sets cells that span two lines in the middle: 自然人 below
法人或其他组织 in a line of its own may stand before it in the table. A 总计 that does not stand last must be the sum of
the others; where nothing proves an order, no cell that it gives is certain.
"""

import re
from collections.abc import Sequence

from gigraph.extractors.forms.decode import Run
from gigraph.extractors.forms.fit import fit
from gigraph.extractors.forms.rows import Found, Printed, Region

_GROUP, _PERSON, _TOTAL = "法人或其他组织", "自然人", re.compile("总计|合计")
_INNER = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
_CANONICAL = tuple(range(7))  # 自然人, the five kinds of organisations, 总计
_NOT_HAN = re.compile(r"[^\u3400-\u9fff]+")


def in_order(region: Region, head: str) -> Region:
    """The region with each row's columns in the order of the head, the text before its first row."""
    order, sure = _printed(head)
    if order is None or order == _CANONICAL:
        return region if sure else region._replace(header=False)
    rows = fitted(region.rows, len(order))
    counted = [row for row in rows if has_number(row)]
    if 6 not in order:
        fitting = [row for row in counted if len(row.tokens) == len(order)]
        if not fitting or _have_total(region.rows):
            order, rows = (*order, 6), fitted(region.rows, 7)  # the head lost its last column, the rows have it
    elif order[-1] != 6 and not _is_sum(counted, order.index(6), len(order)):
        return region._replace(header=False)  # the lines of the head came in another order than its columns
    columns = [tuple(row.columns[at] for at in order) for row in rows]
    return region._replace(
        rows=tuple(row._replace(columns=own) for row, own in zip(rows, columns, strict=True)),
        header=region.header and sure,
    )


def _have_total(rows: Sequence[Found]) -> bool:
    """Whether most rows with numbers have seven cells, and a number in the last."""
    counted = [row for row in fitted(rows, 7) if has_number(row)]
    return sum(len(row.tokens) == 7 and row.tokens[-1].kind == "number" for row in counted) * 2 > len(counted)


def fitted(rows: Sequence[Found], columns: int) -> list[Found]:
    """The rows without the padding that spans left before or behind their cells."""
    exact = [row for row in rows if row.exact]
    cells = dict(zip(map(id, exact), fit([(row.tokens, columns) for row in exact]), strict=True))
    return [row._replace(tokens=found) if (found := cells.get(id(row))) is not None else row for row in rows]


def has_number(row: Found) -> bool:
    """Whether a number is printed in a row."""
    return any(token.kind == "number" for token in row.tokens)


def _printed(head: str) -> tuple[tuple[int, ...] | None, bool]:
    """The form's columns in the order of the head, None where it does not tell; and whether that is sure."""
    lines = head[head.rfind("申请人情况") + 1 :].split("\n")
    han = _NOT_HAN.sub("", "".join(lines))
    bare, group = han.replace(_GROUP, "\n" * len(_GROUP)), han.find(_GROUP)
    inner = "|".join(_INNER)
    line = re.search(rf"(?:{inner}){{5}}", bare)
    person, total = bare.find(_PERSON), _TOTAL.search(bare)
    if not line or person == -1 or len({*(names := re.findall(inner, line.group()))}) != len(_INNER):
        return None, True
    kinds = tuple(1 + _INNER.index(name) for name in names)
    if bare.endswith(_PERSON, 0, line.start()) and _TOTAL.match(bare, line.end()):
        return (0, *kinds, 6), True  # cells that span two lines were copied into both
    first = group if group != -1 else line.start()
    sure = person < first or _beside_organisations(lines)
    top = [(person if sure else -1, (0,)), (first, kinds)]
    if total:
        top.append((total.start(), (6,)))
    return tuple(at for _, columns in sorted(top) for at in columns), sure


def _beside_organisations(lines: Sequence[str]) -> bool:
    """Whether 自然人 stands behind the organisations in one line, and that line is one of the table's own."""
    own = next((line for line in lines if _PERSON in line), "").replace(_GROUP, "\n")
    before, _, behind = own.partition(_PERSON)
    kinds = any(name in before for name in _INNER)
    return ("\n" in before) != kinds and not any(name in behind for name in _INNER)


def _is_sum(rows: Sequence[Found], total: int, columns: int) -> bool:
    """Whether more rows can have the sum of the others in this column than in the last."""
    there = last = 0
    for row in rows:
        readings = Run([Printed(one.kind, one.value, one.unit, None) for one in row.tokens], columns).numbers() or []
        there += any(2 * numbers[total] == sum(numbers) for numbers in readings)
        last += any(2 * numbers[-1] == sum(numbers) for numbers in readings)
    return there > last
