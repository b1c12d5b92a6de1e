"""Answers of queries as networks."""

import pytest

from gigraph.errors import UsageError
from gigraph.iris import mint, report_iri
from gigraph.network.answers import Asked, network_of
from gigraph.store.reader import memory_graph
from gigraph.store.terms import Iri, Value
from gigraph.vocab import gi

A, B, R, S = (Iri(mint(kind, *key)) for kind, *key in (
    ("agency", "110000", "甲局"), ("agency", "110000", "乙局"), ("regulation", "条例"), ("regulation", "办法"),
))  # fmt: skip
REPORT = Iri(report_iri("a"))
EMPTY = memory_graph(b"")


def edges(asked: Asked, minimum: float = 0) -> list[tuple[str, str, dict[str, object]]]:
    return list(network_of(EMPTY, asked, minimum=minimum).edges(data=True))


def test_two_columns_of_entities_are_the_ends() -> None:
    rows: list[tuple[Value, ...]] = [(A, "甲局", R, 2014, "x"), (A, "甲局", R, 2016, "y"), (B, None, S, None, None)]
    asked = Asked(("agency", "agencyLabel", "regulation", "year", "note"), rows)
    assert edges(asked) == [
        (B, S, {"weight": 1}),
        (A, R, {"weight": 2, "years": "2014;2016", "first": 2014, "last": 2016, "note": "x;y"}),
    ]
    network = network_of(EMPTY, asked)
    assert {data["label"] for _, data in network.nodes(data=True)} == {"甲局", "乙局", "条例", "办法"}
    assert {data["type"] for _, data in network.nodes(data=True)} == {"agency", "regulation"}


def test_subject_relation_object() -> None:
    asked = Asked(("subject", "relation", "object"), [(A, Iri(gi("cites")), R), (A, Iri(gi("issues")), R)])
    network = network_of(EMPTY, asked)
    assert network.is_multigraph()
    assert set(network[A][R]) == {"cites", "issues"}


def test_the_entity_that_was_asked_about_is_an_end() -> None:
    assert edges(Asked(("other", "reports"), [(S, 3)], {"regulation": R})) == [(R, S, {"weight": 3})]


def test_a_column_counts_and_what_is_weak_is_left_out() -> None:
    asked = Asked(("a", "b", "reports"), [(A, R, 5), (B, R, 1)])
    assert [data["weight"] for *_, data in edges(asked, minimum=2)] == [5]


@pytest.mark.parametrize(
    ("variables", "rows"),
    [
        (("year", "reports"), [(2014, 3)]),
        (("agency", "reports"), [(A, 3)]),
        (("agency", "citation"), [(A, Iri(f"{REPORT}/citation/1"))]),  # a part of a report is no entity
    ],
)
def test_rows_without_two_entities_make_no_network(variables: tuple[str, ...], rows: list[tuple[Value, ...]]) -> None:
    with pytest.raises(UsageError, match="makes no network"):
        network_of(EMPTY, Asked(variables, rows))


def test_cells_that_are_empty_make_no_edge() -> None:
    assert len(edges(Asked(("agency", "regulation"), [(A, R), (A, None)]))) == 1
    assert edges(Asked(("agency", "regulation"), [])) == []
    assert edges(Asked(("agency", "report"), [(A, REPORT)])) == [(A, REPORT, {"weight": 1})]


def test_what_was_asked_for_and_is_no_entity_is_no_end() -> None:
    """A relation, a kind or a level narrows a question; the answer is not about it."""
    rows: list[tuple[Value, ...]] = [(R, 3)]
    for given in (gi("cites"), mint("platform-kind", "wechat"), mint("agency-level", "county")):
        with pytest.raises(UsageError, match="makes no network"):
            network_of(EMPTY, Asked(("regulation", "agencies"), rows, {"relation": Iri(given)}))
    both = {"relation": Iri(gi("cites")), "agency": A}
    assert edges(Asked(("regulation", "reports"), rows, both)) == [(A, R, {"weight": 3})]


def test_rows_with_one_end_alone_are_counted() -> None:
    rows: list[tuple[Value, ...]] = [(A, R), (B, None), (None, S), (None, None)]
    assert network_of(EMPTY, Asked(("agency", "version"), rows)).graph["rows_left_out"] == 3
