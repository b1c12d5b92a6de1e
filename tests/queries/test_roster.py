"""Rosters as people write them, and what is wrong with them; and rosters against a graph."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.errors import ReadError, UsageError
from gigraph.iris import graph_iri, mint
from gigraph.link import index_names
from gigraph.queries.coverage import Cell, coverage, summary, without_level
from gigraph.queries.roster import Roster, RosterRow, read_roster
from gigraph.registry import load_registry
from gigraph.search import write_index
from gigraph.store import Graph, memory_graph
from gigraph.vocab import PREFIXES

REGISTRY = load_registry()
REGIONS = REGISTRY.regions


def read(folder: Path, text: str, encoding: str = "utf-8", name: str = "list.csv") -> Roster:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return read_roster(path, REGIONS)


def told(roster: Roster) -> list[tuple[object, ...]]:
    return [(row.line, row.body, row.region and row.region.code, row.type, row.since, row.until) for row in roster.rows]


TABLE = "单位,地区,类型,起,止\n华宁县财政局,530424,部门,2015,2018\n省财政厅,云南省,部门,2016年,至今\n"
EXPECTED = [(2, "华宁县财政局", "530424", "部门", 2015, 2018), (3, "省财政厅", "530000", "部门", 2016, None)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert told(read(tmp_path, TABLE, encoding)) == EXPECTED


@pytest.mark.parametrize(
    ("old", "new"), [(",", "\t"), (",", ";"), ("\n", "\r\n"), ("单位,地区,类型,起,止", "Body,region,TYPE,from,to")]
)
def test_delimiters_and_headings(tmp_path: Path, old: str, new: str) -> None:
    assert told(read(tmp_path, TABLE.replace(old, new))) == EXPECTED


def test_what_may_be_left_out(tmp_path: Path) -> None:
    roster = read(tmp_path, '机关名称,备注\n\n"某局, 某处"\n国务院,x\n')
    assert told(roster) == [(3, "某局, 某处", None, "", None, None), (4, "国务院", None, "", None, None)]
    assert roster.ignored == ("备注",)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("吉林省长春市朝阳区", "220104"),
        ("北京市朝阳区", "110105"),
        ("长沙市", "430100"),
        ("430100", "430100"),
        ("中央", "100000"),
    ],
)
def test_regions(tmp_path: Path, cell: str, code: str) -> None:
    (row,) = read(tmp_path, f"body,region\n教育局,{cell}\n").rows
    assert row.region is not None
    assert row.region.code == code


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "list.csv:1: no column names the bodies: empty"),
        ("地区,起\n云南省,2015\n", "list.csv:1: no column names the bodies: 地区, 起"),
        ("单位,机关\na,b\n", "two columns are body"),
        ("body\n\n", "no row below its header"),
        ("body,from\n甲局,2015\n乙局,昨年\n", "list.csv:3: '昨年' is no year"),
        ("body,from,to\n甲局,2018,2015\n", r"list.csv:2: ends \(2015\) before it begins \(2018\)"),
        ("body,region\n甲局,朝阳区\n", "list.csv:2: region '朝阳区' may be .*110105 北京市朝阳区.*220104"),
        ("body,region\n甲局,某某县\n", "list.csv:2: no region is called '某某县'"),
        ("body,region\n甲局,999999\n", "no region is called '999999'"),
        ("body,region\n,云南省\n", "list.csv:2: names no body"),
        ("body,from\n甲,x\n乙,y\n", "list.csv:2.*\n.*list.csv:3"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read(tmp_path, text)


def test_a_roster_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(bytes(range(128, 256)) * 20)
    with pytest.raises(ReadError, match="E-ENC"):
        read_roster(tmp_path / "x.csv", REGIONS)
    with pytest.raises(ReadError):
        read_roster(tmp_path, REGIONS)


def cells(graph: Graph, index: Path, *rows: RosterRow, first: int | None = None, last: int | None = None) -> list[Cell]:
    return coverage(graph, index, rows, REGISTRY, first, last)


def row(body: str, region: str | None = None, since: int | None = None, until: int | None = None) -> RosterRow:
    return RosterRow(2, body, REGIONS.at(region) if region else None, "", since, until)


def test_years_with_and_without_a_report(histories_graph: Graph, histories_index: Path) -> None:
    found = cells(histories_graph, histories_index, row("华宁县财政局", "530424", 2014, 2017))
    assert [(cell.year, cell.report) for cell in found] == [(2014, 0), (2015, 1), (2016, 0), (2017, 1)]
    open_years = cells(histories_graph, histories_index, row("华宁县财政局"))
    assert [cell.year for cell in open_years] == list(range(2014, 2022))
    given_years = cells(histories_graph, histories_index, row("华宁县财政局", since=2016), first=2010, last=2016)
    assert [cell.year for cell in given_years] == [2016]


def test_a_renamed_body_goes_on_under_its_other_name(histories_graph: Graph, histories_index: Path) -> None:
    for name in ("国家卫生和计划生育委员会", "国家卫生健康委员会"):
        found = cells(histories_graph, histories_index, row(name, None, 2016, 2019))
        assert [cell.report for cell in found] == [1, 0, 0, 1]
    assert found[0].record()["publishers"] == ["国家卫生和计划生育委员会"]


def test_a_name_is_exact_or_nothing(histories_graph: Graph, histories_index: Path) -> None:
    def outcome(name: str, region: str | None) -> tuple[str, str | None]:
        body = cells(histories_graph, histories_index, row(name, region, 2017, 2017))[0].body
        return body.outcome, body.label

    assert outcome("财政局", "530424") == ("resolved", "华宁县财政局")
    assert outcome("财政局", "530000") == ("unknown", None)
    assert outcome("华宁县财政局", "530400") == ("resolved", "华宁县财政局")
    assert outcome("华宁县财政局", "430000") == ("unknown", None)
    assert outcome("华宁财政局", "530424") == ("resolved", "华宁县财政局")
    assert outcome("华宁财政局", None) == ("unknown", None)
    assert outcome("玉溪市财政", None) == ("unknown", None)
    assert outcome("华宁县农业农村和水利局", "530424") == ("unknown", None)


@pytest.mark.parametrize(
    ("name", "region", "label"),
    [
        ("国家卫健委", None, "国家卫生健康委员会"),
        ("国家卫计委", "100000", "国家卫生和计划生育委员会"),
        ("华宁县退役军人局", "530424", "华宁县退役军人事务局"),
        ("县退役军人局", "530424", "华宁县退役军人事务局"),
        ("退役军人局", "530424", "华宁县退役军人事务局"),
        ("华宁县退役军人局", None, "华宁县退役军人事务局"),
    ],
)
def test_a_short_name_is_written_out(
    histories_graph: Graph, histories_index: Path, name: str, region: str | None, label: str
) -> None:
    body = cells(histories_graph, histories_index, row(name, region, 2017, 2017))[0].body
    assert (body.outcome, body.label) == ("resolved", label)


@pytest.mark.parametrize(
    ("name", "region", "own"),
    [
        ("县财政局", "礼泉县", "财政局"),
        ("县城管局", "礼泉县", "城管局"),
        ("县委宣传部", "礼泉县", "委宣传部"),
        ("市民政局", "咸阳市", "民政局"),
        ("市市场监督管理局", "咸阳市", "市场监督管理局"),
        ("市政府办公室", "咸阳市", "政府办公室"),
        ("市场监督管理局", "咸阳市", "市场监督管理局"),
        ("市场监管局", "咸阳市", "市场监管局"),
        ("市容环境卫生管理局", "咸阳市", "市容环境卫生管理局"),
        ("市民服务中心", "咸阳市", "市民服务中心"),
        ("区域合作办公室", "雁塔区", "区域合作办公室"),
        ("市财政局", "礼泉县", "市财政局"),
        ("市局", "咸阳市", "市局"),
    ],
)
def test_a_level_word_is_left_out_where_it_is_one(name: str, region: str, own: str) -> None:
    assert without_level(name, REGIONS.named(region)[0], REGISTRY) == own


def test_one_name_in_two_counties_is_ambiguous_without_its_region(tmp_path: Path) -> None:
    lines = [
        f"<{own}> <{PREFIXES['rdf']}type> <{PREFIXES['gi']}Agency> <{graph_iri('entities')}> .\n"
        f'<{own}> <{PREFIXES["skos"]}prefLabel> "城关镇人民政府"@zh <{graph_iri("entities")}> .\n'
        for own in (mint("agency", code, "城关镇人民政府") for code in ("530424", "350123"))
    ]
    graph = memory_graph("".join(lines).encode())
    write_index(tmp_path / "names.sqlite", index_names(graph))
    (open_cell,) = cells(graph, tmp_path / "names.sqlite", row("城关镇人民政府", None, 2017, 2017))
    assert (open_cell.record()["report"], open_cell.body.outcome) == ("NA", "ambiguous")
    assert len(open_cell.body.candidates) == 2
    (cell,) = cells(graph, tmp_path / "names.sqlite", row("城关镇人民政府", "530400", 2017, 2017))
    assert (cell.report, cell.body.agency) == (0, mint("agency", "530424", "城关镇人民政府"))
    assert summary([open_cell], "year") == [
        {"year": 2017, "expected": 1, "reported": 0, "missing": 0, "notAssessable": 1, "share": None}
    ]


def test_summaries_count_what_cannot_be_assessed_apart(histories_graph: Graph, histories_index: Path) -> None:
    body = cells(histories_graph, histories_index, row("某局", None, 2017, 2018))
    body += cells(histories_graph, histories_index, row("华宁县财政局", "530424", 2017, 2018))
    by_year = summary(body, "year")
    assert [(each["year"], each["expected"], each["reported"], each["missing"]) for each in by_year] == [
        (2017, 2, 1, 1),
        (2018, 2, 0, 2),
    ]
    (place, none) = summary(body, "region")
    assert (place["regionLabel"], place["share"], none["region"]) == ("华宁县", 0.5, None)


@given(st.text(alphabet='单位局县,\t"\n25年-', max_size=80))
def test_any_text_is_a_roster_or_a_clear_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder, said = tmp_path_factory.mktemp("roster"), "list.csv"
    try:
        rows = read(folder, "单位,地区,起\n" + text).rows
    except UsageError as error:
        rows, said = (), str(error)
    assert "list.csv" in said
    assert all(row.body and row.line > 1 for row in rows)
