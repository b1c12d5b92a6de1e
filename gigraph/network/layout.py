"""Coordinates without chance and at linear cost: the same network is always drawn the same way.

A first picture that can be read; Gephi and the like lay it out anew on request.
"""

import math
from collections.abc import Sequence

Point = tuple[float, float]

_GOLDEN = math.pi * (3 - math.sqrt(5))  # the angle at which points on a spiral never line up
_GAP = 30.0  # between neighbours
_MOST = 360  # discs on one ring


def sunflower(count: int, gap: float = _GAP) -> list[Point]:
    """Points spread evenly over a disc, the first in its middle.

    >>> sunflower(1)
    [(0.0, 0.0)]
    """
    return [_polar(gap * math.sqrt(rank), rank * _GOLDEN) for rank in range(count)]


def place_groups(groups: Sequence[Sequence[str]]) -> dict[str, Point]:
    """Each group a disc of its own, its first node in the middle; the first group in the middle of all.

    The others stand on rings around it, in their order, which should be that of their sizes, largest first.
    """
    places: dict[str, Point] = {}
    centres = _rings([_radius(len(group)) for group in groups])
    for group, (x, y) in zip(groups, centres, strict=True):
        for node, (dx, dy) in zip(group, sunflower(len(group)), strict=True):
            places[node] = (x + dx, y + dy)
    return places


def _radius(count: int) -> float:
    """Of the disc that a group fills, with room around it."""
    return _GAP * (math.sqrt(max(0, count - 1)) + 1)


def _rings(radii: Sequence[float]) -> list[Point]:
    """Centres for discs, so that no two overlap: the first in the middle, then ring after ring."""
    if not radii:
        return []
    centres, edge, at = [(0.0, 0.0)], radii[0], 1
    while at < len(radii):
        widest = max(radii[at : at + _MOST])
        distance = edge + widest
        ring: list[tuple[float, float]] = []
        angle = 0.0
        while at < len(radii) and len(ring) < _MOST:
            half = math.asin(min(1.0, radii[at] / distance))
            if angle + 2 * half > 2 * math.pi + 1e-9 and ring:
                break
            ring.append((angle, half))
            angle += 2 * half
            at += 1
        spare = max(0.0, 2 * math.pi - angle) / len(ring)
        centres += [_polar(distance, begin + half + number * spare) for number, (begin, half) in enumerate(ring)]
        edge = distance + widest
    return centres


def _polar(distance: float, angle: float) -> Point:
    return distance * math.cos(angle), distance * math.sin(angle)
