"""What a short form stands for: what the report defined, what is customary, or the one that fits; else nothing."""

import re
from collections.abc import Sequence
from functools import lru_cache

from gigraph.registry.document_nouns import DocumentNouns
from gigraph.resolve.regulations.citation import Citation

_VERSION_WORDS = re.compile(r"^(?:新修订的?|修订后的?|新|旧|原|老)")
_STATUS = re.compile(r"[(（][^()（）]{1,8}[)）]$")
_THE_REGULATION = re.compile(r"信息公开(?:工作)?条例$")
_OWN_GUIDE = re.compile(r"信息公开(?:工作)?(?:指南|目录)$")
_DEFAULT = "条例"  # 《条例》 alone is 政府信息公开条例 in a report on disclosure
_SCHOOLS_LIST = "清单"  # 高等学校信息公开事项清单 (教办函〔2014〕23号) in a university's report
_GUIDES = ("指南", "目录")  # 《指南》 and 《目录》 alone are the publisher's own


class Antecedents:
    """The citations so far, by the document noun that their names end with; each look-up takes the same time."""

    def __init__(self, nouns: DocumentNouns, *, school: bool = False) -> None:
        self._nouns = nouns
        self._school = school  # whether it is the report of a university, on which 教育部 has rules of its own
        self._by_noun: dict[str, dict[str, Citation]] = {}
        self._last: dict[str, Citation] = {}
        self._defined: dict[str, list[Citation]] = {}
        self._regulation: Citation | None = None
        self._guides: dict[str, Citation] = {}

    def remember(self, citation: Citation) -> None:
        """A citation that later short forms may stand for."""
        name = citation.name or ""
        noun = noun_of(name, self._nouns)
        if not noun:
            return
        self._by_noun.setdefault(noun, {}).setdefault(name, citation)
        self._last[noun] = citation
        if self._regulation is None and _THE_REGULATION.search(name):
            self._regulation = citation
        if _OWN_GUIDE.search(name):
            self._guides.setdefault(noun, citation)

    def define(self, name: str, meant: Sequence[Citation]) -> None:
        """What a short name stands for from here on; nothing, where its definition had no antecedent."""
        if meant:
            self._defined[name] = list(meant)
        else:
            self._defined.pop(name, None)

    def is_defined(self, name: str) -> bool:
        return name in self._defined

    def of(self, name: str, count: int, *, back: bool) -> list[Citation]:
        """What a short form stands for, empty where it is not certain; `back` for 该办法, the last of its noun."""
        base = base_name(name)
        defined = self._defined.get(name) or self._defined.get(base)
        if defined:
            return defined
        if back:
            last = self._last.get(base)
            return [last] if last else []
        if base == _DEFAULT and self._regulation:
            return [self._regulation]
        if base in _GUIDES and count == 1:
            return [self._guides[base]] if base in self._guides else []
        fitting = list(self._by_noun.get(noun_of(base, self._nouns) or base, {}).values())[: count + 1]
        fitting = [citation for citation in fitting if ends_with(citation.name or "", base)]
        return fitting if len(fitting) == count else []

    def customary(self, name: str) -> str | None:
        """The full name of what a short form means by custom, where the report has not named it; None for others."""
        base = base_name(name)
        if base in _GUIDES:
            return "政府信息公开" + base
        if base == _SCHOOLS_LIST:
            return "高等学校信息公开事项清单" if self._school else None
        return "政府信息公开条例" if base == _DEFAULT and _DEFAULT not in self._by_noun else None


def base_name(name: str) -> str:
    """A short name without the words for its version.

    >>> base_name("新修订的条例"), base_name("办法")
    ('条例', '办法')
    """
    return _VERSION_WORDS.sub("", name)


@lru_cache(maxsize=4)
def _noun(nouns: DocumentNouns) -> re.Pattern[str]:
    """A document noun at the end of a name, the longer before those that they end with."""
    return re.compile(f"{nouns.of('short', 'referred')}$")


def noun_of(name: str, nouns: DocumentNouns) -> str | None:
    """The document noun with which a name ends, （试行） apart."""
    match = _noun(nouns).search(_STATUS.sub("", name).rstrip("》〉"))
    return match.group() if match else None


def ends_with(name: str, base: str) -> bool:
    """Whether a name ends with a short one, （试行） apart."""
    return name.rstrip("》〉").endswith(base) or _STATUS.sub("", name).endswith(base)
