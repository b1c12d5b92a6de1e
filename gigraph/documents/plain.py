"""Plain text and Markdown: a document whose blocks say what is the report and what is the page around it."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from gigraph.documents.draft import Draft, Range, merge
from gigraph.documents.head import head_furniture
from gigraph.documents.junk import (
    doubled_lines,
    is_markdown,
    markdown_marks,
    page_numbers,
    running_heads,
    second_copy,
)
from gigraph.documents.several import several_reports
from gigraph.documents.tables import table_spans
from gigraph.documents.tail import labelled_fields, tail_furniture
from gigraph.documents.title_alone import is_title_alone
from gigraph.documents.urls import with_stated_url
from gigraph.models import Block, Document, Field, Role, Source, Span
from gigraph.text.lines import within
from gigraph.text.view import View, visible_view


def text_document(text: str, source: Source, warnings: tuple[str, ...] = ()) -> Document:
    """The document of a final text (LF, clean): blocks, metadata, digest.

    The values of metadata are folded (widths, script, no glosses), so that they can be compared; their spans are not.

    >>> document = text_document("本局认真公开政府信息,没有收取任何费用。\\n打印 关闭", Source("a.txt"))
    >>> [(block.role.value, block.span.of(document.text)) for block in document.blocks]
    [('body', '本局认真公开政府信息,没有收取任何费用。'), ('furniture', '打印 关闭')]
    """
    return draft_document(Draft(text, warnings=warnings), source)


def draft_document(draft: Draft, source: Source) -> Document:
    """The document of what a reader made of a file: what the file marks, and what the text shows."""
    view = visible_view(draft.text, [*draft.aside, *draft.junk])
    folded = view.text
    markdown = draft.media_type == "text/plain" and is_markdown(folded)
    head = head_furniture(folded)
    front = max((end for _, end in head.ranges), default=0)
    known = [(view.offset(table.span.start), view.offset(table.span.end)) for table in draft.tables]
    tables = [*table_spans(folded, front), *known]
    floor = max((end for _, end in tables), default=front)
    tail = tail_furniture(folded, floor)
    layers = (
        (Role.TABLE, _in_document(view, tables)),
        (Role.FURNITURE, [*_in_document(view, [*head.ranges, *tail.ranges]), *draft.aside]),
        (
            Role.JUNK,
            [
                *_in_document(
                    view, [*page_numbers(folded), *running_heads(folded), *doubled_lines(folded), *second_copy(folded)]
                ),
                *_in_document(view, markdown_marks(folded) if markdown else ()),
                *draft.junk,
            ],
        ),
    )
    shown = tuple(replace(field, span=_span(view, field.span)) for field in head.fields + tail.fields)
    document = Document(
        text=draft.text,
        source=replace(source, media_type="text/markdown" if markdown else draft.media_type),
        digest=hashlib.sha256(draft.text.encode()).hexdigest(),
        blocks=tuple(_blocks(draft.text, layers)),
        tables=draft.tables,
        metadata=draft.fields + shown + tuple(_aside_fields(draft)),
        warnings=draft.warnings,
    )
    document = with_stated_url(document)
    if several_reports(document):
        return replace(document, warnings=(*document.warnings, "W-MULTI"))
    return replace(document, warnings=(*document.warnings, "W-NO-BODY")) if is_title_alone(document) else document


def _aside_fields(draft: Draft) -> Iterator[Field]:
    """The metadata in what the file marks as the page's: 网站标识码 in its footer, 发布日期 beside its menus."""
    for start, end in draft.aside:
        view = visible_view(draft.text[start:end])
        for field in labelled_fields(view.text, 0, len(view.text)):
            span = _span(view, field.span)
            yield replace(field, span=Span(start + span.start, start + span.end))


def _in_document(view: View, ranges: Iterable[Range]) -> list[Range]:
    spans = [view.span(start, end) for start, end in ranges if start < end]
    return [(span.start, span.end) for span in spans]


def _span(view: View, span: Span) -> Span:
    return view.span(span.start, span.end)


def _blocks(text: str, layers: Sequence[tuple[Role, Sequence[Range]]]) -> Iterator[Block]:
    """The text as blocks: all is body but for the layers; a later layer lies over an earlier one."""
    merged = [(role, merge(ranges)) for role, ranges in reversed(layers)]
    cuts = {0, len(text), *(offset for _, ranges in merged for pair in ranges for offset in pair)}
    current: tuple[int, int, Role] | None = None
    for start, end in pairwise(sorted(cuts)):
        role = next((role for role, ranges in merged if within(start, ranges)), Role.BODY)
        if current and current[2] is role:
            current = (current[0], end, role)
            continue
        if current:
            yield from _block(text, *current)
        current = (start, end, role)
    if current:
        yield from _block(text, *current)


def _block(text: str, start: int, end: int, role: Role) -> Iterator[Block]:
    """The block without the white space around it; junk keeps its own, which goes with it."""
    if role is not Role.JUNK:
        content = text[start:end]
        start, end = start + len(content) - len(content.lstrip()), start + len(content.rstrip())
    if start < end:
        yield Block(Span(start, end), role)
