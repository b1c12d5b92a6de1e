"""The pattern of many words finds what the words themselves would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from gigraph.text.alternation import alternation

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
