"""The words that state a fact: a pointer from the fact to each span, and the span with its characters."""

from collections.abc import Iterable, Iterator

from gigraph.iris import span_iri
from gigraph.mapping.lines import Pair, iri, node, plain
from gigraph.models import Document, Mention


def evidence(mentions: Iterable[Mention], document: Document) -> Iterator[Pair]:
    """The pairs of a fact that point to its words, and say what was mended there."""
    for mention in mentions:
        yield "gi:evidence", iri(span_iri(document.digest, mention.span))
        yield "gi:repair", plain(mention.repair) if mention.repair else None


def spans(mentions: Iterable[Mention], document: Document) -> Iterator[str]:
    """The statements about the spans themselves."""
    for mention in mentions:
        subject = iri(span_iri(document.digest, mention.span))
        yield from node(subject, "gi:TextSpan", [("gi:exact", plain(mention.span.of(document.text)))])
