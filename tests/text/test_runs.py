"""Characters picked out of a text: which they are, and where they stand."""

import re

from hypothesis import given
from hypothesis import strategies as st

from gigraph.text.runs import Runs

LEFT_OUT = re.compile("([ |]{1,3})")  # longer stretches are several: an empty run stands between


@given(st.text(alphabet="甲乙 |", max_size=30))
def test_each_character_is_found_where_it_stands(text: str) -> None:
    places = [at for at, char in enumerate(text) if char not in " |"]
    runs = Runs(text, LEFT_OUT)
    assert runs.chars == "".join(text[at] for at in places)
    assert [runs.place(index) for index in range(len(places))] == places
    assert [runs.index(offset) for offset in range(len(text) + 1)] == [
        sum(at < offset for at in places) for offset in range(len(text) + 1)
    ]


@given(st.text(alphabet="甲乙 |", max_size=20))
def test_a_stretch_goes_from_its_first_character_to_its_last(text: str) -> None:
    places = [at for at, char in enumerate(text) if char not in " |"]
    runs = Runs(text, LEFT_OUT)
    for index in range(len(places)):
        for end in range(index + 1, len(places) + 1):
            assert runs.stretch(index, end) == (places[index], places[end - 1] + 1)
