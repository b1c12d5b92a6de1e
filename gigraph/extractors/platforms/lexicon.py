"""What the registry's tables of platforms tell about words: patterns and the rows behind them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gigraph.extractors.platforms.exclusions import SITE_GOES_ON, Exclusions, is_framed
from gigraph.registry.open_words import OpenWords
from gigraph.registry.platforms import PlatformName, PlatformTerm
from gigraph.text.view import HAN

# What a name is written with, quotation marks apart.
NAME_CHARS = rf"{HAN}A-Za-z0-9+·\-"
FOLLOWING = 10  # characters behind a noun in which the phrases that forbid it are looked for

_KNOWN = 12  # characters of a name that all know, at most
_NO_EDGE = "\ue000"  # stands for a character that is part of no edge


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns over the matching view, and the rows behind them."""

    terms: dict[str, PlatformTerm]
    names: dict[str, PlatformName]
    exclusions: dict[str, Exclusions]  # with those of all terms, which stand alone under ""
    heads: re.Pattern[str]
    known: re.Pattern[str]
    edges: re.Pattern[str]  # words that may end a name leftwards; `edge_role` tells which they are
    whole: re.Pattern[str]  # regions and bodies in whose names such words stand (西和县, 粮食和物资储备)
    roles: dict[str, str]
    lead: re.Pattern[str]
    channel: re.Pattern[str]
    direct: tuple[str, ...]  # words that make a channel right before it; those of `channel` do so anyway
    tail: re.Pattern[str]
    serves: re.Pattern[str]  # what a channel does, with the rest of a list and adverbs before it
    reading: re.Pattern[str]
    nuclei: tuple[str, ...]
    nucleus: re.Pattern[str]
    media: tuple[str, ...]  # endings of periodicals' titles
    brands: tuple[str, ...]  # endings of accounts' names
    families: re.Pattern[str]  # names of one family of applications in quotation marks (“浙里养老”)
    absent: re.Pattern[str]
    vague: re.Pattern[str]
    bodies: frozenset[str]  # sorts of bodies, of which there are many (学院, 乡镇)
    single: frozenset[str]  # words of one character before names, where a phrase begins
    places: Mapping[str, object]  # by their names
    firsts: frozenset[str]  # the first characters of places
    shorts: tuple[str, ...]  # the short names of provinces and prefectures
    unlisted: OpenWords  # words before names that no row has
    likely: re.Pattern[str]  # what begins a name behind a word that is part of none
    begins: re.Pattern[str]  # what certainly begins a name: a level or a place with a body, 官方, 12345
    own: tuple[str, ...] = ()  # the publisher's places, in full and in short: 西和县, 西和

    def edges_in(self, run: str) -> Iterator[re.Match[str]]:
        """The matches of `edges` in a run that do not cut the name of a place or a body."""
        for name in self.own:
            run = run.replace(name, _NO_EDGE * len(name))
        return self.edges.finditer(self.whole.sub(lambda name: _NO_EDGE * len(name.group()), run))

    def edge_role(self, match: re.Match[str]) -> str:
        """What a match of `edges` is: own (a name begins with it), cut (behind it), ambiguous (a cut before what
        `begins` a name), keep, plural, conjunction.
        """
        return self.roles.get(match[0]) or match.lastgroup or "cut"

    def begins_at(self, run: str, at: int) -> bool:
        """Whether a name certainly begins at an offset of a run: with a place, a level and a body, 官方, 12345."""
        if run.startswith(self.own, at) or self.begins.match(run, at):
            return True
        near = range(at + 2, min(at + 9, len(run)) + 1) if run[at : at + 1] in self.firsts else ()
        return any(run[at:end] in self.places for end in near)

    def ends_name(self, words: str) -> str:
        """How the noun of the registry is used that words end with, a platform's name by themselves; empty if none."""
        for found in self.heads.finditer(words):
            if found.end() == len(words):
                return self.terms[found[0]].use
        return "name" if any(words[-size:] in self.names for size in range(2, min(len(words), _KNOWN) + 1)) else ""

    def placed(self, modifier: str) -> bool:
        """Whether a site is named for a place and a field: 南山交通网, 南山新闻网."""
        return modifier.startswith((*self.own, *self.shorts)) and modifier not in (*self.own, *self.shorts)

    def is_place(self, words: str) -> bool:
        """Whether words are a place's name, in full or, of the publisher's places and of cities, in short."""
        return words in self.places or words in self.own or words in self.shorts

    def names_place(self, words: str) -> bool:
        """Whether words begin with the name of a place."""
        return words.startswith((*self.own, *self.shorts)) or self.begins_at(words, 0)

    def excluded(self, term: str, modifier: str, following: str) -> bool:
        """Whether a phrase of the registry forbids to read `term` between these words as a platform."""
        rows = self.exclusions.get(term) or self.exclusions[""]
        following = following.lstrip(" ")
        if term.endswith("网") and SITE_GOES_ON.match(following):
            return False
        first = following[:1]
        if modifier and not modifier.endswith(self.own):
            named = modifier.endswith("”网络")  # “问政南山”网络平台
            if modifier in rows.whole or (not named and modifier.endswith(rows.before.get(modifier[-1], ()))):
                return True
            if term == "网" and modifier[-1] == "”":  # “南山”网上的: 网 is not the beginning of 网上
                return False
        elif not modifier and following.startswith(rows.bare.get(first, ())):
            return True
        return following.startswith(rows.after.get(first, ()))

    def refused(self, term: PlatformTerm, text: str, head: int, end: int, ceiling: int) -> bool:
        """Whether what follows a noun at head..end forbids it, wherever its name begins."""
        at = end
        while text.startswith(" ", at):
            at += 1
        behind = (self.exclusions.get(term.term) or self.exclusions[""]).behind
        phrases = behind.get(text[at : at + 1])
        if term.term.endswith("网") and SITE_GOES_ON.match(text, at):
            return False
        if not phrases or not text.startswith(phrases, at, min(end + FOLLOWING, ceiling)):
            return False
        # What precedes may decide which noun it is, and where it ends.
        before = text[head - 1 : head]
        doubtful = term.use == "net" and (before == "”" or text.startswith("上", end))
        return not (doubtful or is_framed(text, head, at) or (before == "网" and term.term == "平台"))
