"""Page furniture before a report: archive headers, the way to the page, metadata, menus, share buttons.

The front of a text is read item by item, across lines and within a line into which a page was flattened, until
running text begins. What lies before the last certain item of furniture is furniture, but for the report's own title.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gigraph.documents.items import Item, front_items
from gigraph.documents.labels import DATE
from gigraph.models import Field, Span

_CERTAIN = frozenset({"rule", "label", "crumb", "mark", "url", "date"})
_CLOSING = re.compile(r"[ |\]】)]{0,40}(?=\n|$)")
_YEAR = re.compile(r"(?:19|20)\d\d|二[〇○O零0]")
_NEAR = 9  # white space that may lie between an agency's name and the rest of a title broken over two lines


@dataclass(frozen=True, slots=True)
class Furniture:
    """Ranges (start, end) of page furniture, sorted, and the fields that were read from it."""

    ranges: tuple[tuple[int, int], ...]
    fields: tuple[Field, ...]


def head_furniture(text: str) -> Furniture:
    """The furniture before the report in a folded text.

    >>> page = "当前位置:首页 > 年报\\n某县2018年政府信息公开年度报告\\n来源:某局 时间:2019-01-02\\n本局认真公开。"
    >>> found = head_furniture(page)
    >>> [page[start:end].strip() for start, end in found.ranges]
    ['当前位置:首页 > 年报', '来源:某局 时间:2019-01-02']
    >>> [(field.name, field.value) for field in found.fields]
    [('source', '某局'), ('published', '2019-01-02'), ('title', '某县2018年政府信息公开年度报告')]
    """
    items = list(front_items(text))
    last = max((index for index, item in enumerate(items) if item.kind in _CERTAIN), default=-1)
    items, rest = items[: last + 1], items[last + 1 :]
    own = _own(text, items, rest)
    dates = [
        item for index, item in enumerate(items) if index not in own and DATE.fullmatch(text, item.start, item.end)
    ]
    found = [item.field for item in items if item.field]
    found += [("published", item.start, item.end) for item in dates if not item.field]
    found += [("title", item.start, item.end) for item in items if item.kind == "title"]
    fields = (Field(name, text[start:end], Span(start, end)) for name, start, end in found)
    return Furniture(tuple(_ranges(text, items, own)), tuple(fields))


def _ranges(text: str, items: list[Item], own: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches between the report's own items, with the bullets, bars and brackets around what they hold."""
    begin = 0
    for index, item in enumerate(items):
        if index in own:
            begin = item.end
        elif index + 1 == len(items) or index + 1 in own:
            closing = _CLOSING.match(text, item.end)
            yield begin, closing.end() if closing else item.end
            begin = item.end


def _own(text: str, items: list[Item], rest: list[Item]) -> set[int]:
    """Which items before the last certain one are the report's own: its title (once), its number, its agency's name."""
    rule = max((index for index, item in enumerate(items) if item.kind == "rule"), default=-1)
    titles = [index for index, item in enumerate(items) if item.kind == "title" and index > rule]
    later = [_key(text, item) for item in rest if item.kind == "title"]
    own = {index for index, item in enumerate(items) if item.kind == "number" and index > rule}
    for index in reversed(titles):
        key = _key(text, items[index])
        if any(key in other or other in key or _is_dated(other) > _is_dated(key) for other in later):
            continue
        own.add(index)
        later.append(key)
        before = items[index - 1] if index - 1 > rule else None
        if before and before.kind == "agency" and before.end + _NEAR > items[index].start:
            own.add(index - 1)
    return own


def _is_dated(title: str) -> bool:
    """Whether a title names a year; one that does not is a menu's where another one does."""
    return _YEAR.search(title) is not None


def _key(text: str, item: Item) -> str:
    return "".join(text[item.start : item.end].split())
