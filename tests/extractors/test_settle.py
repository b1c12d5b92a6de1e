"""Overlaps of mentions are decided by the visible precedence table alone."""

from hypothesis import given
from hypothesis import strategies as st

from gigraph.extractors.settle import FREE, MAY_SHARE, MAY_STAND_WITHIN, settle
from gigraph.models import Kind, Mention, Span


def mention(kind: Kind, start: int, end: int, rule: str = "test") -> Mention:
    return Mention(kind, Span(start, end), "x" * (end - start), None, rule)


def test_a_title_takes_the_agency_within_it():
    title, agency = mention(Kind.TITLE, 0, 10), mention(Kind.AGENCY, 2, 5)
    assert settle([agency, title]) == (title,)


def test_a_platform_takes_the_agency_that_it_begins_with():
    platform, agency = mention(Kind.PLATFORM, 0, 7), mention(Kind.AGENCY, 0, 3)
    assert settle([agency, platform]) == (platform,)


def test_a_reading_place_is_an_agency_and_a_platform_on_the_same_characters():
    platform, agency = mention(Kind.PLATFORM, 3, 7), mention(Kind.AGENCY, 3, 7)
    assert set(settle([agency, platform])) == {platform, agency}


def test_of_two_of_one_kind_the_longer_stays():
    long, short = mention(Kind.AGENCY, 0, 8), mention(Kind.AGENCY, 4, 8)
    assert settle([short, long]) == (long,)


def test_what_the_report_says_of_itself_overlaps_freely():
    field, agency = mention(Kind.REPORT, 0, 20), mention(Kind.AGENCY, 0, 8)
    assert set(settle([field, agency])) == {field, agency}


def _within(outer, inner):
    return (outer.kind, inner.kind) in MAY_STAND_WITHIN and outer.span.contains(inner.span)


def _apart(one, other):
    return one.end <= other.start or other.end <= one.start


@given(
    st.lists(
        st.builds(
            lambda kind, start, length: mention(kind, start, start + length),
            st.sampled_from(list(Kind)),
            st.integers(0, 120),
            st.integers(1, 70),
        ),
        max_size=25,
    )
)
def test_what_stays_never_overlaps_against_the_rules_and_the_order_of_input_is_no_matter(mentions):
    kept = settle(mentions)
    assert kept == settle(reversed(mentions))
    assert kept == settle(kept)
    bound = [m for m in kept if m.kind not in FREE]
    for i, one in enumerate(bound):
        for two in bound[i + 1 :]:
            same = one.span == two.span and frozenset({one.kind, two.kind}) in MAY_SHARE
            assert same or _within(one, two) or _within(two, one) or _apart(one.span, two.span)
