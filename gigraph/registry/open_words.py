"""Words before names that no row of the registry has, by the dictionary of jieba: verbs, adverbs are open classes.

Only what the dictionary has as a verb, an adverb, a preposition, a conjunction or an adjective and as nothing else
counts (not 管理, a noun as well), and only where no name of the registry has it (审批 of 行政审批局, 遵义). Words that
the dictionary does not have are not guessed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_VERB = "v"
_ACTS = frozenset({"v", "vn", "vd", "vi", "d", "ad"})
_BEFORE, _BEHIND = 12, 5  # characters that tell where a word ends
# What may be named with any word: 奋斗镇, 跃进街道, 求索中学.
_NAMED = re.compile("[镇乡村]|街道|苏木|社区|[林农牧渔茶]场|[中小]学|学[校院]|大学|医院|幼儿园|公司|集团")
_NAMELESS = frozenset("rcdpu")
_BEFORE_NAMES = frozenset({_VERB, "vd", "d", "p", "c", "a", "ad"})


@dataclass(frozen=True, slots=True)
class NameWord:
    """name_words.tsv: a verb that divisions or channels are named for, with such a name (征兵: 征兵办公室)."""

    word: str
    example: str


@cache
def _dictionary() -> Any:
    """Loaded where it is first asked: it takes a tenth of a second."""
    import rjieba

    return rjieba


class OpenWords:
    """The words of two characters or more that stand in none of the names it is made of."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = "\n".join(names)
        self._sort = lru_cache(maxsize=1 << 16)(self._sort_of)  # to find a word's is dearer than to find the words
        self._found = lru_cache(maxsize=64)(self._look_up)

    def ending_at(self, text: str, at: int, start: int = 0) -> int:
        """How long the word is that ends at an offset of a text; 0 where none does. Only what stands near is read."""
        begin = max(start, at - _BEFORE)
        return self._found(text[begin : at + _BEHIND])[0].get(at - begin, 0)

    def endings(self, text: str) -> Mapping[int, int]:
        """Where such words end in a text, with their lengths.

        >>> OpenWords(["审批"]).endings("材料移入县政府网站")
        {4: 2}
        """
        return self._found(text)[0]

    def has_verb(self, text: str) -> bool:
        """Whether one of them in a text is a verb, with which no body is named."""
        return self._found(text)[1]

    def acts(self, text: str, at: int) -> bool:
        """Whether the word that begins at an offset says that something is done: a verb, also 审核, 常常.

        >>> words = OpenWords([])
        >>> [words.acts(text, 0) for text in ("复核信息", "审核把关", "常常更新", "材料齐全")]
        [True, True, True, False]
        """
        found = _dictionary().tag(text[at : at + _BEHIND], False)
        return bool(found) and len(found[0][0]) > 1 and found[0][1] in _ACTS

    def leads_on(self, word: str) -> bool:
        """Whether a whole word names nothing: a pronoun, a conjunction, an adverb, a preposition.

        >>> [OpenWords([]).leads_on(word) for word in ("其余", "或者", "一再", "三都")]
        [True, True, True, False]
        """
        ((whole, tag), *more) = _dictionary().tag(word, False)
        return not more and whole == word and tag[:1] in _NAMELESS and word not in self._names

    def _look_up(self, text: str) -> tuple[dict[int, int], bool]:
        found, at, has_verb, sort = {}, 0, False, self._sort
        for word in _dictionary().cut(text, False):
            at += len(word)
            if len(word) > 1 and (tag := sort(word)) and not _NAMED.match(text, at):
                found[at] = len(word)
                has_verb = has_verb or tag == _VERB
        return found, has_verb

    def _sort_of(self, word: str) -> str:
        """The sort of a word that may stand before names; empty of any other."""
        ((whole, tag), *more) = _dictionary().tag(word, False)
        return tag if not more and whole == word and tag in _BEFORE_NAMES and word not in self._names else ""
