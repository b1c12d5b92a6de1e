"""The tables of agencies' names: every example is run, references resolve, rows are sorted and unique."""

from pathlib import Path

import pytest

from gigraph.extractors.agencies import extract
from gigraph.models import Document, ReportField, Source
from gigraph.registry import load_registry
from gigraph.registry.agency_rows import CityRow, CommitteeRow, OrganRow, OwnWords, SectorBody
from gigraph.resolve.place import Place, make_place
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
TABLE = REGISTRY.agencies
FILES = [
    "agency_aliases",
    "agency_bodies",
    "agency_kinds",
    "agency_stopwords",
    "congress_committees",
    "division_words",
    "own_words",
    "sector_bodies",
    "shared_nouns",
    "sub_provincial_cities",
    "vertical_organs",
    "central_agencies",
    "provinces",
    "region_short_names",
    "regions_overlay",
]
PLACES = {"区": "西咸新区管理委员会", "地": "喀什地区行政公署", "街": "南源街道办事处"}


def place(publisher: str, year: int) -> Place:
    fields = (ReportField("publisher", publisher), ReportField("year", year))
    return make_place(fields, Document(publisher, Source("a"), "0" * 64), (), REGISTRY)


def meant(example: str, year: int = 2016) -> tuple[str, str | None]:
    surface, _, expected = example.partition("=")
    publisher = next((name for start, name in PLACES.items() if surface.startswith(start)), "礼泉县人民政府")
    if expected.startswith("三里屯"):
        publisher = "北京市朝阳区人民政府三里屯街道办事处"
    agency = place(publisher, year).agency(surface)
    return expected, agency and agency.name


@pytest.mark.parametrize("row", TABLE.alias_rows, ids=lambda row: row.short)
def test_the_example_of_an_alias_is_understood(row: object) -> None:
    expected, name = meant(row.example)  # type: ignore[attr-defined]
    assert name == expected


@pytest.mark.parametrize("row", TABLE.committee_rows, ids=lambda row: row.word)
def test_the_example_of_a_committee_is_understood(row: CommitteeRow) -> None:
    surface = row.example.partition("=")[0]
    expected, name = meant(row.example)
    assert row.word in surface
    assert name == expected
    assert surface in [
        mention.text
        for mention in extract(make_reading(Document(f"x。{surface}视察。", Source("a"), "0" * 64)), REGISTRY)
    ]


@pytest.mark.parametrize("row", TABLE.bodies, ids=lambda row: row.stem + row.suffixes[0])
def test_the_example_of_a_body_is_understood(row: object) -> None:
    year = row.since or row.until or 2016  # type: ignore[attr-defined]
    expected, name = meant(row.example, year)  # type: ignore[attr-defined]
    assert name == expected


@pytest.mark.parametrize("row", TABLE.kind_rows, ids=lambda row: row.suffix)
def test_the_example_of_a_kind_has_it(row: object) -> None:
    assert TABLE.kind(row.example) == row.kind  # type: ignore[attr-defined]


@pytest.mark.parametrize("row", TABLE.organ_rows, ids=lambda row: row.organ)
def test_the_example_of_a_vertical_organ_is_one_of_its_place(row: OrganRow) -> None:
    agency = place("礼泉县人民政府", 2016).agency(row.example)
    assert agency is not None
    assert row.example.endswith(row.organ)
    assert agency.name.endswith(row.example)  # 国家统计局陕西调查总队
    assert agency.kind in ("vertical-organ", "court", "procuratorate")
    assert agency.region == REGISTRY.regions.by_short_name[row.example.removesuffix(row.organ)].code


@pytest.mark.parametrize("row", TABLE.own_word_rows, ids=lambda row: row.last)
def test_the_publisher_of_the_example_is_called_by_its_own_words(row: OwnWords) -> None:
    assert row.example.endswith(row.last)
    there = place(row.example, 2016)
    called = [pronoun + word for word in row.words for pronoun in ("", "我", "本")]
    assert {there.agency(name).name for name in called} == {row.example}  # type: ignore[union-attr]


@pytest.mark.parametrize("row", TABLE.cities, ids=lambda row: row.name)
def test_the_example_of_a_sub_provincial_city_is_understood(row: CityRow) -> None:
    assert row.name in REGISTRY.regions.by_name
    expected, name = meant(row.example)
    assert name == expected


