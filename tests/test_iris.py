"""IRIs are valid whatever a name holds, and two different keys never share one."""

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.iris import graph_iri, key_digest, mint, place_of, report_graph, report_iri, text_iri

# Every code point, lone surrogates too: a file name or a broken PDF can hold them.
HOSTILE = st.text(st.characters(exclude_categories=()), min_size=1, max_size=20)
WRONG_IN_A_SEGMENT = [*' "<>\\^`{|}%/?#[]', "\x00", "\x1f", "\x7f", "\x85", "\ue000", "\ufdd0", "\ufffd", "\uffff"]
WRONG_IN_A_SEGMENT += ["\U000e0001", "\U000f0000", "\U0010ffff", "\udc80", "\ud800"]


def is_valid(iri: str) -> bool:
    line = f"<{iri}> <a:p> <a:o> .\n"
    triples = list(pyoxigraph.parse(line.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES))
    return len(triples) == 1 and triples[0].subject.value == iri


@given(st.lists(HOSTILE, min_size=1, max_size=3))
def test_an_iri_is_valid_whatever_its_parts(parts: list[str]) -> None:
    assert is_valid(mint("agency", *parts))


@pytest.mark.parametrize("char", WRONG_IN_A_SEGMENT, ids=lambda char: f"U+{ord(char):04X}")
def test_what_a_segment_may_not_hold_is_escaped(char: str) -> None:
    iri = mint("regulation", f"甲{char}乙")
    assert f"甲{char}乙" not in iri
    assert is_valid(iri)


@given(st.lists(HOSTILE, min_size=1, max_size=3), st.lists(HOSTILE, min_size=1, max_size=3))
def test_different_keys_have_different_iris(one: list[str], other: list[str]) -> None:
    assert (mint("x", *one) == mint("x", *other)) == (one == other)


@pytest.mark.parametrize(
    "name", ["国办发〔2014〕12号", "湖南省人民政府办公厅", "中共湖南省委（本级）", "“放管服”工作、方案·一"]
)
def test_names_stay_readable(name: str) -> None:
    assert mint("regulation", name).endswith("/" + name)


@pytest.mark.parametrize("parts", [(), ("",), ("a", "")])
def test_a_key_without_parts_is_an_error(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="agency"):
        mint("agency", *parts)


@given(HOSTILE)
def test_reports_and_their_graphs_share_the_key(key: str) -> None:
    digest = key_digest(key)
    assert report_iri(key) == f"https://w3id.org/gigraph/id/report/{digest}"
    assert report_graph(key) == graph_iri(f"report/{digest}")
    assert len(digest) == 24


def test_a_place_is_a_fragment_of_its_text() -> None:
    iri = text_iri("0123456789abcdef" * 4) + "#char=3,9"
    assert is_valid(iri)
    assert place_of(iri) == ("0123456789abcdef01234567", 3, 9)
