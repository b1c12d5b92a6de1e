"""A picture of a benchmark's figures: a bar a figure, each on a scale of its own against its goal (SVG, no library)."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

_ROW, _NAMES, _WIDE = 22, 430, 300
_GOAL = re.compile(r"goal:? ([\d.,]{1,9})")


def picture(found: Mapping[str, float | None]) -> str:
    """The figures as SVG; a figure with a goal has its bar drawn to it, the goal being the line."""
    known = [(name, value) for name, value in found.items() if value is not None]
    rows = [row for at, (name, value) in enumerate(known) for row in _row(at, name, value)]
    size = f'width="{_NAMES + _WIDE + 130}" height="{_ROW * (len(known) + 1)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">'
    line = _NAMES + _WIDE / 2
    goal = f'<line x1="{line}" x2="{line}" y1="0" y2="100%" stroke="#888" stroke-dasharray="4 3"/>'
    return "\n".join((head, '<rect width="100%" height="100%" fill="#fff"/>', goal, *rows, "</svg>\n"))


def _row(at: int, name: str, value: float) -> list[str]:
    y = _ROW * at + 8
    shown = [
        f'<text x="{_NAMES - 8}" y="{y + 11}" text-anchor="end">{escape(name)}</text>',
        f'<text x="{_NAMES + _WIDE + 8}" y="{y + 11}">{value:,.3g}</text>',
    ]
    if goal := _GOAL.search(name):
        share = min(2.0, value / float(goal[1].replace(",", "")))  # the dashed line is the goal
        shown.append(f'<rect x="{_NAMES}" y="{y}" width="{share * _WIDE / 2:.1f}" height="14" fill="#3a7ca5"/>')
    return shown
