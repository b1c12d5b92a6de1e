"""Numbers that share a unit: the ends of a range (3至5次) and the members of a list (分别为3、4和5件)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from gigraph.extractors.statistics.candidate import LARGE, NOT_AFTER, VAGUE, Candidate, places, scaled
from gigraph.registry.units import FigureWords
from gigraph.text.lines import starts_block
from gigraph.text.numerals import ARABIC, CHINESE, parse_number

_TO = r"(?:[-—–~]{1,2}|至|到)"
# What stands between 分别 and the last number of a list that shares its unit: 分别为3、4和5件.
_VERB = r"(?:(?![于在第])[\u4e00-\u9fff:]){0,6}?"
_LISTED = re.compile(rf"{_VERB}(?:{ARABIC}[万亿]?{VAGUE}?(?:、|和|及|与|以及)){{1,12}}")
_IN_LIST = re.compile(rf"(?P<number>{ARABIC})(?P<large>[万亿]?)(?P<vague>{VAGUE}?)(?=[、和及与以])")
_SCRIPTS = ("arabic", "chinese")
_CHANGE = ("由", "从", "自", "比")


# What joins the ends of a range, before its second number: looked for first, as most numbers are in no range.
_JOINTS = (
    tuple(re.compile(rf"{joint}(?=\d)") for joint in "-—–~至到"),
    tuple(re.compile(f"{joint}(?={CHINESE})") for joint in "至到"),
)
_FIRST_END = 40  # characters of a range's first end, with its unit


@lru_cache(maxsize=4)
def _first_ends(words: FigureWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The first end of a range, up to the end of what is looked through."""
    arabic = rf"(?=\d){NOT_AFTER}{ARABIC}[万亿]?(?:{words.alternation})?{_TO}\Z"
    written = rf"{CHINESE}(?<![几数好].)(?<!{CHINESE}.){CHINESE}{{0,5}}(?:{words.written})?[至到]\Z"
    return re.compile(arabic), re.compile(written)


@lru_cache(maxsize=4)
def _patterns(words: FigureWords) -> tuple[re.Pattern[str], ...]:
    unit = rf"(?P<unit>{words.alternation})"
    arabic = re.compile(
        rf"(?=\d){NOT_AFTER}(?P<low>{ARABIC})(?P<low_large>[万亿]?)(?P<own>{words.alternation})?{_TO}"
        rf"(?P<number>{ARABIC})(?P<large>(?:(?!千[米瓦]|百分){LARGE}){{0,2}}){VAGUE}?{unit}"
    )
    written = re.compile(
        rf"(?P<low>{CHINESE}(?<![几数好].)(?<!{CHINESE}.){CHINESE}{{0,5}})(?P<low_large>)(?P<own>{words.written})?[至到]"
        rf"(?P<number>{CHINESE}{{1,6}})(?P<large>)(?P<unit>{words.written})"
    )
    commas = re.compile(rf"(?:分别|依次){_VERB}(?P<list>(?:\d{{1,6}},){{1,12}}\d{{1,6}})(?P<unit>{words.alternation})")
    return arabic, written, commas


def find_ranges(text: str, start: int, end: int, words: FigureWords) -> Iterator[Candidate]:
    """Both ends of each range, as what is at least and at most so; a change (由5件到8件) has two plain ends.

    >>> from gigraph.registry import load_registry
    >>> from gigraph.registry.units import load_figure_words
    >>> words = load_figure_words(load_registry().folder)
    >>> [(str(one.value), one.unit, one.edge) for one in find_ranges("公开3—5万条", 0, 7, words)]
    [('30000', '条', '≥'), ('50000', '条', '≤')]
    """
    for pattern, joints, first, script in zip(_patterns(words), _JOINTS, _first_ends(words), _SCRIPTS, strict=False):
        done = start
        for joint in places(joints, text, start, end):
            at = max(done, joint - _FIRST_END)
            while begin := first.search(text, at, joint + 1):
                if match := pattern.match(text, begin.start(), end):
                    yield from _ends(match, script)
                    done = match.end()
                    break
                at = begin.start() + 1


