"""Changes of organisations: rows that hold together, and the changes that one organisation took part in."""

import re

import pytest

from gigraph.registry import load_registry
from gigraph.registry.changes import ChangeRow, Changes
from gigraph.registry.standing import body_of_region, standing

REGISTRY = load_registry()
CHANGES = REGISTRY.changes

CASES = [
    ("100000", "国家卫生健康委员会", [("2018-03-17", "renaming", ("国家卫生和计划生育委员会",))]),
    (
        "100000", "国家卫生和计划生育委员会",
        [("2013-03-14", "merger", ("中华人民共和国卫生部", "国家人口和计划生育委员会")),
         ("2018-03-17", "renaming", ("国家卫生和计划生育委员会",))],
    ),
    ("430000", "湖南省国家税务局", [("2018-06-15", "merger", ("湖南省国家税务局", "湖南省地方税务局"))]),
    ("430300", "国家税务总局湘潭市税务局", [("2018-07-05", "merger", ("湘潭市国家税务局", "湘潭市地方税务局"))]),
    ("530424", "华宁县地方税务局", [("2018-07-20", "merger", ("华宁县国家税务局", "华宁县地方税务局"))]),
    ("210200", "大连市国家税务局", [("2018-06-15", "merger", ("大连市国家税务局", "大连市地方税务局"))]),
    # the districts of a municipality have no date of their own, other bodies no change that is certain
    ("110105", "北京市朝阳区国家税务局", []),
    ("430300", "湖南省国家税务局", []),
    ("100000", "国务院", []),
    ("100000", "国家乡村振兴局", [
        ("2021-02-25", "renaming", ("国务院扶贫开发领导小组办公室",)),
        ("2023-03-10", "merger", ("中华人民共和国农业农村部", "国家乡村振兴局")),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("region", "name", "expected"), CASES)
def test_the_changes_of_an_organisation(
    region: str, name: str, expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    found = [change for change in CHANGES.of(region, name) if not change.until]
    assert [(change.date, change.kind, change.before) for change in found] == expected


@pytest.mark.parametrize("row", CHANGES.rows, ids=lambda row: f"{row.date}-{'-'.join(row.after or row.before)}")
def test_a_row_is_dated_sourced_and_fits_the_years_of_the_organs(row: ChangeRow) -> None:
    assert re.fullmatch(r"20(?:08|11|13|18|21|23)-\d\d-\d\d", row.until or row.date) or (row.until or "") > row.date
    assert row.source
    assert set(row.partial) <= set(row.before)
    assert set(row.partial) == set(row.before) if row.kind == "establishment" else True
    assert row.after
    central = {each.name: each for each in REGISTRY.agencies.central_rows}
    for name in (*row.before, *row.after):
        organ = central.get(name)
        year = int(row.date[:4])
        assert ("{}" in name) == (row.scope != "central")
        assert organ is None or ((organ.since or year) <= year <= (organ.until or year)), name
    if row.kind == "renaming":
        assert (len(row.before), len(row.after)) == (1, 1)
    if row.kind == "merger":
        assert len(row.before) > 1
    if row.until:
        assert row.until >= row.date
        assert row.scope != "central"


def test_rows_are_sorted_and_unique_and_no_two_make_the_same_event() -> None:
    lines = (REGISTRY.folder / "agency_changes.tsv").read_text("utf-8").splitlines()[1:]
    assert lines == sorted(set(lines))
    events = [
        (row.date, row.until, row.scope, (row.after or row.before)[0], row.until and row.before[0])
        for row in CHANGES.rows
    ]
    assert len(events) == len(set(events))


def test_an_unknown_scope_is_an_error() -> None:
    from gigraph.errors import RegistryError

    row = ChangeRow("2018-03-17", None, "renaming", "village", ("甲",), ("乙",), (), "source", "")
    with pytest.raises(RegistryError, match="village"):
        Changes([row], REGISTRY.regions)


# region, name, the names in use there: the other names, and those that gave a part alone
LOCAL = [
    ("530424", "华宁县环境保护局", ["华宁县生态环境局"], [("华宁县生态环境局",)], []),
    ("530424", "华宁县环境保护局", [], [], []),  # 玉溪市生态环境局华宁分局 is another name
    ("530424", "华宁县国土资源局", ["华宁县自然资源和规划局"], [("华宁县自然资源和规划局",)], []),
    ("430000", "湖南省环境保护厅", ["湖南省生态环境厅"], [("湖南省生态环境厅",)], []),
    ("430000", "湖南省卫生和计划生育委员会", ["湖南省卫生健康委员会"], [("湖南省卫生健康委员会",)], []),
    ("530424", "华宁县工商行政管理局", ["华宁县市场监督管理局", "华宁县质量技术监督局"], [("华宁县市场监督管理局",)], []),
    ("430000", "湖南省食品药品监督管理局", ["湖南省药品监督管理局"], [("湖南省药品监督管理局",)], ["湖南省食品药品监督管理局"]),
    ("530424", "华宁县民政局", ["华宁县退役军人事务局"], [("华宁县退役军人事务局",)], ["华宁县民政局"]),
    ("530424", "华宁县司法局", ["华宁县财政局"], [], []),
    ("530424", "华宁县人民政府法制办公室", ["华宁县司法局"], [("华宁县司法局",)], []),
    ("210200", "大连市农业委员会", ["大连市农业农村局"], [("大连市农业农村局",)], []),
    ("110105", "北京市朝阳区农业局", ["北京市朝阳区农业农村局"], [("北京市朝阳区农业农村局",)], []),
    ("430300", "华宁县环境保护局", ["华宁县生态环境局"], [], []),
    ("530424", "华宁县卫生局", ["华宁县卫生和计划生育局"], [("华宁县卫生和计划生育局",)], []),
    ("430000", "湖南省建设厅", ["湖南省住房和城乡建设厅"], [("湖南省住房和城乡建设厅",)], []),
    ("530424", "华宁县乡村振兴局", ["华宁县扶贫开发办公室"], [("华宁县乡村振兴局",)], []),
]  # fmt: skip


@pytest.mark.parametrize(("region", "name", "others", "after", "partial"), LOCAL)
def test_a_local_change_is_certain_where_both_names_are_in_use(
    region: str, name: str, others: list[str], after: list[tuple[str, ...]], partial: list[str]
) -> None:
    known = [change.among([name, *others]) for change in CHANGES.of(region, name) if change.until]
    found = [change for change in known if change]
    assert [change.after for change in found] == after
    assert [each for change in found for each in change.partial] == partial
    assert all(change.date < change.until for change in found)


STANDINGS = [
    # name, kind, region, parent: system, level, sector
    ("湖南省财政厅", "department", "430000", None, ("government", "province", "finance")),
    ("华宁县财政局", "department", "530424", "华宁县人民政府", ("government", "county", "finance")),
    ("华宁县财政局办公室", "office", "530424", "华宁县财政局", ("government", "county", "finance")),
    ("华宁县卫生和计划生育局", "department", "530424", None, ("government", "county", "health")),
    ("华宁县卫生健康局", "department", "530424", None, ("government", "county", "health")),
    ("云南省人民政府国有资产监督管理委员会", "department", "530000", None, ("government", "province", "state-assets")),
    ("中华人民共和国财政部", "department", "100000", "国务院", ("government", "central", "finance")),
    ("国家卫生健康委员会", "department", "100000", "国务院", ("government", "central", "health")),
    ("中共华宁县委宣传部", "department", "530424", "中共华宁县委", ("party", "county", None)),
    ("中共华宁县财政局党组", "party-group", "530424", "华宁县财政局", ("party", "county", "finance")),
    ("中国人民政治协商会议华宁县委员会", "consultative", "530424", None, ("consultative", "county", None)),
    ("华宁县人民法院", "court", "530424", None, ("court", "county", "justice")),
    ("华宁县图书馆", "institution", "530424", None, ("institution", "county", "culture-tourism")),
    ("盘溪镇人民政府", "township", "530424", None, ("government", "township", None)),
    ("平潭综合实验区管理委员会", "zone-committee", "350128", None, ("government", None, None)),
    ("长沙海关", "vertical-organ", "430100", None, ("government", None, None)),
    ("政务公开领导小组", "leading-group", None, None, (None, None, None)),
    ("某办公室", "office", None, None, (None, None, None)),
]


@pytest.mark.parametrize(("name", "kind", "region", "parent", "expected"), STANDINGS)
def test_system_level_and_sector_where_they_are_certain(
    name: str, kind: str, region: str | None, parent: str | None, expected: tuple[str | None, str | None, str | None]
) -> None:
    found = standing(name, kind, region, parent, REGISTRY.agencies, REGISTRY.regions)
    assert (found.system, found.level, found.sector) == expected


def test_a_sector_stays_through_renamings_of_the_centre() -> None:
    for name in ("中华人民共和国卫生部", "国家卫生和计划生育委员会", "国家卫生健康委员会"):
        row = body_of_region(name, "100000", REGISTRY.agencies, REGISTRY.regions)
        assert row is not None
        assert row.sector == "health"
