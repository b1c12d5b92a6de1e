"""Words by which a regulation is known for one, and by which it is told what a report does with it: rules as rows."""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from gigraph.errors import RegistryError
from gigraph.registry.table import grouped, read_table
from gigraph.registry.wording_rows import (
    ACTS,
    LEADS,
    RELATIONS,
    ROLES,
    InstrumentType,
    LeadIn,
    LeadWord,
    NonRegulation,
    SectionHeading,
    StatusWord,
    TitleFollower,
    Verb,
)
from gigraph.text.titles import unwrap, without_status

_RULES = (
    "办法",
    "规定",
    "细则",
    "规程",
    "规则",
    "制度",
    "规范",
    "准则",
    "意见",
    "方案",
)  # 审计结果公告试行规则 is a rule
_REMEMBERED = 5_000
# What tells versions and parts of a document apart: (2015-2020年), (第一批), (2019年本).
_BEHIND = re.compile(r"[（(][^（）()《》]{0,8}[\d一二三四五六七八九十][^（）()《》]{0,10}[）)]$")
_MATCHES = ("exact", "prefix", "suffix", "contains")  # of a title
_CASE = "code"  # of a number's code


class Wording:
    """All rows of wording, indexed."""

    def __init__(
        self,
        types: Iterable[InstrumentType],
        others: Iterable[NonRegulation],
        verbs: Iterable[Verb],
        lead_ins: Iterable[LeadIn],
        statuses: Iterable[StatusWord] = (),
        headings: Iterable[SectionHeading] = (),
        leads: Iterable[LeadWord] = (),
        followers: Iterable[TitleFollower] = (),
    ) -> None:
        self.types, self.others = tuple(types), tuple(others)
        self.verbs = {verb.verb: verb for verb in verbs}
        self.lead_ins = tuple(lead_in.word for lead_in in lead_ins)
        self.statuses = tuple(statuses)
        self.leads = tuple(leads)
        self.followers = tuple(followers)
        self._known: dict[str, str | None] = {}  # titles asked for, with their types
        self.headings = tuple(heading.title for heading in headings)
        for other in self.others:
            if other.match not in (*_MATCHES, _CASE):
                known = ", ".join((*_MATCHES, _CASE))
                raise RegistryError(f"{other.match!r} is none of {known}", where="non_regulations.tsv")
        for lead in self.leads:
            if lead.use not in LEADS:
                raise RegistryError(f"{lead.use!r} is none of {', '.join(LEADS)}", where="lead_words.tsv")
        for verb in self.verbs.values():
            if verb.relation not in RELATIONS:
                raise RegistryError(f"{verb.relation!r} is none of {', '.join(RELATIONS)}", where="drafting_verbs.tsv")
            if (verb.role and verb.role not in ROLES) or (verb.act and verb.act not in ACTS):
                raise RegistryError(f"role or act of {verb.verb} is none that is known", where="drafting_verbs.tsv")

    def lead_words(self, use: str) -> tuple[str, ...]:
        """The words of one use (`plain`, `ambiguous`) that stand before names."""
        return tuple(row.word for row in self.leads if row.use == use)

    def before_titles(self, relation: str | None = None) -> tuple[str, ...]:
        """The verbs that may stand before the title they govern; of one relation where one is given."""
        verbs = (verb for verb in self.verbs.values() if verb.place != "behind")
        return tuple(verb.verb for verb in verbs if relation in (None, verb.relation))

    @cached_property
    def long_lead_ins(self) -> tuple[str, ...]:
        """The words of more than one character that stand before issuer codes, the longest first."""
        return tuple(sorted((word for word in self.lead_ins if len(word) > 1), key=len, reverse=True))

    @cached_property
    def status_words(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """The place of a status word to the words that are looked for there, each with its status, in order."""
        return grouped((row.place, (row.word, row.status)) for row in self.statuses)

    @cached_property
    def case_codes(self) -> tuple[str, ...]:
        """What the codes of cases' numbers end with."""
        return tuple(row.text for row in self.others if row.match == _CASE)

    @cached_property
    def _by_suffix(self) -> dict[str, str]:
        return {row.suffix: row.type for row in self.types}

    @cached_property
    def _no_regulations(self) -> tuple[tuple[str, ...], ...]:
        """The words of `others` by where they stand: the whole title, its beginning, its end, anywhere."""
        return tuple(tuple(row.text for row in self.others if row.match == match) for match in _MATCHES)

    def instrument_type(self, title: str) -> str | None:
        """The kind of instrument that a title's last noun names; None for what is no regulation."""
        if title not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[title] = self._type_of(_core(title))
        return self._known[title]

    def _type_of(self, title: str) -> str | None:
        named, starts, ends, parts = self._no_regulations
        if title in named or title.startswith(starts) or title.endswith(ends):
            return None
        if not title.endswith(_RULES) and any(part in title for part in parts):
            return None
        for length in range(min(6, len(title)), 0, -1):
            found = self._by_suffix.get(title[-length:])
            if found:
                return found
        return None


def _core(title: str) -> str:
    """A title without brackets around it and without （试行）, （2021—2025年） and the like, twice at most."""
    return _BEHIND.sub("", without_status(without_status(unwrap(title)))).rstrip('”"』」')


def read_wording(folder: Path) -> Wording:
    """The wording of a folder of tables. Raises RegistryError with file and line."""
    return Wording(
        read_table(folder / "instrument_types.tsv", InstrumentType),
        read_table(folder / "non_regulations.tsv", NonRegulation),
        read_table(folder / "drafting_verbs.tsv", Verb),
        read_table(folder / "number_lead_ins.tsv", LeadIn),
        read_table(folder / "status_words.tsv", StatusWord),
        read_table(folder / "section_headings.tsv", SectionHeading),
        read_table(folder / "lead_words.tsv", LeadWord),
        read_table(folder / "title_followers.tsv", TitleFollower),
    )
