"""Platforms in the registry: the nouns they are named by, known names, and the words around them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gigraph.errors import RegistryError
from gigraph.registry.table import read_table

# Annotation guideline, "platforms".
KINDS = frozenset(
    {
        "website", "weibo", "wechat", "app", "press", "gazette", "hotline", "mailbox", "system", "hall", "board",
        "other",
    }
)  # fmt: skip
USES = frozenset(
    {
        "site", "net", "named", "generic", "channel", "plain", "list", "medium", "paper", "newspaper", "reading",
        "whole", "number", "quoted", "brand", "published", "window", "house", "numbered",
    }
)  # fmt: skip
ROLES = frozenset(
    {
        "cut", "lead", "conjunction", "keep", "plural", "channel", "direct", "tail", "nucleus", "reading",
        "absent", "vague", "between", "bodies", "serves", "adverb",
        "sort", "field", "likely", "family",
    }
)  # fmt: skip
SIDES = frozenset({"before", "after", "whole", "bare"})


@dataclass(frozen=True, slots=True)
class PlatformTerm:
    """A noun that ends a platform's name.

    use: site (a web site, bare too), net (网 behind a name), named (counts only with a name before it), generic (counts
    as it stands), channel (counts where something is published or served through it), plain (as channel, without what
    stands before it), list (counts among other channels), medium (a station, with a name or as plain), paper (with a
    name), newspaper (报, with a name among others of the press), reading (places where information is read), whole
    (only the whole name), number (of a telephone, as channel), quoted (behind a name in quotation marks), brand
    (ends the name of an account in a list of channels), published (the text says that something is published by it),
    window (of a hall, or set up, or where something is handled), numbered (with its number before it).
    group: what its bare forms have in common within a report.
    """

    term: str
    kind: str
    use: str
    group: str
    example: str


@dataclass(frozen=True, slots=True)
class PlatformName:
    """A platform known by name all over the country, or in a province; `operator` only where it is certain."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    operator: str | None
    source: str  # for the operator, where there is one; else what the name is the name of
    checked: str
    example: str


@dataclass(frozen=True, slots=True)
class PlatformContext:
    """A word beside platforms' names.

    role: cut (a name begins after it), lead (so too, where it stands first), conjunction, keep (holds a cut word but is
    part of names), plural (not one platform), channel and direct (before a channel, direct: next to it), tail (after
    it), serves (what a channel does, right after it), adverb (between the two), sort, field and likely (what begins a
    name for certain: anywhere, behind a level word, behind a word that no name has), nucleus (what systems do), reading
    (places for reading), absent (before what there is not), vague (only praises or sorts the platform), between (may
    stand between a site's owner and 网站), bodies (a sort of bodies: of each there are many), family
    (begins the names of a province's applications). finds: what the example must give.
    """

    word: str
    role: str
    example: str
    finds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlatformExclusion:
    """A phrase before or after a term which tells that no platform is meant.

    side: before, after, whole (it is all that stands before), bare (after, where nothing stands before).
    """

    phrase: str
    side: str
    terms: tuple[str, ...]  # all terms where it is empty
    example: str


@dataclass(frozen=True)
class Platforms:
    """The four tables."""

    terms: tuple[PlatformTerm, ...]
    names: tuple[PlatformName, ...]
    contexts: tuple[PlatformContext, ...]
    exclusions: tuple[PlatformExclusion, ...]

    @cached_property
    def between(self) -> tuple[str, ...]:
        """What may stand between a site's owner and 网站, the longest first."""
        return tuple(sorted(self.words("between"), key=lambda word: (-len(word), word)))

    def words(self, *roles: str) -> tuple[str, ...]:
        """The context words of some roles."""
        return tuple(row.word for row in self.contexts if row.role in roles)


def read_platforms(folder: Path) -> Platforms:
    """The rows of the platform_*.tsv in a folder. Raises RegistryError for a kind, use, role or side not known."""
    tables = Platforms(
        tuple(read_table(folder / "platform_terms.tsv", PlatformTerm)),
        tuple(read_table(folder / "platform_names.tsv", PlatformName)),
        tuple(read_table(folder / "platform_contexts.tsv", PlatformContext)),
        tuple(read_table(folder / "platform_exclusions.tsv", PlatformExclusion)),
    )
    _check("platform_terms.tsv", [row.kind for row in tables.terms], KINDS)
    _check("platform_terms.tsv", [row.use for row in tables.terms], USES)
    _check("platform_names.tsv", [row.kind for row in tables.names], KINDS)
    _check("platform_contexts.tsv", [row.role for row in tables.contexts], ROLES)
    _check("platform_exclusions.tsv", [row.side for row in tables.exclusions], SIDES)
    return tables


def _check(file: str, values: list[str], allowed: frozenset[str]) -> None:
    for number, value in enumerate(values, 2):
        if value not in allowed:
            raise RegistryError(f"{value!r} is none of {', '.join(sorted(allowed))}", where=f"{file}:{number}")
