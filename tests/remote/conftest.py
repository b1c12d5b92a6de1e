"""The two kinds of stores on loopback, shared by the tests of a run; each test leaves them empty."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from stores import Server, clear, run_oxigraph, run_virtuoso


@pytest.fixture(scope="module", autouse=True)
def _without_garbage() -> None:
    """What earlier tests left of answers may not be let go by a server's thread: the library forbids it."""
    gc.collect()


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with run_oxigraph(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture
def own_oxigraph(tmp_path: Path) -> Iterator[Server]:
    """A server for one test, which may kill it."""
    (tmp_path / "oxigraph").mkdir()
    with run_oxigraph(tmp_path / "oxigraph") as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Virtuoso, where only dba may write, and may so by Digest alone."""
    with run_virtuoso(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Each of the stores, empty, and whom it lets write in the environment."""
    found: Server = request.getfixturevalue(request.param)
    if request.param == "virtuoso":
        monkeypatch.setenv("GIGRAPH_STORE_USER", "dba")
        monkeypatch.setenv("GIGRAPH_STORE_PASSWORD", "dba")
    yield found
    clear(found)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("USER", "PASSWORD", "TOKEN", "UPDATE"):
        monkeypatch.delenv(f"GIGRAPH_STORE_{name}", raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
