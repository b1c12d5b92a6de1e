"""What stands behind a label: the cells of its row as printed, or the run of numbers that they were made into."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

UNITS = "万元|亿元|千元|美元|人民币|人次|件次|场次|批次|元|件|条|项|个|次|人|篇|期|份|家|户|名|起|场|册|部|台|处|批|宗"
# No Chinese character but one that numbers a heading: what may follow a unit that ends a cell.
CELL_ENDS = r"(?!(?![一二三四五六七八九十]{1,3}、)[\u3400-\u9fff])"
NUMBER = r"[+\-−]?(?:\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,60})(?:\.\d{1,8})?"
# 〇, 零 and the letter O alone in a cell are 0; a word that says that there is nothing is no label of a row.
ZERO = r"(?<![^\s|])[〇零○Oo](?=[ ]{0,4}(?:[\n|\d/\\〇零○Oo—-]|$))"
NOTHING = r"(?:无|没有|暂无|空|不涉及|不适用|N/?A|n/a|[*×])"
_ALONE = rf"(?<![^\s|]){NOTHING}(?=[ ]{{0,4}}(?:[\n|\d/\\—-]|$|{NOTHING}))"
# 减16, ↓16, and a dash that stands with its number alone in a line or a cell (—16) take away.
_CHANGE = r"(?:减少?|增加?|新增|[↓↑▼▲]|(?<=[\n|])[ ]{0,2}[-—–−](?=[ ]{0,2}\d{1,9}[ ]{0,3}(?:[\n|]|$)))"
# A number in which a scanner saw letters: l9, 1O4.
SCANNED = r"(?<![A-Za-z])(?=[lIOo]{0,60}\d)(?=\d{0,60}[lIOo])[\dlIOo]{2,60}(?![A-Za-z])"
# Where words end and a cell begins.
_CELL_NEXT = (
    r"(?:\b|(?<=[\u3400-\u9fff]))[lIOo]{1,9}\d"
    rf"| (?:[Oo〇零○]|[-—–]{{1,8}}|{NOTHING})(?=[ \n|]|\Z)"
)
_DIGITS = str.maketrans("lIOo", "1100")
_TOKEN = re.compile(
    rf"(?P<scanned>{SCANNED}|(?<![^\s|])[lI](?![^\s|]))|(?P<zero>{ZERO})"
    rf"|(?P<nothing>{_ALONE}|(?:{UNITS})(?= {{1,4}}(?:{ZERO}|{_ALONE})))"
    rf"|(?P<change>{_CHANGE}[ ]?(?P<by>\d{{1,9}})(?!\d))"
    rf"|(?P<number>{NUMBER})(?:[ ]?(?P<unit>{UNITS}){CELL_ENDS})?"
    r"|(?P<dash>[-—–―－_]{1,8})|(?P<slash>[/\\／]{1,2})"
    rf"|(?P<text>[\u3007\u3400-\u9fffA-Za-z](?:(?!{_CELL_NEXT})[^\d|/\n]){{0,60}})"
)
_WHOLE = re.compile(rf"(?:约|共|合计)?[ ]?(?P<number>{NUMBER})[ ]?(?P<unit>{UNITS})?(?:[ ]?\([^()]{{0,20}}\))?")
_PAGE = re.compile(r"(?<![\d-])-[ ]?\d{1,3}[ ]?-(?![\d-])")
_LESS = re.compile(rf"(?P<sign>减少?|增加?|新增|[↓↑▼▲]|[-—–−])[ ]?(?P<number>\d{{1,9}})[ ]?(?P<unit>{UNITS})?")
_WHOLE_SCANNED = re.compile(SCANNED)
_BY_COMMA, _BEHIND_COMMA = re.compile(r",\d"), re.compile(r"\d,\Z")  # of no thousands: between cells, or in one
_FIRST_BELOW = re.compile(rf"[ ]{{0,9}}(?:{NUMBER}|[-—–/]{{1,4}})[ ]{{0,9}}")
_RULED, _SLASHED = re.compile(r"[-—–―－_ ]{1,12}"), re.compile(r"[/\\／ ]{1,6}")
_TAKES_AWAY = frozenset("减↓▼-—–−")
_ZEROS = frozenset("〇零○Oo")
_LONGEST = 60  # digits of a number
_YEAR = re.compile(r"[12]\d{3} ?年")
_NOTHING = re.compile(NOTHING)


class Token(NamedTuple):
    """One thing printed in a row: kind is number, blank, dash, slash or text; offsets are those of the sheet.

    repair: what made a number of it: digits that stand apart in one cell were joined, letters read as digits, commas
    taken for borders.
    """

    kind: str
    text: str
    start: int
    end: int
    unit: str = ""
    repair: str = ""

    @property
    def value(self) -> str:
        """A number without commas and without a leading plus."""
        return self.text.replace(",", "").replace("−", "-").removeprefix("+")


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """What is printed between two offsets, without regard to borders of cells."""
    for match in _TOKEN.finditer(text, start, end):
        content, unit = match.group("number", "unit")
        begin = match.start()
        if content is None:
            content, kind = match.group().rstrip(), str(match.lastgroup)
            if kind == "scanned":
                yield _scanned(content, begin)
                continue
            if kind == "change":
                sign = "-" if content.lstrip()[0] in _TAKES_AWAY else ""
                yield Token("number", sign + match["by"], match.start("by"), match.end("by"))
                continue
            kind, shown = {"zero": ("number", "0"), "nothing": ("text", content)}.get(kind, (kind, content))
            yield Token(kind, shown, begin, begin + len(content))
        elif content.startswith("-") and begin > start and text[begin - 1].isdigit():
            yield Token("dash", "-", begin, begin + 1)
            yield Token("number", content[1:], begin + 1, begin + len(content), unit or "")
        elif match.end() != begin + 4 or not _YEAR.match(text, begin):
            parted = _BY_COMMA.match(text, match.end()) or _BEHIND_COMMA.search(text, max(start, begin - 2), begin)
            repair = "commas-between-digits" if parted else ""
            yield Token("number", content, begin, begin + len(content), unit or "", repair)


def cells_of(text: str, start: int, end: int) -> list[Token]:
    """The cells between two offsets where `|` parts them: what stands before the first bar is the label's own cell.

    >>> [token.kind for token in cells_of("规章 | 0 | | / |\\n", 2, 16)]
    ['number', 'blank', 'slash']
    """
    label, *contents = text[start:end].split("|")
    above, _, first = label.rpartition("\n")
    if contents and _FIRST_BELOW.fullmatch(first) and len(above) < len(label):
        label, contents = above, [first, *contents]  # the cells begin in the line below their label
    cells = cells_between(contents, start + len(label) + 1)
    if contents and not contents[-1].strip():
        cells.pop()  # what stands behind the last bar is a cell only where something is in it
    return cells


def cells_between(contents: Iterable[str], start: int) -> list[Token]:
    """The cells with these contents, the first of which begins at an offset; a bar stands between two."""
    cells = []
    for content in contents:
        cells.append(cell_of(content, start))
        start += len(content) + 1
    return cells


def cell_of(content: str, start: int) -> Token:
    """One cell whose borders are known, from its content and where that begins."""
    inner = content.strip()
    if not inner:
        return Token("blank", "", start, start + max(len(content), 1))
    begin = start + content.index(inner)
    if inner in _ZEROS:
        return Token("number", "0", begin, begin + 1)
    if inner.isdecimal() and len(inner) <= _LONGEST:
        return Token("number", inner, begin, begin + len(inner))
    if inner in ("l", "I"):
        return _scanned(inner, begin)
    if inner.isalpha():
        return Token("text", inner, begin, begin + len(inner))
    return _mixed(inner, begin)


def _mixed(content: str, begin: int) -> Token:
    """A cell with more in it than a number or a word."""
    paged = _PAGE.sub("", content).strip()
    if paged != content and re.fullmatch(NUMBER, paged):
        begin, content = begin + max(content.find(paged), 0), paged
    match = _WHOLE.fullmatch(content.rstrip(",.。、;"))
    if match:
        at = begin + match.start("number")
        return Token("number", match["number"], at, at + len(match["number"]), match["unit"] or "")
    change = _LESS.fullmatch(content)
    if change:
        sign = "-" if change["sign"][0] in _TAKES_AWAY else ""
        return Token("number", sign + change["number"], begin, begin + len(content), change["unit"] or "")
    if _WHOLE_SCANNED.fullmatch(content):
        return _scanned(content, begin)
    return Token(_kind(content), content, begin, begin + len(content))


def _scanned(content: str, begin: int) -> Token:
    return Token("number", content.translate(_DIGITS), begin, begin + len(content), "", "letters-as-digits")


def _kind(content: str) -> str:
    if _RULED.fullmatch(content):
        return "dash"
    return "slash" if _SLASHED.fullmatch(content) else "text"


def says_nothing(token: Token) -> bool:
    """Whether a text in a cell says that there is nothing to count."""
    return token.kind == "text" and is_nothing(token.text)


def is_nothing(text: str) -> bool:
    """Whether words say that there is nothing to count: 无, 不适用, N/A."""
    return _NOTHING.fullmatch(text) is not None
