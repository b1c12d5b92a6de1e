"""One body under two signs, where the text says so: X（加挂Y牌子）, X挂Y牌子, X与Y合署办公.

Both names are agencies of the report, each with an identity, and nothing stands between them but the words that tie
them. Departments of county and city governments often bear a second sign (地方各级人民政府机构设置和编制管理条例).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from gigraph.models import AgencyEntry, Document, Mention

_SIGN = (
    re.compile(r"[\s（(，,、]{0,3}(?:并|同时|对外|另){0,2}(?:加挂|增挂|挂)(?:有|了)?[“\"「\s]{0,2}"),
    re.compile(r"[”\"」\s]{0,2}(?:的)?牌子?"),
)
_OFFICE = (re.compile(r"[\s（(，,]{0,3}(?:与|和|同)\s?"), re.compile(r"[）)\s]{0,2}(?:实行)?合署办公"))
_OPENS, _CLOSES = frozenset("(（"), frozenset(")）")
_ONE_BODY = frozenset({"department", "office", "institution", "agency"})
_FARTHEST = 12  # code points between two names


def with_other_names(document: Document, entries: Sequence[AgencyEntry]) -> list[AgencyEntry]:
    """The entries, those joined that the text names once and again in brackets: 县自然资源局（县林业局）.

    The first is the name; who belongs to whom, and party and government, are two.
    """
    starts = {mention.span.start: at for at, entry in enumerate(entries) for mention in entry.mentions}
    joined: dict[int, int] = {}
    for at, entry in enumerate(entries):
        for mention in entry.mentions:
            end = mention.span.end
            other = starts.get(end + 1) if document.text[end : end + 1] in _OPENS else None
            if other is not None and other not in joined and at not in joined and _is_other_name(entry, entries[other]):
                closed = any(
                    document.text[found.span.end : found.span.end + 1] in _CLOSES
                    for found in entries[other].mentions
                    if found.span.start == end + 1
                )
                if closed:
                    joined[other] = at
    whole = list(entries)
    for other, at in joined.items():
        taken, entry = entries[other], whole[at]
        whole[at] = replace(
            entry,
            aliases=tuple(dict.fromkeys((*entry.aliases, taken.name, *taken.aliases))),
            mentions=tuple(sorted((*entry.mentions, *taken.mentions), key=lambda mention: mention.span)),
        )
    return [entry for at, entry in enumerate(whole) if at not in joined]


def _is_other_name(entry: AgencyEntry, other: AgencyEntry) -> bool:
    one, two = entry.resolution.iri, other.resolution.iri
    kinds = {entry.kind, other.kind}
    return (
        one != two
        and kinds <= _ONE_BODY
        and entry.region == other.region
        and entry.name.startswith("中共") == other.name.startswith("中共")
        and not (entry.name.startswith(other.name) or other.name.startswith(entry.name))
    )


def with_signs(document: Document, entries: Sequence[AgencyEntry]) -> tuple[AgencyEntry, ...]:
    """The entries, each with the identities of those that are the same body under another sign (`shares_body_with`)."""
    if "牌" not in document.text and "合署" not in document.text:
        return tuple(entries)
    placed = sorted(
        ((mention, at) for at, entry in enumerate(entries) if entry.resolution.iri for mention in entry.mentions),
        key=lambda item: item[0].span,
    )
    starts = [mention.span.start for mention, _ in placed]
    found: dict[int, set[str]] = {}
    for mention, at in placed:
        for other, there in placed[bisect_left(starts, mention.span.end) :]:
            if other.span.start - mention.span.end > _FARTHEST:
                break
            if there != at and _is_tied(document.text, mention, other):
                found.setdefault(at, set()).add(str(entries[there].resolution.iri))
                found.setdefault(there, set()).add(str(entries[at].resolution.iri))
    return tuple(
        replace(entry, shares_body_with=tuple(sorted(found[at]))) if at in found else entry
        for at, entry in enumerate(entries)
    )


def _is_tied(text: str, one: Mention, other: Mention) -> bool:
    between, behind = text[one.span.end : other.span.start], text[other.span.end : other.span.end + _FARTHEST]
    return any(left.fullmatch(between) and right.match(behind) for left, right in (_SIGN, _OFFICE))
