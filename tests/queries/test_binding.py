"""Values as people write them become terms; what cannot be a term is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.errors import NotFoundError, QueryError, UsageError
from gigraph.queries import ask, bind, find_query, parse_query
from gigraph.queries.names import resolve_name
from gigraph.store import Graph, Iri, Literal, Rows, memory_graph
from gigraph.vocab import gi

QUERY = parse_query(
    "#+ summary: x.\n#+ param: a agency\n#+ param: y year = *\n#+ param: n integer = 3\n#+ param: t text = *\n"
    "#+ param: r relation = cites\n#+ order: ?x\n#+ example: a=甲\n"
    "SELECT ?x $a $y $n $t $r { ?x $r $a, $y, $n, $t }",
    Path("q.rq"),
)  # fmt: skip


def iri(text: str, kind: str) -> Iri:
    return Iri(f"urn:{kind}:{text}")


def test_defaults_and_given_values() -> None:
    assert bind(QUERY, {"a": "甲"}, iri) == {"a": Iri("urn:agency:甲"), "n": 3, "r": Iri(gi("cites"))}
    given_values = {"a": "甲", "y": "2016年", "n": "-4", "t": 'a"b', "r": "all"}
    assert bind(QUERY, given_values, iri) == {
        "a": Iri("urn:agency:甲"), "y": Literal("2016", "http://www.w3.org/2001/XMLSchema#gYear"), "n": -4, "t": 'a"b',
    }  # fmt: skip


@pytest.mark.parametrize(
    ("values", "error", "what"),
    [
        ({}, UsageError, "needs a="),
        ({"a": "*"}, UsageError, "cannot be left open"),
        ({"a": "甲", "y": "16"}, UsageError, "not a year"),
        ({"a": "甲", "n": "many"}, UsageError, "not a whole number"),
        ({"a": "甲", "r": "cite"}, UsageError, "Did you mean cites"),
        ({"a": "甲", "year": "2016"}, QueryError, "no parameter 'year'"),
    ],
)
def test_what_is_refused(values: dict[str, str], error: type[Exception], what: str) -> None:
    with pytest.raises(error, match=what):
        bind(QUERY, values, iri)


LITERALS = memory_graph(
    b'<urn:s> <urn:p> "plain" <urn:g> .\n<urn:s> <urn:secret> "hidden" <urn:g> .\n'
)  # fmt: skip
BY_TEXT = parse_query(
    "#+ summary: x.\n#+ param: t text\n#+ order: ?s\nSELECT ?s $t { GRAPH ?g { ?s <urn:p> $t } }", Path("q.rq")
)


@given(
    st.text(max_size=60) | st.sampled_from(['"} UNION { ?s ?p ?o } #', "plain\\", "$t", "?s", "<urn:g>", "plain", "*"])
)
def test_no_text_reaches_the_query(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    rows = ask(LITERALS, BY_TEXT, bind(BY_TEXT, {"t": text or "x"}, iri))
    assert isinstance(rows, Rows)
    assert len(rows.rows) == (1 if text == "plain" else 0)


def test_names(small_graph: Graph, small_index: Path) -> None:
    def label(text: str, *kinds: str) -> tuple[str, str]:
        hit = resolve_name(small_graph, small_index, text, kinds or ("agency", "regulation"))
        return hit.label, hit.how

    assert label("云山省机关事务管理局") == ("云山省机关事务管理局", "exact")
    assert label("省财政厅") == ("云山省财政厅", "suffix")
    assert label("《政府信息公开条例》") == ("中华人民共和国政府信息公开条例", "alias")
    assert label("国务院令第492号") == ("中华人民共和国政府信息公开条例（2007）", "exact")
    assert label("国办发[2015]22号", "regulation")[0] == "2015年政府信息公开工作要点"
    assert label("880100", "region")[0] == "临江市"
    assert label("https://w3id.org/gigraph/id/agency/880000/云山省财政厅")[0] == "云山省财政厅"


def test_a_name_of_several_things_lists_them(small_graph: Graph, small_index: Path) -> None:
    with pytest.raises(UsageError) as caught:
        resolve_name(small_graph, small_index, "云山省机关", ("agency",))
    assert caught.value.hint.count("<https://w3id.org/gigraph/id/agency/") == 2


def test_an_unknown_name_gets_the_nearest(small_graph: Graph, small_index: Path) -> None:
    with pytest.raises(NotFoundError) as caught:
        resolve_name(small_graph, small_index, "云山省财务厅", ("agency",))
    assert "云山省财政厅" in caught.value.hint
    with pytest.raises(NotFoundError, match="gigraph info"):
        resolve_name(small_graph, small_index, "xyz", ("agency",))


def test_versions_of_one_law_with_one_title_mean_the_law(small_graph: Graph, small_index: Path) -> None:
    hit = resolve_name(small_graph, small_index, "中华人民共和国政府信息公开", ("regulation",))
    assert hit.label == "中华人民共和国政府信息公开条例"


def test_the_example_of_a_missing_value_is_shown() -> None:
    with pytest.raises(UsageError, match="For example: regulation="):
        bind(find_query("agencies-citing-regulation"), {}, iri)
