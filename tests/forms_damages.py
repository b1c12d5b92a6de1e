"""What browsers, editors, scanners and page makers do to a printed statutory table: to its cells, and to its lines."""

import re
from collections.abc import Callable, Sequence
from random import Random

from forms_printing import laid_out
from forms_tables import Cell

Rows = list[tuple[Cell, ...]]
Layout = Callable[[Rows], str]
Damage = Callable[[Rows, Random], Rows]
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_HALF_WIDTH = str.maketrans("（）：、", "():、")
_HEAD = "云岭县水务局政府信息公开工作年度报告"


def _across(apart: str, spans: str, edge: str = "") -> Layout:
    """A row a line. spans: as `laid_out` has it."""

    def layout(rows: Rows) -> str:
        return "\n".join(edge + apart.join(row) + edge for row in laid_out([list(row) for row in rows], spans))

    return layout


def _down(behind: str, empty: str | None = None) -> Layout:
    """A cell a line. empty: what stands for an empty cell, None where it is left out."""

    def layout(rows: Rows) -> str:
        texts = [cell.text or empty for row in rows for cell in row]
        return behind.join(text for text in texts if text is not None) + behind.rstrip("\n")

    return layout


def _label_above(apart: str) -> Layout:
    """Each row's label in a line of its own, its numbers in the next one."""

    def layout(rows: Rows) -> str:
        lines: list[str] = []
        for row in rows:
            lines += [cell.text for cell in row if not cell.key]
            lines.append(apart.join(cell.text for cell in row if cell.key))
        return "\n".join(line for line in lines if line)

    return layout


def _narrow(beside: str) -> Layout:
    """A column of labels seven characters wide; the row's numbers stand beside the first or the last of its lines."""

    def layout(rows: Rows) -> str:
        lines: list[str] = []
        for row in rows:
            labels, values = [cell.text for cell in row if not cell.key], [cell.text for cell in row if cell.key]
            if not values or not labels:
                lines.append(" ".join([*labels, *values]))
                continue
            pieces = [labels[-1][at : at + 7] for at in range(0, len(labels[-1]), 7)]
            place = 0 if beside == "first" else -1
            pieces[place] = " ".join([pieces[place], *values])
            lines += [*labels[:-1], *pieces]
        return "\n".join(lines)

    return layout


LAYOUTS: dict[str, Layout] = {
    "lines": _down("\n"),
    "lines ended by tabs": _down("\t\n"),
    "lines with gaps": _down("\n\n"),
    "empty lines for empty cells": _down("\n", ""),
    "tabs": _across("\t", "first"),
    "tabs, spans blank": _across("\t", "blank"),
    "spaces": _across(" ", "first"),
    "bars": _across("|", "first", "|"),
    "bars, spans blank": _across("|", "blank", "|"),
    "open bars": _across("|", "first"),
    "wide bars": _across("｜", "first"),
    "drawn frame": _across("│", "blank", "│"),
    "label above": _label_above(" "),
    "label above, tabs": _label_above("\t"),
    "narrow, first": _narrow("first"),
    "narrow, last": _narrow("last"),
    "glued rows": _across("", "first"),
}


def _numbers(change: Callable[[str], str], share: float = 1.0) -> Damage:
    def damage(rows: Rows, random: Random) -> Rows:
        return [
            tuple(_with(one, change(one.text)) if one.key and random.random() < share else one for one in row)
            for row in rows
        ]

    return damage


def _labels(pattern: str, to: str | Callable[[re.Match[str]], str]) -> Damage:
    def damage(rows: Rows, _: Random) -> Rows:
        return [tuple(one if one.key else _with(one, re.sub(pattern, to, one.text)) for one in row) for row in rows]

    return damage


def _with(cell: Cell, text: str) -> Cell:
    return Cell(text, cell.across, cell.down, cell.key, cell.role)


def _zeros(to: str, share: float = 1.0) -> Damage:
    return _numbers(lambda text: to if text == "0" else text, share)


def _headless(rows: Rows, _: Random) -> Rows:
    return rows[next(at for at, row in enumerate(rows) if any(cell.key for cell in row)) :]


DAMAGES: dict[str, Damage] = {
    "none": lambda rows, _: rows,
    "full-width digits": _numbers(lambda text: text.translate(_FULL_WIDTH)),
    "thousands": _numbers(lambda text: f"{int(text):,}" if text.isdigit() else text),
    "zeros as dashes": _zeros("—"),
    "some zeros as dashes": _zeros("——", 0.5),
    "zeros as slashes": _zeros("/"),
    "zeros blank": _zeros(""),
    "some zeros blank": _zeros("", 0.5),
    "some zeros as 无": _zeros("无", 0.4),
    "ones as letters": _numbers(lambda text: text.replace("1", "l"), 0.3),
    "noughts as letters": _numbers(lambda text: text.replace("0", "O"), 0.3),
    "with units": _numbers(lambda text: text + "件" if text.isdigit() else text),
    "half-width brackets": _labels("[（）：]", lambda match: match.group().translate(_HALF_WIDTH)),
    "numbering with commas": _labels(r"^(\d)\.", r"\1、"),
    "numbering in brackets": _labels(r"^(\d)\.", r"（\1）"),
    "no numbering": _labels(r"^(?:\d\.|（[一二三四五六七]）|[一二三四]、)(?=[^第])", ""),
    "without a head": _headless,
}


def _pages(text: str, random: Random) -> str:
    """Numbers of pages between the lines."""
    marks = ("- {} -", "第{}页", "{}/9", "— {} —")
    return _between(text, random, 0.06, lambda number: [random.choice(marks).format(number)])


def _running_heads(text: str, random: Random) -> str:
    return _between(text, random, 0.05, lambda number: [_HEAD, str(number)])


def _between(text: str, random: Random, chance: float, new: Callable[[int], Sequence[str]]) -> str:
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        lines.append(line)
        if number and random.random() < chance:
            lines += new(2 + sum(one == _HEAD for one in lines))
    return "\n".join(lines)


PAGES: dict[str, Callable[[str, Random], str]] = {
    "none": lambda text, _: text,
    "numbers of pages": _pages,
    "running heads": _running_heads,
}
