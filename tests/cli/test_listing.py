"""agencies, platforms through the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gigraph.cli import main


@pytest.fixture
def run(histories_store: Path):  # type: ignore[no-untyped-def]
    def call(*words: str) -> Result:
        return CliRunner(env={"GIGRAPH_STORE": str(histories_store)}).invoke(main, words)

    return call


def labels(result: Result, of: str = "agencyLabel") -> list[str]:
    assert result.exit_code == 0, result.stderr
    return [row[of] for row in json.loads(result.stdout)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--region", "玉溪市", "--sector", "财政"], ["玉溪市财政局", "华宁县财政局"]),
        (["--region", "530424", "--kind", "department", "--sector", "finance"], ["华宁县财政局"]),
        (["--region", "云南省", "--level", "province"], ["云南省财政厅"]),
        (["--level", "县级", "--kind", "事业单位"], ["华宁县图书馆"]),
        (["--year", "2019年"], ["国家卫生健康委员会", "国家税务总局湖南省税务局"]),
    ],
)
def test_agencies_by_filters(run, words: list[str], expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert labels(run("agencies", *words)) == expected


def test_an_agency_has_its_reports_and_their_years(run) -> None:  # type: ignore[no-untyped-def]
    (row,) = json.loads(run("agencies", "--region", "华宁县", "--year", "2017").stdout)
    assert (row["reports"], row["first"], row["last"], row["placeLabel"]) == (2, 2015, 2017, "华宁县")
    assert not {"region", "year", "level"} & row.keys()
    (named,) = json.loads(run("agencies", "--region", "华宁县", "--kind", "institution").stdout)
    assert (named["reports"], named["first"], named["last"]) == (0, None, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--kind", "wechat"], ["健康中国", "华宁财政", "“田间”微信公众号"]),
        (["--kind", "微信", "--region", "云南省", "--year", "2017"], ["华宁财政"]),
        (["--kind", "公示栏与屏幕", "--sector", "财政"], ["公示栏"]),
        (["--operator", "华宁县财政局", "--year", "2015"], ["华宁县财政局网站"]),
        (["--sector", "finance", "--level", "prefecture"], ["玉溪财政", "公示栏"]),
    ],
)
def test_platforms_by_filters(run, words: list[str], expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert labels(run("platforms", *words), "platformLabel") == expected


def test_a_name_that_may_be_of_several_platforms_has_no_identity(run) -> None:  # type: ignore[no-untyped-def]
    (row,) = json.loads(run("platforms", "--kind", "board").stdout)
    assert (row["platform"], row["platformLabel"], row["owner"]) == (None, "公示栏", None)
    assert (row["agencies"], row["reports"], row["first"], row["last"]) == (2, 2, 2017, 2021)
    card = run("show", "华宁县农业农村局", "--format", "table").stdout
    assert "公示栏" in card
    assert "“田间”微信公众号" in card


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["agencies", "--year", "1999"], 3, "no agencies with year 1999"),
        (
            ["platforms", "--operator", "玉溪市财政局", "--kind", "wechat"],
            3,
            "no platforms with operator 玉溪市财政局 and kind wechat",
        ),
        (["agencies", "--level", "town"], 2, "township"),
        (["agencies", "--sector", "财金"], 2, "There are: "),
        (["agencies", "--region", "华宁市"], 3, "华宁县"),
        (["agencies", "--year", "last"], 2, "four digits"),
        (["platforms", "--operator", "财政局"], 2, "Give the full name"),
    ],
)
def test_what_fits_nothing_is_told(run, words: list[str], code: int, said: str) -> None:  # type: ignore[no-untyped-def]
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stdout == ""


def test_all_formats(run) -> None:  # type: ignore[no-untyped-def]
    header, *rows = run("agencies", "--format", "tsv").stdout.splitlines()
    at = header.split("\t").index("agencyLabel")
    assert [row.split("\t")[at] for row in rows] == labels(run("agencies"))
    assert len(run("agencies", "--format", "jsonl").stdout.splitlines()) == len(rows)
    table = run("platforms", "--format", "table")
    assert table.stdout.splitlines()[0].split() == ["platform", "kind", "owner", "agencies", "reports", "first", "last"]
    assert table.stderr.startswith("6 platforms, and 2 names of which")


def test_show_has_contacts_history_platforms_and_odd_hosts(run) -> None:  # type: ignore[no-untyped-def]
    sections = json.loads(run("show", "华宁县财政局").stdout)["sections"]
    assert {"reports", "platforms", "contacts", "named by"} & sections.keys() == {"reports", "platforms", "contacts"}
    assert sections["contacts"][0] == {"year": 2017, "detail": "telephone", "value": "0877-5011235"}
    assert [row["host"] for row in sections["addresses on other than government hosts"]] == ["www.example.com"]
    history = json.loads(run("show", "国家卫生健康委员会").stdout)["sections"]["history"]
    assert {row["date"] for row in history} == {"2013-03-14", "2018-03-17"}
    users = json.loads(run("show", "华宁财政", "--kind", "platform").stdout)["sections"]["used by"]
    assert [(row["agencyLabel"], row["years"], row["quotes"]) for row in users] == [("华宁县财政局", [2017], ["文字"])]
