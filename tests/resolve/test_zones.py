"""Zones that the registry does not know are keyed by the county that they bear the short name of."""

import pytest

from gigraph.documents import document_of
from gigraph.models import Document, ReportField, Source
from gigraph.pipeline import facts_of
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


@pytest.mark.parametrize(
    ("name", "text", "full"),
    [
        ("江北区水利局", "认真落实省政府的部署", "宁波市江北区水利局"),
        ("白云区水利局", "认真落实省委、省政府的部署", None),  # of 广州市 and of 贵阳市
        ("青山区水利局", "认真落实自治区党委的部署", "包头市青山区水利局"),
        ("江北区水利局", "认真落实市政府的部署", None),
        ("市中区水利局", "认真落实山东省和枣庄市的部署", "枣庄市市中区水利局"),
    ],
)
def test_what_a_report_calls_its_province_tells_districts_of_one_name_apart(name: str, text: str, full: str) -> None:
    facts = facts_of(document_of(f"{name}2016年政府信息公开工作年度报告\n2016年，我局{text}。".encode(), "a.txt"))
    assert facts.value("publisher") == (full or name)


@pytest.mark.parametrize("name", ["本溪市财政局", "日照市财政局", "和平县财政局", "全椒县财政局"])
def test_a_publisher_named_in_passing_keeps_the_first_character_of_its_place(name: str) -> None:
    text = f"2016年，我局认真贯彻条例。如有疑问，请与{name}办公室联系。每项内容可在“{name}”网站查询。"
    assert facts_of(document_of(text.encode(), "a.txt")).value("publisher") == name
