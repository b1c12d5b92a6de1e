"""Article pinpoints behind the name of a regulation: 第二十条第（一）项, lists and ranges of them.

The parts of a law and how they are counted: 立法法 (2023) 65, 条, 款, 项, 目.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gigraph.models import Kind, Mention
from gigraph.text.numerals import parse_integer, written
from gigraph.text.reading import Reading

_LEVELS = "条款项目"
_MOST = 60  # elements that are read as one list
_N = r"[一二三四五六七八九十百零〇\d]{1,6}"
_NUMBER = rf"(?:\((?P<opened>{_N})\)|(?P<plain>{_N}))"
_TO = r"[至到—–~-]{1,2}"
_BETWEEN = rf"(?P<to>{_TO})|(?P<and>[、,和及与]|以及)"
_UNIT = r"(?:[条款]|项(?!目)|目(?![录标前的]))"  # no 项目, no 目录
_ELEMENT = re.compile(rf"(?:{_BETWEEN})?(?P<nth>第)?{_NUMBER}(?P<unit>{_UNIT})?(?:之(?P<further>[一二三四五]))?")
_BEGINS = re.compile(rf"第(?=\(?{_N}(?:条|{_TO}|[、,和及与])|{_N}章(?:第{_N}节)?第)")
_CHAPTER = re.compile(rf"第{_N}章(?:第{_N}节)?")
# What stands right before a pinpoint of a regulation that is named: 《条例》, 《…》(国令第711号)第…, 条例, 保密法.
_NAMED = re.compile(r"(?:[》〉][”\"]?(?:\([^()]{0,40}\)){0,2}|条例|办法|规定|细则|[^方说做看]法)(?:中|的)?(?:关于)?$")


@dataclass(slots=True)
class _Element:
    """One number of a list with its level, which is that of the next one that says it (第十九、二十条)."""

    number: int
    level: int | None
    to: bool = False
    joined: bool = False
    further: str = ""


@dataclass(slots=True)
class _Place:
    """A place in a law, from its article down; `to` is the other end of a range."""

    path: dict[int, _Element]
    to: dict[int, _Element] = field(default_factory=dict)

    def __str__(self) -> str:
        ends = (self.path, self.to) if self.to else (self.path,)
        return "至".join("".join(map(_spelled, end.values())) for end in ends)


def pinpoints(reading: Reading) -> Iterator[Mention]:
    """PINPOINT mentions; the value is a tuple, each article or item by itself (第二十条第（一）项)."""
    text, done = reading.text, 0
    for match in reading.finditer(_BEGINS):
        if match.start() < done or not _NAMED.search(text, max(0, match.start() - 60), match.start()):
            continue
        chapter = _CHAPTER.match(text, match.start())
        elements, end = _elements(text, chapter.end() if chapter else match.start())
        if elements:
            done = end
            yield reading.mention(Kind.PINPOINT, match.start(), end, _values(elements), "pinpoint")


def _elements(text: str, start: int) -> tuple[list[_Element], int]:
    """The numbers of a list from an offset on, each with its level, and where the last that bears one ends."""
    found: list[_Element] = []
    waiting, whole, end, at = 0, 0, start, start
    while len(found) < _MOST and (match := _ELEMENT.match(text, at)) and _goes_on(match, found):
        unit = match["unit"]
        level = _LEVELS.index(unit) if unit else None
        value = parse_integer(match["opened"] or match["plain"])
        if not value:
            break
        found.append(_Element(value, level, bool(match["to"]), bool(match["and"]), match["further"] or ""))
        at = match.end()
        waiting += level is None
        if level is not None:
            for element in found[len(found) - 1 - waiting : -1]:
                element.level = level
            waiting, whole, end = 0, len(found), at
    return found[:whole], end


def _goes_on(match: re.Match[str], before: list[_Element]) -> bool:
    """Whether an element belongs to the list: what is below the one before, a further one, or the end of a range."""
    unit, nth = match["unit"], bool(match["nth"] or match["opened"])
    if not before:
        return bool(match["nth"]) and unit in (None, "条")
    last = before[-1]
    if not (match["to"] or match["and"]):
        return nth and last.level is not None and unit != "条"
    if nth or last.level is None:
        return True
    number = parse_integer(match["plain"]) or 0
    return unit == "条" and last.level == 0 and number > last.number  # 第十九条、二十条, but not 第十九条、两条


def _values(elements: list[_Element]) -> tuple[str, ...]:
    """The single articles and items that a pinpoint names, in order and in one spelling; a range keeps its two ends.

    >>> [_values(_elements(text, 0)[0]) for text in ("第十九、20条", "第二十条第(一)、(五)项", "第20条第1款第8项")]
    [('第十九条', '第二十条'), ('第二十条第（一）项', '第二十条第（五）项'), ('第二十条第一款第（八）项',)]
    >>> [_values(_elements(text, 0)[0]) for text in ("第三十三条至三十六条", "第十九条和第二十条第(一)项至第(三)项")]
    [('第三十三条至第三十六条',), ('第十九条', '第二十条第（一）项至第（三）项')]
    """
    places: list[_Place] = []
    for element in elements:
        level = element.level or 0
        last = places[-1] if places else None
        if element.to and last and not last.to:
            last.to = {level: element}
        elif last and not (element.to or element.joined) and max(last.to or last.path) < level:
            (last.to or last.path)[level] = element
        else:
            above = {**last.path, **last.to} if last else {}
            path = {each: above[each] for each in sorted(above) if each < level}
            places.append(_Place({**path, level: element}))
    return tuple(dict.fromkeys(map(str, places)))


def _spelled(element: _Element) -> str:
    number = written(element.number)
    level = element.level or 0
    name = f"第（{number}）" if _LEVELS[level] == "项" else f"第{number}"
    return f"{name}{_LEVELS[level]}" + (f"之{element.further}" if element.further else "")
