"""Renamings, mergers and abolitions of the agencies in use, with all organisations that took part in them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from gigraph.iris import BASE, mint
from gigraph.link.labels import optional_iri
from gigraph.mapping.lines import date, iri, name, node, plain, zh
from gigraph.registry import Registry
from gigraph.registry.changes import Change

__all__ = ["change_statements", "changes_of", "participants"]


def changes_of(own: str, registry: Registry, is_known: Callable[[str], bool]) -> list[Change]:
    """The changes that an agency took part in, and those of the organisations before and after it, in order.

    is_known: whether the graph speaks of an agency, besides these changes.
    """
    waiting, seen, found = [own], set[str](), set[Change]()
    while waiting:
        own = waiting.pop()
        if own in seen:
            continue
        seen.add(own)
        region, _, full = unquote(own.removeprefix(f"{BASE}agency/")).partition("/")
        for each in registry.changes.of(region, full):
            change = each.among(_Known(region, is_known))
            if change and full in (*change.before, *change.after):
                found.add(change)
                waiting += participants(change)
    return sorted(found)


@dataclass(frozen=True, slots=True)
class _Known:
    """The full names of a region's agencies that the graph speaks of."""

    region: str
    is_known: Callable[[str], bool]

    def __contains__(self, name: object) -> bool:
        return self.is_known(mint("agency", self.region, str(name)))


def participants(change: Change) -> list[str]:
    """The organisations of a change, as IRIs."""
    return [mint("agency", change.region, each) for each in dict.fromkeys((*change.before, *change.after))]


def change_statements(change: Change) -> Iterator[str]:
    """What happened, and each organisation's part in it."""
    event = iri(_event(change))
    whole = tuple(each for each in change.before if each not in change.partial)
    sides = (whole, change.after)
    parts = [iri(mint("agency", change.region, each)) for each in change.partial]
    before, after = ([iri(mint("agency", change.region, each)) for each in side] for side in sides)
    label = " → ".join("、".join(map(_short, side)) for side in (change.before, change.after) if side)
    pairs = [
        ("skos:prefLabel", zh(label)),
        ("dct:type", optional_iri(mint("change-kind", change.kind))),
        ("gi:notBefore" if change.until else "dct:date", date(change.date)),
        ("gi:notAfter", date(change.until)),
        ("dct:source", plain(change.source)),
        *(("org:originalOrganization", each) for each in before),
        *(("org:resultingOrganization", each) for each in after),
        *(("gi:partialOrigin", each) for each in parts),
    ]
    yield from node(event, "org:ChangeEvent", pairs)
    yield from (f"{each} {name('org:changedBy')} {event}" for each in before)
    yield from (f"{each} {name('org:resultedFrom')} {event}" for each in after)
    yield from (f"{each} {name('gi:partlyChangedBy')} {event}" for each in parts)


def _event(change: Change) -> str:
    """A day, a region and a name tell an event; one whose day differs by place is told by what was before, too."""
    if change.until:
        return mint("change", f"{change.date}..{change.until}", change.region, change.after[0], change.before[0])
    return mint("change", change.date, change.region, (change.after or change.before)[0])


def _short(full: str) -> str:
    return full.removeprefix("中华人民共和国") or full
