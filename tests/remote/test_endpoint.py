"""Requests: who sends them, what is tried again, and what a user is told when it is of no use."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from stores import Server, endpoint, free_port, reader

from gigraph.errors import GigraphError, QueryError, QueryLimitError, StoreError, UsageError
from gigraph.store import Iri
from gigraph.store.remote.address import Credentials, parse_address
from gigraph.store.remote.graph import RemoteGraph

ONE = b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"uri","value":"urn:a"}}]}}'
ASK = "SELECT ?a { ?a ?b ?c }"


class Double:
    """A server that answers as it is told, and notes what it was asked."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, dict[str, str], bytes]] = []
        self.headers: list[dict[str, str]] = []
        double = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                double.headers.append(dict(self.headers))
                status, headers, body = double.answers.pop(0) if len(double.answers) > 1 else double.answers[0]
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def graph(self, **environment: str) -> RemoteGraph:
        address = f"sparql+http://127.0.0.1:{self.server.server_port}/x"
        given = {f"GIGRAPH_STORE_{name.upper()}": value for name, value in environment.items()}
        return RemoteGraph(endpoint(parse_address(address, given), seconds=5))


@pytest.fixture
def double() -> Iterator[Double]:
    found = Double()
    yield found
    found.server.shutdown()
    found.server.server_close()


@pytest.mark.parametrize(
    ("status", "kind", "body", "error", "told"),
    [
        (404, "text/html", b"<html>secret page</html>", StoreError, r"no SPARQL service answers here \(404\)"),
        (200, "text/html", b"<html>welcome</html>", StoreError, "answers with text/html, which is no result"),
        (200, "application/sparql-results+json", ONE[:-2] + b"The SPARQL operation has been cancelled",
         QueryLimitError, "breaks off"),
        (400, "text/plain", b"syntax error at }", QueryError, "finds the query wrong: syntax error at }"),
        (403, "text/plain", b"", StoreError, r"refuses access \(403\)"),
        (401, "text/plain", b"", StoreError, r"refuses access \(401\)"),
        (302, "text/plain", b"", StoreError, "sends us on to http://elsewhere/"),
        (500, "text/plain", b"Virtuoso 22023 Error", StoreError, r"the store failed \(500: Virtuoso 22023 Error\)"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_wrong_answer(
    double: Double, status: int, kind: str, body: bytes, error: type[GigraphError], told: str
) -> None:
    double.answers = [(status, {"Content-Type": kind, "Location": "http://elsewhere/"}, body)]
    with pytest.raises(error, match=told) as found:
        double.graph(user="u", password="p-secret").query(ASK)
    assert "secret" not in str(found.value)


def test_what_a_moment_mends_is_tried_again(double: Double) -> None:
    fine = (200, {"Content-Type": "application/sparql-results+json"}, ONE)
    double.answers = [(503, {}, b""), (500, {}, b""), fine]
    assert double.graph().query(ASK).rows == ((Iri("urn:a"),),)  # type: ignore[union-attr]
    assert len(double.headers) == 3


def test_a_token_goes_along_and_a_password_only_when_it_is_asked_for(double: Double) -> None:
    fine = (200, {"Content-Type": "application/sparql-results+json"}, ONE)
    double.answers = [fine]
    double.graph(token="abc").query(ASK)
    assert double.headers[-1]["Authorization"] == "Bearer abc"
    double.answers = [(401, {"WWW-Authenticate": 'Basic realm="x"'}, b""), fine]
    double.graph(user="u", password="p").query(ASK)
    assert "Authorization" not in double.headers[-2]
    assert double.headers[-1]["Authorization"] == "Basic dTpw"


def test_nobody_there() -> None:
    address = parse_address(f"sparql+http://127.0.0.1:{free_port()}/", {})
    with pytest.raises(StoreError, match=r"cannot be reached .*Connection refused"):
        RemoteGraph(endpoint(address)).query(ASK)


@pytest.mark.parametrize(
    "text",
    ["http://localhost/", "sparql+ftp://x/", "sparql+http:///x", "sparql+http://x:99999/", "sparql+http://x/?a=b"],
)
def test_addresses_that_are_none(text: str) -> None:
    with pytest.raises(UsageError, match="no address of a store"):
        parse_address(text, {})


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError, match="holds no user and no password") as found:
        parse_address("sparql+http://me:geheim@localhost/", {})
    assert "geheim" not in str(found.value)
    assert "geheim" not in repr(Credentials("me", "geheim", ""))


def test_virtuoso_lets_only_those_write_who_may(virtuoso: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }"
    with pytest.raises(StoreError, match=r"500|403"):
        reader(virtuoso).endpoint.update(text)
    monkeypatch.setenv("GIGRAPH_STORE_USER", "dba")
    monkeypatch.setenv("GIGRAPH_STORE_PASSWORD", "wrong")
    with pytest.raises(StoreError, match=r"refuses access \(401"):
        reader(virtuoso).endpoint.update(text)
    monkeypatch.setenv("GIGRAPH_STORE_PASSWORD", "dba")
    right = reader(virtuoso)
    right.endpoint.update(text)
    assert right.query("ASK { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }") is True
    assert right.query("ASK { GRAPH <urn:g> { <urn:a> <urn:b> <urn:d> } }") is False
    right.endpoint.update("DROP SILENT GRAPH <urn:g>")


def test_more_rows_than_a_store_gives_at_once(server: Server) -> None:
    remote = reader(server)
    lines = [f'<urn:s{number}> <urn:p> "{number}"' for number in range(10_001)]
    if remote.endpoint.address.graphs:
        remote.endpoint.put_graph("urn:many", " .\n".join([*lines, ""]).encode())
    else:
        remote.endpoint.update(f"INSERT DATA {{ GRAPH <urn:many> {{ {' . '.join(lines)} }} }}")
    found = list(remote.select("SELECT ?s ?n { GRAPH <urn:many> { ?s <urn:p> ?n } }"))
    assert len(found) == len(set(found)) == 10_001
    if "Virtuoso" in remote.endpoint.server:
        with pytest.raises(QueryLimitError, match=r"the store ends at 1000[01] statements"):
            remote.query("CONSTRUCT { ?s <urn:q> ?n } WHERE { GRAPH <urn:many> { ?s <urn:p> ?n } }")
    remote.endpoint.update("DROP SILENT GRAPH <urn:many>")
