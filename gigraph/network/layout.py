"""Coordinates without chance: no random start, so that the same network is always drawn the same way.

A first picture that can be read; Gephi and the like lay it out anew on request.
"""

import math
from collections import defaultdict
from collections.abc import Sequence

Point = tuple[float, float]

_GOLDEN = math.pi * (3 - math.sqrt(5))  # the angle at which points on a spiral never line up
_GAP = 30.0  # between neighbours
_SMALLEST = 240.0  # radius of the ring of agencies


def sunflower(count: int, gap: float = _GAP) -> list[Point]:
    """Points spread evenly over a disc, the first in its middle.

    >>> sunflower(1)
    [(0.0, 0.0)]
    """
    return [_polar(gap * math.sqrt(rank), rank * _GOLDEN) for rank in range(count)]


def place_two_kinds(agencies: Sequence[str], links: Sequence[tuple[str, str]]) -> dict[str, Point]:
    """Agencies on a ring in their order; a regulation of one agency outside, beside it; one of several inside.

    links: (agency, regulation), sorted, each once.
    """
    radius = max(_SMALLEST, len(agencies) * _GAP / (2 * math.pi))
    angles = {agency: 2 * math.pi * rank / len(agencies) for rank, agency in enumerate(agencies)}
    places = {agency: _polar(radius, angle) for agency, angle in angles.items()}
    citing: dict[str, list[str]] = defaultdict(list)
    for agency, regulation in links:
        citing[regulation].append(agency)
    own: dict[str, list[str]] = defaultdict(list)
    for regulation, by in citing.items():
        if len(by) == 1:
            own[by[0]].append(regulation)
    for agency, regulations in own.items():
        places |= _fan(regulations, angles[agency], radius, 2 * math.pi / len(agencies))
    shared = sorted((r for r in citing if len(citing[r]) > 1), key=lambda r: (-len(citing[r]), r))
    spread = 0.85 * radius / math.sqrt(max(1, len(shared)))
    for rank, regulation in enumerate(shared):
        places[regulation] = _polar(spread * math.sqrt(rank), _direction([angles[a] for a in citing[regulation]], rank))
    return places


def _fan(regulations: Sequence[str], angle: float, radius: float, sector: float) -> dict[str, Point]:
    """Rows outside the ring, as many in a row as the agency's sector has room for."""
    sector = min(sector, math.pi / 2)
    places: dict[str, Point] = {}
    row, left = 1, list(regulations)
    while left:
        distance = radius + 1.5 * _GAP * row
        room = max(1, int(0.9 * sector * distance / _GAP))
        here, left = left[:room], left[room:]
        for turn, regulation in enumerate(here):
            places[regulation] = _polar(distance, angle + sector * 0.9 * ((turn + 0.5) / len(here) - 0.5))
        row += 1
    return places


def _direction(angles: Sequence[float], rank: int) -> float:
    """The mean direction of the agencies; where they lie all around there is none, and the rank turns it."""
    x, y = math.fsum(map(math.cos, angles)), math.fsum(map(math.sin, angles))
    return math.atan2(y, x) if math.hypot(x, y) > 0.2 * len(angles) else rank * _GOLDEN


def _polar(distance: float, angle: float) -> Point:
    return distance * math.cos(angle), distance * math.sin(angle)
