"""What short names mean from a report's place: names over all provinces, levels, zones, towns, ministries and years."""

import csv
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.models import Document, Kind, Mention, ReportField, Source, Span
from gigraph.registry import load_registry
from gigraph.resolve.place import Place, make_place
from gigraph.resolve.publisher import official_publisher

TABLE = Path(__file__).with_name("place_names.tsv")
PROVINCES = 31


def document(text: str) -> Document:
    return Document(text, Source("report.txt"), "0" * 64)


@lru_cache(maxsize=200)
def place_of(publisher: str, year: int) -> Place:
    registry = load_registry()
    chosen = official_publisher((publisher,), document(publisher), registry, year)
    assert chosen is not None
    fields = (ReportField("publisher", chosen[0]), ReportField("year", year))
    return make_place(fields, document(publisher), (), registry)


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['publisher']}-{row['year']}-{row['surface']}")
def test_a_short_name_means_the_body_of_the_place(row: dict[str, str]) -> None:
    agency = place_of(row["publisher"], int(row["year"])).agency(row["surface"])
    if row["name"] == "-":
        assert agency is None
        return
    assert agency is not None
    assert (agency.name, agency.region or "", "|".join(agency.candidates)) == (
        row["name"], row["region"], row["candidates"],
    )  # fmt: skip


@pytest.mark.parametrize(
    "row", [row for row in rows() if row["region"] and not row["candidates"]], ids=lambda row: row["name"]
)
def test_a_full_name_means_the_body_that_bears_it(row: dict[str, str]) -> None:
    """One body has one identity, whether a report writes its short or its full name."""
    agency = place_of(row["publisher"], int(row["year"])).agency(row["name"])
    assert agency is not None
    assert (agency.name, agency.region) == (row["name"], row["region"])


def test_the_table_covers_all_provinces_and_has_three_hundred_names() -> None:
    table = rows()
    assert len(table) >= 300
    assert len({row["region"][:2] for row in table if row["region"]} - {"10"}) == PROVINCES


def test_names_are_keyed_by_region_and_those_without_by_the_report() -> None:
    place = place_of("礼泉县人民政府", 2016)
    known = place.agency("县财政局")
    assert known is not None
    assert place.agency_iri(known) == "https://w3id.org/gigraph/id/agency/610425/礼泉县财政局"
    ministry = place_of("财政部", 2019)
    unknown = ministry.agency("省政府")
    assert unknown is not None
    assert "/agency/report-" in ministry.agency_iri(unknown)


def test_a_district_borne_by_several_cities_is_placed_by_what_the_text_names() -> None:
    registry = load_registry()
    text = document("朝阳区人民政府2018年政府信息公开工作年度报告\n请与长春市朝阳区人民政府办公室联系。")
    chosen = official_publisher(("朝阳区人民政府",), text, registry, 2018)
    assert chosen == ("长春市朝阳区人民政府", 0)
    alone = official_publisher(("朝阳区人民政府",), document("朝阳区人民政府"), registry, 2018)
    assert alone == ("朝阳区人民政府", 0)


def test_the_site_code_places_a_name_without_a_place() -> None:
    from gigraph.models import Field

    page = Document("x" * 20, Source("a"), "0" * 64, metadata=(Field("site_code", "6104250001", Span(0, 10)),))
    assert official_publisher(("县教育局",), page, load_registry(), 2018) == ("礼泉县教育局", 0)


def test_short_forms_that_the_report_defines_are_understood_with_their_units() -> None:
    mention = Mention(Kind.AGENCY, Span(0, 3), "旗民委", ("鄂温克族自治旗民族事务委员会", "旗民委"), "definition")
    fields = (ReportField("publisher", "鄂温克族自治旗民族事务委员会"), ReportField("year", 2024))
    place = make_place(fields, document("x"), (mention,), load_registry())
    unit = place.agency("旗民委办公室")
    assert unit is not None
    assert unit.name == "鄂温克族自治旗民族事务委员会办公室"


@pytest.mark.parametrize("surface", ["", "关于印发某办法的通知", "政务服务大厅", "省政府门户网站", "张三", "《条例》"])
def test_what_is_no_agency_is_none(surface: str) -> None:
    assert place_of("礼泉县人民政府", 2016).agency(surface) is None


@given(st.text(alphabet="省市县区局厅委办公室政府人民财政中共党组的和、《》礼泉县我全直 湖南", max_size=16))
def test_any_text_is_answered(surface: str) -> None:
    agency = place_of("礼泉县财政局", 2016).agency(surface)
    assert agency is None or agency.name
