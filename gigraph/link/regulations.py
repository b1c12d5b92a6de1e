"""Regulations: works and versions of the registry as it knows them, all others as the reports name them."""

import re
from collections.abc import Callable, Iterable, Iterator

from gigraph.iris import mint
from gigraph.link.labels import labels, last_part, optional_iri, optional_plain
from gigraph.link.votes import Votes
from gigraph.mapping.lines import boolean, date, iri, node, zh
from gigraph.registry import Registry
from gigraph.registry.regions import CENTRE
from gigraph.registry.regulations import Regulation, Version
from gigraph.resolve.regulations.identity import core_title
from gigraph.text.document_number import parse_document_number
from gigraph.text.titles import title_key, without_status

_IMPLEMENTS = re.compile(
    r"(?:实施|施行|贯彻)[〈《](?P<law>[^〈〉《》]{3,60}(?:法|条例|规定))[〉》](?:的?实施)?(?:办法|细则|意见|规定)"
)
_OF_TOWN = re.compile(
    r"(?![\u4e00-\u9fff]{2,10}[省市县区州旗盟])[\u4e00-\u9fff]{1,8}?(?:[镇乡]|街道|苏木)(?=人民|政府|办|党|纪)"
)
_GOVERNMENT = re.compile("人民政府(?:办公[厅室])?")


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
    """What is stated about regulations: works and versions by the registry, all others by their votes."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._works = {row.iri: row for row in registry.regulations.rows}
        self._versions = {version.iri: version for version in registry.regulations.versions}

    def with_it(self, own: str) -> set[str]:
        """What comes into the graph with a regulation that is spoken of, itself among it.

        The work of a version, what took the place of a work and what it implements, with all that these lead to, and
        all versions of each work: an order's number finds its text.
        """
        known = self._registry.regulations
        found, waiting = {own}, [work for work in [self._works.get(own)] if work]
        while waiting:
            work = waiting.pop()
            for title in (work.successor, work.implements):
                if title and known.by_title[title].iri not in found:
                    found.add(known.by_title[title].iri)
                    waiting.append(known.by_title[title])
        if version := self._versions.get(own):
            found.add(known.by_title[version.title].iri)
        works = [self._works[iri] for iri in found if iri in self._works]
        return found | {version.iri for work in works for version in known.versions_of(work.title)}

    def statements(
        self, own: str, votes: Votes, issuers: Iterable[str], is_known: Callable[[str], bool]
    ) -> Iterator[str]:
        """The statements about one, without graph. is_known: whether a work is in the graph."""
        if version := self._versions.get(own):
            yield from self._version(own, version)
        elif work := self._works.get(own):
            yield from self._work(own, work, votes, issuers)
        else:
            yield from self._other(own, votes, issuers, is_known)

    def _other(self, own: str, votes: Votes, issuers: Iterable[str], is_known: Callable[[str], bool]) -> Iterator[str]:
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
                ("eli:ensures_implementation_of", optional_iri(self._implemented(label, is_known))),
                *(("gi:contestedName", zh(name)) for name in contested),
                *(("eli:passed_by", iri(issuer)) for issuer in issuers),
            ],
        )

    def _work(self, own: str, work: Regulation, votes: Votes, issuers: Iterable[str]) -> Iterator[str]:
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
                *(("eli:passed_by", iri(issuer)) for issuer in issuers),
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

    def issuers(self, own: str, votes: Votes, called: Callable[[str], Iterable[str]]) -> list[str]:
        """The agencies that issued it: the registry's, else what most reports say, where that is certain.

        called: the agencies of the graph that bear a full name.
        """
        if own in self._versions:
            return []
        work = self._works.get(own)
        stated = work.issuer if work else votes.first("issuer")
        if not stated:
            return []
        if not work and (meant := votes.first(f"agency called {stated}")):
            return [meant]
        found = {self._issuer(part, votes.first("number"), called) for part in stated.split("、")}
        return sorted(issuer for issuer in found if issuer)

    def _issuer(self, name: str, number: str | None, called: Callable[[str], Iterable[str]]) -> str | None:
        """The one agency of a full name: the centre's, that of the number's code, else the graph's."""
        if central := self._central(name):
            return central
        for parsed in parse_document_number(number) if number else ():
            for row in self._registry.issuer_codes.users(parsed.issuer_code, parsed.year):
                if row.issuer == name and row.region != CENTRE:
                    return mint("agency", row.region, name)
        if _OF_TOWN.match(name):  # many counties have a 城关镇
            return None
        known = list(called(name)) or [iri for iri in [self._government(name)] if iri]
        return known[0] if len(known) == 1 else None

    def _government(self, name: str) -> str | None:
        """A region's government or its general office; of a district the name of its city is a part."""
        length, regions = self._registry.regions.prefix(name)
        if len(regions) != 1 or not _GOVERNMENT.fullmatch(name, length):
            return None
        region = regions[0]
        whole = not region.name.endswith("区") or region.level != "county" or length > len(region.name)
        return mint("agency", region.code, name) if whole else None

    def _iri(self, title: str | None) -> str | None:
        return self._registry.regulations.by_title[title].iri if title else None

    def _implemented(self, label: str, is_known: Callable[[str], bool]) -> str | None:
        """The law in use that a title says it implements (某市实施〈政府信息公开条例〉办法)."""
        match = _IMPLEMENTS.search(label)
        works = self._registry.regulations.named(match["law"]) if match else ()
        return works[0].iri if len(works) == 1 and is_known(works[0].iri) else None

    def _central(self, agency: str) -> str | None:
        names = {row.name for row in self._registry.agencies.central.get(agency, ())}
        return mint("agency", CENTRE, names.pop()) if len(names) == 1 else None
