"""The pattern of many words finds what the words themselves would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from gigraph.text.alternation import Endings, alternation

WORDS = st.lists(st.text(alphabet="网站平台群.|(", min_size=1, max_size=4), min_size=1, max_size=8)


@given(WORDS, st.text(alphabet="网站平台群.|(", max_size=12))
def test_finds_the_longest_word_at_every_place(words: list[str], text: str) -> None:
    pattern = re.compile(alternation(words))
    for start in range(len(text)):
        match = pattern.match(text, start)
        longest = max((word for word in words if text.startswith(word, start)), key=len, default=None)
        assert (match.group() if match else None) == longest


def test_without_words_it_never_matches() -> None:
    assert re.search(alternation([]), "网站") is None
    assert re.search(alternation([""]), "网站") is None


NAMES = st.lists(st.text(alphabet="行政许可法条例", min_size=2, max_size=5), max_size=8)


@given(NAMES, st.text(alphabet="行政许可法条例的", max_size=30), st.integers(0, 3))
def test_by_their_endings_names_are_found_as_by_a_pattern(names: list[str], text: str, start: int) -> None:
    end = max(start, len(text) - 1)
    expected = [match.span() for match in re.compile(alternation(names)).finditer(text, start, end)]
    assert Endings(names).find(text, start, end) == expected
