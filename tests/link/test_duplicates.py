"""One report from several sources, and versions of one report: exact, the same in whatever order, group by group."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.iris import mint, report_iri
from gigraph.link.duplicates import Copy, copy_statements, share, within_group

CLAUSES = " ".join(f"{number:08x}" for number in range(40))
HALF = " ".join(f"{number:08x}" for number in range(14, 54))
LITTLE = " ".join(f"{number:08x}" for number in range(35, 75))
BUREAU = mint("agency", "430100", "某市财政局")
FIRST = Copy(
    "r:1",
    "a.txt",
    BUREAU,
    "某市财政局",
    "2018",
    300,
    "某市财政局2018年年报",
    "t:annual",
    "2019-01-20",
    "b1",
    "f1",
    CLAUSES,
    "t1",
)
OTHERWISE: dict[str, object] = {"body": "b2", "figures": "f2", "clauses": LITTLE, "title": "另一标题"}


def second(**changes: object) -> Copy:
    return replace(FIRST, **{"report": "r:2", "key": "b.txt"} | changes)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (second(), ("r:2", "gi:duplicateOf", "r:1")),
        (second(statements=310), ("r:1", "gi:duplicateOf", "r:2")),
        (second(key="0.txt"), ("r:1", "gi:duplicateOf", "r:2")),
        (second(title="另一标题", issued=None, figures="f1"), ("r:2", "gi:duplicateOf", "r:1")),
        (second(publisher=None), ("r:2", "gi:duplicateOf", "r:1")),
        (second(body="b2"), ("r:2", "gi:nearDuplicateOf", "r:1")),
        (second(body="b2", figures="f2"), ("r:2", "gi:otherVersionOf", "r:1")),
        (second(body="b2", figures="f2", issued="2018-12-30"), ("r:1", "gi:otherVersionOf", "r:2")),
        (second(body="b2", figures="f2", clauses=HALF, title="更正", table="t2"), None),
        (second(body="b2", figures="f2", clauses=LITTLE), ("r:2", "gi:sharesTitleWith", "r:1")),
        (second(**OTHERWISE, table="t2"), None),
        (second(**OTHERWISE, table=None), None),
        (second(**OTHERWISE), ("r:2", "gi:sharesTableWith", "r:1")),
        (second(**OTHERWISE, issued="2018-12-30"), ("r:1", "gi:sharesTableWith", "r:2")),
        (second(**OTHERWISE, publisher=mint("agency", "430200", "某市财政局")), None),
        (second(body="b2", figures="f2", table="t2"), ("r:2", "gi:otherVersionOf", "r:1")),
        (second(body="b2", kind="t:implementation", table="t2"), None),
        (second(body="b2", kind="t:implementation"), ("r:2", "gi:sharesTableWith", "r:1")),
        (second(kind="t:implementation", table=None), None),
        (second(body=None, clauses="", title=None, table="t2"), None),
        (second(body=None, clauses="", title=None), ("r:2", "gi:sharesTableWith", "r:1")),
        (second(publisher=mint("agency", "430200", "某市财政局")), None),
        (second(body="b2", publisher=mint("agency", "某市财政局")), None),
    ],
)
def test_what_two_reports_of_a_group_are_to_one_another(other: Copy, expected: tuple[str, str, str] | None) -> None:
    assert list(within_group([FIRST, other])) == ([expected] if expected else [])
    assert list(within_group([other, FIRST])) == ([expected] if expected else [])


@given(st.permutations(range(4)), st.lists(st.sampled_from(["2019-01-20", "2019-03-01", None]), min_size=4, max_size=4))
def test_of_reports_that_share_things_the_last_is_behind_none(order: list[int], days: list[str | None]) -> None:
    """Of each kind of relation one: whatever the dates, exactly one is left whose figures count."""
    changes: list[dict[str, object]] = [
        {}, {"body": "b2"}, {**OTHERWISE, "body": "b3", "title": FIRST.title}, {**OTHERWISE, "kind": "t:implementation"},
    ]  # fmt: skip
    copies = [
        second(report=f"r:{number}", key=f"{number}.txt", issued=day, **changes[number])
        for number, day in zip(order, days, strict=True)
    ]
    told = list(within_group(copies))
    assert {relation for _, relation, _ in told} == {"gi:nearDuplicateOf", "gi:sharesTitleWith", "gi:sharesTableWith"}
    assert len({copy.report for copy in copies} - {earlier for _, _, earlier in told}) == 1


def test_a_copy_is_no_version_of_a_third_report_once_more() -> None:
    copies = [FIRST, second(), second(report="r:3", key="c.txt", body="b2", figures="f2", issued="2019-03-01")]
    assert set(within_group(copies)) == {("r:2", "gi:duplicateOf", "r:1"), ("r:3", "gi:otherVersionOf", "r:1")}


def test_equal_words_of_agencies_of_two_regions_are_a_form_that_both_filled_in() -> None:
    """Where two regions are known, a report whose region is not is nobody's copy."""
    there = mint("agency", "430200", "某市财政局")
    copies = [FIRST, second(), second(report="r:3", publisher=there), second(report="r:4", publisher=None)]
    assert set(within_group(copies)) == {("r:2", "gi:duplicateOf", "r:1")}


def test_reports_without_a_publisher_are_never_one() -> None:
    assert list(within_group([replace(FIRST, name="", publisher=None), second(name="", publisher=None)])) == []


@pytest.mark.parametrize(("first", "other", "expected"), [("", "", 0.0), ("a b", "a b", 1.0), ("a b c d", "d", 0.25)])
def test_the_share_of_clauses(first: str, other: str, expected: float) -> None:
    assert share(first, other) == expected


COPIES = st.lists(
    st.builds(
        lambda number, body, statements, year: replace(
            FIRST, report=report_iri(str(number)), key=str(number), body=f"b{body}", statements=statements, year=str(year)
        ),
        st.integers(0, 9), st.integers(0, 2), st.integers(1, 3), st.integers(2018, 2019),
    ),
    unique_by=lambda copy: copy.report, max_size=8,
)  # fmt: skip


@given(COPIES, st.randoms())
def test_the_order_of_the_reports_does_not_matter(copies: list[Copy], random: object) -> None:
    def told(members: list[Copy]) -> list[str]:
        groups: dict[tuple[str, str], list[Copy]] = {}
        for copy in members:
            groups.setdefault(copy.group, []).append(copy)
        return sorted(line for group in groups.values() for line in copy_statements(group))

    shuffled = copies[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert told(copies) == told(shuffled)


@given(COPIES)
def test_of_equal_reports_exactly_one_counts(copies: list[Copy]) -> None:
    groups = {copy.group for copy in copies}
    stated = [one for group in groups for one in within_group([copy for copy in copies if copy.group == group])]
    subjects = [own for own, relation, _ in stated if relation == "gi:duplicateOf"]
    targets = {other for _, relation, other in stated if relation == "gi:duplicateOf"}
    assert len(subjects) == len(set(subjects)) == len(copies) - len({(copy.group, copy.body) for copy in copies})
    assert not targets & set(subjects)


def test_a_contribution_without_a_report_is_not_compared() -> None:
    from gigraph.link import contribution
    from gigraph.link.rows import rows_of

    assert not list(rows_of(contribution([]), lambda own: False))
