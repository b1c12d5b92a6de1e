"""Real stores on loopback, each with a folder and ports of its own: the oxigraph server, and Virtuoso 7."""

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gigraph.store import Graph, open_graph
from gigraph.store.remote.address import Address, Credentials, parse_address
from gigraph.store.remote.endpoint import Endpoint
from gigraph.store.remote.graph import RemoteGraph

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
_VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 10
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 10000
MaxQueryCostEstimationTime = 400
MaxQueryExecutionTime = 60
"""


class Server:
    """A store in a process of its own, which can be killed and started again over the same folder."""

    def __init__(self, command: list[str], port: int, folder: Path, address: str) -> None:
        self.port, self.address = port, address
        self._command, self._folder = command, folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with (self._folder / "output.txt").open("ab") as output:
            self._process = subprocess.Popen(self._command, stdout=output, stderr=output, cwd=self._folder)
        until = time.monotonic() + 60
        while not answers(self.port):
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self._folder / "output.txt").read_text(errors="replace")[-2000:])
            time.sleep(0.05)

    def kill(self) -> None:
        if self._process:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def graph(self, credentials: Credentials | None = None) -> RemoteGraph:
        """The store as it is read; tried again but for a moment."""
        user = {"GIGRAPH_STORE_USER": credentials.user, "GIGRAPH_STORE_PASSWORD": credentials.password}
        address = parse_address(self.address, user) if credentials else parse_address(self.address, {})
        return RemoteGraph(endpoint(address))


def endpoint(address: Address, seconds: float = 30.0, sleep: Callable[[float], None] = time.sleep) -> Endpoint:
    return Endpoint(address, seconds=seconds, pauses=(0.05, 0.1), sleep=sleep)


@contextmanager
def run_oxigraph(folder: Path) -> Iterator[Server]:
    if not OXIGRAPH.exists():
        pytest.skip("the oxigraph server is not installed (pip install oxigraph)")
    port = free_port()
    command = [str(OXIGRAPH), "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
    with _running(Server(command, port, folder, f"sparql+http://127.0.0.1:{port}/")) as server:
        yield server


@contextmanager
def run_virtuoso(folder: Path) -> Iterator[Server]:
    if not shutil.which("virtuoso-t"):
        pytest.skip("Virtuoso is not installed (apt-get install virtuoso-opensource-7)")
    port = free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(folder=folder, port=port, sql=free_port()))
    command = ["virtuoso-t", "-f", "-c", str(folder / "virtuoso.ini")]
    with _running(Server(command, port, folder, f"sparql+http://127.0.0.1:{port}/sparql")) as server:
        yield server


@contextmanager
def _running(server: Server) -> Iterator[Server]:
    server.start()
    try:
        yield server
    finally:
        server.kill()


def clear(server: Server) -> None:
    remote = reader(server)
    for graph in remote.graphs():
        remote.endpoint.update(f"DROP SILENT GRAPH <{graph}>")


def reader(server: Server) -> RemoteGraph:
    """The store as whom the environment names."""
    return RemoteGraph(endpoint(parse_address(server.address)))


def dump(store: Path) -> dict[str, list[bytes]]:
    """The lines of a local store's graphs, but for the manifest."""
    with open_graph(store) as graph:
        return lines_of(graph)


def lines_of(graph: Graph) -> dict[str, list[bytes]]:
    return {str(name): graph.graph_lines(name) for name in graph.graphs() if not name.endswith("graph/manifest")}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as attempt:
        attempt.settimeout(1)
        return attempt.connect_ex(("127.0.0.1", port)) == 0
