"""The folders of query files: those that are shipped, and a user's own."""

import difflib
from functools import lru_cache
from pathlib import Path

from gigraph.errors import NotFoundError, QueryError
from gigraph.queries.template import Query, parse_query
from gigraph.resources import resource
from gigraph.store import Graph, memory_graph


def load_query(path: Path) -> Query:
    """The query of one file, its SPARQL syntax checked too. Raises QueryError (file:line)."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"cannot be read: {error}", where=str(path)) from error
    query = parse_query(text, path)
    try:
        _empty().query(query.text)
    except QueryError as error:
        raise QueryError(error.what, where=path.name, hint=error.hint) from error
    return query


def load_queries(folder: Path | None = None) -> dict[str, Query]:
    """The queries of a folder (those that are shipped where none is given) by name, in the order of names.

    Raises QueryError (file:line) for the first file that is wrong.
    """
    return {path.stem: load_query(path) for path in _files(folder)}


def load_checks() -> dict[str, Query]:
    """The shipped queries that return nothing when all is well."""
    return load_queries(resource("queries", "checks"))


def find_query(name: str, folder: Path | None = None) -> Query:
    """The query of this name: a user's own folder first, then those that are shipped.

    Raises NotFoundError with the nearest names where there is none.
    """
    files = {path.stem: path for path in _files(None)}
    if folder is not None:
        files |= {path.stem: path for path in _files(folder)}
    if name in files:
        return load_query(files[name])
    near = difflib.get_close_matches(name, files, 3, 0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else "`gigraph queries` lists them"
    raise NotFoundError(f"no query is called {name!r}", hint=hint)


@lru_cache(maxsize=64)
def shipped(name: str) -> Query:
    """A query that this package itself asks, loaded once; tests have checked its syntax."""
    path = resource("queries", f"{name}.rq")
    return parse_query(path.read_text(encoding="utf-8"), path)


@lru_cache(maxsize=1)
def _empty() -> Graph:
    """A graph without statements: asking it checks a query's syntax."""
    return memory_graph(b"")


def _files(folder: Path | None) -> list[Path]:
    folder = folder or resource("queries")
    if not folder.is_dir():
        raise NotFoundError("is not a folder of queries", where=str(folder), hint="Name one that has .rq files")
    return sorted(folder.glob("*.rq"))
