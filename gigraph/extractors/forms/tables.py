"""All statistics tables of a document, from its sheets to the rows of each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from gigraph.extractors.forms.annual import annual_regions, requests_regions
from gigraph.extractors.forms.cells import Token
from gigraph.extractors.forms.fit import fit
from gigraph.extractors.forms.grids import grid_regions
from gigraph.extractors.forms.heads import find_heads, headless
from gigraph.extractors.forms.review import review_regions
from gigraph.extractors.forms.rows import Found, Printed, Region, RowReading
from gigraph.extractors.forms.rows_behind import with_rows_behind
from gigraph.extractors.forms.scopes import scopes_of
from gigraph.extractors.forms.sheet import Sheet, sheets, without_repeats
from gigraph.extractors.forms.statistics_table import PART, statistics_regions
from gigraph.extractors.forms.variants import variant_regions
from gigraph.models import Document, Span
from gigraph.registry import Registry
from gigraph.registry.forms import Form, load_forms
from gigraph.registry.table_columns import TableColumns, load_table_columns
from gigraph.registry.table_scopes import load_table_scopes

# Without one of these there is no table of a form of ours; anything but a Chinese character may stand within one.
_ANCHORS = (
    "政府信息公开申请数", "信息内容", "经复议直接起诉", "尚未审结", "结转下年", "统计指标", "指标名称",
    "单位统计", "公开政府信息数", "计量单位",
)  # fmt: skip
_CELLS = re.compile(r"(?:\| ?\d{1,9} ?){7}(?:\||$)")  # a row of section three
_YEAR = re.compile(r"(20[012]\d) ?年")


def regions_of(document: Document, registry: Registry) -> tuple[tuple[Sheet, Region], ...]:
    """The tables of a document with the sheets that they stand in, in order."""
    return _regions(document, str(registry.folder), registry)


@lru_cache(maxsize=2)
def _regions(document: Document, folder: str, registry: Registry) -> tuple[tuple[Sheet, Region], ...]:
    forms, columns = load_forms(registry.folder), load_table_columns(registry.folder)
    found = [(sheet, _of_sheet(sheet, forms, columns)) for sheet in sheets(document)]
    parts = {region.part for _, regions in found for region in regions}
    if len(found) > 1 and parts & {"statistics", "requests"}:
        found = [(sheet, _with_parts(sheet, regions, forms, columns, parts)) for sheet, regions in found]
    tables = [(sheet, region) for sheet, regions in found for region in regions]
    return tuple(_with_form(document, tables, forms))


def _with_parts(
    sheet: Sheet, regions: list[Region], forms: Mapping[str, Form], columns: TableColumns, whole: set[str]
) -> list[Region]:
    """The regions of a sheet where what looks like a local table, or none, is a part of a form's that was cut in two.

    whole: the parts of forms that the document has.
    """
    if any(region.part not in ("variant", "grid") for region in regions):
        return regions
    if len(regions) > 1 and any(region.header for region in regions):
        return regions
    found: list[Region] = []
    if "statistics" in whole:
        found = list(statistics_regions(sheet, forms, list(find_heads(sheet.text, columns)), PART))
        found = [one for one in found if all(len(row.columns) == 1 for row in one.rows)]
    if "requests" in whole and not found:
        found = list(requests_regions(without_repeats(sheet), forms, 2)) or _one_row(sheet, forms)
    return found if len(found) == 1 else regions


def _one_row(sheet: Sheet, forms: Mapping[str, Form]) -> list[Region]:
    """The region of a sheet that has one row of section three alone, be it below the head printed anew."""
    lines = sheet.text.split("\n")
    figures = [at for at, line in enumerate(lines) if _CELLS.search(line)]
    if len(figures) != 1:
        return []
    text = "\n".join(line if at == figures[0] else " " * len(line) for at, line in enumerate(lines))
    return list(requests_regions(Sheet(text, sheet.starts, sheet.sources, sheet.ends), forms, 1))


@lru_cache(maxsize=4)
def _anchor(columns: TableColumns) -> re.Pattern[str]:
    """What a table of ours has one of: words of the forms, or the first labels of a local table (统计指标 单位)."""
    heads = {first[-1] + unit for first in columns.first for unit in columns.unit}
    return re.compile("|".join(r"[^\u3007\u3400-\u9fff]{0,60}".join(anchor) for anchor in (*_ANCHORS, *sorted(heads))))


def _of_sheet(sheet: Sheet, forms: Mapping[str, Form], columns: TableColumns) -> list[Region]:
    if not _anchor(columns).search(sheet.text):
        found = list(grid_regions(sheet, columns, ())) if "|" in sheet.text else []
        return found or list(variant_regions(sheet, list(headless(sheet.text)), ()))
    heads = list(find_heads(sheet.text, columns))
    annual = without_repeats(sheet)
    regions = [*annual_regions(annual, forms), *review_regions(annual, forms)]
    regions += statistics_regions(sheet, forms, heads)
    regions = with_rows_behind(annual.text, sorted(regions, key=lambda region: region.start))
    regions += variant_regions(sheet, heads, regions)
    if "|" in sheet.text:
        regions += grid_regions(sheet, columns, regions)
    return sorted(regions, key=lambda region: region.start)


def _with_form(
    document: Document, found: Sequence[tuple[Sheet, Region]], forms: Mapping[str, Form]
) -> Iterator[tuple[Sheet, Region]]:
    """Sections three and four look alike in both forms: section two decides, then the rows of （六）, then the year.

    A section two with blocks of both forms decides nothing.
    """
    told = [{row.form for row in region.rows} - {"other"} for _, region in found if region.part == "disclosure"]
    disclosure = [form for forms_told in told if len(forms_told) == 1 for form in forms_told]
    for sheet, region in found:
        if region.part in ("requests", "review"):
            form = disclosure[0] if disclosure else _form_without_disclosure(document, [one for _, one in found])
            region = region._replace(form=form, rows=tuple(_of_form(row, form, forms[form]) for row in region.rows))
        yield sheet, region


def _form_without_disclosure(document: Document, regions: Sequence[Region]) -> str:
    keys = {row.key for region in regions if region.part == "requests" for row in region.rows}
    if keys & {"other-no-correction", "other-fee-unpaid"}:
        return "2021"
    year = _YEAR.search(document.text[:2000])
    return "2019" if year and int(year[1]) <= 2020 else "2021"


def _of_form(row: Found, name: str, form: Form) -> Found:
    if row.form == "other" and name == "2019" and row.name.endswith("（六）其他处理"):
        return row._replace(form=name, key="other")
    if row.form == "other" or row.key == "review":
        return row._replace(form=name) if row.key == "review" else row
    return row._replace(form=name) if form.row("requests", row.key) else row._replace(form="other", key="")


def table_spans(document: Document, registry: Registry) -> tuple[Span, ...]:
    """Where the statistics tables of a document stand; running text is read around them."""
    return tuple(sheet.span(region.start, region.end) for sheet, region in regions_of(document, registry))


def row_readings(document: Document, registry: Registry) -> Iterator[RowReading]:
    """The rows of all statistics tables of a document, in order."""
    found = regions_of(document, registry)
    places = [(sheet.span(region.start, region.end), region) for sheet, region in found]
    scopes = list(scopes_of(document, places, load_table_scopes(registry.folder)))
    for number, (sheet, region) in enumerate(found):
        exact = [row for row in region.rows if row.exact]
        fitted = dict(zip(map(id, exact), fit([(row.tokens, len(row.columns)) for row in exact]), strict=True))
        for row in region.rows:
            cells = fitted.get(id(row))
            tokens = cells if cells is not None else _without_page_number(sheet.text, row)
            yield RowReading(
                table=number,
                form=row.form,
                part=region.part,
                key=row.key,
                row=row.name,
                unit=row.unit,
                columns=row.columns,
                printed=tuple([_printed(sheet, token) for token in tokens]),
                exact=cells is not None,
                header=region.header,
                label=sheet.span(row.start, max(row.end, row.start + 1)),
                repair=row.repair,
                scope=scopes[number][0],
                whose=scopes[number][1],
            )


def _without_page_number(text: str, row: Found) -> tuple[Token, ...]:
    """The tokens of a row less a page's number: alone in its line, where the row's cells fill one line.

    It is one too many there, or stands behind cells that ran together and are enough without it.
    """
    tokens = row.tokens
    if len(tokens) < 2 or len(row.columns) < 2 or any(token.kind != "number" for token in tokens):
        return tokens
    digits = sum(len(token.text) for token in tokens[:-1])
    if len(tokens) - 1 != len(row.columns) and not len(tokens) < len(row.columns) <= digits:
        return tokens
    before = text[tokens[0].start : tokens[-2].end]
    begin, stop = text.rfind("\n", 0, tokens[-1].start) + 1, text.find("\n", tokens[-1].end)
    alone = text[begin : stop if stop != -1 else len(text)].strip() == tokens[-1].text
    return tokens[:-1] if alone and "\n" not in before and len(tokens[-1].text) <= 3 else tokens


def _printed(sheet: Sheet, token: Token) -> Printed:
    kind, text, start, end, unit, repair = token
    if kind == "number" and not text.isdecimal():
        text = token.value
    return Printed(kind, text, unit, None if kind == "blank" else sheet.span(start, end), repair)
