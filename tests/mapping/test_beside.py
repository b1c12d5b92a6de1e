"""A form printed twice in one report, for the area or system and for the agency itself: never added, never mixed."""

from random import Random

import pyoxigraph as ox
import pytest
from forms_damages import LAYOUTS
from forms_tables import section_three

from gigraph.documents import text_document
from gigraph.mapping import map_report
from gigraph.models import CellEntry, ReportFacts, Source
from gigraph.pipeline import facts_of
from gigraph.vocab import gi

ONE, OTHER = 1, 3  # seeds of tables that differ


def facts(agency: str, captions: tuple[str, str], seeds: tuple[int, int] = (ONE, OTHER)) -> ReportFacts:
    tables = [LAYOUTS["tabs"](list(section_three(Random(seed), "2021", False, False).rows)) for seed in seeds]
    body = "\n".join(f"{caption}\n{table}" for caption, table in zip(captions, tables, strict=True))
    head = f"{agency}2022年政府信息公开工作年度报告\n一、总体情况\n{agency}及时公开。\n"
    end = f"五、存在的主要问题\n公开的时效仍需提高。\n{agency}\n2023年1月20日\n"
    section = "三、收到和处理政府信息公开申请情况\n"
    return facts_of(text_document(head + section + body + "\n" + end, Source("a.txt")))


def observed(found: ReportFacts) -> tuple[int, dict[str, int]]:
    """How many observations a report has, and how many cells beside them by their scope."""
    quads = list(ox.parse(map_report(found).data, format=ox.RdfFormat.N_QUADS))
    observations = [quad for quad in quads if getattr(quad.object, "value", "") == gi("Observation")]
    beside = {
        quad.subject for quad in quads if quad.predicate.value == gi("reason") and quad.object.value == "tables-differ"
    }
    assert not [quad for quad in quads if quad.subject in beside and quad.predicate.value == gi("indicator")]
    scopes = {quad.subject: quad.object.value for quad in quads if quad.predicate.value == gi("statedScope")}
    counts: dict[str, int] = {}
    for cell in beside:
        scope = scopes.get(cell, "")
        counts[scope] = counts.get(scope, 0) + 1
    return len(observations), counts


CELLS = 25 * 7


@pytest.mark.parametrize(
    ("agency", "captions", "expected"),
    [
        ("云岭市人民政府", ("（一）全市情况", "（二）市本级情况"), (CELLS, {"市本级": CELLS})),
        ("云岭市人民政府", ("（一）市本级", "（二）全市汇总"), (CELLS, {"市本级": CELLS})),
        ("云岭市水利局", ("（一）全系统情况", "（二）局机关情况"), (CELLS, {"全系统": CELLS})),
        ("云岭市水利局", ("表一", "表二"), (0, {"": 2 * CELLS})),
        ("云岭市水利局", ("2021年度", "2022年度"), (0, {"": 2 * CELLS})),
        ("云岭市水利局", ("（一）局机关", "（二）机关本身"), (0, {"局机关": CELLS, "机关本身": CELLS})),
        ("云岭市水利局", ("（一）全系统（含局机关）情况", "（二）局机关"), (CELLS, {"": CELLS})),
    ],
)
def test_tables_that_differ(agency: str, captions: tuple[str, str], expected: tuple[int, dict[str, int]]) -> None:
    assert observed(facts(agency, captions)) == expected


def test_a_table_printed_again_with_the_same_figures_contradicts_nothing() -> None:
    _, beside = observed(facts("云岭市水利局", ("表一", "表二"), (ONE, ONE)))
    assert beside == {}


def test_each_cell_tells_the_scope_over_its_table() -> None:
    found: tuple[CellEntry, ...] = facts("云岭市人民政府", ("（一）全市情况", "（二）市本级情况")).tables or ()
    assert {(cell.table, cell.scope, cell.whose) for cell in found} == {(0, "全市", "aggregate"), (1, "市本级", "own")}
    assert {cell.value for cell in found if cell.table == 1 and cell.key == "new" and cell.column_key == "all"}


def test_one_table_has_no_scope_to_tell_apart() -> None:
    table = LAYOUTS["tabs"](list(section_three(Random(ONE), "2021", False, False).rows))
    text = f"云岭市水利局2022年政府信息公开工作年度报告\n三、全系统收到和处理政府信息公开申请情况\n{table}\n五、问题\n无。\n"
    assert {cell.scope for cell in facts_of(text_document(text, Source("a"))).tables or ()} == {""}