def _ends(match: re.Match[str], script: str) -> Iterator[Candidate]:
    low, high = (parse_number(match[name]) for name in ("low", "number"))
    if low is None or high is None or match["own"] not in (None, match["unit"]):
        return
    shares = match["large"] and not match["low_large"] and low < high
    low, high = scaled(low, match["large"] if shares else match["low_large"]), scaled(high, match["large"])
    if not low < high:
        return
    edges = ("", "") if match.string.endswith(_CHANGE, 0, match.start()) else ("≥", "≤")
    whole = (match.start(), match.end())
    first = Candidate(
        match.start("low"), match.end("low_large"), match.end("own") if match["own"] else match.end("low_large"),
        low, match["unit"], script, match["low"],
    )  # fmt: skip
    last = Candidate(
        match.start("number"), match.start("unit"), match.end(), high, match["unit"], script, match["number"]
    )
    yield first._replace(edge=edges[0], whole=whole)
    yield last._replace(edge=edges[1], whole=whole)


@lru_cache(maxsize=4)
def _changed(words: FigureWords) -> re.Pattern[str]:
    verbs = "增加|增长|增|上升|升|提升|提高|降低|下降|降|减少|缩减|减|缩短|缩|压缩|压减|压|涨|扩大|扩|变|合并|并|精简"
    return re.compile(
        rf"[由从][\u4e00-\u9fff]{{0,6}}?(?P<low>{ARABIC})(?P<large>[万亿]?)(?:{verbs})(?:到|至|为|成)(?:近|约)?"
        rf"{ARABIC}{LARGE}{{0,2}}{VAGUE}?(?P<unit>{words.alternation})"
    )


def find_changed(text: str, start: int, end: int, words: FigureWords) -> Iterator[Candidate]:
    """The first number of a change that shares its unit with the second: 由2万升至3.5万人."""
    for match in _changed(words).finditer(text, start, end):
        value = scaled(parse_number(match["low"]) or Decimal(0), match["large"])
        close = match.end("large")
        yield Candidate(match.start("low"), close, close, value, match["unit"], "arabic", match["low"] + match["large"])


@lru_cache(maxsize=4)
def _torn(words: FigureWords) -> re.Pattern[str]:
    """A number that a line's end parts, looked for at the line break: 12 and 3件."""
    return re.compile(
        rf"\n(?<=(?P<last>[\d.])\n)(?=(?P<rest>\.?\d{{1,6}}(?:\.\d{{1,4}})?)(?P<large>[万亿]?)(?P<unit>{words.alternation}))"
    )


_TORN_FIRST = re.compile(r"[\u4e00-\u9fff:(,](\d{1,6}\.?)\Z")
_PRINTED = 20  # characters of a line that may be full


def find_torn(text: str, start: int, end: int, words: FigureWords) -> Iterator[Candidate]:
    """The numbers that the end of a full line parts, where no other number can be meant.

    >>> from gigraph.registry import load_registry
    >>> from gigraph.registry.units import load_figure_words
    >>> words, text = load_figure_words(load_registry().folder), "经过全体工作人员的共同努力,全年共公开各类信息12\\n3条"
    >>> [(str(one.value), one.unit) for one in find_torn(text, 0, len(text), words)]
    [('123', '条')]
    """
    for match in _torn(words).finditer(text, start, end):
        line = text.rfind("\n", start, match.start()) + 1
        first = _TORN_FIRST.search(text, max(start, line), match.start())
        if match.start() - line < _PRINTED or first is None or starts_block(text, match.end()):
            continue
        value = parse_number(first[1] + match["rest"])
        if value is not None:
            begin, (until, end_of_unit) = first.start(1), match.span("unit")
            number = text[begin:until]
            value = scaled(value, match["large"])
            yield Candidate(begin, until, end_of_unit, value, match["unit"], "arabic", number)


@lru_cache(maxsize=4)
def _spread(words: FigureWords) -> re.Pattern[str]:
    """Digits that stand apart, looked for at the first gap: 3 2 6条."""
    return re.compile(
        rf" (?<=[\u4e00-\u9fff:]\d )(?=\d(?: \d){{1,5}}\s?(?P<unit>{words.alternation}))(?P<rest>\d(?: \d){{1,5}})"
    )


