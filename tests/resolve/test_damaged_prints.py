"""Statutory tables as damage leaves them: a cell that is told is right, or it is left in doubt."""

import re
import unicodedata
from collections import Counter
from decimal import Decimal
from random import Random

import pytest
from forms_damages import DAMAGES, LAYOUTS, PAGES, Rows
from forms_tables import section_four, section_three, section_two
from forms_tables_2014 import table_2014

from gigraph.documents import text_document
from gigraph.models import Source
from gigraph.pipeline import facts_of

FORMS = ("2014", "2019", "2021")
_DROP = re.compile(r"[\s“”\"'()\[\]、,.:;\-—]+")
_LETTERS = str.maketrans("Ol", "01", ",件")
_FOUR = "四、政府信息公开行政复议、行政诉讼情况"


def plain(label: str) -> str:
    """A label without white space, brackets, quotes and punctuation."""
    return _DROP.sub("", unicodedata.normalize("NFKC", label))


def number(text: str) -> str | None:
    """The number that a cell was printed for; None where none is there."""
    found = re.match(r"([+-]?\d+(?:\.\d+)?)(?:万元|元)?$", unicodedata.normalize("NFKC", text).translate(_LETTERS))
    return found[1] if found else None


def made(form: str, layout: str, damage: str, pages: str, seed: int) -> tuple[str, dict[tuple[str, str], str | None]]:
    """A report with the form's tables in a layout, and the truth of their cells."""
    random = Random(seed)
    if form == "2014":
        tables = [table_2014(random, False)]
    else:
        tables = [section_two(random, form), section_three(random, form, False, False), section_four(random, False)]
    damaged: list[Rows] = [DAMAGES[damage](list(table.rows), random) for table in tables]
    truth = {
        (plain(cell.key[0]), plain(cell.key[1])): number(cell.text)
        for rows in damaged
        for row in rows
        for cell in row
        if cell.key
    }
    printed = [LAYOUTS[layout](rows) for rows in damaged]
    heads = ("附件：政府信息公开情况统计表",)
    if form != "2014":
        heads = ("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", _FOUR)
    body = "\n".join(f"{head}\n{text}" for head, text in zip(heads, printed, strict=True))
    year = {"2014": 2016, "2019": 2020, "2021": 2022}[form]
    first = f"云岭县水务局{year}年政府信息公开工作年度报告\n一、总体情况\n本机关认真落实上级部署。\n"
    return first + PAGES[pages](body, random) + "\n五、存在的主要问题及改进情况\n公开的时效仍需提高。\n", truth


def tally(form: str, layout: str, damage: str = "none", pages: str = "none") -> Counter[str]:
    """How many cells are right, wrong by state, and printed."""
    counts: Counter[str] = Counter()
    text, truth = made(form, layout, damage, pages, len(layout) % 5)
    for cell in facts_of(text_document(text, Source("a"))).tables or ():
        if cell.value is None:
            continue
        wanted = truth.get((plain(cell.row), plain(cell.column)))
        right = wanted is not None and Decimal(cell.value) == Decimal(wanted)
        counts["right" if right else cell.state] += 1
    counts["printed"] += sum(value is not None for value in truth.values())
    return counts


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("damage", "pages"), [*((damage, "none") for damage in DAMAGES), *(("none", one) for one in PAGES)]
)
def test_no_certain_cell_is_wrong(form: str, layout: str, damage: str, pages: str) -> None:
    assert tally(form, layout, damage, pages)["certain"] == 0


WHOLE = (
    "lines",
    "lines ended by tabs",
    "tabs",
    "tabs, spans blank",
    "spaces",
    "bars",
    "drawn frame",
    "label above",
    "narrow, first",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("layout", WHOLE)
@pytest.mark.parametrize(
    ("damage", "pages", "least"),
    [
        ("none", "none", 1.0),
        ("none", "running heads", 0.96),
        ("full-width digits", "none", 1.0),
        ("thousands", "none", 1.0),
        ("some zeros as dashes", "none", 0.97),
        ("ones as letters", "none", 0.85),
        ("noughts as letters", "none", 0.97),
        ("half-width brackets", "none", 1.0),
        ("numbering with commas", "none", 1.0),
        ("numbering in brackets", "none", 1.0),
    ],
)
def test_most_cells_are_read(form: str, layout: str, damage: str, pages: str, least: float) -> None:
    counts = tally(form, layout, damage, pages)
    assert counts["right"] >= least * counts["printed"]
