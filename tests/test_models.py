"""The central types: spans, document numbers, look-ups in documents and facts."""

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph import models
from gigraph.models import Document, DocumentNumber, Field, ReportFacts, ReportField, Source, Span

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 4), (-1, 3)])
def test_an_empty_or_negative_span_is_an_error(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(SPANS, SPANS)
def test_containment_is_that_of_character_sets(one: Span, other: Span) -> None:
    mine, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.contains(other) == (theirs <= mine)
    assert len(one) == len(mine)


@given(st.text(min_size=60, max_size=60), SPANS)
def test_a_span_cuts_code_points(text: str, span: Span) -> None:
    assert span.of(text) == text[span.start : span.end]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (DocumentNumber("国办发", 2014, 12), "国办发〔2014〕12号"),
        (DocumentNumber("湘管办发", 2015, 13), "湘管办发〔2015〕13号"),
        (DocumentNumber("国务院令", 0, 711), "国务院令第711号"),
    ],
)
def test_a_document_number_in_its_normal_form(number: DocumentNumber, text: str) -> None:
    assert str(number) == text


def test_metadata_are_looked_up_in_order_of_preference() -> None:
    fields = (
        Field("published", "2016-03-15", Span(0, 1)),
        Field("issued", "", Span(1, 2)),
        Field("title", "甲", Span(2, 3)),
    )
    document = Document("甲乙丙", Source("a.txt"), "0" * 64, metadata=fields)
    assert document.field("issued", "published") is fields[0], "an empty value does not count"
    assert document.field("title", "published") is fields[2]
    assert document.field("url") is None


def test_facts_answer_the_value_of_a_field() -> None:
    facts = ReportFacts(Document("", Source("a"), ""), "annual-report", (ReportField("year", 2015),), (), (), ())
    assert facts.value("year") == 2015
    assert facts.value("title") is None


@pytest.mark.parametrize("make", [lambda: Span(1, 2), lambda: Source("a"), lambda: DocumentNumber("国发", 2004, 10)])
def test_the_types_are_frozen(make: Callable[[], object]) -> None:
    value = make()
    name = dataclasses.fields(value)[0].name  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, None)


def test_every_type_is_a_frozen_slotted_dataclass() -> None:
    types = [
        value
        for value in vars(models).values()
        if dataclasses.is_dataclass(value) and value.__module__.startswith(models.__name__)
    ]
    assert len(types) > 10
    assert all(value.__dataclass_params__.frozen and hasattr(value, "__slots__") for value in types)  # type: ignore[union-attr]
