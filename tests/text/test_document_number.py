"""Document numbers: every style is read back to the normal form; damage is repaired only where one reading is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.models import DocumentNumber
from gigraph.registry import load_registry
from gigraph.text.document_number import parse_document_number
from gigraph.text.repair import readings, split_digits

STYLES = ["{c}〔{y}〕{s}号", "{c}[{y}]{s}号", "{c}（{y}）{s}号", "{c}({y}){s}号", "{c}【{y}】{s}号", "{c}﹝{y}﹞{s}号",
          "{c}〈{y}〉{s}号", "{c}〔{y}〕第{s}号", "{c}〔{y}〕 {s} 号", "{c}〔{y}年〕{s}号", "{c}〔〔{y}〕〕{s}号", "{c}〔{y}]{s}号"]  # fmt: skip
DAMAGED = ["{c}〔{y}{s}号", "{c}{y}〕{s}号", "{c}{y}{s}号", "{c}{y}-{s}号", "{c}{y}年第{s}号"]

codes = st.sampled_from(["国办发", "湘政办发", "国办公开办函", "岚综管办便函", "粤府", "赣府厅发"])
years = st.integers(1950, 2025)
serials = st.integers(1, 9999)


@given(codes, years, serials, st.sampled_from(STYLES))
def test_parse_is_the_inverse_of_format(code: str, year: int, serial: int, style: str) -> None:
    number = DocumentNumber(code, year, serial)
    assert parse_document_number(style.format(c=code, y=year, s=serial)) == (number,)
    assert parse_document_number(str(number)) == (number,)


@given(codes, years, serials, st.sampled_from(DAMAGED))
def test_what_is_lost_between_year_and_serial_leaves_one_reading(code: str, year: int, serial: int, style: str) -> None:
    found = parse_document_number(style.format(c=code, y=year, s=serial))
    assert found == (DocumentNumber(code, year, serial),)


@given(codes, years, st.integers(1, 999))
def test_leading_zeros_are_dropped(code: str, year: int, serial: int) -> None:
    assert parse_document_number(f"{code}〔{year}〕{serial:04d}号") == (DocumentNumber(code, year, serial),)


def test_every_code_of_the_registry_is_read_back() -> None:
    for row in load_registry().issuer_codes.rows:
        for year in (1999, 2008, 2024):
            assert parse_document_number(f"{row.code}[{year}]7号") == (DocumentNumber(row.code, year, 7),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国务院令第492号", "国务院令第492号"),
        ("国令第711号", "国务院令第711号"),
        ("中华人民共和国国务院令第711号", "国务院令第711号"),
        ("国务院令（第711号）", "国务院令第711号"),
        ("国务院令711号", "国务院令第711号"),
        ("国务院第492号令", "国务院令第492号"),
        ("第492号国务院令", "国务院令第492号"),
        ("国务院令第七百一十一号", "国务院令第711号"),
        ("国务院令〔2007〕492号", "国务院令第492号"),
        ("中华人民共和国主席令第二十八号", "主席令第28号"),
        ("公安部令第106号", "公安部令第106号"),
        ("交通运输部令2016年第20号", "交通运输部令2016年第20号"),
        ("省政府令第225号", "省政府令第225号"),
    ],
)
def test_orders(text: str, expected: str) -> None:
    assert [str(number) for number in parse_document_number(text)] == [expected]


def test_chinese_digits() -> None:
    assert parse_document_number("国办发〔二〇一五〕十五号") == (DocumentNumber("国办发", 2015, 15),)


@pytest.mark.parametrize(
    "text", ["政府信息公开条例", "2015年第3期", "国办发", "〔2015〕15号", "国办发〔3015〕1号", "第15号"]
)
def test_what_is_no_number(text: str) -> None:
    assert parse_document_number(text) == ()


def test_a_year_that_lost_a_digit_has_several_readings() -> None:
    assert {number.year for number in parse_document_number("国办发〔205〕15号", latest=2018)} == {2005, 2015}
    assert parse_document_number("国发〔96〕12号", latest=2018) == (DocumentNumber("国发", 1996, 12),)


@given(years, st.integers(1, 9999), years)
def test_a_split_never_lies_after_the_last_possible_year(year: int, serial: int, latest: int) -> None:
    assert split_digits(f"{year}{serial}", latest) == ((year, serial) if year <= latest else None)
    assert all(1949 <= found <= latest for found, _ in readings(str(year)[:3], str(serial), latest))
