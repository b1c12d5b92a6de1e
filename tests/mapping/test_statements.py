"""A report's statements by subject: each once and in order, and nothing is told twice over what was all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.mapping.statements import Statements, triples
from gigraph.models import Document, Kind, Mention, Source, Span

CELL, OTHER = "<https://example.org/cell>", "<https://example.org/other>"
STATED = st.lists(
    st.sampled_from([f'<https://example.org/p{p}> "{o}"' for p in range(3) for o in range(3)]), max_size=9
)


def statements() -> Statements:
    return Statements(Document("公开320条", Source("a.txt"), "0" * 64))


def mention(repair: str | None = None) -> Mention:
    return Mention(Kind.CELL, Span(2, 5), "320", None, "test", repair)


@given(STATED)
def test_what_is_told_at_once_is_what_is_told_bit_by_bit(stated: list[str]) -> None:
    once, bit_by_bit = statements(), statements()
    once.tell_all(CELL, sorted(set(stated)), mention())
    for statement in stated:
        bit_by_bit.tell(CELL, [statement])
    bit_by_bit.tell(CELL, (), [mention()])
    assert triples(once.stated()) == triples(bit_by_bit.stated())
    assert once.stated().count == bit_by_bit.stated().count == len(set(stated)) + 3


def test_all_is_told_of_a_thing_once() -> None:
    into = statements()
    into.tell_all(CELL, ["<https://example.org/p> 1"], mention())
    into.tell_all(OTHER, ["<https://example.org/p> 1"], mention())
    with pytest.raises(ValueError, match=r"example\.org/cell"):
        into.tell_all(CELL, ["<https://example.org/p> 2"], mention())


def test_no_more_is_told_of_a_thing_than_all() -> None:
    into = statements()
    into.tell(CELL, ["<https://example.org/p> 2"])
    into.tell_all(CELL, ["<https://example.org/p> 1"], mention())
    with pytest.raises(ValueError, match=r"example\.org/cell"):
        into.stated()
