"""Candidates for figures: every number with a unit, with its value; whether it is one is decided in `outs`."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from gigraph.extractors.statistics.candidate import LARGE, NOT_AFTER, VAGUE, Candidate, places, scaled, with_change
from gigraph.extractors.statistics.joined import (
    find_changed,
    find_listed,
    find_paired,
    find_parted,
    find_ranges,
    find_spread,
    find_torn,
    in_doubt,
    with_commas,
)
from gigraph.registry.units import FigureWords
from gigraph.text.numerals import ARABIC, CHINESE, MULTIPLIERS, chinese_number, parse_number

# What parts the numbers of a fraction, before its second one: looked for first, as few numbers are fractions.
_PARTED = (re.compile(r"/(?=\d)(?<=\d/)"), re.compile(rf"分(?=之(?:\d|{CHINESE}))(?<={CHINESE}分)"))
# Numerals in use, and those of sums of money, which are never mixed; 队伍三支, 大陆六家: words that end with one.
_USUAL, _FORMAL, _WORDS = (
    "[一二三四五六七八九十百千万亿零〇两]",
    "[壹贰叁肆伍陆柒捌玖拾佰仟万亿零]",
    "队入退行落大水着登内收",
)
_POINT = "[一二三四五六七八九零]{1,3}"  # behind 点: 三点五
_MOST_WRITTEN = 6  # characters of a written number before 分之


@lru_cache(maxsize=4)
def _patterns(words: FigureWords) -> tuple[re.Pattern[str], ...]:
    # Looked at from behind its first character, so that a search goes from digit to digit; `all` is the whole match.
    arabic = re.compile(
        rf"[+\-\d](?<=(?=(?P<all>{NOT_AFTER}(?P<sign>(?<=[比为长(])[+\-](?=[\d.]{{1,8}}%))?(?:(?P<head>\d{{1,5}})(?P<scale>[千万亿])零?(?=\d))?"
        rf"(?P<number>(?>{ARABIC}))\s?(?P<vague>{VAGUE})?(?P<large>(?:(?!千[米瓦]|百分){LARGE}){{0,2}})(?P<vague2>{VAGUE})?"
        rf"\s?(?:(?P<half>个[半多])(?P<halved>月|小时)|(?P<unit>{words.alternation})|\((?P<boxed>{words.alternation})\)))).)"
    )
    written = re.compile(
        rf"(?P<number>{CHINESE}(?<![几数].)(?:(?<!{_USUAL}.)(?<={_USUAL}){_USUAL}{{0,8}}"
        rf"|(?<!{_FORMAL}.)(?<={_FORMAL}){_FORMAL}{{0,8}}(?!{_USUAL})(?<![{_WORDS}][伍陆拾])))(?:点(?P<point>{_POINT}))?(?P<vague>{VAGUE})?(?P<large>[万亿]?)"
        rf"(?:(?P<half>个[半多])(?P<halved>月|小时)|(?P<unit>{words.written}))"
    )
    fraction = re.compile(
        r"(?<![\d/.])(?P<over>\d{1,2})/(?P<under>\d{1,3})(?![\d/号月年.])"
        rf"|(?P<under_written>{CHINESE}{{1,6}})分之(?:(?P<over_arabic>\d{{1,3}}(?:\.\d{{1,3}})?)"
        rf"|(?P<over_written>{CHINESE}{{1,8}})(?:点(?P<point>{_POINT}))?)"
    )
    verbs = "(?:已|共|累计|约|近|的)?(?:达到|达|为|是|超过|超|逾|近|约|突破|共计|共|有|:)?"
    # A search is fast where each alternative begins with a character of its own.
    nouns = "|".join(f"{word}{verbs}" for word in words.bare("any"))
    used = "|".join(rf"{word}{verbs}(?=[\d.]{{1,9}}[万亿wW])" for word in words.bare("large"))
    # A picture's words have the number in the next line: 访问量 / 56.8万.
    below = "|".join(rf"{word}\n(?=[\d.]{{1,9}}[万亿])" for word in (*words.bare("any"), *words.bare("large")))
    rises = ("增至", "升至", "涨到", "涨至", "增加到", "增到", "升到", "突破")
    risen = "|".join(rf"{word}(?=[\d.]{{1,9}}[万亿wW])" for word in rises)
    bare = re.compile(
        rf"(?:{nouns}|{used}|{below}|{risen})(?P<number>(?<!\d){ARABIC})(?P<large>[万亿wW]?)(?P<vague>{VAGUE})?(?=[,。;、)\n]|(?<=[万亿wW+])的|$)"
    )
    return arabic, written, fraction, bare


def find_candidates(text: str, start: int, end: int, words: FigureWords) -> Iterator[Candidate]:
    """The numbers with units between two offsets, in no order.

    >>> from gigraph.registry import load_registry
    >>> from gigraph.registry.units import load_figure_words
    >>> words = load_figure_words(load_registry().folder)
    >>> text = "利用两个半月,投入1.5万元,处理诉求万余件,压缩到1/3"
    >>> [(str(found.value), found.unit) for found in find_candidates(text, 0, len(text), words)]
    [('15000.0', '元'), ('2.5', '个月'), ('10000', '件'), ('0.3333', '')]
    """
    arabic, written, fraction, bare = _patterns(words)
    yield from find_ranges(text, start, end, words)
    yield from find_changed(text, start, end, words)
    yield from find_torn(text, start, end, words)
    yield from find_spread(text, start, end, words)
    lists = with_commas(text, start, end, words)
    yield from find_parted(lists)
    doubtful = in_doubt(lists)
    done = start
    for match in arabic.finditer(text, start, end):
        if match.start() < done:
            continue  # the second number of 3万2000
        done = match.end("all")
        found = _arabic(match)
        if found and (match.start(), match.end("number")) not in doubtful:
            yield with_change(text, found, end)
            yield from find_listed(match, start)
            yield from find_paired(match, start)
    for match in written.finditer(text, start, end):
        found = _written(match)
        if found:
            yield with_change(text, found, end)
    yield from _fractions(fraction, text, start, end)
    for match in bare.finditer(text, start, end):
        value = _amount(match)
        start_of_number = match.start("number")
        yield Candidate(
            start_of_number, match.end(), match.end(), value, "", "bare", match["number"], match["vague"] or ""
        )


def _fractions(fraction: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Candidate]:
    done = start
    for parted in places(_PARTED, text, start, end):
        for at in range(max(done, parted - _MOST_WRITTEN), parted):
            if match := fraction.match(text, at, end):
                done = match.end()
                if found := _fraction(match):
                    yield found
                break


def _amount(match: re.Match[str]) -> Decimal:
    return scaled(parse_number(match["number"]) or Decimal(0), match["large"])


def _arabic(match: re.Match[str]) -> Candidate | None:
    _, sign, head, scale, digits, vague, large, vague2, half, halved, unit, _ = match.groups()
    if unit == "%" and " " in digits:
        return None  # 310 100%: two cells
    value, inside = scaled(parse_number(digits) or Decimal(0), large), vague or vague2 or ""
    if head:
        if value >= scaled(Decimal(1), scale) or (not large and len(digits) < 3):
            return None  # 1万2条 is 12000 in speech, 10002 in writing
        value += scaled(Decimal(head), scale)
    if sign == "-":
        value = -value
    start, end = match.span("all")
    number = match.string[start : match.end("large")]
    if half:
        value, inside = _with_half(match, value, inside)
        return Candidate(start, match.start("half"), end, value, "个" + halved, "arabic", number, inside)
    group = "unit" if unit else "boxed"
    return Candidate(start, match.start(group), end, value, match[group], "arabic", number, inside)


def _with_half(match: re.Match[str], value: Decimal, inside: str) -> tuple[Decimal, str]:
    """两个半月 is 2.5 个月, 两个多月 at least 2."""
    return (value + Decimal("0.5"), inside) if match["half"] == "个半" else (value, "多")


def _written(match: re.Match[str]) -> Candidate | None:
    value = chinese_number(match["number"] + (match["large"] if not match["point"] else ""))
    if value is None or (len(match["number"]) > 1 and match["number"][0] == "零"):
        return None
    inside = match["vague"] or ""
    if match["number"] in MULTIPLIERS and match["number"] != "十" and not inside and not _is_round(match):
        return None
    amount, unit, unit_start = Decimal(value), match["unit"], match.start("unit")
    if match["point"]:
        amount = scaled(amount + _fractional(match["point"]), match["large"])
    if match["half"]:
        amount, inside = _with_half(match, amount, inside)
        unit, unit_start = "个" + match["halved"], match.start("half")
    return Candidate(match.start(), unit_start, match.end(), amount, unit, "chinese", match["number"], inside)


def _fractional(digits: str) -> Decimal:
    return Decimal("0." + "".join(str(chinese_number(char)) for char in digits))


def _is_round(match: re.Match[str]) -> bool:
    """百场 counts where 近, 上, 逾, 超 or 过 stand before it; 万人, 千家 alone are turns of speech."""
    return match.string[max(0, match.start() - 1) : match.start()] in (
        "近",
        "上",
        "逾",
        "超",
        "过",
        "约",
        "达",
        "足",
        "破",
        "满",
    )


def _fraction(match: re.Match[str]) -> Candidate | None:
    if match["over"]:
        over, under = int(match["over"]), int(match["under"])
        if not 0 < over < under or under > 100:
            return None
        value = (Decimal(over) / under).quantize(Decimal("0.0001"), ROUND_HALF_UP)
        return Candidate(match.start(), match.end(), match.end(), value, "", "fraction", match.group())
    over_value, under_value = (
        parse_number(match["over_arabic"] or match["over_written"]),
        chinese_number(match["under_written"]),
    )
    if over_value is None or not under_value:
        return None
    if match["under_written"] in ("百", "千"):
        amount = over_value
        if match["point"]:
            amount += _fractional(match["point"])
        unit = "%" if match["under_written"] == "百" else "‰"
        return Candidate(match.start(), match.end(), match.end(), amount, unit, "chinese", match.group())
    value = (over_value / under_value).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    return Candidate(match.start(), match.end(), match.end(), value, "", "fraction", match.group())
