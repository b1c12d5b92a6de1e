"""Numbers as reports write them: Arabic with commas and 万/亿, Chinese numerals, and mixtures of both."""

import re
from decimal import Decimal

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2}
DIGITS |= {char: value for value, char in enumerate("壹贰叁肆伍陆柒捌玖", 1)}  # as sums of money are written
UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000}
MULTIPLIERS = UNITS | LARGE

CHINESE = "[一二三四五六七八九十百千万亿零〇两壹贰叁肆伍陆柒捌玖拾佰仟]"  # characters of a written number
FEW = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"  # of things that are counted: 3个, 十二家
# 12, 1,234, 65.2; 1 234, as typesetting sets thousands apart.
ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,3}(?: \d{3}){1,3}(?![\d ])|\d{1,15})(?:\.\d{1,8})?"

_NEXT = {"百": "十", "佰": "拾", "千": "百", "仟": "佰", "万": "千", "亿": "千万"}  # what is left out behind 两千五
_ABOVE_TEN = frozenset(_NEXT)
_MOST_DIGITS = 15  # of an Arabic number without commas
_WRITTEN = frozenset(DIGITS | MULTIPLIERS)
_SPELLED = {str(value): char for char, value in DIGITS.items() if char in "零一二三四五六七八九"}
_SPELLED |= {chr(0xFF10 + int(digit)): char for digit, char in list(_SPELLED.items())}
_ARABIC = re.compile(rf"({ARABIC})([百千万亿]{{0,3}})")


def chinese_number(text: str) -> int | None:
    """The value of a Chinese numeral, None where the characters make none; a lone 万 or 百 counts once.

    >>> [chinese_number(x) for x in ("两", "十二", "壹佰零伍", "三千二百", "万", "二〇一五", "四五", "两千五")]
    [2, 12, 105, 3200, 10000, 2015, None, 2500]
    """
    if not text or not _WRITTEN.issuperset(text):
        return None
    if DIGITS.keys() >= set(text):
        digits = [DIGITS[char] for char in text]
        spelled = len(digits) == 1 or len(digits) >= 4
        return int("".join(map(str, digits))) if spelled else None
    return _positional(text)


def _positional(text: str) -> int | None:
    total = section = 0
    digit: int | None = None
    last = last_large = 10**12
    if len(text) > 2 and text[-1] in DIGITS and text[-1] not in "零〇○" and text[-2] in _ABOVE_TEN:
        text += _NEXT[text[-2]]  # 两千五 is 2500; 2005 is written 两千零五
    for char in text:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
        elif char in UNITS:
            if UNITS[char] >= last:
                return None
            last = UNITS[char]
            section += (1 if digit is None else digit) * last
            digit = None
        else:
            if LARGE[char] >= last_large:
                return None
            whole = section + (digit or 0)
            total += (whole if whole or total else 1) * LARGE[char]
            last_large, last, section, digit = LARGE[char], 10**12, 0, None
    return total + section + (digit or 0)


def parse_integer(text: str) -> int | None:
    """The whole number that a text is, in Arabic digits of any width, Chinese digits or a Chinese numeral, or None.

    >>> [parse_integer(x) for x in ("015", "１５", "二〇一五", "二0一五", "七百一十一", "十五", "甲", "")]
    [15, 15, 2015, 2015, 711, 15, None, None]
    """
    if text.isdecimal():
        return int(text)
    return chinese_number("".join(_SPELLED.get(char, char) for char in text))


def parse_number(text: str) -> Decimal | None:
    """The value of a written number: Arabic, Chinese, or Arabic with 万 and 亿 behind it.

    >>> [str(parse_number(x)) for x in ("1,234", "1.2万", "30亿", "三十", "3千", "12.50")]
    ['1234', '12000.0', '3000000000', '30', '3000', '12.50']
    """
    if text.isdecimal() and len(text) <= _MOST_DIGITS:
        return Decimal(text)
    match = _ARABIC.fullmatch(text)
    if not match:
        value = chinese_number(text)
        return None if value is None else Decimal(value)
    number = Decimal(match[1].replace(",", "").replace(" ", ""))
    for char in match[2]:
        number *= MULTIPLIERS[char]
    return number


def plain(value: Decimal) -> str:
    """A plain decimal without exponent and without zeros at the end of a fraction.

    >>> plain(Decimal("12000.0")), plain(Decimal("3E+9")), plain(Decimal("65.20")), plain(Decimal("0"))
    ('12000', '3000000000', '65.2', '0')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def written(value: int) -> str:
    """A whole number below a thousand as a Chinese numeral, as laws count their articles.

    >>> [written(value) for value in (8, 10, 17, 20, 49, 101, 110, 711)]
    ['八', '十', '十七', '二十', '四十九', '一百零一', '一百一十', '七百一十一']
    """
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones or not value else "")
