"""A school's own name is its identity: what such a name is, and what follows for its reports of several years."""

import pytest
from invented import whole

from gigraph.documents import text_document
from gigraph.iris import mint
from gigraph.mapping import map_report
from gigraph.models import Outcome, ReportFacts, Source
from gigraph.pipeline import facts_of
from gigraph.queries import lookups
from gigraph.registry import load_registry
from gigraph.resolve.schools import is_school
from gigraph.store import memory_graph

REGISTRY = load_registry()
REPORT = """{name}{year}年信息公开工作年度报告

根据《高等学校信息公开办法》（教育部令第29号）要求，编制本报告。统计期限自{year}年1月1日至12月31日。
一、概述
校长办公室牵头，通过学校官网公开信息120条。
"""


def report(name: str, year: int) -> ReportFacts:
    return facts_of(text_document(REPORT.format(name=name, year=year), Source(f"{name}{year}.txt")), REGISTRY)


@pytest.mark.parametrize(
    "name",
    [
        "清华大学", "复旦大学", "北京师范大学", "西安外国语大学", "中国石油大学(华东)", "国家开放大学", "上海音乐学院", "安康学院",
        "黄山学院", "福建警官职业学院", "湛江幼儿师范专科学校", "桂林旅游高等专科学校",
    ],
)  # fmt: skip
def test_a_schools_own_name(name: str) -> None:
    assert is_school(name)


@pytest.mark.parametrize(
    "name",
    [
        "师范大学", "职业技术学院", "高等师范学院", "师范专科学校", "医学院", "我学院", "市师范学院", "某大学", "中国科学院", "江西行政学院",
        "中央社会主义学院", "某县老年大学", "临江职工大学", "湖南大学法学院", "城关镇人民政府", "省委党校", "学院",
    ],
)  # fmt: skip
def test_what_many_are_called(name: str) -> None:
    assert not is_school(name)


def test_reports_of_several_years_are_of_one_school() -> None:
    """Its units and its site too, though no report tells where it is; a town's name stays that of each report's own."""
    schools = [report("江南理工学院", year) for year in (2016, 2017)]
    towns = [report("城关镇人民政府", year) for year in (2016, 2017)]
    first = {entry.name: entry.resolution for entry in schools[0].agencies}
    second = {entry.name: entry.resolution for entry in schools[1].agencies}
    assert first == second
    assert {resolution.outcome for resolution in first.values()} == {Outcome.RESOLVED}
    assert first["江南理工学院"].iri == mint("agency", "school", "江南理工学院")
    assert first["江南理工学院校长办公室"].iri == mint("agency", "school", "江南理工学院校长办公室")
    assert {entry.resolution.iri for facts in schools for entry in facts.platforms} == {
        mint("platform", "school", "江南理工学院", "门户网站")
    }
    assert len({facts.agencies[0].resolution.iri for facts in towns}) == 2
    graph = memory_graph(whole(map_report(facts).data for facts in (*schools, *towns)))
    (entry,) = lookups.cites(graph, mint("agency", "school", "江南理工学院"))
    assert (entry.regulation.name, entry.reports, entry.years) == ("高等学校信息公开办法", 2, (2016, 2017))
