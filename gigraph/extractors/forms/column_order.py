"""Section three where a page sets the applicants in another order than the form, or leaves out 总计.

The head tells the order, and nothing is moved on its word alone: most rows have just as many numbers, the five kinds of
organisations stand side by side in the head, and a 总计 that does not stand last is the sum of the others in every row.
"""

import re
from collections.abc import Sequence

from gigraph.extractors.forms.cells import Token
from gigraph.extractors.forms.fit import fit
from gigraph.extractors.forms.rows import Found, Region

_GROUP, _PERSON, _TOTAL = "法人或其他组织", "自然人", re.compile("总计|合计")
_INNER = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
_CANONICAL = tuple(range(7))  # 自然人, the five kinds of organisations, 总计


def in_order(region: Region, head: str) -> Region:
    """The region with each row's cells in the form's order; `head` are the Chinese characters before its first row."""
    order = _printed(head)
    if order is None or order == _CANONICAL:
        return region
    rows = _fitted(region.rows, len(order))
    counted = [row for row in rows if _has_number(row)]
    fitting = [row for row in counted if len(row.tokens) == len(order)]
    kinds = [at for at in order if 0 < at < 6]
    if not fitting or len(fitting) * 5 < len(counted) * 4:
        return region if kinds == sorted(kinds) else region._replace(rows=())
    if 6 in order and order[-1] != 6 and not _is_sum(fitting, order.index(6)):
        return region._replace(header=False)
    moved = (_moved(row, order) if len(row.tokens) == len(order) else row for row in rows)
    return region._replace(rows=tuple(row for row in moved if not _has_number(row) or len(row.tokens) == len(order)))


def _fitted(rows: Sequence[Found], columns: int) -> list[Found]:
    """The rows without the padding that spans left before or behind their cells."""
    exact = [row for row in rows if row.exact]
    cells = dict(zip(map(id, exact), fit([(row.tokens, columns) for row in exact]), strict=True))
    return [row._replace(tokens=found) if (found := cells.get(id(row))) is not None else row for row in rows]


def _has_number(row: Found) -> bool:
    return any(token.kind == "number" for token in row.tokens)


def _printed(head: str) -> tuple[int, ...] | None:
    """The form's columns in the order of the head; None where it does not tell."""
    head = head[head.rfind("申请人情况") + 1 :]
    bare, group = head.replace(_GROUP, "\n" * len(_GROUP)), head.find(_GROUP)
    inner = "|".join(_INNER)
    line = re.search(rf"(?:{inner}){{5}}", bare)
    person, total = bare.find(_PERSON), _TOTAL.search(bare)
    if not line or person == -1 or len({*(names := re.findall(inner, line.group()))}) != len(_INNER):
        return None
    kinds = tuple(1 + _INNER.index(name) for name in names)
    if bare.endswith(_PERSON, 0, line.start()) and _TOTAL.match(bare, line.end()):
        return (0, *kinds, 6)  # cells that span two lines were copied into both
    top = [(person, (0,)), (group if group != -1 else line.start(), kinds)]
    if total:
        top.append((total.start(), (6,)))
    return tuple(at for _, columns in sorted(top) for at in columns)


def _is_sum(rows: Sequence[Found], total: int) -> bool:
    """Whether a column is the sum of the others in every row of numbers, and the last one is not."""
    numbers = [[int(token.value) for token in row.tokens] for row in rows if all(map(_is_whole, row.tokens))]
    return all(2 * row[total] == sum(row) for row in numbers) and any(2 * row[-1] != sum(row) for row in numbers)


def _is_whole(token: Token) -> bool:
    return token.kind == "number" and token.value.isdecimal()


def _moved(row: Found, order: Sequence[int]) -> Found:
    placed = sorted(zip(order, row.tokens, strict=True))
    columns = tuple(row.columns[at] for at, _ in placed)
    return row._replace(tokens=tuple(token for _, token in placed), columns=columns)
