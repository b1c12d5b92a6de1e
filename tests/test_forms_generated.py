"""The tables of generated reports, read by the whole pipeline: no certain cell may be wrong.

GIGRAPH_TABLES tells how many reports to make (2000 for a full run), GIGRAPH_TABLES_FROM the first seed,
GIGRAPH_TABLES_OUT a file for the cells that differ, as tab separated lines.
"""

import os
import re
import sys
import unicodedata
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from gigraph.models import CellEntry
from gigraph.pipeline import read_facts
from gigraph.registry import load_registry

sys.path.append(str(Path(__file__).parent))  # tests are no package
from forms_generator import STYLES, Case, make_case
from forms_printing import GRIDS
from forms_tables import Key

FIRST, REPORTS = int(os.environ.get("GIGRAPH_TABLES_FROM", "0")), int(os.environ.get("GIGRAPH_TABLES", "132"))
_DROP = re.compile(r"[\s“”\"'()\[\]、,.:;\-—]+")
KINDS = ("crashed", "certain", "inferred", "outside", "form", "missed")
Finding = tuple[str, ...]


def plain(label: str) -> str:
    """A label as labels are compared: NFKC, without white space, brackets, quotes and punctuation."""
    return _DROP.sub("", unicodedata.normalize("NFKC", label))


def plain_key(row: str, column: str) -> Key:
    return plain(row), plain(column)


class Tally:
    """Counts a style and form, and the cells that differ."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.findings: dict[str, list[Finding]] = {name: [] for name in KINDS}

    def add(self, case: Case, cells: tuple[CellEntry, ...]) -> None:
        truth = {plain_key(*key): value for key, value in case.truth.items()}
        right: set[Key] = set()
        for cell in cells:
            key = plain_key(cell.row, cell.column)
            if cell.value is None:
                continue
            if key not in truth:
                self._found("outside", case, key, "", cell)
            elif truth[key] is None or Decimal(cell.value) != Decimal(truth[key] or "NaN"):
                self._found(cell.state, case, key, truth[key] or "", cell)
            else:
                right.add(key)
                if cell.form != case.form and not (case.short and "六其他处理" in key[0]):
                    self._found("form", case, key, truth[key] or "", cell)
        unique = {plain_key(*key) for key in case.unique}
        self.counts[case.style, "unique"] += len(unique)
        self.counts[case.style, "right"] += len(unique & right)
        self.counts[case.style, "printed"] += sum(value is not None for value in truth.values())
        for key in sorted(unique - right):
            self._found("missed", case, key, truth[key] or "", None)

    def _found(self, kind: str, case: Case, key: Key, value: str, cell: CellEntry | None) -> None:
        told = (cell.value or "", cell.state, cell.reason) if cell else ("", "", "")
        where = (str(case.seed), case.style, case.form, "slip" if case.slips else "", *key)
        self.findings[kind].append((*where, value, *told))

    def share(self, styles: tuple[str, ...]) -> float:
        """Of the determined cells of these styles, the share that was read right."""
        total = sum(self.counts[style, "unique"] for style in styles)
        return sum(self.counts[style, "right"] for style in styles) / max(total, 1)


@pytest.fixture(scope="module")
def tally(tmp_path_factory: pytest.TempPathFactory) -> Tally:
    """What the pipeline reads in all reports, held against the truth."""
    folder, registry, tally = tmp_path_factory.mktemp("tables"), load_registry(), Tally()
    for seed in range(FIRST, FIRST + REPORTS):
        case = make_case(seed)
        path = folder / f"{seed}{case.suffix}"
        path.write_text(case.text, encoding="utf-8")
        try:
            tally.add(case, read_facts(path, registry=registry).tables or ())
        except Exception as error:  # each report counts: a crash is a finding of its own
            tally.findings["crashed"].append((str(seed), case.style, case.form, repr(error)))
        path.unlink()
    if out := os.environ.get("GIGRAPH_TABLES_OUT"):
        lines = ["\t".join((kind, *finding)) for kind, found in tally.findings.items() for finding in found]
        lines += [f"count\t{style}\t{kind}\t{count}" for (style, kind), count in sorted(tally.counts.items())]
        Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tally


def test_nothing_crashes(tally: Tally) -> None:
    assert tally.findings["crashed"] == []


def test_no_certain_cell_is_wrong(tally: Tally) -> None:
    assert tally.findings["certain"] == []


def test_no_number_stands_outside_the_table(tally: Tally) -> None:
    assert tally.findings["outside"] == []


def test_the_form_is_told(tally: Tally) -> None:
    assert tally.findings["form"] == []


def test_inferred_cells_are_seldom_wrong(tally: Tally) -> None:
    assert len(tally.findings["inferred"]) <= sum(tally.counts[style, "printed"] for style in STYLES) / 200


def test_grids_are_read(tally: Tally) -> None:
    shares = {style: tally.share((style,)) for style in GRIDS}
    assert {style: share for style, share in shares.items() if share < 0.995} == {}


def test_determined_cells_of_glued_tables_are_decoded(tally: Tally) -> None:
    shares = {style: tally.share((style,)) for style in STYLES if style not in GRIDS}
    assert {style: share for style, share in shares.items() if share < 0.99} == {}
