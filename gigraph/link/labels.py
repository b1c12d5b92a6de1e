"""What all entities have: one label, and other names."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from gigraph.mapping.lines import Pair, iri, plain, zh


def labels(label: str, others: Iterable[str]) -> Iterator[Pair]:
    """The preferred label and every other name."""
    yield "skos:prefLabel", zh(label)
    yield from (("skos:altLabel", zh(other)) for other in others if other != label)


def last_part(own: str) -> str:
    """The name that an IRI ends with, for an entity that no report names.

    >>> last_part("https://w3id.org/gigraph/id/agency/430000/湖南省财政厅")
    '湖南省财政厅'
    """
    return unquote(own.rpartition("/")[2])


def optional_iri(value: str | None) -> str | None:
    """An IRI as a term, or no statement."""
    return iri(value) if value else None


def optional_plain(value: str | None) -> str | None:
    """A plain literal, or no statement."""
    return plain(value) if value else None
