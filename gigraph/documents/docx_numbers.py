"""Numbers of headings and lists that Word counts itself and does not write into the text (ECMA-376 part 1, 17.9).

A report's headings `一、`, `（一）`, `1.` are often such numbers, and without them its sections cannot be told.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from gigraph.documents.docx_parts import child, children, get
from gigraph.documents.numerals import numeral
from gigraph.documents.package import name_of

_PLACE = re.compile(r"%([1-9])")
_MOST_LEVELS, _MOST_STYLES = 9, 30
_MOST_LABEL = 40
_TIGHT = "、。，：；）)】〕"  # what a label ends with that no space follows


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: the number it begins with, how numbers are written, the label with %1 for the first level.

    restarts: the level (from 1) after which it begins anew; None for every level above it.
    """

    start: int = 1
    form: str = "decimal"
    label: str = ""
    suffix: str = "tab"
    style: str = ""
    restarts: int | None = None
    is_legal: bool = False


@dataclass(slots=True)
class _List:
    """A list in use (w:num): whose count it shares, its levels, and where it begins anew at its first use."""

    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """The numbers of a Word file's paragraphs, given in the order of the text."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._styles, self._default = _styles(styles)
        self._lists = dict(_lists(numbering, self._styles)) if numbering is not None else {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def __bool__(self) -> bool:
        return bool(self._lists)

    def label(self, paragraph: _Element) -> str:
        """The number that Word shows before a paragraph, with a space where one is due; empty where it shows none."""
        number, depth = self._place(child(paragraph, "pPr"))
        found = self._lists.get(number or "")
        if found is None or depth not in found.levels:
            return ""
        counts = self._count(number or "", found, depth)
        level = found.levels[depth]
        if level.form == "bullet":
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            one = found.levels.get(at, _Level())
            return numeral(counts.get(at, one.start), "decimal" if level.is_legal else one.form)

        text = _PLACE.sub(shown, level.label)[:_MOST_LABEL]
        return text if not text or level.suffix == "nothing" or text[-1] in _TIGHT else f"{text} "

    def _place(self, properties: _Element | None) -> tuple[str | None, int]:
        """List and level of a paragraph: by itself, else by its style and the styles that this one is based on."""
        number, depth = _stated(properties)
        style = get(child(properties, "pStyle")) or self._default
        for _ in range(_MOST_STYLES):
            if number is not None or style not in self._styles:
                break
            based_on, of_style, of_depth = self._styles[style]
            number, depth = of_style, of_depth if depth is None else depth
            if number is not None and depth is None:
                depth = self._level_of(number, style)
            style = based_on
        return number, depth or 0

    def _level_of(self, number: str, style: str) -> int | None:
        levels = self._lists[number].levels if number in self._lists else {}
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def _count(self, number: str, found: _List, depth: int) -> Mapping[int, int]:
        counts = self._counts.setdefault(found.definition, {})
        if depth in found.starts and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            counts[depth] = found.starts[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = found.levels[depth].start
        for below in range(depth + 1, _MOST_LEVELS):
            restarts = found.levels[below].restarts if below in found.levels else None
            if restarts is None or depth < restarts:
                counts.pop(below, None)
        return counts


def _stated(properties: _Element | None) -> tuple[str | None, int | None]:
    stated = child(properties, "numPr")
    return get(child(stated, "numId")), _integer(get(child(stated, "ilvl")))


def _integer(value: str | None) -> int | None:
    return int(value) if value is not None and re.fullmatch(r"[0-9]{1,6}", value) else None


def _styles(root: _Element | None) -> tuple[dict[str, tuple[str, str | None, int | None]], str]:
    """Of each style of paragraphs the style that it is based on, its list and its level; and the usual style."""
    found: dict[str, tuple[str, str | None, int | None]] = {}
    default = ""
    for style in children(root, "style"):
        own = get(style, "styleId") or ""
        if get(style, "type") in ("paragraph", "numbering", None):
            found[own] = (get(child(style, "basedOn")) or "", *_stated(child(style, "pPr")))
        if get(style, "type") == "paragraph" and get(style, "default") in ("1", "true", "on"):
            default = own
    return found, default


def _lists(root: _Element, styles: Mapping[str, tuple[str, str | None, int | None]]) -> Iterator[tuple[str, _List]]:
    definitions = {get(one, "abstractNumId") or "": one for one in children(root, "abstractNum")}
    targets = {get(one, "numId") or "": get(child(one, "abstractNumId")) or "" for one in children(root, "num")}
    for one in children(root, "num"):
        own = get(one, "numId") or ""
        definition = targets[own]
        linked = get(child(definitions.get(definition), "numStyleLink")) or ""
        if linked in styles:  # the definition is that of a style
            definition = targets.get(styles[linked][1] or "", definition)
        levels = dict(_levels(definitions.get(definition)))
        starts: dict[int, int] = {}
        for override in children(one, "lvlOverride"):
            depth = _integer(get(override, "ilvl")) or 0
            start = _integer(get(child(override, "startOverride")))
            levels |= dict(_levels(override))
            if start is not None:
                starts[depth] = start
        yield own, _List(definition, levels, starts)


def _levels(parent: _Element | None) -> Iterator[tuple[int, _Level]]:
    for level in children(parent, "lvl"):
        depth = _integer(get(level, "ilvl"))
        if depth is not None and depth < _MOST_LEVELS:
            start = _integer(get(child(level, "start")))
            yield (
                depth,
                _Level(
                    0 if start is None else start,
                    _form(level),
                    get(child(level, "lvlText")) or "",
                    get(child(level, "suff")) or "tab",
                    get(child(level, "pStyle")) or "",
                    _integer(get(child(level, "lvlRestart"))),
                    child(level, "isLgl") is not None,
                ),
            )


def _form(level: _Element) -> str:
    """How a level's numbers are written; newer forms stand beside an older one, as a choice."""
    own = child(level, "numFmt")
    if own is None:
        choice = next((one for one in level.iter() if name_of(one) == "Fallback"), None)
        own = child(choice, "numFmt")
    return get(own) or "decimal"
