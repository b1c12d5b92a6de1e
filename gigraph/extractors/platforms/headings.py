"""Channels that head an item whose sentence names what is meant: 2.公开栏。局机关公示栏、村务公开栏…."""

import re
from collections.abc import Sequence

from gigraph.extractors.platforms.channels import BEHIND_HEADING, NUMBERED
from gigraph.extractors.platforms.form import Found

_KINDS = frozenset({"board", "hotline", "press", "hall"})
_SENTENCE = re.compile(r"[。:\s]{1,3}[^。;\n]{0,60}")


def without_headings(text: str, nouns: Sequence[Found]) -> list[Found]:
    """The nouns found, but for bare headings whose first sentence names one of their kind."""
    return [noun for noun in nouns if not (_heads(text, noun) and _is_named_below(text, noun, nouns))]


def _heads(text: str, noun: Found) -> bool:
    bare = not noun.form.modifier and noun.form.kind in _KINDS
    if not bare or text[noun.end : noun.end + 1] not in {*BEHIND_HEADING, ":"}:
        return False
    return NUMBERED.search(text, max(0, noun.start - 4), noun.start) is not None


def _is_named_below(text: str, heading: Found, nouns: Sequence[Found]) -> bool:
    sentence = _SENTENCE.match(text, heading.end)
    return sentence is not None and any(
        heading.end < noun.start < sentence.end() and noun.form.kind == heading.form.kind and noun.form.modifier
        for noun in nouns
    )
