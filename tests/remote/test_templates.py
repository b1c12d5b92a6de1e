"""Every shipped question gives the same rows from a store on the network as from the one on disk."""

import runpy
from pathlib import Path

import pytest
from stores import Server

from gigraph.build.remote import open_distant, push
from gigraph.queries import ask, bind, load_checks
from gigraph.queries.names import resolve_name
from gigraph.store import Graph, Iri, open_graph

GOLDEN = runpy.run_path(str(Path(__file__).parents[1] / "queries" / "test_golden.py"))
STORES = ("small_store", "cited_store", "histories_store")


@pytest.mark.parametrize("name", STORES)
def test_every_template_gives_the_same_rows(server: Server, name: str, request: pytest.FixtureRequest) -> None:
    store: Path = request.getfixturevalue(name)
    push(store, server.address)
    with open_graph(store) as local, open_distant(server.address) as (remote, index, _):
        asked = _questions(name)
        assert asked
        for question in asked:
            for given in GOLDEN["ARGUMENTS"][question]:
                _compare(local, remote, index, question, given)
        for check in load_checks().values():
            assert ask(remote, check) == ask(local, check), check.name


def _questions(store: str) -> list[str]:
    others = {"cited_store": GOLDEN["CITED"], "histories_store": GOLDEN["HISTORIES"]}
    if store in others:
        return list(others[store])
    return [name for name in GOLDEN["ARGUMENTS"] if name not in GOLDEN["CITED"] and name not in GOLDEN["HISTORIES"]]


def _compare(local: Graph, remote: Graph, index: Path, question: str, given: dict[str, str]) -> None:
    query = GOLDEN["QUERIES"][question]
    assert local.generation is not None

    def resolver(graph: Graph, names: Path) -> dict[str, object]:
        return bind(query, given, lambda text, kind: Iri(resolve_name(graph, names, text, (kind,)).iri))

    terms = resolver(local, local.generation.names)
    assert resolver(remote, index) == terms
    assert ask(remote, query, terms) == ask(local, query, terms), question  # type: ignore[arg-type]


def test_the_seeds_are_read_as_from_the_disk(own_oxigraph: Server, seeds_store: Path) -> None:
    """Without a mirror: each question goes to the server."""
    push(seeds_store, own_oxigraph.address)
    with open_graph(seeds_store) as local, open_distant(own_oxigraph.address) as (remote, _, mirror):
        assert mirror is None
        for query in GOLDEN["QUERIES"].values():
            if not any(parameter.required for parameter in query.parameters):
                terms = bind(query, {}, lambda text, kind: Iri(text))
                assert ask(remote, query, terms) == ask(local, query, terms), query.name


@pytest.fixture(scope="session")
def seeds_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from gigraph.build import build
    from gigraph.resources import resource

    store = tmp_path_factory.mktemp("seeds") / "graph"
    build([resource("seeds", "reports")], store, workers=0)
    return store
