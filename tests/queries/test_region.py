"""A region narrows to what lies in it: an agency whose place is not known lies in none."""

from pathlib import Path

import pytest

from gigraph.iris import mint
from gigraph.queries import ask, load_queries
from gigraph.store import Graph, Iri, Rows, memory_graph

SMALL = Path(__file__).parents[1] / "fixtures" / "small.nq"
REGION = Iri(mint("region", "880000"))
QUERIES = {
    name: query
    for name, query in load_queries().items()
    if name != "region-profile"
    and "dct:spatial" in query.text
    and any(one.kind == "region" for one in query.parameters)
    and all(one.kind == "region" or not one.required for one in query.parameters)
}


@pytest.fixture(scope="module")
def placeless() -> Graph:
    lines = SMALL.read_bytes().splitlines(keepends=True)
    return memory_graph(b"".join(line for line in lines if b"<http://purl.org/dc/terms/spatial>" not in line))


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_what_has_no_place_lies_in_no_region(name: str, placeless: Graph) -> None:
    terms = {one.name: REGION for one in QUERIES[name].parameters if one.kind == "region"}
    rows = ask(placeless, QUERIES[name], terms)
    assert isinstance(rows, Rows)
    assert list(rows.dicts()) == []
