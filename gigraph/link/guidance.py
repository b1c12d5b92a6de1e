"""Professional guidance: a department belongs to its government, and the same department one level above guides it.

组织法 (地方各级人民代表大会和地方各级人民政府组织法, 2022) 83: local departments stand under their government alone,
and are guided or led by the competent department above. Belonging is another property.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from gigraph.iris import BASE
from gigraph.mapping.lines import iri, name
from gigraph.registry import Registry
from gigraph.registry.regions import CENTRE
from gigraph.registry.standing import body_of_region


def body_key(own: str, registry: Registry) -> str | None:
    """Under what a department is known: its region and the stem of its body; None for one that is no such body."""
    region, _, full = unquote(own.removeprefix(f"{BASE}agency/")).partition("/")
    row = body_of_region(full, region, registry.agencies, registry.regions)
    return f"{region}/{row.stem}" if row else None


def key_above(key: str, registry: Registry) -> str | None:
    """The key of the same body one level above; None above the highest."""
    region, _, stem = key.partition("/")
    found = registry.regions.at(region) if region != CENTRE else None
    return f"{found.parent}/{stem}" if found and found.parent else None


def guidance(bodies: Iterable[str], above: Iterable[str]) -> Iterator[str]:
    """From each department of one key to the one above, where the graph knows that one alone."""
    guides = list(above)
    if len(guides) == 1:
        yield from (f"{iri(own)} {name('gi:guidedBy')} {iri(guides[0])}" for own in bodies)
