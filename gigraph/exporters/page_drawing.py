"""Small drawings inside a page, as SVG: bars over years, and a thing among its neighbours. No script, no font."""

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from html import escape

Points = Sequence[tuple[int, Decimal]]
_COLOURS = ("#2563a8", "#c2571a", "#3a7d44", "#8a4fa3")
_OF_KIND = {"agency": "#2563a8", "regulation": "#c2571a", "platform": "#3a7d44", "region": "#8a4fa3"}
_WIDTH, _HEIGHT, _FOOT = 640, 160, 24
_STEP = 22.0  # between two neighbours


def bars(lines: Mapping[str, Points]) -> str:
    """Bars by year, those of several lines side by side, each with its number."""
    years = sorted({year for points in lines.values() for year, _ in points})
    most = max((value for points in lines.values() for _, value in points), default=Decimal(0)) or Decimal(1)
    room = _WIDTH / max(len(years), 1)
    wide = min(room * 0.8 / max(len(lines), 1), 48)
    drawn = []
    for at, (name, points) in enumerate(lines.items()):
        colour = _COLOURS[at % len(_COLOURS)]
        for year, value in points:
            left = years.index(year) * room + room / 2 + (at - len(lines) / 2) * wide
            tall = float(value / most) * (_HEIGHT - _FOOT - 20)
            top = _HEIGHT - _FOOT - tall
            told = f"{escape(name)} {year}: {value}"
            drawn.append(
                f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide - 2:.1f}" height="{tall:.1f}" fill="{colour}">'
                f"<title>{told}</title></rect>"
                f'<text x="{left + wide / 2:.1f}" y="{top - 4:.1f}" text-anchor="middle">{value}</text>'
            )
    drawn += [
        f'<text x="{at * room + room / 2:.1f}" y="{_HEIGHT - 6}" text-anchor="middle">{year}</text>'
        for at, year in enumerate(years)
    ]
    return _svg(_WIDTH, _HEIGHT, drawn)


def legend(lines: Sequence[str]) -> list[tuple[str, str]]:
    """The colour of each line of `bars`, by name."""
    return [(name, _COLOURS[at % len(_COLOURS)]) for at, name in enumerate(lines)]


def star(centre: str, neighbours: Sequence[tuple[str, str, int]]) -> str:
    """A thing among its neighbours (name, kind, weight): half on each side, in their order; thicker: more reports."""
    half = -(-len(neighbours) // 2)
    middle = (430.0, 20.0 + _STEP * max(half, 1) / 2)
    heaviest = max((weight for _, _, weight in neighbours), default=1)
    under, over = [], []
    for at, (name, kind, weight) in enumerate(neighbours):
        side, row = (1, at) if at < half else (-1, at - half)
        y = 20.0 + _STEP * (row + 0.5)
        bow = math.sqrt(max(0.0, 1.0 - ((y - middle[1]) / (middle[1] or 1.0)) ** 2))  # neighbours stand on an arc
        x = middle[0] + side * (60.0 + 90.0 * bow)
        thick = 0.6 + 2.4 * weight / heaviest
        under.append(
            f'<line x1="{middle[0]:.1f}" y1="{middle[1]:.1f}" x2="{x:.1f}" y2="{y:.1f}" stroke="#9aa7b4" '
            f'stroke-width="{thick:.1f}"/>'
        )
        over.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{_OF_KIND.get(kind, "#666")}"/>'
            f'<text x="{x + side * 9:.1f}" y="{y + 4:.1f}" text-anchor="{"start" if side > 0 else "end"}">'
            f"{escape(_short(name))} ({weight})<title>{escape(name)}</title></text>"
        )
    place = f'cx="{middle[0]:.1f}" cy="{middle[1]:.1f}"'
    named = f'<circle {place} r="8" fill="currentColor"><title>{escape(centre)}</title></circle>'
    return _svg(2 * middle[0], 2 * middle[1], [*under, named, *over])


def _short(name: str, most: int = 20) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    return f'<svg viewBox="0 0 {width:.0f} {height:.0f}" role="img" xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
