"""Regulations: works and versions of the registry as it knows them, all others as the reports name them."""

import re
from collections.abc import Iterator

from gigraph.iris import mint
from gigraph.link.labels import labels, last_part, optional_iri, optional_plain
from gigraph.link.tally import Votes
from gigraph.mapping.lines import boolean, date, iri, node, zh
from gigraph.registry import Registry
from gigraph.registry.regions import CENTRE
from gigraph.registry.regulations import Regulation, Version
from gigraph.resolve.regulations.identity import core_title
from gigraph.text.titles import title_key, without_status

_IMPLEMENTS = re.compile(
    r"(?:实施|施行|贯彻)[〈《](?P<law>[^〈〉《》]{3,60}(?:法|条例|规定))[〉》](?:的?实施)?(?:办法|细则|意见|规定)"
)


def _contested(votes: Votes) -> list[str]:
    """The titles that reports give under one number, where no two of them can be the same document's."""
    if not votes.all("number"):
        return []
    titles: dict[str, str] = {}
    for name in sorted(votes.all("name")):
        titles.setdefault(title_key(without_status(core_title(name))), name)
    keys = list(titles)
    apart = all(one not in other for one in keys for other in keys if one != other)
    return list(titles.values()) if len(titles) > 1 and apart else []


class Instruments:
    """The regulations in use, with the votes for each."""

    def __init__(self, votes: dict[str, Votes], registry: Registry) -> None:
        self._registry = registry
        self._works = {row.iri: row for row in registry.regulations.rows}
        self._versions = {version.iri: version for version in registry.regulations.versions}
        self._votes = self._with_versions(votes)
        self._issuers = {own: self._passed_by(own, given) for own, given in self._votes.items()}

    @property
    def issuers(self) -> set[str]:
        """The agencies that issued any of them."""
        return {issuer for issuers in self._issuers.values() for issuer in issuers}

    def statements(self) -> Iterator[str]:
        """The statements about all of them, without graph."""
        for own, votes in self._votes.items():
            if version := self._versions.get(own):
                yield from self._version(own, version)
            elif work := self._works.get(own):
                yield from self._work(own, work, votes)
            else:
                yield from self._other(own, votes)

    def _with_versions(self, votes: dict[str, Votes]) -> dict[str, Votes]:
        """With the work of each version in use, and all versions of each work: an order's number finds its text."""
        known = self._registry.regulations
        found = dict(votes)
        waiting = [work for own in votes if (work := self._works.get(own))]
        while waiting:  # what took the place of a work, and what it implements, with all that these lead to
            work = waiting.pop()
            for title in (work.successor, work.implements):
                if title and known.by_title[title].iri not in found:
                    found[known.by_title[title].iri] = Votes()
                    waiting.append(known.by_title[title])
        for own in votes:
            if version := self._versions.get(own):
                found.setdefault(known.by_title[version.title].iri, Votes())
        for own in list(found):
            if work := self._works.get(own):
                for version in known.versions_of(work.title):
                    found.setdefault(version.iri, Votes())
        return found

    def _other(self, own: str, votes: Votes) -> Iterator[str]:
        label = votes.first("name") or votes.first("number") or last_part(own)
        contested = _contested(votes)
        kind = self._registry.wording.instrument_type(label)
        yield from node(
            iri(own),
            "gi:Regulation",
            [
                *labels(label, votes.all("name", "other")),
                ("gi:inRegistry", boolean(False)),
                ("eli:id_local", optional_plain(votes.first("number"))),
                ("eli:type_document", optional_iri(mint("instrument-type", kind) if kind else None)),
                ("eli:ensures_implementation_of", optional_iri(self._implemented(label))),
                *(("gi:contestedName", zh(name)) for name in contested),
                *(("eli:passed_by", iri(issuer)) for issuer in self._issuers[own]),
            ],
        )

    def _work(self, own: str, work: Regulation, votes: Votes) -> Iterator[str]:
        names = {alias.alias for alias in self._registry.regulations.aliases if alias.title == work.title}
        yield from node(
            iri(own),
            "gi:Regulation",
            [
                *labels(work.title, names | votes.all("name", "other")),
                ("gi:inRegistry", boolean(True)),
                ("eli:id_local", optional_plain(work.number)),
                ("eli:type_document", iri(mint("instrument-type", work.type))),
                ("eli:date_document", date(work.issued)),
                ("eli:first_date_entry_in_force", date(work.in_force)),
                ("eli:date_no_longer_in_force", date(work.repealed)),
                ("dct:isReplacedBy", optional_iri(self._iri(work.successor))),
                ("eli:ensures_implementation_of", optional_iri(self._iri(work.implements))),
                *(("eli:passed_by", iri(issuer)) for issuer in self._issuers[own]),
            ],
        )

    def _version(self, own: str, version: Version) -> Iterator[str]:
        known = self._registry.regulations
        same_year = [other for other in known.versions_of(version.title) if other.issued[:4] == version.issued[:4]]
        dated = version.issued[:4] if len(same_year) == 1 else version.issued
        yield from node(
            iri(own),
            "gi:Regulation",
            [
                ("skos:prefLabel", zh(f"{version.title}（{dated}）")),
                ("gi:inRegistry", boolean(True)),
                ("dct:isVersionOf", iri(known.by_title[version.title].iri)),
                ("eli:id_local", optional_plain(version.order)),
                ("eli:date_document", date(version.issued)),
                ("eli:first_date_entry_in_force", date(version.in_force)),
                ("eli:date_no_longer_in_force", date(version.last_day)),
            ],
        )

    def _passed_by(self, own: str, votes: Votes) -> list[str]:
        """The agencies that issued it: the registry's, else what most reports say, where that is certain."""
        if own in self._versions:
            return []
        work = self._works.get(own)
        stated = work.issuer if work else votes.first("issuer")
        if not stated:
            return []
        if not work and (meant := votes.first(f"agency called {stated}")):
            return [meant]
        return sorted({issuer for part in stated.split("、") if (issuer := self._central(part))})

    def _iri(self, title: str | None) -> str | None:
        return self._registry.regulations.by_title[title].iri if title else None

    def _implemented(self, label: str) -> str | None:
        """The law in use that a title says it implements (某市实施〈政府信息公开条例〉办法)."""
        match = _IMPLEMENTS.search(label)
        works = self._registry.regulations.named(match["law"]) if match else ()
        return works[0].iri if len(works) == 1 and works[0].iri in self._votes else None

    def _central(self, agency: str) -> str | None:
        names = {row.name for row in self._registry.agencies.central.get(agency, ())}
        return mint("agency", CENTRE, names.pop()) if len(names) == 1 else None
