"""Where a store on the network is asked and written to, and as whom; secrets come from the environment alone."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from gigraph.errors import UsageError

SCHEMES = ("sparql+http", "sparql+https")
_HINT = "Write sparql+http://HOST:PORT/PATH, as sparql+http://localhost:7878/ or sparql+https://example.org/sparql"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user with a password (for Basic and Digest), or a bearer token. Never shown."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.user or self.token)


@dataclass(frozen=True, slots=True)
class Address:
    """The URLs of a store's three SPARQL 1.1 services: Query, Update, and Graph Store (where it is known)."""

    query: str
    update: str
    graphs: str | None
    credentials: Credentials

    @property
    def shown(self) -> str:
        """The address as it may be printed."""
        return self.query


def parse_address(text: str, environment: Mapping[str, str] = os.environ) -> Address:
    """The address that `sparql+http://…` names; the rest comes from the environment.

    GIGRAPH_STORE_USER and GIGRAPH_STORE_PASSWORD, or GIGRAPH_STORE_TOKEN: who writes and reads. GIGRAPH_STORE_UPDATE:
    the URL of the update service where it is not the usual one. A path of `/` means Oxigraph's `/query` and `/update`,
    one that ends in `/query` has its `/update` beside it, `/sparql` is that of Virtuoso with its `/sparql-auth`; any
    other path is asked and written to alike. Raises UsageError for what is no such address.

    >>> parse_address("sparql+http://localhost:7878", {}).update
    'http://localhost:7878/update'
    >>> parse_address("sparql+https://example.org/gov/query", {}).update
    'https://example.org/gov/update'
    """
    parts = _parts(text)
    credentials = _credentials(environment)
    root = f"{parts.scheme.removeprefix('sparql+')}://{parts.netloc}"
    path = parts.path.rstrip("/")
    graphs = None
    if path == "" or path.endswith("/query"):
        base = path.removesuffix("/query")
        query, update = f"{root}{base}/query", f"{root}{base}/update"
    elif path.endswith("/sparql"):
        own = path + ("-auth" if credentials else "")
        query = update = root + own
        graphs = f"{root}{path}-graph-crud{'-auth' if credentials else ''}"
    else:
        query = update = root + parts.path
    return Address(query, environment.get("GIGRAPH_STORE_UPDATE") or update, graphs, credentials)


def _parts(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        raise UsageError(f"is no address of a store ({error})", hint=_HINT) from error
    if parts.username is not None or parts.password is not None:  # and is not repeated
        hint = "Put them into GIGRAPH_STORE_USER and GIGRAPH_STORE_PASSWORD, or a token into GIGRAPH_STORE_TOKEN"
        raise UsageError("an address holds no user and no password: it is printed and kept by shells", hint=hint)
    if parts.scheme not in SCHEMES or not parts.hostname or parts.query or parts.fragment:
        raise UsageError("is no address of a store", where=text.partition("?")[0], hint=_HINT)
    return parts


def _credentials(environment: Mapping[str, str]) -> Credentials:
    user, password, token = (environment.get(f"GIGRAPH_STORE_{name}", "") for name in ("USER", "PASSWORD", "TOKEN"))
    if token and user:
        raise UsageError("GIGRAPH_STORE_USER and GIGRAPH_STORE_TOKEN are both set", hint="Unset one of them")
    if any(not mark.isprintable() for mark in user + password + token):
        raise UsageError("a user, password or token has a line end or another control character in it")
    return Credentials(user, password, token)
