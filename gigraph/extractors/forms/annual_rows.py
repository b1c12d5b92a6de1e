"""The rows of sections two and three: the space between two labels is one row's, or several whose labels are broken."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from gigraph.extractors.forms.cells import Token, tokens_of
from gigraph.extractors.forms.labels import Hit, label_begin
from gigraph.extractors.forms.rows import Found
from gigraph.extractors.forms.segments import Segment, likely_item, segments_of
from gigraph.extractors.forms.sheet import Sheet
from gigraph.registry.forms import Column, Form, FormItem, core

_HAN = re.compile(r"[\u3400-\u9fff]")
_BEHIND_NUMBERING = re.compile(r"[ ]?[.、)][ \n]{0,3}[“‘]?")


def rows_of(sheet: Sheet, form: Form, chain: Sequence[Hit], end: int) -> Iterator[Found]:
    """The rows of a chain of labels whose last row's cells end at `end`."""
    text, part = sheet.text, chain[-1].item.part
    barred = text.count("|", chain[0].start, end) >= len(chain)
    words = tuple(core(item.label) for item in form.parts[part] if item.kind in ("heading", "block"))
    unbarred = barred and is_unbarred(text, chain[0].start, end)
    done = 0  # up to where aligned rows have taken the text
    for at, hit in enumerate(chain):
        kind = hit.item.kind
        if hit.start < done or kind not in ("row", "heading"):
            continue
        columns = form.columns[hit.item]
        if kind == "row" and not barred and part == "requests":
            next_row = next((one for one in chain[at + 1 :] if one.item.kind == "row"), None)
            if next_row and (aligned := _aligned(sheet, form, hit, next_row, columns)):
                done = next_row.start
                yield from aligned
                continue
        following = chain[at + 1] if at + 1 < len(chain) else None
        stop = following.start if following else end
        segments = segments_of(
            text, hit.end, stop, core(hit.item.label), words, barred, following is not None, unbarred, len(columns)
        )
        yield from _found(form, hit, segments, _between(form, hit, following), columns, text)


def is_unbarred(text: str, start: int, end: int) -> bool:
    """Whether a line of a table ends with a cell and no bar behind it."""
    lines = text[text.rfind("\n", 0, start) + 1 : end].split("\n")
    return any("|" in line and not line.rstrip().endswith("|") for line in lines)


def _between(form: Form, hit: Hit, following: Hit | None) -> list[FormItem]:
    """The rows that the form has between two labels."""
    items = form.parts[hit.item.part]
    to = following.order if following else len(items)
    return [one for one in items[hit.order + 1 : to] if one.kind == "row"]


def _aligned(sheet: Sheet, form: Form, hit: Hit, following: Hit, columns: tuple[Column, ...]) -> list[Found]:
    """The rows between two labels where their own are broken over lines, with the cells set among the pieces.

    That is read only if there are just as many groups of cells as rows, and the pieces of every label are there.
    """
    missing = _between(form, hit, following)
    if not missing and not _HAN.search(sheet.text, hit.end, following.start):
        return []
    groups = _groups(sheet.text, hit.end, following.start)
    if len(groups) != len(missing) + 1 or (not missing and not _is_broken(sheet.text, hit, groups)):
        return []
    if any(len(group) != len(columns) for group in groups):
        return []
    between = sheet.han[sheet.chinese.index(hit.core) : sheet.chinese.index(following.core)]
    if not all(_is_there(core(item.label), between) for item in missing):
        return []
    rows = [Found(form.name, hit.item.key, hit.item.name, "", columns, groups[0], False, hit.start, hit.end, None)]
    for item, group in zip(missing, groups[1:], strict=True):
        start = group[0].start
        rows.append(Found(form.name, item.key, item.name, "", columns, group, False, start, start + 1, "broken-label"))
    return rows


def _groups(text: str, start: int, end: int) -> list[tuple[Token, ...]]:
    """The cells between two offsets, parted where words stand between them; numbering before words is no cell."""
    groups: list[list[Token]] = [[]]
    tokens = list(tokens_of(text, start, end))
    for index, token in enumerate(tokens):
        if token.kind == "text":
            if groups[-1]:
                groups.append([])
        elif not _is_numbering(text, token, tokens[index + 1] if index + 1 < len(tokens) else None, end):
            groups[-1].append(token)
    return [tuple(group) for group in groups if group]


def _is_numbering(text: str, token: Token, following: Token | None, end: int) -> bool:
    stop = following.start if following else end
    return (
        token.kind == "number"
        and len(token.text) <= 2
        and _BEHIND_NUMBERING.fullmatch(text, token.end, stop) is not None
    )


def _is_broken(text: str, hit: Hit, groups: Sequence[Sequence[Token]]) -> bool:
    """Whether words of the label's own note stand before the row's cells."""
    return bool(groups and _HAN.search(text, hit.end, groups[0][0].start))


def _is_there(label: str, between: str) -> bool:
    """Whether most characters of a label stand in a text in their order."""
    blocks = SequenceMatcher(None, label, between, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) * 10 >= len(label) * 7


def _found(
    form: Form,
    hit: Hit,
    segments: Sequence[Segment],
    missing: Sequence[FormItem],
    columns: tuple[Column, ...],
    text: str,
) -> Iterator[Found]:
    item, own = hit.item, segments[0]
    if item.kind == "row" or any(token.kind == "number" for token in own.tokens):
        key, name = (item.key, form.name) if item.kind == "row" else ("", "other")
        yield Found(name, key, item.name, item.unit, columns, own.tokens, own.exact, hit.start, hit.end, None)
    left = list(missing)
    for segment in segments[1:]:
        if segment.label is None or not any(token.kind == "number" for token in segment.tokens):
            continue
        known = likely_item(segment.label.text, left)
        if known:
            left = left[left.index(known) + 1 :]
            yield _labelled(form.name, known.key, known.name, segment, form.columns[known], "cut-label")
        else:
            parent = item.name.rsplit(" / ", 1)[0] + " / " if " / " in item.name else ""
            begin = label_begin(text, segment.label.start, "")
            printed = re.sub(r"\s+", "", text[begin : segment.label.end])
            yield _labelled("other", "", parent + printed, segment, columns, None)


def _labelled(
    form: str, key: str, name: str, segment: Segment, columns: tuple[Column, ...], repair: str | None
) -> Found:
    label = segment.label
    assert label is not None
    return Found(form, key, name, "", columns, segment.tokens, segment.exact, label.start, label.end, repair)
