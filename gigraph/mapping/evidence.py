"""The words that state a fact: a pointer from the fact to each span, and the span with its characters."""

from collections.abc import Iterable
from functools import lru_cache

from gigraph.iris import text_iri
from gigraph.mapping.lines import Pair, iri, node, plain
from gigraph.models import Document, Mention, Span


def evidence(mentions: Iterable[Mention], document: Document) -> list[Pair]:
    """The pairs of a fact that point to its words, and say what was mended there."""
    found: list[Pair] = []
    for mention in mentions:
        found.append(("gi:evidence", _span(document.digest, mention.span)))
        if mention.repair:
            found.append(("gi:repair", plain(mention.repair)))
    return found


def spans(mentions: Iterable[Mention], document: Document) -> list[str]:
    """The statements about the spans themselves."""
    found: list[str] = []
    for mention in mentions:
        exact = plain(document.text[mention.span.start : mention.span.end])
        found += node(_span(document.digest, mention.span), "gi:TextSpan", [("gi:exact", exact)])
    return found


def _span(digest: str, span: Span) -> str:
    return f"{_place(digest)}{span.start},{span.end}>"  # as `iris.span_iri` has it


@lru_cache(maxsize=4)
def _place(digest: str) -> str:
    return iri(text_iri(digest)).removesuffix(">") + "#char="
