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


def guidance(agencies: Iterable[str], registry: Registry) -> Iterator[str]:
    """From each department to the one of the same body one level above, where the graph knows that one alone."""
    by_body: dict[tuple[str, str], list[str]] = {}
    for own in sorted(agencies):
        region, _, full = unquote(own.removeprefix(f"{BASE}agency/")).partition("/")
        if row := body_of_region(full, region, registry.agencies, registry.regions):
            by_body.setdefault((region, row.stem), []).append(own)
    for (region, stem), bodies in by_body.items():
        found = registry.regions.at(region) if region != CENTRE else None
        above = by_body.get((found.parent, stem), []) if found else []
        if len(above) == 1:
            yield from (f"{iri(own)} {name('gi:guidedBy')} {iri(above[0])}" for own in bodies)
