"""Indicators are found by their labels in both languages and by their codes; of several forms the newest is meant."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gigraph.errors import NotFoundError, UsageError
from gigraph.iris import graph_iri, mint
from gigraph.link import index_names
from gigraph.queries.names import resolve_name
from gigraph.registry import load_registry
from gigraph.registry.forms import load_forms
from gigraph.resources import resource
from gigraph.search import INDEXED, KINDS, find, write_index
from gigraph.store import Graph, memory_graph
from gigraph.store.statements import turtle_lines

FORMS = load_forms(load_registry().folder)


@pytest.fixture(scope="module")
def forms_graph() -> Graph:
    lines = turtle_lines([resource("ontology", "indicators.ttl")], graph_iri("ontology"))
    return memory_graph(b"".join(line + b"\n" for line in lines))


@pytest.fixture(scope="module")
def forms_index(forms_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("forms") / "names.sqlite"
    write_index(path, index_names(forms_graph))
    return path


def printed() -> Iterator[tuple[str, str]]:
    """Every label as a form prints it, with the labels above it and by itself, and the end of its indicator's code."""
    for form in FORMS.values():
        for item in form.items:
            if item.kind in ("row", "heading") and item.part in ("statistics", "requests"):
                yield f"{item.part}/{item.key}", item.name
                yield f"{item.part}/{item.key}", f"{item.number or ''}{item.label}"
            if item.part == "review" and item.kind == "column":
                yield f"{item.part}/{item.key}", item.name
        columns: list[str] = []
        for item in form.parts.get("disclosure", ()):
            columns = [] if item.kind == "block" else columns
            if item.kind == "column":
                columns.append(item.key)
                label = item.name
            elif item.kind == "row" and len(columns) == 1:
                yield f"disclosure/{item.key}/{columns[0]}", f"{item.name} / {label}"


def test_every_printed_label_finds_its_indicator(forms_graph: Graph, forms_index: Path) -> None:
    """The one that it means, or a message that lists it where two sections print the same words."""
    asked = list(printed())
    assert len(asked) > 200
    for code, label in asked:
        told = answer(forms_graph, forms_index, label)
        assert code in told, label
        assert told.endswith(code) or label in ("(二)被依法纠错数", "(三)其他情形数"), label


def answer(graph: Graph, index: Path, label: str) -> str:
    """The IRI, or the message that lists several."""
    try:
        return resolve_name(graph, index, label, ("indicator",)).iri
    except UsageError as error:
        return str(error.hint)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("新收申请", "2021/requests/new"), ("结转下年", "2021/requests/carried-forward"), ("不予公开数量", "2021/requests/refused"),
        ("行政复议", "2021/review/reconsideration-all"), ("现行有效规范性文件", "2021/disclosure/normative-documents/in-force"),
        ("8.属于行政查询事项", "2021/requests/refused-query"), ("三、本年度办理结果/（七）总计", "2021/requests/total"),
        ("行政诉讼 / 复议后起诉 / 结果纠正", "2021/review/litigation-after-reconsideration-corrected"),
        ("四、行政复议数量 / (二)被依法纠错数", "2014-statistics/statistics/reconsideration-corrected"),
        ("其中：1、当面申请数", "2014-statistics/statistics/requests-in-person"), ("办结总数", "2021/requests/total"),
        ("主动公开信息数", "2014-statistics/statistics/disclosed"), ("行政许可数量", "2021/disclosure/licences/decisions"),
    ],
)  # fmt: skip
def test_an_indicator_by_a_variant(text: str, path: str, forms_graph: Graph, forms_index: Path) -> None:
    assert resolve_name(forms_graph, forms_index, text, ("indicator",)).iri == mint("indicator", *path.split("/"))


@pytest.mark.parametrize(("text", "meant"), [("复议纠错", "reconsideration-corrected"), ("公开率", "granted")])
def test_what_is_not_found_is_guessed_at_in_the_message(
    text: str, meant: str, forms_graph: Graph, forms_index: Path
) -> None:
    with pytest.raises(NotFoundError) as error:
        resolve_name(forms_graph, forms_index, text, ("indicator",))
    assert meant in str(error.value.hint)


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
