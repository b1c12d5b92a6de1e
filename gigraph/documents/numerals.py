"""Numbers as lists show them: 一, 十二, 壹, 甲, ①, a, iv (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def numeral(number: int, form: str) -> str:
    """A number in a form of Word's; one that the form does not have, or of a form not known, in digits.

    >>> [numeral(12, form) for form in ("decimal", "chineseCounting", "lowerLetter", "upperRoman", "decimalZero")]
    ['12', '十二', 'l', 'XII', '12']
    >>> numeral(105, "chineseCountingThousand"), numeral(3, "ideographTraditional"), numeral(2, "decimalEnclosedCircle")
    ('一百零五', '丙', '②')
    """
    if form == "none":
        return ""
    write = _FORMS.get(form)
    return (write(number) if write and 0 < number < 10_000 else "") or str(number)


def _counted(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """Up to 9,999 as one says it: 十二, 二十, 一百零五.

    >>> [_counted(number) for number in (10, 11, 20, 100, 110, 1002, 1020)]
    ['十', '十一', '二十', '一百', '一百一十', '一千零二', '一千零二十']
    """
    words = ""
    figures = str(number)
    for place, figure in enumerate(figures):
        power = len(figures) - place - 1
        if figure != "0":
            words += digits[int(figure)] + (units[power - 1] if power else "")
        elif not words.endswith(digits[0]):
            words += digits[0]
    words = words.rstrip(digits[0])
    return words[1:] if units[0] == "十" and words.startswith("一十") else words


def _formal(number: int) -> str:
    return _counted(number, _FORMAL, "拾佰仟")


def _figures(number: int) -> str:
    return "".join("〇" if figure == "0" else _DIGITS[int(figure)] for figure in str(number))


def _roman(number: int) -> str:
    words = ""
    for value, sign in _ROMAN:
        words += sign * (number // value)
        number %= value
    return words


def _letter(number: int) -> str:
    """a … z, aa, bb …, as Word goes on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1 : number]


def _from(first: str, count: int) -> Callable[[int], str]:
    return _one_of("".join(chr(ord(first) + index) for index in range(count)))


def _wide(number: int) -> str:
    return str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)})


_FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counted, "chineseCountingThousand": _counted, "japaneseCounting": _counted,
    "taiwaneseCounting": _counted, "taiwaneseCountingThousand": _counted, "koreanCounting": _counted,
    "chineseLegalSimplified": _formal, "ideographLegalTraditional": _formal, "japaneseLegal": _formal,
    "ideographDigital": _figures, "japaneseDigitalTenThousand": _figures, "taiwaneseDigital": _figures,
    "upperRoman": lambda number: _roman(number).upper(), "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(), "lowerLetter": _letter,
    "decimalZero": lambda number: f"{number:02}", "decimalFullWidth": _wide, "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _from("①", 20), "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20), "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10), "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
}  # fmt: skip
