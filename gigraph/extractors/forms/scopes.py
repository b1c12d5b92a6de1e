"""Whose figures a table has, where a report prints a form twice: 全市 and 市本级, 全系统 and 机关本身."""

import re
from collections.abc import Iterator, Mapping, Sequence

from gigraph.extractors.forms.rows import Region
from gigraph.models import Document, Span
from gigraph.text.alternation import alternation
from gigraph.text.fold import fold

_ABOVE = 160  # characters above a table
_CAPTION = re.compile(r"[^\n。;,]{2,40}")  # a line that is no sentence


def scopes_of(
    document: Document, tables: Sequence[tuple[Span, Region]], words: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """For each table, in order, the word over it and the scope that this tells; empty where none does.

    tables: with their place in the document. words: the scope that each tells. A word holds for the tables behind it,
    up to the next one, or to a table of a part that it has held for. Where each cell of a form stands once, nothing is
    told.
    """
    if not _twice([region for _, region in tables]):
        yield from [("", "")] * len(tables)
        return
    pattern = re.compile(alternation(words))
    word, held, before = "", set[str](), 0
    for span, region in tables:
        above = fold(document.text[max(before, span.start - _ABOVE) : max(before, span.start)])
        told = [found for line in _CAPTION.findall(above) if (found := pattern.findall(line))]
        if told or region.part in held:
            held = set()
            word = told[-1][-1] if told and len({words[one] for one in told[-1]}) == 1 else ""
        held.add(region.part)
        before = span.end
        yield word, words.get(word, "")


def _twice(tables: Sequence[Region]) -> bool:
    """Whether a cell of a form stands in two tables."""
    cells = [
        {(region.part, row.key, column.key) for row in region.rows if row.key for column in row.columns}
        for region in tables
    ]
    return sum(map(len, cells)) > len(set().union(*cells))
