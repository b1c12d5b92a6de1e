"""A region narrows to what lies in it: an agency whose place is not known lies in none."""

from pathlib import Path

import pytest

from gigraph.iris import graph_iri, mint
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


def rows_of(graph: Graph, name: str, region: str) -> list[dict[str, object]]:
    """The rows without the names and codes of places, which is what changes."""
    terms = {one.name: Iri(mint("region", region)) for one in QUERIES[name].parameters if one.kind == "region"}
    rows = ask(graph, QUERIES[name], terms)
    assert isinstance(rows, Rows)
    return [{key: row[key] for key in row if not key.startswith(("place", "code"))} for row in rows.dicts()]


# Of which the two graphs have no row in those counties.
WITHOUT_ROWS = frozenset({"reports-after-deadline", "sums-not-kept"})


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_region_has_all_below_it(name: str, histories_lines: bytes) -> None:
    """The agencies of a place stand in a part of it: what is asked of the place has them as before."""
    found = []
    for lines, place in ((histories_lines, "530424"), (SMALL.read_bytes(), "880100")):
        whole, part = mint("region", place), mint("region", place, "part")
        skos = "http://www.w3.org/2004/02/skos/core#"
        stands_in = "<http://purl.org/dc/terms/spatial> <{}>"
        assert stands_in.format(whole).encode() in lines
        facts = (f"broader> <{whole}>", 'notation> "part"', 'prefLabel> "a part"@zh')
        told = "".join(f"<{part}> <{skos}{fact} <{graph_iri('entities')}> .\n" for fact in facts)
        below = lines.replace(stands_in.format(whole).encode(), stands_in.format(part).encode()) + told.encode()
        expected = rows_of(memory_graph(lines), name, place)
        assert rows_of(memory_graph(below), name, place) == expected
        found += expected
    assert bool(found) is (name not in WITHOUT_ROWS)
