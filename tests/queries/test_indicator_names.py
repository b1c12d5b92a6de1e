"""Indicators are found by their labels in both languages and by their codes; of several forms the newest is meant."""

from pathlib import Path

import pytest

from gigraph.errors import NotFoundError, UsageError
from gigraph.iris import mint
from gigraph.queries.names import resolve_name
from gigraph.search import INDEXED, KINDS, find
from gigraph.store import Graph


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("本年新收政府信息公开申请数量", "2021/requests/new"),
        ("requests/new", "2021/requests/new"),
        ("2019/requests/new", "2019/requests/new"),
        ("收到申请数", "2014-statistics/statistics/requests-received"),
        ("requests received", "2014-statistics/statistics/requests-received"),
        ("予以公开", "2021/requests/granted"),
        ("https://w3id.org/gigraph/id/indicator/2019/requests/total", "2019/requests/total"),
    ],
)
def test_an_indicator_by_name(text: str, path: str, small_graph: Graph, small_index: Path) -> None:
    hit = resolve_name(small_graph, small_index, text, ("indicator",))
    assert hit.iri == mint("indicator", *path.split("/"))


def test_indicators_are_no_answer_where_none_is_asked_for(small_index: Path) -> None:
    assert find(small_index, "收到申请数") == []
    assert find(small_index, "收到申请数", INDEXED)
    assert "indicator" not in KINDS


def test_a_name_of_several_indicators_is_told(small_graph: Graph, small_index: Path) -> None:
    with pytest.raises(UsageError, match="several things"):
        resolve_name(small_graph, small_index, "行政", ("indicator",))
    with pytest.raises(NotFoundError, match="no indicator"):
        resolve_name(small_graph, small_index, "天气预报", ("indicator",))
