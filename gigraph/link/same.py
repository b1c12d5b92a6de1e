"""One document that reports name apart: by title alone here, by title and number there. Exact, or not at all.

A local identity (issuer and title) is joined to a numbered one where issuer, or the jurisdiction in the title, and the
title agree word for word, exactly one number fits, and no report cites it before that number's year. A title that
returns year after year (a notice, key points) without a year in it is joined only within one year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from gigraph.iris import BASE
from gigraph.link.votes import Votes
from gigraph.models import DocumentNumber
from gigraph.registry import Registry
from gigraph.resolve.regulations.bodies import body_of
from gigraph.resolve.regulations.identity import core_title
from gigraph.text.document_number import parse_document_number
from gigraph.text.titles import title_key

_YEAR = re.compile(r"(?:19|20)\d\d")
_RETURNS = frozenset({"notice", "plan", "decision", "list", "guide", "catalogue"})
_SHORTEST = 8  # characters of a title that an issuer may well give once only
_LATEST = 2100
_SEPARATOR = "\x1f"  # between the parts of a key; it never comes out of a document's text

Key = tuple[str, ...]  # the issuer's parts, and the title's comparable form


@dataclass(frozen=True, slots=True)
class _Local:
    """A local identity as its IRI spells it: issuer's parts (none where the title has a region), title, year."""

    issuer: Key
    title: str
    year: int | None


class Sameness:
    """The rule, with what the registry knows."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._known = {row.iri for row in registry.regulations.rows}
        self._known |= {row.iri for row in registry.regulations.versions}

    def is_local(self, own: str) -> bool:
        """Whether an identity may turn out to be that of a numbered document."""
        return own not in self._known and _number(own) is None and _local(own) is not None

    def titles(self, own: str, votes: Votes) -> Iterator[str]:
        """The keys under which a numbered document is known; none for any other."""
        number = _number(own)
        if number:
            yield from map(_SEPARATOR.join, _keys(own, number, votes, self._registry))

    def title(self, own: str) -> str | None:
        """The key under which a local identity is looked for; None where its title is too short to tell."""
        local = _local(own)
        if local is None or len(local.title) < _SHORTEST:
            return None
        return _SEPARATOR.join((*local.issuer, title_key(local.title)))

    def is_in_time(self, own: str, votes: Votes, numbered: str) -> bool:
        """Whether a local identity, with its votes, may be the document with this numbered one's year."""
        local, number = _local(own), _number(numbered)
        return local is not None and number is not None and _in_time(local, number, votes, self._registry)


def _parts(own: str) -> list[str]:
    return [unquote(part) for part in own.removeprefix(f"{BASE}regulation/").split("/")]


@lru_cache(maxsize=65_536)
def _number(own: str) -> DocumentNumber | None:
    """The number with which an IRI ends; orders run on without a year, so that none is told to be in time."""
    found = parse_document_number(_parts(own)[-1], _LATEST)
    return found[0] if len(found) == 1 and found[0].year else None


@lru_cache(maxsize=65_536)
def _local(own: str) -> _Local | None:
    parts = _parts(own)
    year = int(parts.pop()) if len(parts) > 2 and re.fullmatch(r"(?:19|20)\d\d", parts[-1]) else None
    return _Local(tuple(parts[:-1]), parts[-1], year) if len(parts) <= 3 else None


def _keys(own: str, number: DocumentNumber, votes: Votes, registry: Registry) -> Iterator[Key]:
    """The keys under which a numbered document is known: its issuer with each title, and each title by itself."""
    issuer = _issuer(own, number, votes, registry)
    for name in votes.all("name"):
        core = core_title(name)
        yield (title_key(core),)
        if issuer:
            yield (*issuer, title_key(core))
            yield (*issuer, title_key(core.removeprefix(issuer[-1]) or core))


def _issuer(own: str, number: DocumentNumber, votes: Votes, registry: Registry) -> Key | None:
    """The issuer's parts: those of the IRI, else the one agency of the number's code, as in a local identity."""
    parts = _parts(own)[:-1]
    if parts:
        return (*parts[:-1], body_of(parts[-1]))
    row = registry.issuer_codes.issuer(number.issuer_code, year=number.year)
    return (body_of(row.issuer.split("、")[0]),) if row else None


def _in_time(local: _Local, number: DocumentNumber, votes: Votes, registry: Registry) -> bool:
    years = {int(year) for year in votes.all("cited_in")}
    if local.year is not None:
        return number.year == local.year
    if not years or number.year > min(years) + 1:
        return False
    returns = registry.wording.instrument_type(local.title) in (*_RETURNS, None)
    return not returns or bool(_YEAR.search(local.title)) or years == {number.year}
