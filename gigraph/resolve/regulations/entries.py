"""One entry a regulation: citations of the same document brought together, named, with what the report does with it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from gigraph.models import Kind, Mention, Outcome, RegulationEntry, Resolution
from gigraph.registry.regulations import Regulation, Version
from gigraph.registry.wording_rows import RELATIONS
from gigraph.resolve.regulations.bodies import bodies_of
from gigraph.resolve.regulations.citation import Citation
from gigraph.resolve.regulations.identity import Identity
from gigraph.text.titles import annex_of, forwards, title_forms, title_key, unwrap, without_state

_BRACKETED = frozenset({Kind.TITLE, Kind.NUMBER})
_OWN_GUIDE = re.compile(r"^(?:(?:政府|政务)?信息)?(?:主动)?公开(?:工作)?(指南|目录)$")


@dataclass(slots=True)
class Draft:
    """An entry in the making."""

    names: list[str] = field(default_factory=list)  # as printed, and as known, the one to show first
    number: str | None = None
    issuer: str | None = None
    relations: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    identity: Identity = field(default_factory=lambda: Identity(Resolution(Outcome.UNRESOLVED)))
    versions: list[Version] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    own: bool = False

    def add(self, citation: Citation, seen: "Seen") -> None:
        """Take a citation in."""
        self.names += [name for name in seen.names if name not in self.names]
        self.number = self.number or seen.number
        self.issuer = self.issuer or seen.issuer
        self.relations.add(seen.relation)
        self.mentions += citation.mentions
        self.articles += [article for article in citation.articles if article not in self.articles]
        self.versions += seen.identity.versions
        self.before += seen.before
        self.keys |= seen.keys
        self.own = self.own or seen.own
        if _rank(seen.identity) > _rank(self.identity):
            self.identity = seen.identity

    @property
    def relation(self) -> str:
        """Of several relations the strongest: issues, discloses, cites."""
        return min(self.relations, key=RELATIONS.index)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was made out about one citation."""

    names: tuple[str, ...]
    number: str | None
    issuer: str | None
    relation: str
    identity: Identity
    before: tuple[str, ...]
    keys: frozenset[str]
    own: bool


def _rank(identity: Identity) -> tuple[bool, bool, bool]:
    resolution = identity.resolution
    return (resolution.outcome is Outcome.RESOLVED, identity.work is not None, resolution.outcome is Outcome.AMBIGUOUS)


class Drafts:
    """All entries in the making, indexed by number, identity and form of title."""

    def __init__(self) -> None:
        self.found: list[Draft] = []
        self._by_number: dict[str, Draft] = {}
        self._by_iri: dict[str, Draft] = {}
        self._shelves = _Shelves()

    def take(self, citation: Citation, seen: Seen) -> None:
        """Add a citation to the entry of its document, else begin one."""
        draft = self._same(seen)
        if draft is None:
            draft = Draft()
            self.found.append(draft)
            draft.add(citation, seen)
            self._shelves.put(draft, seen.keys)
        else:
            before = _place(draft)
            draft.add(citation, seen)
            if _place(draft) != before:
                self._shelves.remove(draft, before)
                self._shelves.put(draft, draft.keys)
            else:
                self._shelves.put(draft, seen.keys)
        if draft.number:
            self._by_number[draft.number] = draft
        if draft.identity.resolution.iri:
            self._by_iri[draft.identity.resolution.iri] = draft

    def _same(self, seen: Seen) -> Draft | None:
        if seen.number and seen.number in self._by_number:
            return self._by_number[seen.number]
        iri = seen.identity.resolution.iri
        if iri and iri in self._by_iri:
            return self._by_iri[iri]
        return self._shelves.only(seen)


_Place = tuple[bool, tuple[str | None, ...]]  # whether a number is known, and the bodies that issued


def _place(draft: Draft) -> _Place:
    return bool(draft.number), tuple(sorted(bodies_of(draft.issuer))) if draft.issuer else (None,)


