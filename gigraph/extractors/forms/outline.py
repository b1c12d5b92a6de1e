"""Labels of rows, outer to inner, from numbering and 其中: for tables whose form the registry does not know."""

import re

_STYLES = (
    re.compile(r"[一二三四五六七八九十]{1,3}[、.]"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
    re.compile(r"\d{1,2}[、.]"),
    re.compile(r"\(\d{1,2}\)"),
    re.compile(r"[①-⑳]"),
)


class Outline:
    """Takes the labels of a table in order and tells the full label of each.

    >>> outline = Outline()
    >>> [outline.add(label) for label in ("申请总数", "其中:1、当面申请数", "2、信函申请数", "行政复议数")]
    ['申请总数', '申请总数 / 其中:1、当面申请数', '申请总数 / 2、信函申请数', '行政复议数']
    >>> [outline.add(label) for label in ("便民信息数", "三、依申请公开情况", "(一)收到申请数")][1:]
    ['三、依申请公开情况', '三、依申请公开情况 / (一)收到申请数']
    """

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []  # (depth of the numbering, label) from outer to inner

    def add(self, label: str) -> str:
        """The label with its parents."""
        among = re.match(r"其中[:,]?", label)
        depth = _depth(label[among.end() :] if among else label)
        if among:
            # 其中 opens under the row before it; without a number it holds for this row alone
            if self._open and depth >= 0 and self._open[-1][0] >= depth:
                self._pop(depth)
            parents = [name for _, name in self._open]
            if depth >= 0:
                self._open.append((depth, label))
            return " / ".join([*parents, label])
        self._pop(depth)
        full = " / ".join([*(name for _, name in self._open), label])
        self._open.append((depth, label))
        return full

    def _pop(self, depth: int) -> None:
        while self._open and (self._open[-1][0] >= depth or depth == 0):  # 一、 stands below nothing
            self._open.pop()


def _depth(label: str) -> int:
    """How deep a label's numbering is; -1 without one."""
    return next((depth for depth, style in enumerate(_STYLES) if style.match(label)), -1)
