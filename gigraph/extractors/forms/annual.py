"""Sections two and three of the annual report's forms (2019 and 2021): their rows, from the labels that are found."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gigraph.extractors.forms.annual_rows import rows_of
from gigraph.extractors.forms.block_heads import by_heads
from gigraph.extractors.forms.cells import NOTHING
from gigraph.extractors.forms.column_order import in_order
from gigraph.extractors.forms.labels import Hit, best_chain, find_hits
from gigraph.extractors.forms.rows import Region
from gigraph.extractors.forms.segments import end_of_data
from gigraph.extractors.forms.serials import without_serials
from gigraph.extractors.forms.sheet import Sheet
from gigraph.extractors.forms.torn_rows import torn_rows
from gigraph.registry.forms import Form

_REACH = 600  # characters between two labels of one table
_FEWEST = 6  # rows of section three
_MOST_TABLES = 4  # of one part in one report
_DISCLOSURES = ("2021", "2019")  # the forms whose section two differ
# What a cell holds: a number, a dash, a sign or a word for nothing.
_FIGURE = re.compile(rf"\d|(?<![^ \n])(?:[-—–/\\]+|[〇零○Oo]|{NOTHING})(?![^ \n])")
_PROSE = re.compile(r"[,。;]")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
# Pieces of the columns' labels of section three, found whatever order the lines of a printed head come in.
_HEAD = ("自然人", "商业", "科研", "公益", "法律", "其他", "总计")


def annual_regions(sheet: Sheet, forms: Mapping[str, Form]) -> Iterator[Region]:
    """The tables of sections two and three in a sheet."""
    yield from _disclosure(sheet, forms)
    yield from requests_regions(sheet, forms, _FEWEST)


def requests_regions(sheet: Sheet, forms: Mapping[str, Form], fewest: int) -> Iterator[Region]:
    """The tables of section three in a sheet that have as many rows; a part of one that was cut may have two."""
    form = forms["2021"]
    for chain in _chains(sheet, form, "requests"):
        torn = torn_rows(sheet.text, chain[0].start, form, "requests", len(_rows(chain)))
        if torn or (len(_rows(chain)) >= fewest and _holds_data(sheet, form, chain)):
            region = _region(sheet, form, chain)
            if torn:
                region = region._replace(rows=tuple(torn), end=max(region.end, torn[-1].tokens[-1].end))
            region = region._replace(rows=tuple(without_serials(region.rows)))
            yield in_order(region, _head(sheet, chain))


def _disclosure(sheet: Sheet, forms: Mapping[str, Form]) -> Iterator[Region]:
    """Section two reads by the form whose labels stand there."""
    taken: list[tuple[int, int]] = []
    for _ in range(_MOST_TABLES):
        left = _han_outside(sheet, taken)
        if not any(forms[name].heads.search(left) for name in _DISCLOSURES):
            return
        masked = Sheet(_masked(sheet.text, taken)) if taken else sheet
        found = [(name, next(_chains(masked, forms[name], "disclosure", 1), ())) for name in _DISCLOSURES]
        name, chain = max(found, key=lambda pair: sum(hit.weight for hit in pair[1]))
        heads = [hit for hit in chain if hit.item.kind in ("block", "column")]
        if len(heads) < 2 or not _rows(chain):
            return
        region = by_heads(sheet, {each: forms[each] for each in _DISCLOSURES}, _region(sheet, forms[name], chain))
        taken.append((region.start, region.end))
        yield region


def _han_outside(sheet: Sheet, taken: Sequence[tuple[int, int]]) -> str:
    """The Chinese characters of a sheet outside of some stretches: those of its masked text, which few reports need."""
    pieces, done, han, index = [], 0, sheet.han, sheet.chinese.index
    for start, end in sorted(taken):
        pieces.append(han[index(done) : index(max(start, done))])
        done = max(end, done)
    return "".join(pieces) + han[index(done) :]


def _masked(text: str, taken: Sequence[tuple[int, int]]) -> str:
    for start, end in taken:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _chains(sheet: Sheet, form: Form, part: str, most: int = _MOST_TABLES) -> Iterator[tuple[Hit, ...]]:
    hits = find_hits(sheet, form, part)
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
    behind = [sheet.text[hit.end : following.start] for hit, following in pairwise(chain) if hit.item.kind == "row"]
    filled = [
        one for one in behind if one.count("|") >= 4 or len(_FIGURE.findall(one)) >= 3 or not _HAN_RUN.search(one)
    ]
    prose = [one for one in behind if _PROSE.search(one)]
    return len(filled) * 2 >= len(behind) and len(prose) * 3 <= len(behind)


def _region(sheet: Sheet, form: Form, chain: Sequence[Hit]) -> Region:
    last = chain[-1].end
    end, line = end_of_data(sheet.text, last, 10), sheet.text[last:].partition("\n")[0]
    if "|" in line and line[max(0, end - last) :].strip(" |"):
        end = max(end, last + len(line))  # between bars a cell may hold anything
    part = chain[-1].item.part
    return Region(form.name, part, chain[0].start, end, tuple(rows_of(sheet, form, chain, end)), _header(sheet, chain))


def _header(sheet: Sheet, chain: Sequence[Hit]) -> bool:
    """Whether the labels of the columns were found before the first row."""
    if chain[-1].item.part != "requests":
        return any(hit.item.kind == "column" for hit in chain)
    head = "".join(_HAN_RUN.findall(_head(sheet, chain)))[-60:]
    return sum(piece in head for piece in _HEAD) >= 5


def _head(sheet: Sheet, chain: Sequence[Hit]) -> str:
    """The text before the first row."""
    at = next(hit for hit in chain if hit.item.kind in ("row", "heading")).start
    return sheet.text[max(0, at - 500) : at]
