"""The statements of the entities graph: what each kind of entity is, and the plain edges between them."""

from collections.abc import Iterator, Mapping

from gigraph.iris import mint
from gigraph.link.agencies import agency_statements
from gigraph.link.changes import change_statements, changes_of, participants
from gigraph.link.labels import labels, last_part, optional_iri
from gigraph.link.regulations import Instruments
from gigraph.link.same import same_documents
from gigraph.link.same_agencies import same_agencies
from gigraph.link.tally import Tally, Votes
from gigraph.mapping.lines import boolean, iri, name, node, zh
from gigraph.registry import Registry


def entity_statements(tally: Tally, registry: Registry) -> Iterator[str]:
    """Every statement of the entities graph, without graph; some may come twice."""
    same = same_documents(tally.regulations, registry)
    yield from _stubs(same, tally)
    tally.join(same)
    placed = same_agencies(tally.agencies, registry)
    yield from _agency_stubs(placed, tally)
    tally.join_agencies(placed)
    instruments = Instruments(tally.regulations, registry)
    yield from instruments.statements()
    agencies = {issuer: Votes() for issuer in instruments.issuers} | tally.agencies
    changes = changes_of(agencies, registry)
    before_and_after = {own: Votes() for change in changes for own in participants(change)}
    yield from agency_statements(before_and_after | agencies, registry)
    yield from change_statements(changes)
    for own, votes in tally.platforms.items():
        yield from _platform(own, votes)
    for subject, predicate, target in tally.edges:
        yield f"{iri(subject)} {name(predicate)} {iri(target)}"


def _stubs(same: Mapping[str, str], tally: Tally) -> Iterator[str]:
    """What is left of an identity that was joined to another: its name, and where it went."""
    for own, canonical in same.items():
        label = tally.regulations[own].first("name") or last_part(own)
        pairs = [("skos:prefLabel", zh(label)), ("gi:inRegistry", boolean(False)), ("gi:sameDocument", iri(canonical))]
        yield from node(iri(own), "gi:Regulation", pairs)


def _agency_stubs(same: Mapping[str, str], tally: Tally) -> Iterator[str]:
    for own, canonical in same.items():
        label = tally.agencies[own].first("published_as") or last_part(own)
        yield from node(iri(own), "gi:Agency", [("skos:prefLabel", zh(label)), ("gi:sameAgency", iri(canonical))])


def _platform(own: str, votes: Votes) -> Iterator[str]:
    kind = votes.first("kind")
    yield from node(
        iri(own),
        "gi:Platform",
        [
            *labels(votes.first("name") or last_part(own), votes.all("name", "other")),
            ("dct:type", optional_iri(mint("platform-kind", kind) if kind else None)),
            ("gi:operator", optional_iri(votes.first("operator"))),
        ],
    )
