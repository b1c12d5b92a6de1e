"""Agencies with their kind, region and parent; and regions with all above them."""

from collections.abc import Callable, Iterator

from gigraph.iris import BASE, mint
from gigraph.link.labels import labels, last_part, optional_iri
from gigraph.link.votes import Votes
from gigraph.mapping.lines import iri, node, plain, zh
from gigraph.registry import Registry
from gigraph.registry.agency_rows import CentralAgency
from gigraph.registry.regions import CENTRE
from gigraph.registry.standing import standing

_CENTRE_NAME = "中国"


def agency_statements(own: str, votes: Votes, registry: Registry, is_known: Callable[[str], bool]) -> Iterator[str]:
    """The statements about an agency, without graph. is_known: whether the graph has an agency with this IRI."""
    region = region_of(own, votes)
    label = votes.first("name") or votes.first("published_as") or last_part(own)
    others = votes.all("name", "other", "published_as")
    central = _central(label, registry) if region == CENTRE else None
    if central:
        others |= {central.name, *central.aliases}
    kind = votes.first("kind") or (central.kind if central else None)
    if kind is None and not votes.by:  # known as an issuer alone
        kind = registry.agencies.kind(label)
    parent = votes.first("parent") or _keyed_parent(votes, region, central, is_known)
    above = votes.first("parent_name") or (last_part(parent) if parent else None)
    place = standing(label, kind, region, above, registry.agencies, registry.regions)
    yield from node(
        iri(own),
        "gi:Agency",
        [
            *labels(label, others),
            ("org:classification", optional_iri(mint("agency-kind", kind) if kind else None)),
            ("dct:spatial", optional_iri(mint("region", region) if region else None)),
            ("org:subOrganizationOf", optional_iri(parent if parent != own else None)),
            *(
                (f"gi:{what}", optional_iri(mint(f"agency-{what}", code) if code else None))
                for what, code in (("system", place.system), ("level", place.level), ("sector", place.sector))
            ),
            *(("gi:issuerCode", plain(code)) for code in votes.all("issuer_code")),
        ],
    )


def _keyed_parent(
    votes: Votes, region: str | None, central: CentralAgency | None, is_known: Callable[[str], bool]
) -> str | None:
    """The agency with the key that the parent's full name has in the same region, where the graph knows it."""
    named = votes.first("parent_name") or (central.parent if central else None)
    own = mint("agency", region, named) if region and named else None
    return own if own and is_known(own) else None


def _central(name: str, registry: Registry) -> CentralAgency | None:
    rows = registry.agencies.central.get(name, ())
    return rows[0] if len(rows) == 1 else None


def region_of(own: str, votes: Votes) -> str | None:
    """The code of an agency's region: what reports state, else what its key begins with."""
    key = own.removeprefix(f"{BASE}agency/").partition("/")[0]
    return votes.first("region") or (key if len(key) == 6 and key.isdecimal() else None)


def with_regions_above(code: str | None, registry: Registry) -> list[str]:
    """The code of a region and of all above it, the nearest first; none for None."""
    found: list[str] = []
    while code and code not in found:
        found.append(code)
        code = _above(code, registry)
    return found


def region_statements(code: str, registry: Registry) -> Iterator[str]:
    """The statements about a region, without graph."""
    region, parent = registry.regions.at(code), _above(code, registry)
    label = region.name if region else (_CENTRE_NAME if code == CENTRE else code)
    yield from node(
        iri(mint("region", code)),
        "gi:Region",
        [
            ("skos:prefLabel", zh(label)),
            *(
                ("skos:altLabel", zh(other))
                for other in sorted(registry.regions.other_names.get(code, {label}) - {label})
            ),
            ("skos:notation", plain(code)),
            ("skos:broader", optional_iri(mint("region", parent) if parent else None)),
        ],
    )


def _above(code: str, registry: Registry) -> str | None:
    region = registry.regions.at(code)
    return region.parent if region else (None if code == CENTRE else CENTRE)