def find_spread(text: str, start: int, end: int, words: FigureWords) -> Iterator[Candidate]:
    """The numbers of three digits or more that typesetting spread.

    >>> from gigraph.registry import load_registry
    >>> from gigraph.registry.units import load_figure_words
    >>> words = load_figure_words(load_registry().folder)
    >>> [(str(one.value), one.unit) for one in find_spread("公开3 2 6条", 0, 8, words)]
    [('326', '条')]
    """
    for match in _spread(words).finditer(text, start, end):
        begin = match.start() - 1
        number = text[begin : match.end("rest")]
        value = Decimal(number.replace(" ", ""))
        yield Candidate(begin, match.start("unit"), match.end("unit"), value, match["unit"], "arabic", number)


# 发布通知12、15件: two numbers of one unit; not 第3、4条, 1、3件 behind a list's number, nor what is numbered (3、4期).
_PAIR = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![第前于在每日月年条款之])(?<!条例)(?<!办法)(?<!规定)(?P<number>\d{1,6})、\Z"
)
_NUMBERED = frozenset({"期", "批", "类", "款", "项", "版", "次", "天"})


def find_paired(last: re.Match[str], start: int) -> Iterator[Candidate]:
    """The number before 、 that shares the unit of the one behind it."""
    if last["half"] or last["large"] or not last["unit"] or last["unit"] in _NUMBERED:
        return
    if pair := _PAIR.search(last.string, max(start, last.start() - 10), last.start()):
        begin, stop = pair.span("number")
        yield Candidate(begin, stop, stop, Decimal(pair["number"]), last["unit"], "arabic", pair["number"])


def find_listed(last: re.Match[str], start: int) -> Iterator[Candidate]:
    """The numbers behind 分别 that share the unit of the last one; where 万 stands at the last alone, none is told."""
    at = last.string.rfind("分别", max(start, last.start() - 120), last.start())
    if last["half"] or at == -1 or not _LISTED.fullmatch(last.string, at + 2, last.start()):
        return
    found = list(_IN_LIST.finditer(last.string, at + 2, last.start()))
    if last["large"] and not all(match["large"] for match in found):
        return
    for match in found:
        value = scaled(parse_number(match["number"]) or Decimal(0), match["large"])
        number = match["number"] + match["large"]
        yield Candidate(match.start(), match.end(), match.end(), value, last["unit"], "arabic", number, match["vague"])


def with_commas(text: str, start: int, end: int, words: FigureWords) -> list[re.Match[str]]:
    """The places like 分别为12,15,18件 between two offsets."""
    if text.find("分别", start, end) == -1 and text.find("依次", start, end) == -1:
        return []
    return list(_patterns(words)[2].finditer(text, start, end))


def find_parted(lists: Sequence[re.Match[str]]) -> Iterator[Candidate]:
    """The numbers of lists with commas; none of one that may be one number with its thousands set apart."""
    for match in lists:
        if may_be_grouped(match["list"]):
            continue
        at = match.start("list")
        for number in match["list"].split(","):
            close = at + len(number)
            last = close == match.end("list")
            yield Candidate(at, close, match.end() if last else close, Decimal(number), match["unit"], "arabic", number)
            at = close + 1


def in_doubt(lists: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """Where 分别为12,150,180件 stands at the end of a clause: a list, or one number; nobody can tell."""
    return [
        match.span("list")
        for match in lists
        if may_be_grouped(match["list"])
        and match["list"].count(",") > 1
        and match.string[match.end() : match.end() + 1] in "。;"
    ]


def may_be_grouped(numbers: str) -> bool:
    """Whether commas may set thousands apart: one to three digits, then threes.

    >>> may_be_grouped("12,150,180"), may_be_grouped("12,15,18")
    (True, False)
    """
    first, *others = numbers.split(",")
    return len(first) <= 3 and all(len(other) == 3 for other in others)