def test_kinds_are_concepts_of_the_ontology() -> None:
    text = (Path(__file__).parents[2] / "ontology" / "agency-kinds.ttl").read_text("utf-8")
    kinds = {row.kind for row in TABLE.kind_rows} | {row.kind for row in TABLE.central_rows}
    assert [kind for kind in sorted(kinds) if f'skos:notation "{kind}"' not in text] == []


def test_parents_of_central_organs_are_rows_and_names_are_unique() -> None:
    names = [row.name for row in TABLE.central_rows]
    assert len(names) == len(set(names))
    assert {row.parent for row in TABLE.central_rows if row.parent} <= set(names)


def test_an_alias_of_central_organs_means_one_at_a_time() -> None:
    for alias, rows in TABLE.central.items():
        for year in range(2008, 2026):
            valid = [row for row in rows if (row.since or 0) <= year <= (row.until or 9999)]
            assert len(valid) <= 1 or alias in {row.name for row in valid} or _successors(rows), (alias, year)


# A short name that several organs bore one after another is that of the one that there was; of none in the year of a
# change, and an organ that was never abolished is itself in every year.
SHORT = [
    ("国家广电总局", 2010, "国家广播电影电视总局"), ("国家广电总局", 2015, "国家新闻出版广电总局"),
    ("国家广电总局", 2018, None), ("国家广电总局", 2020, "国家广播电视总局"), ("国家药监局", 2010, "国家食品药品监督管理局"),
    ("国家药监局", 2015, None), ("国家药监局", 2021, "国家药品监督管理局"), ("国家测绘局", 2009, "国家测绘局"),
    ("国管局", 2010, "国务院机关事务管理局"), ("国管局", 2014, "国家机关事务管理局"), ("中国地震局", 2023, "中国地震局"),
    ("国家环保总局", 2013, "国家环境保护总局"), ("国家工商局", 2012, "国家工商行政管理总局"),
]  # fmt: skip


@pytest.mark.parametrize(("short", "year", "name"), SHORT)
def test_a_short_name_is_that_of_the_organ_of_its_year(short: str, year: int, name: str | None) -> None:
    found = TABLE.central_in(short, year)
    assert (found.name if found else None) == name


def _successors(rows: tuple[object, ...]) -> bool:
    """Two bodies of one short name where one ends in the year in which the other begins."""
    return all(row.since or row.until for row in rows)  # type: ignore[attr-defined]


@pytest.mark.parametrize("row", TABLE.sector_body_rows, ids=lambda row: row.word)
def test_the_example_of_a_body_under_a_bureau_is_understood(row: SectorBody) -> None:
    publisher, _, rest = row.example.partition(":")
    surface, _, expected = rest.partition("=")
    found = place(publisher, 2016).agency(surface)
    assert (row.of in ("body", "place"), surface, found and found.name) == (True, row.word, expected)
    assert place("礼泉县人民政府", 2016).agency(surface) is None


@pytest.mark.parametrize("row", REGISTRY.agency_stopwords, ids=lambda row: f"{row.role}-{row.word}")
def test_the_example_of_a_stop_word_is_bounded(row: object) -> None:
    word, role, example = row.word, row.role, row.example  # type: ignore[attr-defined]
    assert word in example
    document = Document(f"x。{example}。", Source("a"), "0" * 64)
    found = [mention.text for mention in extract(make_reading(document), REGISTRY)]
    if role == "bare-left":
        assert found == [example.removeprefix(word)]
    elif role == "own":
        assert word in REGISTRY.own_units
        assert place("华宁县教育局", 2018).agency(word).name == "华宁县教育局" + word  # type: ignore[union-attr]
    elif role == "house":
        assert found == [example.removeprefix("委托")]
    elif role in ("fine", "in-names", "school-office"):
        assert found == [example]
    elif role == "group":
        assert found == [example.removeprefix("成立")]
    elif role == "lead":
        assert found == [example.removeprefix(word)]
    else:
        assert not any(word in text for text in found)


@pytest.mark.parametrize("name", FILES)
def test_rows_are_sorted_and_unique(name: str) -> None:
    lines = (REGISTRY.folder / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    assert lines == sorted(set(lines))
