"""One pure function over all mentions that decides which of those that overlap stay."""

from collections.abc import Iterable, Iterator

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
# Pairs that may share characters: a reading place that is also an agency (县图书馆), an agency within 以下简称, and the
# document numbers that a range states at one place (13 and 14 in 〔2015〕12至14号).
MAY_SHARE = frozenset({frozenset({Kind.PLATFORM, Kind.AGENCY}), frozenset({Kind.NUMBER})})
# (outer, inner): the inner may stand within the outer: the agency in 省政府办公厅政务公开工作要点, named bare.
MAY_STAND_WITHIN = frozenset({(Kind.BARE, Kind.AGENCY)})

_RANK = {kind: rank for rank, kind in enumerate(PRECEDENCE)}


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions that stay, in document order.

    Two kinds share a span only where MAY_SHARE says so, and then only the very same span.
    """
    kept: list[tuple[int, int, Kind, str, int, Mention]] = []  # by place; of one place as they were taken
    taken: dict[int, list[Mention]] = {}
    for mention in _ordered(mentions):
        kind, span, _, _, rule, _ = mention
        start, end = span.start, span.end
        if kind not in FREE:
            cells = range(start // 32, end // 32 + 1)
            near = [other for cell in cells if cell in taken for other in taken[cell]]
            over = [other for other in near if other.span.start < end and start < other.span.end] if near else near
            if over and not all(_may_share(mention, other) for other in over):
                continue
            for cell in cells:
                taken.setdefault(cell, []).append(mention)
        kept.append((start, end, kind, rule, len(kept), mention))
    return tuple([mention for *_, mention in sorted(kept)])


def _ordered(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions by precedence, each once, those of the same place in the order as they were found.

    Equal ones have the same place, so no mention need be hashed.
    """
    places: dict[tuple[int, int, int, str], list[Mention]] = {}
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        same = places.setdefault((_RANK.get(mention.kind, -1), start - end, start, mention.rule), [])
        if mention not in same:
            same.append(mention)
    for place in sorted(places):
        yield from places[place]


def _may_share(mention: Mention, other: Mention) -> bool:
    """Whether two mentions that share characters may both stay."""
    if (other.kind, mention.kind) in MAY_STAND_WITHIN and other.span.contains(mention.span):
        return True
    return mention.span == other.span and frozenset({mention.kind, other.kind}) in MAY_SHARE
