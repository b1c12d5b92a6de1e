"""A document's reading: runs of body text, and mentions whose text is the document's."""

import re

from hypothesis import given
from hypothesis import strategies as st

from gigraph.models import Block, Document, Kind, Role, Source, Span
from gigraph.text.reading import make_reading


def document(text: str, *blocks: tuple[int, int, Role]) -> Document:
    return Document(text, Source("a.txt"), "", tuple(Block(Span(a, b), role) for a, b, role in blocks))


def runs(found: Document) -> list[str]:
    reading = make_reading(found)
    return [reading.text[start:end] for start, end in reading.runs]


def test_a_document_without_blocks_is_all_body() -> None:
    assert runs(document("概述")) == ["概述"]
    assert runs(document("")) == []


def test_furniture_and_tables_end_a_run_and_junk_does_not() -> None:
    text = "来源打印级审核- 2 -后发数0尾"
    found = document(
        text, (0, 4, Role.FURNITURE), (4, 7, Role.BODY), (7, 12, Role.JUNK), (12, 14, Role.BODY), (14, 16, Role.TABLE),
        (16, 17, Role.BODY),
    )  # fmt: skip
    assert runs(found) == ["级审核后发", "尾"]


def test_a_pattern_does_not_reach_over_a_gap() -> None:
    reading = make_reading(document("国务院来源办公厅", (0, 3, Role.BODY), (3, 5, Role.FURNITURE), (5, 8, Role.BODY)))
    assert [match.group() for match in reading.finditer(re.compile("国务院|办公厅|国务院.{0,9}办公厅"))] == [
        "国务院",
        "办公厅",
    ]


def test_junk_within_a_mention_belongs_to_its_text() -> None:
    text = "国令第\n- 2 -\n711号"
    found = document(text, (0, 3, Role.BODY), (3, 10, Role.JUNK), (10, 14, Role.BODY))
    reading = make_reading(found)
    (match,) = reading.finditer(re.compile("国令第711号"))
    mention = reading.mention(Kind.NUMBER, *match.span(), None, "rule")
    assert mention.text == text
    assert mention.span == Span(0, len(text))


@given(st.text(alphabet="政府 公开\n（）123《》\u200b年", max_size=80), st.data())
def test_the_text_of_a_mention_is_the_documents(text: str, data: st.DataObject) -> None:
    found = document(text)
    reading = make_reading(found)
    if reading.text:
        start = data.draw(st.integers(0, len(reading.text) - 1))
        end = data.draw(st.integers(start + 1, len(reading.text)))
        mention = reading.mention(Kind.AGENCY, start, end, None, "rule")
        assert mention.text == mention.span.of(text)
