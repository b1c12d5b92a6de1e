"""cites, cited-by, show through the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gigraph.cli import main
from gigraph.queries import lookups

ACT = "中华人民共和国政府信息公开条例"
BUREAU = "云山省机关事务管理局"


@pytest.fixture
def run(small_store: Path):  # type: ignore[no-untyped-def]
    def call(*words: str) -> Result:
        return CliRunner(env={"GIGRAPH_STORE": str(small_store)}).invoke(main, words)

    return call


def test_cited_by_a_title_answers_by_version(run) -> None:  # type: ignore[no-untyped-def]
    result = run("cited-by", "政府信息公开条例", "--format", "table")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.split()[:3] for line in lines[2:]] == [
        [BUREAU, "国务院令第492号", "cites"], ["临江市统计局", "国务院令第711号", "cites"], ["临江市人民政府", "not", "certain"],
    ]  # fmt: skip
    assert "2014-2016" in lines[2]
    assert "《中华人民共和国政府信息公开条例》第二十条 (+3)" in lines[2]
    assert result.stderr.startswith(f"{ACT} is named by 3 agencies, in 5 reports (2014-2016, 2019)")


def test_cited_by_a_number_answers_the_version(run) -> None:  # type: ignore[no-untyped-def]
    result = run("cited-by", "国务院令第711号")
    assert [(row["agencyLabel"], row["years"]) for row in json.loads(result.stdout)] == [("临江市统计局", [2019])]
    assert f"gigraph cited-by {ACT}" in result.stderr


def test_the_heading_counts_all_agencies_also_where_the_first_are_shown(run, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(lookups, "MANY", 1)
    whole = lookups.cited_by_first

    def first(graph, iri, relation=None):  # type: ignore[no-untyped-def]
        return whole(graph, iri, relation, most=2)

    monkeypatch.setattr(lookups, "cited_by_first", first)
    result = run("cited-by", "政府信息公开条例", "--format", "table")
    assert "is named by 3 agencies; the first 2 by name, in " in result.stderr
    assert "… and 1 agency more" in result.stderr


def test_cites_with_a_relation(run) -> None:  # type: ignore[no-untyped-def]
    result = run("cites", BUREAU, "--relation", "issues")
    (row,) = json.loads(result.stdout)
    assert (row["relation"], row["years"], row["reports"]) == ("issues", [2014, 2015], 2)
    assert row["evidence"][1] == {
        "text": "《信息公开保密审查制度》", "year": 2015, "source": "2015/管理局.txt", "start": 45, "end": 57,
        "report": row["evidence"][1]["report"], "pinpoints": [], "role": None, "section": "概述",
    }  # fmt: skip


def test_all_formats_tell_the_same(run) -> None:  # type: ignore[no-untyped-def]
    labels = [row["regulationLabel"] for row in json.loads(run("cites", BUREAU, "--format", "json").stdout)]
    lines = [json.loads(line) for line in run("cites", BUREAU, "--format", "jsonl").stdout.splitlines()]
    assert [row["regulationLabel"] for row in lines] == labels
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        header, *rows = run("cites", BUREAU, "--format", form).stdout.splitlines()
        at = header.split(delimiter).index("regulationLabel")
        assert [row.split(delimiter)[at] for row in rows] == labels


def test_a_short_name_is_told(run) -> None:  # type: ignore[no-untyped-def]
    result = run("show", "省财政厅", "--format", "table")
    assert result.exit_code == 0
    assert "省财政厅 is taken as 云山省财政厅" in result.stderr
    assert "named by (1)" in result.stdout
    assert BUREAU in result.stdout


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("临江市政府", "临江市人民政府"),
        ("国办发 2015 22号", "2015年政府信息公开工作要点"),
        ("国办发2015年22号", "2015年政府信息公开工作要点"),
    ],
)
def test_what_people_type_is_found(run, text: str, label: str) -> None:  # type: ignore[no-untyped-def]
    result = run("show", text, "--format", "table")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines()[0].split() == ["name:", label]


def test_an_agency_without_a_report_is_told(run) -> None:  # type: ignore[no-untyped-def]
    result = run("cites", "国务院办公厅")
    assert result.exit_code == 3
    assert "there is no report of 国务院办公厅" in result.stderr
    assert "mentions-of-agency agency=国务院办公厅" in result.stderr


def test_show_in_every_format(run) -> None:  # type: ignore[no-untyped-def]
    card = json.loads(run("show", BUREAU).stdout)
    assert (card["kind"], card["facts"]["reports"], len(card["sections"]["regulations"])) == ("agency", 3, 5)
    rows = run("show", BUREAU, "--format", "csv").stdout.splitlines()
    assert rows[0] == "property,value"
    assert f"regulations,{ACT}" in rows
    text = run("show", "国务院令第492号", "--format", "table").stdout
    assert "version of:" in text
    assert "2008-05-01" in text


def test_show_with_a_kind(run) -> None:  # type: ignore[no-untyped-def]
    assert json.loads(run("show", "临江", "--kind", "region").stdout)["facts"]["code"] == "880100"
    assert run("show", "临江").exit_code == 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["cites", "云山省财务厅"], 3, "云山省财政厅"),
        (["cites", "云山省机关"], 2, "Give the full name or the IRI"),
        (["cites", "省财政厅"], 3, "nothing found"),
        (["cited-by", "国办发〔2015〕22号", "--relation", "issues"], 3, "nothing found"),
        (["cited-by", "云山省财政厅"], 3, "no regulation is called"),
        (["show", "不存在的名字"], 3, "no thing is called"),
        (["cites", BUREAU, "--relation", "cite"], 2, "--relation"),
    ],
)
def test_what_is_not_found(run, words: list[str], code: int, said: str) -> None:  # type: ignore[no-untyped-def]
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stdout in ("", "[]\n")
