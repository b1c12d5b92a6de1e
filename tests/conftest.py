"""The small fixed graph of tests/fixtures, in memory with a name index beside it, and in a store on disk."""

import runpy
from functools import cache
from pathlib import Path

import pytest

from gigraph.iris import graph_iri
from gigraph.link import index_names
from gigraph.resources import resource
from gigraph.search import write_index
from gigraph.store import MANIFEST, Entry, Graph, graph_digest, memory_graph, open_writer
from gigraph.store.statements import turtle_lines
from gigraph.vocab import ONTOLOGY_FILES

SMALL = Path(__file__).parent / "fixtures" / "small.nq"


@pytest.fixture(scope="session")
def small_graph() -> Graph:
    return memory_graph(SMALL.read_bytes())


@pytest.fixture(scope="session")
def cited_lines() -> bytes:
    """The graph of tests/fixtures/cited.py: repealed laws, old versions, numbers against titles."""
    return _made("cited")


@pytest.fixture(scope="session")
def histories_lines() -> bytes:
    """The graph of tests/fixtures/histories.py: agencies renamed and merged, their standing and platforms."""
    return _made("histories")


@pytest.fixture(scope="session")
def cited_graph(cited_lines: bytes) -> Graph:
    return memory_graph(cited_lines)


@pytest.fixture(scope="session")
def histories_graph(histories_lines: bytes) -> Graph:
    return memory_graph(histories_lines)


@pytest.fixture(scope="session")
def small_index(small_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _index(small_graph, tmp_path_factory)


@pytest.fixture(scope="session")
def cited_index(cited_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _index(cited_graph, tmp_path_factory)


@pytest.fixture(scope="session")
def histories_index(histories_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _index(histories_graph, tmp_path_factory)


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk with the small graph, published with its name index."""
    return _store(tmp_path_factory, SMALL.read_bytes())


@pytest.fixture(scope="session")
def cited_store(cited_lines: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _store(tmp_path_factory, cited_lines)


@pytest.fixture(scope="session")
def histories_store(histories_lines: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _store(tmp_path_factory, histories_lines)


def _made(name: str) -> bytes:
    """The N-Quads that a file of tests/fixtures makes."""
    lines: bytes = runpy.run_path(str(SMALL.parent / f"{name}.py"))["make"]()
    return lines


def _index(graph: Graph, folders: pytest.TempPathFactory) -> Path:
    path = folders.mktemp("index") / "names.sqlite"
    write_index(path, index_names(graph))
    return path


@cache
def _ontology() -> frozenset[bytes]:
    return frozenset(turtle_lines([resource("ontology", name) for name in ONTOLOGY_FILES], graph_iri("ontology")))


def _store(folders: pytest.TempPathFactory, lines: bytes) -> Path:
    """A store with these statements and, as every real one, the whole ontology."""
    path = folders.mktemp("store") / "graph"
    graphs: dict[str, list[bytes]] = {}
    for line in sorted(_ontology().union(lines.splitlines())):
        graphs.setdefault(line[line.rindex(b" <") + 2 : -3].decode(), []).append(line)
    graphs.pop(MANIFEST, None)
    batch = [
        (b"\n".join(lines) + b"\n", Entry(name, "0", "test", len(lines), graph_digest(lines), name))
        for name, lines in sorted(graphs.items())
    ]
    with open_writer(path) as writer:
        writer.add(batch)
        writer.publish({}, lambda graph, folder: write_index(folder / "names.sqlite", index_names(graph)) and None)
    return path
