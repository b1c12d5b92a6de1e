"""The curated reference data of seeds/registry as typed, indexed look-ups, each loaded when it is first asked for."""

from functools import cached_property, lru_cache
from pathlib import Path

from gigraph.registry.agencies import Agencies, read_agencies
from gigraph.registry.agency_rows import DivisionWord, StopRow
from gigraph.registry.changes import ChangeRow, Changes
from gigraph.registry.contacts import Contacts, read_contacts
from gigraph.registry.document_nouns import DocumentNouns, read_document_nouns
from gigraph.registry.issuer_codes import IssuerCodes, read_issuer_codes
from gigraph.registry.lead_words import LeadWords
from gigraph.registry.open_words import NameWord, OpenWords
from gigraph.registry.place_words import read_place_words
from gigraph.registry.platforms import Platforms, read_platforms
from gigraph.registry.region_rows import OverlayRow, ProvinceRow, ShortNameRow
from gigraph.registry.regions import Regions
from gigraph.registry.regulations import Regulations, read_regulations
from gigraph.registry.table import read_table
from gigraph.registry.vertical_systems import SystemRow, Systems
from gigraph.registry.wording import Wording, read_wording
from gigraph.registry.wording_rows import LeadWord
from gigraph.resources import resource


class Registry:
    """All reference data. `folder` holds the TSV files; a property a table, loaded once."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or resource("seeds", "registry")

    @cached_property
    def regions(self) -> Regions:
        """Regions with their codes and years."""
        provinces = read_table(self.folder / "provinces.tsv", ProvinceRow)
        overlay = read_table(self.folder / "regions_overlay.tsv", OverlayRow)
        short_names = read_table(self.folder / "region_short_names.tsv", ShortNameRow)
        return Regions(provinces, overlay, short_names, read_place_words(self.folder))

    @cached_property
    def agencies(self) -> Agencies:
        """Names of agencies: central organs, bodies, short forms, kinds, what they are called."""
        return read_agencies(self.folder)

    @cached_property
    def systems(self) -> Systems:
        """The systems of organs of the centre with lower bodies in the provinces."""
        return Systems(read_table(self.folder / "vertical_systems.tsv", SystemRow))

    @cached_property
    def changes(self) -> Changes:
        """Dated changes of organisations."""
        return Changes(read_table(self.folder / "agency_changes.tsv", ChangeRow), self.regions)

    @cached_property
    def agency_stopwords(self) -> list[StopRow]:
        """Words that bound agencies' names."""
        return read_table(self.folder / "agency_stopwords.tsv", StopRow)

    @cached_property
    def division_words(self) -> list[DivisionWord]:
        """Matters that divisions of organisations are named for."""
        return read_table(self.folder / "division_words.tsv", DivisionWord)

    @cached_property
    def lead_words(self) -> LeadWords:
        """Words of the sentence that stand before names of bodies."""
        words: dict[str, list[str]] = {}
        for row in self.agency_stopwords:
            words.setdefault(row.role, []).append(row.word)
        return LeadWords(self.wording.leads, words.get("lead", ()), words.get("in-names", ()), self.open_words)

    @cached_property
    def open_words(self) -> OpenWords:
        """The words of the dictionary that stand before names, and in none of a region, a body or a channel."""
        agencies, platforms = self.agencies, self.platforms
        words = (row.word for row in read_table(self.folder / "name_words.tsv", NameWord))
        in_names = (row.word for row in self.agency_stopwords if row.role in ("in-names", "fine", "group"))
        bodies = (*agencies.body_names, *agencies.sector_bodies, *agencies.central, *self.matters, *in_names)
        channels = (*platforms.words("nucleus", "keep"), *(row.phrase for row in platforms.exclusions))
        return OpenWords((*self.regions.by_name, *bodies, *channels, *words))

    @cached_property
    def title_leads(self) -> LeadWords:
        """Words that stand before the issuer of a document: those of `lead_words`, and verbs before titles.

        Sure are the sure ones of `lead_words` alone: 检查, 培训 and others are parts of bodies' names, too.
        """
        longer = (verb for verb in self.wording.before_titles() if len(verb) > 1)
        single = (verb for verb in self.wording.before_titles("cites") if len(verb) == 1)
        doubtful = (*longer, *single, *self.lead_words.words)
        rows = (LeadWord(word, "ambiguous") for word in doubtful)
        return LeadWords(rows, more=self.lead_words.sure, unlisted=self.open_words)

    @cached_property
    def own_units(self) -> frozenset[str]:
        """Bodies that an organisation has of its own: named bare in its report, they are its (信息中心)."""
        return frozenset(row.word for row in self.agency_stopwords if row.role == "own")

    @cached_property
    def house_words(self) -> frozenset[str]:
        """What names of universities begin with as others do with a place's (西北大学)."""
        return frozenset(row.word for row in self.agency_stopwords if row.role == "house")

    @cached_property
    def matters(self) -> tuple[str, ...]:
        """The matters of two characters or more that divisions are named for."""
        return tuple(row.word for row in self.division_words if len(row.word) > 1)

    @cached_property
    def words_with_level(self) -> tuple[str, ...]:
        """Words that begin with the character of a level word (市场, 区域)."""
        return tuple(row.word for row in self.agency_stopwords if row.role == "level-right")

    @cached_property
    def platforms(self) -> Platforms:
        """Platforms: the nouns they are named by, known names, and the words around them."""
        return read_platforms(self.folder)

    @cached_property
    def contacts(self) -> Contacts:
        """Labels of contacts' details, and kinds of hosts."""
        return read_contacts(self.folder)

    @cached_property
    def regulations(self) -> Regulations:
        """The regulations that reports cite most, with their versions and other names."""
        return read_regulations(self.folder)

    @cached_property
    def issuer_codes(self) -> IssuerCodes:
        """The codes before the year of a document number."""
        return read_issuer_codes(self.folder)

    @cached_property
    def document_nouns(self) -> DocumentNouns:
        """The nouns that documents' names end with."""
        return read_document_nouns(self.folder)

    @cached_property
    def wording(self) -> Wording:
        """Document nouns, what is no regulation, verbs of drafting, words before an issuer code."""
        return read_wording(self.folder)


@lru_cache(maxsize=1)
def load_registry() -> Registry:
    """The registry that is shipped."""
    return Registry()
