"""One pure function over all mentions that decides which of those that overlap stay."""

from collections.abc import Iterable

from gigraph.models import Kind, Mention

# A mention of a kind further up takes the characters; a shorter one of the same rank gives way to a longer.
PRECEDENCE: tuple[Kind, ...] = (
    Kind.DEFINITION,
    Kind.NUMBER,
    Kind.TITLE,
    Kind.SHORT,
    Kind.CELL,
    Kind.BARE,
    Kind.PLATFORM,
    Kind.AGENCY,
    Kind.FIGURE,
)
# Kinds that may share characters with any other: what the report says of itself, article pinpoints, and the details
# of a contact (the office to ask is an agency, too).
FREE = frozenset({Kind.REPORT, Kind.PINPOINT, Kind.CONTACT, Kind.URL})
# Pairs that may share characters: a reading place that is also an agency (县图书馆), an agency within 以下简称.
MAY_SHARE = frozenset({frozenset({Kind.PLATFORM, Kind.AGENCY})})
# (outer, inner): the inner may stand within the outer: the agency in 省政府办公厅政务公开工作要点, named bare.
MAY_STAND_WITHIN = frozenset({(Kind.BARE, Kind.AGENCY)})

_RANK = {kind: rank for rank, kind in enumerate(PRECEDENCE)}


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions that stay, in document order.

    Two kinds share a span only where MAY_SHARE says so, and then only the very same span.
    """
    kept: list[Mention] = []
    ordered = sorted(dict.fromkeys(mentions), key=lambda m: (_RANK.get(m.kind, -1), -len(m.span), m.span.start, m.rule))
    taken: dict[int, list[Mention]] = {}
    for mention in ordered:
        if mention.kind in FREE:
            kept.append(mention)
            continue
        cells = range(mention.span.start // 32, mention.span.end // 32 + 1)
        if all(_compatible(mention, other) for cell in cells for other in taken.get(cell, ())):
            kept.append(mention)
            for cell in cells:
                taken.setdefault(cell, []).append(mention)
    return tuple(sorted(kept, key=lambda m: (m.span.start, m.span.end, m.kind, m.rule)))


def _compatible(mention: Mention, other: Mention) -> bool:
    if not mention.span.overlaps(other.span):
        return True
    if (other.kind, mention.kind) in MAY_STAND_WITHIN and other.span.contains(mention.span):
        return True
    return mention.span == other.span and frozenset({mention.kind, other.kind}) in MAY_SHARE
