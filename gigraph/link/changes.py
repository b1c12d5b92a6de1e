"""Renamings, mergers and abolitions of the agencies in use, with all organisations that took part in them."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from gigraph.iris import BASE, mint
from gigraph.link.labels import optional_iri
from gigraph.mapping.lines import date, iri, name, node, plain, zh
from gigraph.registry import Registry
from gigraph.registry.changes import Change

__all__ = ["change_statements", "changes_of", "participants"]


def changes_of(agencies: Iterable[str], registry: Registry) -> list[Change]:
    """The changes that agencies took part in, and those of the organisations before and after them, in order."""
    waiting, seen, found = sorted(agencies), set[str](), set[Change]()
    while waiting:
        own = waiting.pop()
        if own in seen:
            continue
        seen.add(own)
        region, _, full = unquote(own.removeprefix(f"{BASE}agency/")).partition("/")
        for change in registry.changes.of(region, full):
            found.add(change)
            waiting += participants(change)
    return sorted(found)


def participants(change: Change) -> list[str]:
    """The organisations of a change, as IRIs."""
    return [mint("agency", change.region, each) for each in dict.fromkeys((*change.before, *change.after))]


def change_statements(change: Change) -> Iterator[str]:
    """What happened, and each organisation's part in it."""
    event = iri(mint("change", change.date, change.region, (change.after or change.before)[0]))
    sides = (change.before, change.after)
    before, after = ([iri(mint("agency", change.region, each)) for each in side] for side in sides)
    label = " → ".join("、".join(map(_short, side)) for side in sides if side)
    pairs = [
        ("skos:prefLabel", zh(label)),
        ("dct:type", optional_iri(mint("change-kind", change.kind))),
        ("dct:date", date(change.date)),
        ("dct:source", plain(change.source)),
        *(("org:originalOrganization", each) for each in before),
        *(("org:resultingOrganization", each) for each in after),
    ]
    yield from node(event, "org:ChangeEvent", pairs)
    yield from (f"{each} {name('org:changedBy')} {event}" for each in before)
    yield from (f"{each} {name('org:resultedFrom')} {event}" for each in after)


def _short(full: str) -> str:
    return full.removeprefix("中华人民共和国") or full
