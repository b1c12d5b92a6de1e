"""Networks of what is no citation: who belongs to whom, who uses what, which regulation follows from which."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from gigraph.network.choice import DEFAULT, Choice
from gigraph.network.facts import ENTITIES, Facts, Source
from gigraph.network.links import Link, Network, join
from gigraph.network.ties import known_year
from gigraph.store.terms import Iri
from gigraph.vocab import PREFIXES, gi, term

_USES = """
SELECT ?agency ?platform ?report ?year WHERE {
  GRAPH ?g {
    ?report gi:hasPlatformMention ?mention ;
      dct:creator ?agency .
    ?mention gi:refersTo ?platform .
    OPTIONAL { ?report gi:reportYear ?year }
  }
}
"""
# Named in a report, without its being certain which platform it is.
_UNKNOWN = """
SELECT ?agency ?mention ?report ?year WHERE {
  GRAPH ?g {
    ?report gi:hasPlatformMention ?mention ;
      dct:creator ?agency .
    ?mention gi:outcome ?outcome .
    OPTIONAL { ?report gi:reportYear ?year }
  }
  FILTER (?outcome != gi:Resolved)
}
"""
_HIERARCHY = {"org:subOrganizationOf": "belongs-to", "gi:guidedBy": "guided-by"}
_CHAINS = {
    "eli:ensures_implementation_of": "implements", "dct:isReplacedBy": "replaced-by", "dct:isVersionOf": "version-of",
}  # fmt: skip


def agency_hierarchy(source: Source, choice: Choice = DEFAULT, *, apart: bool = False) -> Network:
    """Agencies → what they belong to (belongs-to) and who guides their work (guided-by)."""
    facts = Facts(source)
    links = (link for link in _stated(source, _HIERARCHY) if facts.fits(link.source, choice))
    return join(facts, links, minimum=choice.minimum, apart=apart)


def agencies_and_platforms(source: Source, choice: Choice = DEFAULT, *, apart: bool = False) -> Network:
    """Agencies → platforms through which their reports say that they publish (uses), or that they run (operates).

    The network's own attributes say what is not in it: `unidentified`, names of which it is not certain which platform
    they are; `timeless`, ties of who runs what, which have no year, where years were chosen.
    """
    facts = Facts(source)
    runs = [link for link in _operates(source) if facts.fits(link.source, choice)]
    uses = [link for link in _uses(source, facts, choice) if facts.fits(link.source, choice)]
    dated = not choice.in_time(None)
    network = join(facts, uses if dated else [*uses, *runs], minimum=choice.minimum, apart=apart)
    network.graph["timeless"] = len(runs) if dated else 0
    network.graph["unidentified"] = _unidentified(source, facts, choice)
    return network


def regulation_chains(source: Source, choice: Choice = DEFAULT, *, apart: bool = False) -> Network:
    """Regulations → what they implement, what replaced them, the work that they are a version of.

    Also `amends` from a version to the one before it. The choice's types are those of the regulation that begins the
    edge; all types count where none are named.
    """
    facts = Facts(source)
    links = [*_stated(source, _CHAINS), *_amends(source, facts)]
    chosen = (link for link in links if not choice.types or facts.kind(link.source) in choice.types)
    return join(facts, chosen, minimum=choice.minimum, apart=apart)


def _stated(source: Source, relations: dict[str, str]) -> Iterator[Link]:
    for predicate, relation in relations.items():
        for quad in source.quads(predicate=term(predicate), graph=ENTITIES):
            if isinstance(quad.object, Iri):
                yield Link(quad.subject, quad.object, relation)


def _uses(source: Source, facts: Facts, choice: Choice) -> Iterator[Link]:
    copies = facts.copies()
    found: dict[tuple[str, str], dict[str, int | None]] = defaultdict(dict)
    for agency, platform, report, year in source.select(_USES, prefixes=PREFIXES):
        if str(report) not in copies and choice.in_time(known_year(year)):
            found[facts.one(str(agency)), str(platform)][str(report)] = known_year(year)
    for (agency, platform), reports in found.items():
        years = frozenset(year for year in reports.values() if year is not None)
        yield Link(agency, platform, "uses", frozenset(reports), years)


def _unidentified(source: Source, facts: Facts, choice: Choice) -> int:
    """How many names of platforms that fit a choice belong to no platform for certain."""
    copies = facts.copies()
    return sum(
        str(report) not in copies and choice.in_time(known_year(year)) and facts.fits(facts.one(str(agency)), choice)
        for agency, _, report, year in source.select(_UNKNOWN, prefixes=PREFIXES)
    )


def _operates(source: Source) -> Iterator[Link]:
    for quad in source.quads(predicate=gi("operator"), graph=ENTITIES):
        if isinstance(quad.object, Iri):
            yield Link(quad.object, quad.subject, "operates")


def _amends(source: Source, facts: Facts) -> Iterator[Link]:
    """From each version of a work to the version before it, by the dates of the documents."""
    dates = facts.values("eli:date_document")
    versions: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for version, work in facts.values("dct:isVersionOf").items():
        if version in dates:
            versions[work].append((dates[version], version))
    for dated in versions.values():
        dated.sort()
        for (_, before), (_, after) in pairwise(dated):
            yield Link(after, before, "amends")
