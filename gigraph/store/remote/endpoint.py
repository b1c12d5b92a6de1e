"""Requests to a store over HTTP, with the standard library alone: tried again where that can help, and clear errors.

Everything is sent as a form (SPARQL 1.1 Protocol, 2.1.2 and 2.2.1): Virtuoso never answers a query that is the body
itself. Every request may be sent twice: a query changes nothing, and all updates say what there is to be afterwards.
"""

import base64
import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Final
from urllib.parse import quote, urlencode

from gigraph.errors import GigraphError, QueryError, QueryLimitError, StoreError
from gigraph.store.remote.address import Address, Credentials

ROWS: Final = "application/sparql-results+json"
TRIPLES: Final = "application/n-triples"
SECONDS: Final = 60.0
PAUSES: Final = (0.1, 0.3, 1.0, 3.0)  # seconds before each further try
_AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Reply:
    """What a store answered. cut: whether it says that it left rows away (Virtuoso's X-SPARQL-MaxRows)."""

    body: bytes
    kind: str
    server: str
    cut: bool = False


class _NoRedirection(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Never: a redirected POST would become a GET, and a password could go elsewhere."""


class Endpoint:
    """A store's services. pauses: seconds before each further try, None but the first where it is empty."""

    def __init__(
        self,
        address: Address,
        *,
        seconds: float = SECONDS,
        pauses: tuple[float, ...] = PAUSES,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.address = address
        self.server = ""  # what the store calls itself, known after the first answer
        self._seconds, self._pauses, self._sleep = seconds, pauses, sleep
        self._login = _Login(address.credentials)
        handlers = (urllib.request.ProxyHandler, urllib.request.HTTPHandler, urllib.request.HTTPSHandler)
        self._opener = urllib.request.OpenerDirector()
        for handler in (*(make() for make in handlers), _NoRedirection(), urllib.request.HTTPDefaultErrorHandler(),
                        urllib.request.HTTPErrorProcessor()):  # fmt: skip
            self._opener.add_handler(handler)

    def query(self, sparql: str, accept: str = ROWS) -> Reply:
        """The answer of a query. Raises QueryError where the store finds it wrong, QueryLimitError, StoreError."""
        return self._send("POST", self.address.query, {"query": sparql}, {"Accept": accept}, asked=True)

    def update(self, sparql: str) -> None:
        """Carries out an update. Raises StoreError."""
        self._send("POST", self.address.update, {"update": sparql}, {"Accept": f"{ROWS}, */*;q=0.5"})

    def put_graph(self, graph: str, triples: bytes, *, more: bool = False) -> None:
        """N-Triples as the content of a graph, or with `more` besides it (Graph Store Protocol). Raises StoreError."""
        # Virtuoso knows the protocol's parameter `graph` under an older name alone.
        url = f"{self.address.graphs}?graph-uri={quote(graph, safe='')}"
        self._send("POST" if more else "PUT", url, triples, {"Content-Type": TRIPLES})

    def _send(
        self, method: str, url: str, data: Mapping[str, str] | bytes, headers: Mapping[str, str], *, asked: bool = False
    ) -> Reply:
        body = data if isinstance(data, bytes) else urlencode(data).encode("ascii")
        failure: GigraphError | None = None
        for pause in (0.0, *self._pauses):
            if pause:
                self._sleep(pause)
            try:
                return self._once(method, url, body, dict(headers))
            except urllib.error.HTTPError as error:
                with error:
                    failure = _refused(error, url, asked=asked)
                if error.code not in _AGAIN:
                    raise failure from error
            except TimeoutError as error:
                if asked:
                    raise self._too_slow() from error
                failure = self._unreachable(url, error)
            except (OSError, http.client.HTTPException) as error:
                if asked and isinstance(getattr(error, "reason", None), TimeoutError):
                    raise self._too_slow() from error
                failure = self._unreachable(url, error)
        assert failure is not None
        raise failure

    def _once(self, method: str, url: str, body: bytes, headers: dict[str, str]) -> Reply:
        request = urllib.request.Request(url, body, headers, method=method)  # noqa: S310  # http and https alone
        self._login.sign(request)
        try:
            answer = self._opener.open(request, timeout=self._seconds)
        except urllib.error.HTTPError as error:
            if error.code != http.HTTPStatus.UNAUTHORIZED or not self._login.learn(error.headers):
                raise
            error.close()
            request = urllib.request.Request(url, body, headers, method=method)  # noqa: S310
            self._login.sign(request)
            answer = self._opener.open(request, timeout=self._seconds)
        with answer:
            told = answer.headers
            self.server = told.get("Server", "")
            return Reply(answer.read(), told.get_content_type(), self.server, "X-SPARQL-MaxRows" in told)

    def _too_slow(self) -> QueryLimitError:
        hint = "Ask for less: name graphs and properties, bind what is known"
        return QueryLimitError(f"no answer within {self._seconds:g} s", where=self.address.shown, hint=hint)

    def _unreachable(self, url: str, error: Exception) -> StoreError:
        reason = getattr(error, "reason", error)
        hint = "Check that the store runs and that the address is right; what was sent stays, run the command again"
        return StoreError(
            f"cannot be reached ({reason or type(error).__name__})", where=url.partition("?")[0], hint=hint
        )


class _Login:
    """How requests say who sends them: a bearer token at once, Basic or Digest once the store has asked for it.

    Virtuoso answers a Basic header that it did not ask for with 401 and no challenge.
    """

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._challenge: dict[str, str] | None = None  # of Digest; empty for Basic
        self._digest = urllib.request.HTTPDigestAuthHandler(_Passwords(credentials))

    def sign(self, request: urllib.request.Request) -> None:
        """Adds the header that the credentials and the store's last challenge call for."""
        if header := self._header(request):
            request.add_unredirected_header("Authorization", header)

    def learn(self, headers: Message) -> bool:
        """Takes a challenge; False where it cannot be met, or was met already."""
        if not self._credentials.user:
            return False
        known, self._challenge = self._challenge, _challenge(headers.get("WWW-Authenticate", ""))
        if known is None:
            return True
        stale = self._challenge.get("stale", "").lower() == "true"
        return stale or self._challenge.get("nonce") != known.get("nonce")

    def _header(self, request: urllib.request.Request) -> str:
        if self._credentials.token:
            return f"Bearer {self._credentials.token}"
        if self._challenge:
            return f"Digest {self._digest.get_authorization(request, self._challenge)}"
        if self._challenge is not None:
            pair = f"{self._credentials.user}:{self._credentials.password}"
            return f"Basic {base64.b64encode(pair.encode()).decode()}"
        return ""


def _challenge(header: str) -> dict[str, str]:
    """The parts of a Digest challenge; nothing for any other."""
    scheme, _, rest = header.partition(" ")
    if scheme.lower() != "digest":
        return {}
    return urllib.request.parse_keqv_list(list(filter(None, urllib.request.parse_http_list(rest))))


class _Passwords(urllib.request.HTTPPasswordMgr):
    """The one user, whoever asks: requests go to one store alone and are never redirected."""

    def __init__(self, credentials: Credentials) -> None:
        super().__init__()
        self._credentials = credentials

    def find_user_password(self, realm: str, authuri: str) -> tuple[str | None, str | None]:
        return self._credentials.user, self._credentials.password


def _refused(error: urllib.error.HTTPError, url: str, *, asked: bool) -> GigraphError:
    """The error of ours for a status that is no success, with the store's own first words."""
    text = error.read(2_000).decode("utf-8", "replace")
    html = "html" in (error.headers.get_content_type() if error.headers else "")
    said = "" if html else next((f": {line.strip()[:300]}" for line in text.splitlines() if line.strip()), "")
    where = url.partition("?")[0]
    if error.code in (401, 403):
        hint = "Set GIGRAPH_STORE_USER and GIGRAPH_STORE_PASSWORD, or GIGRAPH_STORE_TOKEN, to someone who may do this"
        return StoreError(f"refuses access ({error.code}{said})", where=where, hint=hint)
    if error.code == 400 and asked:
        return QueryError(f"the store finds the query wrong{said}", where=where)
    if 300 <= error.code < 400:
        target = error.headers.get("Location", "elsewhere")
        return StoreError(f"sends us on to {target}", where=where, hint="Give that address if you trust it")
    hint = "Check the path: / for Oxigraph, /sparql for Virtuoso; GIGRAPH_STORE_UPDATE names another update service"
    if error.code in (404, 405, 406, 415, 501):
        return StoreError(f"no SPARQL service answers here ({error.code}{said})", where=where, hint=hint)
    return StoreError(
        f"the store failed ({error.code}{said})", where=where, hint="Run the command again, or see its log"
    )
