"""The curated data of regulations: sorted, unique, complete; every reference and every example resolves."""

import datetime
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest

from gigraph.errors import RegistryError
from gigraph.registry import load_registry
from gigraph.registry.issuer_codes import IssuerCode, IssuerCodes
from gigraph.registry.regulations import Alias, Regulation, Regulations, Version
from gigraph.text.document_number import parse_document_number

REGISTRY = load_registry()
REGULATIONS = REGISTRY.regulations
TABLES = [
    "regulations", "regulation_versions", "regulation_aliases", "issuer_codes", "instrument_types", "non_regulations",
    "drafting_verbs", "lead_words", "number_lead_ins", "status_words", "section_headings",
]  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_sorted_and_unique(name: str) -> None:
    lines = Path(REGISTRY.folder / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    assert lines == sorted(lines)
    assert len(lines) == len(set(lines)) > 2


def test_every_title_and_number_is_one_row() -> None:
    titles = [row.title for row in REGULATIONS.rows]
    numbers = [row.number for row in REGULATIONS.rows if row.number]
    assert len(titles) == len(set(titles))
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("row", REGULATIONS.rows, ids=lambda row: row.title[:30])
def test_rows_are_well_formed(row: Regulation) -> None:
    assert row.source
    for field in (row.issued, row.in_force, row.repealed, row.checked):
        assert field is None or datetime.date.fromisoformat(field)
    assert row.number is None or [str(n) for n in parse_document_number(row.number)] == [row.number]
    for title in (row.successor, row.implements):
        assert title is None or title in REGULATIONS.by_title
    assert not (row.issued and row.in_force) or row.issued <= row.in_force


@pytest.mark.parametrize("title", sorted({version.title for version in REGULATIONS.versions}))
def test_versions_follow_one_another_without_gap_or_overlap(title: str) -> None:
    versions = REGULATIONS.versions_of(title)
    repealed = REGULATIONS.by_title[title].repealed
    last = datetime.date.fromisoformat(repealed) - datetime.timedelta(days=1) if repealed else None
    assert versions[-1].last_day == (last.isoformat() if last else None)
    for version, following in pairwise(versions):
        assert version.last_day is not None
        day = datetime.date.fromisoformat(version.last_day) + datetime.timedelta(days=1)
        assert day.isoformat() == following.in_force
    assert all(version.issued <= version.in_force for version in versions)


@pytest.mark.parametrize("alias", REGULATIONS.aliases, ids=lambda alias: alias.alias)
def test_every_alias_resolves_and_has_an_example_with_it(alias: Alias) -> None:
    assert [row.title for row in REGULATIONS.named(alias.alias)] == [alias.title]
    assert alias.alias in alias.example
    assert alias.alias != alias.title


def test_every_name_means_one_work_unless_it_is_generic() -> None:
    shared = {key: rows for key, rows in REGULATIONS.by_name.items() if len(rows) > 1}
    assert not [key for key, rows in shared.items() if not all(row.generic for row in rows)]


@pytest.mark.parametrize("row", [row for row in REGULATIONS.rows if row.number], ids=lambda row: row.number)
def test_the_code_of_a_number_is_that_of_its_lead_issuer(row: Regulation) -> None:
    (number,) = parse_document_number(row.number or "")
    found = REGISTRY.issuer_codes.issuer(number.issuer_code, year=number.year)
    if number.issuer_code in (
        "教办",
        "教办函",
    ):  # the ministry's and departments': 河南省教育厅办公室 numbers 教办函, too
        assert found is None
        return
    assert found is not None
    # 云政发 is the government's; a rule of a province bears the province's number
    assert row.lead_issuer == found.issuer


def test_find_answers_numbers_orders_names_and_short_names() -> None:
    ogi = REGULATIONS.by_title["中华人民共和国政府信息公开条例"]
    for text in ("国务院令第492号", "国令第711号", "政府信息公开条例", "《政府信息公开条例》", ogi.title):
        assert REGULATIONS.find(text) == (ogi,), text
    assert REGULATIONS.find("实施方案") == ()


@pytest.mark.parametrize(
    ("order", "title"),
    [
        ("国务院令第685号", "志愿服务条例"),
        ("国务院令第641号", "城镇排水与污水处理条例"),
        ("国务院令第608号", "退役士兵安置条例"),
        ("国务院令第775号", "碳排放权交易管理暂行条例"),
    ],
)
def test_an_order_is_the_regulation_that_it_promulgates(order: str, title: str) -> None:
    assert [row.title for row in REGULATIONS.find(order)] == [title]


def test_what_regions_give_too_is_said_of_titles_of_the_state() -> None:
    marked = [row for row in REGULATIONS.rows if row.generic == "regions"]
    assert len(marked) > 8
    assert all(row.title.startswith("中华人民共和国") and not row.implements for row in marked)
    assert {row.generic for row in REGULATIONS.rows} == {None, "yes", "regions"}


def test_generic_titles_are_no_bare_names() -> None:
    assert not [name for name in REGULATIONS.bare_names if name[:4].isdigit()]


def test_codes_are_unique_unless_their_regions_or_years_differ() -> None:
    for code, rows in REGISTRY.issuer_codes.by_code.items():
        for region in {row.region for row in rows}:
            line = sorted((row for row in rows if row.region == region), key=lambda row: row.since or 0)
            for row, following in pairwise(line):  # both numbered in the year of the change
                assert row.until is not None, code
                assert following.since in (row.until, row.until + 1), code
        assert all((row.since or 0) <= (row.until or 9999) for row in rows), code
    assert all(row.source for row in REGISTRY.issuer_codes.rows)
    assert all(datetime.date.fromisoformat(row.checked) for row in REGISTRY.issuer_codes.rows if row.checked)


def test_the_centre_has_a_hundred_codes_and_more() -> None:
    assert len({row.code for row in REGISTRY.issuer_codes.rows if row.region == "100000"}) >= 100


def test_years_of_a_code_lie_within_those_of_its_body() -> None:
    bodies = {row.name: row for row in REGISTRY.agencies.central_rows}
    for row in REGISTRY.issuer_codes.rows:
        body = bodies.get(row.issuer)
        if body and (row.since or row.until):
            assert (row.since or 0) >= int(body.since or 0), row.code
            assert not body.until or (row.until is not None and row.until <= int(body.until)), row.code


@pytest.mark.parametrize(
    ("code", "year", "issuer"),
    [
        ("国卫办发", 2013, "国家卫生和计划生育委员会"),
        ("国卫办发", 2017, "国家卫生和计划生育委员会"),
        ("国卫办发", 2018, None),
        ("国卫办发", 2019, "国家卫生健康委员会"),
        ("国卫办发", 2012, None),
        ("环发", 2007, "国家环境保护总局"),
        ("环发", 2008, None),
        ("环发", 2015, "中华人民共和国环境保护部"),
        ("环发", 2020, None),
        ("新广电发", 2016, "国家新闻出版广电总局"),
        ("新广电发", 2019, None),
        ("国办发", 1999, "国务院办公厅"),
        ("环办", 2007, "国家环境保护总局"),
        ("环办", 2013, "中华人民共和国环境保护部"),
        ("环办", 2019, None),
        ("卫医政发", 2014, None),
        ("林资发", 2017, "国家林业局"),
        ("林资发", 2019, "国家林业和草原局"),
        ("中网办发文", 2015, "中央网络安全和信息化领导小组办公室"),
        ("应急", 2016, None),
        ("国能发新能规", 2025, "国家能源局"),
        ("环发", None, None),
    ],
)
def test_a_code_is_its_body_s_in_the_years_of_that_body(code: str, year: int | None, issuer: str | None) -> None:
    found = REGISTRY.issuer_codes.issuer(code, year=year)
    assert (found.issuer if found else None) == issuer


def test_in_the_year_of_a_change_both_bodies_may_have_numbered() -> None:
    users = {row.issuer for row in REGISTRY.issuer_codes.users("国卫医发", 2018)}
    assert users == {"国家卫生和计划生育委员会", "国家卫生健康委员会"}


def test_a_shared_code_needs_the_region() -> None:
    rows = [IssuerCode("甲政发", name, region, None, None, "x", "2026-01-01") for name, region in (("甲省人民政府", "110000"), ("甲市人民政府", "120100"))]  # fmt: skip
    codes = IssuerCodes(rows)
    assert codes.issuer("甲政发") is None
    assert codes.issuer("甲政发", ["120100", "120000"]) == rows[1]
    assert codes.issuer("乙政发") is None


def test_a_reference_to_no_row_is_an_error() -> None:
    values = dict.fromkeys(field.name for field in fields(Regulation)) | {"title": "甲条例", "type": "regulation"}
    row = Regulation(**values)  # type: ignore[arg-type]
    with pytest.raises(RegistryError, match="乙条例"):
        Regulations([row], aliases=[Alias("乙", "乙条例", None, "乙")])
    with pytest.raises(RegistryError, match="丙条例"):
        Regulations([row], versions=[Version("丙条例", "2020-01-01", None, "2020-02-01", None, None, "x", "x")])
