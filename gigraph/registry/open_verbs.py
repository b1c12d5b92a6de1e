"""Verbs before names that no row of the registry has, by the dictionary of jieba: verbs are an open class.

Only what the dictionary has as a verb and as nothing else counts (not 管理, a noun as well), and only where no name of
the registry has it (审批 of 行政审批局, 遵义); words that the dictionary does not have are not guessed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_VERB = "v"


@dataclass(frozen=True, slots=True)
class NameVerb:
    """name_verbs.tsv: a verb that divisions or channels are named for, with such a name (征兵: 征兵办公室)."""

    verb: str
    example: str


@cache
def _dictionary() -> Any:
    """Loaded where it is first asked: it takes a tenth of a second."""
    import rjieba

    return rjieba


class OpenVerbs:
    """The verbs of two characters or more that stand in none of the names it is made of."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = "\n".join(names)
        self._is_open = cache(lambda word: word not in self._names)
        self.endings = lru_cache(maxsize=64)(self._endings)

    def _endings(self, text: str) -> Mapping[int, int]:
        """Where such verbs end in a text, with their lengths.

        >>> OpenVerbs(["审批"]).endings("材料移入县政府网站")
        {4: 2}
        """
        found, at = {}, 0
        for word, tag in _dictionary().tag(text, False):
            at += len(word)
            if tag == _VERB and len(word) > 1 and self._is_open(word):
                found[at] = len(word)
        return found
