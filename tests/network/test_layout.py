"""Coordinates: where things lie does not depend on chance, and nothing lies upon another."""

import math

from hypothesis import given
from hypothesis import strategies as st

from gigraph.network.layout import place_groups, sunflower


@given(st.integers(0, 300))
def test_a_sunflower_keeps_its_seeds_apart(count: int) -> None:
    points = sunflower(count, gap=10)
    nearest = [math.dist(a, b) for i, a in enumerate(points) for b in points[max(0, i - 30) : i]]
    assert len(points) == count
    assert all(distance > 8 for distance in nearest)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=60))
def test_groups_keep_apart_and_the_first_is_in_the_middle(sizes: list[int]) -> None:
    groups = [[f"{group} {member}" for member in range(size)] for group, size in enumerate(sizes)]
    places = place_groups(groups)
    assert len(places) == sum(sizes)
    assert places["0 0"] == (0, 0)
    some = [group[0] for group in groups] + groups[0] + groups[-1]
    for one in some:
        for other in some:
            assert one == other or math.dist(places[one], places[other]) > 25
    for group in groups[:20]:
        own, middle = set(group), places[group[0]]
        reach = max(math.dist(middle, places[node]) for node in group)
        assert all(math.dist(middle, places[node]) > reach for node in places if node not in own)


def test_no_groups_no_places() -> None:
    assert place_groups([]) == {}
