"""Agencies with their kind, region and parent; and the regions in use with all above them."""

from collections.abc import Iterable, Iterator, Mapping

from gigraph.iris import BASE, mint
from gigraph.link.guidance import guidance
from gigraph.link.labels import labels, last_part, optional_iri
from gigraph.link.tally import Votes
from gigraph.mapping.lines import iri, node, plain, zh
from gigraph.registry import Registry
from gigraph.registry.agencies import CentralAgency
from gigraph.registry.regions import CENTRE
from gigraph.registry.standing import standing

_CENTRE_NAME = "中国"


def agency_statements(agencies: Mapping[str, Votes], registry: Registry) -> Iterator[str]:
    """The statements about all agencies and their regions, without graph."""
    regions: set[str] = set()
    for own, votes in agencies.items():
        region = _region(own, votes)
        regions |= {region} if region else set()
        yield from _agency(own, votes, region, agencies, registry)
    yield from guidance(agencies, registry)
    yield from _regions(regions, registry)


def _agency(
    own: str, votes: Votes, region: str | None, agencies: Mapping[str, Votes], registry: Registry
) -> Iterator[str]:
    label = votes.first("name") or votes.first("published_as") or last_part(own)
    others = votes.all("name", "other", "published_as")
    central = _central(label, registry) if region == CENTRE else None
    if central:
        others |= {central.name, *central.aliases}
    kind = votes.first("kind") or (central.kind if central else None)
    parent = votes.first("parent") or _keyed_parent(votes, region, central, agencies)
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
    votes: Votes, region: str | None, central: CentralAgency | None, agencies: Mapping[str, Votes]
) -> str | None:
    """The agency with the key that the parent's full name has in the same region, where the graph knows it."""
    named = votes.first("parent_name") or (central.parent if central else None)
    own = mint("agency", region, named) if region and named else None
    return own if own in agencies else None


def _central(name: str, registry: Registry) -> CentralAgency | None:
    rows = registry.agencies.central.get(name, ())
    return rows[0] if len(rows) == 1 else None


def _region(own: str, votes: Votes) -> str | None:
    """The code of an agency's region: what reports state, else what its key begins with."""
    key = own.removeprefix(f"{BASE}agency/").partition("/")[0]
    return votes.first("region") or (key if len(key) == 6 and key.isdecimal() else None)


def _regions(codes: Iterable[str], registry: Registry) -> Iterator[str]:
    waiting, done = sorted(codes), set[str]()
    while waiting:
        code = waiting.pop()
        if code in done:
            continue
        done.add(code)
        region = registry.regions.at(code)
        parent = region.parent if region else (None if code == CENTRE else CENTRE)
        label = region.name if region else (_CENTRE_NAME if code == CENTRE else code)
        yield from node(
            iri(mint("region", code)),
            "gi:Region",
            [
                ("skos:prefLabel", zh(label)),
                ("skos:notation", plain(code)),
                ("skos:broader", optional_iri(mint("region", parent) if parent else None)),
            ],
        )
        waiting += [parent] if parent else []
