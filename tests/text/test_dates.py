"""Dates, spans and years as reports write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.text.dates import find_dates, find_periods, find_years, parse_date

DATES = [
    ("2016年3月14日", "2016-03-14"),
    ("2016-03-14 00:00:00", "2016-03-14"),
    ("2016/3/4", "2016-03-04"),
    ("2016.03.14", "2016-03-14"),
    ("二〇一三年一月二十日", "2013-01-20"),
    ("二○一三年十二月三十一日", "2013-12-31"),
    ("二O一六年三月八日", "2016-03-08"),
    ("二零一五年十月十日", "2015-10-10"),
    ("2016年2月30日", None),
    ("2016年13月1日", None),
    ("2016年3月", None),
    ("某年某月某日", None),
    ("", None),
]

PERIODS = [
    ("统计期限自2012年1月1日起至2012年12月31日止", "2012-01-01", "2012-12-31", False),
    ("2018年1月1日至2018年12月30日", "2018-01-01", "2018-12-30", False),
    ("自2010年1月1日起,至2010年12月31日止", "2010-01-01", "2010-12-31", False),
    ("2019年9月1日—2020年8月31日", "2019-09-01", "2020-08-31", False),
    ("2020年1月1日-12月31日", "2020-01-01", "2020-12-31", False),
    ("2020.1.1-2020.12.31", "2020-01-01", "2020-12-31", False),
    ("二〇一五年一月一日至十二月三十一日", "2015-01-01", "2015-12-31", False),
    ("2008年5月1日起至2008年12月31日止", "2008-05-01", "2008-12-31", False),
    ("时限为201711日至1231日", "2017-01-01", "2017-12-31", True),
    ("自201811日起至20181231日止", "2018-01-01", "2018-12-31", True),
    ("20171月1日至12月31日", "2017-01-01", "2017-12-31", True),
]


@pytest.mark.parametrize(("text", "iso"), DATES)
def test_a_date_is_read_or_is_none(text: str, iso: str | None) -> None:
    assert parse_date(text) == iso


@pytest.mark.parametrize(("text", "first", "last", "repaired"), PERIODS)
def test_a_span_is_read_as_stated(text: str, first: str, last: str, repaired: bool) -> None:
    assert [(item.first, item.last, item.repaired) for item in find_periods(text)] == [(first, last, repaired)]


@pytest.mark.parametrize(
    "text", ["2018年12月10日至27日", "2017年至2018年", "201711日", "12月31日至1月1日", "2017年12月31日至2017年1月1日"]
)
def test_what_is_no_span_from_day_to_day_is_none(text: str) -> None:
    assert list(find_periods(text)) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2015年度", ["2015"]),
        ("二〇一五年", ["2015"]),
        ("2019-2020学年", ["2019"]),
        ("1840年", []),
        ("12345热线", []),
        ("2014年和2015年", ["2014", "2015"]),
    ],
)
def test_years_are_those_with_their_word_behind_them(text: str, years: list[str]) -> None:
    assert [item.first for item in find_years(text)] == years


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)))
def test_every_date_is_found_where_it_stands(date: datetime.date) -> None:
    text = f"报告于{date.year}年{date.month}月{date.day}日发布"
    (found,) = find_dates(text)
    assert (text[found.start : found.end], found.first) == (text[3:-2], date.isoformat())


@given(st.text(alphabet="0123456789年月日至-自起止二〇一三十./ ", max_size=40))
def test_any_text_gives_only_real_dates_in_order(text: str) -> None:
    for item in (*find_dates(text), *find_periods(text)):
        assert datetime.date.fromisoformat(item.first) <= datetime.date.fromisoformat(item.last)
        assert 0 <= item.start < item.end <= len(text)
