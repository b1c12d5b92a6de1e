"""Numbers as reports write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.text.numerals import chinese_number, parse_integer, parse_number, plain

_DIGITS = "零一二三四五六七八九"


def _spelled(number: int) -> str:
    """A number below ten thousand as it is read aloud."""
    if number < 10:
        return _DIGITS[number]
    text, gap = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + unit
        gap = digit == 0 and bool(text)
    return text


@given(st.integers(1, 9999))
def test_a_number_read_aloud_is_understood(number: int) -> None:
    assert chinese_number(_spelled(number)) == number


@given(st.integers(1, 9999))
def test_ten_thousands_are_understood(number: int) -> None:
    assert chinese_number(_spelled(number) + "万") == number * 10_000


@given(st.decimals(0, 10**9, places=3, allow_nan=False))
def test_a_plain_decimal_reads_back(number: Decimal) -> None:
    assert parse_number(plain(number)) == number
    assert "E" not in plain(number)


@given(st.integers(0, 10**9))
def test_thousands_may_be_parted(number: int) -> None:
    assert parse_number(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1.2万", "12000"), ("30亿", "3000000000"), ("两", "2"), ("三千二百", "3200"), ("十", "10"), ("5千", "5000")],
)
def test_mixed_forms(text: str, expected: str) -> None:
    value = parse_number(text)
    assert value is not None
    assert plain(value) == expected


@pytest.mark.parametrize("text", ["", "四五", "十百", "万亿千", "甲", "1.2.3", "二十十"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("015", 15), ("１５", 15), ("二○一五", 2015), ("七百一十一", 711), ("四五", None)]
)
def test_whole_numbers(text: str, expected: int | None) -> None:
    assert parse_integer(text) == expected
