"""Sections two and three of the annual report's forms (2019 and 2021): their rows, from the labels that are found."""

import re
from collections.abc import Iterator, Mapping, Sequence

from gigraph.extractors.forms.labels import Hit, best_chain, find_hits
from gigraph.extractors.forms.rows import Column, Found, Region
from gigraph.extractors.forms.segments import Segment, end_of_data, likely_item, segments_of
from gigraph.extractors.forms.sheet import Sheet
from gigraph.registry.forms import Form, FormItem, core

_REACH = 600  # characters between two labels of one table
_MOST_TABLES = 4  # of one part in one report
# Pieces of the columns' labels of section three, found whatever order the lines of a printed head come in.
_HEAD = ("自然人", "商业", "科研", "公益", "法律", "其他", "总计")


def annual_regions(sheet: Sheet, forms: Mapping[str, Form]) -> Iterator[Region]:
    """The tables of sections two and three in a sheet."""
    yield from _disclosure(sheet, forms)
    form = forms["2021"]
    for chain in _chains(sheet, form, "requests", sheet.text):
        if len(_rows(chain)) >= 6 and _holds_data(sheet, form, chain):
            yield _region(sheet, form, chain)


def _disclosure(sheet: Sheet, forms: Mapping[str, Form]) -> Iterator[Region]:
    """Section two reads by the form whose labels stand there."""
    text = sheet.text
    taken: list[tuple[int, int]] = []
    for _ in range(_MOST_TABLES):
        masked = Sheet(_masked(text, taken))
        found = [(name, next(_chains(masked, forms[name], "disclosure", text, 1), ())) for name in ("2021", "2019")]
        name, chain = max(found, key=lambda pair: sum(hit.weight for hit in pair[1]))
        heads = [hit for hit in chain if hit.item.kind in ("block", "column")]
        if len(heads) < 2 or not _rows(chain):
            return
        region = _region(sheet, forms[name], chain)
        taken.append((region.start, region.end))
        yield region


def _masked(text: str, taken: Sequence[tuple[int, int]]) -> str:
    for start, end in taken:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _chains(sheet: Sheet, form: Form, part: str, text: str, most: int = _MOST_TABLES) -> Iterator[tuple[Hit, ...]]:
    hits = find_hits(sheet, form, form.parts[part])
    for _ in range(most):
        chain = best_chain(hits, _REACH)
        if not chain:
            return
        yield chain
        hits = [hit for hit in hits if hit.end <= chain[0].start or hit.start >= chain[-1].end]


def _rows(chain: Sequence[Hit]) -> list[Hit]:
    return [hit for hit in chain if hit.item.kind == "row"]


def _holds_data(sheet: Sheet, form: Form, chain: Sequence[Hit]) -> bool:
    """Whether the rows have cells behind their labels, as prose that names the outcomes does not."""
    behind = [
        sheet.text[hit.end : following.start]
        for hit, following in zip(chain, chain[1:], strict=False)
        if hit.item.kind == "row"
    ]
    filled = [
        one for one in behind if one.count("|") >= 4 or sum(char.isdigit() for char in one) >= 3 or not one.strip(" \n")
    ]
    prose = [one for one in behind if re.search(r"[,。;]", one)]
    return len(filled) * 2 >= len(behind) and len(prose) * 3 <= len(behind)


def _region(sheet: Sheet, form: Form, chain: Sequence[Hit]) -> Region:
    text = sheet.text
    last = chain[-1]
    end = end_of_data(text, last.end, 10)
    barred = text.count("|", chain[0].start, end) >= len(chain)
    words = tuple(core(item.label) for item in form.parts[last.item.part] if item.kind in ("heading", "block"))
    rows: list[Found] = []
    for index, hit in enumerate(chain):
        if hit.item.kind not in ("row", "heading"):
            continue
        stop = chain[index + 1].start if index + 1 < len(chain) else end
        following = chain[index + 1].item if index + 1 < len(chain) else None
        segments = segments_of(text, hit.end, stop, core(hit.item.label), words, barred)
        missing = _between(form, hit.item, following)
        rows.extend(_found(form, hit, segments, missing, _columns(form, chain[: index + 1], hit.item), text))
    return Region(form.name, last.item.part, chain[0].start, end, tuple(rows), _header(sheet, chain))


def _between(form: Form, item: FormItem, following: FormItem | None) -> tuple[FormItem, ...]:
    items = form.parts[item.part]
    at = items.index(item)
    to = items.index(following) if following else len(items)
    return tuple(one for one in items[at + 1 : to] if one.kind in ("row", "heading"))


def _columns(form: Form, before: Sequence[Hit], item: FormItem) -> tuple[Column, ...]:
    """The columns of a row: for section two those of its block that stand in the report, if they are fewer, else the form's."""
    items = form.parts[item.part]
    if item.part == "requests":
        return tuple(Column(one.key, one.name, one.unit) for one in items if one.kind == "column")
    at = items.index(item)
    start = max(index for index, one in enumerate(items[:at]) if one.kind == "block")
    return tuple(Column(one.key, one.name, one.unit) for one in items[start:at] if one.kind == "column")


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
        key = item.key if item.kind == "row" else ""
        name = form.name if item.kind == "row" else "other"
        yield Found(name, key, item.name, item.unit, columns, own.tokens, own.exact, hit.start, hit.end, None)
    left = list(missing)
    for segment in segments[1:]:
        label = segment.label
        if label is None:
            continue
        known = likely_item(label.text, [one for one in left if one.kind == "row"])
        if known:
            left = left[left.index(known) + 1 :]
            yield Found(
                form.name,
                known.key,
                known.name,
                known.unit,
                columns,
                segment.tokens,
                segment.exact,
                label.start,
                label.end,
                "cut-label",
            )
        else:
            parent = item.name.rsplit(" / ", 1)[0] + " / " if " / " in item.name else ""
            printed = re.sub(r"\s+", "", text[label.start : label.end])
            yield Found(
                "other", "", parent + printed, "", columns, segment.tokens, segment.exact, label.start, label.end, None
            )


def _header(sheet: Sheet, chain: Sequence[Hit]) -> bool:
    """Whether the labels of the columns were found before the first row."""
    first = next(hit for hit in chain if hit.item.kind in ("row", "heading"))
    if first.item.part != "requests":
        return any(hit.item.kind == "column" for hit in chain)
    at = first.start
    head = "".join(char for char in sheet.text[max(0, at - 500) : at] if "\u3400" <= char <= "\u9fff")[-60:]
    return sum(piece in head for piece in _HEAD) >= 5
