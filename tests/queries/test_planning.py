"""What is given to a query stands where the planner sees it, and the answer stays what it was."""

from pathlib import Path

import pytest

from gigraph.errors import UsageError
from gigraph.queries import parse_query
from gigraph.queries.asking import ask
from gigraph.queries.concepts import find_concept, names_of
from gigraph.queries.names import resolve_name
from gigraph.queries.planning import planned
from gigraph.store import Graph, Iri, Literal, Rows, memory_graph

ACT = Iri("urn:a")


def test_a_value_is_told_to_every_group_that_projects_it() -> None:
    text = "SELECT $a ?n WHERE { { SELECT $a (COUNT(?b) AS ?n) WHERE { $a ?p ?b } GROUP BY $a } { SELECT ?n { ?n ?q ?a } } }"
    assert planned(text, {"a": ACT}) == (
        "SELECT $a ?n WHERE { VALUES ?a { <urn:a> } { SELECT $a (COUNT(?b) AS ?n) WHERE { VALUES ?a { <urn:a> } $a ?p ?b }"
        " GROUP BY $a } { SELECT ?n { ?n ?q ?a } } }"
    )


@pytest.mark.parametrize("text", ['a"b', "} UNION { ?x ?y ?z", "a\\", "a\nb", "'''", "政府"])
def test_no_text_leaves_its_quotes(text: str) -> None:
    query = parse_query(
        "#+ summary: X.\n#+ param: t text\n#+ order: ?s\nSELECT ?s $t { GRAPH ?g { ?s ?p $t } }", Path("q.rq")
    )
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    graph = memory_graph(f'<urn:s> <urn:p> "{quoted}" <urn:g> .\n<urn:o> <urn:p> "other" <urn:g> .\n'.encode())
    rows = ask(graph, query, {"t": Literal(text)})
    assert isinstance(rows, Rows)
    assert rows.rows == (("urn:s",),)


def test_concepts_are_found_by_code_label_and_iri(histories_graph: Graph, histories_index: Path) -> None:
    wechat = "https://w3id.org/gigraph/id/platform-kind/wechat"
    for text in ("wechat", "WeChat", wechat, find_concept(histories_graph, "platform-kind", "wechat").label):
        hit = resolve_name(histories_graph, histories_index, text, ("platform-kind",))
        assert (hit.iri, hit.kind, hit.how) == (wechat, "platform-kind", "exact")
    with pytest.raises(UsageError) as caught:
        resolve_name(histories_graph, histories_index, "wechatt", ("platform-kind",))
    assert "wechat" in (caught.value.hint or "")
    assert names_of(histories_graph, "agency-level")["county"] == "县级"