class _Shelves:
    """Entries by a form of their title, by whether they bear a number, and by the body that issued them.

    A hundred documents of one title (工作方案) are told apart by their numbers without a look at each.
    """

    def __init__(self) -> None:
        self._shelves: dict[tuple[str, bool], dict[str | None, dict[int, Draft]]] = {}

    def put(self, draft: Draft, keys: Iterable[str]) -> None:
        numbered, bodies = _place(draft)
        for key in keys:
            shelves = self._shelves.setdefault((key, numbered), {})
            for body in bodies:
                shelves.setdefault(body, {})[id(draft)] = draft

    def remove(self, draft: Draft, place: _Place) -> None:
        numbered, bodies = place
        for key in draft.keys:
            shelves = self._shelves.get((key, numbered), {})
            for body in bodies:
                shelf = shelves.get(body, {})
                shelf.pop(id(draft), None)
                if not shelf:
                    shelves.pop(body, None)

    def only(self, seen: Seen) -> Draft | None:
        """The one entry that may be the document of a citation; None where there is none, or a second one."""
        one: Draft | None = None
        for draft in self._shelved(seen):
            if draft is not one and _compatible(draft, seen):
                if one is not None:
                    return None
                one = draft
        return one

    def _shelved(self, seen: Seen) -> Iterator[Draft]:
        """The entries that bear a title of a citation, and no other issuer; some more than once."""
        bodies = (None, *bodies_of(seen.issuer)) if seen.issuer else None
        for key in seen.keys:
            for numbered in (False,) if seen.number else (False, True):
                shelves = self._shelves.get((key, numbered), {})
                for body in bodies or shelves:
                    yield from shelves.get(body, {}).values()


def _compatible(draft: Draft, seen: Seen) -> bool:
    """Whether two citations of one title may be one document: no two numbers, no two issuers, no two works."""
    if draft.number and seen.number:
        return False
    if draft.identity.work and seen.identity.work and draft.identity.work != seen.identity.work:
        return False
    if draft.issuer is None or seen.issuer is None:
        return True
    return bool(bodies_of(draft.issuer) & bodies_of(seen.issuer))


def keys_of(name: str | None, publisher: str | None, *, own: bool) -> frozenset[str]:
    """The comparable forms under which a title meets others of the same document in a report."""
    if not name:
        return frozenset()
    return _own_keys(name, publisher) if own and publisher else _keys(name)


@lru_cache(maxsize=2048)
def _keys(name: str) -> frozenset[str]:
    return frozenset(title_key(form) for form in title_forms(name) if len(form) > 3)


def _own_keys(name: str, publisher: str) -> frozenset[str]:
    forms = set(title_forms(name))
    forms |= {form.removeprefix(publisher) for form in forms if form != publisher}
    forms |= {"政府信息公开" + match[1] for form in forms if (match := _OWN_GUIDE.match(form))}
    return frozenset(title_key(form) for form in forms if len(form) > 3)


def finish(draft: Draft, version: str | None, **further: Any) -> RegulationEntry:
    """The entry of a draft: its name in official form, the other names, the mentions in order.

    `further`: other fields of the entry, which are read from the surroundings.
    """
    work = draft.identity.work
    names = _names(draft, work)
    mentions = tuple(sorted(set(draft.mentions), key=_position)) if len(draft.mentions) > 1 else tuple(draft.mentions)
    name = names[0] if names else None
    return RegulationEntry(
        name=name,
        aliases=tuple(alias for alias in names[1:] if alias != name),
        number=draft.number,
        issuer=draft.issuer or (work.issuer if work else None),
        relation=draft.relation,
        bracketed=any(m.kind in _BRACKETED or m.text[:1] in "《〈" for m in mentions),
        mentions=mentions,
        resolution=draft.identity.resolution,
        version=version,
        articles=tuple(draft.articles),
        **further,
    )


def _position(mention: Mention) -> tuple[int, int, Kind, str]:
    return mention.span.start, mention.span.end, mention.kind, mention.rule


def _names(draft: Draft, work: Regulation | None) -> list[str]:
    names = list(draft.names)
    if work:
        names = _official(names, work) + names
        names += [work.title, without_state(work.title)]
    for name in list(names):
        names += title_forms(name)[1:] if not forwards(name) else ()
    return list(dict.fromkeys(unwrap(name) for name in names if name))


def _official(names: list[str], work: Regulation) -> list[str]:
    """The title to show: the annex's where the text names that alone (政府网站发展指引), else the work's."""
    annex = annex_of(work.title)
    if annex and names and all(title_key(name) == title_key(annex) for name in names):
        return [annex]
    return [work.title]
