"""Regions: names, codes, years, parents, full forms, overlay."""

import subprocess
import sys

import pytest

from gigraph.registry import load_registry
from gigraph.registry.regions import CENTRE, Regions, short_name

REGIONS: Regions = load_registry().regions

NAMES = [
    ("湖南省", 2015, ["430000"]),
    ("湘潭市", 2015, ["430300"]),
    ("华宁县", 2018, ["530424"]),
    ("洪泽区", 2023, ["320813"]),
    ("洪泽县", 2012, ["320829"]),
    ("洪泽区", 2010, []),
    ("望城县", 2009, ["430122"]),
    ("望城区", 2013, ["430112"]),
    ("临平区", 2022, ["330113"]),
    ("钱塘区", 2022, ["330114"]),
    ("江干区", 2020, ["330104"]),
    ("江干区", 2023, []),
    ("神农架林区", 2015, ["429021"]),
    ("随州市", 2015, ["421300"]),
    ("儋州市", 2010, ["469003"]),
    ("儋州市", 2020, ["460400"]),
    ("朝阳区", 2018, ["110105", "220104"]),
    ("香港特别行政区", 2018, ["810000"]),
    ("平潭综合实验区", 2017, ["350128"]),
    ("恩施州", 2018, ["422800"]),
    ("长阳县", 2018, ["420528"]),
    ("鄂温克旗", 2018, ["150724"]),
    ("巴州", 2018, ["652800"]),
    ("东乡县", 2012, ["361029", "622926"]),
    ("市辖区", 2018, []),
    ("不存在县", 2018, []),
]


@pytest.mark.parametrize(("name", "year", "codes"), NAMES)
def test_a_name_has_its_codes_in_a_year(name: str, year: int, codes: list[str]) -> None:
    assert sorted(region.code for region in REGIONS.named(name, year)) == codes


@pytest.mark.parametrize(
    ("name", "full", "parents"),
    [
        ("洪泽区", "淮安市洪泽区", ["淮安市", "江苏省"]),
        ("华宁县", "华宁县", ["玉溪市", "云南省"]),
        ("浦东新区", "上海市浦东新区", ["上海市"]),
        ("昆山市", "昆山市", ["苏州市", "江苏省"]),
        ("仙桃市", "仙桃市", ["湖北省"]),
        ("六枝特区", "六枝特区", ["六盘水市", "贵州省"]),
        ("云阳县", "云阳县", ["重庆市"]),
        ("鄂温克族自治旗", "鄂温克族自治旗", ["呼伦贝尔市", "内蒙古自治区"]),
    ],
)
def test_full_names_and_parents(name: str, full: str, parents: list[str]) -> None:
    (region,) = REGIONS.named(name, 2020)
    assert REGIONS.full_name(region, 2020) == full
    assert [parent.name for parent in REGIONS.ancestors(region, 2020)] == parents


@pytest.mark.parametrize(
    ("text", "length", "codes"),
    [
        ("湖南省长沙市岳麓区人民政府", 9, ["430104"]),
        ("恩施土家族苗族自治州财政局", 10, ["422800"]),
        ("湖南省朝阳区", 3, ["430000"]),
        ("财政局", 0, []),
        ("", 0, []),
    ],
)
def test_the_run_of_names_at_the_start_of_a_text(text: str, length: int, codes: list[str]) -> None:
    found, regions = REGIONS.prefix(text)
    assert (found, [region.code for region in regions]) == (length, codes)


def test_every_parent_is_a_region_and_every_province_has_a_row() -> None:
    known = set(REGIONS.by_code) | {CENTRE}
    assert {region.parent for regions in REGIONS.by_code.values() for region in regions} <= known
    provinces = {
        region.code for regions in REGIONS.by_code.values() for region in regions if region.level == "province"
    }
    assert provinces == {row.code for row in REGIONS.provinces}


def test_rows_of_provinces_agree_with_the_library_and_short_names_are_unique() -> None:
    for row in REGIONS.provinces:
        assert row.name == REGIONS.by_code[row.code][0].name
        assert short_name(row.name).startswith(row.short_name)
        assert REGIONS.by_short_name[row.short_name].code == row.code
    characters = [char for row in REGIONS.provinces for char in row.characters]
    assert len(characters) == len(set(characters))
    owner = {char: row.name for row in REGIONS.provinces for char in row.characters}
    assert {owner[char] for char in ("湘", "冀", "滇", "沪", "桂")} == {
        "湖南省", "河北省", "云南省", "上海市", "广西壮族自治区",
    }  # fmt: skip


def test_a_district_of_the_overlay_is_not_in_the_library() -> None:
    from gigraph.registry.region_codes import library_regions

    library = {(region.code, region.name) for region in library_regions()}
    rows = list(REGIONS._overlaid("district"))
    assert rows
    assert not {(region.code, region.name) for region in rows} & library


def test_short_names_of_the_table_mean_known_regions() -> None:
    for row in REGIONS.short_names:
        assert row.code in REGIONS.by_code
        assert row.code in {region.code for region in REGIONS.named(row.short_name, 2018)}


def test_zones_are_keyed_by_a_known_code() -> None:
    zones = list(REGIONS._overlaid("zone"))
    assert zones
    for zone in zones:
        assert zone.code in REGIONS.by_code
        assert zone.parent in REGIONS.by_code
        assert zone.area is None or zone.area in REGIONS.by_code


def test_a_look_up_starts_without_the_library_of_numbers() -> None:
    code = (
        "import sys; from gigraph.registry import load_registry; load_registry(); print('stdnum.numdb' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
