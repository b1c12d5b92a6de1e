"""Coordinates: where things lie does not depend on chance, and nothing lies upon another."""

import math

from hypothesis import given
from hypothesis import strategies as st

from gigraph.network.layout import place_two_kinds, sunflower


@given(st.integers(0, 300))
def test_a_sunflower_keeps_its_seeds_apart(count: int) -> None:
    points = sunflower(count, gap=10)
    nearest = [math.dist(a, b) for i, a in enumerate(points) for b in points[max(0, i - 30) : i]]
    assert len(points) == count
    assert all(distance > 8 for distance in nearest)


def test_what_one_agency_cites_lies_outside_and_what_several_cite_inside() -> None:
    agencies = [f"a{i}" for i in range(12)]
    links = sorted(
        [(a, f"own {a} {i}") for a in agencies for i in range(30)]
        + [(a, "all") for a in agencies]
        + [("a0", "two"), ("a1", "two")]
    )
    places = place_two_kinds(agencies, links)
    assert len(places) == 12 + 360 + 2
    ring = math.hypot(*places["a0"])
    assert all(math.isclose(math.hypot(*places[agency]), ring) for agency in agencies)
    assert math.hypot(*places["all"]) < 1e-9
    assert 0 < math.hypot(*places["two"]) < ring
    own = [node for node in places if node.startswith("own")]
    assert all(math.hypot(*places[node]) > ring for node in own)
    # Each stands nearer to its agency than to any other.
    assert all(min(agencies, key=lambda a: math.dist(places[a], places[node])) == node.split()[1] for node in own)


def test_no_agencies_no_places() -> None:
    assert place_two_kinds([], []) == {}
