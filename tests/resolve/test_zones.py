"""Zones that the registry does not know are keyed by the county that they bear the short name of."""

import pytest

from gigraph.models import Document, ReportField, Source
from gigraph.registry import load_registry
from gigraph.resolve.place import Place, make_place


def place(publisher: str, text: str = "") -> Place:
    fields = (ReportField("publisher", publisher), ReportField("year", 2016))
    return make_place(fields, Document(text or publisher, Source("a"), "0" * 64), (), load_registry())


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("省政府办公厅", "陕西省人民政府办公厅"),
        ("市财政局", "咸阳市财政局"),
        ("县档案馆", "礼泉县档案馆"),
        ("管委会", "礼泉经济开发区管理委员会"),
        ("开发区财政局", "礼泉经济开发区财政局"),
    ],
)
def test_what_stands_above_a_zone_is_found_by_its_short_name(surface: str, name: str) -> None:
    agency = place("礼泉经济开发区管理委员会").agency(surface)
    assert agency is not None
    assert agency.name == name


def test_of_several_counties_of_one_short_name_the_one_that_the_text_names() -> None:
    unnamed = place("鼓楼高新区管理委员会").agency("市财政局")
    assert unnamed is None or unnamed.region is None
    named = place("鼓楼高新区管理委员会", "开封市鼓楼高新区管理委员会").agency("市财政局")
    assert named is not None
    assert named.name == "开封市财政局"


def test_a_prefecture_has_a_committee_and_an_office_of_its_own() -> None:
    prefecture = place("喀什地区行政公署")
    names = {surface: prefecture.agency(surface) for surface in ("地委", "地委办公室", "地区政协", "地区人大工委")}
    assert {surface: agency.name for surface, agency in names.items() if agency} == {
        "地委": "中共喀什地委",
        "地委办公室": "中共喀什地委办公室",
        "地区政协": "中国人民政治协商会议喀什地区委员会",
        "地区人大工委": "喀什地区人大工作委员会",
    }
