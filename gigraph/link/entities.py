"""The statements of the entities graph: labels, numbers, kinds, regions, versions and plain edges, each once."""

from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

from gigraph.iris import BASE, mint
from gigraph.link.tally import Tally, Votes
from gigraph.mapping.lines import Pair, boolean, date, iri, name, node, plain, zh
from gigraph.registry import Registry
from gigraph.registry.regions import CENTRE
from gigraph.registry.regulations import Regulation, Version

_CENTRE_NAME = "中国"


class Entities:
    """The entities that a tally calls for, with what the registry knows of them."""

    def __init__(self, tally: Tally, registry: Registry) -> None:
        self._tally = tally
        self._registry = registry
        self._works = {row.iri: row for row in registry.regulations.rows}
        self._versions = {version.iri: version for version in registry.regulations.versions}
        self._add_works_and_versions()
        self._issuers = {
            own: self._passed_by(own, votes) for own, votes in tally.regulations.items() if own not in self._versions
        }
        for issuers in self._issuers.values():
            for issuer in issuers:
                tally.agencies.setdefault(issuer, Votes())

    def statements(self) -> Iterator[str]:
        """Every statement, without graph; some may come twice."""
        regions: set[str] = set()
        for own, votes in self._tally.agencies.items():
            region = _region(own, votes)
            regions |= {region} if region else set()
            yield from self._agency(own, votes, region)
        for own, votes in self._tally.regulations.items():
            yield from self._regulation(own, votes)
        for own, votes in self._tally.platforms.items():
            yield from self._platform(own, votes)
        yield from self._regions(regions)
        for subject, predicate, target in self._tally.edges:
            yield f"{iri(subject)} {name(predicate)} {iri(target)}"

    def _add_works_and_versions(self) -> None:
        # A version in use calls for its work, a work for all its versions: a question by order number finds them.
        used = self._tally.regulations
        for own in list(used):
            if version := self._versions.get(own):
                used.setdefault(self._registry.regulations.by_title[version.title].iri, Votes())
        for own in list(used):
            if work := self._works.get(own):
                for version in self._registry.regulations.versions_of(work.title):
                    used.setdefault(version.iri, Votes())

    def _agency(self, own: str, votes: Votes, region: str | None) -> Iterator[str]:
        label = votes.first("name") or votes.first("published_as") or _last_part(own)
        others = votes.all("name", "other", "published_as")
        central = self._registry.agencies.central.get(label, ()) if region == CENTRE else ()
        if len(central) == 1:
            others |= {central[0].name, *central[0].aliases}
        kind = votes.first("kind") or (central[0].kind if len(central) == 1 else None)
        yield from node(
            iri(own),
            "gi:Agency",
            [
                *_labels(label, others),
                ("org:classification", iri(mint("agency-kind", kind)) if kind else None),
                ("dct:spatial", iri(mint("region", region)) if region else None),
                ("org:subOrganizationOf", _optional(self._parent(own, votes, region))),
            ],
        )

    def _parent(self, own: str, votes: Votes, region: str | None) -> str | None:
        """The parent that a report names and resolves, else the agency whose key it would have, where that is known."""
        parent = votes.first("parent")
        named = votes.first("parent_name")
        if parent is None and region and named and mint("agency", region, named) in self._tally.agencies:
            parent = mint("agency", region, named)
        return parent if parent != own else None

    def _regulation(self, own: str, votes: Votes) -> Iterator[str]:
        if version := self._versions.get(own):
            return self._version(own, version)
        if work := self._works.get(own):
            return self._work(own, work, votes)
        label = votes.first("name") or votes.first("number") or _last_part(own)
        kind = self._registry.wording.instrument_type(label)
        return node(
            iri(own),
            "gi:Regulation",
            [
                *_labels(label, votes.all("name", "other")),
                ("gi:inRegistry", boolean(False)),
                ("eli:id_local", _plain(votes.first("number"))),
                ("eli:type_document", iri(mint("instrument-type", kind)) if kind else None),
                *(("eli:passed_by", iri(issuer)) for issuer in self._issuers[own]),
            ],
        )

    def _work(self, own: str, work: Regulation, votes: Votes) -> Iterator[str]:
        names = {alias.alias for alias in self._registry.regulations.aliases if alias.title == work.title}
        yield from node(
            iri(own),
            "gi:Regulation",
            [
                *_labels(work.title, names | votes.all("name", "other")),
                ("gi:inRegistry", boolean(True)),
                ("eli:id_local", _plain(work.number)),
                ("eli:type_document", iri(mint("instrument-type", work.type))),
                ("eli:date_document", date(work.issued)),
                ("eli:first_date_entry_in_force", date(work.in_force)),
                ("eli:date_no_longer_in_force", date(work.repealed)),
                *(("eli:passed_by", iri(issuer)) for issuer in self._issuers[own]),
            ],
        )

    def _version(self, own: str, version: Version) -> Iterator[str]:
        work = self._registry.regulations.by_title[version.title]
        same_year = [
            v for v in self._registry.regulations.versions_of(work.title) if v.issued[:4] == version.issued[:4]
        ]
        dated = version.issued[:4] if len(same_year) == 1 else version.issued
        yield from node(
            iri(own),
            "gi:Regulation",
            [
                ("skos:prefLabel", zh(f"{version.title}（{dated}）")),
                ("gi:inRegistry", boolean(True)),
                ("dct:isVersionOf", iri(work.iri)),
                ("eli:id_local", _plain(version.order)),
                ("eli:date_document", date(version.issued)),
                ("eli:first_date_entry_in_force", date(version.in_force)),
                ("eli:date_no_longer_in_force", date(version.last_day)),
            ],
        )

    def _passed_by(self, own: str, votes: Votes) -> list[str]:
        """The agencies that issued a regulation: the registry's, else what most reports say, where that is certain."""
        work = self._works.get(own)
        stated = work.issuer if work else votes.first("issuer")
        if not stated:
            return []
        if not work and (meant := votes.first(f"agency called {stated}")):
            return [meant]
        return sorted({issuer for part in stated.split("、") if (issuer := self._central(part))})

    def _central(self, agency: str) -> str | None:
        rows = self._registry.agencies.central.get(agency, ())
        names = {row.name for row in rows}
        return mint("agency", CENTRE, names.pop()) if len(names) == 1 else None

    def _platform(self, own: str, votes: Votes) -> Iterator[str]:
        label = votes.first("name") or _last_part(own)
        kind = votes.first("kind")
        yield from node(
            iri(own),
            "gi:Platform",
            [
                *_labels(label, votes.all("name", "other")),
                ("dct:type", iri(mint("platform-kind", kind)) if kind else None),
                ("gi:operator", _optional(votes.first("operator"))),
            ],
        )

    def _regions(self, codes: Iterable[str]) -> Iterator[str]:
        """The regions in use and all above them, up to the centre."""
        waiting, done = sorted(codes), set[str]()
        while waiting:
            code = waiting.pop()
            if code in done:
                continue
            done.add(code)
            region = self._registry.regions.at(code)
            parent = region.parent if region else (None if code == CENTRE else CENTRE)
            label = region.name if region else (_CENTRE_NAME if code == CENTRE else code)
            above = iri(mint("region", parent)) if parent else None
            facts: list[Pair] = [("skos:prefLabel", zh(label)), ("skos:notation", plain(code)), ("skos:broader", above)]
            yield from node(iri(mint("region", code)), "gi:Region", facts)
            waiting += [parent] if parent else []


def _labels(label: str, others: Iterable[str]) -> Iterator[Pair]:
    yield "skos:prefLabel", zh(label)
    yield from (("skos:altLabel", zh(other)) for other in others if other != label)


def _region(own: str, votes: Votes) -> str | None:
    """The code of an agency's region: stated by reports, else in its key."""
    key = own.removeprefix(f"{BASE}agency/").partition("/")[0]
    return votes.first("region") or (key if len(key) == 6 and key.isdecimal() else None)


def _last_part(own: str) -> str:
    return unquote(own.rpartition("/")[2])


def _maybe(make: Callable[[str], str], value: str | None) -> str | None:
    return make(value) if value else None


def _plain(value: str | None) -> str | None:
    return _maybe(plain, value)


def _optional(value: str | None) -> str | None:
    return _maybe(iri, value)
